"""Named, numbered and relative periods in a row of tokens: quarters, weeks, seasons, "next year", "three months"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from smartlint.language import calendar
from smartlint.language.calendar import BadDate
from smartlint.language.dates import Core, Dates
from smartlint.language.roles import (
    AT_EDGE,
    BETWEEN,
    CORE,
    DATED,
    DIGITS,
    DURING,
    EXCLUSIVE,
    FIXED,
    FROM,
    IN,
    INCLUSIVE,
    JOINER,
    LITERAL,
    NUMBERED,
    PREPOSITIONS,
    R_FILLER,
    R_NEXT,
    RELATED,
    SHORT,
    STOP,
    T_GENITIVE,
    TO,
    WITHIN,
    WORD,
    YEAR,
    bits,
)
from smartlint.language.row import DASHES, OfYear, full_year
from smartlint.language.tokens import Token
from smartlint.pattern import Pattern
from smartlint.record import Final

_COMPACT: Final = Pattern(r"(?P<letter>[a-z])(?P<number>\d{1,2})(?:(?:[-'’]|-?fy)(?P<year>\d\d(?:\d\d)?))?$")
_FISCAL: Final = Pattern(r"fy[-'’]?(?P<year>\d\d(?:\d\d)?)(?:-?(?P<letter>[a-z])(?P<number>\d))?$")
_HALF_FIRST: Final = Pattern(r"h(?P<year>\d\d(?:\d\d)?)$")
#: What may stand between a year and its part, and before a year in full or in short.
_BEFORE_PART: Final = (",", ":", "/", ".")
_BEFORE_FULL: Final = ("/", ".")
_SURE_LETTERS: Final = frozenset("qh")
#: What must stand before a week written as one letter and a number, or it is a version.
_WEEK_ROLES: Final = IN | WITHIN | INCLUSIVE | EXCLUSIVE | FROM | DURING | BETWEEN
#: What must stand before a month in digits.
_MONTH_ROLES: Final = INCLUSIVE | EXCLUSIVE | FROM | WITHIN | DURING
_MONTH: Final = Pattern(
    r"(?:(?P<first>0?[1-9]|1[0-2])/|(?P<of>0[1-9]|1[0-2])\.)(?P<year>20\d\d)$|(?P<behind>20\d\d)/(?P<last>0[1-9]|1[0-2])$"
)
#: What makes a definite unit ("the year", "kvartalet") the running one.
_DEFINITE_ROLES: Final = AT_EDGE | WITHIN | DURING | INCLUSIVE | EXCLUSIVE


_ARTICLE: Final = bits("article")
_E_AFTER_END: Final = bits("e.after_end")
_FRACTION: Final = bits("fraction")
_VERBAL: Final = bits("deliver", "increase", "decrease", "modal", "before_verb")
_ORDINAL: Final = bits("ordinal")
_T_DEFINITE: Final = bits("t.definite")
_T_MONTH: Final = bits("t.month")
_T_SEASON: Final = bits("t.season")
_T_SEASON_T_HOLIDAY: Final = bits("t.season", "t.holiday")
_T_UNIT: Final = bits("t.unit")
_T_UNIT_T_DEFINITE: Final = bits("t.unit", "t.definite")
_T_WEEKDAY: Final = bits("t.weekday")


#: What each reader cannot do without.
_BEGINS: Final = CORE | NUMBERED | DIGITS
_DAY: Final = SHORT | DATED | bits("ordinal")
_NAMED: Final = NUMBERED | DIGITS | bits("ordinal")
_T_NUMBERED: Final = bits("t.numbered")


class Periods(Dates):
    """Reads everything that stands after the prepositions and the edge of a time expression."""

    def _core(self, at: int, roles: int, strict: bool) -> Core | None:
        token = self._token(at)
        if token is None:
            return None
        common = token.common
        if common & LITERAL:
            return self._literal(at, roles, strict)
        if not common & _BEGINS:
            return self._definite(at, roles) if roles & _DEFINITE_ROLES and token.roles else None
        core = self._dashed(at) if common & SHORT and self._common & YEAR else None
        if core is None and common & _DAY and self._common & DATED:
            core = self._day(at, roles, strict)
        if core is None and common & _NAMED:
            core = self._named(at, roles, strict) or self._ordinal_part(at, roles, strict)
        if core is None and common & _T_NUMBERED:
            core = self._numbered(at, roles, strict)
        if core is None and common & RELATED:
            core = self._relative(at, roles, strict)
        if core is None and common & FIXED:
            core = self._fixed(at, roles, strict)
        if core is None:
            core = self._year_first(at) or self._month_in_digits(at, roles, strict)
            core = core or self._year(at, roles, strict) or self._count(at, roles)
        return self._definite(at, roles) if core is None and roles & _DEFINITE_ROLES else core

    # --- named and numbered -----------------------------------------------------------------------------------------

    def _named(self, at: int, roles: int, strict: bool) -> Core | None:
        """``Q3``, ``K3 2026``, ``H2'26``, ``2H26``, ``FY26``, ``Q3 FY26``, ``FY26 Q3``."""
        token = self._tokens[at]
        if token.kind == "number":
            return self._half_first(at) if token.text in ("1", "2") else None
        if not token.low[-1].isdigit():
            return None
        fiscal = _FISCAL.match(token.low)
        if fiscal:
            return self._fiscal(at, fiscal)
        compact = _COMPACT.match(token.low)
        unit = self._letter_unit(compact["letter"]) if compact else ""
        if not compact or not unit:
            return None
        year = self._year_of_part(at + 1, unit)
        if compact["year"]:
            year = full_year(compact["year"]), at + 1
        if not (year or strict or self._names_period(token, unit, roles)):
            return None
        number = int(compact["number"])
        return self._of_year(at + 1, year, lambda value: self._period(value, unit, number))

    def _names_period(self, token: Token, unit: str, roles: int) -> bool:
        """A letter and a number without a year are a period, not a version or a model."""
        if token.low[0] in _SURE_LETTERS:
            return True
        if unit == "week":
            return bool(roles & _WEEK_ROLES) and not (roles & TO and (roles & _WEEK_ROLES).bit_count() == 1)
        return bool(roles) and token.text[0].isupper()

    def _letter_unit(self, letter: str) -> str:
        """The unit of one letter before a number, as the language abbreviates it."""
        roles = self._pack.meaning(letter).roles or self._pack.meaning(letter + ".").roles
        return str(roles.get("t.numbered", ""))

    def _half_first(self, at: int) -> Core | None:
        """``2H26``."""
        after = self._token(at + 1)
        half = _HALF_FIRST.match(after.low) if after is not None and after.glued else None
        if half is None:
            return None
        number = int(self._tokens[at].text)
        return Core(at + 2, self._period(full_year(half["year"]), "half", number), sure=True)

    def _ordinal_part(self, at: int, roles: int, strict: bool) -> Core | None:
        """``3. kvartal 2026``, ``the second quarter``, ``första halvåret``, ``andre halvdel av 2026``."""
        found = self._ordinal_at(at)
        if found is None:
            return None
        number, after = found
        unit = self._unit(after)
        if self._row[after].common & _FRACTION and float(self._tokens[after].roles["fraction"]) == 0.5:
            unit = "half"
            if not self._year_after(self._skip(after + 1, R_FILLER)) and not self._row[after].common & _T_UNIT:
                return None
        if unit not in calendar.PARTS:
            return None
        year = self._year_of_part(after + 1, unit, R_FILLER | IN | T_GENITIVE)
        return self._of_year(after + 1, year, lambda value: self._period(value, unit, number))

    def _ordinal_at(self, at: int) -> tuple[int, int] | None:
        """``second``, ``2.``: the number and where it ends."""
        token = self._tokens[at]
        if token.common & _ORDINAL:
            return int(token.roles["ordinal"]), at + 1
        if token.kind != "number" or not token.text.isdigit() or len(token.text) != 1:
            return None
        found = self._day_number(at)
        return found if found and found[1] != at + 1 else None

    def _year_first(self, at: int) -> Core | None:
        """``2028 Q3``, ``2028Q3``, ``2028/Q3``, ``2028 tertial 2``, ``2028 3. kvartal``, ``2028 uke 12``."""
        if not self._row[at].common & YEAR:
            return None
        sign = self._sign(at + 1, *_BEFORE_PART) and (self._tokens[at + 1].glued or self._row[at + 2].glued)
        part = self._part_at(at + 2 if sign else at + 1)
        if part is None:
            return None
        number, unit, stop = part
        return Core(stop, self._period(int(self._tokens[at].text), unit, number), sure=True)

    def _month_in_digits(self, at: int, roles: int, strict: bool) -> Core | None:
        """``03/2028``, ``03.2028``, ``2028/03``: a month where a preposition says so; a number or a case elsewhere."""
        if not (strict or roles & _MONTH_ROLES):
            return None
        stop = at + 3 if self._sign(at + 1, "/") and self._row[at + 2].glued else at + 1
        found = _MONTH.match("".join(token.text for token in self._tokens[at:stop]))
        if found is None:
            return None
        month, year = found["first"] or found["of"] or found["last"], found["year"] or found["behind"]
        return Core(stop, calendar.month(int(year), int(month)), sure=True)

    def _numbered(self, at: int, roles: int, strict: bool) -> Core | None:
        """``week 23``, ``uke 10–12``, ``v. 12``, ``tertial 2``, ``år 2027``."""
        token = self._tokens[at]
        following = self._token(at + 1)
        if "t.numbered" not in token.roles or following is None or following.kind != "number":
            return None
        if self._row[at - 1].common & _ORDINAL and token.common & _T_UNIT:
            return None  # "rate their first week 4 or 5"
        unit = self._value(at, "t.numbered")
        if not following.text.isdigit() or len(following.text) > 4:
            return None
        letter = len(token.low.rstrip(".")) == 1
        if letter and not (token.text.endswith(".") or token.text.isupper() or strict):
            return None
        number, after = int(following.text), at + 2
        if unit == "year":
            return Core(after, calendar.year(number), sure=True) if 1990 <= number <= 2100 else None
        if unit == "fiscal_year":
            return self._of_fiscal_year(after, full_year(following.text)) if len(following.text) in (2, 4) else None
        last, after = self._last_of(after, number)
        year = self._year_of_part(after, unit)
        if unit == "week" and not 1 <= max(number, last) <= 53:
            raise BadDate(f"week {max(number, last)}")

        def both(value: int) -> calendar.Interval:
            return self._period(value, unit, number)[0], self._period(value, unit, last)[1]

        return self._of_year(after, year, both)

    def _last_of(self, at: int, number: int) -> tuple[int, int]:
        """The second number of ``10–12`` and where it ends, else the first one."""
        second = self._token(at + 1)
        if self._row[at].text in DASHES and second is not None and second.text.isdigit() and len(second.text) < 3:
            return int(second.text), at + 2
        return number, at

    def _of_year(self, after: int, year: tuple[int, int] | None, of_year: OfYear) -> Core:
        """A yearly interval in the year that was named, else the first one from the anchor."""
        if year:
            return Core(year[1], of_year(year[0]), sure=True)
        found, derived = self._first_after(of_year)
        return Core(after, found, derived=derived, sure=True)

    def _fiscal(self, at: int, found: re.Match[str]) -> Core | None:
        """``FY26``, ``FY26 Q3``, ``FY26-Q3``."""
        year = full_year(found["year"])
        if not found["letter"]:
            return self._of_fiscal_year(at + 1, year)
        unit = self._letter_unit(found["letter"])
        return Core(at + 1, self._period(year, unit, int(found["number"])), sure=True) if unit in calendar.PARTS else None

    def _of_fiscal_year(self, after: int, year: int) -> Core:
        """A fiscal year, or the part of it that is named right behind: ``FY26 Q3``."""
        start = after + 1 if self._sign(after, ",", "/", *DASHES) else after
        part = self._part_at(start)
        if part is None:
            return Core(after, calendar.year(year, self._anchor.fiscal_start), sure=True)
        number, unit, stop = part
        return Core(stop, self._period(year, unit, number), sure=True)

    def _part_at(self, at: int) -> tuple[int, str, int] | None:
        """``Q3``, ``kvartal 3``, ``3. kvartal``: which part of a year, and where it ends."""
        token, following = self._token(at), self._token(at + 1)
        if token is None:
            return None
        compact, ordinal = _COMPACT.match(token.low), self._ordinal_at(at)
        if compact and not compact["year"]:
            found = int(compact["number"]), self._letter_unit(compact["letter"]), at + 1
        elif "t.numbered" in token.roles and following is not None and following.common & SHORT:
            found = int(following.text), self._value(at, "t.numbered"), at + 2
        elif ordinal and self._unit(ordinal[1]) in calendar.PARTS:
            found = ordinal[0], self._unit(ordinal[1]), ordinal[1] + 1
        else:
            return None
        return found if found[1] in calendar.PARTS or found[1] == "week" else None

    def _year_of_part(self, at: int, unit: str, fillers: int = R_FILLER) -> tuple[int, int] | None:
        """The year that a part of one belongs to, and where it ends; a fiscal one too (``Q3 FY26``)."""
        year = self._year_after(self._skip(at, fillers)) or self._year_behind(at, unit)
        if year or unit not in calendar.PARTS:
            return year
        at = self._skip(at + self._sign(at, ",", "/", *DASHES), R_FILLER | IN | T_GENITIVE)
        token, following = self._token(at), self._token(at + 1)
        fiscal = _FISCAL.match(token.low) if token is not None else None
        if fiscal and not fiscal["letter"]:
            return full_year(fiscal["year"]), at + 1
        if token is None or following is None or token.roles.get("t.numbered") != "fiscal_year":
            return None
        text = following.text
        return (full_year(text), at + 2) if text.isdigit() and len(text) in (2, 4) else None

    def _year_behind(self, at: int, unit: str) -> tuple[int, int] | None:
        """The year of ``Q3/28``, ``Q3/2028``, ``Q3.2028``, ``uke 12/2028``; ``V12/13`` are two weeks."""
        if not (self._sign(at, *_BEFORE_FULL) and self._row[at].glued and self._row[at + 1].glued):
            return None
        text = self._row[at + 1].text
        short = self._sign(at, "/") and unit in calendar.PARTS and text.isdigit() and len(text) == 2
        return (full_year(text), at + 2) if short or self._row[at + 1].common & YEAR else None

    # --- relative to today ------------------------------------------------------------------------------------------

    def _relative(self, at: int, roles: int, strict: bool) -> Core | None:
        """``next quarter``, ``denne måneden``, ``nästa sommar``, ``the next 12 months``, ``det neste året``."""
        token = self._tokens[at]
        if not token.common & RELATED:
            return None
        step = 1 if "r.next" in token.roles else -1 if "r.last" in token.roles else 0
        after = self._skip(at + 1, R_NEXT) if step == 1 else at + 1
        length = self._next_length(at, after) if step == 1 else None
        if length is not None:
            return length
        if step == -1 and self._number(after):
            return None
        unit = self._unit(after)
        today = self._anchor.today
        if unit:
            lo, hi = calendar.running(today, unit, self._anchor.fiscal_start)
            if step:
                lo, hi = calendar.running(calendar.add(lo, step, unit), unit, self._anchor.fiscal_start)
            return Core(after + 1, (lo, hi), derived=True, relative=True, sure=step >= 0, loose=step < 0)
        if step < 0:
            return None
        return self._relative_name(after, step, strict)

    def _next_length(self, at: int, after: int) -> Core | None:
        """``the next 12 months``; a definite unit after an article is one of them from today: ``det neste året``."""
        number = self._number(after)
        if number and self._unit(number[1]) and not self._row[after].common & _ARTICLE:
            return Core(number[1] + 1, length=number[0], unit=self._unit(number[1]), relative=True)
        definite = self._row[after].common & _T_DEFINITE and not self._row[after].common & _T_UNIT
        if definite and " " in self._tokens[at].low:
            return Core(after + 1, length=1, unit=self._unit(after), relative=True)
        return None

    def _relative_name(self, at: int, step: int, strict: bool) -> Core | None:
        today = self._anchor.today
        if self._row[at].mask & _T_SEASON:
            name = self._value(at, "t.season")
            found, _ = self._first_after(lambda year: calendar.season(year, name), today)
            running = found[0] <= today if name in calendar.TERMS else found[0].year == today.year
            shift = 1 if step == 1 and running else 0
            lo, hi = calendar.season(found[0].year + shift, name)
            return Core(at + 1, (lo, hi), derived=True, relative=True, sure=True)
        if self._row[at].mask & _T_MONTH:
            month = int(self._value(at, "t.month"))
            found, _ = self._first_after(lambda year: calendar.month(year, month), today)
            return Core(at + 1, found, derived=True, relative=True, sure=True)
        if self._row[at].mask & _T_WEEKDAY:
            return self._weekday(at, int(self._value(at, "t.weekday")), IN, strict)
        return None

    # --- seasons, holidays, turns -----------------------------------------------------------------------------------

    def _fixed(self, at: int, roles: int, strict: bool) -> Core | None:
        """Seasons, holidays, the turn of the year, ``i år``."""
        token = self._tokens[at]
        if "t.point" in token.roles:
            return self._point(at)
        if "t.genitive" in token.roles and self._row[at + 1].mask & _E_AFTER_END:
            unit = self._value(at, "t.genitive")
            fiscal = self._anchor.fiscal_start if unit == "quarter" else 1
            _, hi = calendar.running(self._anchor.day, unit, fiscal)
            return Core(at + 2, (hi, hi), derived=True, sure=True, point=True)
        if "t.of_month" in token.roles and self._row[at + 1].mask & _E_AFTER_END:
            return self._of_month(at)
        if not token.mask & _T_SEASON_T_HOLIDAY:
            return None
        year = self._year_after(at + 1)
        owned = "t.season" in token.roles and not self._english and token.low.endswith("s") and at + 1 < self._size
        if owned:
            return self._of_season(at, roles)
        if not (roles or year or strict):
            return None
        if "t.season" in token.roles:
            if not year and (self._determines(at) or self._names_event(at + 1)):
                return None
            name = self._value(at, "t.season")
            core = self._open(at, year, lambda number: calendar.season(number, name))
            stop = self._second_year(year) if year and name == "school_year" else core.next
            core.next, core.season, core.unfixed = stop, not year, True
            return core
        name = self._value(at, "t.holiday")
        core = self._open(at, year, lambda number: calendar.holiday(number, name, self._pack.code))
        core.unfixed = name not in calendar.FIXED
        return core

    def _of_month(self, at: int) -> Core:
        """``before September's end``, ``inden septembers udgang 2026``; by itself it may be of somebody called so."""
        month, year = int(self._value(at, "t.of_month")), self._year_after(at + 2)
        core = self._open(at, year, lambda number: calendar.month(number, month))
        if not year:
            core.next = at + 2
        core.lo, core.point = core.hi, True
        return core

    def _of_season(self, at: int, roles: int) -> Core | None:
        """``vid vårterminens slut``, ``i höstens mätning 2026``: the end of a season or term, or something in it."""
        name = self._value(at, "t.season")
        year = self._year_after(at + 2)
        core = self._open(at, year, lambda number: calendar.season(number, name))
        stop = year[1] if year else at + 2
        if self._row[at + 1].mask & _E_AFTER_END:
            core.next, core.lo, core.sure, core.point = stop, core.hi, True, True
            return core
        if not roles & IN or roles & TO or not self._row[at + 1].common & WORD or self._row[at + 1].common & PREPOSITIONS:
            return None
        core.next, core.unfixed = stop, True
        return core

    def _second_year(self, year: tuple[int, int]) -> int:
        """Where ``2026/27``, ``2026–2027`` ends after its first year."""
        number, at = year
        token = self._token(at + 1)
        ends = self._sign(at, "/", *DASHES) and token is not None and token.text in (str(number + 1), str(number + 1)[2:])
        return at + 2 if ends else at

    def _names_event(self, at: int) -> bool:
        """The season is a part of a name: ``the spring conference``."""
        token = self._token(at)
        return token is not None and token.low in self._pack.events["meetings"]

    def _determines(self, at: int) -> bool:
        """A season whose name is a determiner as well ("vår", our) stands before its noun."""
        token, following = self._tokens[at], self._token(at + 1)
        if not token.mask & STOP or following is None or following.kind != "word":
            return False
        verb = following.mask & _VERBAL and following.low.endswith(("r", "a"))
        return not (verb or following.mask & STOP or following.common & PREPOSITIONS)

    def _open(self, at: int, year: tuple[int, int] | None, of_year: OfYear) -> Core:
        if year:
            return Core(year[1], of_year(year[0]), derived=True, sure=True)
        found, _ = self._first_after(of_year)
        return Core(at + 1, found, derived=True)

    def _point(self, at: int) -> Core | None:
        name, after = self._value(at, "t.point"), at + 1
        anchor, today = self._anchor.day, self._anchor.today
        if name == "year_end":
            year = self._year_after(self._skip(after, R_FILLER))
            number, stop = year or (anchor.year, after)
            if year and self._sign(stop, "/") and stop + 1 < self._size and self._tokens[stop + 1].text.isdigit():
                stop += 2
            day = date(number, 12, 31)
            return Core(stop, (day, day), derived=not year, sure=True, point=True)
        if name in ("half_end", "quarter_end", "month_end"):
            unit = name.removesuffix("_end")
            day = calendar.running(anchor, unit, self._anchor.fiscal_start if unit != "month" else 1)[1]
            return Core(after, (day, day), derived=True, sure=True, point=True)
        if name in ("today", "tomorrow"):
            day = today + timedelta(days=name == "tomorrow")
            return Core(after, (day, day), derived=True, relative=True)
        shift = {"this_year": 0, "next_year": 1, "last_year": -1}.get(name)
        if shift is None:
            return None
        year_there = calendar.year(today.year + shift)
        return Core(after, year_there, derived=True, relative=True, sure=shift >= 0, loose=shift < 0)

    # --- lengths and running periods --------------------------------------------------------------------------------

    def _count(self, at: int, roles: int) -> Core | None:
        """``three months``, ``90 dager``, ``et halvt år``, ``ett och ett halvt år``."""
        number = self._number(at)
        if not number:
            return None
        value, after = number
        if self._row[at].common & _ARTICLE and self._row[after].common & _FRACTION and self._row[after + 1].common & _T_UNIT:
            value, after = float(self._tokens[after].roles["fraction"]), after + 1
        elif self._row[after].common & JOINER and self._half(after + 1):
            value, after = value + 0.5, self._half(after + 1)
        elif not self._row[after].common & _T_UNIT and not self._row[at].common & _ARTICLE:
            value, after = (value + 0.5, self._half(after)) if self._half(after) else (value, after)
        token = self._token(after)
        if token is None or not token.common & _T_UNIT_T_DEFINITE:
            return None
        unit = str(token.roles.get("t.unit") or "")
        if not unit and value > 1:
            unit = str(token.roles["t.definite"])
        single = len(token.low.rstrip(".")) == 1
        if not unit or (token.glued and token.low.isalpha() and len(token.low) > 2) or (single and not token.glued):
            return None
        return Core(after + 1, length=value, unit=unit)

    def _half(self, at: int) -> int:
        """Where ``a half`` or ``ett halvt`` ends that follows a number, else 0."""
        token = self._token(at)
        if token is None:
            return 0
        if token.common & _FRACTION and float(token.roles["fraction"]) == 0.5:
            return at + 1 if " " in token.low else 0
        if token.common & _ARTICLE and self._row[at + 1].common & _FRACTION:
            return at + 2 if float(self._tokens[at + 1].roles["fraction"]) == 0.5 else 0
        return 0

    def _definite(self, at: int, roles: int) -> Core | None:
        """``året``, ``the quarter``: the running one, where something before it makes it a time."""
        begin = at
        unit = str(self._tokens[at].roles.get("t.definite", ""))
        if not unit and self._english:
            begin = self._skip(at, R_FILLER)
            previous = self._token(begin - 1)
            words = previous.low.split() if previous is not None else [""]
            if words[-1] in ("the", "of"):
                unit = self._unit(begin)
            elif self._pack.meaning(words[-1]).mask & R_NEXT and self._unit(begin):
                return Core(begin + 1, length=1, unit=self._unit(begin), relative=True)
        if unit not in calendar.ISO:
            return None
        lo, hi = calendar.running(self._anchor.day, unit, self._anchor.fiscal_start)
        if self._anchor.period and unit in ("quarter", "year") and self._anchor.start is None:
            begin_of_period, end_of_period = self._anchor.period
            if lo <= begin_of_period and end_of_period <= hi:
                hi = end_of_period
        return Core(begin + 1, (lo, hi), derived=True, relative=True)
