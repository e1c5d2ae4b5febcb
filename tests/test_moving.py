"""Findings below the place where somebody types are those of before, further down."""

from __future__ import annotations

from datetime import date

import pytest

from smartlint.finding import Result
from smartlint.linter import Linter, choose
from smartlint.moving import Found, Moving
from smartlint.registry import load
from smartlint.remembering import Memory
from smartlint.settings import Settings

SETTINGS = Settings(choose(load(), "all"), date(2026, 2, 1), profile="all")
ABOVE = "team: Quay\n\ngoal A: Sell more rope\n  owner: Ida Moe\n\n"
TWO = "goal A: Cut waiting time by 20 % and raise sales by 10 %\n"
BELOW = "goal B: Become the best harbour\n  owner: Bo Lie\n\ngoal C: Answer 90 % of calls by June\n"


def linted(text: str, memory: Memory | None = None) -> Result:
    linter = Linter(SETTINGS, memory=memory)
    linter.check_text(text, "quay.goals")
    return linter.finish()


def of_b(result: Result) -> list[Found]:
    assert isinstance(result.findings, Moving)
    return [one for one in result.findings.found if one.finding.goal == ("B",)]


def test_what_has_moved_is_told_from_where_it_was_made() -> None:
    memory = Memory()
    first = of_b(linted(ABOVE + BELOW, memory))
    again = of_b(linted(ABOVE.replace("rope", "rope\n  # and twine") + BELOW, memory))
    same = [(one, other) for one in first for other in again if one.finding is other.finding]
    assert len(same) > 2
    for one, other in same:
        assert (one.by, one.lines) == (0, 0)
        assert (other.by, other.lines) == (len("\n  # and twine"), 1)
        assert other.here.place.start.line == one.here.place.start.line + 1
        assert other.here.place.span.start == one.here.place.span.start + other.by


def test_fixes_and_related_places_move_along() -> None:
    memory = Memory()
    linted(ABOVE + BELOW, memory)
    for text in (ABOVE + "# two\n# lines\n" + BELOW, BELOW, ABOVE + BELOW):
        found, fresh = linted(text, memory).findings, linted(text).findings
        assert found == fresh
        assert any(one.fix for one in found)


def test_they_are_in_order_and_can_be_picked() -> None:
    found = linted(ABOVE + BELOW, Memory()).findings
    assert isinstance(found, Moving)
    fresh = linted(ABOVE + BELOW).findings
    assert (found[0], found[-1], found[1:3], len(found)) == (fresh[0], fresh[-1], fresh[1:3], len(fresh))
    assert found != fresh[1:]
    assert found != 4


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("goal A: Sell 10 % more  \n\ngoal B: Sing\n", "goal A: Sell 10 % more\n\ngoal B: Sing\n"),
        ("goal A: Sell 10 % more\n\ngoal B: Sing\n", "goal A: Sell 10 % more\t\n\ngoal B: Sing\n"),
        ("goal A: Sing\n  owner: Bo  \n\ngoal B: Sing\n", "goal A: Sing\n  owner: Bo\n\ngoal B: Sing\n"),
        (f"team: K\n\n{TWO}", f"team: K\r\n\n{TWO}"),
        (f"team: K\r\n\n{TWO}", f"team: K\n\n{TWO}"),
    ],
)
def test_what_is_written_behind_a_line_goes_where_it_ends_now(before: str, after: str) -> None:
    memory = Memory()
    linted(before, memory)
    assert linted(after, memory).findings == linted(after).findings
