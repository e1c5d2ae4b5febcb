"""``smartlint convert``: what is written where, what is said, and the exit status."""

import os
from pathlib import Path

import pytest

from tests.cli.samples import Smartlint
from tests.readers.office import Sheet, workbook

PLAN = "theme: teal\ngoals:\n  - goal: Sign 12 new customers\n    owner: Kim Day\n"
GOALS = "goal: Sign 12 new customers\n  owner: Kim Day\n"
LEFT = "plan.yaml: no part of a goal and left out, by line: 1\n"


@pytest.fixture
def plan(folder: Path) -> Path:
    path = Path("plan.yaml")
    path.write_text(PLAN, "utf-8")
    return path


def test_the_goal_file_goes_to_standard_output(smartlint: Smartlint, plan: Path) -> None:
    run = smartlint("convert", "plan.yaml", "--to", "goals")
    assert (run.status, run.out, run.err) == (0, GOALS, LEFT)


def test_or_into_a_file(smartlint: Smartlint, plan: Path) -> None:
    run = smartlint("convert", "plan.yaml", "--to", "goals", "--output", "plan.goals")
    assert (run.status, run.out, run.err) == (0, "", f"plan.goals: 1 goal written\n{LEFT}")
    assert Path("plan.goals").read_text("utf-8") == GOALS
    assert sorted(path.name for path in Path().iterdir()) == ["plan.goals", "plan.yaml"]


def test_a_file_that_is_there_stays_unless_it_is_forced(smartlint: Smartlint, plan: Path) -> None:
    Path("plan.goals").write_text("mine\n", "utf-8")
    run = smartlint("convert", "plan.yaml", "--to", "goals", "--output", "plan.goals")
    assert run.status == 2
    assert "plan.goals is there already: --force writes over it." in run.err
    assert Path("plan.goals").read_text("utf-8") == "mine\n"
    assert smartlint("convert", "plan.yaml", "--to", "goals", "-o", "plan.goals", "--force").status == 0
    assert Path("plan.goals").read_text("utf-8") == GOALS


def test_never_over_itself(smartlint: Smartlint, plan: Path) -> None:
    os.link("plan.yaml", "other.yaml")
    for name in ("plan.yaml", "./plan.yaml", "other.yaml"):
        run = smartlint("convert", "plan.yaml", "--to", "goals", "--output", name, "--force")
        assert run.status == 2
        assert "cannot be written over itself" in run.err
    assert plan.read_text("utf-8") == PLAN


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.yaml", "a: b: c\n", "a.yaml:1:5: this file is not valid YAML: no colon can stand here"),
        ("a.json", '{"a": 1,}', "a.json:1:8: this file is not valid JSON: this comma is one too many"),
        ("a.toml", "a = 1\n", "In a.toml nothing is a goal."),
        ("missing.yaml", None, "missing.yaml: this file does not exist"),
    ],
)
def test_what_cannot_be_converted(smartlint: Smartlint, name: str, text: str | None, said: str) -> None:
    if text is not None:
        Path(name).write_text(text, "utf-8")
    run = smartlint("convert", name, "--to", "goals")
    assert (run.status, run.out) == (2, "")
    assert said in run.err


def test_a_folder_that_is_not_there(smartlint: Smartlint, plan: Path) -> None:
    run = smartlint("convert", "plan.yaml", "--to", "goals", "--output", "no/plan.goals")
    assert run.status == 2
    assert "no/plan.goals cannot be written: No such file or directory." in run.err


def test_the_configuration_says_what_names_mean(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text('[documents."*.yaml"]\ngoals = "wishes"\n', "utf-8")
    Path("a.yaml").write_text("wishes: [Sign 12 new customers]\n", "utf-8")
    assert smartlint("convert", "a.yaml", "--to", "goals").out == "goal: Sign 12 new customers\n"


def test_what_is_left_out_of_a_workbook_is_named_by_its_cells(smartlint: Smartlint, folder: Path) -> None:
    sheets = {"Plan": Sheet([["Goal", "Owner"], ["Sign 12 customers", "Kim Day"]]), "Food": Sheet([["Soup on Mondays", "12"]])}
    Path("plan.xlsx").write_bytes(workbook(sheets))
    run = smartlint("convert", "plan.xlsx", "--to", "goals")
    assert run.err == "plan.xlsx: no part of a goal and left out: Food!A1:B1\n"


def test_the_ending_of_the_file_to_write_says_the_format(smartlint: Smartlint, plan: Path) -> None:
    assert smartlint("convert", "plan.yaml", "--output", "plan.goals").status == 0
    assert Path("plan.goals").read_text("utf-8") == smartlint("convert", "plan.yaml", "--to", "goals").out
    for more in ((), ("--output", "plan.txt")):
        run = smartlint("convert", "plan.yaml", *more)
        assert run.status == 2
        assert "Which format? Say --to goals" in " ".join(run.err.split())


def test_rows_that_are_left_out_are_told_together(smartlint: Smartlint, folder: Path) -> None:
    notes = [[f"Meeting {number}", "Minutes"] for number in range(40)]
    sheets = {"Plan": Sheet([["Goal", "Owner"], ["Sign 12 customers", "Kim Day"]]), "Log": Sheet(notes)}
    Path("plan.xlsx").write_bytes(workbook(sheets))
    run = smartlint("convert", "plan.xlsx", "--to", "goals")
    assert run.err == "plan.xlsx: no part of a goal and left out: Log!A1:B40\n"
