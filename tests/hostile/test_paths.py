"""A folder of somebody else's names files and makes links: nothing outside is shown or written, and nothing is waited for."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.samples import TODAY, Smartlint

_SECRET = "root:x:0:0"
_GOAL = "goal A: Sell 40 cakes a day by 30 June 2027\n  owner: Amy Holt\n"
#: What a configuration may name, by where it stands.
STATING = {
    "extend": 'extend = "{path}"\n',
    "roster": '[roster]\nfile = "{path}"\n',
    "data": '[data]\nm = "{path}"\n',
}
_UP = "../" * 30
_NO_FILES = (
    *("/dev/zero", f"{_UP}dev/zero", "pipe.csv", "pipe.toml", "zero.csv", "zero.toml"),
    *(".", "loop.csv", "a\\u0000b.csv", "a\\u0000b.toml", "\\u001b[2J.csv"),
)
_NAMES = (
    *("a\nb.goals", "a\x1b[31m.goals", "-rf.goals", "a\u202eb.goals", "::error::.goals", "%0A.goals", "=1+1.goals"),
    "a\x9bb.goals",
)
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="neither links nor pipes")


@pytest.fixture(autouse=True)
def goals(folder: Path) -> None:
    (folder / "a.goals").write_text(_GOAL, "utf-8")
    (folder.parent / "secret").write_text(f"{_SECRET}\n", "utf-8")


@pytest.mark.parametrize("stated", STATING)
@pytest.mark.parametrize("path", _NO_FILES)
@pytest.mark.timeout(60)
def test_what_is_no_file_is_neither_read_nor_waited_for(stated: str, path: str, smartlint: Smartlint, folder: Path) -> None:
    for ending in (".csv", ".toml"):
        os.mkfifo(folder / f"pipe{ending}")
        (folder / f"zero{ending}").symlink_to("/dev/zero")
        (folder / f"loop{ending}").symlink_to(f"loop{ending}")
    (folder / "smartlint.toml").write_text(STATING[stated].format(path=path), "utf-8")
    run = smartlint("check", ".", *TODAY)
    assert run.status == 2
    assert "smartlint.toml:" in run.out + run.err


@pytest.mark.parametrize("stated", STATING)
def test_what_is_no_table_is_not_told(stated: str, smartlint: Smartlint, folder: Path) -> None:
    for path in ("/etc/passwd", f"{_UP}etc/passwd", "../secret"):
        (folder / "smartlint.toml").write_text(STATING[stated].format(path=path), "utf-8")
        run = smartlint("check", ".", *TODAY, "--output-format", "json")
        assert _SECRET not in run.out + run.err


@pytest.mark.parametrize("glob", ["../**/*.goals", "/etc/*", "~/x", "a/../../*", "C:/x", "..", "x\\\\..\\\\y"])
@pytest.mark.parametrize("key", ["include", "exclude"])
def test_patterns_do_not_lead_out(key: str, glob: str, smartlint: Smartlint, folder: Path) -> None:
    (folder / "smartlint.toml").write_text(f'{key} = ["{glob}"]\n', "utf-8")
    run = smartlint("check", ".", *TODAY)
    assert run.status == 2
    assert "smartlint.toml:1:" in run.out + run.err


def test_links_in_circles_and_pipes_stop_nothing(smartlint: Smartlint, folder: Path) -> None:
    (folder / "circle").symlink_to(".")
    (folder / "in").mkdir()
    (folder / "in" / "out").symlink_to("..")
    (folder / "self.goals").symlink_to("self.goals")
    os.mkfifo(folder / "pipe.goals")
    run = smartlint("check", ".", *TODAY, "--output-format", "json")
    found = json.loads(run.out)
    assert {one["path"] for one in found["findings"]} <= {"a.goals", "self.goals", "pipe.goals"}


def test_nothing_is_written_through_a_link(smartlint: Smartlint, folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / ".smartlint").symlink_to(outside)
    run = smartlint("review", ".", *TODAY, "--output", "out.html")
    assert "link" in run.err
    assert not list(outside.iterdir())


@pytest.mark.parametrize("name", _NAMES)
def test_names_of_files_move_nothing(name: str, smartlint: Smartlint, folder: Path) -> None:
    (folder / "a.goals").unlink()
    (folder / name).write_text("goal: Better cakes\n", "utf-8")
    for form in ("full", "concise", "github", "json", "sarif", "junit"):
        run = smartlint("check", ".", *TODAY, "--output-format", form, "--color", "never")
        assert run.status in (0, 1)
        assert not {"\x1b", "\u202e", "\x9b"} & set(run.out + run.err)
        if form == "concise":
            assert all(": " in line for line in run.out.splitlines() if line and not line[0].isdigit())
