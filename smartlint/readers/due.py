"""Which time in the sentence of a goal is when it is due, in a document that may have said so for all its goals."""

from __future__ import annotations

import re

from smartlint.readers.whose import is_whole_time
from smartlint.reading import Reading, Text, TimeRef
from smartlint.source import Span

#: Behind one of these stands what something is measured against: ``more than in 2026``.
_COMPARED = re.compile(
    r"\b(?:than|end|enn|än|vs\.?|(?:against|mod|mot)[ \t\n]+\d[\d.,]*(?:[ \t\n]+[^\W\d]+)?)[ \t\n]+(?:(?:in|i)[ \t\n]+)?$",
    re.IGNORECASE,
)
#: What was so then: ``(it was 11% in October)``, ``…, det var 61.000 i år``.
_TOLD = re.compile(r"[,;(–][^,;()]*\b(?:was|were|var|blev|ble|vart|blir det)\b[^,;()]*$", re.IGNORECASE)
#: Behind a pause, what it is in a year that is not over: ``…, this year 640 000``, ``…. I år var det 9,4``.
_SO_FAR = re.compile(r"[,;.][ \t\n]+(?:(?:but|men)[ \t\n]+)?$", re.IGNORECASE)
_AMOUNT = re.compile(r"[ \t\n]+(?:it[ \t\n]+)?(?:(?:is|was|er|är|var|vart|blev|ble)[ \t\n]+(?:(?:it|det|den)[ \t\n]+)?)?\d")
#: An amount in brackets beside a time is where things stand.
_BRACKETED = re.compile(r"\([^()]*$")
_NEXT = re.compile(
    r"(?:[ \t\n]+(?:and|og|och|&)|,[ \t\n]+(?:(?:and|og|och|men|but)[ \t\n]+)?(?:not|ikke|ikkje|inte|ej))"
    r"[ \t\n]+(?:(?:in|i)[ \t\n]+)?(?P<word>[^\W\d]+)"
)
#: ``… in November, not in May``.
_NOT = re.compile(r"\b(?:not|ikke|ikkje|inte|ej)[ \t\n]+(?:(?:in|i)[ \t\n]+)?$", re.IGNORECASE)
#: ``Offices drink our coffee all week``.
_THROUGHOUT = re.compile(
    r"(?:all|the whole|hele|heile|hela)[ \t\n]+(?:week|day|year|season|"
    r"uken|uka|veka|veckan|ugen|dagen|året|sesongen|säsongen|sæsonen)$",
    re.IGNORECASE,
)
#: ``… signed last week``.
_PAST = re.compile(
    r"\b(?:yesterday|igår|i[ \t\n]+(?:fjor|fjol|går)|(?:last|forrige|førre|förra|sidste)[ \t\n]+"
    r"(?:week|month|year|quarter|term|season|uke|uka|veke|vecka|veckan|uge|måned|månad|månaden|år|året|kvartal|kvartalet|sesong|säsong|säsongen|sæson))$",
    re.IGNORECASE,
)
#: ``Every complaint is answered within 14 days``.
_EACH = re.compile(r"(?:all|each|every|any|alle|alla|hver|hvert|kvar|kvart|varje|enhver)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|even|også|òg|även)[ \t\n]+$", re.IGNORECASE)
#: What says of a time what it means stands no further away.
_NEAR = 200
#: The first and last months of seasons.
_SEASONS = frozenset(((3, 5), (6, 8), (9, 11), (12, 2)))


def due(statement: Text, reading: Reading, timed: bool) -> TimeRef | None:
    """The day that a sentence names, as ``parser.resolve`` has it; ``timed``: the document says one for the goal as well.

    Then a length of time, a season or two months say how fast or when something happens, and not by when it is to be reached.
    """
    named = [time for time in reading.times if time.role in ("deadline", "period") and time.end is not None]
    named = [time for time in named if not _is_told(statement, time) and not (timed and _is_within(statement, time))]
    named = [time for time in named if not any(_holds(time, other) for other in named)]
    return max(named, key=lambda time: (time.role == "deadline", not time.derived, time.end), default=None)


def _holds(time: TimeRef, day: TimeRef) -> bool:
    """A time in which a day lies that is named too: ``when school begins, 20 August``."""
    if day.end is None or day.start != day.end or time.start is None or time.end is None or time.start == time.end:
        return False
    return day.role == time.role == "period" and time.start <= day.end <= time.end


def _is_told(statement: Text, time: TimeRef) -> bool:
    """A time of what was, or is so far, or how fast each of many is to be done."""
    before, after = _around(statement, time.span)
    if time.role == "deadline":
        return time.relative and bool(time.iso) and _EACH.match(statement.text) is not None
    if _THROUGHOUT.match(time.text) or (time.relative and _PAST.search(time.text)):
        return True
    if _COMPARED.search(before) is not None or _TOLD.search(before) is not None:
        return True
    if time.relative and _SO_FAR.search(before) is not None and _AMOUNT.match(after) is not None:
        return True
    opened = _BRACKETED.search(before)
    if opened is None or ")" not in after:
        return False
    beside = f"{opened[0]}{after[: after.index(')')]}"
    return any(map(str.isdigit, beside))


def _is_within(statement: Text, time: TimeRef) -> bool:
    """How long something takes, or when of the year it happens."""
    if time.role == "deadline":
        return time.relative and bool(time.iso)
    if time.start is None or time.end is None or (time.relative and time.start == time.end):
        return True
    if (time.start.month, time.end.month) in _SEASONS and time.start.day == 1 and not any(map(str.isdigit, time.text)):
        return True
    before, after = _around(statement, time.span)
    following = _NEXT.match(after)
    return (
        _ALSO.search(before) is not None
        or _NOT.search(before) is not None
        or (following is not None and is_whole_time(following["word"]))
    )


def _around(statement: Text, span: Span) -> tuple[str, str]:
    """The sentence before and behind a time."""
    return (
        statement.text[: span.start - statement.span.start][-_NEAR:],
        statement.text[span.end - statement.span.start :],
    )
