"""Annotations of GitHub Actions: a workflow command for each finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look
from smartlint.reporters.address import in_checkout
from smartlint.reporters.command import escaped, text, worst_first
from smartlint.reporters.visible import visible

if TYPE_CHECKING:
    from smartlint.finding import Finding, Result

ENCODING = "utf-8"
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(result: Result, look: Look) -> Iterator[str]:
    for finding in worst_first(result, look):
        properties = ",".join(f"{name}={escaped(str(value), ':,')}" for name, value in _properties(finding, look).items())
        yield f"::{_COMMANDS[finding.level]} {properties}::{escaped(text(finding, look))}\n"


def _properties(finding: Finding, look: Look) -> dict[str, str | int]:
    start, end = finding.place.start, finding.place.end
    lines: dict[str, str | int] = {
        "title": f"{finding.rule.code} {finding.rule.name}",
        "file": visible(in_checkout(finding.place.path, look.run)),
        "line": start.line,
        "endLine": end.line,
    }
    # columns of different lines are refused
    return {**lines, "col": start.column, "endColumn": end.column} if start.line == end.line else lines
