"""Times that an event sets and no calendar knows: ``before launch``, ``innen sesongstart``, ``by the time it opens``."""

from __future__ import annotations

from smartlint.language.recurrences import Recurrences
from smartlint.language.roles import (
    AFTER,
    AT,
    CLAUSE,
    COMING,
    DURING,
    EDGE,
    EVENTFUL,
    EXCLUSIVE,
    FROM,
    IN,
    INCLUSIVE,
    PREPOSITION_USES,
    PREPOSITIONS,
    SHORT,
    STOP,
    WITHIN,
    WORD,
    bits,
)
from smartlint.record import Final

#: An event as a time: the token after it, and its role.
Event = tuple[int, str]

_EXACT: Final = EXCLUSIVE | INCLUSIVE | WITHIN
#: What a preposition of deadlines may be as well; then an event says less.
_ALSO: Final = COMING | IN
_FIRST: Final = WITHIN | DURING | IN
_PLACED: Final = IN | AT | DURING | FROM | AFTER
_NEXT: Final = bits("r.this", "r.next", "ordinal")
#: How many words may stand before the event, and how many a clause may have.
_MODIFIERS: Final = 3
_CLAUSE: Final = 10


_ARTICLE: Final = bits("article")
_ARTICLE_R_FILLER_NEXT: Final = bits("article", "r.filler") | _NEXT
_ARTICLE_R_FILLER_Q_KNOWN: Final = bits("article", "r.filler", "q.known")
_BEFORE_VERB_MODAL_Q_AND_NUMBER: Final = bits("before_verb", "modal", "q.and", "number")
_MEANS_VERB: Final = bits("means.verb")
_MEASURE_Q_PERCENT: Final = bits("measure", "q.percent")
_NUMBER: Final = bits("number")
_ORDINAL: Final = bits("ordinal")
_P_FROM: Final = bits("p.from")
_R_EVERY: Final = bits("r.every")
_R_THIS_R_NEXT: Final = bits("r.this", "r.next")
_STATE: Final = bits("state")
_R_FILLER: Final = bits("r.filler")
_HEADS: Final = bits("event.heads")
_MEETINGS: Final = bits("event.meetings")
_TERMS: Final = bits("event.terms")
_PHASES: Final = bits("event.phases")
_WORKDAYS: Final = bits("event.workdays")
_DONE: Final = bits("event.done")
_ROUNDS: Final = bits("event.rounds")
_HAPPENS: Final = bits("event.happens")
#: What no modifier of a noun is.
_NO_MODIFIER: Final = PREPOSITIONS | STOP | bits("before_verb", "modal", "q.and", "number")


class Events(Recurrences):
    """Reads what comes after a preposition of time where no date, period or length of time does."""

    def _event(self, first: int) -> Event | None:
        """An event at a token: with the prepositions before it, or named by what is next (``neste skoleår``)."""
        at, roles = first, 0
        while at < min(first + 3, self._size) and (found := self._tokens[at].mask & PREPOSITION_USES):
            roles |= found
            at += 1
        if self._is_means(at):
            return None
        stop = self._first_days(at) if roles & _FIRST else 0
        if stop:
            return stop, "period"
        if roles & CLAUSE:
            stop = self._clause(at)
            return (stop, "deadline") if stop > at else None
        if not roles:
            stop = self._next_term(first)
            return (stop, "period") if stop else None
        if roles & EXCLUSIVE or (roles & _EXACT and not roles & _ALSO and not self._row[first].mask & _R_EVERY):
            stop = self._head(at, _HEADS | _MEETINGS | _TERMS) or self._of_edge(at) or self._happens(at)
            stop = stop or self._numbered_round(at)
            return (stop, "deadline") if stop else None
        return self._weak(first, at, roles)

    def _is_means(self, at: int) -> bool:
        """``by dropping free delivery``: how, not by when."""
        token, endings = self._token(at), self._pack.means_endings
        return (
            token is not None and bool(endings) and self._row[at - 1].common & _MEANS_VERB != 0 and token.low.endswith(endings)
        )

    def _weak(self, first: int, at: int, roles: int) -> Event | None:
        """An event after a preposition of place as well: the kinds of events that it makes a time of."""
        if roles & COMING:
            if any(self._row[near].mask & _P_FROM for near in range(first - 3, first)):
                return None
            measured = self._row[first - 1].mask & _MEASURE_Q_PERCENT
            stop = self._head(at, _HEADS | _MEETINGS if measured else _HEADS)
            return (stop, "deadline") if stop else None
        if not roles & _PLACED:
            return None
        stop = self._next_term(at) or (0 if roles & AFTER else self._of_edge(at))
        if not stop and roles & (IN | DURING):
            stop = self._head(at, _TERMS)
        if not stop and roles & AT:
            stop = self._head(at, _HEADS)
        if not stop and roles & DURING:
            stop = self._head(at, _PHASES)
        if not stop and roles & AFTER:
            stop = self._finished(at)
        if not stop and roles & IN and self._row[first - 1].common & _STATE and not self._row[at].common & _ARTICLE:
            stop = self._head(at, _MEETINGS)
        return (stop, "period") if stop else None

    def _first_days(self, at: int) -> int:
        """``during the first 30 days``, ``within their first month``: where it ends, else 0."""
        for begin in range(at, min(at + 3, self._size)):
            token = self._tokens[begin]
            if token.common & _ORDINAL:
                number = self._number(begin + 1)
                stop = number[1] if number else begin + 1
                return stop + 1 if token.roles["ordinal"] == 1 and self._unit(stop) else 0
            if token.kind != "word" or not (token.mask & _ARTICLE_R_FILLER_Q_KNOWN or token.mask & STOP):
                return 0
        return 0

    # --- what names the event ---------------------------------------------------------------------------------------

    def _head(self, at: int, kinds: int) -> int:
        """Where a noun phrase ends whose noun is an event of some kind, else 0."""
        if not self._common & EVENTFUL:
            return 0
        for stop in range(at, min(at + _MODIFIERS + 1, self._size)):
            if not self._row[stop].common & WORD:
                return 0
            mask = self._row[stop].mask
            if mask & kinds:
                return stop + 1
            if not _modifies(mask):
                return 0
        return 0

    def _numbered_round(self, at: int) -> int:
        """``sprint 5``, ``runde 3``: where its number ends, else 0."""
        return at + 2 if self._row[at].mask & _ROUNDS and self._row[at + 1].common & SHORT else 0

    def _next_term(self, at: int) -> int:
        """``neste skoleår``, ``this season``, ``tredje driftsår``, ``i neste møte``."""
        if not self._row[at].mask & _NEXT:
            return 0
        ordinal = self._row[at].common & _ORDINAL and not self._row[at].mask & _R_THIS_R_NEXT
        kinds = _TERMS | _WORKDAYS if ordinal else _TERMS | _WORKDAYS | _MEETINGS
        return at + 2 if self._row[at + 1].mask & kinds else 0

    def _of_edge(self, at: int) -> int:
        """``the end of the project``, ``starten av byggeperioden``: where the noun phrase after an edge ends, else 0."""
        token = self._token(at)
        if token is None or not token.common & EDGE or " " not in token.low:
            return 0
        stop = self._skip(at + 1, _ARTICLE | _R_FILLER)
        stop += 2 if self._row[stop].common & SHORT and self._sign(stop + 1, ".") else 0  # "utgangen av 4. trinn"
        words = 3 if self._english else 1
        begin = stop
        while stop < begin + words and _is_plain(self._row[stop].mask):
            stop += 1
        return stop if stop > begin else 0

    def _finished(self, at: int) -> int:
        """``efter avslutad kurs``, ``after completing the course``: where what is finished ends, else 0."""
        if not self._row[at].mask & _DONE:
            return 0
        stop = self._skip(at + 1, _ARTICLE | _R_FILLER)
        return stop + 1 if _is_plain(self._row[stop].mask) else 0

    # --- clauses ----------------------------------------------------------------------------------------------------

    def _happens(self, at: int) -> int:
        """``before the clocks change``: where the verb of what happens by itself ends, else 0."""
        if not self._common & EVENTFUL:
            return 0
        for stop in range(at, min(at + _MODIFIERS + 2, self._size)):
            if not self._row[stop].common & WORD:
                return 0
            if stop > at and self._row[stop].mask & _HAPPENS:
                return stop + 1
        return 0

    def _clause(self, at: int) -> int:
        """Where the clause after ``by the time`` ends: at a sign, or after its verb."""
        limit = min(at + _CLAUSE, self._size)
        stop = at
        while stop < limit and self._tokens[stop].kind != "sign":
            stop += 1
            if self._row[stop - 1].mask & _HAPPENS:
                break
        return stop


def _modifies(mask: int) -> bool:
    return bool(mask & _ARTICLE_R_FILLER_NEXT) or not mask & _NO_MODIFIER


def _is_plain(mask: int) -> bool:
    """A word that may stand in a noun phrase."""
    return mask & WORD != 0 and not mask & _NUMBER and _modifies(mask)
