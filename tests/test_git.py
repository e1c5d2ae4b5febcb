"""What git is asked: what files were where a branch was left."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from smartlint.git import NoAnswer, merge_base

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a commit on `main`, and a branch that has left it."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q", "-b", "main")
    for name in ("kept", "edited", "gone", "moved", "blåbær 😀"):
        Path(f"{name}.goals").write_text(f"goal: {name}\n" * 20, "utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    git("checkout", "-qb", "work")
    return tmp_path


def test_what_has_become_of_the_files(repository: Path) -> None:
    Path("edited.goals").write_text("goal: other\n")
    Path("blåbær 😀.goals").write_text("goal: annet\n")
    Path("gone.goals").unlink()
    git("mv", "moved.goals", "renamed.goals")
    Path("new.goals").write_text("goal: new\n")
    git("add", "new.goals")
    Path("untracked.goals").write_text("goal: untracked\n")
    commit = merge_base(repository, "main")
    assert commit.old_paths == {
        "kept.goals": "kept.goals",
        "edited.goals": "edited.goals",
        "gone.goals": "gone.goals",
        "blåbær 😀.goals": "blåbær 😀.goals",
        "renamed.goals": "moved.goals",
    }
    assert commit.changed == {"edited.goals", "blåbær 😀.goals", "renamed.goals", "gone.goals"}
    assert commit.deleted == {"gone.goals"}
    assert commit.data("moved.goals") == b"goal: moved\n" * 20


def test_it_is_where_the_branch_was_left_and_not_where_the_other_one_is_now(repository: Path) -> None:
    git("checkout", "-q", "main")
    Path("kept.goals").write_text("goal: main went on\n")
    git("commit", "-qam", "second")
    git("checkout", "-q", "work")
    assert merge_base(repository, "main").data("kept.goals") == b"goal: kept\n" * 20


def test_a_path_is_told_from_the_top_of_the_work_tree(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "sub").mkdir()
    monkeypatch.chdir(repository / "sub")
    commit = merge_base(Path.cwd(), "main")
    assert commit.inside(Path("../kept.goals")) == "kept.goals"
    assert commit.inside(Path("x.goals")) == "sub/x.goals"
    assert commit.inside(Path(os.sep) / "x.goals") is None


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        ("nope", "git knows no branch or commit nope"),
        ("--output=x", "--output=x is no name of a branch or commit"),
        ("", '"" is no name of a branch or commit'),
    ],
)
def test_what_is_no_commit_is_said(repository: Path, ref: str, text: str) -> None:
    with pytest.raises(NoAnswer) as raised:
        merge_base(repository, ref)
    assert raised.value.text.format(**raised.value.params) == text
    assert not Path("x").exists()


def test_unrelated_histories_have_no_base(repository: Path) -> None:
    git("checkout", "-q", "--orphan", "other")
    git("commit", "-qm", "anew")
    with pytest.raises(NoAnswer, match="no commit in common"):
        merge_base(repository, "main")


def test_a_folder_that_is_in_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoAnswer, match="is in no git repository"):
        merge_base(tmp_path, "main")


def test_where_git_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoAnswer, match="git is not installed"):
        merge_base(tmp_path, "main")


def test_a_repository_names_no_program_to_run(repository: Path) -> None:
    for key in ("core.fsmonitor", "diff.external", "diff.x.textconv", "diff.x.command"):
        git("config", key, "touch ran")
    Path(".gitattributes").write_text("*.goals diff=x\n")
    Path("edited.goals").write_text("goal: other\n")
    git("-c", "core.fsmonitor=false", "add", ".gitattributes")
    Path("ran").unlink(missing_ok=True)
    merge_base(repository, "main")
    assert not Path("ran").exists()
