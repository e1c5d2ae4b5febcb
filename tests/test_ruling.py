"""What policies find beside the settings of a file, and whose finding is whose when several ask for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smartlint.finding import Finding, Result
from smartlint.linter import Linter, Settings, lint_texts
from smartlint.policy.policy import EVERY_GOAL, Enforcement, Match, Policy
from smartlint.registry import load
from smartlint.rule import Context, Goal, GoalRule, Notice, Option, Project, ProjectRule, Report, Rule, Witness
from smartlint.source import Source, Span
from smartlint.waiver import Waiver

TODAY = date(2026, 2, 1)
TEXT = """\
team: South
goal G1: Win 10 customers
  status: draft
goal G2: Win 20 customers
goal G3: Win 30 customers
  status: done
"""
SOURCE = Source("policies\n", "policy.toml")
ALWAYS = tuple(rule for rule in load() if rule.always)
SUPPRESSION = tuple(rule for rule in load() if rule.code == "SUP001")


class Long(GoalRule):
    """Finds goals longer than so many words; far longer ones at another level."""

    code = "TST001"
    name = "long-goal"
    title = "A long goal"
    level = "warning"
    options = (Option("words", 2, {"type": "integer"}, "how many"),)
    messages = {"long": "more than {limit} words"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if len(goal.statement.text.split()) > context.options["words"]:
            yield self.report("long", goal.head, limit=context.options["words"])


class Echo(GoalRule):
    """Finds every goal, and keeps quiet where the other one has."""

    code = "TST002"
    name = "echo"
    title = "A goal"
    level = "error"
    messages = {"goal": "a goal"}
    yields_to = ("TST001",)

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        yield self.report("goal", goal.head)


class Count(ProjectRule):
    """Counts goals, and says so."""

    code = "TST003"
    name = "count"
    title = "Too many"
    level = "error"
    options = (Option("most", 9, {"type": "integer"}, "how many"),)
    messages = {"many": "more than {most} of {count}", "counted": "{count}"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        yield Notice("counted", {"count": len(project.goals)})
        for fact in project.goals[options["most"] :]:
            yield self.report(
                "many", fact.head, goal=fact.index, file=fact.file, most=options["most"], count=len(project.goals)
            )


class Broken(GoalRule):
    """Cannot judge anything."""

    code = "TST004"
    name = "broken"
    title = "Broken"
    level = "error"
    messages = {"never": "never"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        raise RuntimeError("no")


def policy(
    *rules: type[Rule],
    name: str = "decided",
    enforcement: Enforcement = "mandatory",
    match: Match = EVERY_GOAL,
    options: Mapping[str, Any] | None = None,
    **more: Any,
) -> Policy:
    """A policy with the defaults of its rules' options, but for those given."""
    configured = {}
    for rule in rules:
        defaults = {option.name: option.default for option in rule.options}
        configured[rule] = {**defaults, **{key: value for key, value in (options or {}).items() if key in defaults}}
    return Policy(name, SOURCE, Span(0, 8), enforcement, match, rules, configured, **more)


def lint(*policies: Policy, text: str = TEXT, rules: tuple[type[Rule], ...] = (), **settings: Any) -> Result:
    return lint_texts(
        {"a.goals": text}, Settings((*rules, *ALWAYS), TODAY, policies=policies, known=(Long, Echo, Count, *load()), **settings)
    )


def brief(findings: Sequence[Finding]) -> list[tuple[str, str, str, str]]:
    return [
        (
            "/".join(one.goal),
            one.rule.code,
            one.level,
            f"{one.ruling.policy.name} {one.ruling.enforcement}" if one.ruling else "",
        )
        for one in findings
    ]


def test_a_rule_that_nobody_has_turned_on() -> None:
    assert brief(lint(policy(Long)).findings) == [
        ("G1", "TST001", "warning", "decided mandatory"),
        ("G2", "TST001", "warning", "decided mandatory"),
    ]


@pytest.mark.parametrize("enforcement", ["waivable", "mandatory"])
def test_what_binds_fails_whatever_its_level(enforcement: Enforcement) -> None:
    result = lint(policy(Long, enforcement=enforcement, levels={Long: ("info",)}))
    assert {one.level for one in result.findings} == {"info"}
    assert result.fails(("error",))


def test_advice_never_fails_and_is_no_error() -> None:
    result = lint(policy(Echo, enforcement="advisory"))
    assert {one.level for one in result.findings} == {"warning"}
    assert not result.fails(("error", "warning", "info"))


def test_advice_on_what_the_file_asks_for_itself_leaves_that_as_it_is() -> None:
    result = lint(policy(Echo, Long, enforcement="advisory", levels={Long: ("error",)}), rules=(Echo, Long))
    echoes = [one for one in result.findings if one.rule is Long]
    assert brief(echoes)[0] == ("G1", "TST001", "warning", "decided advisory")
    assert not result.fails(("error",))
    assert result.fails(("warning",))


def test_only_the_goals_that_it_speaks_of() -> None:
    assert brief(lint(policy(Long, match=Match(statuses=frozenset({"draft"})))).findings) == [
        ("G1", "TST001", "warning", "decided mandatory")
    ]


def test_closed_goals_if_it_names_them() -> None:
    found = brief(lint(policy(Long, match=Match(statuses=frozenset({"done", "draft"}))), rules=(Long,)).findings)
    assert found == [
        ("G1", "TST001", "warning", "decided mandatory"),
        ("G2", "TST001", "warning", ""),
        ("G3", "TST001", "warning", "decided mandatory"),
    ]


def test_one_cause_is_one_finding_with_the_strictest_level() -> None:
    result = lint(
        policy(Long, name="soft", enforcement="waivable", levels={Long: ("error",)}),
        policy(Long, name="hard", levels={Long: ("info",)}),
        policy(Long, name="advice", enforcement="advisory"),
        rules=(Long,),
    )
    assert brief(result.findings) == [("G1", "TST001", "error", "hard mandatory"), ("G2", "TST001", "error", "hard mandatory")]


@pytest.mark.parametrize("own", [{}, {"configured": {Long: {"words": 9}}}, {"levels": {Long: ("info",)}}])
def test_laxer_settings_of_the_file_weaken_nothing(own: dict[str, Any]) -> None:
    result = lint(policy(Long, options={"words": 1}), rules=(Long,), **own)
    assert [(one.params["limit"], one.level) for one in result.findings] == [(1, "warning")] * 2


def test_stricter_settings_of_the_file_stay_its_own() -> None:
    result = lint(policy(Long, options={"words": 9}), rules=(Long,))
    assert brief(result.findings) == [("G1", "TST001", "warning", ""), ("G2", "TST001", "warning", "")]


class TestNothingSilencesIt:
    """Suppressions, waivers, and rules that the same cause is told by."""

    HIDDEN = TEXT.replace("10 customers\n", "10 customers  # smartlint: ignore[TST001] -- new\n")
    WAIVER = Waiver("TST001", "new", "Amy Holt", Source("w\n", "waivers.toml"), Span(0, 1))

    @pytest.mark.parametrize(("enforcement", "left"), [("advisory", 1), ("waivable", 2), ("mandatory", 2)])
    def test_a_comment(self, enforcement: Enforcement, left: int) -> None:
        result = lint(policy(Long, enforcement=enforcement), text=self.HIDDEN, rules=SUPPRESSION)
        assert len([one for one in result.findings if one.rule is Long]) == left
        told = [one.message("en") for one in result.findings if one.rule is not Long]
        said = "this suppression has no effect: the policy `decided` lets nobody suppress TST001 here"
        assert told == ([said] if left == 2 else [])

    def test_a_comment_that_hides_something_else_as_well(self) -> None:
        text = self.HIDDEN.replace("ignore[TST001]", "ignore[TST001, TST002]")
        result = lint(policy(Long), text=text, rules=(Echo, *SUPPRESSION))
        assert brief(result.suppressed) == []
        result = lint(policy(Long, match=Match(teams=frozenset({"north"}))), text=text, rules=(Echo, Long, *SUPPRESSION))
        assert brief(result.suppressed) == [("G1", "TST001", "warning", "")]

    @pytest.mark.parametrize(("enforcement", "waived"), [("advisory", 2), ("waivable", 2), ("mandatory", 0)])
    def test_a_waiver(self, enforcement: Enforcement, waived: int) -> None:
        result = lint(policy(Long, enforcement=enforcement), waivers=(self.WAIVER,))
        assert len(result.waived) == waived
        assert result.fails(("error",)) == (not waived)

    def test_a_waiver_that_the_policy_does_not_accept(self) -> None:
        soft = policy(Long, enforcement="waivable", approvers=("Ida Holm",))
        assert lint(soft, waivers=(self.WAIVER,)).fails(("error",))
        assert not lint(soft, waivers=(replace(self.WAIVER, approver="Ida Holm"),)).fails(("error",))

    def test_waivers_by_a_policy_that_asks_for_nothing_else(self) -> None:
        only = policy(name="who", enforcement="waivable", approvers=("Ida Holm",))
        assert len(lint(only, rules=(Long,), waivers=(self.WAIVER,)).waived) == 0
        elsewhere = replace(only, match=Match(teams=frozenset({"north"})))
        assert len(lint(elsewhere, rules=(Long,), waivers=(self.WAIVER,)).waived) == 2

    def test_a_rule_whose_finding_has_the_same_cause(self) -> None:
        assert [one[1] for one in brief(lint(rules=(Long, Echo)).findings)] == ["TST001"] * 2
        found = brief(lint(policy(Echo), rules=(Long, Echo)).findings)
        assert [one for one in found if one[1] == "TST002"] == [
            ("G1", "TST002", "error", "decided mandatory"),
            ("G2", "TST002", "error", "decided mandatory"),
        ]
        found = brief(lint(policy(Echo, enforcement="waivable"), policy(Long)).findings)
        assert [one[1] for one in found] == ["TST001"] * 2

    def test_until_it_binds_it_is_advice(self) -> None:
        later = policy(Long, since=date(2026, 2, 2))
        assert brief(lint(later, text=self.HIDDEN).findings) == [("G2", "TST001", "warning", "decided advisory")]
        assert not lint(later).fails(("warning",))


class TestOverSeveralFiles:
    """A rule over all files, and files that a policy alone judges."""

    TEXTS = {"a.goals": "goal A: Win 1\ngoal B: Win 2\n", "old/b.goals": "goal C: Win 3\n"}

    def test_each_report_is_the_policys_that_speaks_of_its_goal(self) -> None:
        few = policy(Count, options={"most": 1})
        result = lint_texts(self.TEXTS, Settings((Count,), TODAY, policies=(few,)))
        assert [(one.place.path, one.params["most"]) for one in result.findings] == [("a.goals", 1), ("old/b.goals", 1)]
        assert [one.params for one in result.notices] == [{"count": 3}]

    def test_what_is_passed_by_counts_for_policies_alone(self) -> None:
        few = policy(Count, Long, options={"most": 2, "words": 1})
        own = Settings((Count, Echo), TODAY, configured={Count: {"most": 1}}, policies=(few,))
        aside = Settings((), TODAY, policies=(few,), passed_by=True)
        linter = Linter(lambda path: aside if path.startswith("old/") else own)
        for path, text in self.TEXTS.items():
            linter.check_text(text, path)
        found = [(one.place.path, one.rule.code, one.params.get("count")) for one in linter.finish().findings]
        assert ("a.goals", "TST003", 2) in found
        assert [one for one in found if one[0] == "old/b.goals"] == [
            ("old/b.goals", "TST001", None),
            ("old/b.goals", "TST003", 3),
        ]


def test_a_rule_that_fails_is_told_once_and_is_no_policys() -> None:
    result = lint(policy(Broken), text="goal G1: Win\n", rules=(Broken,))
    assert result.crashed
    assert [(one.rule.always, one.ruling) for one in result.findings] == [(True, None)]


def test_a_rule_that_fails_where_only_a_policy_asks_for_it() -> None:
    result = lint(policy(Broken), text="goal G1: Win\n")
    assert result.crashed
    assert [one.rule.always for one in result.findings] == [True]


def test_without_policies_nothing_is_run_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def check(rule: Long, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        calls.append(goal.id.text)
        yield from ()

    monkeypatch.setattr(Long, "check", check)
    lint(rules=(Long,))
    assert calls == ["G1", "G2"]
    lint(policy(Long), rules=(Long,))
    assert calls == ["G1", "G2"] * 2  # what the file's settings judge alike is judged once
