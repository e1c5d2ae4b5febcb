"""``check --decision-log`` and ``check --show-evidence``."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Smartlint
from tests.cli.samples import GOOD, TODAY, UNOWNED, UNPLANNED, write


def checked(smartlint: Smartlint, *arguments: str) -> Run:
    return smartlint("check", *TODAY, "--decision-log", "log.jsonl", *arguments)


def logged() -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path("log.jsonl").read_text("utf-8").splitlines()]


def test_each_run_adds_a_line(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    assert checked(smartlint).status == 1
    write(a=GOOD)
    assert checked(smartlint).status == 0
    first, second = logged()
    assert [found["code"] for found in first["findings"]] == ["OWN001"]
    assert second["findings"] == []
    assert (first["status"], second["status"]) == (1, 0)
    assert first["time"] < second["time"]


def test_it_says_how_the_run_was_asked_for(smartlint: Smartlint) -> None:
    write(a=UNPLANNED)
    checked(smartlint, "--fail-level", "warning", "--exit-zero", "--select", "PLN")
    (run,) = logged()
    assert (run["status"], run["fail_level"], run["exit_zero"]) == (0, "warning", True)
    assert "TIM001" not in run["configurations"][0]["rules"]


def test_what_is_printed_stays_the_same(smartlint: Smartlint) -> None:
    write(a=UNOWNED, b=GOOD.replace("G1", "G3"))
    for name in ("full", "json", "concise"):
        arguments = ("check", *TODAY, "--output-format", name)
        assert checked(smartlint, *arguments[3:]).out == smartlint(*arguments).out


def test_a_named_file_that_is_missing_is_logged_with_exit_status_2(smartlint: Smartlint) -> None:
    assert checked(smartlint, "gone.goals").status == 2
    (run,) = logged()
    assert (run["status"], run["files"][0]["path"], run["files"][0]["sha256"]) == (2, "gone.goals", None)


def test_standard_input_is_logged_too(smartlint: Smartlint) -> None:
    smartlint("check", *TODAY, "--decision-log", "log.jsonl", "-", stdin=GOOD.encode())
    (run,) = logged()
    assert run["files"][0]["path"] == "<stdin>"


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("gone/log.jsonl", "gone/log.jsonl cannot be written: No such file or directory."),
        ("folder", "'folder' is a directory"),
        ("a.goals", "a.goals is one of the files to check:"),
        ("link", "link is one of the files to check:"),
    ],
)
def test_where_it_cannot_be_written_nothing_is_judged(smartlint: Smartlint, log: str, said: str) -> None:
    write(a=GOOD)
    Path("folder").mkdir()
    Path("link").symlink_to("a.goals")
    run = smartlint("check", "--decision-log", log)
    assert (run.status, run.out) == (2, "")
    assert said in run.err
    assert Path("a.goals").read_text("utf-8") == GOOD


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a disk that is always full")
def test_where_the_disk_is_full_the_findings_are_told_first(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    run = smartlint("check", *TODAY, "--decision-log", "/dev/full", "--output-format", "concise")
    assert run.status == 2
    assert "OWN001" in run.out
    assert "/dev/full cannot be written: No space left on device." in run.err


def test_a_run_that_was_not_understood_leaves_no_line(smartlint: Smartlint) -> None:
    assert checked(smartlint, "--select", "QQQ").status == 2
    assert Path("log.jsonl").read_bytes() == b""


def test_evidence_is_shown_when_asked_for(smartlint: Smartlint) -> None:
    write(a=GOOD)
    without, with_it = (smartlint("check", *TODAY, *more).out for more in ((), ("--show-evidence",)))
    assert "a.goals:4:1: goal G1: Win 10 new customers by 30 June 2026\n" in with_it
    assert "  4:14: measurable (MEA001) because: 10 new customers\n" in with_it
    assert with_it.endswith(without)
    assert "because" not in without


def test_evidence_in_the_language_of_each_goal(smartlint: Smartlint) -> None:
    write(a="mål 1: Få 30 nye kunder innen 30. juni 2026\n  eier: Kari Nordmann\n")
    assert "mål 1: Få 30 nye kunder innen 30. juni 2026" in smartlint("check", *TODAY, "--show-evidence").out
