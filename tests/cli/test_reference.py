"""``smartlint policy reference`` shows all that an expression may speak of, and nothing else."""

import json

import pytest

from smartlint.policy.checker import SYMBOLS
from smartlint.policy.declaration import SUBJECTS
from smartlint.policy.functions import FUNCTIONS
from smartlint.policy.schema import RECORDS
from tests.cli.samples import Smartlint


def test_all_of_it(smartlint: Smartlint) -> None:
    run = smartlint("policy", "reference")
    assert run.status == 0
    lines = [" ".join(line.split()) for line in run.out.splitlines()]
    for line in (
        "goal Goal",
        "roster Roster",
        "deadline Time or null",
        "int + int → int",
        "list(A)[int] → A",
        "!bool → bool",
        "bool && bool → bool",
        "timestamp.addDays(int) → timestamp",
        "date(string) → timestamp",
        "list.all(x, bool) → bool",
        "30000 steps of an evaluation",
    ):
        assert line in lines


def test_as_json_nothing_is_left_out(smartlint: Smartlint) -> None:
    shown = json.loads(smartlint("policy", "reference", "--output-format", "json").out)
    assert shown["version"] == 1
    assert shown["variables"].keys() == {*SUBJECTS, "today", "data", "roster"}
    assert shown["records"].keys() == set(RECORDS.names())
    assert shown["functions"].keys() == {SYMBOLS.get(name, name) for name in FUNCTIONS}
    assert shown["records"]["Goal"]["owner"] == "list(Person)"
    assert shown["functions"]["lower"] == ["string.lower() → string"]
    assert all(limit > 0 for limit in shown["limits"].values())


def test_one_record_and_one_function(smartlint: Smartlint) -> None:
    assert smartlint("policy", "reference", "Team").out == "Team\n  name   string\n  goals  list(GoalFact)\n"
    run = smartlint("policy", "reference", "getHours")
    assert run.out.splitlines() == [
        "timestamp.getHours() → int",
        "timestamp.getHours(string) → int",
        "duration.getHours() → int",
    ]
    assert json.loads(smartlint("policy", "reference", "lower", "--output-format", "json").out) == {
        "version": 1,
        "records": {},
        "functions": {"lower": ["string.lower() → string"]},
    }


@pytest.mark.parametrize(("name", "near"), [("adDays", "addDays"), ("goal", "Goal"), ("startswith", "startsWith")])
def test_what_is_not_known(smartlint: Smartlint, name: str, near: str) -> None:
    run = smartlint("policy", "reference", name)
    assert run.status == 2
    assert f"Did you mean {near}" in run.err
