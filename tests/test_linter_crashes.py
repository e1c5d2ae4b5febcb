"""A rule that fails costs one finding, and the rest goes on."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartlint.rule import (
    Context,
    Document,
    Goal,
    GoalRule,
    Notice,
    ProblemRule,
    Project,
    Report,
    Rule,
    Span,
    Witness,
)
from smartlint.testing import lint
from tests import sample_rules
from tests.sample_rules import (
    RULE_CRASHED,
    AlwaysAnyFile,
    AlwaysFileCrash,
    AnyFile,
    AnyGoal,
    BadWord,
    FileCrash,
    GoalCrash,
    ProjectCrash,
    SameGoal,
    codes,
    crashes,
)


def test_a_rule_that_raises_costs_one_finding_at_its_goal_and_the_rest_goes_on() -> None:
    text = "goal A: bad\n\ngoal B: bad crash\n\ngoal C: bad\n"
    result = lint({"a.goals": text, "b.goals": "goal D: bad\n"}, GoalCrash, BadWord, RULE_CRASHED)
    assert result.crashed
    (crash,) = crashes(result)
    assert (crash.place.path, crash.place.start, crash.goal) == ("a.goals", (3, 1), ("B",))
    assert result.sources["a.goals"].slice(crash.place.span) == "goal B"
    assert codes(result).count("WRD001") == 4
    # what the rule said before it failed, and at the other goals, is kept
    assert [found.goal for found in result.findings if found.rule is GoalCrash] == [("A",), ("B",), ("C",), ("D",)]


def test_the_finding_names_the_rule_the_error_and_the_line() -> None:
    (crash,) = crashes(lint("goal A: crash\n", GoalCrash, RULE_CRASHED))
    lines = Path(sample_rules.__file__).read_text(encoding="utf-8").splitlines()
    line = next(number for number, line in enumerate(lines, 1) if 'ValueError("no luck")' in line)
    assert crash.params == {
        "rule": "CRA001",
        "name": "goal-crash",
        "error": "ValueError: no luck",
        "where": f"{GoalCrash.__module__}, line {line}",
    }
    assert "CRA001 goal-crash" in crash.message("en")
    assert f"{GoalCrash.__module__}, line" in crash.help("en")
    assert crash.level == "error"


def test_where_is_the_rule_s_own_line_though_the_error_lies_deeper() -> None:
    class DeepCrash(AnyGoal):
        code = "CRA005"
        name = "deep-crash"

        def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
            yield json.loads("{")

    (crash,) = crashes(lint("goal A: x\n", DeepCrash, RULE_CRASHED))
    line = DeepCrash.check.__code__.co_firstlineno + 1
    assert crash.params["where"] == f"{__name__}, line {line}"


def test_a_rule_that_raises_at_two_goals_costs_one_finding_for_each() -> None:
    result = lint("goal A: crash\n\ngoal B: crash\n", GoalCrash, RULE_CRASHED)
    assert [crash.goal for crash in crashes(result)] == [("A",), ("B",)]
    assert len({crash.fingerprint for crash in crashes(result)}) == 2


def test_a_document_rule_that_raises() -> None:
    texts = {"a.goals": "goal A: bad\n", "b.goals": "goal B: bad\n"}
    result = lint(texts, FileCrash, AnyFile, BadWord, SameGoal, RULE_CRASHED)
    assert result.crashed
    found = [(crash.place.path, crash.place.start, crash.goal, crash.params["rule"]) for crash in crashes(result)]
    assert found == [("a.goals", (1, 1), (), "CRA002"), ("b.goals", (1, 1), (), "CRA002")]
    assert sorted(codes(result)) == ["DOC001", "DOC001", "INT001", "INT001", "PRO001", "WRD001", "WRD001"]


def test_a_project_rule_that_raises() -> None:
    texts = {"b.goals": "goal B: bad\n", "a.goals": "goal A: bad\n"}
    result = lint(texts, ProjectCrash, SameGoal, BadWord, RULE_CRASHED)
    assert result.crashed
    (crash,) = crashes(result)
    assert (crash.place.path, crash.place.start, crash.goal) == ("a.goals", (1, 1), ())
    assert crash.params["error"] == "ValueError: no luck with projects"
    assert sorted(codes(result)) == ["CRA004", "INT001", "PRO001", "WRD001", "WRD001"]


def test_a_project_rule_that_raises_though_there_is_no_file() -> None:
    result = lint({}, ProjectCrash, RULE_CRASHED)
    assert result.crashed
    assert result.findings == []


def test_a_project_rule_that_names_no_file() -> None:
    class Lost(SameGoal):
        code = "CRA006"
        name = "lost"

        def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
            yield self.report("same", Span(0, 1))

    result = lint("goal A: bad\n", Lost, BadWord, RULE_CRASHED)
    assert codes(result) == ["INT001", "WRD001"]
    assert crashes(result)[0].params["rule"] == "CRA006"


def test_a_rule_that_is_always_on_may_raise_too() -> None:
    result = lint("goal A: bad\n", AlwaysFileCrash, BadWord, RULE_CRASHED)
    assert result.crashed
    assert codes(result) == ["INT001", "WRD001"]


def test_a_crash_doubles_no_finding_of_a_rule_that_is_always_on() -> None:
    result = lint("goal A: crash\n", AlwaysAnyFile, GoalCrash, RULE_CRASHED)
    assert sorted(codes(result)) == ["CRA001", "DOC002", "INT001"]


@pytest.mark.parametrize("kind", [AnyGoal, AnyFile, SameGoal])
def test_a_rule_that_cannot_even_be_made(kind: type[Rule]) -> None:
    def fail(self: Rule) -> None:
        raise ValueError("no luck at all")

    unmade = type("Unmade", (kind,), {"code": "CRA007", "name": "unmade", "__init__": fail, "__module__": __name__})
    result = lint({"b.goals": "goal B: bad\n", "a.goals": "goal A: bad\n"}, unmade, BadWord, RULE_CRASHED)
    assert result.crashed
    (crash,) = crashes(result)
    assert (crash.place.path, crash.place.start, crash.params["rule"]) == ("a.goals", (1, 1), "CRA007")
    assert crash.params["error"] == "ValueError: no luck at all"
    assert crash.params["where"] == f"{__name__}, line {fail.__code__.co_firstlineno + 1}"
    assert codes(result) == ["INT001", "WRD001", "WRD001"]
    assert lint({}, unmade, RULE_CRASHED).crashed


def test_a_rule_that_lacks_its_check() -> None:
    class Hollow(GoalRule):
        code = "CRA008"
        name = "hollow"
        title = "A rule without a check"
        level = "warning"
        messages = {"never": "never"}

    result = lint("goal A: bad\n", Hollow, BadWord, RULE_CRASHED)
    assert codes(result) == ["INT001", "WRD001"]
    assert "check" in crashes(result)[0].params["error"]


def test_a_rule_about_problems_that_raises_at_each() -> None:
    class ProblemCrash(ProblemRule):
        code = "CRA009"
        name = "problem-crash"
        title = "A rule with a fault"
        level = "warning"
        kind = "expired-suppression"
        messages = {"never": "never"}

        def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
            if document.problems:
                raise ValueError("no luck with problems")
            yield from ()

    text = "goal A: bad  # smartlint: ignore[WRD001] until=2026-01-01\n"
    result = lint(text, ProblemCrash, BadWord, RULE_CRASHED)
    assert codes(result) == ["INT001", "WRD001"]
    assert crashes(result)[0].params["rule"] == "CRA009"


def test_without_a_crash_nothing_is_said_of_one() -> None:
    result = lint("goal A: bad\n", GoalCrash, RULE_CRASHED)
    assert not result.crashed
    assert codes(result) == ["CRA001"]
