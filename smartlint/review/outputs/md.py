"""The review as a document in Markdown: what a meeting needs, with the rest in tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.own_reviews import MARK
from smartlint.reporters.markup import as_text
from smartlint.reporters.visible import expand
from smartlint.review.model import Share
from smartlint.review.overview import since_the_last
from smartlint.review.tables import Cell, Table, tables
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.review.model import Review, Shown

#: What comes before the goals that are shown, and at the end; what else is too long for a document, a workbook has.
_FIRST = ("overview", "teams")
_LAST = ("limits", "owners", "deadlines", "overlaps", "waivers", "rules", "runs", "fixed", "findings")
_MOST_ROWS = 50


def must_be_there() -> None:
    """It needs nothing."""


def write(review: Review, name: str) -> Iterator[bytes]:
    yield from (piece.encode() for piece in _written(review))


def _written(review: Review) -> Iterator[str]:
    made = {one.name: one for one in tables(review)}
    head = _say(review, "Review of goals, {day}", day=review.today)
    yield f"{MARK}\n\n"
    yield f"# {as_text(f'{review.title} ({review.today})' if review.title else head)}\n"
    if review.is_part:
        yield f"\n{_say(review, 'These are not all files of the project.')}\n"
    if not review.is_complete:
        yield f"\n{_say(review, 'Not everything could be read or judged: see the findings.')}\n"
    for name in _FIRST:
        yield from _section(review, made[name])
    since = since_the_last(review)
    yield f"\n{as_text(since)}\n" if since else ""
    for title, goals in (("Goals to mend first", review.mended_first), ("Goals to learn from", review.exemplary)):
        if goals:
            yield f"\n## {_say(review, title)}\n"
        for shown in goals:
            yield from _goal(review, shown)
    for name in _LAST:
        yield from _section(review, made[name])
    if review.notices:
        yield "\n" + "".join(f"- {as_text(notice)}\n" for notice in review.notices)


def _say(review: Review, english: str, **params: object) -> str:
    return fill(translate(english, review.language), params, review.language)


def _section(review: Review, shown: Table) -> Iterator[str]:
    if shown.rows:
        yield f"\n## {as_text(shown.title)}\n\n"
        yield from _table(shown)
    if len(shown.rows) > _MOST_ROWS:
        yield f"\n{_say(review, 'Rows that are not shown: {count}.', count=len(shown.rows) - _MOST_ROWS)}\n"


def _table(shown: Table) -> Iterator[str]:
    yield _row(list(shown.headings))
    yield _row(["---"] * len(shown.headings))
    for row in shown.rows[:_MOST_ROWS]:
        yield _row([_cell(cell) for cell in row])


def _row(texts: list[str]) -> str:
    return f"| {' | '.join(texts)} |\n"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Share):
        return "" if cell.percent is None else f"{cell.percent} % ({cell.passing}/{cell.judged})"
    return as_text("" if cell is None else " ".join(str(cell).split()))


def _goal(review: Review, shown: Shown) -> Iterator[str]:
    goal = review.goals[shown.goal]
    team = review.teams[goal.team].name
    yield f"\n### {as_text(f'{goal.name} ({team})')}\n\n"
    # a block is closed by nothing that stands in it: each of its lines is indented
    yield "".join(f"    {expand(line)}\n" for line in shown.text.replace("\r\n", "\n").split("\n"))
    for number in shown.findings:
        one = review.findings[number]
        yield f"\n- **{one.code}** {as_text(one.message)}"
        yield f"\n  {as_text(one.help)}" if one.help else ""
    yield "\n" if shown.findings else ""
