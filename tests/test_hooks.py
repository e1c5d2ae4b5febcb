"""Hooks and CI: tried for real on a clone of this checkout, and validated by the tools that read them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.cli.samples import GOOD, UNOWNED

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PROGRAMS = Path(sys.executable).parent
FLAT = GOOD.replace("  owner", "owner").replace("G1", "G3").replace("10", "30")
MISSPELT = GOOD.replace("owner:", "ownr:").replace("G1", "G4").replace("10", "40")
#: Rules that say the same on any day.
CONFIGURATION = 'exclude = ["archive/**"]\n[lint]\nselect = ["OWN001", "SYN"]\n'

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def run(*command: str, folder: Path, status: int = 0, **environment: str) -> str:
    """What a command prints, which ends with a certain status."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**inherited, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stdout
    return done.stdout


def git(*arguments: str, folder: Path) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    return run("git", *identity, *arguments, folder=folder)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with what a commit of this checkout would hold."""
    folder = tmp_path_factory.mktemp("clone")
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    listed = run("git", "ls-files", "-coz", "--exclude-standard", folder=ROOT).split("\0")
    needed = ("smartlint/", "grammar/", "rules/", "pyproject.toml", "README.md", "LICENSE", MANIFEST.name)
    for name in listed:
        if name.startswith(needed) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git("init", "-qb", "main", folder=folder)
    git("add", "-A", folder=folder)
    git("commit", "-qm", "all", folder=folder)
    return folder


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The repository of a team with goals of all sorts, one of them in an excluded folder."""
    folder = tmp_path / "team"
    for name, text in {"good": GOOD, "flat": FLAT, "misspelt": MISSPELT, "archive/old": UNOWNED + FLAT}.items():
        path = folder / f"{name}.goals"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "smartlint.toml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "notes.txt").write_text("nothing\n", encoding="utf-8")
    git("init", "-qb", "main", folder=folder)
    git("add", "-A", folder=folder)
    git("commit", "-qm", "goals", folder=folder)
    return folder


def hooks() -> list[Mapping[str, object]]:
    return list(YAML(typ="safe").load(MANIFEST.read_text("utf-8")))


@pytest.mark.parametrize("tool", [(sys.executable, "-m", "pre_commit"), (str(PROGRAMS / "prek"),)], ids=["pre-commit", "prek"])
def test_the_hooks_do_what_they_say(tool: tuple[str, ...], clone: Path, team: Path, tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    git("config", "core.hooksPath", "/dev/null", folder=team)
    told = run(
        *tool, "try-repo", str(clone), "--all-files", "--verbose", folder=team, status=1, PRE_COMMIT_HOME=home, PREK_HOME=home
    )
    assert [hook["name"] for hook in hooks() if str(hook["name"]) not in told] == []
    assert "would" not in told
    assert "SYN002" in told
    assert "OWN001" not in told  # what is excluded is left alone
    assert (team / "flat.goals").read_text("utf-8") == GOOD.replace("G1", "G3").replace("10", "30")
    assert (team / "misspelt.goals").read_text("utf-8") == GOOD.replace("G1", "G4").replace("10", "40")
    assert (team / "archive/old.goals").read_text("utf-8") == UNOWNED + FLAT
    if tool[0] == sys.executable:
        return  # it would install all of it once more
    git("commit", "-qam", "mended", folder=team)
    told = run(*tool, "try-repo", str(clone), "--all-files", folder=team, PRE_COMMIT_HOME=home, PREK_HOME=home)
    assert told.count("Passed") == len(hooks())


@pytest.mark.parametrize("tool", [(sys.executable, "-m", "pre_commit"), (str(PROGRAMS / "prek"),)], ids=["pre-commit", "prek"])
def test_the_files_of_hooks_are_right(tool: tuple[str, ...], tmp_path: Path) -> None:
    home = str(tmp_path)
    run(*tool, "validate-manifest", str(MANIFEST), folder=tmp_path, PRE_COMMIT_HOME=home, PREK_HOME=home)
    example = ROOT / "examples" / "hooks" / "pre-commit-config.yaml"
    run(*tool, "validate-config", str(example), folder=tmp_path, PRE_COMMIT_HOME=home, PREK_HOME=home)
    (repository,) = YAML(typ="safe").load(example.read_text("utf-8"))["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in hooks()}


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "examples/ci/github.yml"),
        ("vendor.gitlab-ci", "examples/ci/gitlab-ci.yml"),
    ],
)
def test_the_files_of_ci_services_are_right(schema: str, name: str) -> None:
    run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / name), folder=ROOT)


# --- what CI runs -----------------------------------------------------------------------------------------------------

_PATH = os.pathsep.join(map(str, (ROOT, ROOT / "grammar", ROOT / "rules")))
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def action(folder: Path, status: int, **inputs: str) -> str:
    """What the last step of the GitHub action prints, with these inputs."""
    given = YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8"))
    defaults = {name.upper(): str(one["default"]) for name, one in given["inputs"].items()}
    step = given["runs"]["steps"][-1]
    environment = {name: inputs.get(name, defaults[name]) for name in step["env"]}
    path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    return run("bash", "-e", "-c", step["run"], folder=folder, status=status, PYTHONPATH=_PATH, PATH=path, **environment)


@needs_bash
def test_the_github_action_takes_its_inputs_as_words(tmp_path: Path) -> None:
    (tmp_path / "my goals").mkdir()
    (tmp_path / "my goals" / "a.goals").write_text(UNOWNED, encoding="utf-8")
    (tmp_path / "b.goals").write_text(UNOWNED, encoding="utf-8")
    words = "--output-format\nconcise\n--today\n2026-02-01\n"
    told = action(tmp_path, 1, PATHS="my goals\n", ARGS=words, SARIF="out file.sarif")
    assert told.startswith("my goals/a.goals:4:1: error OWN001 ")
    assert "b.goals:" not in told.replace("my goals/a.goals", "")
    assert (tmp_path / "out file.sarif").stat().st_size > 0
    told = action(tmp_path, 2, PATHS="$(touch hacked); `touch hacked`\n--help")
    assert not (tmp_path / "hacked").exists()
    assert "does not exist" in told


@needs_bash
def test_the_gitlab_job_writes_what_it_hands_over(team: Path) -> None:
    job = YAML(typ="safe").load((ROOT / "examples" / "ci" / "gitlab-ci.yml").read_text("utf-8"))["smartlint"]
    bin_folder = team.parent / "bin"
    bin_folder.mkdir()
    program = bin_folder / "smartlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smartlint "$@"\n')
    program.chmod(0o755)
    git("update-ref", "refs/remotes/origin/main", "HEAD", folder=team)
    (team / "new.goals").write_text(UNOWNED.replace("G2", "G8"), encoding="utf-8")
    environment = {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": _PATH,
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }
    formatting, checking = job["script"]
    run("bash", "-e", "-c", formatting, folder=team, status=1, **environment)
    told = run("bash", "-e", "-c", checking, folder=team, status=1, **environment)
    assert "error[OWN001]" in told
    assert "SYN002" not in told  # it was there before
    assert (team / job["artifacts"]["reports"]["codequality"]).read_text("utf-8").count("check_name") == 1
