"""YAML: what is in it, where it stands, and what is wrong with it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from smartlint.readers.nodes import Alias, Broken, Items, Node, Pairs, Scalar
from smartlint.readers.yaml_nodes import yaml_tree

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.y*ml"))


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Items):
        return [scalar for one in node.nodes for scalar in scalars(one)]
    if isinstance(node, Pairs):
        return [scalar for key, value in node.pairs for one in (key, value) for scalar in scalars(one)]
    return []


def read(text: str) -> list[Scalar]:
    tree = yaml_tree(text)
    assert not isinstance(tree, Broken), tree
    return [scalar for root in tree.roots for scalar in scalars(root)]


def parts(text: str) -> list[list[str]]:
    return [[text[part.start : part.end] for part in scalar.parts] for scalar in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: plain # remark\n", [["a"], ["plain"]]),
        ("a: it goes\n  on here\n", [["a"], ["it goes", "on here"]]),
        ("- 'it''s'\n", [["it''s"]]),
        ('- "a \\"b\\""\n', [['a \\"b\\"']]),
        ("- >-\n  one\n  two\n\n  three\n", [["one", "two", "three"]]),
        ("- |2\n    deeper\n   less\n", [["deeper", "less"]]),
        ("- &x !!str 12\n", [["12"]]),
        ("a:\n", [["a"], []]),
        ("a: [b, 'c d']\r\n", [["a"], ["b"], ["c d"]]),
        ("- 🚀 ærlig\n- x\n", [["🚀 ærlig"], ["x"]]),
    ],
)
def test_places_are_those_of_the_text(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


def test_escapes_are_known_one_by_one() -> None:
    text = '"\\u00d8ke\\x21 \\U0001F680 \\N \\t\\\\"'
    (scalar,) = read(text)
    assert [unit.sign for unit in scalar.escapes] == ["Ø", "!", "🚀", "\x85", "\t", "\\"]
    assert [text[unit.span.start] for unit in scalar.escapes] == ["\\"] * 6


@pytest.mark.parametrize("text", ["a: null\n", "a: ~\n", "a:\n", 'a: ""\n', "a: ''\n", "a: |\n\n"])
def test_what_says_nothing_is_null(text: str) -> None:
    assert read(text)[1].null


def test_a_merge_gives_pairs_and_an_alias_of_a_list_is_no_second_list() -> None:
    tree = yaml_tree("x: &x {a: 1, b: [2]}\ny: &y\n  <<: *x\n  a: 3\nz: {<<: [*x, *y], c: *x}\n")
    assert not isinstance(tree, Broken)
    root = tree.roots[0]
    assert isinstance(root, Pairs)
    first, second = root.pairs[1][1], root.pairs[2][1]
    assert isinstance(first, Pairs)
    assert isinstance(second, Pairs)
    found = {key.text: value for key, value in first.all_pairs()}
    assert list(found) == ["a", "b"]
    assert isinstance(found["a"], Scalar)
    assert found["a"].text == "3"
    assert isinstance(found["b"], Alias)
    assert [key.text for key, _ in second.all_pairs()] == ["c", "a", "b"]
    assert isinstance(second.pairs[0][1], Alias)


def test_a_bomb_of_aliases_is_read_as_it_is_written() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    assert len(read("\n".join(lines))) == 42
    merges = ["m0: &m0 {k: v}"] + [f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}]}}" for n in range(1, 40)]
    assert len(read("\n".join(merges))) == 42


def test_an_alias_to_what_it_stands_in_ends() -> None:
    assert [scalar.text for scalar in read("a: &a\n  b: *a\n  <<: *a\n")] == ["a", "b"]


def test_comments_to_smartlint_are_found_and_others_are_not() -> None:
    text = "a: 1 # smartlint: ignore[X]\n# Smartlint: ignore[Y]\nb: '# smartlint: ignore[Z]' # note\n"
    tree = yaml_tree(text)
    assert not isinstance(tree, Broken)
    assert [text[span.start : span.end] for span in tree.directives] == ["# smartlint: ignore[X]", "# Smartlint: ignore[Y]"]


@pytest.mark.parametrize(
    ("text", "at", "reason"),
    [
        ("a: b: c\n", 4, "no colon can stand here: a text with a colon stands in quotes"),
        ("a:\n\t- b\n", 3, "a tab cannot stand here: YAML is indented with blanks"),
        ("a: [1, 2\n", 3, "a list is not closed: its `]` is missing"),
        ("a: {b: 1\n", 3, "a table is not closed: its brace is missing"),
        ("a: 'x\n", 3, "a text is not closed: its quote is missing"),
        ("a: @b\n", 3, "the character @ cannot stand here"),
        ("a: *x\n", 3, "there is no anchor `x` above"),
        ("- a\nb: c\n", 4, "this line is indented as no line above it is"),
        ("a: \x07\n", 3, "a sign that nobody sees cannot stand here"),
        ('a: "\\q"\n', 5, "a backslash is written twice, or the text stands in single quotes"),
        ("[" * 500, 100, "maps and lists are nested too deeply"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, at: int, reason: str) -> None:
    broken = yaml_tree(text)
    assert isinstance(broken, Broken)
    assert (broken.span.start, broken.reason) == (at, reason)


def said(scalar: Scalar, text: str) -> str:
    """What the parts of a text say, with its escapes undone."""
    pieces = []
    for part in scalar.parts:
        at = part.start
        for unit in (unit for unit in scalar.escapes if part.contains(unit.span)):
            pieces += [text[at : unit.span.start], unit.sign]
            at = unit.span.end
        pieces += [text[at : part.end], " "]
    return " ".join("".join(pieces).split())


def letters(text: str) -> str:
    return "".join(text.split())


def test_a_blank_with_its_sign_at_the_end_of_a_line() -> None:
    text = 'goal: "Sell 40 boats\\n\\\n  \\ "\n'
    (_, scalar) = read(text)
    assert letters(said(scalar, text)) == letters(scalar.text) == "Sell40boats"


TEXTS = st.text(st.sampled_from("aøÅ 'é\"\\:#-\n\t,[]{}&*!|>%@🚀0"), max_size=40)


@settings(deadline=None, max_examples=30)
@given(
    st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12)
)
def test_whatever_is_written_is_read_as_it_was_meant(value: Any) -> None:
    stream = StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_unicode = True
    yaml.dump(value, stream)
    text = stream.getvalue()
    try:
        list(yaml.parse(text))
    except YAMLError:
        assume(False)  # it does not read all that it writes
    for scalar in read(text):
        if scalar.style != "block":
            assert letters(said(scalar, text)) == letters(scalar.text)


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from("a: -[]{}'\"\n\t#&*!|>%@`?,ø"), max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    tree = yaml_tree(text)
    if isinstance(tree, Broken):
        assert 0 <= tree.span.start <= tree.span.end <= len(text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_say_in_their_places_what_they_say(path: Path) -> None:
    text = path.read_text("utf-8")
    for scalar in read(text):
        assert said(scalar, text) == " ".join(scalar.text.split())
