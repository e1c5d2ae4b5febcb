"""Goals with the same key are found in the order in which they are met, whether they are few or very many."""

from __future__ import annotations

from collections import Counter
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smartlint.linter import Linter
from smartlint.project import Project
from smartlint.registry import load
from smartlint.settings import Settings
from smartlint_rules import grouping
from smartlint_rules.grouping import grouped, repeated

GOALS = "".join(f"goal {number}: Win {number % 7} new customers\n" for number in range(60))
FACTS = Linter(Settings(load(), date(2026, 2, 1))).judged_text(GOALS, "a.goals").facts


class Awkward(str):
    """A text of which many have the same hash."""

    def __hash__(self) -> int:
        return len(self) // 3


@pytest.mark.parametrize("at_a_time", [1, 7, 10_000])
def test_goals_come_in_groups_in_the_order_in_which_these_are_met(at_a_time: int) -> None:
    expected: dict[str, list[int]] = {}
    for fact in FACTS:
        if fact.index % 4:
            expected.setdefault(fact.statement, []).append(fact.index)
    with patch.object(grouping, "_AT_A_TIME", at_a_time):
        found = list(grouped(Project([FACTS[:9], FACTS[9:]]), lambda fact: fact.statement if fact.index % 4 else None))
    assert [[fact.index for fact in facts] for facts in found] == list(expected.values())


def test_keys_are_told_apart_though_their_hashes_are_the_same() -> None:
    with patch.object(grouping, "_AT_A_TIME", 5):
        found = list(grouped(Project([FACTS]), lambda fact: Awkward(fact.id)))
    assert sorted(fact.index for facts in found for fact in facts) == list(range(len(FACTS)))
    assert all(len(facts) == 1 for facts in found)


@given(some.lists(some.integers(-5, 5)), some.integers(1, 9))
def test_what_comes_more_than_once_is_found(marks: list[int], at_a_time: int) -> None:
    with patch.object(grouping, "_AT_A_TIME", at_a_time):
        assert repeated(marks) == {mark for mark, count in Counter(marks).items() if count > 1}
