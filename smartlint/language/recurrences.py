"""Rhythms and rates in a row of tokens: ``weekly``, ``every other week``, ``twice a year``, ``per month``."""

from __future__ import annotations

from typing import NamedTuple

from smartlint.language.row import TimeRow, iso_length
from smartlint.language.tokens import Token


class Rhythm(NamedTuple):
    """An interval as an ISO 8601 duration, how many times it is in it, and the token after it."""

    iso: str
    next: int
    repeats: int = 1


class Recurrences(TimeRow):
    """Reads recurrences; days of the week and month count as their week and month."""

    def _recurrence(self, at: int) -> Rhythm | None:
        """``weekly``, ``every other week``, ``hver 14. dag``, ``twice a year``, ``per month``, ``i uken``."""
        token = self._tokens[at]
        roles = token.roles
        if "t.recurrence" in roles:
            if self._has(at + 1, "r.named"):
                return None
            iso = self._value(at, "t.recurrence")
            return Rhythm(iso, at + 2 if self._has(at + 1, "r.basis") else at + 1)
        if "p.in" in roles and at + 1 < self._size:
            found = self._basis(at + 1) or self._on_weekdays(at + 1)
            if found:
                return found
        if "t.times" in roles:
            rate = self._rate(at + 1)
            return Rhythm(rate[0], rate[1], int(roles["t.times"])) if rate else None
        number = self._number(at)
        if number:
            if self._has(number[1], "r.times_word"):
                rate = self._rate(number[1] + 1)
                return Rhythm(rate[0], rate[1], int(number[0])) if rate else None
            if "article" not in roles or token.kind != "word":
                return self._monthly(at)
        if roles.keys().isdisjoint(("r.other", "r.every", "r.rate")):
            return self._monthly(self._skip(at, "r.filler")) if "r.filler" in roles else None
        rate = self._rate(at)
        return Rhythm(*rate) if rate else self._monthly(self._skip(at, "r.filler"))

    def _basis(self, at: int) -> Rhythm | None:
        """``on a monthly basis``, ``på ukentlig basis``."""
        if self._has(at, "article"):
            at += 1
        if self._has(at, "t.recurrence") and self._has(at + 1, "r.basis"):
            return Rhythm(self._value(at, "t.recurrence"), at + 2)
        return None

    def _on_weekdays(self, at: int) -> Rhythm | None:
        """``on Mondays``, ``på lørdager``, ``on Monday afternoons``."""
        if self._has(at, "t.recurrence") and self._has(at, "t.weekday"):
            return Rhythm("P1W", at + 1)
        if self._has(at, "t.weekday") and self._has(at + 1, "r.day_parts"):
            return Rhythm("P1W", at + 2)
        return None

    def _monthly(self, at: int) -> Rhythm | None:
        """``den 1. hver måned``, ``the 5th of every month``."""
        day = self._day_number(at) if at < self._size else None
        if not day or not 1 <= day[0] <= 31 or (day[1] == at + 1 and not self._has(at, "ordinal")):
            return None
        after = self._skip(day[1], "r.filler")
        if not self._has(after, "r.every") or self._unit(after + 1) not in ("month", "quarter"):
            return None
        rate = self._rate(after)
        return Rhythm(*rate) if rate else None

    def _rate(self, at: int) -> tuple[str, int] | None:
        """What follows ``every``, ``per`` or ``every other``: the interval and where it ends."""
        if self._has(at, "r.other"):
            unit = self._unit(at + 1)
            if unit:
                return iso_length(2, unit), at + 2
            return ("P2W", at + 2) if self._has(at + 1, "t.weekday") else None
        if self._has(at, "r.every"):
            return self._every(at + 1, self._tokens[at])
        if self._has(at, "r.rate") and self._has(at + 1, "t.definite"):
            unit = self._unit(at + 1)
            return (iso_length(1, unit), at + 2) if unit else None
        return None

    def _every(self, at: int, every: Token) -> tuple[str, int] | None:
        unit = self._unit(at)
        if every.has("article") and self._has(at - 2, "q.by") and self._has(at, "fraction"):
            return None  # "by a quarter"
        if unit and not (self._has(at, "t.definite") and not self._has(at, "t.unit") and every.has("p.in")):
            return iso_length(1, unit), at + 1
        if self._has(at, "t.weekday") and not every.has("article"):
            return self._weekdays(at)
        if self._has(at, "t.season", "t.holiday"):
            return "P1Y", at + 1
        if self._held(at) and not every.has("article"):
            return "", at + 1
        if self._has(at, "fraction") and float(self._tokens[at].roles["fraction"]) == 0.5 and self._unit(at + 1):
            return iso_length(0.5, self._unit(at + 1)), at + 2
        if self._has(at, "ordinal") and self._unit(at + 1):
            return iso_length(int(self._tokens[at].roles["ordinal"]), self._unit(at + 1)), at + 2
        number = self._number(at)
        if number and self._unit(number[1]) and not every.has("article"):
            return iso_length(number[0], self._unit(number[1])), number[1] + 1
        return None

    def _held(self, at: int) -> bool:
        """What is held again and again, at no fixed interval: ``per kamp``, ``in every sprint``."""
        token = self._token(at)
        return token is not None and token.kind == "word" and token.low in self._pack.events["rounds"]

    def _weekdays(self, at: int) -> tuple[str, int]:
        """``every Monday and Thursday``, ``every Tuesday, Thursday``."""
        stop = at + 1
        while (self._has(stop, "p.and", "q.and") or self._sign(stop, ",")) and self._has(stop + 1, "t.weekday"):
            stop += 2
        return "P1W", stop
