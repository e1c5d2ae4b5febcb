"""A sentence with what was found in it: what its judgements (form, coordination, ownership) are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from smartlint.goal import Hit, Quantity, TimeRef
from smartlint.language.pack import Pack
from smartlint.language.tokens import Token

_SHARES = frozenset(("percent", "percentage_point"))
_AMOUNTS = frozenset(("target", "change", "bound_min", "bound_max"))
#: Before a number: the things are known already. Before a number: a place among the first.
_DEFINITE = frozenset(("the", "these", "those", "de", "dei", "disse", "desse", "dessa", "begge", "båda"))
_TOP = frozenset(("top", "topp"))
#: Lists of verbs, and of words of quality.
VERBS = frozenset(("deliver", "activity", "increase", "decrease", "keep", "vague_verb", "hedge_verb"))
QUALITIES = frozenset(("comparative", "vague_qualifier", "superlative"))
#: How far from the start of a clause its verb may stand.
REACH = 4


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
        places = {token.start: at for at, token in enumerate(tokens)}
        self.kinds: dict[int, set[str]] = {}
        for hit in hits:
            at = places.get(hit.span.start - offset)
            if at is not None:
                self.kinds.setdefault(at, set()).add(hit.kind)
        self.all_kinds = frozenset(hit.kind for hit in hits)
        self.quantities = [one for one in quantities if one.role in _AMOUNTS and not self._is_known(one, places)]
        self.times = times
        self.dated = frozenset(_dated(tokens, times, offset)) if times else frozenset()
        self.recurrent = any(time.role == "recurrence" for time in times)
        self.ranked = self._ranks()
        #: A rate: some of all, outside an aside.
        self.shares = any(one.unit in _SHARES and not _is_aside(text, one.span.start - offset) for one in self.quantities)
        #: What the first number is: a bound, a target …
        self.asked = self.quantities[0].role if self.quantities else ""
        self.compared = any(one.role == "baseline" for one in quantities)
        self.amount = bool(self.quantities) or self.ranked or self._is_none() or any(map(self._counts, times))

    def _counts(self, time: TimeRef) -> bool:
        """A time that is a number to be met: three times a week, answered within a day."""
        if time.role == "recurrence":
            return time.count > 1
        first = next((token for token in self.tokens if token.start == time.span.start - self.offset), None)
        return time.role == "duration" and first is not None and first.has("p.within")

    def _is_none(self) -> bool:
        """The sentence asks for zero of something: "zero accidents"."""
        first = next((token for token in self.tokens if token.kind in ("word", "number")), None)
        return first is not None and first.roles.get("number") == 0

    def _is_known(self, quantity: Quantity, places: dict[int, int]) -> bool:
        """A number that counts known things and decides nothing: "the two departments", "in one place"."""
        at = places.get(quantity.span.start - self.offset)
        if at is None or self.tokens[at].kind == "number" or quantity.role != "target":
            return False
        if quantity.high == 1:
            return quantity.unit not in ("percent", "times") and not quantity.per
        return at > 0 and self.tokens[at - 1].low in _DEFINITE

    def _ranks(self) -> bool:
        """A place among the first: "top 3", but not the list of them."""
        places = (right for left, right in pairwise(self.tokens) if left.low in _TOP and right.kind == "number")
        return any(len(place.text) < 4 and self.text[place.end : place.end + 1] != "-" for place in places)


def _is_aside(text: str, at: int) -> bool:
    """A place inside a parenthesis, which is no longer than forty characters."""
    before = text[max(0, at - 40) : at]
    return before.rfind("(") > before.rfind(")")


def _dated(tokens: Sequence[Token], times: Sequence[TimeRef], offset: int) -> Iterator[int]:
    """The tokens that belong to times."""
    for at, token in enumerate(tokens):
        if any(time.span.start <= token.start + offset < time.span.end for time in times):
            yield at
