"""Files that commands write."""

from pathlib import Path

import click
import pytest

from smartlint.cli.file_output import must_be_writable, must_spare, put
from smartlint.files import File


def test_a_file_that_can_be_written_is_left_as_it_is(tmp_path: Path) -> None:
    kept = tmp_path / "a"
    kept.write_text("mine", "utf-8")
    must_be_writable(str(kept), "--output")
    must_be_writable(str(tmp_path / "new"), "--output")
    must_be_writable("/dev/null", "--output")
    assert kept.read_text("utf-8") == "mine"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("name", "said"), [("", "it is a folder"), ("no/a", "there is no folder")])
def test_what_cannot_be_written_ends_the_command(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(click.BadParameter, match=said) as told:
        must_be_writable(str(tmp_path / name), "--output")
    assert told.value.param_hint == "--output"


def test_what_is_checked_is_not_written_over(tmp_path: Path) -> None:
    goals = tmp_path / "a.goals"
    with pytest.raises(click.BadParameter, match="one of the files to check"):
        must_spare([("--output", str(tmp_path / "x" / ".." / "a.goals"))], [File("a.goals", goals)])
    must_spare([("--output", str(tmp_path / "b"))], [File("a.goals", goals)])


def test_a_fault_is_told_and_stops_nothing(tmp_path: Path) -> None:
    assert put(str(tmp_path / "a"), b"1") == ""
    assert (tmp_path / "a").read_bytes() == b"1"
    assert "cannot be written" in put(str(tmp_path), b"1")
