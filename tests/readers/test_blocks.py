"""Blocks of a document, as people write them rather than as a standard says."""

from __future__ import annotations

import pytest

from smartlint.readers.blocks import Part, Scanner, outline
from smartlint.readers.masking import Masked


def blocks(text: str) -> list[tuple[str, int, str]]:
    masked = Masked(text)
    found = Scanner(
        masked.text, text, masked.fences, lambda span: "text" * text[span.start : span.end].startswith("KR")
    ).blocks()
    return [(one.kind, one.depth, "|".join(masked.text[part.start : part.end] for part in one.parts)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A #\ntext", [("heading", 1, "A"), ("text", 0, "text")]),
        ("A\n===\nB\n---", [("heading", 1, "A"), ("heading", 2, "B")]),
        ("- a\n  b\n- c", [("item", 0, "a|b"), ("item", 0, "c")]),
        ("1. a\n1. b\n2) c", [("item", 0, "a"), ("item", 0, "b"), ("item", 0, "c")]),
        ("• a\n· b\n-c", [("item", 0, "a"), ("item", 0, "b"), ("item", 0, "c")]),
        ("        - a", [("item", 8, "a")]),
        ("a\nb\n\nc", [("text", 0, "a|b"), ("text", 0, "c")]),
        ("- a\\\n  KR b\\\n  KR c", [("item", 0, "a"), ("item", 1, "KR b"), ("item", 1, "KR c")]),
        ("**a**\n**b**", [("text", 0, "a"), ("text", 0, "b")]),
        ("> quoted\n\n- a", [("item", 0, "a")]),
        ("- -5 % waste", [("item", 0, "-5 % waste")]),
        ("-5 % waste", [("text", 0, "-5 % waste")]),
        ("***\n---\n", []),
        ("#hashtag", [("text", 0, "#hashtag")]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert blocks(text) == expected


def test_a_table_with_and_without_outer_bars() -> None:
    for text in ("| a | b |\n|---|---|\n| c | **d** |\n", "a | b\n--|--\nc | **d**\n"):
        masked = Masked(text)
        (table,) = Scanner(masked.text, text, [], lambda span: "").blocks()
        cells = [[masked.text[cell.start : cell.end] for cell in row.cells] for row in table.rows]
        assert cells == [["a", "b"], ["c", "d"]]
        assert table.rows[1].bold == (False, True)


def test_the_outline() -> None:
    text = "# A\n- a\n  - b\n    text\n## B\n# C\n"
    masked = Masked(text)

    def shape(part: Part) -> list[object]:
        return [len(part.blocks), *(shape(deeper) for deeper in part.parts)]

    top = outline(Scanner(masked.text, text, [], lambda span: "").blocks())
    assert shape(top) == [0, [1, [0]], [0]]
    assert len(top.parts[0].blocks[0].children) == 1
