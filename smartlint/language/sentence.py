"""A sentence with what was found in it: what its judgements (form, coordination, ownership) are made of."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.goal import Hit, Quantity, TimeRef
from smartlint.language.pack import Pack
from smartlint.language.tokens import Token

_AMOUNTS = frozenset(("target", "change", "bound_min", "bound_max"))
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
        self.amount = any(quantity.role in _AMOUNTS for quantity in quantities) or any(
            time.role == "recurrence" and time.count > 1 for time in times
        )
