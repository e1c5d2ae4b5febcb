"""The set-ups for editors start the server by its command, for goal files."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

EDITORS = Path(__file__).resolve().parents[1] / "editors"


def text(name: str) -> str:
    return (EDITORS / name).read_text("utf-8")


def test_helix() -> None:
    said = tomllib.loads(text("helix/languages.toml"))
    assert said["language-server"]["smartlint"] == {"command": "smartlint", "args": ["lsp"]}
    (language,) = said["language"]
    assert language["file-types"] == ["goals"]
    assert language["language-servers"] == list(said["language-server"])


def test_kate() -> None:
    (server,) = json.loads(text("kate/settings.json"))["servers"].values()
    assert server["command"] == ["smartlint", "lsp"]
    assert re.search(server["highlightingModeRegex"], "Goals")


def test_sublime_text() -> None:
    said = json.loads(re.sub(r"^\s*//.*$", "", text("sublime/LSP.sublime-settings"), flags=re.MULTILINE))
    assert said["clients"]["smartlint"]["command"] == ["smartlint", "lsp"]


@pytest.mark.parametrize(
    ("name", "command"),
    [("neovim/smartlint.lua", "cmd = { 'smartlint', 'lsp' }"), ("emacs/smartlint.el", '("smartlint" "lsp")')],
)
def test_programs_name_the_command_and_the_ending(name: str, command: str) -> None:
    said = text(name)
    assert command in said
    assert "goals" in said
    assert said.count("(") == said.count(")")


def test_each_is_named_in_the_overview_and_nothing_else_is() -> None:
    named = set(re.findall(r"\]\(([^)]+)\)", text("README.md")))
    there = {path.relative_to(EDITORS).as_posix() for path in EDITORS.glob("*/*") if path.parent.name != "vscode"}
    assert named == there
