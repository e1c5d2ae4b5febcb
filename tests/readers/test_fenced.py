"""Data inside Markdown: goals in its blocks of YAML, JSON and TOML and in its front matter, at their places in the document."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from smartlint.fixing import apply
from smartlint.goal import Document
from smartlint.linter import lint_texts
from smartlint.new_line import placed
from smartlint.readers import in_data, read_document
from smartlint.readers.data_edits import fitted
from smartlint.readers.fenced import data_trees
from smartlint.readers.masking import data_blocks
from smartlint.readers.nodes import scalars_of
from smartlint.registry import load
from smartlint.rule import Edit
from smartlint.settings import Settings
from smartlint.source import Span
from smartlint.testing import TODAY
from tests.readers.told import due, goals, owners, read, the

PIECES = st.lists(
    st.sampled_from(
        [
            *("# Goals 2026", "## Mål", "For example:", "- ", "- goal: Sell 9", "  owner: Kim", "goals:", "mål: [Bake 7 pies]"),
            *("```yaml", "```json", "```toml", "```", "~~~yml", "~~~", "```goals", "goal: Sell 9", "    ", "\n", "\r\n", "\t"),
            *('{"goals": ["Sell 9 b\\u00f8ker"]}', '{"goals":', '[[goals]]\ngoal = "Sell \\"9\\" pies"', "<<: *a", "&a", "*a"),
            *(
                "---",
                "# smartlint: ignore[X] -- y",
                "<!-- smartlint: ignore[X] -->",
                'goal: "a \\u00e5 b c"',
                "'it''s on time now'",
            ),
        ]
    ),
    max_size=25,
)


def block(name: str, *lines: str) -> str:
    return "\n".join((f"```{name}", *lines, "```", ""))


@pytest.mark.parametrize(
    ("heading", "name", "lines", "expected"),
    [
        (
            "# OKRs Q3 2026\n\nOwner: Amy Holt",
            "yaml",
            ("objectives:", "  - title: Guests come back", "    key_results:", "      - 40 guests book again"),
            [("Guests come back", "Amy Holt", "2026-09-30"), ("40 guests book again", "Amy Holt", "2026-09-30")],
        ),
        (
            "# Mål 2026",
            "json",
            ('{"mål": [{"tekst": "\\u00d8ke utl\\u00e5net med 10 %", "eier": "Kari", "frist": "2026-05-01"}]}',),
            [("Øke utlånet med 10 %", "Kari", "2026-05-01")],
        ),
        (
            "# Plan for hausten 2026\n\nAnsvarleg: Ingvild",
            "yml",
            ("mål:", "  - tittel: Fleire born les kvar kveld", "    eigar: Jon"),
            [("Fleire born les kvar kveld", "Jon", "2026-12-31")],
        ),
        (
            "# Mål 2027",
            "toml",
            ('[["mål"]]', '"mål" = "Halvera \\"svinnet\\" i köket"', 'ansvarig = "Ylva"'),
            [('Halvera "svinnet" i köket', "Ylva", "2027-12-31")],
        ),
        (
            "# Mål for 2026",
            "yaml",
            ("- mål: Alle både er malet inden maj", "  ansvarlig: Bodil", "  frist: 2026-05-01"),
            [("Alle både er malet inden maj", "Bodil", "2026-05-01")],
        ),
    ],
)
def test_a_block_of_data_holds_goals(heading: str, name: str, lines: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    found = read(f"{heading}\n\n{block(name, *lines)}").all_goals
    assert [(goal.statement.plain, owners(goal), due(goal)) for goal in found] == expected


def test_places_are_those_of_the_document() -> None:
    text = "# Goals\n\nWhat we said.\n\n" + block("json", '{"goals": [{"goal": "Sell many \\"b\\u00e6r\\" and pies"}]}')
    result = lint_texts({"a.md": text}, Settings(tuple(load()), today=TODAY), partial=True)
    place = next(finding.place for finding in result.findings if finding.rule.code == "MEA001")
    assert text[place.span.start : place.span.end] in ("Sell", "many")
    assert (place.start.line, place.end.line) == (6, 6)


def test_the_language_is_that_of_the_block_where_nothing_else_is_said() -> None:
    assert read("# OKR Q3\n\n" + block("yaml", "objectives:", "  - Øke salget til nye kunder i nord")).language == "nb"


def test_a_list_below_a_heading_for_goals_needs_no_word_for_them() -> None:
    lines = ("- name: Cut the waste in the kitchen by 10 %", "  owner: Ann", "  deadline: 2026-05-01")
    assert goals("# Goals for 2026\n\n" + block("yaml", *lines)) == ["Cut the waste in the kitchen by 10 %"]
    assert goals("# Kitchen\n\n" + block("yaml", *lines)) == []


@pytest.mark.parametrize(
    "other",
    [
        block("yaml", "on: [push]", "jobs:", "  test:", "    steps:", "      - name: Build the target for the goal page"),
        block("yaml", "services:", "  web:", "    build: {target: production}", "    deploy: {replicas: 3}"),
        block("json", '{"data": [{"name": "Goal tracker for teams", "status": "active", "goal": 5}], "page": 1}'),
        block("yaml", "goals:", "  type: array", "  items: {type: object, properties: {title: {type: string}}}"),
        block("toml", "[tool.build]", 'target = "Sell 9 cakes"', "goal = 3"),
        block("yaml", "objectives:", "  - title: <what we want to reach>", "    key_results: [TBD, '[result here]']"),
        block("json", '{"goals": [ … ]}'),
        block("yaml", "goals:", "  - goal: a: b", " owner: x"),
    ],
)
def test_other_data_and_broken_pieces_are_passed_by(other: str) -> None:
    document = read(f"# Goals 2026\n\n- Sell 9 books\n\n{other}")
    assert [goal.statement.plain for goal in document.all_goals] == ["Sell 9 books"]
    assert document.problems == ()


@pytest.mark.parametrize(
    "above",
    [
        *("# OKR template", "# OKRs\n\n## Example", "# OKRs\n\nFor example:", "# How to write goals\n\nLike so:"),
        *("# Tool for goals\n\n## Usage\n\nWrite `goals.yaml`:", "# API\n\n## Create a goal\n\nResponse:"),
        *("# OKR-mal", "# Mål\n\nSlik kan det se ut, f.eks.:", "# Mål\n\nEit døme på korleis ein skriv:", "# Mål\n\n## Mall"),
        "# Mål\n\nHer er en skabelon til jer:",
    ],
)
def test_what_shows_how_goals_are_written_holds_none(above: str) -> None:
    assert goals(f"{above}\n\n" + block("yaml", "goals:", "  - title: Reduce churn by 10 %", "    owner: Kim")) == []


def test_the_lists_of_the_front_matter() -> None:
    lists = "mål:\n  - id: M1\n    navn: Øke salget i nord\n  - navn: Halvere svinnet\n"
    text = f"---\nansvarlig: Silje Moen\n{lists}versjon: 3\n---\n\n# Plan\n"
    found = read(text).all_goals
    assert [(goal.statement.plain, owners(goal)) for goal in found] == [
        ("Øke salget i nord", "Silje Moen"),
        ("Halvere svinnet", "Silje Moen"),
    ]
    assert found[0].id.text == "M1"


def test_a_front_matter_without_lists_is_no_goal() -> None:
    assert goals("---\ngoal: Sell 9 cakes by May\ntags:\n  - goals and plans of ours\n---\n\n# Notes\n") == []


def test_without_its_package_yaml_is_passed_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    text = "# Goals\n\n- Sell 9 books\n\n" + block("yaml", "goals: [Bake 7 pies]") + block("json", '{"goals": ["Eat 5 pies"]}')
    assert goals(text) == ["Sell 9 books", "Eat 5 pies"]
    assert read(text).problems == ()


def test_a_comment_in_a_block_suppresses_there() -> None:
    lines = ("goals:", "  # smartlint: ignore[OWN001] -- later", "  - Sell 9 cakes", "  - Bake 7 pies")
    result = lint_texts({"a.md": "# Goals\n\n" + block("yaml", *lines)}, Settings(tuple(load()), today=TODAY), partial=True)
    assert [finding.place.start.line for finding in result.findings if finding.rule.code == "OWN001"] == [7]
    assert not [finding for finding in result.findings if finding.rule.code.startswith("SUP")]


# --- edits --------------------------------------------------------------------------------------------------------------

BLOCKS = {
    "yaml": ("goals:", "  - goal: Sell WORD", "    id: G1"),
    "json": ('{"goals": [{"goal": "Sell WORD", "id": "G1"}]}',),
    "toml": ("[[goals]]", 'goal = "Sell WORD"', 'id = "G1"'),
}


def _document(name: str) -> tuple[str, Document]:
    text = "# Goals\n\n- Eat 5 pies\n\n" + block(name, *BLOCKS[name]) + "\nThat is all.\n"
    return text, read_document(text, "a.md", today=TODAY)


def _said(name: str, text: str) -> dict[str, str]:
    inside = text.partition(f"```{name}\n")[2].partition("```")[0]
    readers: dict[str, Callable[[str], Any]] = {
        "json": json.loads,
        "toml": tomllib.loads,
        "yaml": YAML(typ="safe", pure=True).load,
    }
    goal: dict[str, str] = readers[name](inside)["goals"][0]
    return goal


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("new", ["9 cakes", 'it: "x" # y', "- [a]"])
def test_an_edit_in_a_block_is_written_as_its_format_needs_it(name: str, new: str) -> None:
    text, document = _document(name)
    at = text.index("WORD")
    found = fitted(document, Span(at, at + 4), new)
    assert found is not None
    assert _said(name, apply([Edit(*found)], text))["goal"] == f"Sell {new}"


@pytest.mark.parametrize("name", BLOCKS)
def test_a_new_field_stands_beside_the_goal_in_its_block(name: str) -> None:
    text, document = _document(name)
    goal = next(goal for goal in document.all_goals if goal.statement.plain == "Sell WORD")
    assert _said(name, apply([Edit(*placed("owner: Kim", document, goal))], text))["owner"] == "Kim"


def test_a_place_is_in_data_or_is_not() -> None:
    text = "---\ngoals:\n  - Sell 9\n---\n\n- Eat 5 pies\n\n" + block("yaml", "goals: [Bake 7]") + "\nThat is all.\n"
    inside = [in_data("a.md", text, text.index(word)) for word in ("Sell", "Eat", "Bake", "That")]
    assert inside == [True, False, True, False]
    assert (in_data("a.goals", text, text.index("Bake")), in_data("a.yaml", text, 0)) == (False, True)


# --- whatever stands there ----------------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_no_text_stops_the_reader_and_places_are_inside(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    document = read(text)
    for goal in document.all_goals:
        assert 0 <= goal.statement.span.start <= goal.statement.span.end <= len(text)
    for span, tree in data_trees(text, data_blocks(text), text)[0].items():
        for scalar in scalars_of(tree.roots):
            assert span.contains(scalar.span)
            assert all(scalar.span.contains(part) for part in scalar.parts)


def test_an_indented_block() -> None:
    text = "# Mål 2026\n\n   ```yaml\n   mål:\n     - navn: Kutte svinnet med 10 %\n       eier: Ane\n   ```\n"
    assert owners(the(text)) == "Ane"


def test_a_block_that_cannot_be_read_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel", None)
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    block = "```yaml\ngoals:\n  - title: Raise the share of repairs to 40 %\n```\n"
    (problem,) = read(f"# Team\n\n{block}").problems
    assert (problem.kind, problem.variant, problem.data["package"]) == ("unreadable-file", "package", "ruamel.yaml")
    assert not read(f"# Team\n\n{block}\n## Goals\n\n- Sell 9 cakes\n").problems
