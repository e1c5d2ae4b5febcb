"""Which files are found in folders, what they are called, and what is said of those that cannot be read."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from smartlint import files
from smartlint.files import Unreadable, Walk, find, read

GOAL = "goal: Win 10 customers\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, in no git work tree."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def write(*paths: str, text: str = GOAL) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def names(*paths: str) -> list[str]:
    return [file.path for file in find(paths)]


def fault(path: str) -> Unreadable:
    """What is wrong with a file that was named."""
    (file,) = find([path])
    found = read(file)
    assert isinstance(found, Unreadable)
    assert file.named
    return found


def test_goal_files_are_found_in_all_folders_and_sorted() -> None:
    write("b.goals", "a/c/d.goals", "a/b.GOALS", "a/plan.txt", "goals", "c.goals.bak")
    assert names(".") == ["a/b.GOALS", "a/c/d.goals", "b.goals"]


@pytest.mark.parametrize("hidden", [".venv", ".git", "node_modules", "a/.cache", "a/node_modules/b"])
def test_hidden_and_foreign_folders_are_passed_by(hidden: str) -> None:
    write("a.goals", f"{hidden}/x.goals", ".hidden.goals")
    assert names(".") == ["a.goals"]


class TestThoroughWalk:
    """Files that are passed by otherwise, where somebody asks for them in spite of that."""

    @staticmethod
    def found(*wanted: str, governed: bool = True) -> list[tuple[str, bool]]:
        walk = Walk(lambda path: path.name in wanted, lambda path: governed and path.suffix == ".goals", thorough=True)
        return [(file.path, file.passed_by) for file in find(["."], walk=walk)]

    def test_hidden_and_foreign_ones_are_come_upon_and_set_apart(self) -> None:
        write("a.goals", "b.goals", ".c.goals", ".venv/a.goals", "node_modules/d/e.goals", ".git/f.goals", ".venv/x.txt")
        assert self.found("a.goals") == [
            (".c.goals", True),
            (".venv/a.goals", True),
            ("a.goals", False),
            ("b.goals", True),
            ("node_modules/d/e.goals", True),
        ]
        assert self.found("a.goals", governed=False) == [("a.goals", False)]

    def test_what_git_ignores_unless_it_is_hidden_as_well(self) -> None:
        subprocess.run(["git", "init", "-q"], check=True)
        Path(".gitignore").write_text("old\n.venv\n", encoding="utf-8")
        write("a.goals", "old/a.goals", ".venv/a.goals", ".plans/a.goals")
        assert self.found("a.goals") == [(".plans/a.goals", True), ("a.goals", False), ("old/a.goals", True)]


def test_a_hidden_folder_that_is_named_is_looked_into() -> None:
    write(".plans/x.goals")
    assert names(".plans") == [".plans/x.goals"]


def test_a_file_that_is_named_is_read_whatever_its_ending() -> None:
    write("plan.txt", ".venv/x.goals")
    found = find(["plan.txt", ".venv/x.goals"])
    assert [(file.path, file.named, read(file)) for file in found] == [
        (".venv/x.goals", True, GOAL),
        ("plan.txt", True, GOAL),
    ]


def test_a_file_comes_once_and_counts_as_named_if_it_was() -> None:
    write("a/x.goals", "a/y.goals")
    found = find([".", "a", "a/../a/x.goals", "./a"])
    assert [(file.path, file.named) for file in found] == [("a/x.goals", True), ("a/y.goals", False)]


def test_paths_are_relative_inside_the_current_folder_and_as_given_outside(folder: Path, tmp_path: Path) -> None:
    write("a/x.goals", "../other/y.goals")
    inside, outside = str(folder / "a"), str(tmp_path / "other")
    assert names(inside, outside) == [f"{outside}/y.goals".replace(os.sep, "/"), "a/x.goals"]
    assert names("./a/../a/x.goals", "../other") == ["../other/y.goals", "a/x.goals"]


def test_a_link_and_its_file_are_one_and_links_to_folders_are_not_followed() -> None:
    write("b/x.goals")
    Path("a.goals").symlink_to("b/x.goals")
    Path("loop").symlink_to(".")
    Path("outside").symlink_to("..")
    assert names(".") == ["b/x.goals"]
    assert names("loop/b") == ["loop/b/x.goals"]


def test_a_link_out_of_the_folder_and_its_repository_is_followed_only_where_it_is_named(tmp_path: Path) -> None:
    write("in/b/c.goals", "in/d.goals")
    (tmp_path / "secret").write_text("mine", "utf-8")
    Path("in/b/out.goals").symlink_to(tmp_path / "secret")
    Path("in/b/up.goals").symlink_to("../d.goals")
    assert [file.path for file in find(["in/b"]) if read(file) == Unreadable("outside")] == ["in/b/out.goals", "in/b/up.goals"]
    assert [read(file) for file in find(["in/b/out.goals"])] == ["mine"]
    Path("in/.git").mkdir()
    assert [file.path for file in find(["in/b"]) if read(file) == Unreadable("outside")] == ["in/b/out.goals"]


def test_a_link_to_itself_cannot_be_read() -> None:
    Path("a.goals").symlink_to("a.goals")
    (file,) = find(["."])
    found = read(file)
    assert isinstance(found, Unreadable)
    assert found.variant == "unreadable"
    assert found.data["reason"]
    assert fault("a.goals") == found


def test_a_link_to_nothing_is_missing() -> None:
    Path("a.goals").symlink_to("b.goals")
    assert [read(file) for file in find(["."])] == [Unreadable("missing")]


def test_what_is_named_and_not_there_is_missing() -> None:
    write("a.goals")
    assert fault("nowhere") == Unreadable("missing")
    assert fault("a.goals/b") == Unreadable("missing")


@pytest.mark.parametrize("name", ["x.goals", "x.goals/"])
def test_a_folder_named_like_a_file_is_said_and_looked_into(name: str) -> None:
    write("x.goals/y.goals")
    for paths, is_named in ((["."], False), ([name], True)):
        odd, inside = find(paths)
        assert (odd.path, odd.named, read(odd)) == ("x.goals", is_named, Unreadable("not-a-file"))
        assert (inside.path, inside.named, read(inside)) == ("x.goals/y.goals", False, GOAL)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_a_pipe_is_no_file_and_nobody_waits_for_it() -> None:
    os.mkfifo("x.goals")
    assert [read(file) for file in find(["."])] == [Unreadable("not-a-file")]
    assert fault("x.goals") == Unreadable("not-a-file")


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="no /dev/fd")
def test_the_output_of_a_command_can_be_named() -> None:
    reading, writing = os.pipe()
    os.write(writing, GOAL.encode())
    os.close(writing)
    assert [read(file) for file in find([f"/dev/fd/{reading}"])] == [GOAL]
    os.close(reading)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("mål: x".encode("utf-16"), Unreadable("utf-16", {"at": 0})),
        ("mål: x".encode("utf-32"), Unreadable("utf-32", {"at": 0})),
        (b"PK\x03\x04\x00\x00", Unreadable("binary", {"at": 4})),
        ("mål: x".encode("latin-1"), Unreadable("encoding", {"at": 1})),
    ],
)
def test_what_is_no_text_in_utf_8_is_said(data: bytes, expected: Unreadable) -> None:
    Path("x.goals").write_bytes(data)
    assert fault("x.goals") == expected


def test_an_empty_file_and_one_with_a_byte_order_mark_are_text() -> None:
    Path("a.goals").write_bytes(b"")
    Path("b.goals").write_bytes(b"\xef\xbb\xbfgoal: x")
    assert [read(file) for file in find(["."])] == ["", "goal: x"]


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("x.goals").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1024 * 1024)
    monkeypatch.setattr(files, "_read", lambda stream: pytest.fail("it was read"))
    assert fault("x.goals") == Unreadable("too-large", {"size": 65.0, "limit": 64})


def refuse(*parts: Any, **named: Any) -> Any:
    raise PermissionError(13, "Permission denied")


def test_a_file_that_may_not_be_read_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    write("x.goals")
    monkeypatch.setattr(Path, "open", refuse)
    assert fault("x.goals") == Unreadable("permission")


def test_a_path_that_may_not_be_looked_at_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_dir", refuse)
    monkeypatch.setattr(Path, "stat", refuse)
    assert fault("a/x.goals") == Unreadable("permission")


def test_a_folder_that_may_not_be_listed_is_said_and_the_others_are_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a/x.goals", "b/y.goals")
    listing = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: refuse() if Path(path).name == "a" else listing(path))
    found = [(file.path, file.named, read(file)) for file in find(["."])]
    assert found == [("a", False, Unreadable("permission")), ("b/y.goals", False, GOAL)]
    assert [(file.path, file.named) for file in find(["a"])] == [("a", True)]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_cannot_be_read() -> None:
    write("x.goals")
    Path("x.goals").chmod(0)
    assert fault("x.goals") == Unreadable("permission")


def test_a_disk_that_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*parts: Any, **named: Any) -> Any:
        raise OSError(5, "Input/output error")

    write("x.goals")
    monkeypatch.setattr(Path, "open", fail)
    assert fault("x.goals") == Unreadable("unreadable", {"reason": "Input/output error"})


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are always Unicode")
def test_a_name_that_is_no_utf_8_can_be_printed() -> None:
    Path(os.fsdecode(b"m\xe5l.goals")).write_text(GOAL)
    (file,) = find(["."])
    assert (file.path, read(file)) == ("m\\xe5l.goals", GOAL)


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input_is_a_file_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b"goal: from a pipe\n")
    (file,) = find(["-", "-"])
    assert (file.path, file.named, read(file)) == ("<stdin>", True, "goal: from a pipe\n")


def test_standard_input_stands_for_the_file_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a/x.goals", "a/y.goals")
    standard_input(monkeypatch, b"goal: not saved yet\n")
    found = find(["a", "-", "a/x.goals"], "a/x.goals")
    assert [(file.path, read(file)) for file in found] == [("a/x.goals", "goal: not saved yet\n"), ("a/y.goals", GOAL)]


def test_standard_input_that_is_no_text_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b"\xff\xfeg\x00")
    assert [read(file) for file in find(["-"])] == [Unreadable("utf-16", {"at": 0})]
    monkeypatch.setattr(files, "LIMIT", 1024 * 1024)
    standard_input(monkeypatch, b"x" * (1024 * 1024 + 1))
    assert [read(file) for file in find(["-"])] == [Unreadable("too-large", {"size": 1.0, "limit": 1})]


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git_init(folder: str) -> None:
    subprocess.run(["git", "init", "--quiet", folder], check=True, env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull})


@needs_git
def test_what_git_ignores_is_passed_by() -> None:
    git_init(".")
    write("a.goals", "drafts/b.goals", "c/d.goals", "c/e.goals", "c/drafts/f.goals")
    write(".gitignore", text="drafts/\n")
    write("c/.gitignore", text="*\n!e.goals\n!.gitignore\n")
    assert names(".") == ["a.goals", "c/e.goals"]
    assert names("c") == ["c/e.goals"]


@needs_git
def test_what_is_named_is_read_though_git_ignores_it() -> None:
    git_init(".")
    write("drafts/b.goals", "drafts/c/d.goals")
    write(".gitignore", text="drafts/\n")
    assert names("drafts/b.goals") == ["drafts/b.goals"]
    assert names("drafts") == ["drafts/b.goals", "drafts/c/d.goals"]
    assert names("drafts/c") == ["drafts/c/d.goals"]


@needs_git
def test_a_work_tree_inside_another_has_its_own_rules() -> None:
    git_init(".")
    git_init("inner")
    write("a/x.goals", "a/y.goals", "inner/a/x.goals", "inner/a/y.goals")
    write(".gitignore", text="x.goals\n")
    write("inner/.gitignore", text="y.goals\n")
    assert names(".") == ["a/y.goals", "inner/a/x.goals"]
    assert names("inner/a") == ["inner/a/x.goals"]


@needs_git
def test_a_hook_of_another_repository_changes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    git_init(".")
    git_init(str(tmp_path / "other"))
    write("a.goals", "b.goals")
    write(".gitignore", text="a.goals\n")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other" / ".git" / "index"))
    assert names(".") == ["b.goals"]


@pytest.mark.parametrize("break_git", ["not installed", "refuses"])
def test_without_git_everything_is_found(monkeypatch: pytest.MonkeyPatch, break_git: str) -> None:
    write("a.goals", ".git/HEAD")
    write(".gitignore", text="a.goals\n")
    if break_git == "not installed":
        monkeypatch.setenv("PATH", "")
    assert names(".") == ["a.goals"]
