"""The review in short, for a terminal: its figures, the teams, and what to mend first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smartlint.reporters.visible import brief, cells, clip, visible
from smartlint.review.model import Review, Share
from smartlint.review.tables import Cell, table
from smartlint.translation import fill, translate

_WIDEST, _SENTENCE = 40, 90


def overview(review: Review) -> Iterator[str]:
    """What a meeting begins with; the files have the rest."""

    def say(english: str, **params: object) -> str:
        return fill(translate(english, review.language), params, review.language)

    if review.title:
        yield f"{visible(review.title)}\n\n"
    yield from _aligned(table(review, "overview").rows)
    if review.teams:
        qualities = [quality.letter or quality.title for quality in review.qualities]
        rows: list[Sequence[Cell]] = [(team.name, team.open, team.sound, *team.profile) for team in review.teams]
        yield "\n"
        yield from _aligned([(say("Team"), say("Goals"), say("Sound"), *qualities), *rows])
    since = since_the_last(review)
    yield f"\n{since}\n" if since else ""
    if review.mended_first:
        yield f"\n{say('Goals to mend first')}:\n"
    for shown in review.mended_first:
        goal = review.goals[shown.goal]
        yield f"  {visible(goal.file)}:{goal.line}: {clip(visible(goal.statement or goal.name), _SENTENCE)}\n"
    for notice in review.notices:
        yield f"\n{brief(notice)}\n"


def since_the_last(review: Review) -> str:
    """How many findings are new, mended and known since the run that this one is compared with, "" where there is none."""
    trend = review.trend
    if trend is None or trend.since is None:
        return ""
    mended = sum(not fixed.is_goal_gone for fixed in trend.fixed)
    counts = {"run": trend.since, "new": trend.new, "fixed": mended, "known": trend.known}
    text = "Findings since run {run}: {new} new, {fixed} mended, {known} known"
    return fill(translate(text, review.language), counts, review.language)


def _aligned(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Rows as columns; numbers and shares stand on the right."""
    shown = [[_cell(cell) for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*shown, strict=True)]
    for row, texts in zip(rows, shown, strict=True):
        padded = [
            f"{text}{' ' * (width - cells(text))}" if isinstance(cell, str) else f"{' ' * (width - cells(text))}{text}"
            for cell, text, width in zip(row, texts, widths, strict=True)
        ]
        yield "  ".join(padded).rstrip() + "\n"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Share):
        return "-" if cell.percent is None else f"{cell.percent} %"
    return "" if cell is None else clip(visible(str(cell)), _WIDEST)
