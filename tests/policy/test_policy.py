"""Which goals a policy speaks of, and how firmly on which day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.facts import fold
from smartlint.goal import Goal
from smartlint.parser import parse
from smartlint.policy.policy import ENFORCEMENTS, EVERY_GOAL, Match, Policy, Ruling
from smartlint.source import Source, Span

TEXT = """\
team: South  Sales
period: 2026

goal G1: Sell 40 more season tickets by 30 June 2026
  owner: Amy Holt <amy@hall.example>, @nadia
  tags: #season, big hall

strategic goal S1: Fill the hall
  owner: Per Ås
  status: draft

vision: A full house every night

team: North
period: Q1 2027

objective O1: The hall is known
  KR1: Reach 400 readers by 1 March 2027
  KR2: Reach 40 guides
    status: done
"""
DOCUMENT = parse(TEXT, "goals/hall.goals", language="en", today=date(2026, 2, 1))
YEAR, NEXT_YEAR = (date(2026, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 12, 31))


def ids(match: Match) -> list[str]:
    return [goal.id.text or goal.kind for goal in DOCUMENT.all_goals if match.covers(DOCUMENT, goal)]


def test_nothing_stated_means_all() -> None:
    assert ids(EVERY_GOAL) == ["G1", "S1", "vision", "O1", "KR1", "KR2"]


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (Match(teams=frozenset({fold("south SALES")})), ["G1", "S1", "vision"]),
        (Match(teams=frozenset({"south sales", "north"})), ["G1", "S1", "vision", "O1", "KR1", "KR2"]),
        (Match(owners=frozenset({fold("Per ÅS")})), ["S1"]),
        (Match(owners=frozenset({"amy@hall.example"})), ["G1"]),
        (Match(owners=frozenset({"@nadia"})), ["G1"]),
        (Match(owners=frozenset({"nobody"})), []),
        (Match(tags=frozenset({"season"})), ["G1"]),
        (Match(tags=frozenset({"big hall"})), ["G1"]),
        (Match(tags=frozenset({"hall"})), []),
        (Match(tags=frozenset({"small"})), []),
        (Match(levels=frozenset({"strategic"})), ["S1"]),
        (Match(kinds=frozenset({"key_result", "vision"})), ["vision", "KR1", "KR2"]),
        (Match(statuses=frozenset({"draft", "done"})), ["S1", "KR2"]),
        (Match(periods=(NEXT_YEAR,)), ["O1", "KR1", "KR2"]),
        (Match(periods=((date(2026, 3, 1), date(2026, 3, 1)),)), ["G1", "S1", "vision"]),
        (Match(periods=(YEAR, NEXT_YEAR), statuses=frozenset({"done"})), ["KR2"]),
        (Match(teams=frozenset({"north"}), levels=frozenset({"strategic"}), statuses=frozenset({"draft"})), []),
    ],
)
def test_what_is_stated_must_hold(match: Match, expected: list[str]) -> None:
    assert ids(match) == expected


def test_of_a_file_as_a_whole_if_of_any_goal_in_it() -> None:
    assert Match(statuses=frozenset({"draft"})).covers(DOCUMENT, None)
    assert not Match(statuses=frozenset({"paused"})).covers(DOCUMENT, None)
    empty = parse("", "empty.goals", today=date(2026, 2, 1))
    assert EVERY_GOAL.covers(empty, None)
    assert not Match(levels=frozenset({"operational"})).covers(empty, None)


def test_a_goal_without_a_time_lies_in_no_period() -> None:
    document = parse("goal: Sell more\n", language="en", today=date(2026, 2, 1))
    assert not Match(periods=(YEAR,)).covers(document, document.all_goals[0])


_WORDS = st.frozensets(
    st.sampled_from(["south sales", "north", "season", "draft", "strategic", "goal", "amy holt"]), max_size=3
)
_MATCHES = st.builds(
    Match, teams=_WORDS, owners=_WORDS, tags=_WORDS, levels=_WORDS, kinds=_WORDS, statuses=_WORDS, periods=st.just(())
)


@given(_MATCHES, st.sampled_from(DOCUMENT.all_goals))
def test_who_states_more_speaks_of_fewer_goals(match: Match, goal: Goal) -> None:
    if match.covers(DOCUMENT, goal):
        for name in ("teams", "owners", "tags", "levels", "kinds", "statuses"):
            assert Match(**{name: getattr(match, name)}).covers(DOCUMENT, goal)


def policy(since: date | None, stated: str = "mandatory") -> Policy:
    return Policy("budget", Source("a\nb\n", "smartlint.toml"), Span(2, 3), stated, since=since)  # type: ignore[arg-type]


def test_it_is_advice_until_the_day_from_which_it_binds() -> None:
    one = policy(date(2026, 4, 1))
    assert one.line == 2
    assert [one.enforcement(date(2026, 3, 31)), one.enforcement(date(2026, 4, 1))] == ["advisory", "mandatory"]
    assert policy(None).enforcement(date.min) == "mandatory"


def test_what_is_no_advice_binds() -> None:
    assert ENFORCEMENTS == ("advisory", "waivable", "mandatory")
    assert [Ruling(policy(None), one).binds for one in ENFORCEMENTS] == [False, True, True]
