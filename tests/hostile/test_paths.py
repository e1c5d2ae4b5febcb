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


#: Files of others, by how they are named: what is no table or configuration, though its ending says so.
FOREIGN = {
    'extend = "{}"\n': (("{}.toml", f"{_SECRET}\n"), ("{}.toml", f'token = "{_SECRET}"\n'), ("{}.toml", f"'{_SECRET}' = 1\n")),
    '[roster]\nfile = "{}"\n': (
        ("{}.csv", f"{_SECRET}\n"),
        ("{}.toml", f'token = "{_SECRET}'),
        ("{}.csv", f'name\n"{_SECRET}'),
    ),
    '[data]\nm = "{}"\n': (("{}.toml", f"'{_SECRET}' = {{a = 1, a = 1}}\n"), ("{}.json", f"{_SECRET}\n")),
}
_WAYS = (
    ("check", ".", *TODAY),
    ("check", ".", *TODAY, "--output-format", "json"),
    ("config", "verify", "--output-format", "json"),
)


@pytest.mark.parametrize("command", _WAYS)
@pytest.mark.parametrize("stated", FOREIGN)
def test_nothing_is_told_of_the_text_of_a_file_outside(
    stated: str, command: tuple[str, ...], smartlint: Smartlint, folder: Path
) -> None:
    for name, text in FOREIGN[stated]:
        outside, link = folder.parent / name.format("outside"), folder / name.format("link")
        outside.write_text(text, "utf-8")
        link.symlink_to(outside)
        for path in (outside, f"../{outside.name}", link.name):
            (folder / "smartlint.toml").write_text(stated.format(path), "utf-8")
            run = smartlint(*command)
            assert run.status == 2
            assert "outside of the project" in run.out + run.err
            assert _SECRET not in run.out + run.err
        outside.unlink()
        link.unlink()


@pytest.mark.parametrize("name", ["smartlint.toml", ".smartlint.toml", "pyproject.toml", "smartlint-waivers.toml"])
def test_nor_of_one_that_a_link_is_called_as_a_configuration_for(name: str, smartlint: Smartlint, folder: Path) -> None:
    outside = folder.parent / "outside.toml"
    outside.write_text(f"[tool.smartlint]\n{_SECRET}\n", "utf-8")
    (folder / name).symlink_to(outside)
    run = smartlint("check", ".", *TODAY)
    assert run.status == 2
    assert f"smartlint config verify {outside}" in run.err
    assert _SECRET not in run.out + run.err
    run = smartlint("config", "verify", str(outside))
    assert _SECRET in run.err


def test_of_files_of_the_same_repository_and_of_configurations_all_is_told(smartlint: Smartlint, folder: Path) -> None:
    (folder / "teams").mkdir()
    (folder / "teams" / "smartlint.toml").write_text('extend = "../shared.toml"\n', "utf-8")
    (folder / "shared.toml").write_text("profil = 'sales'\n", "utf-8")
    assert "profil = " not in smartlint("check", "teams", *TODAY).err
    (folder / ".git").mkdir()
    assert "profil = " in smartlint("check", "teams", *TODAY).err
    (folder / "teams" / ".git").mkdir()
    (folder / "shared.toml").rename(folder / "smartlint.toml")
    (folder / "teams" / "smartlint.toml").write_text('extend = "../smartlint.toml"\n', "utf-8")
    assert "profil = " in smartlint("check", "teams", *TODAY).err


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


@pytest.mark.timeout(60)
def test_a_pipe_among_documents_is_not_waited_for(smartlint: Smartlint, folder: Path) -> None:
    for ending in ("md", "json", "csv", "xlsx"):
        os.mkfifo(folder / f"pipe.{ending}")
    (folder / "plan.md").write_text("# Goals\n\n- Sell more cakes\n", "utf-8")
    (folder / "smartlint.toml").write_text('include = ["**/*.md", "**/*.json", "**/*.csv", "**/*.xlsx"]\n', "utf-8")
    run = smartlint("check", ".", *TODAY, "--output-format", "json")
    assert {one["path"] for one in json.loads(run.out)["findings"]} == {"plan.md"}


@pytest.mark.timeout(60)
def test_an_example_that_is_a_pipe_is_not_waited_for(smartlint: Smartlint, folder: Path) -> None:
    os.mkfifo(folder / "pipe.goals")
    policy = '[[policy]]\nname = "owned"\nselect = ["OWN001"]\n[policy.examples]\npass = ["pipe.goals"]\n'
    (folder / "smartlint.toml").write_text(policy, "utf-8")
    run = smartlint("policy", "test")
    assert run.status == 1
    assert "`pipe.goals` cannot be read: it is no file" in run.out + run.err


def test_a_link_out_of_the_project_shows_nothing_of_what_it_leads_to(smartlint: Smartlint, folder: Path) -> None:
    (folder / "b.goals").symlink_to(folder.parent / "secret")
    run = smartlint("check", ".", *TODAY)
    assert "SYN009" in run.out
    assert _SECRET not in run.out + run.err
    assert _SECRET in smartlint("check", "b.goals", *TODAY).out  # who names it wants it


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
