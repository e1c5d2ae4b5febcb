"""Carrying: cells that say what the row above says, or nothing."""

from __future__ import annotations

import pytest

from smartlint.readers.carrying import carried, is_empty
from smartlint.source import Span


@pytest.mark.parametrize("cell", ["", "–", " - ", "n/a", "?"])
def test_signs_that_say_nothing(cell: str) -> None:
    assert is_empty(cell, Span(0, len(cell)))


def test_the_team_left_of_the_goals_goes_on_and_the_owner_behind_them_does_not() -> None:
    text = "Sales Kim"
    above, empty = (Span(0, 5), Span(0, 5), Span(6, 9)), Span(9, 9)
    assert carried(text, (empty, empty, empty), above, 1, {0: "team", 2: "owner"}) == (Span(0, 5), empty, empty)


def test_a_ditto_sign_repeats_any_cell() -> None:
    text = 'Kim "'
    assert carried(text, (Span(4, 5),), (Span(0, 3),), 0, {}) == (Span(0, 3),)
