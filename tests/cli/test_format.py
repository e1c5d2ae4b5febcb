"""``smartlint format``: which files get another layout, what is said of it, and the exit status."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from smartlint.translation import LANGUAGES
from tests.cli.samples import GOOD, Smartlint, write

FLAT = GOOD.replace("  owner", "owner").replace("  how", "how")


def text(name: str) -> str:
    return Path(f"{name}.goals").read_bytes().decode()


def test_files_are_written_in_canonical_layout(smartlint: Smartlint) -> None:
    write(a=FLAT, b=GOOD, c=FLAT)
    run = smartlint("format")
    assert (run.status, run.out, run.err) == (0, "", "2 files reformatted, 1 file left unchanged\n")
    assert [text(name) for name in "abc"] == [GOOD] * 3
    assert smartlint("format").err == "3 files left unchanged\n"


def test_a_check_writes_nothing_and_says_which_files_are_due(smartlint: Smartlint) -> None:
    write(a=FLAT, b=GOOD)
    run = smartlint("format", "--check")
    assert run.status == 1
    assert run.err == "would be reformatted: a.goals\n1 file would be reformatted, 1 file already formatted\n"
    assert text("a") == FLAT
    assert smartlint("format", "--check", "b.goals").status == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_difference_can_be_applied_by_git(smartlint: Smartlint) -> None:
    write(a=FLAT.replace("\n", "\r\n"))
    run = smartlint("format", "--diff")
    assert run.status == 1
    assert run.err == "1 file would be reformatted\n"
    subprocess.run(["git", "apply", "-"], input=run.out.encode(), check=True)
    assert text("a") == GOOD.replace("\n", "\r\n")


def test_standard_input_goes_to_standard_output(smartlint: Smartlint) -> None:
    run = smartlint("format", "-", stdin=b"\xef\xbb\xbf" + FLAT.encode())
    assert (run.status, run.out, run.err) == (0, "\ufeff" + GOOD, "1 file reformatted\n")
    run = smartlint("format", "-", "--check", "--stdin-filename", "q3.goals", stdin=FLAT.encode())
    assert (run.status, run.out) == (1, "")
    assert "would be reformatted: q3.goals\n" in run.err


def test_a_byte_order_mark_and_permissions_stay(smartlint: Smartlint) -> None:
    Path("a.goals").write_bytes(b"\xef\xbb\xbf" + FLAT.encode())
    Path("a.goals").chmod(0o640)
    assert smartlint("format").status == 0
    assert text("a") == "\ufeff" + GOOD
    assert Path("a.goals").stat().st_mode & 0o777 == 0o640


def test_what_the_configuration_excludes_is_left_alone_unless_it_is_named(smartlint: Smartlint) -> None:
    write(a=FLAT)
    Path("smartlint.toml").write_text('exclude = ["a.goals"]\n')
    assert smartlint("format").err == "No goal files found.\n"
    assert smartlint("format", "a.goals", "--force-exclude").err == "No goal files found.\n"
    assert text("a") == FLAT
    assert smartlint("format", "-", "--stdin-filename", "a.goals", "--force-exclude", stdin=FLAT.encode()).out == FLAT
    assert smartlint("format", "a.goals").err == "1 file reformatted\n"


def test_the_language_of_the_configuration_reads_the_file(smartlint: Smartlint) -> None:
    write(a="mål 1: x\nby: 4\n")
    Path("smartlint.toml").write_text('language = "da"\n')
    assert smartlint("format").status == 0
    assert text("a") == "mål 1: x\n  by: 4\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfeg\x00", "a.goals: this file is saved as UTF-16 and cannot be read\n"),
        (b"goal: \xe5\n", "a.goals: this file is not saved as UTF-8: byte 6 cannot be read\n"),
        (None, "a.goals: this file does not exist\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_the_others_are_written(
    smartlint: Smartlint, data: bytes | None, said: str
) -> None:
    write(b=FLAT)
    if data is not None:
        Path("a.goals").write_bytes(data)
    run = smartlint("format", "a.goals", "b.goals")
    assert (run.status, run.err) == (2, said + "1 file reformatted\n")
    assert text("b") == GOOD


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anything")
def test_a_file_that_may_not_be_written_is_said(smartlint: Smartlint) -> None:
    write(a=FLAT)
    Path("a.goals").chmod(0o444)
    run = smartlint("format")
    assert run.status == 2
    assert run.err.startswith("a.goals: not written: ")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(smartlint: Smartlint, tmp_path: Path) -> None:
    Path("in").mkdir()
    Path(".git").mkdir()
    write(out=FLAT)
    Path("in/a.goals").symlink_to(tmp_path / "out.goals")
    run = smartlint("format", "in")
    assert (run.status, run.err) == (2, "in/a.goals: not written: it is a link that leads out of the folder\n")
    assert text("out") == FLAT


@pytest.mark.parametrize("arguments", [("--stdin-filename", "x"), ("",), ("--config", "nope.toml"), ("--language", "fi")])
def test_what_is_not_understood_ends_the_command(smartlint: Smartlint, arguments: tuple[str, ...]) -> None:
    write(a=FLAT)
    run = smartlint("format", *arguments)
    assert run.status == 2
    assert "Error: " in run.err
    assert text("a") == FLAT


def test_a_wrong_configuration_ends_the_command(smartlint: Smartlint) -> None:
    write(a=FLAT)
    Path("smartlint.toml").write_text("exclud = []\n")
    run = smartlint("format")
    assert run.status == 2
    assert "exclude" in run.err
    assert text("a") == FLAT


def test_nothing_is_said_but_what_went_wrong_if_quiet(smartlint: Smartlint) -> None:
    write(a=FLAT)
    run = smartlint("format", "--quiet", ".", "b.goals")
    assert (run.out, run.err) == ("", "b.goals: this file does not exist\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_said_in_the_readers_language(smartlint: Smartlint, language: str) -> None:
    write(a=FLAT, b=GOOD)
    said = smartlint("format", "--check", "--message-language", language).err
    assert (said == smartlint("format", "--check").err) == (language == "en")
