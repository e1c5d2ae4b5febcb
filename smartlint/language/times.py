"""Time expressions in a row of tokens: found, resolved to days, and told apart by role.

An expression is prepositions, perhaps an edge ("the end of"), and a core: a date, a named period, a length of time. The
words are the pack's; what they do is decided here, once for all languages.
"""

from __future__ import annotations

from datetime import date, timedelta

from smartlint.language import calendar
from smartlint.language.calendar import Anchor, BadDate, WrongWeekday
from smartlint.language.dates import Core
from smartlint.language.roles import (
    AFTER,
    AND,
    AT,
    AT_EDGE,
    BETWEEN,
    COMING,
    CORE,
    DURATION,
    DURING,
    EDGE,
    EVENTFUL,
    EXCLUSIVE,
    EXPRESSIVE,
    FROM,
    IN,
    INCLUSIVE,
    LEADS_ON,
    MAY_BE_TIME,
    OFFSET,
    OPENS_RHYTHM,
    PREPOSITION_USES,
    PREPOSITIONS,
    R_FILLER,
    RHYTHMIC,
    SPAN,
    TO,
    WITHIN,
    WORD,
    YEAR,
    bits,
)
from smartlint.language.row import DASHES, iso_length
from smartlint.language.speeds import Speeds
from smartlint.language.tokens import Line, Token
from smartlint.reading import TimeRef
from smartlint.record import Final
from smartlint.source import Span

__all__ = ["Anchor", "BadDate", "Finder", "WrongWeekday"]

#: Makes a named tuple of its fields, without the detour over their names.
_new: Final = tuple.__new__
_EDGE_ROLES: Final = {f"e.{name}": name for name in ("end", "close", "turn", "middle", "mid", "start")}
#: Edges that are one day; the others are a part of what follows.
_DAYS: Final = frozenset({"close", "turn", "mid"})
_GIVEN_BACK: Final = bits("r.this", "r.next", "r.last", "r.filler", "article")
#: An event stands after a preposition, or is named by what is next.
_BEFORE_EVENT: Final = PREPOSITIONS | bits("r.this", "r.next", "ordinal")
#: One of them is in every event.
_EVENTFUL: Final = EVENTFUL | EDGE | bits("ordinal")
#: From this age on, "under 16 years" speaks of people.
_AGE: Final = 12
_FRACTION: Final = bits("fraction")
_NUMBER_T_UNIT_T_SEASON: Final = bits("number", "t.unit", "t.season")
_STATE: Final = bits("state")
_OVER: Final = bits("event.over")
_ENDS: Final = bits("event.ends")
_RUNS: Final = bits("event.runs")
_T_GENITIVE: Final = bits("t.genitive")
_E_AFTER_END: Final = bits("e.after_end")
_OF: Final = bits("q.of", "r.filler")
_P_FROM_NOW: Final = bits("p.from_now")
_Q_BELOW_Q_ABOVE: Final = bits("q.below", "q.above")
_Q_BY: Final = bits("q.by")
_Q_COMPARED: Final = bits("q.compared")
_Q_START: Final = bits("q.start")
_R_TIMES_WORD: Final = bits("r.times_word")
_T_TIMES: Final = bits("t.times")
_T_UNIT: Final = bits("t.unit")
_T_UNIT_T_DEFINITE_T_NUMBERED: Final = bits("t.unit", "t.definite", "t.numbered")


#: How far before its time an aside about the past may begin, with what, and after which signs.
_ASIDE: Final = 8
_WAS: Final = frozenset(("was", "were", "var"))
_OPENS_ASIDE: Final = ("(", ",", ";", "–", "-")


class Finder(Speeds):
    """Finds the times in the tokens of one text; ``offset`` moves their spans into the file."""

    def __init__(self, line: Line, anchor: Anchor, offset: int = 0) -> None:
        super().__init__(line, anchor)
        self._offset = offset
        #: Tokens of times that say how fast something is done: an amount that decides a goal.
        self.served: set[int] = set()
        #: Tokens of times that something is compared with.
        self.compared: set[int] = set()

    def find(self) -> list[tuple[TimeRef, int, int]]:
        """All times with the range of tokens that each takes."""
        found: list[tuple[TimeRef, int, int]] = []
        row = self._row
        rhythmic, expressive, eventful = self._common & RHYTHMIC, self._common & EXPRESSIVE, self._common & _EVENTFUL
        if not (rhythmic or expressive or eventful):
            return found
        at, size = 0, self._size
        while at < size:
            common = row[at].common
            if not common & MAY_BE_TIME:
                at += 1
                continue
            hit = None
            try:
                # A time can follow a preposition where neither the end nor a plain word stands after it.
                if not common & PREPOSITIONS or common & CORE or row[at + 1].mask & LEADS_ON:
                    if rhythmic and common & OPENS_RHYTHM:
                        hit = self._rhythm(at)
                    if hit is None and expressive:
                        hit = self._expression(at, strict=False)
                if hit is None and eventful and row[at].mask & _BEFORE_EVENT:
                    hit = self._happening(at)
            except (ValueError, OverflowError):
                # What is left of a day that does not exist must not be taken for a month.
                at = self._after_bad(at)
                continue
            if hit is None:
                at += 1
                continue
            time, stop = hit
            if at and (row[at - 1].common & _Q_COMPARED or (time.role == "period" and self._is_past(at))):
                self.compared.update(range(at, stop))  # "compared with the first quarter": no time of the goal
            else:
                found.append((time, at, stop))
            at = stop
            if row[at].mask & _OF and row[at + 1].common & YEAR and time.role == "recurrence":
                lo, hi = calendar.year(int(self._tokens[at + 1].text))
                found.append((self._ref(at + 1, at + 2, "period", None, lo, hi), at + 1, at + 2))  # "each month of 2026"
                at += 2
        return found

    def _is_past(self, at: int) -> bool:
        """``(was 9 hours in H1)``, ``, var 45 minutter i 2025``: an aside says what was so then."""
        for before in range(at - 1, max(at - _ASIDE, 0), -1):
            token = self._tokens[before]
            if token.low in _WAS:
                return self._tokens[before - 1].text in _OPENS_ASIDE
            if token.kind == "sign" and token.text not in ("%", ".", ","):
                return False
        return False

    def whole(self) -> TimeRef | None:
        """The time that the whole text is, whatever stands before it, as a value: ``Q3``, ``within six months``.

        Raises ``BadDate`` for a date that the calendar does not have.
        """
        if not self._tokens:
            return None
        hit = self._rhythm(0)
        if hit and self._ends(hit[1]):
            return hit[0]
        hit = self._expression(0, strict=True)
        if hit and self._ends(hit[1]):
            return hit[0]
        return None

    def _ends(self, at: int) -> bool:
        return all(token.text in ".," for token in self._tokens[at:])

    # --- what starts at a token -------------------------------------------------------------------------------------

    def _happening(self, at: int) -> tuple[TimeRef, int] | None:
        """A time that an event sets; its day is not known."""
        found = self._event(at)
        if found is None:
            return None
        made = self._ref(at, found[0], found[1])
        return made._replace(derived=True), found[0]

    def _after_bad(self, at: int) -> int:
        at += 1
        while at < self._size and (
            self._tokens[at].kind == "number" or self._tokens[at].common & CORE or self._sign(at, ".", ",")
        ):
            at += 1
        return at

    def _rhythm(self, at: int) -> tuple[TimeRef, int] | None:
        found = self._recurrence(at)
        if found is None:
            return None
        number = self._number(at)
        if number and self._row[number[1]].mask & _R_TIMES_WORD and number[1] < found.next:
            self.served.update(range(at, number[1] + 1))
        elif self._row[at].mask & _T_TIMES:
            self.served.add(at)
        return self._ref(at, found.next, "recurrence", iso=found.iso, repeats=found.repeats), found.next

    def _ref(
        self,
        first: int,
        stop: int,
        role: str,
        core: Core | None = None,
        start: date | None = None,
        end: date | None = None,
        iso: str = "",
        repeats: int = 1,
    ) -> TimeRef:
        begin, after = self._starts[first], self._end(stop - 1)
        span = _new(Span, (self._offset + begin, self._offset + after))
        derived, relative, ambiguous = (core.derived, core.relative, core.ambiguous) if core else (False, False, False)
        text = self._text[begin:after]
        made: TimeRef = _new(TimeRef, (span, text, role, start, end, iso, derived, relative, ambiguous, repeats, False))
        return made

    # --- expressions ------------------------------------------------------------------------------------------------

    def _expression(self, first: int, *, strict: bool) -> tuple[TimeRef, int] | None:
        row = self._row
        at, limit = first, min(first + 4, self._size)
        uses = [0]
        while at < limit and _is_preposition(row[at].mask, row[at].common, at == first):
            uses.append(uses[-1] | (row[at].mask & PREPOSITION_USES))
            at += 1
        for begin in range(at, first - 1, -1):
            # A preposition may itself belong to the core ("this", "the" …): then it is given back.
            if begin < at and not row[begin].mask & _GIVEN_BACK:
                break
            found = self._with_edge(first, begin, uses[begin - first], strict)
            if found:
                return found
        return None

    def _with_edge(self, first: int, at: int, roles: int, strict: bool) -> tuple[TimeRef, int] | None:
        edge = self._edge(at)
        begin = at
        if edge:
            begin += 1
            while self._row[begin].common & R_FILLER and not self._row[begin].common & _T_UNIT_T_DEFINITE_T_NUMBERED:
                begin += 1
        core = self._core(begin, roles | AT_EDGE if edge else roles, strict)
        if core is None and edge:
            edge, core = "", self._core(at, roles, strict)
        if core is None:
            return None
        if edge and core.hi is not None:
            core = _edged(core, edge, bool(roles & (INCLUSIVE | EXCLUSIVE | WITHIN)))
        if core.lo is not None and not edge:
            ranged = self._range(first, core, roles, strict)
            if ranged:
                return ranged
        return self._resolve(first, core, roles, edge, strict)

    def _edge(self, at: int) -> str:
        """The edge of a period that a token names, or ""."""
        if not self._row[at].common & EDGE:
            return ""
        found = self._tokens[at].roles
        return next((name for role, name in _EDGE_ROLES.items() if role in found), "")

    def _range(self, first: int, core: Core, roles: int, strict: bool) -> tuple[TimeRef, int] | None:
        """``from X to Y``, ``between X and Y``, ``X–Y``: the second part may tell the year of the first."""
        at = core.next
        token = self._token(at)
        if token is None or not self._ranges(token, roles, strict or (core.sure and not core.derived)):
            return None
        second = self._core(self._skip(at + 1, R_FILLER), IN, strict)
        if second is None or second.hi is None or core.lo is None:
            return None
        begin = core.lo
        if core.derived and not second.derived:
            begin = _with_year(begin, second.hi.year)
            if begin > second.hi:
                begin = _with_year(begin, second.hi.year - 1)
        end = second.hi
        if second.derived and not second.relative and (end < begin or not core.derived):
            end = _with_year(end, begin.year)
            end = _with_year(end, begin.year + 1) if end < begin else end
        if end < begin:
            return None
        core.derived, core.relative = core.derived and second.derived, False
        return self._ref(first, second.next, "period", core, begin, end), second.next

    def _ranges(self, token: Token, roles: int, strict: bool) -> bool:
        """Whether a sign or word joins the ends of a period here."""
        if token.text in DASHES:
            return True
        if token.mask & TO and (strict or roles & (SPAN | FROM)):
            return True
        return bool(token.common & AND and roles & BETWEEN)

    def _resolve(self, first: int, core: Core, roles: int, edge: str, strict: bool) -> tuple[TimeRef, int] | None:
        if core.hi is None:
            return self._length(first, core, roles)
        stop = core.next
        if core.season and roles & COMING:
            return self._ref(first, stop, "period", core, core.lo, core.hi), stop
        over = self._over(stop, core) if roles & (EXCLUSIVE | INCLUSIVE | WITHIN) else 0
        if over:
            return self._ref(first, over, "deadline", core, end=core.hi), over
        if roles & EXCLUSIVE and not roles & INCLUSIVE:
            turned = edge in ("end", "close", "turn") or core.point
            end = core.hi if turned else (core.lo or core.hi) - timedelta(days=1)
            time = self._ref(first, stop, "deadline", core, end=end)
            return time._replace(unfixed=core.unfixed and not turned), stop
        if roles & (INCLUSIVE | WITHIN):
            return self._by(first, core), stop
        if roles & FROM and not roles & TO:
            if self._row[first - 1].mask & _Q_START:
                return None  # "the level from 2025"
            return self._ref(first, stop, "period", core, core.lo), stop
        if roles & AFTER:
            return self._ref(first, stop, "period", core, core.hi + timedelta(days=1)), stop
        if not (roles or edge or core.sure or strict) or (core.loose and not (roles or strict)):
            return None
        if (edge in _DAYS or core.point) and core.lo == core.hi:
            return self._ref(first, stop, "deadline", core, end=core.hi), stop
        if edge == "end" and (not roles or roles & AT):
            return self._ref(first, stop, "deadline", core, end=core.hi), stop
        return self._ref(first, stop, "period", core, core.lo, core.hi), stop

    def _by(self, first: int, core: Core) -> TimeRef:
        """A deadline, or the day after another as a length of time: ``send every quote by the next working day``."""
        if core.relative and core.lo == core.hi and self._is_next_day(first, core.next):
            self.served.update(range(first, core.next))
            return self._ref(first, core.next, "duration", iso="P1D")
        return self._ref(first, core.next, "deadline", core, end=core.hi)

    def _over(self, at: int, core: Core) -> int:
        """Where that ends which says after a period that its end is meant, else 0: ``året är slut``, ``mars månads utgång``."""
        if self._row[at].mask & _ENDS:
            return at + 1
        if self._row[at].mask & _T_GENITIVE:
            return at + 2 if self._row[at + 1].mask & _E_AFTER_END else 0
        if self._row[at].common & _STATE or self._row[at].mask & _RUNS:
            at += 1
        elif not core.relative:
            return 0  # "by June over 40 boats"
        return at + 1 if self._row[at].mask & _OVER else 0

    def _length(self, first: int, core: Core, roles: int) -> tuple[TimeRef, int] | None:
        """A length of time: a deadline after ``within``, a duration after ``for``; alone it is no time."""
        stop = core.next
        iso = iso_length(core.length, core.unit)
        if core.unit not in calendar.ISO:
            served = roles & (WITHIN | INCLUSIVE) and not roles & TO
            return (self._ref(first, stop, "duration", iso=iso), stop) if served else None
        from_now = self._row[stop].mask & _P_FROM_NOW
        if from_now:
            if self._tokens[stop].low == "ahead" and not roles:
                return self._ref(first, stop + 1, "duration", iso=iso), stop + 1  # "two weeks ahead"
            stop += 1
        if self._is_no_time(first, core, roles, bool(from_now)):
            return None
        if not from_now and not core.relative and self._is_speed(first, core, roles):
            self.served.update(range(first, stop))
            return self._ref(first, stop, "duration", iso=iso), stop
        # A preposition that is both (Norwegian "i") makes a duration; English "in" is an offset only.
        counted = roles & (WITHIN | INCLUSIVE) or (roles & OFFSET and not roles & DURATION)
        if from_now or core.relative or counted:
            end = self._anchor.after(core.length, core.unit)
            core.derived = core.relative = True
            return self._ref(first, stop, "deadline", core, end=end, iso=iso), stop
        if roles & (DURATION | DURING):
            return self._ref(first, stop, "duration", iso=iso), stop
        return None

    def _is_no_time(self, first: int, core: Core, roles: int, from_now: bool) -> bool:
        """An age, ``by a quarter``, ``down by two days``, the second part of ``5 days a week`` or its first."""
        if self._is_age(first, core) or (roles & TO and not (from_now or core.relative)):
            return True
        if self._row[first].mask & _Q_BY and not (from_now or core.relative):
            return True
        return self._rate(core.next) is not None or (core.length == 1 and self._row[first - 1].common & _T_UNIT != 0)

    def _is_age(self, first: int, core: Core) -> bool:
        """``under 16 år``, ``over 18 years``: how old people are, where the preposition also compares."""
        return core.unit == "year" and core.length >= _AGE and self._row[first].mask & _Q_BELOW_Q_ABOVE != 0


def _is_preposition(mask: int, common: int, opens: bool) -> bool:
    """A preposition before a time, or what may stand between two of them."""
    if not common & WORD:
        return False
    if common & PREPOSITIONS and not mask & _NUMBER_T_UNIT_T_SEASON:
        return not opens or mask & PREPOSITION_USES != AND
    return not opens and common & R_FILLER != 0 and not common & _T_UNIT_T_DEFINITE_T_NUMBERED


def _with_year(day: date, year: int) -> date:
    return calendar.add_months(day, 12 * (year - day.year))


def _edged(core: Core, edge: str, deadline: bool) -> Core:
    """The end, turn, middle or start of an interval; after a preposition of deadlines it is one day."""
    lo, hi = core.lo, core.hi
    if lo is None or hi is None:
        return core
    if edge in ("close", "turn"):
        begin, stop = hi, hi
    elif edge == "mid" or (edge == "middle" and deadline):
        begin = stop = calendar.middle(lo, hi)
    elif edge == "end":
        begin, stop = (hi if deadline else calendar.last_part(lo, hi)[0]), hi
    elif edge == "start":
        begin, stop = lo, (lo if deadline else calendar.first_part(lo, hi)[1])
    else:
        begin, stop = calendar.middle_part(lo, hi)
    core.lo, core.hi, core.sure = begin, stop, True
    return core
