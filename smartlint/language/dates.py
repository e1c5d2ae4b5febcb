"""Dates, months, weekdays and years in a row of tokens."""

from __future__ import annotations

import re
from datetime import date, timedelta

from smartlint.language import calendar
from smartlint.language.calendar import BadDate, WrongWeekday
from smartlint.language.roles import (
    AFTER,
    BETWEEN,
    EVENT,
    EXCLUSIVE,
    FROM,
    IN,
    INCLUSIVE,
    OFFSET,
    PARTICLE,
    PREPOSITIONS,
    R_FILLER,
    SHORT,
    SPAN,
    STOP,
    TIMELY,
    TO,
    WORD,
    YEAR,
    bits,
)
from smartlint.language.row import DASHES, TimeRow
from smartlint.record import Final

#: Letters of a part of the year in ``2026-Q3``.
_LETTERS: Final = {"w": "week", "q": "quarter", "k": "quarter", "t": "tertial", "h": "half"}
_PLACED: Final = INCLUSIVE | EXCLUSIVE | FROM | TO | IN | BETWEEN | SPAN | AFTER
_FIRM: Final = INCLUSIVE | EXCLUSIVE | FROM
#: A short name of a month that is one of a person too.
_NAME: Final = "Jan"


_Q_OF_Q_PERCENT: Final = bits("q.of", "q.percent")
#: "2019 levels", "2025 års nivå".
_LEVEL: Final = bits("q.start", "t.genitive")
_THE: Final = frozenset(("the", "our"))
_T_MONTH: Final = bits("t.month")
_T_UNIT: Final = bits("t.unit")
_T_WEEKDAY: Final = bits("t.weekday")


class Core:
    """What stands after prepositions and edge: an interval, or a length of time (``length`` of ``unit``).

    ``sure`` cores are times without a preposition, ``loose`` ones only with one; a ``point`` is the end of something
    (``year-end``), ``season`` a season that was named without a year,
    ``unfixed`` a season or holiday whose days no calendar fixes. Whom one is given to may go on with it.
    """

    __slots__ = (
        *("ambiguous", "derived", "hi", "length", "lo", "loose", "next", "point", "relative", "season", "sure", "unfixed"),
        "unit",
    )

    def __init__(
        self,
        after: int,
        days: calendar.Interval | None = None,
        length: float = 0,
        unit: str = "",
        *,
        derived: bool = False,
        relative: bool = False,
        sure: bool = False,
        point: bool = False,
        loose: bool = False,
        ambiguous: bool = False,
    ) -> None:
        self.next = after
        self.lo: date | None = days[0] if days else None
        self.hi: date | None = days[1] if days else None
        self.length = length
        self.unit = unit
        self.derived = derived
        self.relative = relative
        self.sure = sure
        self.point = point
        self.loose = loose
        self.ambiguous = ambiguous
        self.season = False
        self.unfixed = False


class Dates(TimeRow):
    """Reads what names a day, a month or a year."""

    def _literal(self, at: int, roles: int, strict: bool) -> Core | None:
        """``2026-09-30``, ``2026-Q3``, ``2026-09``, ``30.09.2026``, ``30/9``."""
        token = self._tokens[at]
        text = token.text
        if token.kind == "iso":
            day = one_date(*(int(part) for part in text.split("-")))
            return Core(at + 1, (day, day), sure=True)
        if token.kind == "span" and text[5].isdigit():
            return Core(at + 1, calendar.month(int(text[:4]), int(text[5:])), sure=True)
        if token.kind == "span":
            return Core(at + 1, self._period(int(text[:4]), _LETTERS[text[5].lower()], int(text[6:])), sure=True)
        parts = [int(part) for part in re.split(r"[./ -]", text) if part]
        if len(parts) == 2:
            return self._short_date(at, parts, roles, strict)
        year = parts[2] if parts[2] > 99 else 2000 + parts[2]
        first, second = parts[0], parts[1]
        if self._english and token.kind == "slashed" and first <= 12 < second:
            first, second = second, first
        day = one_date(year, second, first)
        english = self._english
        unsure = token.kind == "slashed" and first <= 12 and first != second and (english or parts[2] < 100)
        return Core(at + 1, (day, day), sure=True, ambiguous=unsure)

    def _short_date(self, at: int, parts: list[int], roles: int, strict: bool) -> Core | None:
        """``30/9``, ``30.9.``: a date where a preposition says so, a fraction or a name (``24/7``) elsewhere."""
        token = self._tokens[at]
        english = self._english and token.kind == "slashed"
        placed = roles & (_FIRM if token.text == "24/7" else _PLACED)
        if not strict and not (placed & ~TO if english else placed):
            return None
        first, second = parts
        if english and first <= 12 < second:
            first, second = second, first
        if not strict and (second > 12 or self._row[at + 1].mask & _Q_OF_Q_PERCENT):
            return None
        _possible(second, first)
        found, derived = self._first_after(lambda year: one_day(year, second, first))
        return Core(at + 1, found, derived=derived, sure=True, ambiguous=english and first <= 12 and first != second)

    def _day(self, at: int, roles: int, strict: bool) -> Core | None:
        """``Friday 13 February 2026``, ``den 3. mars``, ``5th of February``, ``December 31, 2026``."""
        begin, weekday = at, 0
        if self._row[at].mask & _T_WEEKDAY:
            weekday = int(self._value(at, "t.weekday"))
            at = self._skip(at + 1, R_FILLER | INCLUSIVE, ",")
        number = self._day_number(at)
        if number:
            day, after = number
            last = self._day_number(after + 1) if self._row[after].text in DASHES else None
            if last and self._row[last[1]].mask & _T_MONTH:
                return self._days(last[1], day, last[0])
            after = self._skip(after, R_FILLER)
            if self._row[after].mask & _T_MONTH and not self._is_called(after):
                return self._dated(after, after + 1, day, weekday)
        if self._row[at].mask & _T_MONTH:
            found = self._from_month(at, roles, strict, weekday)
            if found is not None:
                return found
            if weekday:
                return None
        if weekday and (at == begin + 1 or not number):
            return self._weekday(begin, weekday, roles, strict)
        return None

    def _days(self, month_at: int, first: int, last: int) -> Core:
        """``16.–27. februar``: the days of a month from one to another."""
        end = self._dated(month_at, month_at + 1, last, 0)
        if end.hi is None or not 1 <= first <= last:
            raise BadDate(f"{first}-{last}")
        end.lo = end.hi.replace(day=first)
        return end

    def _from_month(self, at: int, roles: int, strict: bool, weekday: int) -> Core | None:
        """``December 31, 2026`` in English, else a month."""
        follower = self._day_number(at + 1) if self._english else None
        capital = self._tokens[at].text[0].isupper()
        if follower and (self._is_month(at, roles, strict) or (capital and not self._counts(follower[1]))):
            return self._dated(at, follower[1], follower[0], weekday)
        if weekday or not self._is_month(at, roles, strict):
            return None
        return self._month(at, self._skip(at + 1, R_FILLER))

    def _counts(self, at: int) -> bool:
        """Something that a number counts stands here."""
        token = self._token(at)
        return token is not None and (token.text == "%" or (token.kind == "word" and not token.mask & TIMELY))

    def _is_month(self, at: int, roles: int, strict: bool) -> bool:
        """``may`` and ``mar`` are other words as well: a month where a capital, a preposition or a year says so."""
        token = self._tokens[at]
        if strict or self._year_after(at + 1):
            return True
        if self._is_called(at):
            return False
        if roles & OFFSET and not self._english:
            return False
        return bool(roles) and (len(token.low) > 3 or token.text[0].isupper() or not self._english)

    def _is_called(self, at: int) -> bool:
        """``Jan`` is somebody's name, unless a year follows: Nordic months have no capital."""
        return self._tokens[at].text == _NAME and not self._english and not self._year_after(at + 1)

    def _dated(self, month_at: int, after: int, day: int, weekday: int) -> Core:
        month = int(self._value(month_at, "t.month"))
        year = self._year_after(after)
        if year:
            found, derived = one_day(year[0], month, day), False
            after = year[1]
        else:
            _possible(month, day)
            found, derived = self._first_after(lambda number: one_day(number, month, day))
        if weekday and not derived and found[0].isoweekday() != weekday:
            raise WrongWeekday(found[0])
        return Core(after, found, derived=derived, sure=True)

    def _month(self, at: int, after: int) -> Core:
        month = int(self._value(at, "t.month"))
        year = self._year_after(after)
        if year:
            return Core(year[1], calendar.month(year[0], month), sure=True)
        named = self._row[at + 1].common & _T_UNIT and self._value(at + 1, "t.unit") == "month"
        found, derived = self._first_after(lambda number: calendar.month(number, month))
        return Core(at + 2 if named else at + 1, found, derived=derived)

    def _weekday(self, at: int, weekday: int, roles: int, strict: bool) -> Core | None:
        if not (roles or strict):
            return None
        today = self._anchor.today
        day = today + timedelta(days=(weekday - today.isoweekday()) % 7)
        return Core(at + 1, (day, day), derived=True, relative=True)

    def _year(self, at: int, roles: int, strict: bool) -> Core | None:
        year = self._year_after(at)
        if not year or (not strict and self._is_attribute(year[1])):
            return None
        if roles & PARTICLE and not (self._ends_phrase(year[1]) or self._row[year[1]].common & PREPOSITIONS):
            return None  # "dele ut 2000 brosjyrer"
        closes = not roles and not strict and self._closes(at, year[1])
        return Core(year[1], calendar.year(year[0]), sure=closes) if roles or strict or closes else None

    def _ends_phrase(self, at: int) -> bool:
        return at >= self._size or self._sign(at, ".", ",", ";", ")")

    def _closes(self, at: int, after: int) -> bool:
        """A year at the end of a phrase with its preposition: ``i höstens mätning 2026``; not "i Windows 2026"."""
        before = self._tokens[at - 1]
        if not self._ends_phrase(after) or not before.common & WORD or not before.text.islower() or before.mask & STOP:
            return False
        for place in range(at - 2, max(at - 5, -1), -1):
            if not self._row[place].common & WORD:
                return False
            if self._row[place].mask & IN:
                return True
        return False

    def _is_attribute(self, after: int) -> bool:
        """A year that tells which, not when: ``the 2027 budget``, ``2025-nivå``, ``2025 års nivå``."""
        mask = self._row[after].mask
        if mask & _LEVEL:
            return True
        following = self._token(after + 1)
        if self._sign(after, "-") and following is not None and following.glued:
            return following.common & WORD != 0 and not following.mask & EVENT
        known = self._row[after - 2].common & R_FILLER and self._tokens[after - 2].low.split()[-1] in _THE
        return bool(known and mask & WORD) and not mask & (PREPOSITIONS | STOP | EVENT | TIMELY)

    def _dashed(self, at: int) -> Core | None:
        """``15-03-2026``: five tokens without blanks."""
        parts = self._tokens[at : at + 5]
        if len(parts) < 5 or parts[1].text != "-" or parts[3].text != "-" or not all(part.glued for part in parts[1:]):
            return None
        if not (parts[2].common & SHORT and parts[4].common & YEAR):
            return None
        day, month = int(parts[0].text), int(parts[2].text)
        english = self._english
        if english and day <= 12 < month:
            day, month = month, day
        found = one_date(int(parts[4].text), month, day)
        return Core(at + 5, (found, found), sure=True, ambiguous=english and day <= 12 and day != month)

    def _period(self, year: int, unit: str, number: int) -> calendar.Interval:
        try:
            if unit == "week":
                return calendar.week(year, number)
            return calendar.part(year, unit, number, self._anchor.fiscal_start)
        except ValueError as error:
            raise BadDate(f"{unit} {number}") from error


def one_date(year: int, month: int, day: int) -> date:
    """A date. Raises ``BadDate`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadDate(f"{year}-{month}-{day}") from error


def one_day(year: int, month: int, day: int) -> calendar.Interval:
    found = one_date(year, month, day)
    return found, found


def _possible(month: int, day: int) -> None:
    """Raises ``BadDate`` for a day that no year has: ``31 September``, ``30 February``."""
    one_date(2000, month, day)
