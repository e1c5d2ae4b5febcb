"""The command line as a whole: its help, its version, its start, and what becomes of faults."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from smartlint import __version__
from smartlint.cli.program import COMMANDS
from tests.cli.samples import Smartlint

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "web-shop" / "spring-campaign.goals"


def test_version(smartlint: Smartlint) -> None:
    assert smartlint("--version").out == f"smartlint {__version__}\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command_with_an_example(smartlint: Smartlint, option: str) -> None:
    run = smartlint(option)
    assert run.status == 0
    assert [name for name in COMMANDS if f"\n  {name}" not in run.out] == []
    assert "Example: smartlint check" in run.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(smartlint: Smartlint, command: str) -> None:
    run = smartlint(command, "--help")
    assert run.status == 0
    assert f"  smartlint {command}" in run.out.partition("Examples:")[2]


def test_an_unknown_command_is_a_mistake_and_the_nearest_is_shown(smartlint: Smartlint) -> None:
    run = smartlint("chek")
    assert (run.status, run.out) == (2, "")
    assert "No such command: chek. Did you mean check?" in run.err


def test_no_command_shows_the_help(smartlint: Smartlint) -> None:
    run = smartlint()
    assert "Commands:" in run.out + run.err


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["--version"], ["lark", "jsonschema", "wcwidth", "smartlint.linter", "smartlint.cli.check"]),
        (["--help"], ["lark", "jsonschema", "wcwidth", "smartlint.linter"]),
        (["check", "--help"], ["lark", "jsonschema", "wcwidth", "smartlint.linter", "smartlint.cli.rules"]),
        (
            ["check", "--select", "OWN001", "--no-cache", "--jobs", "1", str(EXAMPLE), "--exit-zero"],
            [
                *("lark", "jsonschema", "tomllib", "wcwidth", "importlib.metadata", "email", "json", "signal", "pickle"),
                *("dataclasses", "tempfile", "shutil", "zipfile", "logging", "random"),
                *(
                    "concurrent.futures",
                    "multiprocessing",
                    "distributed",
                    "smartlint.result_cache",
                    "smartlint.readers.markdown",
                ),
                *("smartlint.reporters.formats.json", "smartlint.cli.rules", "smartlint.cli.spoken", "smartlint.policy.parser"),
            ],
        ),
    ],
)
def test_what_is_not_needed_is_not_imported(arguments: list[str], never: list[str]) -> None:
    program = (
        "import sys\nfrom smartlint.cli import main\n"
        f"try: main({arguments!r})\n"
        f"finally: print(*[name for name in {never!r} if name in sys.modules], file=sys.stderr)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program]
    subprocess.run(command, env=environment, capture_output=True, check=False)  # it may keep what a configuration says
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_it_runs_as_a_module() -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "smartlint", "--version"]
    assert subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout == (
        f"smartlint {__version__}\n"
    )


def test_a_fault_of_the_program_is_status_2_and_says_whose_fault_it_is(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("smartlint.cli.check.find", fail)
    run = smartlint("check")
    assert (run.status, run.out) == (2, "")
    assert "RuntimeError: out of order" in run.err
    assert "Please report it" in run.err


def test_a_full_disk_is_status_2_without_a_traceback(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("smartlint.cli.reports.write", fail)
    run = smartlint("check")
    assert (run.status, run.out, run.err) == (2, "", "Error: No space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
@pytest.mark.parametrize(
    ("redirection", "said"),
    [("a.goals >&-", ""), ("a.goals 2>&-", "error[TIM001]"), ("- <&-", "SYN010"), ("a.goals <&- >&- 2>&-", "")],
)
def test_a_stream_that_is_closed_is_no_fault(folder: Path, redirection: str, said: str) -> None:
    (folder / "a.goals").write_text("goal G1: Win 10 customers\n")
    command = f"{sys.executable} -m smartlint check --isolated {redirection}"
    run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (int("-" not in redirection.split()), "")
    assert said in run.stdout
