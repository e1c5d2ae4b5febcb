"""``smartlint policy test``: what of the rules' examples is not as it must be, and which rules lack one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Smartlint = Callable[..., Run]
RULES = """\
[data]
metrics = "metrics.csv"

[[rule]]
code = "ACM001"
name = "cost-centre"
level = "error"
assert = 'has(goal.fields.`x-cost-centre`)'
message = { en = "{goal.id} has no cost centre", nb = "{goal.id} mangler kostnadssted" }

[rule.examples]
pass = ["goal G1: Win 10 customers\\n  x-cost-centre: 4411\\n"]
fail = ["goal G1: Win 10 customers\\n", "examples/bare.goals"]

[[rule]]
code = "ACM002"
name = "known-metric"
when = 'has(goal.metric)'
assert = 'data.metrics.exists(m, m.name == goal.metric)'
message = "{goal.metric} is not approved"

[rule.examples]
pass = ["goal G1: Win 10 customers\\n  metric: churn\\n"]
"""


@pytest.fixture(autouse=True)
def rules(folder: Path) -> None:
    (folder / "smartlint.toml").write_text(RULES, "utf-8")
    (folder / "metrics.csv").write_text("name\nchurn\n", "utf-8")
    (folder / "examples").mkdir()
    (folder / "examples" / "bare.goals").write_text("goal G2: Sign 5 partners\n", "utf-8")


def change(folder: Path, old: str, new: str) -> None:
    text = (folder / "smartlint.toml").read_text("utf-8")
    assert old in text
    (folder / "smartlint.toml").write_text(text.replace(old, new), "utf-8")


def test_all_is_as_it_must_be(smartlint: Smartlint) -> None:
    run = smartlint("policy", "test")
    assert (run.status, run.out, run.err) == (0, "2 rules, 4 examples, 0 failed\n", "")


def test_coverage_names_what_is_lacking(smartlint: Smartlint) -> None:
    run = smartlint("policy", "test", "--coverage")
    assert run.status == 0
    assert run.out.splitlines()[0] == "smartlint.toml: ACM002 known-metric: no example that must be found"


def test_an_example_that_passes_and_must_not(smartlint: Smartlint, folder: Path) -> None:
    change(folder, "fail = [", 'fail = ["goal G3: Win\\n  x-cost-centre: 1\\n", ')
    run = smartlint("policy", "test")
    assert run.status == 1
    assert run.out.splitlines() == [
        "smartlint.toml: ACM001 cost-centre, example that must be found 1",
        "  nothing is found in it",
        "  | goal G3: Win",
        "  |   x-cost-centre: 1",
        "",
        "2 rules, 5 examples, 1 failed",
    ]


def test_an_example_that_is_found_and_must_not(smartlint: Smartlint, folder: Path) -> None:
    change(folder, "metric: churn", "metric: NPS")
    run = smartlint("policy", "test")
    assert run.status == 1
    assert run.out.splitlines()[1] == "  it is found on line 1: NPS is not approved"


def test_an_example_that_cannot_be_judged_has_failed(smartlint: Smartlint, folder: Path) -> None:
    change(folder, "m.name == goal.metric", "m.nam == goal.metric")
    run = smartlint("policy", "test")
    assert run.status == 1
    assert run.out.splitlines()[1] == "  `known-metric` cannot be judged here: the map has no key `nam`"


def test_an_example_that_is_not_there_has_failed(smartlint: Smartlint, folder: Path) -> None:
    change(folder, "examples/bare.goals", "examples/bar.goals")
    run = smartlint("policy", "test")
    assert run.status == 1
    assert "examples/bar.goals` cannot be read: No such file or directory" in run.out


@pytest.mark.parametrize(
    ("old", "new", "expected", "place"),
    [
        ("goal.metric)'", "goal.metrc)'", "a `Goal` has no field `metrc`. Did you mean `metric`?", "smartlint.toml:19:49"),
        (
            "{goal.metric} is",
            "{goal.metrix} is",
            "a `Goal` has no field `metrix`. Did you mean `metric`?",
            "smartlint.toml:20:18",
        ),
        ("data.metrics.", "data.metric.", "a `Data` has no field `metric`. Did you mean `metrics`?", "smartlint.toml:19:16"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(
    smartlint: Smartlint, folder: Path, old: str, new: str, expected: str, place: str
) -> None:
    change(folder, old, new)
    run = smartlint("policy", "test")
    assert run.status == 2
    assert run.err.splitlines()[:2] == [f"error: {expected}", f"  --> {place}"]


def test_without_rules_there_is_nothing_to_run(smartlint: Smartlint, folder: Path) -> None:
    (folder / "smartlint.toml").unlink()
    run = smartlint("policy", "test")
    assert (run.status, run.out) == (0, "0 rules, 0 examples, 0 failed\n")
