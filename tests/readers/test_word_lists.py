"""The words of documents."""

from __future__ import annotations

from smartlint.readers.word_lists import Words, document_words


def test_every_list_has_words() -> None:
    assert all(getattr(document_words(), name) for name in Words.__annotations__)


def test_names_of_sections_and_of_gaps_are_written_as_they_are_looked_up() -> None:
    known = document_words()
    for word in (*known.sections, *known.gaps, *known.summaries, *known.watched, *known.ongoing):
        assert word == " ".join(word.lower().split())
