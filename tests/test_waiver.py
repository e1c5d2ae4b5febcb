"""Waivers excuse what they name and nothing else, for a time."""

from datetime import date

import pytest

from smartlint.linter import Result, Settings, lint_texts
from smartlint.rule import Rule
from smartlint.source import Source, Span
from smartlint.testing import TODAY
from smartlint.waiver import Waiver
from tests.sample_rules import (
    RULE_CRASHED,
    AlwaysAnyFile,
    AnyFile,
    BadWord,
    CleanGoal,
    GoalCrash,
    SameGoal,
    UglyWord,
    codes,
)

FILE = Source("[[waiver]]\n", "smartlint-waivers.toml")


def waiver(rule: str = "WRD001", path: str = "", goal: str = "", expires: date | None = None) -> Waiver:
    return Waiver(rule, "it takes until June", "Amy Holt", FILE, Span(0, 10), path, goal, "the board", expires)


def run(texts: dict[str, str], *waivers: Waiver, rules: tuple[type[Rule], ...] = (BadWord, UglyWord)) -> Result:
    return lint_texts(texts, Settings(rules, TODAY, waivers=waivers))


def excused(texts: dict[str, str], *waivers: Waiver) -> list[tuple[str, str, str]]:
    return [(one.finding.rule.code, one.finding.place.path, "/".join(one.finding.goal)) for one in run(texts, *waivers).waived]


def test_what_is_waived_is_no_finding_and_has_its_waiver() -> None:
    first, second = waiver("WRD002"), waiver("WRD001", "a.goals")
    result = run({"a.goals": "goal A: bad ugly\n", "b.goals": "goal B: bad\n"}, first, second)
    assert [(found.rule.code, found.place.path) for found in result.findings] == [("WRD001", "b.goals")]
    assert [(one.finding.rule.code, one.waiver) for one in result.waived] == [("WRD001", second), ("WRD002", first)]
    assert result.sources["a.goals"].slice(result.waived[0].finding.place.span) == "bad"


@pytest.mark.parametrize("rule", ["WRD001", "wrd001", "bad-word", "WRD", "ALL"])
def test_a_rule_is_named_as_everywhere(rule: str) -> None:
    assert excused({"a.goals": "goal A: bad\n"}, waiver(rule)) == [("WRD001", "a.goals", "A")]


@pytest.mark.parametrize("rule", ["WRD002", "bad", "001", "qqqq"])
def test_another_rule_is_not_excused(rule: str) -> None:
    assert excused({"a.goals": "goal A: bad\n"}, waiver(rule)) == []


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", ["a.goals", "s/b.goals", "s/t/c.goals", "s.goals"]),
        ("**", ["a.goals", "s/b.goals", "s/t/c.goals", "s.goals"]),
        ("**/*.goals", ["a.goals", "s/b.goals", "s/t/c.goals", "s.goals"]),
        ("*.goals", ["a.goals", "s.goals"]),
        ("?.goals", ["a.goals", "s.goals"]),
        ("s/**", ["s/b.goals", "s/t/c.goals"]),
        ("s/", ["s/b.goals", "s/t/c.goals"]),
        ("s", ["s/b.goals", "s/t/c.goals"]),
        ("s/*", ["s/b.goals", "s/t/c.goals"]),
        ("s/*.goals", ["s/b.goals"]),
        ("s/*/c.goals", ["s/t/c.goals"]),
        ("**/c.goals", ["s/t/c.goals"]),
        ("s/b.goals", ["s/b.goals"]),
        ("b.goals", []),
        ("S/b.goals", []),
        ("s/b+goals", []),
    ],
)
def test_a_path_is_a_glob(path: str, found: list[str]) -> None:
    texts = dict.fromkeys(("a.goals", "s/b.goals", "s/t/c.goals", "s.goals"), "goal A: bad\n")
    assert sorted(one[1] for one in excused(texts, waiver(path=path))) == sorted(found)


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("A", ["A"]),
        ("a", ["A"]),
        ("A.1", ["A/A.1"]),
        ("A/A.1", ["A/A.1"]),
        ("Web/A", ["A"]),
        ("web team/A", []),
        ("Web/A.1", ["A/A.1"]),
        ("sales/q3/A.1", ["A/A.1"]),
        ("q3/A/A.1", ["A/A.1"]),
        ("B", ["B"]),
        (".1", []),
        ("3/A", []),
        ("C", []),
    ],
)
def test_a_goal_is_named_by_its_id_and_what_stands_above_it(goal: str, found: list[str]) -> None:
    text = "team: Web\n\ngoal A: bad\n  goal A.1: bad\n\ngoal B: bad\n"
    assert [one[2] for one in excused({"sales/q3.goals": text}, waiver(goal=goal))] == found


def test_a_path_and_a_goal_narrow_each_other() -> None:
    texts = dict.fromkeys(("a.goals", "b.goals"), "goal A: bad\n\ngoal B: bad\n")
    assert excused(texts, waiver(path="b.goals", goal="A")) == [("WRD001", "b.goals", "A")]


def test_a_waiver_of_a_goal_excuses_nothing_that_is_said_of_no_goal() -> None:
    texts = {"a.goals": "goal A: bad\n"}
    assert run(texts, waiver("DOC001", goal="A"), rules=(AnyFile,)).waived == []
    assert len(run(texts, waiver("DOC001"), rules=(AnyFile,)).waived) == 1


def test_rules_over_files_are_excused_too() -> None:
    texts = {"a.goals": "goal A: same\n", "b.goals": "goal B: same\n"}
    assert len(run(texts, waiver("PRO001", goal="B"), rules=(SameGoal,)).waived) == 1
    assert run(texts, waiver("PRO001", goal="A"), rules=(SameGoal,)).waived == []


@pytest.mark.parametrize(("expires", "holds"), [(TODAY, True), (date(2026, 1, 31), False), (None, True)])
def test_a_waiver_holds_up_to_its_last_day(expires: date | None, holds: bool) -> None:
    result = run({"a.goals": "goal A: bad\n"}, waiver(expires=expires))
    assert (len(result.waived), len(result.findings)) == ((1, 0) if holds else (0, 1))


def test_one_that_holds_takes_the_place_of_one_that_has_expired() -> None:
    last = waiver(expires=date(2026, 6, 30))
    result = run({"a.goals": "goal A: bad\n"}, waiver(expires=date(2026, 1, 1)), last)
    assert [one.waiver for one in result.waived] == [last]


def test_what_is_always_on_is_never_excused() -> None:
    result = run({"a.goals": "goal A: crash\n"}, waiver("ALL"), rules=(AlwaysAnyFile, GoalCrash, RULE_CRASHED))
    assert sorted(codes(result)) == ["DOC002", "INT001"]
    assert [one.finding.rule for one in result.waived] == [GoalCrash]


def test_what_is_suppressed_needs_no_waiver() -> None:
    result = run({"a.goals": "goal A: bad  # smartlint: ignore[WRD001]\n"}, waiver())
    assert (len(result.findings), len(result.suppressed), len(result.waived)) == (0, 1, 0)


def test_a_cause_that_is_waived_is_still_the_cause() -> None:
    result = run({"a.goals": "goal A: bad\n"}, waiver(), rules=(CleanGoal, BadWord))
    assert result.findings == []
    assert [one.finding.rule for one in result.waived] == [BadWord]


def test_what_is_waived_is_sorted() -> None:
    result = run(dict.fromkeys(("b.goals", "a.goals"), "goal A: ugly bad\n"), waiver("WRD"))
    assert [(one.finding.place.path, one.finding.rule.code) for one in result.waived] == [
        (path, code) for path in ("a.goals", "b.goals") for code in ("WRD002", "WRD001")
    ]
