"""Which time in the sentence of a goal is when it is due, in a document that may have said so for all its goals."""

from __future__ import annotations

import re
from functools import lru_cache

from smartlint.readers.whose import is_whole_time
from smartlint.readers.word_lists import any_of
from smartlint.reading import Reading, Text, TimeRef
from smartlint.record import NamedTuple
from smartlint.source import Span

_BLANKS = r"[ \t\n]+"
#: An amount in brackets beside a time is where things stand.
_BRACKETED = re.compile(r"\([^()]*$")
#: What says of a time what it means stands no further away.
_NEAR = 200
#: The first and last months of seasons.
_SEASONS = frozenset(((3, 5), (6, 8), (9, 11), (12, 2)))


class _Patterns(NamedTuple):
    """What stands around a time, and is told in the words of all languages.

    Before it what it is compared with (``compared``), what was so then (``told``), what it is in a year that is not over
    (``so_far``), ``also`` and ``denied``; the ``amount`` or the ``following`` time behind it; it itself is ``throughout`` or
    ``gone``; ``each`` begins the sentence.
    """

    compared: re.Pattern[str]
    told: re.Pattern[str]
    so_far: re.Pattern[str]
    amount: re.Pattern[str]
    following: re.Pattern[str]
    denied: re.Pattern[str]
    also: re.Pattern[str]
    throughout: re.Pattern[str]
    gone: re.Pattern[str]
    each: re.Pattern[str]


@lru_cache
def _patterns() -> _Patterns:
    def words(name: str) -> str:
        return f"(?:{any_of(name)})".replace(r"\ ", _BLANKS)

    inside = f"(?:{words('inside')}{_BLANKS})?"
    but = f"(?:{words('contrasts')}{_BLANKS})?"
    against = rf"{words('against')}{_BLANKS}\d[\d.,]*(?:{_BLANKS}[^\W\d]+)?"
    it = f"(?:{words('pronouns')}{_BLANKS})?"
    too = f"{_BLANKS}{words('joining')}|,{_BLANKS}(?:(?:{words('joining')}|{words('contrasts')}){_BLANKS})?{words('denying')}"
    forms = {
        "compared": rf"\b(?:{words('comparing')}|{against}){_BLANKS}{inside}$",
        "told": rf"[,;(–][^,;()]*\b{words('having_been')}\b[^,;()]*$",
        "so_far": rf"[,;.]{_BLANKS}{but}$",
        "amount": rf"{_BLANKS}{it}(?:{words('copulas')}{_BLANKS}{it})?\d",
        "following": rf"(?:{too}){_BLANKS}{inside}(?P<word>[^\W\d]+)",
        "denied": rf"\b{words('denying')}{_BLANKS}{inside}$",
        "also": rf"\b{words('even')}{_BLANKS}$",
        "throughout": rf"{words('throughout')}{_BLANKS}{words('whiles')}$",
        "gone": rf"\b(?:{words('gone')}|{words('previous')}{_BLANKS}{words('spells')})$",
        "each": rf"{words('each')}\b",
    }
    return _Patterns(*[re.compile(forms[name], re.IGNORECASE) for name in _Patterns._fields])


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
    known = _patterns()
    if time.role == "deadline":
        return time.relative and bool(time.iso) and known.each.match(statement.text) is not None
    if known.throughout.match(time.text) or (time.relative and known.gone.search(time.text)):
        return True
    if known.compared.search(before) is not None or known.told.search(before) is not None:
        return True
    if time.relative and known.so_far.search(before) is not None and known.amount.match(after) is not None:
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
    known = _patterns()
    following = known.following.match(after)
    return (
        known.also.search(before) is not None
        or known.denied.search(before) is not None
        or (following is not None and is_whole_time(following["word"]))
    )


def _around(statement: Text, span: Span) -> tuple[str, str]:
    """The sentence before and behind a time."""
    return (
        statement.text[: span.start - statement.span.start][-_NEAR:],
        statement.text[span.end - statement.span.start :],
    )
