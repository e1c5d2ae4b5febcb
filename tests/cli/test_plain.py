"""A plain call says what click's would, to the letter, and whatever is not plain is left to click."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from smartlint.cli import plain, program
from smartlint.reporters import FORMATS

GOOD = "goal: Win 12 new customers in Bergen by 2026-06-30\n  owner: Amy Holt\n  metric: signed orders\n  source: crm\n"
BAD = "goal: Be better\n\ngoal: Halve the queue by 2025-01-31\n  allow: no-such-rule\n"
NORWEGIAN = "mål: Bli best i landet\n  eier: Kari Berg\n"
FILES = {
    "good.goals": GOOD,
    "bad.goals": BAD,
    "teams/nb.goals": NORWEGIAN,
    "teams/empty.goals": "",
    "teams/latin.goals": None,
    "strict/smartlint.toml": 'profile = "sales"\n[lint]\nextend-select = ["ALL"]\n[lint.levels]\nOWN001 = "info"\n',
    "strict/a.goals": BAD,
    "ruled/smartlint.toml": (
        '[[rule]]\ncode = "ACM001"\nname = "cost-centre"\nlevel = "warning"\n'
        'assert = "has(goal.metric)"\nmessage = "no cost centre"\n'
    ),
    "ruled/a.goals": BAD,
    "wrong/smartlint.toml": 'profil = "smart"\n',
    "wrong/a.goals": GOOD,
    "waived/smartlint.toml": "",
    "waived/a.goals": BAD,
}
DAY = ("--today", "2026-02-01")


@pytest.fixture(autouse=True)
def written(folder: Path) -> None:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"goal: \xe5\xff\n" if text is None else text.encode())


def _both(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> list[tuple[int, bytes, bytes]]:
    """Status and output of the plain call, if it is one, and of click's."""
    found = []
    capsysbinary.readouterr()
    put = plain.checked(["check", *arguments])
    if put is not None:
        found.append((put(), *capsysbinary.readouterr()))
    return [*found, (program.run(["check", *arguments]), *capsysbinary.readouterr())]


@pytest.mark.parametrize(
    "arguments",
    [
        ["good.goals"],
        ["bad.goals"],
        ["bad.goals", "-q", "--exit-zero"],
        ["bad.goals", "--verbose", "--no-cache"],
        ["--isolated", "strict/a.goals"],
        ["strict"],
        ["strict", "--fail-level", "info"],
        ["ruled/a.goals", "--fail-level", "warning"],
        ["waived", "teams", "good.goals"],
        ["teams/nb.goals", "bad.goals", "bad.goals"],
        ["teams/latin.goals"],
        ["missing.goals", "good.goals"],
        ["good.goals/", "teams"],
        *(["bad.goals", "teams", "--output-format", name] for name in FORMATS),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["", "sv"])
def test_it_says_the_same(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, arguments: list[str], language: str
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    mine, other = _both(capsysbinary, *arguments, *DAY)
    assert mine == other


@pytest.mark.parametrize(
    "arguments",
    [
        ["wrong/a.goals"],
        ["-"],
        [""],
        ["--", "good.goals"],
        ["--help"],
        ["--select", "OWN001", "good.goals"],
        ["--fix", "good.goals"],
        ["good.goals", "--today"],
        ["good.goals", "--today", "20260201"],
        ["good.goals", "--today", "2026-02-30"],
        ["good.goals", "--today="],
        ["good.goals", "--fail-level", "none"],
        ["good.goals", "--output-format", "pdf"],
        ["good.goals", "-qv"],
        ["good.goals", "--no-such-option"],
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_click(capsysbinary: pytest.CaptureFixture[bytes], arguments: list[str]) -> None:
    assert plain.checked(["check", *arguments]) is None
    assert capsysbinary.readouterr() == (b"", b"")


@pytest.mark.parametrize("arguments", [[], ["rules"], ["--version"], ["Check", "good.goals"]])
def test_other_commands_are_left_to_click(arguments: list[str]) -> None:
    assert plain.checked(arguments) is None


@pytest.mark.parametrize("variable", ["SMARTLINT_POLICY", "GITHUB_ACTIONS", "_SMARTLINT_COMPLETE"])
@pytest.mark.parametrize("value", ["true", ""])
def test_what_the_environment_asks_for_is_left_to_click(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    assert plain.checked(["check", "good.goals"]) is None


def test_no_path_is_the_current_folder(capsysbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    (folder / "wrong" / "smartlint.toml").unlink()
    mine, other = _both(capsysbinary, *DAY)
    assert mine == other
    assert b"strict/a.goals" in mine[1]


def test_every_option_that_it_knows_is_one_of_check_and_has_its_default() -> None:
    from smartlint.cli.check import command

    known = {option: one for one in command.params for option in one.opts}
    for option, name in (plain._FLAGS | plain._VALUES).items():
        assert known[option].name == name
        assert known[option].to_info_dict()["is_flag"] == (option in plain._FLAGS)
    usual = plain._Options((), None)  # type: ignore[arg-type]
    assert usual.fail_level == known["--fail-level"].default
    assert usual.output_format == known["--output-format"].show_default  # type: ignore[attr-defined]


def _process(*arguments: str, program: str = "") -> subprocess.CompletedProcess[bytes]:
    text = f"import sys\nsys.argv = {['smartlint', *arguments]!r}\n{program}\nfrom smartlint.cli import main\nmain()"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "SMARTLINT_CACHE_DIR": ""}
    return subprocess.run([sys.executable, "-c", text], env=environment, capture_output=True, check=False)


def test_a_plain_call_does_without_click_and_what_else_it_does_not_need() -> None:
    never = [
        "click",
        "inspect",
        "threading",
        "json",
        "shutil",
        "tempfile",
        "importlib.metadata",
        "tomllib",
        "smartlint.cli.check",
    ]
    told = f"import atexit; atexit.register(lambda: print([name for name in {never} if name in sys.modules], file=sys.stderr))"
    run = _process("check", "bad.goals", "--no-cache", *DAY, program=told)
    assert (run.returncode, run.stderr) == (1, b"[]\n")


@pytest.mark.parametrize("arguments", [["--version"], ["check", "--help"]])
def test_what_judges_nothing_does_without_the_linter(arguments: list[str]) -> None:
    never = ["smartlint.linter", "smartlint.registry", "smartlint.configuration.configurations"]
    told = f"import atexit; atexit.register(lambda: print([name for name in {never} if name in sys.modules], file=sys.stderr))"
    assert _process(*arguments, program=told).stderr == b"[]\n"


def test_a_process_ends_as_it_is_told_and_all_is_printed() -> None:
    for arguments in (["bad.goals"], ["good.goals", "missing.goals"], ["--select", "SYN", "good.goals"]):
        run = _process("check", *arguments, *DAY)
        piped = _process("check", *arguments, *DAY, program="sys.settrace(lambda *_: None)")  # which ends as Python ends
        assert (run.returncode, run.stdout) == (piped.returncode, piped.stdout)
        assert run.stdout


def test_an_interrupted_call_says_so() -> None:
    told = "import smartlint.cli.judging as judging\ndef stop(*_, **__): raise KeyboardInterrupt\njudging.judged = stop"
    run = _process("check", "bad.goals", program=told)
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"Interrupted" in run.stderr


def test_a_fault_is_told_by_click_which_meets_with_it_too() -> None:
    told = "import smartlint.cli.judging as judging\ndef fail(*_, **__): raise RuntimeError('amok')\njudging.judged = fail"
    run = _process("check", "bad.goals", program=told)
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"RuntimeError: amok" in run.stderr
    assert b"Please report it" in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_is_told() -> None:
    command = [sys.executable, "-m", "smartlint", "check", "bad.goals"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    assert b"Not everything could be printed: No space left on device." in run.stderr
