"""Time expressions in a row of tokens: found, resolved to days, and told apart by role.

An expression is prepositions, perhaps an edge ("the end of"), and a core: a date, a named period, a length of time. The
words are the pack's; what they do is decided here, once for all languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from smartlint.goal import TimeRef
from smartlint.language import calendar
from smartlint.language.tokens import Token
from smartlint.source import Span

#: The interval of a year: a season, a quarter, a date.
_OfYear = Callable[[int], calendar.Interval]
_COMPACT = re.compile(r"(?P<letter>[a-z]{1,2}?)(?P<number>\d{1,2})(?:[-'’](?P<year>\d\d(?:\d\d)?))?$")
_FISCAL = re.compile(r"fy[-'’]?(?P<year>\d\d(?:\d\d)?)$")
_HALF_FIRST = re.compile(r"h(?P<year>\d\d(?:\d\d)?)$")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_SURE_LETTERS = frozenset({"q", "h", "fy"})


class BadDate(ValueError):
    """What reads as a date or week that the calendar does not have: ``31 September``, ``week 54``."""


class WrongWeekday(BadDate):
    """A date whose weekday is another one; ``day`` is the date."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


@dataclass(frozen=True)
class Anchor:
    """What open dates are resolved from: the day of the run, the goal's start, its period, the fiscal year's first month."""

    today: date
    start: date | None = None
    period: tuple[date, date] | None = None
    fiscal_start: int = 1

    @property
    def day(self) -> date:
        """A date with no year is the first one not before this day."""
        return self.start or (self.period[0] if self.period else self.today)

    def after(self, count: float, unit: str) -> date:
        """The end of a length of time: from the start or the period's start if it fits inside, else from today."""
        for begin, end in ((self.start, None), self.period or (None, None)):
            if begin is not None:
                day = calendar.add(begin, count, unit)
                limit = end or (self.period[1] if self.period else None)
                if limit is None or day <= limit:
                    return day
        return calendar.add(self.today, count, unit)


@dataclass(frozen=True)
class _Core:
    """What stands after prepositions and edge: an interval, or a length of time (``count`` of ``unit``)."""

    next: int
    lo: date | None = None
    hi: date | None = None
    count: float = 0
    unit: str = ""
    derived: bool = False
    relative: bool = False
    sure: bool = False
    point: bool = False
    loose: bool = False
    ambiguous: bool = False


class Finder:
    """Finds the times in the tokens of one text; ``offset`` moves their spans into the file."""

    def __init__(self, tokens: Sequence[Token], text: str, code: str, anchor: Anchor, offset: int = 0) -> None:
        self._tokens = tokens
        self._text = text
        self._code = code
        self._anchor = anchor
        self._offset = offset

    def find(self) -> list[tuple[TimeRef, int, int]]:
        """All times with the range of tokens that each takes."""
        found: list[tuple[TimeRef, int, int]] = []
        at = 0
        while at < len(self._tokens):
            hit = self._at(at)
            if hit is None:
                at += 1
                continue
            time, stop = hit
            found.append((time, at, stop))
            at = stop
        return found

    def whole(self) -> TimeRef | None:
        """The time that the whole text is, whatever stands before it, as a field's value: ``Q3``, ``within six months``.

        Raises ``BadDate`` for a date that the calendar does not have.
        """
        if not self._tokens:
            return None
        recurrence = self._recurrence(0)
        if recurrence and self._ends(recurrence[1]):
            return recurrence[0]
        hit = self._expression(0, strict=True)
        if hit and self._ends(hit[1]):
            return hit[0]
        return None

    def _ends(self, at: int) -> bool:
        return all(token.text in ".," for token in self._tokens[at:])

    # --- what starts at a token -------------------------------------------------------------------------------------

    def _at(self, at: int) -> tuple[TimeRef, int] | None:
        token = self._tokens[at]
        if token.kind == "sign" and not token.roles:
            return None
        if token.kind == "word" and not token.roles and not token.low[-1].isdigit():
            return None
        try:
            return self._recurrence(at) or self._expression(at, strict=False)
        except (ValueError, OverflowError):
            return None

    def _token(self, at: int) -> Token | None:
        return self._tokens[at] if 0 <= at < len(self._tokens) else None

    def _has(self, at: int, *roles: str) -> bool:
        token = self._token(at)
        return token is not None and token.has(*roles)

    def _value(self, at: int, role: str) -> str:
        return str(self._tokens[at].roles[role])

    def _ref(self, first: int, stop: int, role: str, core: _Core | None = None, **values: object) -> TimeRef:
        start, end = self._tokens[first].start, self._tokens[stop - 1].end
        made = TimeRef(Span(self._offset + start, self._offset + end), self._text[start:end], role)
        if core is not None:
            made = replace(made, derived=core.derived, relative=core.relative, ambiguous=core.ambiguous)
        return replace(made, **values)  # type: ignore[arg-type]

    # --- recurrences ------------------------------------------------------------------------------------------------

    def _recurrence(self, at: int) -> tuple[TimeRef, int] | None:
        """``weekly``, ``every other week``, ``hver 14. dag``, ``twice a year``, ``per month``, ``i uken``."""
        first, count = at, 1
        token = self._tokens[at]
        if token.has("t.recurrence"):
            return self._ref(at, at + 1, "recurrence", iso=self._value(at, "t.recurrence")), at + 1
        if token.has("t.times"):
            count, at = int(token.roles["t.times"]), at + 1
        elif self._number(at) and self._has(self._number(at)[1], "r.times_word"):  # type: ignore[index]
            value, after = self._number(at) or (0, at)
            count, at = int(value), after + 1
        rate = self._rate(at)
        if rate is None:
            return None
        iso, stop = rate
        return self._ref(first, stop, "recurrence", iso=iso, count=count), stop

    def _rate(self, at: int) -> tuple[str, int] | None:
        """What follows ``every``, ``per`` or ``every other``: the interval and where it ends."""
        if self._has(at, "r.other"):
            unit = self._unit(at + 1)
            if unit:
                return _iso(2, unit), at + 2
            return ("P2W", at + 2) if self._has(at + 1, "t.weekday") else None
        if self._has(at, "r.every"):
            return self._every(at + 1, self._tokens[at])
        if self._has(at, "r.rate") and self._has(at + 1, "t.definite"):
            return _iso(1, self._value(at + 1, "t.definite")), at + 2
        return None

    def _every(self, at: int, every: Token) -> tuple[str, int] | None:
        unit = self._unit(at)
        if unit and not (self._has(at, "t.definite") and not self._has(at, "t.unit") and every.has("p.in")):
            return _iso(1, unit), at + 1
        if self._has(at, "t.weekday") and not every.has("article"):
            return self._weekdays(at)
        if self._has(at, "ordinal") and self._unit(at + 1):
            return _iso(int(self._tokens[at].roles["ordinal"]), self._unit(at + 1)), at + 2
        number = self._number(at)
        if number and self._unit(number[1]):
            return _iso(number[0], self._unit(number[1])), number[1] + 1
        return None

    def _weekdays(self, at: int) -> tuple[str, int]:
        stop = at + 1
        while self._has(stop, "p.and", "q.and") and self._has(stop + 1, "t.weekday"):
            stop += 2
        return "P1W", stop

    def _unit(self, at: int) -> str:
        """The calendar unit a token names, or ""; clock units do not count."""
        token = self._token(at)
        if token is None:
            return ""
        unit = str(token.roles.get("t.unit") or token.roles.get("t.definite") or "")
        return unit if unit in calendar.ISO else ""

    def _number(self, at: int) -> tuple[float, int] | None:
        """A plain number at a token (digits, a number word, an article) and the token after it and its dot."""
        token = self._token(at)
        if token is None:
            return None
        if token.kind == "number" and token.text.isdigit() and len(token.text) < 6:
            after = self._token(at + 1)
            dot = after is not None and after.text == "." and after.glued and at + 2 < len(self._tokens)
            return float(token.text), at + 2 if dot else at + 1
        if token.has("number"):
            return float(token.roles["number"]), at + 1
        if token.has("q.half_more"):
            return 1.5, at + 1
        if token.has("article"):
            return 1.0, at + 1
        return None

    # --- expressions ------------------------------------------------------------------------------------------------

    def _expression(self, first: int, *, strict: bool) -> tuple[TimeRef, int] | None:
        at, roles = self._prepositions(first)
        for begin in range(at, first - 1, -1):
            # A preposition may itself belong to the core ("this", "the" …): then it is given back.
            if begin < at and not self._tokens[begin].has("r.this", "r.next", "r.last", "r.filler", "article"):
                break
            roles_before = roles if begin == at else self._roles(first, begin)
            found = self._with_edge(first, begin, roles_before, strict)
            if found:
                return found
        return None

    def _prepositions(self, first: int) -> tuple[int, set[str]]:
        at = first
        while at < min(first + 4, len(self._tokens)) and self._is_preposition(at, first):
            at += 1
        return at, self._roles(first, at)

    def _is_preposition(self, at: int, first: int) -> bool:
        token = self._tokens[at]
        if token.kind != "word":
            return False
        if any(role.startswith("p.") for role in token.roles) and not token.has("number", "t.unit", "t.season"):
            return True
        return at > first and token.has("r.filler") and not token.has("t.unit", "t.definite", "t.numbered")

    def _roles(self, first: int, stop: int) -> set[str]:
        return {role[2:] for token in self._tokens[first:stop] for role in token.roles if role.startswith("p.")}

    def _with_edge(self, first: int, at: int, roles: set[str], strict: bool) -> tuple[TimeRef, int] | None:
        edge = ""
        for name in ("end", "turn", "middle", "start"):
            if self._has(at, f"e.{name}"):
                edge = name
        begin = at
        if edge:
            begin += 1
            while self._has(begin, "r.filler") and not self._has(begin, "t.unit", "t.definite", "t.numbered"):
                begin += 1
        core = self._core(begin, roles | ({"edge"} if edge else set()), strict)
        if core is None and edge:
            edge, core = "", self._core(at, roles, strict)
        if core is None:
            return None
        if edge and core.hi is not None:
            core = _edged(core, edge, bool(roles & {"inclusive", "exclusive", "within"}))
        if core.lo is not None and not edge:
            ranged = self._range(first, core, roles, strict)
            if ranged:
                return ranged
        return self._resolve(first, core, roles, edge, strict)

    def _range(self, first: int, core: _Core, roles: set[str], strict: bool) -> tuple[TimeRef, int] | None:
        """``from X to Y``, ``between X and Y``, ``X–Y``: the second part may tell the year of the first."""
        at = core.next
        token = self._token(at)
        if token is None:
            return None
        dash = token.text in ("-", "–", "—")
        if not (dash or (token.has("p.to") and "from" in roles) or (token.has("p.and") and "between" in roles)):
            return None
        second = self._core(at + 1, {"in"}, strict)
        if second is None or second.hi is None or core.lo is None:
            return None
        begin = core.lo
        if core.derived and not second.derived:
            begin = _with_year(begin, second.hi.year)
            if begin > second.hi:
                begin = _with_year(begin, second.hi.year - 1)
        end = second.hi
        if end < begin and second.derived:
            end = _with_year(end, end.year + 1)
        if end < begin:
            return None
        derived = core.derived and second.derived
        merged = replace(core, derived=derived, relative=False)
        return self._ref(first, second.next, "period", merged, start=begin, end=end), second.next

    def _resolve(self, first: int, core: _Core, roles: set[str], edge: str, strict: bool) -> tuple[TimeRef, int] | None:
        if core.hi is None:
            return self._length(first, core, roles)
        stop = core.next
        if "exclusive" in roles and "inclusive" not in roles:
            end = core.hi if edge in ("end", "turn") or core.point else (core.lo or core.hi) - timedelta(days=1)
            return self._ref(first, stop, "deadline", core, end=end), stop
        if roles & {"inclusive", "within"}:
            return self._ref(first, stop, "deadline", core, end=core.hi), stop
        if "from" in roles and "to" not in roles:
            return self._ref(first, stop, "period", core, start=core.lo), stop
        if "after" in roles:
            return self._ref(first, stop, "period", core, start=core.hi + timedelta(days=1)), stop
        if not (roles or edge or core.sure or strict) or (core.loose and not (roles or strict)):
            return None
        if (edge in ("end", "turn") or core.point) and core.lo == core.hi:
            return self._ref(first, stop, "deadline", core, end=core.hi), stop
        return self._ref(first, stop, "period", core, start=core.lo, end=core.hi), stop

    def _length(self, first: int, core: _Core, roles: set[str]) -> tuple[TimeRef, int] | None:
        """A length of time: a deadline after ``within``, a duration after ``for``; alone it is no time."""
        stop = core.next
        iso = _iso(core.count, core.unit)
        clock = core.unit not in calendar.ISO
        from_now = self._has(stop, "p.from_now")
        if from_now:
            stop += 1
        if clock:
            return (self._ref(first, stop, "duration", iso=iso), stop) if roles & {"within", "inclusive"} else None
        if "to" in roles and not (from_now or core.relative):
            return None
        if (
            from_now
            or core.relative
            or roles & {"within", "inclusive", "offset"} - ({"offset"} & self._durations(roles))
        ):
            end = self._anchor.after(core.count, core.unit)
            made = replace(core, derived=True, relative=True)
            return self._ref(first, stop, "deadline", made, end=end, iso=iso), stop
        if roles & {"duration", "during"}:
            return self._ref(first, stop, "duration", iso=iso), stop
        return None

    def _durations(self, roles: set[str]) -> set[str]:
        """A preposition that is both (Norwegian ``i``) makes a duration; English ``in`` is an offset only."""
        return {"offset"} if "duration" in roles else set()

    # --- cores ------------------------------------------------------------------------------------------------------

    def _core(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        token = self._token(at)
        if token is None:
            return None
        if token.kind in ("iso", "span", "dotted", "slashed"):
            return self._literal(at, roles, strict)
        for read in (self._day, self._named, self._ordinal_part, self._numbered, self._relative, self._fixed):
            core = read(at, roles, strict)
            if core is not None:
                return core
        return self._year(at, roles, strict) or self._count(at, roles) or self._definite(at, roles)

    def _literal(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        token = self._tokens[at]
        text = token.text
        if token.kind == "iso":
            day = _date(*(int(part) for part in text.split("-")))
            return _Core(at + 1, day, day, sure=True)
        if token.kind == "span":
            year, letter, number = int(text[:4]), text[5].lower(), int(text[6:])
            unit = {"w": "week", "q": "quarter", "k": "quarter", "t": "tertial", "h": "half"}[letter]
            return _Core(at + 1, *self._period(year, unit, number), sure=True)
        parts = [int(part) for part in re.split(r"[./ -]", text) if part]
        if token.kind == "slashed" and text == "24/7":
            return None
        if len(parts) == 2:
            if not strict and not roles & {"inclusive", "exclusive", "from", "to", "in", "between"}:
                return None
            found, derived = self._first_after(lambda year: _one_day(year, parts[1], parts[0]))
            return _Core(at + 1, *found, derived=derived, sure=True)
        year = parts[2] if parts[2] > 99 else 2000 + parts[2]
        first, second = parts[0], parts[1]
        if self._code == "en" and token.kind == "slashed" and first <= 12 < second:
            first, second = second, first
        day = _date(year, second, first)
        unsure = token.kind == "slashed" and first <= 12 and first != second and (self._code == "en" or parts[2] < 100)
        return _Core(at + 1, day, day, sure=True, ambiguous=unsure)

    def _day(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        """``Friday 13 February 2026``, ``den 3. mars``, ``5th of February``, ``December 31, 2026``."""
        begin, weekday = at, 0
        if self._has(at, "t.weekday"):
            weekday = int(self._value(at, "t.weekday"))
            at = self._skip(at + 1, "r.filler", "p.inclusive", signs=",")
        number = self._day_number(at)
        if number:
            day, after = number
            after = self._skip(after, "r.filler")
            if self._has(after, "t.month"):
                return self._dated(after, after + 1, day, weekday)
        if self._has(at, "t.month") and self._is_month(at, roles, strict):
            follower = self._day_number(at + 1)
            if follower and self._code == "en":
                return self._dated(at, follower[1], follower[0], weekday)
            if weekday:
                return None
            after = self._skip(at + 1, "r.filler")
            return self._month(at, after)
        if weekday and at == begin + 1 or (weekday and not number):
            return self._weekday(begin, weekday, roles, strict)
        return None

    def _is_month(self, at: int, roles: set[str], strict: bool) -> bool:
        """``may`` and ``mar`` are other words as well: a month where a capital, a preposition or a year says so."""
        token = self._tokens[at]
        year = self._year_after(at + 1)
        if strict or year:
            return True
        return bool(roles) and (len(token.low) > 3 or token.text[0].isupper() or self._code != "en")

    def _day_number(self, at: int) -> tuple[int, int] | None:
        """A day of the month in digits or as an ordinal, and where it ends."""
        token = self._token(at)
        if token is None:
            return None
        if token.has("ordinal") and not self._has(at + 1, "t.unit", "t.definite"):
            return int(token.roles["ordinal"]), at + 1
        if token.kind != "number" or not token.text.isdigit() or len(token.text) > 2:
            return None
        after = self._token(at + 1)
        if after is not None and after.glued and (after.text == "." or after.low in _ORDINAL_ENDINGS):
            return int(token.text), at + 2
        return int(token.text), at + 1

    def _dated(self, month_at: int, after: int, day: int, weekday: int) -> _Core:
        month = int(self._value(month_at, "t.month"))
        year = self._year_after(after)
        if year:
            found, derived = _one_day(year[0], month, day), False
            after = year[1]
        else:
            if day > 31 or (day == 31 and month in (4, 6, 9, 11)) or (month == 2 and day > 29) or day < 1:
                raise BadDate(f"{month}-{day}")
            found, derived = self._first_after(lambda number: _one_day(number, month, day))
        if weekday and not derived and found[0].isoweekday() != weekday:
            raise WrongWeekday(found[0])
        return _Core(after, found[0], found[1], derived=derived, sure=True)

    def _month(self, at: int, after: int) -> _Core:
        month = int(self._value(at, "t.month"))
        year = self._year_after(after)
        if year:
            return _Core(year[1], *calendar.month(year[0], month), sure=True)
        named = self._has(at + 1, "t.unit") and self._value(at + 1, "t.unit") == "month"
        found, derived = self._first_after(lambda number: calendar.month(number, month))
        return _Core(at + 2 if named else at + 1, *found, derived=derived)

    def _weekday(self, at: int, weekday: int, roles: set[str], strict: bool) -> _Core | None:
        if not (roles or strict):
            return None
        today = self._anchor.today
        day = today + timedelta(days=(weekday - today.isoweekday()) % 7)
        return _Core(at + 1, day, day, derived=True, relative=True)

    def _named(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        """``Q3``, ``K3 2026``, ``H2'26``, ``2H26``, ``FY26``."""
        token = self._tokens[at]
        fiscal = _FISCAL.match(token.low)
        if fiscal:
            return _Core(at + 1, *self._fiscal_year(_full_year(fiscal["year"])), sure=True)
        if token.kind == "number" and token.text in ("1", "2"):
            after = self._token(at + 1)
            half = _HALF_FIRST.match(after.low) if after is not None and after.glued else None
            if half:
                return _Core(at + 2, *self._period(_full_year(half["year"]), "half", int(token.text)), sure=True)
            return None
        compact = _COMPACT.match(token.low) if token.kind == "word" else None
        unit = self._letter_unit(compact["letter"]) if compact else ""
        if not compact or not unit:
            return None
        year = (
            (_full_year(compact["year"]), at + 1)
            if compact["year"]
            else self._year_after(self._skip(at + 1, "r.filler"))
        )
        if not (year or roles or strict or compact["letter"] in _SURE_LETTERS):
            return None
        if year:
            return _Core(year[1], *self._period(year[0], unit, int(compact["number"])), sure=True)
        found, derived = self._first_after(lambda number: self._period(number, unit, int(compact["number"])))
        return _Core(at + 1, *found, derived=derived, sure=True)

    def _letter_unit(self, letter: str) -> str:
        return {"q": "quarter", "k": "quarter", "t": "tertial", "h": "half", "w": "week", "v": "week", "u": "week"}.get(
            letter, ""
        )

    def _ordinal_part(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        """``3. kvartal 2026``, ``the second quarter``, ``första halvåret``, ``andre halvdel av 2026``."""
        token = self._tokens[at]
        if token.has("ordinal"):
            number, after = int(token.roles["ordinal"]), at + 1
        elif token.kind == "number" and token.text.isdigit() and len(token.text) == 1:
            found = self._day_number(at)
            if not found or found[1] == at + 1:
                return None
            number, after = found
        else:
            return None
        unit = self._unit(after)
        if unit not in calendar.PARTS:
            return None
        after = self._skip(after + 1, "r.filler", "p.in", "t.genitive")
        year = self._year_after(after)
        if year:
            return _Core(year[1], *self._period(year[0], unit, number), sure=True)
        found_part, derived = self._first_after(lambda value: self._period(value, unit, number))
        return _Core(self._back(after), *found_part, derived=derived, sure=True)

    def _back(self, at: int) -> int:
        """Before the fillers that led to nothing."""
        while (
            at > 0
            and self._tokens[at - 1].has("r.filler", "p.in")
            and not self._tokens[at - 1].has("t.unit", "t.definite")
        ):
            at -= 1
        return at

    def _numbered(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        """``week 23``, ``uke 10–12``, ``v. 12``, ``tertial 2``, ``år 2027``."""
        token = self._tokens[at]
        if not token.has("t.numbered"):
            return None
        unit = self._value(at, "t.numbered")
        following = self._token(at + 1)
        if following is None or following.kind != "number" or not following.text.isdigit():
            return None
        if len(token.low.rstrip(".")) == 1 and not (token.text.endswith(".") or token.text.isupper() or strict):
            return None
        number, after = int(following.text), at + 2
        if unit == "year":
            return _Core(after, *calendar.year(number), sure=True) if 1990 <= number <= 2100 else None
        if unit == "fiscal_year":
            return _Core(after, *self._fiscal_year(_full_year(following.text)), sure=True)
        last = number
        dash, second = self._token(after), self._token(after + 1)
        if dash is not None and dash.text in ("-", "–") and second is not None and second.text.isdigit():
            last, after = int(second.text), after + 2
        year = self._year_after(self._skip(after, "r.filler"))
        if number > 53 and unit == "week" and (strict or roles):
            raise BadDate(f"week {number}")

        def both(value: int) -> calendar.Interval:
            return self._period(value, unit, number)[0], self._period(value, unit, last)[1]

        if year:
            return _Core(year[1], *both(year[0]), sure=True)
        found, derived = self._first_after(both)
        return _Core(after, *found, derived=derived, sure=True)

    def _relative(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        """``next quarter``, ``denne måneden``, ``nästa sommar``, ``the next 12 months``."""
        token = self._tokens[at]
        if not token.has("r.this", "r.next", "r.last"):
            return None
        step = 1 if token.has("r.next") else -1 if token.has("r.last") else 0
        after = self._skip(at + 1, "r.next") if step == 1 else at + 1
        number = self._number(after)
        if number and step and self._unit(number[1]) and not self._has(after, "article"):
            if step == 1:
                return _Core(number[1] + 1, count=number[0], unit=self._unit(number[1]), relative=True)
            return None
        unit = self._unit(after)
        today = self._anchor.today
        if unit:
            lo, hi = calendar.running(today, unit, self._anchor.fiscal_start)
            if step:
                moved = calendar.add(lo, step, unit)
                lo, hi = calendar.running(moved, unit, self._anchor.fiscal_start)
            return _Core(after + 1, lo, hi, derived=True, relative=True, sure=True)
        if self._has(after, "t.season"):
            found, _ = self._first_after(lambda year: calendar.season(year, self._value(after, "t.season")), today)
            shift = 1 if step == 1 and found[0].year == today.year else 0
            lo, hi = calendar.season(found[0].year + shift, self._value(after, "t.season"))
            return _Core(after + 1, lo, hi, derived=True, relative=True, sure=True)
        if self._has(after, "t.month"):
            month = int(self._value(after, "t.month"))
            found, _ = self._first_after(lambda year: calendar.month(year, month), today)
            return _Core(after + 1, *found, derived=True, relative=True, sure=True)
        if self._has(after, "t.weekday"):
            return self._weekday(after, int(self._value(after, "t.weekday")), {"in"}, strict)
        return None

    def _fixed(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        """Seasons, holidays, the turn of the year, ``i år``."""
        token = self._tokens[at]
        if token.has("t.point"):
            return self._point(at)
        if token.has("t.genitive") and self._has(at + 1, "e.after_end"):
            unit = self._value(at, "t.genitive")
            _, hi = calendar.running(self._anchor.day, unit, 1)
            return _Core(at + 2, hi, hi, derived=True, sure=True, point=True)
        year = self._year_after(at + 1)
        if token.has("t.season") and (roles or year or strict):
            name = self._value(at, "t.season")
            return self._open(at, year, lambda number: calendar.season(number, name))
        if token.has("t.holiday") and (roles or year or strict):
            name = self._value(at, "t.holiday")
            return self._open(at, year, lambda number: calendar.holiday(number, name, self._code))
        return None

    def _open(self, at: int, year: tuple[int, int] | None, of_year: _OfYear) -> _Core:
        if year:
            return _Core(year[1], *of_year(year[0]), derived=True)
        found, _ = self._first_after(of_year)
        return _Core(at + 1, *found, derived=True)

    def _point(self, at: int) -> _Core | None:
        name, after = self._value(at, "t.point"), at + 1
        anchor, today = self._anchor.day, self._anchor.today
        year = self._year_after(self._skip(after, "r.filler"))
        if name == "year_end":
            number, stop = year or (anchor.year, after)
            if (
                stop + 1 < len(self._tokens)
                and self._tokens[stop].text == "/"
                and self._tokens[stop + 1].text.isdigit()
            ):
                stop += 2
            day = date(number, 12, 31)
            return _Core(stop, day, day, derived=not year, sure=True, point=True)
        if name in ("quarter_end", "month_end"):
            unit = name.removesuffix("_end")
            day = calendar.running(anchor, unit, self._anchor.fiscal_start if unit == "quarter" else 1)[1]
            return _Core(after, day, day, derived=True, sure=True, point=True)
        if name in ("today", "tomorrow"):
            day = today + timedelta(days=name == "tomorrow")
            return _Core(after, day, day, derived=True, relative=True)
        shift = {"this_year": 0, "next_year": 1, "last_year": -1}.get(name)
        if shift is None:
            return None
        return _Core(
            after, *calendar.year(today.year + shift), derived=True, relative=True, sure=shift >= 0, loose=shift < 0
        )

    def _year(self, at: int, roles: set[str], strict: bool) -> _Core | None:
        year = self._year_after(at)
        if not year or not (roles or strict):
            return None
        return _Core(year[1], *calendar.year(year[0]))

    def _count(self, at: int, roles: set[str]) -> _Core | None:
        """``three months``, ``90 dager``, ``et halvt år``."""
        number = self._number(at)
        if not number:
            return None
        value, after = number
        if self._has(after, "fraction") and self._has(after + 1, "t.unit") and self._has(at, "article"):
            value, after = float(self._tokens[after].roles["fraction"]), after + 1
        token = self._token(after)
        unit = str(token.roles.get("t.unit", "")) if token is not None else ""
        if not unit or (token is not None and token.glued and token.low.isalpha() and len(token.low) > 2):
            return None
        return _Core(after + 1, count=value, unit=unit)

    def _definite(self, at: int, roles: set[str]) -> _Core | None:
        """``året``, ``the quarter``: the running one, where something before it makes it a time."""
        if not roles & {"edge", "within", "during", "inclusive", "exclusive"}:
            return None
        begin = at
        unit = str(self._tokens[at].roles.get("t.definite", ""))
        if not unit and self._code == "en":
            begin = self._skip(at, "r.filler")
            previous = self._token(begin - 1)
            has_article = previous is not None and previous.low.split()[-1] in ("the", "of")
            unit = self._unit(begin) if has_article else ""
        if unit not in calendar.ISO:
            return None
        lo, hi = calendar.running(self._anchor.day, unit, self._anchor.fiscal_start)
        if self._anchor.period and unit in ("quarter", "year") and self._anchor.start is None:
            begin_of_period, end_of_period = self._anchor.period
            if lo <= begin_of_period and end_of_period <= hi:
                hi = end_of_period
        return _Core(begin + 1, lo, hi, derived=True, relative=True)

    # --- small parts ------------------------------------------------------------------------------------------------

    def _skip(self, at: int, *roles: str, signs: str = "") -> int:
        token = self._token(at)
        while token is not None and (
            (token.has(*roles) and not token.has("t.unit", "t.definite", "number")) or (token.text in signs and signs)
        ):
            at += 1
            token = self._token(at)
        return at

    def _year_after(self, at: int) -> tuple[int, int] | None:
        """A year at a token (``2026``, ``’26`` after a comma too) and where it ends."""
        token = self._token(at)
        if token is not None and token.text == "," and self._token(at + 1) is not None:
            return self._year_after(at + 1) if self._tokens[at + 1].kind == "number" else None
        if token is not None and token.has("t.numbered") and self._value(at, "t.numbered") == "year":
            return self._year_after(at + 1)
        if token is None or token.kind != "number" or not token.text.isdigit() or len(token.text) != 4:
            return None
        number = int(token.text)
        return (number, at + 1) if 1990 <= number <= 2100 else None

    def _period(self, year: int, unit: str, number: int) -> calendar.Interval:
        try:
            if unit == "week":
                return calendar.week(year, number)
            return calendar.part(year, unit, number, self._anchor.fiscal_start)
        except ValueError as error:
            raise BadDate(f"{unit} {number}") from error

    def _fiscal_year(self, number: int) -> calendar.Interval:
        return calendar.year(number, self._anchor.fiscal_start)

    def _first_after(self, of_year: _OfYear, day: date | None = None) -> tuple[calendar.Interval, bool]:
        """The first of a yearly interval that has not ended before the anchor; it is always derived."""
        anchor = day or self._anchor.day
        problem: ValueError | None = None
        for number in range(anchor.year - 1, anchor.year + 5):
            try:
                found = of_year(number)
            except ValueError as error:
                problem = error
                continue
            if found[1] >= anchor:
                return found, True
        raise problem or BadDate("never")


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadDate(f"{year}-{month}-{day}") from error


def _one_day(year: int, month: int, day: int) -> calendar.Interval:
    found = _date(year, month, day)
    return found, found


def _with_year(day: date, year: int) -> date:
    return calendar.add_months(day, 12 * (year - day.year))


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _iso(count: float, unit: str) -> str:
    """An ISO 8601 duration: ``P2W``, ``P3M``, ``PT4H``."""
    number = f"{count:g}"
    if unit in ("second", "minute", "hour"):
        return f"PT{number}{unit[0].upper()}"
    months = {"quarter": 3, "tertial": 4, "half": 6}.get(unit, 0)
    if months:
        return f"P{count * months:g}M"
    if unit == "day" and count % 7 == 0 and count:
        return f"P{count / 7:g}W"
    return f"P{number}{calendar.ISO[unit]}"


def _edged(core: _Core, edge: str, deadline: bool) -> _Core:
    """The end, turn, middle or start of an interval; a month's are its last, middle and first ten days."""
    lo, hi = core.lo, core.hi
    if lo is None or hi is None:
        return core
    if edge in ("end", "turn"):
        month = (hi - lo).days < 31
        start = hi if deadline or edge == "turn" or not month else hi - timedelta(days=9)
        return replace(core, lo=start, hi=hi, sure=True)
    if edge == "start":
        return replace(core, hi=lo if deadline else lo + timedelta(days=9), sure=True)
    if (hi - lo).days < 31:
        middle = lo + timedelta(days=14)
        return replace(
            core,
            lo=middle if deadline else lo + timedelta(days=10),
            hi=middle if deadline else lo + timedelta(days=19),
            sure=True,
        )
    middle = lo + timedelta(days=(hi - lo).days // 2)
    return replace(core, lo=middle, hi=middle, sure=True)
