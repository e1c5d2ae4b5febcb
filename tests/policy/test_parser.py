"""What cannot be read is refused at its place, with the nearest right word."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.policy.mistake import Mistake
from smartlint.policy.parser import DEEPEST, LONGEST, MOST_BRACKETS, MOST_TOKENS, parse
from smartlint.policy.tree import Call, Chain, Comprehension, Conditional, Constant, Name, Node, Select, free_names, walk
from smartlint.testing import unmark

MISTAKES = {
    "a ⟦=⟧ b": "`=` is not expected here. Did you mean `==`?",
    "a ⟦and⟧ b": "`and` is not expected here. Did you mean `&&`?",
    "a ⟦or⟧ b": "`or` is not expected here. Did you mean `||`?",
    "a ⟦&⟧ b": "`&` is not expected here. Did you mean `&&`?",
    '⟦"⟧abc': "this text has no end: its closing quote is missing",
    "x + ⟦'⟧abc\n'": "this text has no end: its closing quote is missing",
    "(1 + 2⟦ ⟧": "the expression is not complete: something is missing at its end",
    "⟦1u⟧": "values of the type `uint` are not supported",
    "x + ⟦b'abc'⟧": "values of the type `bytes` are not supported",
    '"a⟦\\q⟧"': "`\\q` is no escape; a backslash itself is written `\\\\`",
    "'⟦\\ud800⟧'": "`\\ud800` is no escape; a backslash itself is written `\\\\`",
    "⟦for⟧ + 1": "`for` is a word that the language keeps for itself",
    "l.map(⟦a.b⟧, 1)": "the first argument of `map` is a new name for each item",
    "⟦has(x)⟧": "`has` takes a field, as in `has(goal.deadline)`",
    "⟦ø⟧ == 1": "`ø` is not expected here",
    "-(⟦9223372036854775808⟧)": "a whole number goes from -9223372036854775808 to 9223372036854775807",
    "!⟦-⟧x": "`-` is not expected here",
    "[1, 2⟦}⟧": "`}` is not expected here",
    "x?.a⟦ ⟧": "the expression is not complete: something is missing at its end",
}


@pytest.mark.parametrize("marked", MISTAKES)
def test_a_mistake_has_its_place(marked: str) -> None:
    text, [span] = unmark(marked)
    with pytest.raises(Mistake) as raised:
        parse(text)
    assert str(raised.value) == MISTAKES[marked]
    assert raised.value.span == span


def shape(node: Node) -> Any:
    """The tree without its places."""
    match node:
        case Constant():
            return node.value
        case Name():
            return node.name
        case Select():
            return ("has" if node.test else ".", shape(node.operand), node.field)
        case Call():
            return (node.name, *map(shape, node.arguments))
        case Chain():
            return ("&&" if node.every else "||", *map(shape, node.operands))
        case Conditional():
            return ("?", *map(shape, node.parts()))
        case Comprehension():
            return (node.macro, node.variable, *map(shape, node.parts()))
        case _:
            return [shape(part) for part in node.parts()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3 - 4", ("_-_", ("_+_", 1, ("_*_", 2, 3)), 4)),
        ("a || b && c || d", ("||", "a", ("&&", "b", "c"), "d")),
        ("!a == b", ("_==_", ("!_", "a"), "b")),
        ("!!a", "a"),
        ("- -a", "a"),
        ("---a", ("-_", "a")),
        ("-5", -5),
        ("1--1", ("_-_", 1, -1)),
        ("-9223372036854775808", -(2**63)),
        ("a ? b : c ? d : e", ("?", "a", "b", ("?", "c", "d", "e"))),
        ("a.b.c", (".", (".", "a", "b"), "c")),
        ("a.`b c`", (".", "a", "b c")),
        ("has(a.b)", ("has", "a", "b")),
        ("a.size()", ("size", "a")),
        ("size(a)", ("size", "a")),
        (".a", "a"),
        ("l.all(i, i > 0)", ("all", "i", "l", ("_>_", "i", 0))),
        ("l.map(i, i > 0, -i)", ("map", "i", "l", ("_>_", "i", 0), ("-_", "i"))),
        ("x in [1, 2,]", ("@in", "x", [1, 2])),
        ("{'a': 1,}", ["a", 1]),
        ("x[0] // the first", ("_[_]", "x", 0)),
        ("inside in interns", ("@in", "inside", "interns")),
        ('r"\\d" + """a"b\nc"""', ("_+_", "\\d", 'a"b\nc')),
        (r"'\x41\u00e6\U0001F600\101\n\''", "Aæ😀A\n'"),
        ("0x1F", 31),
        (".5e1", 5.0),
    ],
)
def test_what_is_read(text: str, expected: Any) -> None:
    assert shape(parse(text)) == expected


@given(
    st.lists(st.sampled_from("a b 1 .5 'x' + - * / % ! ! && || == < in . ( ) [ ] { } , : ? has( all map r'' 1u \\ é".split()))
)
def test_any_text_is_read_or_refused(words: list[str]) -> None:
    text = " ".join(words)
    spans = []
    try:
        tree = parse(text)
    except Mistake as mistake:
        spans.append(mistake.span)
    else:
        spans += [node.span for node in walk(tree)]
        assert all(tree.span.contains(span) for span in spans)
    assert spans
    assert all(0 <= span.start < span.end <= len(text) + 1 for span in spans)


def test_names_that_a_macro_gives_are_not_free() -> None:
    assert sorted(name.name for name in free_names(parse("l.all(i, i > j) && i == k"))) == ["i", "j", "k", "l"]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("1" * (LONGEST + 1), LONGEST),
        ("(" * 500 + "1" + ")" * 500, MOST_BRACKETS),
        ("[" * 5000, MOST_BRACKETS),
        ("!" * 15_000 + "a", MOST_TOKENS),
        ("a" + " + a" * 400, DEEPEST),
        ("a" + ".a" * 400, DEEPEST),
        ("a || " * 1000 + "a", MOST_TOKENS),
    ],
)
def test_what_is_too_large_is_refused_with_the_limit(text: str, limit: int) -> None:
    with pytest.raises(Mistake) as raised:
        parse(text)
    assert raised.value.params["limit"] == limit


def test_what_is_just_not_too_large_is_read() -> None:
    assert parse("(" * MOST_BRACKETS + "1" + ")" * MOST_BRACKETS).depth == 1
    assert parse("a" + " + a" * (DEEPEST - 1)).depth == DEEPEST
    assert parse(" || ".join(["a"] * 700)).depth == 2
