"""TOML: what is in it, where it stands, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.readers.nodes import Broken, Items, Pairs, Scalar
from smartlint.readers.toml_nodes import toml_tree
from tests.readers.test_yaml_nodes import said, scalars

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.toml"))


def read(text: str) -> list[Scalar]:
    tree = toml_tree(text)
    assert not isinstance(tree, Broken), tree
    return scalars(tree.roots[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 'x y' # note\n", [["a"], ["x y"]]),
        ('"a b" = "x"\n', [["a b"], ["x"]]),
        ("a = 2026-06-30\n", [["a"], ["2026-06-30"]]),
        ("a = '''\nx\n  y\n'''\n", [["a"], ["x", "y"]]),
        ("a.b = 1\n", [["a"], ["b"], ["1"]]),
        ("[[g]]\nt = 'x'\n[[g]]\nt = 'y'\n", [["g"], ["t"], ["x"], ["t"], ["y"]]),
        ("a = {b = ['x', 'y']}\n", [["a"], ["b"], ["x"], ["y"]]),
    ],
)
def test_places_are_those_of_the_text(text: str, expected: list[list[str]]) -> None:
    assert [[text[part.start : part.end] for part in scalar.parts] for scalar in read(text)] == expected


def test_keys_come_in_the_order_of_their_places() -> None:
    tree = toml_tree("[a.b]\nx = 1\n[c]\ny = 2\n[a.d]\nz = 3\n")
    assert not isinstance(tree, Broken)
    root = tree.roots[0]
    assert isinstance(root, Pairs)
    assert [key.text for key, _ in root.pairs] == ["a", "c"]


def test_lists_of_tables_are_lists_and_those_in_brackets_flow() -> None:
    tree = toml_tree("b = [1]\n[[a]]\nx = {y = 1}\n")
    assert not isinstance(tree, Broken)
    root = tree.roots[0]
    assert isinstance(root, Pairs)
    (_, first), (_, second) = root.pairs
    assert isinstance(first, Items)
    assert isinstance(second, Items)
    assert (first.flow, second.flow) == (True, False)


def test_a_line_may_go_on_behind_a_backslash() -> None:
    text = 'a = """one \\\n    two"""\n'
    assert said(read(text)[1], text) == "one two"


def test_comments_to_smartlint_are_found() -> None:
    text = "a = 1 # smartlint: ignore[X]\nb = '# smartlint: ignore[Y]'\n"
    tree = toml_tree(text)
    assert not isinstance(tree, Broken)
    assert [text[span.start : span.end] for span in tree.directives] == ["# smartlint: ignore[X]"]


@pytest.mark.parametrize(
    ("text", "at", "reason"),
    [
        ("a = \n", 4, "this is no value: texts stand in quotes"),
        ("a = [1\n", 6, "a list is not closed: its `]` is missing"),
        ("a = 1\na = 2\n", 11, "this key has a value already"),
        ("mål = 1\n", 1, "`=` is expected here"),
        ("a = " + "[" * 5000 + "]" * 5000, 0, "maps and lists are nested too deeply"),
        ("a = " + "[" * 150 + "]" * 150, 0, "maps and lists are nested too deeply"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, at: int, reason: str) -> None:
    broken = toml_tree(text)
    assert isinstance(broken, Broken)
    assert (broken.span.start, broken.reason) == (at, reason)


@given(st.text(st.sampled_from("a=[]{}'\"\n#.,1ø \\"), max_size=50))
def test_no_text_makes_it_fail(text: str) -> None:
    tree = toml_tree(text)
    if isinstance(tree, Broken):
        assert 0 <= tree.span.start <= tree.span.end <= len(text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_say_in_their_places_what_they_say(path: Path) -> None:
    text = path.read_text("utf-8")
    for scalar in read(text):
        assert said(scalar, text) == " ".join(scalar.text.split())
