"""The lines of a cell are one sentence, or as many as they have bullets."""

from __future__ import annotations

import pytest

from smartlint.readers.cell_lines import lines_in, sentences_in
from smartlint.source import Span


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Bake", [["Bake"]]),
        ("Bake\vevery day", [["Bake", "every day"]]),
        ("- Bake\v- Sell\non Sundays", [["Bake"], ["Sell", "on Sundays"]]),
        ("1. Bake", [["Bake"]]),
        ("- Bake\vevery day", [["- Bake", "every day"]]),
    ],
)
def test_sentences(text: str, sentences: list[list[str]]) -> None:
    found = sentences_in(text, Span(0, len(text)))
    assert [[text[part.start : part.end] for part in parts] for parts in found] == sentences


def test_empty_lines_are_none() -> None:
    assert lines_in("\v \n", Span(0, 3)) == []
