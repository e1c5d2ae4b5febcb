"""Edits of data files: what is written goes on to be read as it is meant."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from smartlint.fixing import apply
from smartlint.readers.data_edits import added, answered, fitted, quoted, values
from smartlint.rule import Edit
from smartlint.source import Span
from tests.readers.data import read

STYLES = {
    "plain.yaml": "goals:\n  - goal: Sign {}\n    id: G1\n",
    "single.yaml": "goals:\n  - goal: 'Sign {}'\n",
    "double.yaml": 'goals:\n  - {{goal: "Sign {}", id: G1}}\n',
    "flow.yaml": "goals:\n  - {{goal: Sign {}, id: G1}}\n",
    "block.yaml": "goals:\n  - goal: >-\n      Sign {}\n      soon\n",
    "a.json": '{{"goals": [{{"goal": "Sign {}", "id": "G1"}}]}}\n',
    "basic.toml": '[[goals]]\ngoal = "Sign {}"\n',
    "literal.toml": "[[goals]]\ngoal = 'Sign {}'\n",
}


def edited(path: str, old: str, new: str) -> str:
    """A file of that style in which a word of the goal's sentence is another text."""
    text = STYLES[path].format(old)
    document = read(text, path)
    start = text.index(old)
    found = fitted(document, Span(start, start + len(old)), new)
    assert found is not None
    return apply([Edit(*found)], text)


def meant(path: str, text: str) -> str:
    """The sentence as other programs read it."""
    if path.endswith(".json"):
        data = json.loads(text)
    else:
        data = tomllib.loads(text) if path.endswith(".toml") else YAML(typ="safe", pure=True).load(text)
    return " ".join(str(data["goals"][0]["goal"]).removesuffix(" soon").split())


@pytest.mark.parametrize("path", STYLES)
@pytest.mark.parametrize("new", ["9 shops", 'the "best"', "Kim's", "12: all # of them", "a\\b", "x, y] and }", "æøå 🚀"])
def test_the_new_text_is_read_as_it_is_meant(path: str, new: str) -> None:
    assert meant(path, edited(path, "twelve customers", new)) == f"Sign {new}"


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(sorted(STYLES)), st.text(st.sampled_from("ab '\"\\:#,[]{}&*!|>%@`?-~ø"), min_size=1, max_size=12))
def test_whatever_it_is(path: str, new: str) -> None:
    assert meant(path, edited(path, "twelve customers", new)) == " ".join(f"Sign {new}".split())


def test_a_word_with_escapes_is_replaced_whole() -> None:
    text = '{"goals": ["S\\u00e6lge 12 br\\u00f8d"]}'
    document = read(text, "a.json")
    span = document.goals[0].statement.span
    found = fitted(document, document.source.in_file(Span(span.start, span.start + 5)), "Købe")
    assert found is not None
    assert json.loads(apply([Edit(*found)], text)) == {"goals": ["Købe 12 brød"]}


def test_what_is_not_of_one_text_is_left_alone() -> None:
    text = STYLES["plain.yaml"].format("x")
    assert fitted(read(text, "plain.yaml"), Span(0, len(text)), "y") is None


@pytest.mark.parametrize("path", [path for path in STYLES if path != "block.yaml"])
def test_a_new_field_is_read_as_one(path: str) -> None:
    text = STYLES[path].format("twelve customers")
    document = read(text, path)
    found = added("owner: Kim Day: boss", document, document.goals[0])
    assert found is not None
    (goal,) = read(apply([Edit(*found)], text), path).goals
    assert goal.fields["owner"].text.plain == "Kim Day: boss"
    assert goal.statement.plain == "Sign twelve customers"


def test_it_is_called_as_elsewhere_in_the_file() -> None:
    text = "goals:\n  - goal: Sign 12 customers\n    lead: Kim Day\n  - goal: Open 3 shops\n"
    document = read(text)
    found = added("owner: ⟨name⟩", document, document.goals[1])
    assert found is not None
    assert found[1] == "\n    lead: ⟨name⟩"


def test_a_text_in_a_list_has_no_room() -> None:
    document = read("goals: [Sign 12 customers]\n")
    assert added("owner: ⟨name⟩", document, document.goals[0]) is None


@pytest.mark.parametrize("path", ["a.json", "plain.yaml", "basic.toml"])
def test_a_field_of_the_whole_file_stands_on_top(path: str) -> None:
    text = STYLES[path].format("twelve customers")
    found = added("period: 2026", read(text, path), None)
    assert found is not None
    document = read(apply([Edit(*found)], text), path)
    assert document.sections[0].fields["period"].text.plain == "2026"
    assert len(document.goals) == 1


def test_line_ends_stay() -> None:
    text = "goals:\r\n  - goal: Sign 12 customers\r\n    id: G1\r\n"
    document = read(text)
    found = added("owner: ⟨name⟩", document, document.goals[0])
    assert found is not None
    assert apply([Edit(*found)], text) == text.replace("customers\r\n", "customers\r\n    owner: ⟨name⟩\r\n")


def test_values_and_comments() -> None:
    text = "# note\na: x # beside\nb: [y, '']\nc:\n"
    assert [text[slice(*span)] for span in values(text, "a.yaml")] == ["# note", "x", "y"]


def test_quotes() -> None:
    assert quoted('a "b" \\ \n') == '"a \\"b\\" \\\\ \\n"'


@pytest.mark.parametrize(
    ("before", "answer", "expected"),
    [
        ('\n  "owner": "', 'Kim "K" Day', 'Kim \\"K\\" Day'),
        ("\n    owner: ", "Kim Day", "Kim Day"),
        ("\n    owner: ", "team: sales", '"team: sales"'),
        ("from ", "a: b", "a: b"),
    ],
)
def test_an_answer_stands_as_its_place_needs_it(before: str, answer: str, expected: str) -> None:
    assert answered(before, "", answer) == expected


EMPTY = {
    "null.yaml": "goals:\n  - goal: Sign 12 customers\n    {key}: null # soon\n    id: G1\n",
    "tilde.yaml": "goals:\n  - goal: Sign 12 customers\n    {key}: ~\n",
    "quotes.yaml": "goals:\n  - goal: Sign 12 customers\n    {key}:   ''\n",
    "list.yaml": "goals:\n  - goal: Sign 12 customers\n    {key}: []\n",
    "nothing.yaml": "goals:\n  - goal: Sign 12 customers\n    {key}:\n    id: G1\n",
    "flow.yaml": "goals:\n  - {{goal: Sign 12 customers, {key}: null, id: G1}}\n",
    "bare.yaml": "goals:\n  - {{goal: Sign 12 customers, {key}: , id: G1}}\n",
    "null.json": '{{"goals": [{{"{key}": null, "goal": "Sign 12 customers"}}]}}\n',
    "quotes.json": '{{"goals": [{{"goal": "Sign 12 customers", "{key}" : ""}}]}}\n',
    "quotes.toml": "[[goals]]\n{key} = ''\ngoal = \"Sign 12 customers\"\n",
    "list.toml": '[[goals]]\ngoal = "Sign 12 customers"\n{key} = []\n',
}


@pytest.mark.parametrize("path", EMPTY)
@pytest.mark.parametrize("key", ["owner", "ansvarlig", "eigar", "ägare", "ejer"])
def test_a_field_with_nothing_in_it_is_filled(path: str, key: str) -> None:
    if path.endswith(".toml") and not key.isascii():
        key = f'"{key}"'
    text = EMPTY[path].format(key=key)
    document = read(text, path)
    found = added("owner: Kim Day: boss", document, document.goals[0])
    assert found is not None
    after = read(apply([Edit(*found)], text), path)
    assert not after.problems
    assert after.goals[0].fields["owner"].text.plain == "Kim Day: boss"


def test_of_several_new_fields_none_may_be_there_with_nothing_in_it() -> None:
    text = EMPTY["null.yaml"].format(key="metric")
    document = read(text, "null.yaml")
    assert added("metric: customers\nsource: CRM", document, document.goals[0]) is None
