"""The first and the last sentence of a paragraph."""

from __future__ import annotations

from smartlint.readers.leading import first_sentence, is_one_sentence, last_sentence
from smartlint.source import Span

TEXT = "The hall is old. We lost 18 players. In 2027 we will:"


def test_the_last_sentence_leads_to_the_list() -> None:
    found = last_sentence(TEXT, Span(0, len(TEXT)))
    assert TEXT[found.start : found.end] == "In 2027 we will:"


def test_the_first_sentence_ends_before_its_stop() -> None:
    found = first_sentence(TEXT, Span(0, len(TEXT)))
    assert TEXT[found.start : found.end] == "The hall is old"


def test_a_paragraph_may_be_one_sentence() -> None:
    whole = Span(0, 15)
    assert first_sentence(TEXT, whole) == last_sentence(TEXT, whole) == whole
    assert is_one_sentence("Sell 40 boats by 2. June")
    assert not is_one_sentence(TEXT)
