"""``smartlint check`` as its user sees it: what is printed, and the exit status."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from smartlint import chunks
from smartlint.linter import Linter, Result
from smartlint.registry import load
from smartlint.rule import Report
from tests.cli.samples import GOOD, TODAY, UNOWNED, UNPLANNED, Smartlint, checked, write


def test_a_good_file_has_no_findings_and_the_status_is_0(smartlint: Smartlint) -> None:
    write(good=GOOD)
    run = smartlint("check", *TODAY)
    assert (run.status, run.out, run.err) == (0, "All fine: no findings in 1 file (1 goal)\n", "")


def test_an_error_is_shown_where_it_is_and_the_status_is_1(smartlint: Smartlint) -> None:
    write(good=GOOD, unowned=UNOWNED)
    run = smartlint("check", *TODAY)
    assert run.status == 1
    assert run.out.startswith("error[OWN001]: ")
    assert "\n --> unowned.goals:4:1 (goal G2)\n  |\n4 | goal G2: Win 12 new suppliers" in run.out
    assert run.out.endswith("\n\n1 error in 1 of 2 files (2 goals)\n")


def test_files_folders_and_standard_input_can_be_named(smartlint: Smartlint, folder: Path) -> None:
    write(a=UNOWNED, b=UNOWNED)
    (folder / "plan.txt").write_text(UNOWNED)
    (folder / "c").mkdir()
    (folder / "c" / "d.goals").write_text(UNOWNED)
    run = smartlint("check", "a.goals", "plan.txt", "c", "-", "--select", "OWN001", "--output-format", "concise", "-q",
                    stdin=UNOWNED.encode())  # fmt: skip
    assert [line.split(" OWN001 ")[0] for line in run.out.splitlines()] == [
        "<stdin>:4:1: error",
        "a.goals:4:1: error",
        "c/d.goals:4:1: error",
        "plan.txt:4:1: error",
    ]


def test_standard_input_has_the_name_it_is_given(smartlint: Smartlint) -> None:
    write(a=GOOD)
    run = smartlint("check", "-", "a.goals", "--stdin-filename", "a.goals", *TODAY, stdin=UNOWNED.encode())
    assert " --> a.goals:4:1 " in run.out
    assert "in 1 file " in run.out


def test_a_name_for_standard_input_that_is_not_read_is_a_mistake(smartlint: Smartlint) -> None:
    run = smartlint("check", "--stdin-filename", "a.goals")
    assert (run.status, run.out) == (2, "")
    assert "name `-` too" in run.err


def test_nothing_to_check_is_said(smartlint: Smartlint) -> None:
    run = smartlint("check")
    assert (run.status, run.out) == (0, "No goal files found.\n")


def test_an_empty_path_is_a_mistake(smartlint: Smartlint) -> None:
    run = smartlint("check", "")
    assert run.status == 2
    assert "A path is empty" in run.err


@pytest.mark.parametrize(
    ("text", "fail_level", "status"),
    [
        (UNOWNED, "error", 1),
        (UNPLANNED, "error", 0),
        (UNPLANNED, "warning", 1),
        (UNPLANNED, "info", 1),
        (GOOD, "info", 0),
    ],
)
def test_the_status_is_1_at_or_above_the_fail_level(smartlint: Smartlint, text: str, fail_level: str, status: int) -> None:
    write(a=text)
    assert smartlint("check", *TODAY, "--fail-level", fail_level).status == status


def test_the_status_can_be_0_whatever_is_found(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    run = smartlint("check", *TODAY, "--exit-zero")
    assert run.status == 0
    assert "OWN001" in run.out


def test_a_rule_that_fails_makes_the_status_2_and_the_others_go_on(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: object, goal: object, context: object) -> Iterator[Report]:
        raise RuntimeError("out of order")

    (plan,) = (rule for rule in load() if rule.code == "PLN001")
    monkeypatch.setattr(plan, "check", fail)
    write(a=UNOWNED)
    run = smartlint("check", *TODAY, "--exit-zero")
    assert run.status == 2
    assert "out of order" in run.out
    assert set(checked(smartlint)) == {"INT001", "OWN001"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--today", "2026-13-01"),
        ("--today", "tomorrow"),
        ("--language", "fi"),
        ("--message-language", "norsk"),
        ("--fail-level", "bad"),
        ("--output-format", "xml"),
        ("--color", "blue"),
        ("--unknown",),
    ],
)
def test_what_is_not_understood_is_a_mistake(smartlint: Smartlint, arguments: tuple[str, ...]) -> None:
    write(a=UNOWNED)
    run = smartlint("check", *arguments)
    assert (run.status, run.out) == (2, "")
    assert arguments[0] in run.err


def test_goals_are_judged_by_the_day_that_is_given(smartlint: Smartlint) -> None:
    write(a=GOOD)
    assert checked(smartlint, "--today", "2026-02-01") == []
    assert checked(smartlint, "--today", "2027-02-01") == ["TIM003"]
    assert json.loads(smartlint("check", "--today", "2027-02-01", "--output-format", "json").out)["today"] == "2027-02-01"


def test_messages_are_in_the_language_of_their_file_or_in_the_one_asked_for(smartlint: Smartlint) -> None:
    write(
        a="språk: nb\nmål: Vinne 10 nye kunder innen 30. juni 2026\n",
        b="språk: sv\nmål: Vinna 10 nya kunder senast 30 juni 2026\n",
    )
    own = smartlint("check", *TODAY, "--select", "OWN001")
    assert "feil[OWN001]: " in own.out
    assert "fel[OWN001]: " in own.out
    assert own.out.endswith("\n2 errors in 2 files (2 goals)\n")
    for language in ("no", "nb", "NB"):
        asked = smartlint("check", *TODAY, "--select", "OWN001", "--message-language", language)
        assert asked.out.count("feil[OWN001]: ") == 2
        assert asked.out.endswith("\n2 feil i 2 filer (2 mål)\n")


def test_the_language_of_the_goals_can_be_given(smartlint: Smartlint) -> None:
    write(a="goal: Win\n")
    run = smartlint("check", *TODAY, "--language", "no", "--output-format", "json")
    assert {found["language"] for found in json.loads(run.out)["findings"]} == {"nb"}


class TestOutput:
    """What is printed, and how."""

    def test_a_line_for_each_finding(self, smartlint: Smartlint) -> None:
        write(a=UNOWNED)
        run = smartlint("check", *TODAY, "--output-format", "concise")
        finding, summary = run.out.splitlines()
        assert finding.startswith("a.goals:4:1: error OWN001 ")
        assert summary == "1 error in 1 file (1 goal)"

    def test_programs_get_utf_8_and_a_terminal_what_it_can_show(self) -> None:
        environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(sys.path)}
        write(mål="mål: Bedre synlighet\n")
        command = [sys.executable, "-m", "smartlint", "check", "--output-format"]
        data = subprocess.run([*command, "json"], env=environment, capture_output=True, check=False)
        assert "mål.goals" in data.stdout.decode("utf-8")
        text = subprocess.run([*command, "full"], env=environment, capture_output=True, check=False)
        assert text.returncode == 1
        assert b"| m?l: Bedre synlighet" in text.stdout

    def test_counts_instead_of_findings(self, smartlint: Smartlint) -> None:
        write(a=UNOWNED, b=UNOWNED + "\ngoal: Better service\n")
        run = smartlint("check", *TODAY, "--select", "OWN001,PLN001", "--statistics")
        assert run.status == 1
        assert [line.split()[:3] for line in run.out.splitlines()[:2]] == [
            ["3", "error", "OWN001"],
            ["1", "warning", "PLN001"],
        ]
        assert run.out.endswith("\n\n3 errors, 1 warning in 2 files (3 goals)\n")

    def test_quiet_says_nothing_of_a_good_file(self, smartlint: Smartlint) -> None:
        write(a=GOOD)
        assert smartlint("check", *TODAY, "--quiet").out == ""

    @pytest.mark.parametrize(("choice", "colored"), [("always", True), ("never", False), ("auto", False)])
    def test_colour(self, smartlint: Smartlint, choice: str, colored: bool) -> None:
        write(a=UNOWNED)
        assert ("\x1b[" in smartlint("check", *TODAY, "--color", choice).out) is colored

    def test_findings_are_in_the_order_of_files_and_places(self, smartlint: Smartlint) -> None:
        write(b="goal: Better service\n\ngoal: Better food\n", a="goal: Better service\n")
        found = json.loads(smartlint("check", "b.goals", "a.goals", *TODAY, "--output-format", "json").out)["findings"]
        places = [(each["path"], each["span"]["start"], each["code"]) for each in found]
        assert all(one <= other for one, other in pairwise(places))
        assert {path for path, *_ in places} == {"a.goals", "b.goals"}


def test_a_single_file_is_a_part_of_something_and_a_folder_is_all_of_it(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    finish = Linter.finish

    def watch(self: Linter, *, partial: bool = False) -> Result:
        seen.append(partial)
        return finish(self, partial=partial)

    monkeypatch.setattr(Linter, "finish", watch)
    write(a=GOOD)
    for paths in ((), (".",), ("a.goals", "."), ("a.goals",), ("-",)):
        smartlint("check", *paths, *TODAY)
    assert seen == [False, False, False, True, True]


LINKED = GOOD.replace("  owner: Kari", "  supports: Board/S1\n  owner: Kari")
WAIVED = '[[waiver]]\nrule = "OWN001"\npath = "sales/**"\nreason = "vacant"\nowner = "Amy Holt"\nexpires = "2026-12-31"\n'


def test_a_folder_of_a_project_is_a_part_of_it(smartlint: Smartlint, folder: Path) -> None:
    """A link may lead to a goal beside it, and a waiver may serve one."""
    (folder / "smartlint.toml").touch()
    (folder / "smartlint-waivers.toml").write_text(WAIVED, encoding="utf-8")
    for name in ("board", "shop", "sales"):
        (folder / name).mkdir()
    (folder / "shop" / "a.goals").write_text(LINKED, encoding="utf-8")
    (folder / "sales" / "a.goals").write_text(GOOD, encoding="utf-8")
    (folder / "board" / "a.goals").write_text(GOOD, encoding="utf-8")
    codes = ("--select", "REL002,WAI001,OWN001")
    assert sorted(checked(smartlint, ".", *codes)) == ["REL002", "WAI001"]
    for part in (("shop",), ("shop", "sales"), ("shop/a.goals", "sales")):
        run = smartlint("check", *part, *TODAY, *codes)
        assert run.status == 0
        assert "1 (Board/S1)" in run.out
    assert smartlint("check", "--isolated", "shop", *TODAY, *codes).status == 1
    assert checked(smartlint, "shop", "sales", "board", *codes) == ["REL002", "WAI001"]
    assert json.loads(smartlint("policy", "waivers", "shop", *TODAY, "--output-format", "json").out)["waivers"][0]["state"] == (
        "active"
    )


def test_a_folder_with_a_configuration_of_its_own_is_all_of_it(smartlint: Smartlint, folder: Path) -> None:
    (folder / "smartlint.toml").touch()
    (folder / "shop").mkdir()
    (folder / "shop" / "smartlint.toml").touch()
    (folder / "shop" / "a.goals").write_text(LINKED, encoding="utf-8")
    assert checked(smartlint, "shop", "--select", "REL002") == ["REL002"]


def test_with_too_many_warnings_the_status_is_1(smartlint: Smartlint) -> None:
    write(a=UNPLANNED)
    assert smartlint("check", *TODAY, "--max-warnings", "1").status == 0
    assert smartlint("check", *TODAY, "--max-warnings", "0").status == 1
    assert smartlint("check", *TODAY, "--max-warnings", "0", "--exit-zero").status == 0
    run = smartlint("check", *TODAY, "--max-warnings", "-1")
    assert run.status == 2
    assert "--max-warnings" in run.err


def test_the_files_that_would_be_checked_are_listed(smartlint: Smartlint, folder: Path) -> None:
    write(b=UNOWNED, a=UNOWNED)
    (folder / "c\x1b.goals").write_text(UNOWNED)
    run = smartlint("check", "--show-files")
    assert (run.status, run.out) == (0, "a.goals\nb.goals\nc␛.goals\n")


def test_a_closed_pipe_ends_quietly_with_the_status_of_the_run() -> None:
    write(a="".join(f"goal: Better service {number}\n" for number in range(2000)))
    command = [sys.executable, "-m", "smartlint", "check", "a.goals", "--select", "OWN"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"error[OWN001]")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_ctrl_c_ends_without_a_traceback(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    write(a=GOOD)
    monkeypatch.setattr(chunks, "read", interrupt)
    run = smartlint("check")
    assert (run.status, run.out, run.err.strip()) == (2, "", "Error: Interrupted: nothing more was written.")
