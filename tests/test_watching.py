from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartlint.facts import supporters
from smartlint.goal import Document
from smartlint.parser import parse
from smartlint.watching import Sayings, Shown, Watched

TEXT = "team: Bakery\ngoal A: Sell 4 cakes\ngoal B: Bake 4 cakes\n  supports: A\n"


@pytest.fixture
def document() -> Document:
    return parse(TEXT, "a.goals", today=date(2026, 2, 1))


def other(text: str) -> Document:
    return parse(text, "a.goals", today=date(2026, 2, 1))


@pytest.mark.parametrize("name", ["goals", "all_goals", "problems", "directives", "parts", "hidden"])
def test_who_asks_for_all_of_it_is_asked_again_each_time(document: Document, name: str) -> None:
    watched = Watched(document)
    assert getattr(watched, name) == getattr(document, name)
    assert not watched.asked.holds(document)


def test_who_asks_for_nothing_else_says_the_same_again(document: Document) -> None:
    watched = Watched(document)
    assert (watched.source, watched.language, watched.tied) == (document.source, document.language, document.tied)
    assert watched.parent(document.goals[0]) is None
    assert watched.asked.holds(other("goal Z: Else\n"))


def test_it_is_counted_how_often_somebody_looks_beside_a_goal(document: Document) -> None:
    watched, goal = Watched(document), document.goals[0]
    assert (watched.source, watched.language, watched.asked.looks) == (document.source, document.language, 0)
    assert [watched.parent(goal), watched.asked.looks] == [None, 1]
    assert [supporters(watched, goal), watched.asked.looks] == [(document.goals[1],), 2]
    assert [watched.sections, watched.asked.looks] == [document.sections, 3]
    assert [watched.goals, watched.asked.looks] == [document.goals, 4]


def test_who_asks_for_headings_is_asked_again_if_they_are_others(document: Document) -> None:
    watched = Watched(document)
    assert watched.sections == document.sections
    assert watched.asked.holds(document)
    assert not watched.asked.holds(other("team: Kitchen\n"))


def test_who_asks_for_what_supports_a_goal_is_asked_again_if_that_is_another(document: Document) -> None:
    watched = Watched(document)
    assert supporters(watched, document.goals[0]) == (document.goals[1],)
    assert watched.asked.holds(document)
    assert not watched.asked.holds(other(TEXT))


def test_of_a_part_there_are_no_other_goals(document: Document) -> None:
    part = document.parts[1]
    shown = Shown(document, part)
    assert (shown.all_goals, shown.goals, shown.sections) == (part.goals, part.roots, ())
    assert shown.asked.holds(document)


def test_what_was_said_of_a_part_lasts_as_long_as_the_part(document: Document) -> None:
    sayings, part = Sayings(), document.parts[1]

    def said(by: Sayings, most: int) -> Any:
        return dict(by.recalled(by.key(("rules", {"most": most})), document))[part]

    assert said(sayings, 4) is None
    sayings.keep(part, sayings.key(("rules", {"most": 4})), Watched(document).asked, ["said"])
    assert said(sayings, 4) == ["said"]
    assert said(sayings, 5) is None
    assert said(Sayings(), 4) is None
