"""``smartlint policy test``: what of the rules' examples is not as it must be, and which rules lack one."""

from __future__ import annotations

import json
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
    assert (run.status, run.out, run.err) == (0, "rules: 2, policies: 0, examples: 4, failed: 0\n", "")


def test_coverage_names_what_is_lacking(smartlint: Smartlint) -> None:
    run = smartlint("policy", "test", "--coverage")
    assert run.status == 0
    assert run.out.splitlines()[0] == "smartlint.toml:15: ACM002 known-metric: no example that must be found"


def test_an_example_that_passes_and_must_not(smartlint: Smartlint, folder: Path) -> None:
    change(folder, "fail = [", 'fail = ["goal G3: Win\\n  x-cost-centre: 1\\n", ')
    run = smartlint("policy", "test")
    assert run.status == 1
    assert run.out.splitlines() == [
        "smartlint.toml:13: ACM001 cost-centre, example that must be found 1",
        "  nothing is found in it",
        "  | goal G3: Win",
        "  |   x-cost-centre: 1",
        "",
        "rules: 2, policies: 0, examples: 5, failed: 1",
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
        ("goal.metric)'", "goal.metrc)'", "a `Goal` has no field `metrc`. Did you mean `metric`?", "smartlint.toml:18:18"),
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
    assert (run.status, run.out) == (0, "rules: 0, policies: 0, examples: 0, failed: 0\n")


POLICY = """
[[policy]]
name = "somebody-answers"
match = { path = "sales/**", status = "committed" }
select = ["OWN001", "TIM001"]
enforcement = "mandatory"
from = 2026-04-01

[policy.examples]
pass = ["goal G1: Win 10 customers\\n  owner: Amy Holt\\n  deadline: 30 June 2026\\n"]
fail = [
    { goals = "goal G1: Win 10 customers\\n", codes = ["TIM001", "OWN001"], enforcement = "advisory", today = 2026-03-31 },
    { goals = "goal G1: Win 10 customers\\n", path = "sales/a/x.goals", enforcement = "mandatory", today = 2026-04-01 },
    "examples/bare.goals",
]
"""


@pytest.fixture
def policy(folder: Path) -> None:
    (folder / "smartlint.toml").write_text(POLICY, "utf-8")


@pytest.mark.usefixtures("policy")
class TestOfPolicies:
    """Examples of policies: which rules find something, how firm that is, in which file and on which day."""

    def test_all_is_as_it_must_be(self, smartlint: Smartlint) -> None:
        run = smartlint("policy", "test", "--coverage")
        assert (run.status, run.out, run.err) == (0, "rules: 0, policies: 1, examples: 4, failed: 0\n", "")

    @pytest.mark.parametrize(
        ("old", "new", "line", "why"),
        [
            (
                '["TIM001", "OWN001"]',
                '["OWN001"]',
                12,
                "  it must be found by OWN001, and is by OWN001, TIM001",
            ),
            ("2026-03-31", "2026-04-01", 12, "  it must be advisory, and is mandatory"),
            ("sales/a/x.goals", "hr/x.goals", 13, "  nothing is found in it"),
            ("bare.goals", "absent.goals", 14, "  `examples/absent.goals` cannot be read: No such file or directory"),
            (
                '"goal G1: Win 10 customers\\n  owner: Amy Holt\\n  deadline: 30 June 2026\\n"]',
                '"goal G1: Win 10 customers\\n  owner: Amy Holt\\n"]',
                10,
                "  it is found on line 1: TIM001 no deadline: by when is it to be reached?",
            ),
        ],
    )
    def test_what_is_not_as_it_must_be(
        self, smartlint: Smartlint, folder: Path, old: str, new: str, line: int, why: str
    ) -> None:
        change(folder, old.replace("\n", "\\n"), new.replace("\n", "\\n"))
        run = smartlint("policy", "test", "--today", "2026-05-01")
        assert run.status == 1
        assert run.out.splitlines()[0].startswith(f"smartlint.toml:{line}: somebody-answers, example that must ")
        assert run.out.splitlines()[1] == why
        assert run.out.splitlines()[-1] == "rules: 0, policies: 1, examples: 4, failed: 1"

    def test_json(self, smartlint: Smartlint, folder: Path) -> None:
        change(folder, "2026-03-31", "2026-04-01")
        change(folder, "pass = [", "pass = [] #")
        told = json.loads(smartlint("policy", "test", "--output-format", "json").out)
        assert told["summary"] == {"rules": 0, "policies": 1, "examples": 3, "failed": 1}
        first, *_ = told["examples"]
        assert (first["table"], first["name"], first["expected"], first["number"]) == ("policy", "somebody-answers", "fail", 1)
        assert first["why"][0] == "it must be advisory, and is mandatory"
        assert [(one["name"], one["lacking"]) for one in told["uncovered"]] == [("somebody-answers", ["pass"])]

    def test_of_all_configurations_in_a_folder_and_of_what_is_imposed(self, smartlint: Smartlint, folder: Path) -> None:
        (folder / "team").mkdir()
        (folder / "team" / "x.goals").write_text("goal: x\n", "utf-8")
        (folder / "team" / "smartlint.toml").write_text(RULES.replace("examples/bare", "../examples/bare"), "utf-8")
        (folder / "team" / "metrics.csv").write_text("name\nchurn\n", "utf-8")
        (folder / "p.toml").write_text(POLICY.replace("somebody-answers", "imposed"), "utf-8")
        run = smartlint("policy", "test", "--policy", "p.toml")
        assert run.out.splitlines()[-1] == "rules: 2, policies: 2, examples: 12, failed: 0"
        assert smartlint("policy", "test", "team").out == "rules: 2, policies: 0, examples: 4, failed: 0\n"

    def test_a_policy_that_only_speaks_of_waivers_needs_no_examples(self, smartlint: Smartlint, folder: Path) -> None:
        text = '[[policy]]\nname = "short"\nenforcement = "waivable"\nwaivers = { max-days = 9 }\n'
        (folder / "smartlint.toml").write_text(text, "utf-8")
        assert smartlint("policy", "test", "--coverage").out == "rules: 0, policies: 1, examples: 0, failed: 0\n"
