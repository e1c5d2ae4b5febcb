"""``smartlint policy eval``: values with their types, mistakes with a caret, a line of output for each line of input."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smartlint.translation import translate
from tests.cli.conftest import Run

Smartlint = Callable[..., Run]
GOALS = """\
team: Sales
language: en

goal G1: Win 10 new customers by 30 June 2026
  owner: Kari Nordmann
  x-cost-centre: 4411

  goal G1.1: Call 20 shops a week
    owner: Per Hansen
"""


@pytest.fixture(autouse=True)
def goals(folder: Path) -> None:
    (folder / "q2.goals").write_text(GOALS, "utf-8")
    (folder / "data.json").write_text('{"metrics": [{"name": "churn", "weight": 2, "share": 1.0}], "x": 3}', "utf-8")


def lines(smartlint: Smartlint, *asked: Any, arguments: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in asked)
    run = smartlint("policy", "eval", "--lines", *arguments, stdin=text.encode())
    assert run.status == 0
    return [json.loads(line) for line in run.out.splitlines()]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1 + 1", "2  (int)\n"),
        ("1.0 + 1.0", "2.0  (double)\n"),
        ("'Ø' + \"a\"", '"Øa"  (string)\n'),
        ("[1, 2.0, null]", "[1, 2.0, null]  (list)\n"),
        ("timestamp('2026-06-30T00:00:00Z')", '"2026-06-30T00:00:00Z"  (timestamp)\n'),
        ("today", '"2026-02-01T00:00:00Z"  (timestamp)\n'),
    ],
)
def test_a_value_is_shown_with_its_type(smartlint: Smartlint, expression: str, expected: str) -> None:
    run = smartlint("policy", "eval", expression, "--today", "2026-02-01")
    assert (run.status, run.out, run.err) == (0, expected, "")


def test_as_json(smartlint: Smartlint) -> None:
    run = smartlint("policy", "eval", "{'a': [1, 1.0]}", "--output-format", "json")
    assert json.loads(run.out) == {"value": {"a": [1, 1.0]}, "type": "map"}
    run = smartlint("policy", "eval", "1 +\n true", "--output-format", "json")
    assert run.status == 2
    assert json.loads(run.out)["line"] == 1
    assert json.loads(run.out)["column"] == 3


def test_a_mistake_has_a_caret(smartlint: Smartlint) -> None:
    run = smartlint("policy", "eval", "goal.ownr.size() > 0")
    assert run.status == 2
    assert run.err.splitlines() == [
        "a `Goal` has no field `ownr`. Did you mean `owner`?",
        "  |",
        "1 | goal.ownr.size() > 0",
        "  |      ^^^^",
    ]


def test_a_failure_has_a_caret_and_the_readers_language(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    run = smartlint("policy", "eval", "2 + 1 / 0")
    assert run.status == 2
    assert run.err.splitlines()[0] == "a number is divided by zero"
    assert run.err.splitlines()[-1] == "  |       ^"
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")
    assert smartlint("policy", "eval", "2 + 1 / 0").status == 2


def test_a_goal_of_a_file(smartlint: Smartlint) -> None:
    def of(expression: str, place: str = "q2.goals:G1") -> str:
        return smartlint("policy", "eval", expression, "--goal", place, "--today", "2026-02-01").out

    assert of("goal.owner[0].name.lower()") == '"kari nordmann"  (string)\n'
    assert of("goal.deadline.end < today.addDays(200)") == "true  (bool)\n"
    assert of("document.goals.filter(g, g.parent == goal).map(g, g.id)") == '["G1.1"]  (list)\n'
    assert of("goal.parent.id", "q2.goals:G1/G1.1") == '"G1"  (string)\n'
    assert json.loads(of("goal").rpartition("  (")[0])["id"] == "G1"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("q2.goals:G2", "q2.goals has no goal 'G2'; it has G1, G1.1."),
        ("q2.goals", "'q2.goals' is not written as FILE:ID."),
        ("q3.goals:G1", "q3.goals cannot be read: No such file or directory."),
    ],
)
def test_a_goal_that_is_not_there(smartlint: Smartlint, place: str, expected: str) -> None:
    run = smartlint("policy", "eval", "goal.id", "--goal", place)
    assert run.status == 2
    assert expected in run.err


def test_without_a_goal_its_fields_are_checked_all_the_same(smartlint: Smartlint) -> None:
    run = smartlint("policy", "eval", "goal.id == ''")
    assert run.status == 2
    assert run.err.splitlines()[0] == "`goal` is not given here; use `--goal FILE:ID`"


def test_data_of_a_file(smartlint: Smartlint) -> None:
    def of(expression: str) -> str:
        return smartlint("policy", "eval", expression, "--data", "data.json").out

    assert of("data.metrics[0].weight + x") == "5  (int)\n"
    assert of("metrics.exists(m, m.name == 'churn' && m.share == 1.0)") == "true  (bool)\n"


@pytest.mark.parametrize(("text", "expected"), [("[1]", "holds no object"), ("{", "is no JSON"), ("", "is no JSON")])
def test_data_that_are_none(smartlint: Smartlint, folder: Path, text: str, expected: str) -> None:
    (folder / "bad.json").write_text(text, "utf-8")
    run = smartlint("policy", "eval", "1", "--data", "bad.json")
    assert run.status == 2
    assert expected in run.err


def test_a_number_that_does_not_fit_is_said(smartlint: Smartlint, folder: Path) -> None:
    (folder / "big.json").write_text('{"x": 99999999999999999999}', "utf-8")
    run = smartlint("policy", "eval", "1", "--data", "big.json")
    assert run.status == 2
    assert "does not fit in 64 bits" in run.err
    assert "fault in smartlint" not in run.err


def test_each_line_has_an_answer(smartlint: Smartlint) -> None:
    found = lines(
        smartlint,
        {"expr": "x + 1", "bindings": {"x": 2}},
        {"expr": "x + 1.0", "bindings": {"x": 2.0}},
        {"expr": "x == y", "bindings": {"x": 1, "y": 1.0}},
        {"expr": "l.map(i, i)", "bindings": {"l": [1, 1.0, None, {"a": True}]}},
        {"expr": "type(x)", "bindings": {"x": None}},
        {"expr": "9223372036854775807"},
        {"expr": "1.0 / 0.0"},
        {"expr": "9223372036854775807 + 1"},
        {"expr": "1 +"},
        {"expr": "y"},
        {"expr": "x", "bindings": {"x": 2**64}},
    )
    assert found[:7] == [
        {"value": 3, "type": "int"},
        {"value": 3.0, "type": "double"},
        {"value": True, "type": "bool"},
        {"value": [1, 1.0, None, {"a": True}], "type": "list"},
        {"value": "null_type", "type": "type"},
        {"value": 2**63 - 1, "type": "int"},
        {"value": "Infinity", "type": "double"},
    ]
    assert isinstance(found[1]["value"], float)
    assert [one["error"] for one in found[7:]] == [
        "the number does not fit in 64 bits",
        "the expression is not complete: something is missing at its end",
        "nothing is called `y`",
        "the number does not fit in 64 bits",
    ]


@pytest.mark.parametrize(
    "line", ["x + 1", "[]", "{}", '{"expr": 1}', '{"expr": "1", "bindings": []}', '{"expr": "1"', "[" * 5000, '"']
)
def test_a_line_that_is_none_is_answered_too(smartlint: Smartlint, line: str) -> None:
    first, second = lines(smartlint, line, {"expr": "1"})
    assert "a line is an object like" in first["error"]
    assert second == {"value": 1, "type": "int"}


def test_lines_may_speak_of_a_goal_and_of_data(smartlint: Smartlint) -> None:
    asked = {"expr": "goal.id + string(x) + string(y)", "bindings": {"y": 1}}
    assert lines(smartlint, asked, arguments=("--goal", "q2.goals:G1", "--data", "data.json")) == [
        {"value": "G131", "type": "string"}
    ]


def test_an_expression_from_standard_input(smartlint: Smartlint) -> None:
    assert smartlint("policy", "eval", "-", stdin=b"1 +\n  1\n").out == "2  (int)\n"
    assert smartlint("policy", "eval", "1", "--lines").status == 2


def test_a_hostile_expression_is_stopped(smartlint: Smartlint) -> None:
    ten = "[0,1,2,3,4,5,6,7,8,9]"
    expression = "0"
    for level in range(8):
        expression = f"{ten}.map(v{level}, {expression})"
    (found,) = lines(smartlint, {"expr": expression})
    assert found["error"] == "the expression takes too many steps"


def test_data_and_roster_are_those_of_the_configuration_of_the_goal(smartlint: Smartlint, folder: Path) -> None:
    text = 'data.metrics = "metrics.csv"\nroster.people = [{ name = "Kari Nordmann", team = "Sales" }]\n'
    (folder / "smartlint.toml").write_text(text, encoding="utf-8")
    (folder / "metrics.csv").write_text("name\nchurn\n", encoding="utf-8")
    (folder / "x.goals").write_text("goal G1: Win 10 customers\n  owner: Kari Nordmann\n  metric: churn\n", encoding="utf-8")
    expression = "data.metrics.exists(m, m.name == goal.metric) && roster.people[0].name == goal.owner[0].name"
    assert smartlint("policy", "eval", expression, "--goal", "x.goals:G1").out == "true  (bool)\n"
    run = smartlint("policy", "eval", "roster.team == []", "--goal", "x.goals:G1")
    assert "a `Roster` has no field `team`. Did you mean `teams`?" in run.err
    (folder / "smartlint.toml").write_text("profil = 1\n", encoding="utf-8")
    assert smartlint("policy", "eval", "goal.id", "--goal", "x.goals:G1").out == '"G1"  (string)\n'
    assert "nothing is called `roster`" in smartlint("policy", "eval", "roster", "--goal", "x.goals:G1").err


def test_an_expression_may_begin_with_a_minus(smartlint: Smartlint) -> None:
    assert smartlint("policy", "eval", "-9 + 1", "--output-format", "json").out == '{"value": -8, "type": "int"}\n'
    assert smartlint("policy", "eval", "--", "-(2)").out == "-2  (int)\n"


def test_the_language_of_messages_can_be_asked_for(smartlint: Smartlint) -> None:
    run = smartlint("policy", "eval", "1 / 0", "--message-language", "nb")
    assert run.status == 2
    assert run.err.splitlines()[0] == translate("a number is divided by zero", "nb")


def test_an_empty_line_is_answered_too(smartlint: Smartlint) -> None:
    answers = smartlint("policy", "eval", "--lines", stdin=b'{"expr": "1"}\n\n{"expr": "2"}\n').out.splitlines()
    assert ["error" in json.loads(answer) for answer in answers] == [False, True, False]
