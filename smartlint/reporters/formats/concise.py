"""A line for each finding: ``path:line:column: level CODE message``; the level is a word of ``--fail-level``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look
from smartlint.reporters.closing import closing
from smartlint.reporters.paint import Paint
from smartlint.reporters.ruled import message
from smartlint.reporters.visible import brief, visible

if TYPE_CHECKING:
    from smartlint.finding import Result

ENCODING = ""


def report(result: Result, look: Look) -> Iterator[str]:
    paint = Paint(look.color)
    for finding in result.findings:
        if look.shows(finding):
            told = brief(message(finding, look.of(finding)))
            place = f"{visible(finding.place.path)}:{visible(finding.place.short)}"
            yield f"{place}: {paint(finding.level, finding.level)} {finding.rule.code} {told}\n"
    yield from closing(result, look)
