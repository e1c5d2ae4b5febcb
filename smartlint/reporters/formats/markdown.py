"""A table of the findings in Markdown: for summaries and comments of CI services, and for documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.reporters import Look, word
from smartlint.reporters.closing import summary
from smartlint.reporters.markup import as_text
from smartlint.reporters.ruled import message
from smartlint.reporters.visible import brief, goal_path
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.finding import Finding, Result

ENCODING = "utf-8"
_COLUMNS = ("Level", "Rule", "Place", "Goal", "What it finds")


def report(result: Result, look: Look) -> Iterator[str]:
    yield f"### smartlint: {as_text(summary(result, look))}\n"
    shown = [finding for finding in result.findings if look.shows(finding)]
    if shown:
        header = [translate(name, look.frame) for name in _COLUMNS]
        yield f"\n{_row(header)}{_row(['---'] * len(header))}"
    for finding in shown:
        yield _row(_cells(finding, look))
    if result.notices:
        yield "\n"
    for notice in result.notices:
        yield f"- {as_text(brief(notice.message(look.frame)))}\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cells(finding: Finding, look: Look) -> list[str]:
    language = look.of(finding)
    advice = as_text(brief(finding.help(language)))
    told = as_text(brief(message(finding, language)))
    return [
        word(finding.level, language),
        f"{finding.rule.code} {finding.rule.name}",
        as_text(brief(f"{finding.place.path}:{finding.place.short}")),
        as_text(goal_path(finding.goal)),
        f"{told}<br>{translate('help', language)}: {advice}" if advice else told,
    ]
