"""``smartlint review``: the goals of an organisation, for those who answer for it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from smartlint.cli import review as module
from smartlint.review.outputs import ENDINGS, Missing
from smartlint.translation import LANGUAGES
from tests.cli.conftest import Smartlint
from tests.cli.samples import GOOD, TODAY, UNOWNED, UNPLANNED, write


@pytest.fixture(autouse=True)
def files() -> None:
    write(a=GOOD, b=UNOWNED)


def reviewed(smartlint: Smartlint, *arguments: str) -> dict[str, Any]:
    """The review as data."""
    run = smartlint("review", *TODAY, "--output", "review.json", *arguments)
    assert (run.status, run.out, run.err) == (0, "", "")
    data: dict[str, Any] = json.loads(Path("review.json").read_text("utf-8"))
    return data


def test_without_a_file_the_figures_are_printed(smartlint: Smartlint) -> None:
    run = smartlint("review", *TODAY)
    assert run.status == 0
    assert "Sales" in run.out
    assert "b.goals:4: Win 12 new suppliers" in run.out
    assert smartlint("review", *TODAY, "--quiet").out == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_that_is_asked_for(smartlint: Smartlint, language: str) -> None:
    data = reviewed(smartlint, "--message-language", language)
    assert data["language"] == language


def test_it_speaks_the_language_of_most_goals(smartlint: Smartlint) -> None:
    write(c="hold: Salg\nmål 1: Bedre kunder\nmål 2: Bedre aftaler\nmål 3: Bedre møder med ejerne\n")
    assert reviewed(smartlint)["language"] == "da"


def test_all_that_is_asked_for_is_written_in_one_run(smartlint: Smartlint) -> None:
    names = [f"review.{ending}" for ending in ENDINGS]
    run = smartlint("review", *TODAY, *(part for name in names for part in ("--output", name)))
    assert (run.status, run.out, run.err) == (0, "", "")
    assert all(Path(name).stat().st_size > 100 for name in names)


def test_the_summary_is_that_of_check(smartlint: Smartlint) -> None:
    checked = json.loads(smartlint("check", *TODAY, "--output-format", "json").out)["summary"]
    summary = reviewed(smartlint)["summary"]
    assert summary["counts"] == {name: checked[name] for name in ("errors", "warnings", "infos")}
    assert (summary["files"], summary["goals"]) == (checked["files"], checked["goals"])


def test_a_goal_is_shown_with_its_text_as_if_it_stood_at_the_left_edge(smartlint: Smartlint) -> None:
    write(c="team: C\nperiod: 2026\ngoal G1: Win 9 shops\n  owner: Amy Holt\n  goal G1.1: Better things\n    with: Leo Grant\n")
    first = reviewed(smartlint, "c.goals")["mended_first"][0]
    assert first["text"] == "goal G1.1: Better things\n  with: Leo Grant"


def test_what_was_found_before_is_known_and_what_was_mended_is_told(smartlint: Smartlint) -> None:
    reviewed(smartlint)
    write(
        b=GOOD.replace("G1", "G2").replace("10 new customers", "12 new suppliers"),
        c=UNPLANNED.replace("G1", "G3").replace("customers", "sponsors"),
    )
    data = reviewed(smartlint)
    trend = data["trend"]
    assert (trend["since"], [fixed["code"] for fixed in trend["fixed"]]) == (1, ["OWN001"])
    assert [found["code"] for found in data["findings"] if found["news"] == "new"] == ["PLN001"]


def test_a_history_can_be_done_without(smartlint: Smartlint) -> None:
    assert reviewed(smartlint, "--no-history")["trend"] is None
    assert not Path(".smartlint").exists()


def test_it_is_kept_at_the_top_of_the_repository(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    top = Path.cwd()
    Path(".git").mkdir()
    Path("sales").mkdir()
    reviewed(smartlint, ".")
    monkeypatch.chdir(top / "sales")
    assert reviewed(smartlint, "..")["trend"]["since"] == 1
    assert (top / ".smartlint" / "history.db").exists()
    assert not Path(".smartlint").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_history_hinders_nothing(smartlint: Smartlint, language: str) -> None:
    Path(".smartlint").mkdir()
    Path(".smartlint/history.db").write_bytes(b"notes\n" * 200)
    run = smartlint("review", *TODAY, "--output", "review.json", "--message-language", language)
    assert run.status == 0
    assert "history.db" in run.err
    data = json.loads(Path("review.json").read_text("utf-8"))
    assert data["trend"] is None
    assert "history.db" in data["history"]


@pytest.mark.skipif(os.geteuid() == 0, reason="may write anywhere")
def test_a_folder_that_nobody_may_write_to_hinders_nothing(smartlint: Smartlint) -> None:
    Path().chmod(0o500)
    try:
        run = smartlint("review", *TODAY)
    finally:
        Path().chmod(0o700)
    assert run.status == 0
    assert "cannot be written" in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--output", "review.pdf"), "'review.pdf' ends with none of .csv"),
        (("--output", "review"), "'review' ends with none of"),
        (("--output", "a.md", "--output", "./a.md"), "Two reports cannot be written to"),
        (("--output", "nowhere/a.md"), "there is no folder"),
        (("--since", "yesterday"), "'yesterday' is neither a day like 2026-09-30 nor the number of a run"),
        (("--since", "12"), "There is no run 12 of these paths"),
        (("--table", "people"), "'people' is not one of"),
        (("--profile", "nothing"), "nothing"),
    ],
)
def test_what_cannot_be_done_is_told(smartlint: Smartlint, arguments: tuple[str, ...], said: str) -> None:
    smartlint("review", *TODAY)
    run = smartlint("review", *TODAY, *arguments)
    assert run.status == 2
    assert said in " ".join(run.err.split())
    assert "Traceback" not in run.err


def test_no_goal_file_is_written_over(smartlint: Smartlint) -> None:
    Path("plan.md").write_text("# Goals\n\n- Win 9 shops\n", "utf-8")
    run = smartlint("review", *TODAY, "plan.md", "--output", "plan.md")
    assert run.status == 2
    assert Path("plan.md").read_text("utf-8") == "# Goals\n\n- Win 9 shops\n"


def test_a_package_that_is_missing_is_told_first(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    class Lacking:
        @staticmethod
        def must_be_there() -> None:
            raise Missing("xlsxwriter", "xlsx")

    monkeypatch.setattr(module, "output", lambda ending: Lacking)
    run = smartlint("review", "--output", "a.xlsx")
    assert run.status == 2
    assert "pip install smartlint[xlsx]" in " ".join(run.err.split())


def test_the_status_says_what_was_found_only_if_that_is_asked_for(smartlint: Smartlint) -> None:
    assert smartlint("review", *TODAY, "--quiet").status == 0
    assert smartlint("review", *TODAY, "--quiet", "--fail-level", "error").status == 1
    write(b=GOOD.replace("G1", "G2").replace("10 new customers", "12 new suppliers"))
    assert smartlint("review", *TODAY, "--quiet", "--fail-level", "error").status == 0


def test_a_file_that_was_named_and_cannot_be_read_is_told(smartlint: Smartlint) -> None:
    run = smartlint("review", *TODAY, ".", "missing.goals", "--output", "review.json")
    assert run.status == 2
    assert run.err.startswith("missing.goals: ")
    data = json.loads(Path("review.json").read_text("utf-8"))
    assert not data["is_complete"]
    assert "SYN009" in {found["code"] for found in data["findings"]}
    assert data["summary"]["goals"] == 2


def test_a_part_of_a_project_is_told(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text('profile = "sales"\n', "utf-8")
    Path("north").mkdir()
    Path("north/c.goals").write_text(GOOD, "utf-8")
    assert reviewed(smartlint, "north")["is_part"]
    assert not reviewed(smartlint, ".")["is_part"]


def test_it_may_have_a_title(smartlint: Smartlint) -> None:
    assert reviewed(smartlint, "--title", "Spring <2026>")["title"] == "Spring <2026>"
    smartlint("review", *TODAY, "--title", "Spring <2026>", "--output", "a.md")
    assert Path("a.md").read_text("utf-8").partition("\n\n")[2].startswith("# Spring \\<2026\\> (2026-02-01)\n")


@pytest.mark.parametrize("how", [("--jobs", "2"), ("--jobs", "1", "--no-cache"), ("--cache-dir", "kept")])
def test_it_is_the_same_wherever_the_goals_are_judged(smartlint: Smartlint, how: tuple[str, ...]) -> None:
    assert reviewed(smartlint, "--no-history", *how) == reviewed(smartlint, "--no-history")


def test_a_table_can_be_chosen(smartlint: Smartlint) -> None:
    smartlint("review", *TODAY, "--output", "teams.csv", "--table", "teams")
    assert Path("teams.csv").read_text("utf-8-sig").startswith("Team,")


def test_no_files_at_all_is_a_review_of_nothing(smartlint: Smartlint) -> None:
    Path("empty").mkdir()
    assert reviewed(smartlint, "empty")["summary"]["goals"] == 0


def test_a_file_that_was_come_upon_and_cannot_be_read_is_told_and_fails_nothing(smartlint: Smartlint) -> None:
    Path("bad.goals").write_bytes(b"goal: \xff\n")
    run = smartlint("review", *TODAY, "--output", "review.json")
    assert run.status == 0
    assert run.err.startswith("bad.goals: this file is not saved as UTF-8")
    assert not json.loads(Path("review.json").read_text("utf-8"))["is_complete"]


def test_since_nothing_is_a_mistake(smartlint: Smartlint) -> None:
    run = smartlint("review", *TODAY, "--since", "")
    assert run.status == 2
    assert "'' is neither a day" in run.err


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("a.toml", '[[goals]]\ngoal = "Answer \\"new\\" mails"\n', '[[goals]]\ngoal = "Answer \\"new\\" mails"'),
        (
            "a.toml",
            '[[goals]]\ngoal = "Answer mails"\nwhy = """\nSo\n"""\n',
            '[[goals]]\ngoal = "Answer mails"\nwhy = """\nSo\n"""',
        ),
        ("a.yaml", "goals:\n  - goal: Answer mails\n    owner: 'Kim'\n", "goal: Answer mails\nowner: 'Kim'"),
        ("a.yaml", 'goals:\n  - {goal: "Answer mails", owner: "Kim"}\n', '{goal: "Answer mails", owner: "Kim"}'),
        ("a.yaml", 'goals:\n  - "Answer mails"\n', "Answer mails"),
        ("a.json", '{"goals": [{"goal": "Answer mails", "tags": ["x"]}]}', '{"goal": "Answer mails", "tags": ["x"]}'),
    ],
)
def test_the_lines_of_a_goal_end_where_they_end(smartlint: Smartlint, name: str, text: str, shown: str) -> None:
    Path(name).write_text(text, "utf-8")
    (goal,) = reviewed(smartlint, name)["mended_first"]
    assert goal["text"] == shown


def test_a_review_can_be_written_again_and_is_not_reviewed(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text("include = ['**/*.md', '**/*.csv', '**/*.json', '**/*.xlsx']\n", "utf-8")
    Path("plan.md").write_text("# Goals\n\n- Sign 9 clients\n", "utf-8")
    outputs = [word for ending in ("md", "csv", "json", "xlsx") for word in ("--output", f"review.{ending}")]
    for _ in range(2):
        assert smartlint("review", ".", "--quiet", "--no-history", *outputs).status == 0
    assert smartlint("check", ".", "--select", "OWN001").out.count("OWN001") == 1


def test_goals_are_not_written_over(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text("include = ['**/*.md']\n", "utf-8")
    Path("plan.md").write_text("# Goals\n\n- Sign 9 clients\n", "utf-8")
    run = smartlint("review", ".", "--no-history", "--output", "plan.md")
    assert run.status == 2
    assert "plan.md is one of the files to check: write to another one, or leave it out with `exclude`." in run.err


def test_a_goal_is_shown_with_its_emphasis_and_brackets_and_a_row_by_its_sentence(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text("include = ['**/*.md', '**/*.csv']\n", "utf-8")
    goals = "# Goals\n\n**Goal 1:** _Better bread_\n\n**Goal 2:** Nicer tea\n\n- Sell more rolls (Baseline: 9, Target: 12)\n"
    Path("plan.md").write_text(goals, "utf-8")
    Path("rows.csv").write_text("Goal;Owner\nWarmer rooms;Amy Holt\n", "utf-8")
    smartlint("review", "plan.md", "rows.csv", "--no-history", "--quiet", "--output", "r.md")
    shown = [line.strip() for line in Path("r.md").read_text("utf-8").splitlines() if line.startswith("    ")]
    assert {"**Goal 1:** _Better bread_", "**Goal 2:** Nicer tea", "Warmer rooms"} <= set(shown)
    assert all(line.count("(") == line.count(")") for line in shown)
