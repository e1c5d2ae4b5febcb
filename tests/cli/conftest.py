"""Running the command line as a user does, in an empty folder."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from smartlint.cli import caching, main


@dataclass(frozen=True)
class Run:
    """What a command left: its exit status, and what it printed on standard output and standard error."""

    status: int | str | None
    out: str
    err: str


Smartlint = Callable[..., Run]
#: What an environment asks for: a language, a look, what a CI service needs.
ASKING = (
    *("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"),
    *("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "TF_BUILD", "BUILD_SOURCESDIRECTORY"),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, and an environment that asks for nothing."""
    monkeypatch.chdir(tmp_path)
    for name in ASKING:
        monkeypatch.setenv(name, "")  # so that what a command sets is taken back
        monkeypatch.delenv(name)
    monkeypatch.setattr(caching, "cache_folder", lambda: None)  # tests of rules change rules under way
    return tmp_path


@pytest.fixture
def smartlint(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Smartlint:
    """Runs ``smartlint`` with arguments."""

    def run(*arguments: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        printed = capsys.readouterr()
        return Run(ended.value.code, printed.out, printed.err)

    return run
