"""The canonical layout of a goal file.

A layout is only taken where the parser reads the same from it: what is not sure to mean the same stays as it was written.
"""

from __future__ import annotations

from datetime import date

from smartlint.formatter.field_order import ordered
from smartlint.formatter.line_break import wrapped
from smartlint.formatter.meaning import Meaning
from smartlint.formatter.row import Row, rows_of
from smartlint.formatter.spacing import spaced
from smartlint.parser import parse
from smartlint.source import Source

__all__ = ["formatted"]

#: A layout is laid out anew until nothing changes; what never settles stays as it was written.
_ROUNDS = 6
#: How much is done to a goal with all below it: all, without wrapping, without ordering fields too, nothing.
_ALL, _UNWRAPPED, _UNORDERED, _AS_WRITTEN = range(4)
#: Days that are left open in a text are the same before and after, whatever the day is.
_ANY_DAY = date(2026, 1, 1)


def formatted(text: str, language: str = "") -> str:
    """A text in canonical layout; ``language`` is that of the text where its configuration says so.

    It says the same: goals, fields and their texts, comments, suppressions and what they speak of, what cannot be read.
    The canonical layout of the result is the result.
    """
    before = text
    for _ in range(_ROUNDS):
        after = _laid_out(before, language)
        if after == before:
            return after
        before = after
    return text


def _laid_out(text: str, language: str) -> str:
    """A text laid out once: as much of it as can be with its meaning kept."""
    rows = rows_of(text, language)
    effort = dict.fromkeys((row.root for row in rows), _ALL)
    meaning: Meaning | None = None
    for _ in range(_ROUNDS):
        after = _written(rows, effort, Source(text).line_end)
        if after == text:
            return text
        if meaning is None:
            meaning = _meaning(text, language)
        changed = meaning.changed(_meaning(after, language))
        if not changed:
            return after
        if not _give_way(effort, changed):
            break
    return text


def _give_way(effort: dict[int, int], changed: set[int]) -> bool:
    """Less is done to the goals whose meaning would change; False where nothing is left to be done less."""
    known = changed & effort.keys() or set(effort)
    able = [root for root in known if effort[root] < _AS_WRITTEN] or [root for root in effort if effort[root] < _AS_WRITTEN]
    for root in able:
        effort[root] += 1
    return bool(able)


def _meaning(text: str, language: str) -> Meaning:
    return Meaning(parse(text, language=language, today=_ANY_DAY))


def _written(rows: list[Row], effort: dict[int, int], line_end: str) -> str:
    arranged = ordered(rows, {root for root, much in effort.items() if much <= _UNWRAPPED})
    arranged = wrapped(arranged, {root for root, much in effort.items() if much == _ALL})
    lines = spaced(arranged, {root for root, much in effort.items() if much == _AS_WRITTEN})
    return "".join(line + line_end for line in lines)
