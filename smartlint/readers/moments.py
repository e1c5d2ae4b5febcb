"""Periods and days that headings and lead-ins name: ``OKRs 2026 Q2``, ``Goals for 2026``, ``By June 2027 we will:``."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from smartlint.language.calendar import part
from smartlint.language.prose import read, whole_time
from smartlint.language.times import Anchor
from smartlint.parser.names import order
from smartlint.reading import Text, TimeRef
from smartlint.source import Span

_WORD = re.compile(r"(?<![^\s,;()])[^\s,;()]*[^\s,;():.!?]")
_YEAR_FIRST = re.compile(r"(?P<year>(?:FY|SY)?[ '-]?(?:20)?\d\d)(?:[ -]|(?=[QKTH]))(?P<part>[QKTH][1-4])$", re.IGNORECASE)
_YEAR_LAST = re.compile(r"(?P<part>[QKTH][1-4])[-/](?P<year>(?:20)?\d\d)$", re.IGNORECASE)
#: A school year or a season: ``2026/27``, ``SY 26–27``.
_BROKEN_YEAR = re.compile(r"(?:SY ?)?(?:20)?(?P<first>\d\d)[/–-](?:20)?(?P<second>\d\d)$")
#: ``A fall`` is no autumn.
_INDEFINITE = (" a ", "a ")
_YEAR = re.compile(r"\d\d$")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
#: A time is at most so many words, and a heading with more words names none.
_LONGEST, _MOST = 7, 24
#: What a document says of itself stands in so many lines.
_BEGINNING = 6
_INTERVAL = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)[ ]?(?:/|–|—|--|\.\.)[ ]?(?P<last>\d{4}-\d\d-\d\d)$")
#: ``JAN-MAR 2027``, ``Oct – Dec 2026``, ``jan.–mars 2027``.
_MONTHS = re.compile(r"(?P<first>[^\W\d]{3,9})\.? ?[-–—/] ?(?P<last>[^\W\d]{3,9})\.? (?P<year>20\d\d)$")
_SHORT_QUARTER = re.compile(r"(?P<number>[1-4])\.? ?kv(?:t|art)?\.? (?P<year>20\d\d)$", re.IGNORECASE)
#: The months of spring and autumn, with those of the half of the year that plans call so.
_JUNE = 6
_HALVES = {(3, 5): (1, _JUNE), (9, 11): (7, 12)}
_LINE = re.compile(r"[^\n]+")


class Moment(NamedTuple):
    """A time as a field: ``period`` or ``deadline``; ``value`` where only the reader can tell what it means.

    A ``relative`` one counts from the day it was written; ``start`` and ``end`` are known where the words alone say them.
    """

    name: str
    span: Span
    value: TimeRef | None = None
    relative: bool = False
    start: date | None = None
    end: date | None = None

    def is_over(self, today: date) -> bool:
        """A period that ended, or a day that came, before the text was written."""
        return self.name == "period" and self.end is not None and self.end <= today


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
            if text[max(span.start, place.start - 3) : place.start].lower() in _INDEFINITE:
                continue
            one = _moment(text[place.start : place.end], place, language, anchor)
            if one is not None and _FULL_YEAR.search(text, *place):
                return one
            found = found or one
    return found


def _moment(written: str, place: Span, language: str, anchor: Anchor) -> Moment | None:
    turned = _YEAR_FIRST.match(written) or _YEAR_LAST.match(written)
    if turned is not None:
        year = _YEAR.findall(turned["year"])[-1]
        time = _time(Text(f"{turned['part']} 20{year}", place), language, anchor)
        return Moment("period", place, time._replace(span=place, text=written)) if time is not None else None
    if not any(char.isalnum() for char in written[:1]):
        return None
    words = " ".join(written.split())
    months = _months(words, place, language, anchor)
    if months is not None:
        return Moment("period", place, months, start=months.start, end=months.end)
    time = _time(Text(words, place), language, anchor)
    if time is None:
        return _broken_year(written, place)
    name = "deadline" if time.role == "deadline" else "period"
    half = _half_year(time, language)
    value = half or (time._replace(span=place, text=words) if words != written else None)  # nobody else reads over wide gaps
    return Moment(name, place, value, time.relative, time.start, time.end)


def _months(written: str, place: Span, language: str, anchor: Anchor) -> TimeRef | None:
    """From the first day of one month to the last day of another one of the same year."""
    match = _MONTHS.match(written)
    if match is None:
        return None
    ends = (Text(f"{match[name].lower().capitalize()} {match['year']}", place) for name in ("first", "last"))
    first, last = (_time(one, language, anchor) for one in ends)
    if first is None or last is None or first.start is None or last.end is None or first.start > last.end:
        return None
    return TimeRef(place, written, "period", first.start, last.end)


def interval(text: str, span: Span) -> TimeRef | None:
    """Two days with a sign between them, ``2026-08-09/2027-06-26``, or two years, ``2026/27``; ``1. kvt. 2027``."""
    written = text[span.start : span.end]
    broken = _broken_year(written, span)
    if broken is not None:
        return broken.value
    if (short := _SHORT_QUARTER.match(written)) is not None:
        return TimeRef(span, written, "period", *part(int(short["year"]), "quarter", int(short["number"])))
    match = _INTERVAL.match(text, span.start, span.end)
    try:
        first, last = (date.fromisoformat(match[name]) for name in ("first", "last")) if match is not None else (None, None)
    except ValueError:
        return None
    return TimeRef(span, text[span.start : span.end], "period", first, last) if first and last and first <= last else None


def dotted_day(text: str, span: Span, language: str, anchor: Anchor) -> TimeRef | None:
    """A day without its last full stop, as a place for days may have it: ``23.12``."""
    written = text[span.start : span.end]
    time = _time(Text(f"{written}.", span), language, anchor) if language != "en" else None
    return time._replace(span=span, text=written) if time is not None else None


def _half_year(time: TimeRef, language: str) -> TimeRef | None:
    """Nordic plans have two parts: ``våren 2027`` is the first half of the year, ``hösten`` the second."""
    if language == "en" or not _FULL_YEAR.search(time.text) or time.role != "period" or time.start is None or time.end is None:
        return None
    start, end = _HALVES.get((time.start.month, time.end.month), (0, 0))
    if not start or time.start.day != 1 or any(char.isdigit() for char in time.text.split()[0]):
        return None
    last = date(time.end.year, end, 30 if end == _JUNE else 31)
    return time._replace(start=date(time.start.year, start, 1), end=last)


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
