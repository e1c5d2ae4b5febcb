"""JSON: what is in it, where it stands, and what is wrong with it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.readers.json_nodes import json_tree
from smartlint.readers.nodes import Broken, Items, Node, Pairs, Scalar

TEXTS = st.text(max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=15,
)


def value(node: Node, text: str) -> Any:
    """What a node says, as the standard library has it."""
    if isinstance(node, Items):
        return [value(one, text) for one in node.nodes]
    if isinstance(node, Pairs):
        return {key.text: value(one, text) for key, one in node.pairs}
    assert isinstance(node, Scalar)
    return node.text if node.style == "double" else json.loads(text[node.span.start : node.span.end])


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 2]))
def test_whatever_is_written_is_read_the_same(given: Any, plain: bool, indent: int | None) -> None:
    text = json.dumps(given, ensure_ascii=plain, indent=indent)
    tree = json_tree(text)
    assert not isinstance(tree, Broken), tree
    assert value(tree.roots[0], text) == given


@given(st.text(st.sampled_from('{}[]",:\\u0da8fn1 \n\te.-truxs'), max_size=40))
def test_it_takes_what_the_standard_library_takes_and_nothing_else(text: str) -> None:
    try:
        json.loads(text)
        is_right = True
    except ValueError:
        is_right = False
    tree = json_tree(text)
    assert isinstance(tree, Broken) != is_right
    if isinstance(tree, Broken):
        assert 0 <= tree.span.start <= tree.span.end <= len(text)


def test_a_text_stands_between_its_quotes_without_blanks() -> None:
    text = '{"a": " x y "}'
    tree = json_tree(text)
    assert not isinstance(tree, Broken)
    root = tree.roots[0]
    assert isinstance(root, Pairs)
    scalar = root.pairs[0][1]
    assert isinstance(scalar, Scalar)
    assert [text[part.start : part.end] for part in scalar.parts] == ["x y"]


def test_a_pair_of_escapes_is_one_sign_and_half_a_pair_is_none() -> None:
    tree = json_tree('["\\ud83d\\ude80 \\ud83d"]')
    assert not isinstance(tree, Broken)
    root = tree.roots[0]
    assert isinstance(root, Items)
    scalar = root.nodes[0]
    assert isinstance(scalar, Scalar)
    assert scalar.text == "🚀 \ufffd"


@pytest.mark.parametrize(
    ("text", "at", "reason"),
    [
        ('{"a": 1,}', 7, "this comma is one too many"),
        ("[1,]", 2, "this comma is one too many"),
        ("[1,2", 0, "a list is not closed: its `]` is missing"),
        ('{"a": 1', 0, "a table is not closed: its brace is missing"),
        ('{"a" 1}', 1, "a colon is missing after this key"),
        ("{'a': 1}", 1, "texts stand in double quotes"),
        ("{a: 1}", 1, "a key in double quotes is expected here"),
        ('["x\ty"]', 3, "in a text, a tab is written as `\\t`"),
        ('["x', 1, "a text is not closed: its quote is missing"),
        ("[1 2]", 3, "a comma is missing before this"),
        ("[1] 2", 4, "nothing can stand here: what is above is a whole"),
        ("// note\n{}", 0, "JSON has no comments"),
        ('["\\x"]', 2, "a backslash is written twice"),
        ("nul", 0, "this is no value: texts stand in quotes"),
        ("", 0, "a value is missing at the end"),
        ("[" * 100_000, 100, "maps and lists are nested too deeply"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, at: int, reason: str) -> None:
    broken = json_tree(text)
    assert isinstance(broken, Broken)
    assert (broken.span.start, broken.reason) == (at, reason)
