"""Periods and days that headings and lead-ins name: ``OKRs 2026 Q2``, ``Goals for 2026``, ``By June 2027 we will:``."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from smartlint.language.prose import read, whole_time
from smartlint.language.times import Anchor
from smartlint.parser.names import order
from smartlint.reading import Text, TimeRef
from smartlint.source import Span

_WORD = re.compile(r"[^\s,;()]*[^\s,;():.]")
_YEAR_FIRST = re.compile(r"(?P<year>(?:FY|SY)?[ '-]?(?:20)?\d\d)(?:[ -]|(?=[QKTH]))(?P<part>[QKTH][1-4])$", re.IGNORECASE)
#: A school year or a season: ``2026/27``, ``SY 26–27``.
_BROKEN_YEAR = re.compile(r"(?:SY ?)?(?:20)?(?P<first>\d\d)[/–-](?:20)?(?P<second>\d\d)$")
_YEAR = re.compile(r"\d\d$")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
#: A time is at most so many words, and a heading with more words names none.
_LONGEST, _MOST = 7, 24
#: What a document says of itself stands in so many lines.
_BEGINNING = 6
_LINE = re.compile(r"[^\n]+")


class Moment(NamedTuple):
    """A time as a field: ``period`` or ``deadline``; ``value`` where only the reader can tell what it means.

    A ``relative`` one counts from the day it was written.
    """

    name: str
    span: Span
    value: TimeRef | None = None
    relative: bool = False


def moment(text: str, span: Span, language: str, anchor: Anchor) -> Moment | None:
    """The longest time that some of the words of a heading are; one with its year before others."""
    words = [Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)]
    if len(words) > _MOST:
        return None
    found = None
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            place = Span(words[first].start, words[first + size - 1].end)
            if found is not None and not _FULL_YEAR.search(text, *place):
                continue
            one = _moment(text[place.start : place.end], place, language, anchor)
            if one is not None and _FULL_YEAR.search(text, *place):
                return one
            found = found or one
    return found


def _moment(written: str, place: Span, language: str, anchor: Anchor) -> Moment | None:
    turned = _YEAR_FIRST.match(written)
    if turned is not None:
        year = _YEAR.findall(turned["year"])[-1]
        time = _time(Text(f"{turned['part']} 20{year}", place), language, anchor)
        return Moment("period", place, time._replace(span=place, text=written)) if time is not None else None
    if not any(char.isalnum() for char in written[:1]):
        return None
    time = _time(Text(written, place), language, anchor)
    if time is None:
        return _broken_year(written, place)
    return Moment("deadline" if time.role == "deadline" else "period", place, None, time.relative)


def _broken_year(written: str, place: Span) -> Moment | None:
    match = _BROKEN_YEAR.match(written)
    if match is None or (int(match["first"]) + 1) % 100 != int(match["second"]):
        return None
    first = 2000 + int(match["first"])
    return Moment("period", place, TimeRef(place, written, "period", date(first, 7, 1), date(first + 1, 6, 30)))


def written_on(text: str, language: str, today: date) -> date | None:
    """The day on which a document says at its beginning that it was written or changed: the last one that is named there."""
    lines = [line for line in _LINE.finditer(text) if line[0].strip()][:_BEGINNING]
    times = [time for line in lines for time in read(Text(line[0], Span(*line.span())), language, Anchor(today)).times]
    days = [time.start for time in times if time.role == "period" and time.start == time.end and _FULL_YEAR.search(time.text)]
    return max((day for day in days if day is not None and day <= today), default=None)


def _time(text: Text, language: str, anchor: Anchor) -> TimeRef | None:
    try:
        found = whole_time(text, order(language), anchor)
    except (ValueError, OverflowError):
        return None
    return found if found is not None and found.end is not None and found.role in ("period", "deadline") else None
