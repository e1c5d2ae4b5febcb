"""``--jobs``: several processes say what one says, to the byte."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smartlint.cli import spread
from tests.cli.samples import GOOD, TODAY, UNOWNED, Smartlint, write

FORMATS = ("full", "json", "sarif")


@pytest.fixture
def team(folder: Path) -> Path:
    """Files that speak of one another, one that suppresses, and one that cannot be read."""
    for number in range(12):
        write(**{f"g{number}": f"{UNOWNED}\ngoal L{number}: Win 5 new customers\n  supports: G{number}\n"})
    write(quiet=UNOWNED.replace("\n", "  # smartlint: ignore[OWN001]\n", 1), good=GOOD)
    (folder / "bad.goals").write_bytes(b"\xff\xfe")
    return folder


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_number_of_processes_changes_nothing(output_format: str, team: Path, smartlint: Smartlint) -> None:
    one, two, many = (
        smartlint("check", ".", "bad.goals", *TODAY, "--jobs", jobs, "--output-format", output_format) for jobs in "129"
    )
    assert one == two == many
    assert one.status == 2  # for the file that was named
    assert "OWN001" in one.out


def test_by_default_it_pays_or_there_is_one(team: Path, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smartlint.processes.in_processes", lambda *_: pytest.fail("it does not pay"))
    alone = smartlint("check", *TODAY)
    assert smartlint("check", *TODAY, "--jobs", "auto") == alone
    monkeypatch.undo()
    monkeypatch.chdir(team)
    monkeypatch.setattr(spread, "_WORTH", 100)
    assert smartlint("check", *TODAY) == alone


def test_standard_input_is_read_here(team: Path, smartlint: Smartlint) -> None:
    run = smartlint("check", "-", ".", *TODAY, "--jobs", "2", "--output-format", "concise", stdin=UNOWNED.encode())
    assert "<stdin>:" in run.out


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5", ""])
def test_a_number_that_is_none_is_told(jobs: str, team: Path, smartlint: Smartlint) -> None:
    run = smartlint("check", "--jobs", jobs)
    assert run.status == 2
    assert f"'{jobs}' is neither a number from 1 on nor auto." in run.err


@pytest.mark.parametrize("engine", ["dusk", "dask=", "local=x", ""])
def test_an_engine_that_is_none_is_told(engine: str, smartlint: Smartlint) -> None:
    run = smartlint("check", "--engine", engine)
    assert (run.status, run.out) == (2, "")
    assert f"'{engine}' is none of local, dask and dask=ADDRESS." in run.err


def test_an_engine_that_is_not_installed_is_told(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "smartlint.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    write(good=GOOD)
    run = smartlint("check", "--engine", "dask")
    assert (run.status, run.out) == (2, "")
    assert run.err == "Error: --engine dask needs the Python package distributed: pip install smartlint[dask]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_who_interrupts_hears_one_sentence(folder: Path, kind: signal.Signals) -> None:
    for number in range(1500):
        (folder / f"{number}.goals").write_text(UNOWNED * 8, "utf-8")
    command = [sys.executable, "-m", "smartlint", "check", "--no-cache", "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        time.sleep(2)
        os.killpg(run.pid, kind)
        out, err = run.communicate(timeout=30)
    assert (run.returncode, out) == (2, "")
    assert err.strip() == "Error: Interrupted: nothing more was written."
