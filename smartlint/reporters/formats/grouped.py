"""Findings below their file and their goal, a line for each; what concerns no goal stands directly below the file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from smartlint.reporters import Look, word
from smartlint.reporters.closing import closing
from smartlint.reporters.paint import Paint
from smartlint.reporters.ruled import message
from smartlint.reporters.visible import brief, cells, goal_path, visible

if TYPE_CHECKING:
    from smartlint.finding import Finding, Result

ENCODING = ""


def report(result: Result, look: Look) -> Iterator[str]:
    paint = Paint(look.color)
    shown = [finding for finding in result.findings if look.shows(finding)]
    for path, of_file in groupby(shown, lambda finding: finding.place.path):
        yield paint(visible(path), "strong") + "\n"
        for goal, of_goal in groupby(of_file, lambda finding: finding.goal):
            if goal:
                yield f"  {paint(goal_path(goal), 'frame')}\n"
            yield from _rows(list(of_goal), "    " if goal else "  ", look, paint)
        yield "\n"
    yield from closing(result, look)


def _rows(findings: list[Finding], indent: str, look: Look, paint: Paint) -> Iterator[str]:
    starts = [visible(finding.place.short) for finding in findings]
    levels = [word(finding.level, look.of(finding)) for finding in findings]
    widest, column = max(map(len, starts)), max(map(cells, levels))
    for finding, start, level in zip(findings, starts, levels, strict=True):
        told = brief(message(finding, look.of(finding)))
        blanks = " " * (column - cells(level))
        yield f"{indent}{start:>{widest}}  {paint(level, finding.level)}{blanks}  {finding.rule.code}  {told}\n"
