"""Several formats in one run, and what becomes of what cannot be written."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from smartlint.cli import reports
from smartlint.linter import Linter
from smartlint.reporters import FORMATS
from tests.cli.samples import GOOD, TODAY, UNOWNED, Smartlint, write

SUMMARY = "1 error in 1 file (1 goal)\n"
COMMAND = [sys.executable, "-m", "smartlint", "check", "--isolated", *TODAY]


@pytest.fixture
def untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is linted."""

    def fail(*arguments: object, **named: object) -> None:
        raise AssertionError("linted")

    monkeypatch.setattr(Linter, "check_text", fail)


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}


def test_every_format_can_be_printed_or_written_in_one_run(smartlint: Smartlint, folder: Path) -> None:
    write(a=UNOWNED)
    asked = [part for name in FORMATS for part in ("--report", f"{name}={name}.out")]
    run = smartlint("check", "a.goals", *TODAY, "--color", "always", *asked)
    assert run.status == 1
    assert run.out.endswith(SUMMARY)
    for name in FORMATS:
        alone = smartlint("check", "a.goals", *TODAY, "--output-format", name).out
        assert (folder / f"{name}.out").read_text("utf-8") == alone
        assert "OWN001" in alone
    assert {path.name for path in folder.iterdir()} == {"a.goals", *(f"{name}.out" for name in FORMATS)}


def test_a_report_can_take_the_place_of_what_is_printed(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    assert json.loads(smartlint("check", *TODAY, "--report", "json=-").out)["summary"]["errors"] == 1


def test_a_report_says_how_the_run_ended(smartlint: Smartlint, folder: Path) -> None:
    write(a=UNOWNED)
    smartlint("check", *TODAY, "--fail-level", "warning", "--report", "junit=a.xml", "--report", "sarif=a.sarif")
    (suite,) = ET.parse(folder / "a.xml").getroot()
    assert suite.attrib["failures"] == "1"
    (run,) = json.loads((folder / "a.sarif").read_text("utf-8"))["runs"]
    assert run["invocations"][0]["exitCode"] == 1
    assert run["originalUriBaseIds"]["SRCROOT"]["uri"] == f"{folder.as_uri()}/"
    assert len(run["tool"]["driver"]["rules"]) > 100


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--report", "sarif"), "'sarif' is not FORMAT=FILE"),
        (("--report", "sarif="), "'sarif=' is not FORMAT=FILE"),
        (("--report", "srif=a.out"), "Did you mean sarif?"),
        (("--report", "sarif=nowhere/a.out"), "nowhere/a.out cannot be written: there is no folder"),
        (("--report", "sarif=."), ". cannot be written: it is a folder."),
        (("--report", "sarif=a.goals"), "a.goals is one of the files to check:"),
        (("--report", "sarif=a.goals/b"), "a.goals/b cannot be written: Not a directory."),
        (("--report", "sarif=x", "--report", "json=./x"), "Two reports cannot be written to x."),
        (("--report", "sarif=-", "--report", "json=-"), "Only one format can be printed"),
        (("--report", "sarif=-", "--output-format", "json"), "Only one format can be printed"),
        (("--report", "sarif=-", "--output-format", "full"), "leave --output-format out"),
        (("--statistics", "--output-format", "sarif"), "not as sarif"),
        (("--unsafe-fixes",), "--unsafe-fixes does nothing alone: add --fix, --fix-only or --diff."),
        (("--show-fixes",), "--show-fixes does nothing alone"),
        (("--exit-non-zero-on-fix",), "--exit-non-zero-on-fix does nothing alone"),
    ],
)
def test_what_cannot_be_written_is_said_before_anything_is_done(
    smartlint: Smartlint, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    write(a=UNOWNED)
    run = smartlint("check", *arguments)
    assert (run.status, run.out) == (2, "")
    assert message in run.err.replace(f"{folder}/", "")
    assert [path.name for path in folder.iterdir()] == ["a.goals"]
    assert (folder / "a.goals").read_text() == UNOWNED


@pytest.mark.usefixtures("untouched")
def test_a_folder_or_a_file_without_permission_is_said_before_anything_is_done(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any, **named: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    write(a=UNOWNED)
    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    run = smartlint("check", "--report", "json=b.json")
    assert run.status == 2
    assert "b.json cannot be written: Permission denied." in run.err


def test_what_was_there_is_replaced_and_keeps_its_permissions_and_links(smartlint: Smartlint, folder: Path) -> None:
    write(a=GOOD)
    (folder / "old.json").write_text("old")
    (folder / "old.json").chmod(0o640)
    (folder / "link.json").symlink_to("old.json")
    assert smartlint("check", *TODAY, "--report", "json=link.json").status == 0
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "old.json").read_text())["version"] == 1
    assert (folder / "old.json").stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_can_be_written_to(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    run = smartlint("check", "--report", "json=/dev/null", "--report", "sarif=/dev/null")
    assert (run.status, run.err) == (1, "")
    assert not Path("/dev/null").is_file()


def test_standard_output_is_no_file(folder: Path) -> None:
    write(a=UNOWNED)
    shell = f"{sys.executable} -m smartlint check --report %s | cat"
    for report in ("json=/dev/stdout", "json=/dev/fd/3 -q --ignore ALL 3>&1"):
        ran = subprocess.run(["sh", "-c", shell % report], capture_output=True, text=True, check=True, cwd=folder)
        assert (ran.stderr, json.loads(ran.stdout)["version"]) == ("", 1)


def test_a_pipe_can_be_written_to(folder: Path) -> None:
    write(a=UNOWNED)
    os.mkfifo(folder / "pipe")
    with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE, cwd=folder) as reader:
        done = subprocess.run([*COMMAND, "--report", "json=pipe"], env=environment(), capture_output=True, check=False)
        assert done.returncode == 1
        assert json.loads(reader.communicate(timeout=30)[0])["summary"]["errors"] == 1
    assert not (folder / "pipe").is_file()


class TestFaults:
    """Whatever happens meanwhile: a message, the status 2, and no half of a file."""

    def test_a_disk_that_is_full(self, folder: Path) -> None:
        write(a=UNOWNED)
        (folder / "b.json").write_text("old")

        def small() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        command = [*COMMAND, "--report", "json=b.json", "--report", "concise=c.txt"]
        done = subprocess.run(command, env=environment(), capture_output=True, text=True, preexec_fn=small, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == 2
        assert done.stdout.endswith(SUMMARY), "what can be printed is not lost"
        assert "Error: b.json cannot be written: File too large.\n" in done.stderr
        assert (folder / "b.json").read_text() == "old"
        assert not [path for path in folder.iterdir() if path.name.endswith(".part")]

    def test_a_small_file_system(self, folder: Path) -> None:
        write(a=UNOWNED)
        small = folder / "small"
        small.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", small], capture_output=True, check=False)
        if mounted.returncode:
            pytest.skip("only root may mount a file system")
        try:
            command = [*COMMAND, "--report", "sarif=small/a.sarif"]
            done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
            assert done.returncode == 2
            assert "small/a.sarif cannot be written: No space left on device.\n" in done.stderr
            assert list(small.iterdir()) == []
        finally:
            subprocess.run(["umount", small], check=True)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
    @pytest.mark.parametrize("name", ["full", "json"])
    def test_an_output_that_is_full(self, name: str) -> None:
        write(a=UNOWNED)
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*COMMAND, "--output-format", name],
                env=environment(),
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert (done.returncode, done.stderr) == (2, "Error: Not everything could be printed: No space left on device.\n")

    def test_a_program_that_does_not_read_to_the_end(self) -> None:
        write(a="".join(f"goal: Better service {number}\n" for number in range(2000)))
        command = [*COMMAND, "--output-format", "json"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b"Error: Not everything could be printed: Broken pipe.\n"
        assert process.returncode == 2

    @pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
    def test_an_interruption(
        self, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, folder: Path, kind: signal.Signals
    ) -> None:
        write(a=UNOWNED)
        (folder / "b.json").write_text("old")
        before = signal.getsignal(signal.SIGTERM)
        monkeypatch.setattr("os.fsync", lambda descriptor: os.kill(os.getpid(), kind))
        run = smartlint("check", "--report", "json=b.json")
        assert run.status == 2
        assert "Error: Interrupted: nothing more was written.\n" in run.err
        assert {path.name: path.read_text() for path in folder.iterdir()} == {"a.goals": UNOWNED, "b.json": "old"}
        assert signal.getsignal(signal.SIGTERM) == before


class TestGitHub:
    """What is done of itself in GitHub Actions."""

    @pytest.fixture(autouse=True)
    def runner(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.parent))

    def test_findings_are_annotations_too(self, smartlint: Smartlint, folder: Path) -> None:
        write(a=UNOWNED)
        run = smartlint("check", *TODAY)
        text, summary, annotation = run.out.partition(SUMMARY)
        assert text.startswith("error[OWN001]")
        assert summary
        assert annotation.startswith(f"::error title=OWN001 missing-owner,file={folder.name}/a.goals,line=4,")
        assert annotation.count("\n") == 1

    @pytest.mark.parametrize("asked", [("--output-format", "github"), ("--report", "github=github.txt")])
    def test_annotations_come_once(self, smartlint: Smartlint, asked: tuple[str, ...]) -> None:
        write(a=UNOWNED)
        assert smartlint("check", *TODAY, *asked).out.count("::error") == (1 if "github" in asked else 0)

    def test_what_a_program_reads_has_nothing_beside_it(self, smartlint: Smartlint) -> None:
        write(a=UNOWNED)
        assert json.loads(smartlint("check", *TODAY, "--output-format", "json").out)

    def test_the_summary_of_the_job_goes_on(self, smartlint: Smartlint, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(a=UNOWNED)
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
        (folder / "summary.md").write_text("# Build\n")
        smartlint("check", *TODAY)
        text = (folder / "summary.md").read_text("utf-8")
        assert text.startswith(f"# Build\n### smartlint: {SUMMARY}\n| Level |")
        assert text.endswith("|\n\n")

    def test_a_summary_that_github_would_refuse_is_cut_and_says_so(
        self, smartlint: Smartlint, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(a="".join(f"goal: Better service {number}\n" for number in range(60)))
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
        monkeypatch.setattr(reports, "SUMMARY_LIMIT", 4000)
        smartlint("check", *TODAY)
        data = (folder / "summary.md").read_bytes()
        assert 2000 < len(data) < 4000
        assert data.endswith(b"|\n\nThe rest is in the log: GitHub shows no more here.\n\n")

    def test_a_summary_that_cannot_be_written_is_said_and_changes_nothing(
        self, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(a=UNOWNED)
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
        run = smartlint("check", *TODAY)
        assert run.status == 1
        assert run.err == "GITHUB_STEP_SUMMARY cannot be written: No such file or directory.\n"


@pytest.mark.parametrize("variable", ["GITHUB_ACTIONS", "TF_BUILD"])
def test_no_text_of_a_goal_is_a_command_of_a_ci_service(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, folder: Path, variable: str
) -> None:
    long = "::error::x " * 12
    text = f"goal G1: Win ##vso[task.setvariable variable=x]y ##[error]z better {long}\n"
    (folder / "##vso[x]y ##[z.goals").write_text(text)
    assert "##vso[" in smartlint("check", *TODAY).out
    monkeypatch.setenv(variable, "true")
    for name in ("full", "concise", "grouped"):
        shown = smartlint("check", *TODAY, "-v", "--output-format", name, "--color", "always").out
        text, _, annotations = shown.partition("\n::")
        assert bool(annotations) is (variable == "GITHUB_ACTIONS")
        assert "##vso[" not in text
        assert "##[" not in text
        assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]
        assert "#\u200b#vso[" in text, "but it can be read"


@pytest.mark.parametrize("variable", ["GITHUB_ACTIONS", "TF_BUILD"])
@pytest.mark.parametrize("command", ["format", "check"])
def test_no_line_of_a_difference_is_a_command_of_a_ci_service(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, folder: Path, command: str, variable: str
) -> None:
    text = "goal G1: Win 10\n    ownr:   Ann\n::error::x\n# a\r::x::\n"
    text = text if command == "check" else text.replace("ownr", "owner")
    (folder / "a.goals").write_bytes(text.encode())
    assert "\n ::error::x\n" in smartlint(command, "--diff").out
    monkeypatch.setenv(variable, "true")
    shown = smartlint(command, "--diff", "--color", "always").out
    assert not [line for line in re.split("[\r\n]", shown) if line.lstrip().startswith("::")]
    assert " :\u200b:error::x\n" in shown, "but it can be read"
