"""The set-ups for editors start the server by its command, for goal files."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from smartlint.cli.program import smartlint

SLIP = "goal C1: Sell 40 cakes\n  ownr: Ida Moe\n"
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
    colours = ElementTree.fromstring(text("kate/goals.xml"))
    assert colours.attrib["extensions"] == "*.goals"
    assert re.search(server["highlightingModeRegex"], colours.attrib["name"])
    assert not re.search(server["highlightingModeRegex"], "Normal")


@pytest.mark.parametrize(
    ("line", "coloured"),
    [
        ("goal B1: Sell 40 pies", {"Goal": "goal", "Number": "40"}),
        ("  ejer: Bo Li", {"Field": "  ejer"}),
        ("strategisk mål S1: Vokse", {"Goal": "strategisk mål"}),
        ("# smartlint: ignore[TIM001] -- why", {"Comment": "# smartlint: ignore[TIM001] -- why"}),
        ("goalkeeper: Bo Li", {}),
    ],
)
def test_kate_colours_what_stands_before_a_colon(line: str, coloured: dict[str, str]) -> None:
    rules = ElementTree.fromstring(text("kate/goals.xml")).iter("RegExpr")
    patterns = [(rule.attrib["attribute"], re.sub(r"\\x\{(\w+)\}", r"\\u\1", rule.attrib["String"])) for rule in rules]
    found = {kind: match[0] for kind, pattern in patterns if (match := re.search(pattern, line, re.IGNORECASE))}
    assert {kind: said.rstrip() for kind, said in found.items()} == {kind: said.rstrip() for kind, said in coloured.items()}


def test_sublime_text() -> None:
    said = json.loads(re.sub(r"^\s*//.*$", "", text("sublime/LSP.sublime-settings"), flags=re.MULTILINE))
    assert said["clients"]["smartlint"]["command"] == ["smartlint", "lsp"]


def test_zed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for task in json.loads(re.sub(r"^//.*$", "", text("zed/tasks.json"), flags=re.MULTILINE)):
        (tmp_path / "cakes.goals").write_text(SLIP, "utf-8")
        assert task["command"] == "smartlint"
        arguments = [argument.replace("$ZED_FILE", "cakes.goals") for argument in task["args"]]
        run = CliRunner().invoke(smartlint, arguments)
        assert run.exit_code in (0, 1), run.output
        assert "SYN002" in run.output


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
    assert named == {*there, "vscode/README.md"}
