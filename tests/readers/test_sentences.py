"""Which texts can be goals."""

from __future__ import annotations

import pytest

from smartlint.language.times import Anchor
from smartlint.readers.nodes import Scalar
from smartlint.readers.sentences import Sentences
from smartlint.source import Span
from smartlint.testing import TODAY

SENTENCES = Sentences("en", Anchor(TODAY))


def scalar(text: str) -> Scalar:
    return Scalar(Span(0, len(text)), (Span(0, len(text)),), text)


@pytest.mark.parametrize(
    "text", ["Sign 12 new customers", "Lose weight", "99.5 % of calls answered", "Nobody waits for a table"]
)
def test_goals(text: str) -> None:
    assert SENTENCES.is_goal(scalar(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "XXX",
        "TBD",
        "42",
        "install",
        "clean verify -P release",
        "reg:squarederror",
        "goals/2026.md",
        "https://goals.example/2026",
        "Reach {{ target }} by June",
        "Your goals",
        "Add a new goal",
        "Objective",
        "[goal here]",
        "word " * 70,
    ],
)
def test_others(text: str) -> None:
    assert not SENTENCES.is_goal(scalar(text))


def test_a_topic_is_a_goal_where_fields_say_so() -> None:
    assert not SENTENCES.is_goal(scalar("Profitability"), 1)
    assert SENTENCES.is_goal(scalar("Profitability"), 2)
    assert SENTENCES.is_goal(scalar("Customer satisfaction"), 1)
    assert not SENTENCES.is_goal(scalar("Customer satisfaction"))


def test_a_list_is_one_of_goals_if_most_of_it_is() -> None:
    assert SENTENCES.are_goals([scalar("Sign 12 customers"), scalar("Open 3 shops"), scalar("tbd")])
    assert not SENTENCES.are_goals([scalar("clean"), scalar("package"), scalar("Open 3 shops")])
    assert not SENTENCES.are_goals([])


def test_what_is_clearly_one() -> None:
    assert SENTENCES.is_clearly_goal(scalar("Sign 12 new customers"))
    assert not SENTENCES.is_clearly_goal(scalar("Sales and marketing"))
    assert not SENTENCES.is_clearly_goal(scalar("Reach all our goals in time"))
