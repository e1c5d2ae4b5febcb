"""``smartlint graph``: what serves what."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from smartlint.translation import LANGUAGES
from tests.cli.conftest import Smartlint
from tests.cli.samples import write

STRATEGY = "team: Board\nperiod: 2026\nstrategic goal S1: Win 90 shops by 31 December 2026\n"
SALES = "team: Sales\nperiod: 2026\ngoal G1: Call 400 shops\n  supports: Board/S1\n\ngoal G2: Paint the office\n"


@pytest.fixture(autouse=True)
def files() -> None:
    write(board=STRATEGY, sales=SALES)


def test_mermaid_is_printed_unless_something_else_is_asked_for(smartlint: Smartlint) -> None:
    run = smartlint("graph")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("flowchart RL\n")
    assert "  g1 -.-> g0\n" in run.out


@pytest.mark.parametrize(("shape", "start"), [("dot", "digraph goals {"), ("svg", "<?xml"), ("json", '{"version": 1')])
def test_each_format_is_printed_or_written_by_its_ending(smartlint: Smartlint, shape: str, start: str) -> None:
    printed = smartlint("graph", "--output-format", shape).out
    assert printed.startswith(start)
    run = smartlint("graph", "--output", f"goals.{shape}")
    assert (run.status, run.out, run.err) == (0, "", "")
    assert Path(f"goals.{shape}").read_text("utf-8") == printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_named_in_the_language_that_is_asked_for(smartlint: Smartlint, language: str) -> None:
    svg = ElementTree.fromstring(smartlint("graph", "--output-format", "svg", "--message-language", language).out)
    assert svg.get("role") == "img"


def test_a_team_alone_with_what_it_serves(smartlint: Smartlint) -> None:
    data = json.loads(smartlint("graph", "--team", "SALES", "--linked", "--output-format", "json").out)
    assert [goal["name"] for goal in data["goals"]] == ["S1", "G1"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--team", "Sale"), "No goal is of the team 'Sale'. Did you mean Sales?"),
        (("--output", "goals.png"), "'goals.png' ends with none of .mmd, .dot, .svg, .json"),
        (("--output", "no/goals.svg"), "there is no folder"),
        (("sales.goals", "--output", "sales.goals", "--output-format", "dot"), "is one of the files to check"),
    ],
)
def test_what_cannot_be_done_is_told(smartlint: Smartlint, arguments: tuple[str, ...], said: str) -> None:
    run = smartlint("graph", *arguments)
    assert run.status == 2
    assert said in " ".join(run.err.replace("│", " ").split())
    assert Path("sales.goals").read_text("utf-8") == SALES


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_shown(smartlint: Smartlint) -> None:
    Path("broken.goals").write_bytes(b"\xff\xfe\xff")
    run = smartlint("graph", ".", "missing.goals")
    assert run.status == 2
    assert "missing.goals cannot be read." in run.err
    assert "broken.goals cannot be read." in run.err
    assert "G1: Call 400 shops" in run.out


def test_a_configuration_that_is_wrong_is_told(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text("profil = 1\n", "utf-8")
    assert smartlint("graph").status == 2
    assert smartlint("graph", "--isolated").status == 0
