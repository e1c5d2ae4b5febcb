"""The first and the last sentence of a paragraph; the last one leads to the list below it."""

from __future__ import annotations

import re

from smartlint.readers.words import is_rank, is_unfinished, opens_goals
from smartlint.source import Span

#: The words at its end that open a list.
_LEADING = 4
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?][ \t\n]+(?=[A-ZÆØÅÄÖ])")


def last_sentence(text: str, span: Span) -> Span:
    """What leads to a list, whatever else its paragraph says."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, span.start, span.end)]
    return Span(ends[-1], span.end) if ends else span


def first_sentence(text: str, span: Span) -> Span:
    end = _SENTENCE_END.search(text, span.start, span.end)
    return Span(span.start, end.start()) if end is not None else span


def leads_on(text: str) -> bool:
    """A line without a colon that leads to a list, as its last words say: ``After the year the pupils will``, ``Prio 2``."""
    opens = is_unfinished(text) or opens_goals(" ".join(text.split()[-_LEADING:]))
    return is_rank(text) or (opens and not text.endswith((".", "!")))


def is_one_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text) is None
