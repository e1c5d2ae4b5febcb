from __future__ import annotations

from datetime import date

from smartlint.goal import Document
from smartlint.parser.blocks import cut
from smartlint.parser.lines import spoken
from smartlint.parser.parts import Parts
from smartlint.source import Source

TEXT = """team: Bakery
period: 2026

goal B1: Sell 400 loaves a day

goal: Improve the mood
  supports: B1

goal B3: Bake with less sugar
  ownr: Ida Moe
"""


class Reader:
    """Reads the texts of a file whose blocks stay where they are."""

    def __init__(self) -> None:
        self._parts = Parts(spoken(TEXT), date(2026, 2, 1), 1, often=True)

    def __call__(self, text: str) -> Document:
        return self._parts.read(Source(text), cut(text, "en"))


def test_what_stands_where_it_stood_is_not_read_again() -> None:
    read = Reader()
    before, after = read(TEXT), read(TEXT.replace("less sugar", "more seeds"))
    assert [one is other for one, other in zip(before.parts, after.parts, strict=True)] == [True, True, True, False]
    assert before.goals[0] is after.goals[0]


def test_another_heading_is_handed_down_to_all() -> None:
    read = Reader()
    assert read(TEXT).goals[0].period != read(TEXT.replace("2026", "2027")).goals[0].period


def test_who_is_supported_is_told_by_the_other_goals() -> None:
    """A goal that carries others and runs long is strategic."""
    read = Reader()
    long = TEXT.replace("Sell 400 loaves a day", "Sell 400 loaves a day by 2029")
    assert read(long).goals[0].level == "strategic"
    assert read(long.replace("supports: B1", "supports: B9")).goals[0].level == "operational"


def test_goals_are_counted_anew_where_one_has_gone_above() -> None:
    read = Reader()
    read(TEXT)
    text = TEXT.replace("goal B1: Sell", "#         Sell")
    after = read(text)
    assert [(goal.index, goal.path) for goal in after.all_goals] == [(0, ("#1",)), (1, ("B3",))]
    assert [problem.goal for problem in after.problems] == [1]
