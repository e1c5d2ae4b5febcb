"""Times that an event sets and no calendar knows: ``before launch``, ``innen sesongstart``, ``by the time it opens``."""

from __future__ import annotations

from smartlint.language.row import TimeRow
from smartlint.language.tokens import Token

#: An event as a time: the token after it, and its role.
Event = tuple[int, str]

_EXACT = frozenset({"exclusive", "inclusive", "within"})
#: What a preposition of deadlines may be as well; then an event says less.
_ALSO = frozenset({"coming", "in"})
_FIRST = frozenset({"within", "during", "in"})
_PLACED = frozenset({"in", "at", "during", "from", "after"})
_NEXT = ("r.this", "r.next", "ordinal")
#: How many words may stand before the event, and how many a clause may have.
_MODIFIERS, _CLAUSE = 3, 10


class Events(TimeRow):
    """Reads what comes after a preposition of time where no date, period or length of time does."""

    def _event(self, first: int) -> Event | None:
        """An event at a token: with the prepositions before it, or named by what is next (``neste skoleår``)."""
        at, roles = first, set[str]()
        while at < min(first + 3, self._size) and (found := self._tokens[at].roles.prepositions):
            roles |= found
            at += 1
        if self._is_means(at):
            return None
        stop = self._first_days(at) if roles & _FIRST else 0
        if stop:
            return stop, "period"
        if "clause" in roles:
            stop = self._clause(at)
            return (stop, "deadline") if stop > at else None
        if not roles:
            stop = self._next_term(first)
            return (stop, "period") if stop else None
        if "exclusive" in roles or (roles & _EXACT and not roles & _ALSO and not self._has(first, "r.every")):
            stop = self._head(at, "heads", "meetings", "terms") or self._of_edge(at) or self._happens(at)
            return (stop, "deadline") if stop else None
        return self._weak(first, at, roles)

    def _is_means(self, at: int) -> bool:
        """``by dropping free delivery``: how, not by when."""
        token, endings = self._token(at), self._pack.means_endings
        return token is not None and bool(endings) and self._has(at - 1, "means.verb") and token.low.endswith(endings)

    def _weak(self, first: int, at: int, roles: set[str]) -> Event | None:
        """An event after a preposition of place as well: the kinds of events that it makes a time of."""
        if "coming" in roles:
            if any(self._has(near, "p.from") for near in range(first - 3, first)):
                return None
            kinds = ("heads", "meetings") if self._has(first - 1, "measure", "q.percent") else ("heads",)
            stop = self._head(at, *kinds)
            return (stop, "deadline") if stop else None
        if not roles & _PLACED:
            return None
        stop = self._next_term(at) or (0 if "after" in roles else self._of_edge(at))
        if not stop and roles & {"in", "during"}:
            stop = self._head(at, "terms")
        if not stop and "at" in roles:
            stop = self._head(at, "heads")
        if not stop and "during" in roles:
            stop = self._head(at, "phases")
        if not stop and "after" in roles:
            stop = self._finished(at)
        if not stop and "in" in roles and self._has(first - 1, "state") and not self._has(at, "article"):
            stop = self._head(at, "meetings")
        return (stop, "period") if stop else None

    def _first_days(self, at: int) -> int:
        """``during the first 30 days``, ``within their first month``: where it ends, else 0."""
        for begin in range(at, min(at + 3, self._size)):
            token = self._tokens[begin]
            if token.has("ordinal"):
                number = self._number(begin + 1)
                stop = number[1] if number else begin + 1
                return stop + 1 if token.roles["ordinal"] == 1 and self._unit(stop) else 0
            if token.kind != "word" or not (token.has("article", "r.filler", "q.known") or token.low in self._pack.stops):
                return 0
        return 0

    # --- what names the event ---------------------------------------------------------------------------------------

    def _head(self, at: int, *kinds: str) -> int:
        """Where a noun phrase ends whose noun is an event of some kind, else 0."""
        for stop in range(at, min(at + _MODIFIERS + 1, self._size)):
            token = self._tokens[stop]
            if token.kind != "word":
                return 0
            if self._is_event(token, kinds):
                return stop + 1
            if not self._modifies(token):
                return 0
        return 0

    def _is_event(self, token: Token, kinds: tuple[str, ...]) -> bool:
        """A word that is one, or a compound of one in a language that writes them together."""
        for kind in kinds:
            endings = self._pack.events[kind]
            if token.low in endings or (self._pack.code != "en" and token.low.endswith(endings)):
                return True
        return False

    def _modifies(self, token: Token) -> bool:
        if token.has("article", "r.filler", *_NEXT):
            return True
        plain = not (token.roles.prepositions or token.has("before_verb", "modal", "q.and", "number"))
        return plain and token.low not in self._pack.stops

    def _next_term(self, at: int) -> int:
        """``neste skoleår``, ``this season``, ``tredje driftsår``, ``i neste møte``."""
        if not self._has(at, *_NEXT):
            return 0
        ordinal = self._has(at, "ordinal") and not self._has(at, "r.this", "r.next")
        kinds = ("terms", "workdays") if ordinal else ("terms", "workdays", "meetings")
        token = self._token(at + 1)
        return at + 2 if token is not None and token.kind == "word" and self._is_event(token, kinds) else 0

    def _of_edge(self, at: int) -> int:
        """``the end of the project``, ``starten av byggeperioden``: where the noun phrase after an edge ends, else 0."""
        token = self._token(at)
        if token is None or " " not in token.low or not any(role.startswith("e.") for role in token.roles):
            return 0
        stop = self._skip(at + 1, "article", "r.filler")
        words = 3 if self._pack.code == "en" else 1
        begin = stop
        while stop < min(begin + words, self._size) and self._is_plain(self._tokens[stop]):
            stop += 1
        return stop if stop > begin else 0

    def _is_plain(self, token: Token) -> bool:
        return token.kind == "word" and not token.has("number") and self._modifies(token)

    def _finished(self, at: int) -> int:
        """``efter avslutad kurs``, ``after completing the course``: where what is finished ends, else 0."""
        token = self._token(at)
        if token is None or token.low not in self._pack.events["done"]:
            return 0
        stop = self._skip(at + 1, "article", "r.filler")
        return stop + 1 if stop < self._size and self._is_plain(self._tokens[stop]) else 0

    # --- clauses ----------------------------------------------------------------------------------------------------

    def _happens(self, at: int) -> int:
        """``before the clocks change``: where the verb of what happens by itself ends, else 0."""
        for stop in range(at, min(at + _MODIFIERS + 2, self._size)):
            token = self._tokens[stop]
            if token.kind != "word":
                return 0
            if stop > at and token.low in self._pack.events["happens"]:
                return stop + 1
        return 0

    def _clause(self, at: int) -> int:
        """Where the clause after ``by the time`` ends: at a sign, or after its verb."""
        limit = min(at + _CLAUSE, self._size)
        stop = at
        while stop < limit and self._tokens[stop].kind != "sign":
            stop += 1
            if self._tokens[stop - 1].low in self._pack.events["happens"]:
                break
        return stop
