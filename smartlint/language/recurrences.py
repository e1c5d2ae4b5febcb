"""Rhythms and rates in a row of tokens: ``weekly``, ``every other week``, ``twice a year``, ``per month``."""

from __future__ import annotations

from smartlint.language.periods import Periods
from smartlint.language.roles import EXCLUSIVE, INCLUSIVE, R_FILLER, bits
from smartlint.language.row import iso_length
from smartlint.language.tokens import Token
from smartlint.record import Final

_ARTICLE: Final = bits("article")
_FRACTION: Final = bits("fraction")
_ORDINAL: Final = bits("ordinal")
_ORDINAL_R_LAST: Final = bits("ordinal", "r.last")
_P_IN_R_RATE_Q_OF: Final = bits("p.in", "r.rate", "q.of")
_P_AND_Q_AND: Final = bits("p.and", "q.and")
_P_IN: Final = bits("p.in")
_PARTS: Final = bits("event.parts")
_Q_BY: Final = bits("q.by")
_R_BASIS: Final = bits("r.basis")
_R_DAY_PARTS: Final = bits("r.day_parts")
_R_EVERY: Final = bits("r.every")
_R_NAMED: Final = bits("r.named")
_R_OTHER: Final = bits("r.other")
_R_RATE: Final = bits("r.rate")
_R_OTHER_R_EVERY_R_RATE: Final = bits("r.other", "r.every", "r.rate")
_R_TIMES_WORD: Final = bits("r.times_word")
_T_DEFINITE: Final = bits("t.definite")
_T_RECURRENCE: Final = bits("t.recurrence")
_T_SEASON_T_HOLIDAY: Final = bits("t.season", "t.holiday")
_T_TIMES: Final = bits("t.times")
_T_UNIT: Final = bits("t.unit")
_T_WEEKDAY: Final = bits("t.weekday")


class Rhythm:
    """An interval as an ISO 8601 duration, how many times it is in it, and the token after it."""

    __slots__ = ("iso", "next", "repeats")

    def __init__(self, iso: str, after: int, repeats: int = 1) -> None:
        self.iso = iso
        self.next = after
        self.repeats = repeats


class Recurrences(Periods):
    """Reads recurrences; days of the week and month count as their week and month."""

    def _recurrence(self, at: int) -> Rhythm | None:
        """``weekly``, ``every other week``, ``hver 14. dag``, ``twice a year``, ``per month``, ``i uken``."""
        token = self._tokens[at]
        roles = token.roles
        if token.common & _T_RECURRENCE:
            if self._row[at + 1].mask & _R_NAMED:
                return None
            iso = self._value(at, "t.recurrence")
            return Rhythm(iso, at + 2 if self._row[at + 1].mask & _R_BASIS else at + 1)
        if token.common & _ORDINAL_R_LAST and self._row[at + 1].mask & _T_WEEKDAY:
            return self._nth_weekday(at)
        if token.mask & _P_IN and at + 1 < self._size:
            found = self._basis(at + 1) or self._on_weekdays(at + 1)
            if found:
                return found
        if token.mask & _T_TIMES:
            rate = self._rate(at + 1)
            return Rhythm(rate[0], rate[1], int(roles["t.times"])) if rate else None
        number = self._number(at)
        if number:
            if self._row[number[1]].mask & _R_TIMES_WORD:
                rate = self._rate(number[1] + 1)
                return Rhythm(rate[0], rate[1], int(number[0])) if rate else None
            if "article" not in roles or token.kind != "word":
                return self._monthly(at)
        if not token.mask & _R_OTHER_R_EVERY_R_RATE:
            return self._monthly(self._skip(at, R_FILLER)) if token.common & R_FILLER else None
        rate = self._rate(at)
        return Rhythm(*rate) if rate else self._monthly(self._skip(at, R_FILLER))

    def _basis(self, at: int) -> Rhythm | None:
        """``on a monthly basis``, ``på ukentlig basis``."""
        if self._row[at].common & _ARTICLE:
            at += 1
        if self._row[at].common & _T_RECURRENCE and self._row[at + 1].mask & _R_BASIS:
            return Rhythm(self._value(at, "t.recurrence"), at + 2)
        return None

    def _on_weekdays(self, at: int) -> Rhythm | None:
        """``on Mondays``, ``på lørdager``, ``on Monday afternoons``."""
        if self._row[at].common & _T_RECURRENCE and self._row[at].mask & _T_WEEKDAY:
            return Rhythm("P1W", at + 1)
        if self._row[at].mask & _T_WEEKDAY and self._row[at + 1].mask & _R_DAY_PARTS:
            return Rhythm("P1W", at + 2)
        return None

    def _monthly(self, at: int) -> Rhythm | None:
        """``den 1. hver måned``, ``the 5th of every month``, ``first Monday of the month``."""
        if self._row[at].common & _ORDINAL_R_LAST and self._row[at + 1].mask & _T_WEEKDAY:
            return self._nth_weekday(at)
        day = self._day_number(at) if at < self._size else None
        if not day or not 1 <= day[0] <= 31 or (day[1] == at + 1 and not self._row[at].common & _ORDINAL):
            return None
        after = self._skip(day[1], R_FILLER)
        if not self._row[after].mask & _R_EVERY or self._unit(after + 1) not in ("month", "quarter"):
            return None
        rate = self._rate(after)
        return Rhythm(*rate) if rate else None

    def _nth_weekday(self, at: int) -> Rhythm | None:
        """``first Monday of the month``, ``siste fredag i måneden``; a day where "by" or "before" stands before it."""
        after = self._skip(at + 2, R_FILLER | _P_IN_R_RATE_Q_OF)
        if self._row[after].mask & _R_EVERY:
            after += 1
        elif not self._row[after].common & _T_DEFINITE and not self._english:
            return None
        bound = any(
            self._row[near].mask & (INCLUSIVE | EXCLUSIVE) and not self._row[near].mask & _P_IN for near in (at - 1, at - 2)
        )
        unit = self._unit(after)
        if bound or after == at + 2 or unit not in ("month", "quarter") or self._year_after(after + 1):
            return None
        return Rhythm(iso_length(1, unit), after + 1)

    def _rate(self, at: int) -> tuple[str, int] | None:
        """What follows ``every``, ``per`` or ``every other``: the interval and where it ends."""
        if self._row[at].mask & _R_OTHER:
            unit = self._unit(at + 1)
            if unit:
                return iso_length(2, unit), at + 2
            if self._row[at + 1].mask & _PARTS:
                return "P2D", at + 2
            return ("P2W", at + 2) if self._row[at + 1].mask & _T_WEEKDAY else None
        if self._row[at].mask & _R_EVERY:
            return self._every(at + 1, self._tokens[at])
        if self._row[at].mask & _R_RATE and self._row[at + 1].common & _T_DEFINITE:
            unit = self._unit(at + 1)
            return (iso_length(1, unit), at + 2) if unit else None
        return None

    def _every(self, at: int, every: Token) -> tuple[str, int] | None:
        unit = self._unit(at)
        if every.common & _ARTICLE and self._row[at - 2].mask & _Q_BY and self._row[at].common & _FRACTION:
            return None  # "by a quarter"
        if unit and not (self._row[at].common & _T_DEFINITE and not self._row[at].common & _T_UNIT and every.mask & _P_IN):
            return iso_length(1, unit), at + 1
        if self._row[at].mask & _T_WEEKDAY and not every.common & _ARTICLE:
            return self._weekdays(at)
        if self._row[at].mask & _PARTS and not every.common & _ARTICLE:
            return "P1D", at + 1
        if self._row[at].mask & _T_SEASON_T_HOLIDAY:
            return "P1Y", at + 1
        if self._held(at) and not every.common & _ARTICLE:
            return "", at + 1
        if self._row[at].common & _FRACTION and float(self._tokens[at].roles["fraction"]) == 0.5 and self._unit(at + 1):
            return iso_length(0.5, self._unit(at + 1)), at + 2
        if self._row[at].common & _ORDINAL and self._unit(at + 1):
            return iso_length(int(self._tokens[at].roles["ordinal"]), self._unit(at + 1)), at + 2
        number = self._number(at)
        if number and self._unit(number[1]) and not every.common & _ARTICLE:
            return iso_length(number[0], self._unit(number[1])), number[1] + 1
        return None

    def _held(self, at: int) -> bool:
        """What is held again and again, at no fixed interval: ``per kamp``, ``in every sprint``."""
        token = self._token(at)
        return token is not None and token.kind == "word" and token.low in self._pack.events["rounds"]

    def _weekdays(self, at: int) -> tuple[str, int]:
        """``every Monday and Thursday``, ``every Tuesday, Thursday``."""
        stop = at + 1
        while (self._row[stop].common & _P_AND_Q_AND or self._sign(stop, ",")) and self._row[stop + 1].mask & _T_WEEKDAY:
            stop += 2
        return "P1W", stop
