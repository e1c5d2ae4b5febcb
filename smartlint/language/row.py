"""A row of tokens with the small questions that every reader of it asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from smartlint.language import calendar
from smartlint.language.calendar import Anchor, BadDate
from smartlint.language.roles import SHORT, SIGN, WHOLE, YEAR, bits
from smartlint.language.tokens import Line, Token
from smartlint.record import Final

#: The interval of a year: a season, a quarter, a date.
OfYear = Callable[[int], calendar.Interval]
DASHES: Final = ("-", "–", "—")


_ORDINAL: Final = bits("ordinal")
_T_NUMBERED: Final = bits("t.numbered")
_NUMBER: Final = bits("number")
_HALF_MORE: Final = bits("q.half_more")
_A_NUMBER: Final = WHOLE | bits("number", "q.half_more", "article")
_BEFORE_YEAR: Final = SIGN | _T_NUMBERED
#: ``5.``, ``5th``, ``1:a`` …
_ORDINAL_ENDINGS: Final = frozenset((".", "st", "nd", "rd", "th", "e", "a"))
_T_UNIT_T_DEFINITE: Final = bits("t.unit", "t.definite")
_T_UNIT_T_DEFINITE_NUMBER: Final = bits("t.unit", "t.definite", "number")


class Row:
    """The tokens of one text in a language."""

    def __init__(self, line: Line) -> None:
        self._tokens = line.tokens
        self._pack = line.pack
        self._text = line.text
        self._english = line.pack.code == "en"
        self._starts = line.starts
        self._size = line.size
        self._row = line.row
        self._line = line
        self._common = line.every

    def _token(self, at: int) -> Token | None:
        return self._tokens[at] if 0 <= at < self._size else None

    def _sign(self, at: int, *signs: str) -> bool:
        return self._row[at].text in signs

    def _has(self, roles: int) -> bool:
        return self._line.has(roles)

    def _end(self, at: int) -> int:
        return self._starts[at] + self._tokens[at].size

    def _value(self, at: int, role: str) -> str:
        return str(self._tokens[at].roles[role])


class TimeRow(Row):
    """A row read for times: what numbers, units and years are in it, resolved from an anchor."""

    def __init__(self, line: Line, anchor: Anchor) -> None:
        super().__init__(line)
        self._anchor = anchor

    def _unit(self, at: int) -> str:
        """The calendar unit a token names, or ""; clock units do not count."""
        if not self._row[at].common & _T_UNIT_T_DEFINITE:
            return ""
        roles = self._tokens[at].roles
        unit = str(roles.get("t.unit") or roles.get("t.definite"))
        return unit if unit in calendar.ISO else ""

    def _number(self, at: int) -> tuple[float, int] | None:
        """A plain number at a token (digits, a number word, an article) and the token after it and its dot."""
        common = self._row[at].common
        if not common & _A_NUMBER:
            return None
        if common & WHOLE:
            dot = at + 2 < self._size and self._tokens[at + 1].text == "." and self._tokens[at + 1].glued
            return float(self._tokens[at].text), at + 2 if dot else at + 1
        if common & _NUMBER:
            return float(self._tokens[at].roles["number"]), at + 1
        return (1.5 if common & _HALF_MORE else 1.0), at + 1

    def _day_number(self, at: int) -> tuple[int, int] | None:
        """A day of the month in digits or as an ordinal, and where it ends."""
        common = self._row[at].common
        if common & _ORDINAL and not self._row[at + 1].common & _T_UNIT_T_DEFINITE:
            return int(self._tokens[at].roles["ordinal"]), at + 1
        if not common & SHORT:
            return None
        after = self._token(at + 1)
        ended = after is not None and after.glued and after.low in _ORDINAL_ENDINGS
        return int(self._tokens[at].text), at + 2 if ended else at + 1

    def _year_after(self, at: int) -> tuple[int, int] | None:
        """A year at a token (``2026``, after a comma too) and where it ends."""
        common = self._row[at].common
        if common & YEAR:
            return int(self._tokens[at].text), at + 1
        if not common & _BEFORE_YEAR:
            return None
        if common & _T_NUMBERED:
            return self._year_after(at + 1) if self._value(at, "t.numbered") == "year" else None
        text = self._tokens[at].text
        if text == "," and self._row[at + 1].common & YEAR:
            return int(self._tokens[at + 1].text), at + 2
        if text in ("'", "’") and self._row[at + 1].common & SHORT:
            after = self._tokens[at + 1]
            return (2000 + int(after.text), at + 2) if after.glued and len(after.text) == 2 else None
        return None

    def _skip(self, at: int, roles: int, signs: str = "") -> int:
        """Past tokens with these roles or signs; units and numbers are never passed over."""
        while True:
            common = self._row[at].common
            filler = self._row[at].mask & roles and not common & _T_UNIT_T_DEFINITE_NUMBER
            if not (filler or (signs and common & SIGN and self._tokens[at].text in signs)):
                return at
            at += 1

    def _first_after(self, of_year: OfYear, day: date | None = None) -> tuple[calendar.Interval, bool]:
        """The first of a yearly interval that has not ended before the anchor; it is always derived."""
        anchor = day or self._anchor.day
        problem: ValueError | None = None
        for number in range(anchor.year - 1, anchor.year + 8):
            try:
                found = of_year(number)
            except ValueError as error:
                problem = error
                continue
            if found[1] >= anchor:
                return found, True
        raise problem or BadDate("never")


def full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def iso_length(count: float, unit: str) -> str:
    """An ISO 8601 duration: ``P2W``, ``P3M``, ``PT4H``."""
    number = f"{count:g}"
    if unit in ("second", "minute", "hour"):
        return f"PT{number}{unit[0].upper()}"
    months = {"quarter": 3, "tertial": 4, "half": 6}.get(unit, 0)
    if months:
        return f"P{count * months:g}M"
    if unit == "year" and count != int(count):
        return f"P{count * 12:g}M"
    if unit == "day" and count % 7 == 0 and count:
        return f"P{count / 7:g}W"
    return f"P{number}{calendar.ISO[unit]}"
