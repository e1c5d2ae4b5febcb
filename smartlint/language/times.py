"""Time expressions in a row of tokens: found, resolved to days, and told apart by role.

An expression is prepositions, perhaps an edge ("the end of"), and a core: a date, a named period, a length of time. The
words are the pack's; what they do is decided here, once for all languages.
"""

from __future__ import annotations

from datetime import date, timedelta

from smartlint.language import calendar
from smartlint.language.anchor import Anchor, BadDate, WrongWeekday
from smartlint.language.dates import Core
from smartlint.language.events import Events
from smartlint.language.roles import (
    AFTER,
    AND,
    AT,
    AT_EDGE,
    BETWEEN,
    CLAUSE,
    COMING,
    CORE,
    DIGITS,
    DURATION,
    DURING,
    EDGE,
    EVENT,
    EXCLUSIVE,
    FORMS,
    FROM,
    IN,
    INCLUSIVE,
    LITERAL,
    MAY_BE_TIME,
    NUMBERED,
    OFFSET,
    PREPOSITIONS,
    R_FILLER,
    SERVICE,
    SIGN,
    SPAN,
    STOP,
    TIMELY,
    TO,
    WITHIN,
    WORD,
    YEAR,
    bits,
)
from smartlint.language.row import DASHES, iso_length
from smartlint.language.tokens import Line, Token
from smartlint.reading import TimeRef
from smartlint.source import Span

__all__ = ["Anchor", "BadDate", "Finder", "WrongWeekday"]

_EDGE_ROLES = {f"e.{name}": name for name in ("end", "close", "turn", "middle", "mid", "start")}
#: Edges that are one day; the others are a part of what follows.
_DAYS = frozenset({"close", "turn", "mid"})
_GIVEN_BACK = bits("r.this", "r.next", "r.last", "r.filler", "article")
#: What a rhythm, an expression and an event cannot do without.
_RHYTHMIC = bits("t.weekday", "t.recurrence", "t.times", "r.times_word", "r.other", "r.every", "r.rate", "r.day_parts")
_EXPRESSIVE = CORE | DIGITS | LITERAL | NUMBERED
_EVENTFUL = EVENT | CLAUSE | EDGE | bits("ordinal")
_LEADS_ON = TIMELY | NUMBERED | DIGITS | LITERAL | bits("r.filler")
#: From this age on, "under 16 years" speaks of people.
_AGE = 12
#: What is done for one after the other is done within so many at most.
_PROMPT = {"day": 31, "workday": 31, "week": 4}
#: What is done for each is done within so many days.
_AT_ONCE = 5
_MEAN = frozenset(("average", "avg", "snitt", "gjennomsnitt", "genomsnitt", "snit", "gennemsnit", "median", "medel"))
#: Endings of known things in the Nordic languages: done once, so that a time after it is a deadline.
_KNOWN = {
    "en": ("\0",),
    "nb": ("en", "et", "a", "ene"),
    "nn": ("en", "et", "a", "ane", "ene"),
    "sv": ("en", "et", "an", "na", "ne"),
    "da": ("en", "et", "ne"),
}
_PLURALS = {
    "en": ("s", "people", "children", "staff"),
    "nb": ("er", "ene", "erne", "ansatte", "folk", "barn"),
    "nn": ("ar", "er", "ane", "ene", "tilsette", "folk", "barn"),
    "sv": ("ar", "er", "or", "arna", "erna", "orna", "anställda", "barn"),
    "da": ("er", "erne", "ene", "ansatte", "folk", "børn"),
}


_FRACTION = bits("fraction")
_INCREASE_DECREASE_MULTIPLE = bits("increase", "decrease", "multiple")
_NUMBER_T_UNIT_T_SEASON = bits("number", "t.unit", "t.season")
_P_AFTER_P_FROM = bits("p.after", "p.from")
_STATE, _MODAL = bits("state"), bits("modal")
_BEFORE_VERB, _UNIVERSAL, _R_EACH = bits("before_verb"), bits("universal"), bits("r.each")
_GIVEN = bits("event.given")
_Q_AT_MOST, _Q_AT_LEAST = bits("q.at_most"), bits("q.at_least")
_ARTICLE, _ONLY_NEW = bits("article"), bits("new")
_DONE_TO = bits("deliver", *(f"form.{form}" for form in FORMS))
_NEW = bits("new", "article")
_NO_VERB = bits("noun", "q.and", "number", "article", "vague_qualifier", "comparative")
_CHANGED = bits("increase", "decrease", "multiple")
_Q_PERCENT_SIGN = SIGN | bits("q.percent")
_OVER = bits("event.over")
_OF = bits("q.of", "r.filler")
_P_AND = bits("p.and")
_P_FROM_NOW = bits("p.from_now")
_P_TO = bits("p.to")
_Q_BELOW = bits("q.below")
_Q_BELOW_Q_ABOVE = bits("q.below", "q.above")
_Q_BY = bits("q.by")
_Q_COMPARED, _Q_START = bits("q.compared"), bits("q.start")
_Q_OF = bits("q.of")
_Q_TO = bits("q.to")
_R_TIMES_WORD = bits("r.times_word")
_T_TIMES = bits("t.times")
_T_UNIT = bits("t.unit")
_T_UNIT_T_DEFINITE_T_NUMBERED = bits("t.unit", "t.definite", "t.numbered")


class Finder(Events):
    """Finds the times in the tokens of one text; ``offset`` moves their spans into the file."""

    def __init__(self, line: Line, anchor: Anchor, offset: int = 0) -> None:
        super().__init__(line, anchor)
        self._offset = offset
        #: Tokens of times that say how fast something is done: an amount that decides a goal.
        self.served: set[int] = set()
        #: Tokens of times that something is compared with.
        self.compared: set[int] = set()
        self._service_until = -1

    def find(self) -> list[tuple[TimeRef, int, int]]:
        """All times with the range of tokens that each takes."""
        found: list[tuple[TimeRef, int, int]] = []
        masks = self._masks
        at, size = 0, self._size
        while at < size:
            if not masks[at] & MAY_BE_TIME:
                at += 1
                continue
            try:
                hit = self._at(at)
            except (ValueError, OverflowError):
                # What is left of a day that does not exist must not be taken for a month.
                at = self._after_bad(at)
                continue
            if hit is None:
                at += 1
                continue
            if at and masks[at - 1] & _Q_COMPARED:
                self.compared.update(range(at, hit[1]))  # "compared with the first quarter": no time of the goal
            else:
                found.append((hit[0], at, hit[1]))
            at = hit[1]
            if hit[0].role == "recurrence" and masks[at] & _OF and masks[at + 1] & YEAR:
                lo, hi = calendar.year(int(self._tokens[at + 1].text))
                found.append((self._ref(at + 1, at + 2, "period", None, lo, hi), at + 1, at + 2))  # "each month of 2026"
                at += 2
        return found

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

    def _at(self, at: int) -> tuple[TimeRef, int] | None:
        mask, found = self._masks[at], None
        if not mask & PREPOSITIONS or mask & CORE or self._leads_on(at + 1):
            if self._all & _RHYTHMIC:
                found = self._rhythm(at)
            if found is None and self._all & _EXPRESSIVE:
                found = self._expression(at, strict=False)
        return self._happening(at) if found is None and self._all & _EVENTFUL else found

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
            self._tokens[at].kind == "number" or self._tokens[at].mask & CORE or self._sign(at, ".", ",")
        ):
            at += 1
        return at

    def _leads_on(self, at: int) -> bool:
        """A time can follow a preposition: neither the end nor a plain word stands here."""
        mask = self._masks[at]
        return bool(mask & _LEADS_ON or (mask & SIGN and self._tokens[at].roles))

    def _rhythm(self, at: int) -> tuple[TimeRef, int] | None:
        found = self._recurrence(at)
        if found is None:
            return None
        number = self._number(at)
        if number and self._masks[number[1]] & _R_TIMES_WORD and number[1] < found.next:
            self.served.update(range(at, number[1] + 1))
        elif self._masks[at] & _T_TIMES:
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
        begin, after = self._tokens[first].start, self._tokens[stop - 1].end
        span = Span(self._offset + begin, self._offset + after)
        derived, relative, ambiguous = (core.derived, core.relative, core.ambiguous) if core else (False, False, False)
        return TimeRef(span, self._text[begin:after], role, start, end, iso, derived, relative, ambiguous, repeats)

    # --- expressions ------------------------------------------------------------------------------------------------

    def _expression(self, first: int, *, strict: bool) -> tuple[TimeRef, int] | None:
        at = self._prepositions(first)
        for begin in range(at, first - 1, -1):
            # A preposition may itself belong to the core ("this", "the" …): then it is given back.
            if begin < at and not self._tokens[begin].mask & _GIVEN_BACK:
                break
            found = self._with_edge(first, begin, self._prepositions_of(first, begin), strict)
            if found:
                return found
        return None

    def _prepositions(self, first: int) -> int:
        at, limit = first, min(first + 4, self._size)
        while at < limit and self._is_preposition(at, first):
            at += 1
        return at

    def _is_preposition(self, at: int, first: int) -> bool:
        mask = self._masks[at]
        if not mask & WORD:
            return False
        if mask & PREPOSITIONS and not mask & _NUMBER_T_UNIT_T_SEASON:
            return at > first or mask & PREPOSITIONS != AND
        return at > first and mask & R_FILLER != 0 and not mask & _T_UNIT_T_DEFINITE_T_NUMBERED

    def _prepositions_of(self, first: int, stop: int) -> int:
        found = 0
        for at in range(first, stop):
            found |= self._masks[at]
        return found & PREPOSITIONS

    def _with_edge(self, first: int, at: int, roles: int, strict: bool) -> tuple[TimeRef, int] | None:
        edge = self._edge(at)
        begin = at
        if edge:
            begin += 1
            while self._masks[begin] & R_FILLER and not self._masks[begin] & _T_UNIT_T_DEFINITE_T_NUMBERED:
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
        if not self._masks[at] & EDGE:
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
        if end < begin and second.derived:
            end = _with_year(end, end.year + 1)
        if end < begin:
            return None
        merged = core._replace(derived=core.derived and second.derived, relative=False)
        return self._ref(first, second.next, "period", merged, begin, end), second.next

    def _ranges(self, token: Token, roles: int, strict: bool) -> bool:
        """Whether a sign or word joins the ends of a period here."""
        if token.text in DASHES:
            return True
        if token.mask & TO and (strict or roles & (SPAN | FROM)):
            return True
        return bool(token.mask & AND and roles & BETWEEN)

    def _resolve(self, first: int, core: Core, roles: int, edge: str, strict: bool) -> tuple[TimeRef, int] | None:
        if core.hi is None:
            return self._length(first, core, roles)
        stop = core.next
        if core.season and roles & COMING:
            return self._ref(first, stop, "period", core, core.lo, core.hi), stop
        over = self._over(stop) if core.relative and roles & (EXCLUSIVE | INCLUSIVE | WITHIN) else 0
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
            if self._masks[first - 1] & _Q_START:
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

    def _over(self, at: int) -> int:
        """Where "is over" ends after a period, else 0: ``året är slut``, ``the quarter ends``: its end, not its beginning."""
        at += self._masks[at] & _STATE != 0
        return at + 1 if self._masks[at] & _OVER else 0

    def _length(self, first: int, core: Core, roles: int) -> tuple[TimeRef, int] | None:
        """A length of time: a deadline after ``within``, a duration after ``for``; alone it is no time."""
        stop = core.next
        iso = iso_length(core.length, core.unit)
        if core.unit not in calendar.ISO:
            served = roles & (WITHIN | INCLUSIVE) and not roles & TO
            return (self._ref(first, stop, "duration", iso=iso), stop) if served else None
        from_now = self._masks[stop] & _P_FROM_NOW
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
            made = core._replace(derived=True, relative=True)
            return self._ref(first, stop, "deadline", made, end=end, iso=iso), stop
        if roles & (DURATION | DURING):
            return self._ref(first, stop, "duration", iso=iso), stop
        return None

    def _is_no_time(self, first: int, core: Core, roles: int, from_now: bool) -> bool:
        """An age, ``by a quarter``, the second part of ``5 days a week`` or its first."""
        if self._is_age(first, core) or (roles & TO and not (from_now or core.relative)):
            return True
        if self._masks[first] & _Q_BY and self._masks[core.next - 1] & _FRACTION:
            return True
        return self._rate(core.next) is not None or (core.length == 1 and self._masks[first - 1] & _T_UNIT != 0)

    def _is_speed(self, first: int, core: Core, roles: int) -> bool:
        """How fast something is done: ``på under to uker``, ``5 days after the invoice``, ``reply within two days``."""
        below = next((at for at in range(first, core.next) if self._masks[at] & _Q_BELOW), -1)
        if below > first or (below == first and (" " in self._tokens[first].low or self._masks[first - 1] & _Q_TO)):
            return True
        if self._masks[core.next] & _Q_AT_MOST or self._is_mean(core.next):
            return True  # "in 35 days or fewer on average"
        if not roles & (WITHIN | INCLUSIVE):
            return False
        if roles & WITHIN and self._masks[first - 1] & _Q_TO and self._all & _CHANGED:
            return True  # "cut delivery time to within 3 days"
        if self._masks[core.next] & _P_AFTER_P_FROM != 0 or self._is_service(first) or self._is_after(core.next):
            return True
        if core.unit not in _PROMPT or core.length > _PROMPT[core.unit] or self._all & _CHANGED:
            return False
        return self._is_given(first) or self._is_always(first) or self._is_prompt(first, core)

    def _is_next_day(self, first: int, stop: int) -> bool:
        """``send every quote by the next working day``: how fast each time, not tomorrow."""
        if self._unit(stop - 1) not in ("day", "workday") or not self._masks[0] & _DONE_TO:
            return False
        return any(self._masks[at] & (_R_EACH | _UNIVERSAL) for at in range(1, first))

    def _is_mean(self, at: int) -> bool:
        """``on average``, ``i snitt`` right after a length of time."""
        after = self._token(at + 1)
        return self._masks[at] & IN != 0 and after is not None and after.low in _MEAN

    def _is_after(self, at: int) -> bool:
        """``within one working day of the meeting``: counted from what happens, not from today."""
        token, following = self._token(at), self._token(at + 1)
        if token is None or following is None or token.low != "of" or self._pack.code != "en":
            return False
        named = self._masks[at + 2] if following.mask & (_ARTICLE | R_FILLER | STOP) else following.mask
        return named & WORD != 0 and not named & TIMELY

    def _is_prompt(self, first: int, core: Core) -> bool:
        """``Send every quote within two days``, ``skicka offert inom två arbetsdagar``: each time, not once."""
        if core.unit == "week" or core.length > _AT_ONCE or not self._masks[0] & _DONE_TO:
            return False
        each = _R_EACH | _UNIVERSAL if core.unit == "workday" else _R_EACH
        if any(self._masks[at] & each for at in range(1, first)):
            return True
        known = self._masks[first - 1] & DIGITS or self._tokens[first - 1].low.endswith(_KNOWN[self._pack.code])
        return core.unit == "workday" and first == 2 and not known

    def _is_given(self, first: int) -> bool:
        """Those who get something, all of them again and again: ``patients get an answer within three days``."""
        verb = next((at for at in range(1, min(4, first)) if self._masks[at] & _GIVEN), 0)
        if not verb or self._masks[0] & _BEFORE_VERB or any(self._masks[at] & (DIGITS | _NEW) for at in range(first)):
            return False
        return self._masks[0] & _UNIVERSAL != 0 or self._is_many(verb - 1)

    def _is_always(self, first: int) -> bool:
        """``We pay every supplier within 30 days``, ``80 % of accounts activate within 7 days``, ``new joiners merge …``."""
        if self._masks[0] & _ONLY_NEW and self._is_many(1):
            return self._is_present(2)
        if self._masks[0] & _BEFORE_VERB and not self._masks[1] & (_MODAL | _STATE | _BEFORE_VERB):
            return any(self._masks[at] & _R_EACH for at in range(2, first))
        lead = 1 if self._masks[0] & _Q_AT_LEAST else 0
        if not (self._masks[lead] & DIGITS and self._masks[lead + 1] & _Q_PERCENT_SIGN and self._masks[lead + 2] & _Q_OF):
            return False
        begin = lead + 3
        return any(
            self._is_many(at) and (self._is_present(at + 1) or self._masks[at + 1] & _GIVEN) for at in range(begin, first - 1)
        )

    def _is_many(self, at: int) -> bool:
        """A plural, in the Nordic languages with or without article."""
        low = self._tokens[at].low
        return low.endswith(_PLURALS[self._pack.code]) and not low.endswith("ss")

    def _is_present(self, at: int) -> bool:
        """What may be a verb in the present after many."""
        mask, low = self._masks[at], self._tokens[at].low
        if not mask & WORD or mask & (PREPOSITIONS | STOP | _STATE | _MODAL | _NO_VERB) or low.endswith(("ed", "ing")):
            return False
        return not low.endswith("s") if self._pack.code == "en" else low.endswith(("r", "s"))

    def _is_service(self, first: int) -> bool:
        """The sentence tells how a request is met; a change, or an amount before the time, makes it a goal's deadline."""
        if self._service_until < 0:
            self._service_until = self._amount_of_service()
        return first < self._service_until

    def _amount_of_service(self) -> int:
        """Up to where a time is one of service: the first amount, the end, or 0 where the sentence is of no service."""
        if self._all & _INCREASE_DECREASE_MULTIPLE or not self._all & SERVICE:
            return 0
        for at, token in enumerate(self._tokens):
            if token.kind == "number" and not (self._masks[at + 1] & _Q_OF or self._sign(at + 1, "%")):
                return at
        return self._size

    def _is_age(self, first: int, core: Core) -> bool:
        """``under 16 år``, ``over 18 years``: how old people are, where the preposition also compares."""
        return core.unit == "year" and core.length >= _AGE and self._masks[first] & _Q_BELOW_Q_ABOVE != 0


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
    return core._replace(lo=begin, hi=stop, sure=True)
