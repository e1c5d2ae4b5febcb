"""What cannot be read is a finding or a message; the other files are checked all the same."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.samples import GOOD, TODAY, UNOWNED, Smartlint, checked, write


def test_everything_at_once(smartlint: Smartlint, folder: Path) -> None:
    write(unowned=UNOWNED, empty="")
    (folder / "binary.goals").write_bytes(b"PK\x03\x04\x00\x00")
    (folder / "utf16.goals").write_bytes(UNOWNED.encode("utf-16"))
    (folder / "latin1.goals").write_bytes("mål: vinne".encode("latin-1"))
    (folder / "folder.goals").mkdir()
    (folder / "loop.goals").symlink_to("loop.goals")
    (folder / "loop").symlink_to(".")
    run = smartlint("check", *TODAY, "--output-format", "json")
    found = {(each["path"], each["code"], each["message_id"]) for each in json.loads(run.out)["findings"]}
    assert found >= {
        ("binary.goals", "SYN009", "binary"),
        ("folder.goals", "SYN009", "not-a-file"),
        ("latin1.goals", "SYN009", "encoding"),
        ("loop.goals", "SYN009", "unreadable"),
        ("utf16.goals", "SYN009", "utf-16"),
        ("unowned.goals", "OWN001", "missing"),
    }
    assert run.status == 1
    assert json.loads(run.out)["summary"]["files"] == 7


@pytest.mark.parametrize("name", ["missing.goals", "binary.goals", "folder.goals", "loop.goals"])
def test_a_file_that_was_named_and_cannot_be_read_makes_the_status_2(smartlint: Smartlint, folder: Path, name: str) -> None:
    write(good=GOOD, unowned=UNOWNED)
    (folder / "binary.goals").write_bytes(b"\x00")
    (folder / "folder.goals").mkdir()
    (folder / "loop.goals").symlink_to("loop.goals")
    run = smartlint("check", *TODAY, name, "good.goals")
    assert run.status == 2
    assert run.out.startswith("error[SYN009]: ")
    assert f"\n --> {name}\n" in run.out
    assert "1 error in 1 of 2 files (1 goal)" in run.out
    run = smartlint("check", *TODAY, name, "unowned.goals", "--exit-zero")
    assert run.status == 2
    assert "unowned.goals:4:1" in run.out


def test_a_file_without_permission(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *arguments: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    write(unowned=UNOWNED)
    monkeypatch.setattr(Path, "open", refuse)
    for arguments, status in (((), 1), (("unowned.goals",), 2)):
        run = smartlint("check", *arguments)
        assert run.status == status
        assert run.out.startswith("error[SYN009]: ")


def test_an_empty_file_is_no_fault(smartlint: Smartlint) -> None:
    write(empty="")
    assert smartlint("check", "empty.goals").status == 0


def test_text_without_a_goal_says_so(smartlint: Smartlint) -> None:
    write(notes="We talked about the summer.\n")
    assert checked(smartlint) == ["SYN010"]


def test_a_line_of_50_megabytes_is_not_printed(smartlint: Smartlint) -> None:
    write(long="goal: " + "word " * 10_000_000 + "\n", unowned=UNOWNED)
    run = smartlint("check", *TODAY)
    assert run.status == 1
    assert "unowned.goals:4:1" in run.out
    assert len(run.out) < 20_000
    assert max(map(len, run.out.splitlines())) <= 200


def test_twenty_thousand_goals(smartlint: Smartlint) -> None:
    goals = "".join(f"goal G{number}: Win {number} customers by 1 June 2026\n" for number in range(20_000))
    write(many="team: Sales\n" + goals)
    run = smartlint("check", *TODAY, "--select", "OWN001", "--statistics")
    assert run.status == 1
    assert run.out.endswith("\n\n20,000 errors in 1 file (20,000 goals)\n")


def test_a_name_that_is_no_utf_8(smartlint: Smartlint) -> None:
    try:
        Path(os.fsdecode(b"m\xe5l.goals")).write_text(UNOWNED)
    except OSError:
        pytest.skip("file names are always Unicode here")
    assert " --> m\\xe5l.goals:4:1 " in smartlint("check", *TODAY).out
    assert checked(smartlint) == ["OWN001"]
