"""A sentence with what was found in it: what its judgements (form, coordination, ownership) are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from smartlint.language.pack import Pack
from smartlint.language.roles import bits
from smartlint.language.tokens import Token
from smartlint.reading import Hit, Quantity, TimeRef

_SHARES = frozenset(("percent", "percentage_point"))
_AMOUNTS = frozenset(("target", "change", "bound_min", "bound_max"))
#: Before a number: a place among the first.
_TOP = frozenset(("top", "topp"))
#: Lists of verbs, and of words of quality.
VERBS = frozenset(("deliver", "activity", "increase", "decrease", "keep", "vague_verb", "hedge_verb"))
QUALITIES = frozenset(("comparative", "vague_qualifier", "superlative"))
#: How far from the start of a clause its verb may stand.
REACH = 4


_P_WITHIN = bits("p.within")


class Sentence:
    """The tokens of a sentence with what was found in them.

    ``used`` are the tokens that belong to quantities and times; ``kinds`` gives the lists that a token was found in.
    """

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        hits: Sequence[Hit],
        quantities: Sequence[Quantity],
        times: Sequence[TimeRef],
        used: frozenset[int],
        pack: Pack,
        offset: int,
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.hits = hits
        self.used = used
        self.pack = pack
        self.offset = offset
        self.places = places = {token.start: at for at, token in enumerate(tokens)}
        self.kinds: dict[int, set[str]] = {}
        for hit in hits:
            at = places.get(hit.span.start - offset)
            if at is not None:
                self.kinds.setdefault(at, set()).add(hit.kind)
        self.all_kinds = frozenset(hit.kind for hit in hits)
        self.quantities = [one for one in quantities if one.role in _AMOUNTS]
        self.times = times
        self.dated = frozenset(at for time in times for at in self._within(time))
        self.recurrent = any(time.role == "recurrence" for time in times)
        self.ranked = self._ranks()
        self.shares = any(one.unit in _SHARES for one in self.quantities)
        #: What the first number is: a bound, a target …
        self.asked = self.quantities[0].role if self.quantities else ""
        self.compared = any(one.role == "baseline" for one in quantities)
        self.amount = bool(self.quantities) or self.ranked or any(map(self._counts, times))

    def _counts(self, time: TimeRef) -> bool:
        """A time that is a number to be met: three times a week, answered within a day."""
        if time.role == "recurrence":
            return time.repeats > 1
        at = self.places.get(time.span.start - self.offset)
        return time.role == "duration" and at is not None and self.tokens[at].mask & _P_WITHIN != 0

    def _within(self, time: TimeRef) -> Iterator[int]:
        """The tokens of a time."""
        at = self.places.get(time.span.start - self.offset, len(self.tokens))
        while at < len(self.tokens) and self.tokens[at].start < time.span.end - self.offset:
            yield at
            at += 1

    def _ranks(self) -> bool:
        """A place among the first: "top 3", but not the list of them."""
        places = (right for left, right in pairwise(self.tokens) if left.low in _TOP and right.kind == "number")
        return any(len(place.text) < 4 and self.text[place.end : place.end + 1] != "-" for place in places)
