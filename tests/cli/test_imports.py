"""Nothing that lies among the goals is ever imported, whatever its name and whatever the configuration there says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.samples import UNOWNED

#: Names that Python, smartlint and its plugins look for.
NAMES = (
    "sitecustomize", "usercustomize", "conftest", "setup", "click", "tomllib", "json", "jsonschema", "lark", "holidays",
    "smartlint_rules", "smartlint_grammar", "smartlint_plugin", "acme_goals", "os", "re", "encodings",
)  # fmt: skip
TRAP = "import pathlib\npathlib.Path(__file__).with_name('TRAPPED').touch()\nraise SystemExit(0)\n"
METADATA = "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n"


@pytest.fixture
def tree(folder: Path) -> Path:
    """A folder with goals, among which lie modules and packages of all those names, and what would install a plugin."""
    (folder / "x.goals").write_text(UNOWNED, "utf-8")
    for name in NAMES:
        (folder / f"{name}.py").write_text(TRAP, "utf-8")
    package = folder / "acme_rules"
    package.mkdir()
    (package / "__init__.py").write_text(TRAP, "utf-8")
    (package / "smartlint.toml").write_text('lint.ignore = ["ALL"]\n', "utf-8")
    info = folder / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(METADATA, "utf-8")
    (info / "entry_points.txt").write_text("[smartlint.rules]\nacme = acme_rules\n", "utf-8")
    return folder


def run(tree: Path, *arguments: str, path: str = "") -> subprocess.CompletedProcess[str]:
    """``python -m smartlint`` in the folder, which Python then looks for modules in."""
    environment = {**os.environ, "SMARTLINT_CACHE_DIR": "", "COVERAGE_PROCESS_START": ""}
    environment |= {"PYTHONPATH": path} if path else {}
    command = [sys.executable, "-m", "smartlint", *arguments]
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)


def trapped(tree: Path) -> bool:
    return any(tree.rglob("TRAPPED"))


def test_modules_beside_the_goals_are_not_imported(tree: Path) -> None:
    done = run(tree, "check", "--today", "2026-02-01", "--output-format", "concise")
    assert not trapped(tree)
    assert "error OWN001" in done.stdout
    assert done.returncode == 1


def test_a_plugin_that_lies_beside_the_goals_is_not_there(tree: Path) -> None:
    (tree / "smartlint.toml").write_text('plugins = ["acme"]\n', "utf-8")
    done = run(tree, "check")
    assert not trapped(tree)
    assert done.returncode == 2
    assert "no plugin `acme` is installed" in done.stderr


def test_a_package_that_is_extended_is_not_looked_for_beside_the_goals(tree: Path) -> None:
    (tree / "smartlint.toml").write_text('extend = "pkg:acme_rules"\n', "utf-8")
    done = run(tree, "check")
    assert not trapped(tree)
    assert done.returncode == 2
    assert "no package `acme_rules` is installed" in done.stderr


def test_a_search_path_that_names_the_current_folder_changes_nothing(tree: Path) -> None:
    """Python itself imports ``sitecustomize`` from there before smartlint begins: that is left out here."""
    for name in NAMES:
        (tree / f"{name}.py").unlink()
    for name in ("acme_goals", "jsonschema", "lark", "holidays"):
        (tree / f"{name}.py").write_text(TRAP, "utf-8")
    (tree / "smartlint.toml").write_text('plugins = ["acme"]\ncalendar.holidays = "NO"\n', "utf-8")
    done = run(tree, "check", path=f".{os.pathsep}{tree}{os.sep}")
    assert not trapped(tree)
    assert done.returncode == 2
    assert "no plugin `acme` is installed" in done.stderr
