"""How fast something is done each time, in a row of tokens: ``within two days of the order``, not a goal's deadline."""

from __future__ import annotations

from smartlint.language.dates import Core
from smartlint.language.events import Events
from smartlint.language.roles import (
    DIGITS,
    IN,
    INCLUSIVE,
    PREPOSITIONS,
    R_FILLER,
    SERVICE,
    SIGN,
    STOP,
    TIMELY,
    WITHIN,
    WORD,
    bits,
)
from smartlint.record import Final

#: What is done for one after the other is done within so many at most.
_PROMPT: Final = {"day": 31, "workday": 31, "week": 4}
#: What is done for each is done within so many days.
_AT_ONCE: Final = 5
_MEAN: Final = frozenset(("average", "avg", "snitt", "gjennomsnitt", "genomsnitt", "snit", "gennemsnit", "median", "medel"))
#: Endings of known things in the Nordic languages: done once, so that a time after it is a deadline.
_KNOWN: Final = {
    "en": ("\0",),
    "nb": ("en", "et", "a", "ene"),
    "nn": ("en", "et", "a", "ane", "ene"),
    "sv": ("en", "et", "an", "na", "ne"),
    "da": ("en", "et", "ne"),
}
_PLURALS: Final = {
    "en": ("s", "people", "children", "staff"),
    "nb": ("er", "ene", "erne", "ansatte", "folk", "barn"),
    "nn": ("ar", "er", "ane", "ene", "tilsette", "folk", "barn"),
    "sv": ("ar", "er", "or", "arna", "erna", "orna", "anställda", "barn"),
    "da": ("er", "erne", "ene", "ansatte", "folk", "børn"),
}
_INCREASE_DECREASE_MULTIPLE: Final = bits("increase", "decrease", "multiple")
_P_AFTER_P_FROM: Final = bits("p.after", "p.from")
_STATE: Final = bits("state")
_MODAL: Final = bits("modal")
_BEFORE_VERB: Final = bits("before_verb")
_UNIVERSAL: Final = bits("universal")
_R_EACH: Final = bits("r.each")
_GIVEN: Final = bits("event.given")
_Q_AT_MOST: Final = bits("q.at_most")
_Q_AT_LEAST: Final = bits("q.at_least")
_ARTICLE: Final = bits("article")
_ONLY_NEW: Final = bits("new")
_DONE_TO: Final = bits("deliver", "any.form")
_NEW: Final = bits("new", "article")
_NO_VERB: Final = bits("noun", "q.and", "number", "article", "vague_qualifier", "comparative")
_CHANGED: Final = bits("increase", "decrease", "multiple")
_Q_PERCENT_SIGN: Final = SIGN | bits("q.percent")
_Q_BELOW: Final = bits("q.below")
_Q_OF: Final = bits("q.of")
_Q_TO: Final = bits("q.to")


class Speeds(Events):
    """Tells the lengths of time that say how fast something is done."""

    #: Up to which token a time is one of service, once somebody has asked.
    _service_until = -1

    def _is_speed(self, first: int, core: Core, roles: int) -> bool:
        """How fast something is done: ``er under to uker``, ``5 days after the invoice``, ``reply within two days``."""
        below = next((at for at in range(first, core.next) if self._row[at].mask & _Q_BELOW), -1)
        led = " " in self._tokens[first].low or self._row[first - 1].common & _Q_TO or self._row[first - 1].common & _STATE
        if below > first or (below == first and led):
            return True
        if self._row[core.next].mask & _Q_AT_MOST or self._is_mean(core.next):
            return True  # "in 35 days or fewer on average"
        if not roles & (WITHIN | INCLUSIVE):
            return False
        if roles & WITHIN and self._row[first - 1].common & _Q_TO and self._has(_CHANGED):
            return True  # "cut delivery time to within 3 days"
        if self._row[core.next].mask & _P_AFTER_P_FROM != 0 or self._is_service(first) or self._is_after(core.next):
            return True
        if core.unit not in _PROMPT or core.length > _PROMPT[core.unit] or self._has(_CHANGED):
            return False
        return self._is_given(first) or self._is_always(first) or self._is_prompt(first, core)

    def _is_next_day(self, first: int, stop: int) -> bool:
        """``send every quote by the next working day``: how fast each time, not tomorrow."""
        if self._unit(stop - 1) not in ("day", "workday") or not self._row[0].mask & _DONE_TO:
            return False
        return any(self._row[at].mask & (_R_EACH | _UNIVERSAL) for at in range(1, first))

    def _is_mean(self, at: int) -> bool:
        """``on average``, ``i snitt`` right after a length of time."""
        after = self._token(at + 1)
        return self._row[at].mask & IN != 0 and after is not None and after.low in _MEAN

    def _is_after(self, at: int) -> bool:
        """``within one working day of the meeting``: counted from what happens, not from today."""
        token, following = self._token(at), self._token(at + 1)
        if token is None or following is None or token.low != "of" or not self._english:
            return False
        named = self._row[at + 2].mask if following.mask & (_ARTICLE | R_FILLER | STOP) else following.mask
        return named & WORD != 0 and not named & TIMELY

    def _is_prompt(self, first: int, core: Core) -> bool:
        """``Send every quote within two days``, ``skicka offert inom två arbetsdagar``: each time, not once."""
        if core.unit == "week" or core.length > _AT_ONCE or not self._row[0].mask & _DONE_TO:
            return False
        each = _R_EACH | _UNIVERSAL if core.unit == "workday" else _R_EACH
        if any(self._row[at].mask & each for at in range(1, first)):
            return True
        known = self._row[first - 1].common & DIGITS or self._tokens[first - 1].low.endswith(_KNOWN[self._pack.code])
        return core.unit == "workday" and first == 2 and not known

    def _is_given(self, first: int) -> bool:
        """Those who get something, all of them again and again: ``patients get an answer within three days``."""
        verb = next((at for at in range(1, min(4, first)) if self._row[at].mask & _GIVEN), 0)
        if not verb or self._row[0].mask & _BEFORE_VERB or any(self._row[at].mask & (DIGITS | _NEW) for at in range(first)):
            return False
        return self._row[0].mask & _UNIVERSAL != 0 or self._is_many(verb - 1)

    def _is_always(self, first: int) -> bool:
        """``We pay every supplier within 30 days``, ``80 % of accounts activate within 7 days``, ``new joiners merge …``."""
        if self._row[0].mask & _ONLY_NEW and self._is_many(1):
            return self._is_present(2)
        if self._row[0].mask & _BEFORE_VERB and not self._row[1].mask & (_MODAL | _STATE | _BEFORE_VERB):
            return any(self._row[at].mask & _R_EACH for at in range(2, first))
        lead = 1 if self._row[0].mask & _Q_AT_LEAST else 0
        if not (
            self._row[lead].common & DIGITS and self._row[lead + 1].mask & _Q_PERCENT_SIGN and self._row[lead + 2].mask & _Q_OF
        ):
            return False
        begin = lead + 3
        return any(
            self._is_many(at) and (self._is_present(at + 1) or self._row[at + 1].mask & _GIVEN)
            for at in range(begin, first - 1)
        )

    def _is_many(self, at: int) -> bool:
        """A plural, in the Nordic languages with or without article."""
        low = self._tokens[at].low
        return low.endswith(_PLURALS[self._pack.code]) and not low.endswith("ss")

    def _is_present(self, at: int) -> bool:
        """What may be a verb in the present after many."""
        mask, low = self._row[at].mask, self._tokens[at].low
        if not mask & WORD or mask & (PREPOSITIONS | STOP | _STATE | _MODAL | _NO_VERB) or low.endswith(("ed", "ing")):
            return False
        return not low.endswith("s") if self._english else low.endswith(("r", "s"))

    def _is_service(self, first: int) -> bool:
        """The sentence tells how a request is met; a change, or an amount before the time, makes it a goal's deadline."""
        if self._service_until < 0:
            self._service_until = self._amount_of_service()
        return first < self._service_until

    def _amount_of_service(self) -> int:
        """Up to where a time is one of service: the first amount, the end, or 0 where the sentence is of no service."""
        if self._has(_INCREASE_DECREASE_MULTIPLE) or not self._has(SERVICE):
            return 0
        for at, token in enumerate(self._tokens):
            if token.kind == "number" and not (self._row[at + 1].mask & _Q_OF or self._sign(at + 1, "%")):
                return at
        return self._size
