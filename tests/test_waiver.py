"""Waivers excuse what they name and nothing else, for a time."""

from dataclasses import replace
from datetime import date

import pytest

from smartlint.linter import Result, Settings, lint_texts
from smartlint.policy.policy import Enforcement, Policy
from smartlint.rule import Rule
from smartlint.source import Source, Span
from smartlint.suppression import Selectors
from smartlint.testing import TODAY
from smartlint.waiver import Waiver, Waivers
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


def policy(name: str, max_days: int = 0, approvers: tuple[str, ...] = (), *, mandatory: bool = False) -> Policy:
    stated: Enforcement = "mandatory" if mandatory else "waivable"
    return Policy(name, FILE, Span(0, 10), stated, max_days=max_days, approvers=approvers)


class TestPolicies:
    """What a policy asks of waivers."""

    @staticmethod
    def judged(one: Waiver, *policies: Policy) -> list[str]:
        """Why a waiver of a finding is refused."""
        waivers = Waivers([one], Selectors((BadWord,)), TODAY)
        excused = waivers.excuse(BadWord, "a.goals", None, policies)
        (standing,) = waivers.standings
        assert (excused is None) == bool(standing.refusals)
        assert standing.excused == (0 if standing.refusals else 1)
        found = list(waivers.problems(frozenset(), frozenset(), partial=False))
        assert [problem.variant for _, problem in found] == [refusal.variant for refusal in standing.refusals]
        assert standing.state == ("refused" if standing.refusals else "active")
        return [refusal.variant for refusal in standing.refusals]

    @pytest.mark.parametrize(
        ("begins", "expires", "refused"),
        [
            (None, date(2026, 3, 3), []),
            (None, date(2026, 3, 4), ["length"]),
            (date(2026, 1, 15), date(2026, 2, 14), []),
            (date(2026, 1, 15), date(2026, 2, 15), ["length"]),
            (date(2026, 1, 15), None, ["endless"]),
        ],
    )
    def test_it_lasts_no_longer_than_allowed(self, begins: date | None, expires: date | None, refused: list[str]) -> None:
        one = replace(waiver(), begins=begins, expires=expires)
        assert self.judged(one, policy("short", max_days=30)) == refused
        assert self.judged(one) == []

    @pytest.mark.parametrize(
        ("approver", "refused"),
        [
            ("Kari Nordmann", []),
            ("  kari  NORDMANN ", []),
            ("Kari Nordmann <kari@example.com>", []),
            ("kari@example.com", ["approver"]),
            ("ola@example.com", []),
            ("Ola", []),
            ("Kari", ["approver"]),
            ("Eve", ["approver"]),
            ("ola <OLA@example.com>", []),
            ("Ola <eve@example.com>", ["approver"]),
            ("Eve <ola@example.com>", []),
            ("Eve <Kari Nordmann>", ["approver"]),
            ("Kari Nordmann, Eve", ["approver"]),
            ("<>", ["approver"]),
            ("<@>", ["approver"]),
            ("", ["unapproved"]),
        ],
    )
    def test_only_those_may_approve_it(self, approver: str, refused: list[str]) -> None:
        asked = policy("strict", approvers=("Kari Nordmann", "Ola <ola@example.com>"))
        assert self.judged(replace(waiver(), approver=approver), asked) == refused

    def test_what_is_mandatory_is_never_excused(self) -> None:
        assert self.judged(waiver(), policy("law", mandatory=True)) == ["mandatory"]

    def test_a_policy_that_binds_later_asks_nothing_yet(self) -> None:
        law = replace(policy("law", max_days=1, mandatory=True), since=date(2026, 2, 2))
        assert self.judged(waiver(), law) == []
        assert self.judged(waiver(), replace(law, since=TODAY)) == ["mandatory"]

    def test_it_has_to_please_every_policy_and_each_says_why_not(self) -> None:
        policies = [policy("a", max_days=30), policy("b", approvers=("Kari",)), policy("c"), policy("a", max_days=30)]
        assert self.judged(waiver(), *policies) == ["endless", "approver"]
        assert self.judged(replace(waiver(expires=TODAY), approver="Kari"), *policies) == []

    def test_another_waiver_may_still_excuse(self) -> None:
        good = replace(waiver(expires=TODAY), approver="Kari")
        waivers = Waivers([waiver(), good], Selectors((BadWord,)), TODAY)
        assert waivers.excuse(BadWord, "a.goals", None, [policy("a", 30, ("Kari",))]) == good
        assert [one.excused for one in waivers.standings] == [0, 1]

    def test_one_that_has_expired_is_not_judged_any_more(self) -> None:
        waivers = Waivers([waiver(expires=date(2026, 1, 1))], Selectors((BadWord,)), TODAY)
        assert waivers.excuse(BadWord, "a.goals", None, [policy("a", mandatory=True)]) is None
        assert [(one.state, one.refusals) for one in waivers.standings] == [("expired", [])]


@pytest.mark.parametrize(("begins", "holds"), [(TODAY, True), (date(2026, 2, 2), False)])
def test_a_waiver_holds_from_its_first_day_on(begins: date, holds: bool) -> None:
    result = run({"a.goals": "goal A: bad\n"}, replace(waiver(), begins=begins))
    assert (len(result.waived), len(result.findings)) == ((1, 0) if holds else (0, 1))
