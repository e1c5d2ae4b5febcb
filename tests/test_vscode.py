"""The extension for VS Code: what is made from the language packs is up to date, and what it is told of hangs together."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

import smartlint
from smartlint.configuration.layer import NAMES, PYPROJECT
from smartlint.files import ENDING
from smartlint.language.pack import CODES
from smartlint.registry import profiles
from tests.editors import EXTENSION, faults, generated, main

PACKAGE: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text("utf-8"))
SETTINGS = PACKAGE["contributes"]["configuration"]["properties"]
PROGRAM = "\n".join(path.read_text("utf-8") for path in sorted((EXTENSION / "src").glob("*.ts")))


@pytest.mark.parametrize("path", sorted(generated()), ids=lambda path: path.name)
def test_what_is_made_from_the_language_packs_is_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == generated()[path], "run `python -m tests.editors write`"


def test_the_command_says_what_is_stale(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == ""
    assert main(["wirte"]) == 2
    monkeypatch.setattr("tests.editors.generated", lambda: {EXTENSION / "package.json": "{}"})
    assert main([]) == 1
    assert capsys.readouterr().out.endswith("editors/vscode/package.json is stale\n")


@pytest.mark.parametrize(
    "line",
    [
        "goal G1: Sell 40 cakes",
        "  strategic goal: Grow",
        "Mål 2: Selge 40 kaker",
        "- nøgleresultat N1: Sælge 40 kager",
        "övergripande målsättning: Växa",
        "O1: Become the shop that people love",
        "  KR1: Sell 40 cakes",
        "- kr 1.2: Selge 40 kaker",
        "  how:",
        "korleis :",
        "  milstolpar:",
    ],
)
def test_enter_indents_below_a_goal_and_the_head_of_a_list(line: str) -> None:
    assert action(line) == {"indent": "indent"}


@pytest.mark.parametrize(
    "line", ["owner: Ida Moe", "how: by bus", "goalkeeper: Ida Moe", "goal G1:", "# goal G1: Sell", "O1:", "OK1: x"]
)
def test_enter_stays_where_it_is_elsewhere(line: str) -> None:
    assert action(line) is None


@pytest.mark.parametrize("dash", ["-", "*", "•", "–"])
def test_enter_after_an_item_begins_another(dash: str) -> None:
    assert action(f"  {dash} Bake more") == {"indent": "none", "appendText": f"{dash} "}
    assert action(f"  {dash} ") is None


def action(line: str) -> dict[str, str] | None:
    """What Enter does at the end of a line."""
    rules = json.loads((EXTENSION / "language-configuration.json").read_text("utf-8"))["onEnterRules"]
    for rule in rules:
        before = rule["beforeText"]
        pattern, flags = (before, "") if isinstance(before, str) else (before["pattern"], before["flags"])
        if re.search(pattern, line, re.IGNORECASE if flags == "i" else 0):
            found: dict[str, str] = rule["action"]
            return found
    return None


def test_each_setting_is_read_and_told_of() -> None:
    read = set(re.findall(r'(?:get(?:<[^>]*>)?|said)\("(\w+)"', PROGRAM)) | set(
        re.findall(r'\["(\w+)", "(\w+)"\]\.flat', PROGRAM)[0]
    )
    assert {f"smartlint.{name}" for name in read} == set(SETTINGS)
    page = (EXTENSION / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(smartlint\.\w+)` \|", page, re.MULTILINE)) == set(SETTINGS)


def test_the_values_that_settings_may_have_are_those_of_the_program() -> None:
    assert set(SETTINGS["smartlint.profile"]["examples"]) == set(profiles())
    for name in ("smartlint.language", "smartlint.messageLanguage"):
        assert SETTINGS[name]["enum"] == ["", *CODES]


def test_it_begins_where_goals_or_a_configuration_are() -> None:
    begins = {event.removeprefix("workspaceContains:**/") for event in PACKAGE["activationEvents"]}
    assert begins == {f"*{ENDING}", *NAMES} - {PYPROJECT}  # many a folder has that and no goals


def test_each_command_is_there() -> None:
    named = {one["command"] for one in PACKAGE["contributes"]["commands"]}
    assert named == set(re.findall(r'"(smartlint\.\w+)"', PROGRAM)) - set(SETTINGS)


def test_it_has_the_version_and_the_licence_of_the_program() -> None:
    assert PACKAGE["version"] == smartlint.__version__
    assert (EXTENSION / "LICENSE").read_text("utf-8") == (EXTENSION.parents[1] / "LICENSE").read_text("utf-8")


def test_a_package_is_looked_through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.vsix"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("extension.vsixmanifest", "")
        made = [one.relative_to(EXTENSION).as_posix() for one in generated() if one.is_relative_to(EXTENSION)]
        for name in (*made, "LICENSE.txt", "readme.md"):
            package.writestr(f"extension/{name}", "x")
        package.writestr("extension/package.json", json.dumps(PACKAGE))
        package.writestr("extension/dist/extension.js", "x")
    assert main(["package", str(path)]) == 0
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("extension/node_modules/x.js", "x")
    assert main(["package", str(path)]) == 1
    assert capsys.readouterr().out.endswith("node_modules/x.js is in it\n")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("extension/dist/extension.js", "")
    assert {"package.json is missing", "its version is not there", "dist/extension.js is empty"} <= set(faults(path))


def test_the_lock_file_names_no_registry() -> None:
    lock = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    assert lock["version"] == PACKAGE["version"]
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []


def test_what_is_installed_and_built_is_not_committed() -> None:
    if shutil.which("git") is None or not (EXTENSION.parents[1] / ".git").exists():
        pytest.skip("this is no checkout")
    names = ["node_modules/x", "dist/extension.js", "smartlint.vsix"]
    run = subprocess.run(["git", "check-ignore", *names], cwd=EXTENSION, capture_output=True, text=True, check=False)
    assert run.stdout.split() == names
