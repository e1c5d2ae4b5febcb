"""A sentence with what was found in it: what its judgements (form, coordination, ownership) are made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from smartlint.language.roles import DIGITS, FORMS, PREPOSITIONS, TOP, WITHIN, WORD, bits
from smartlint.language.tokens import Line, Token
from smartlint.reading import Hit, Quantity, TimeRef
from smartlint.record import NamedTuple

_SHARES = frozenset(("percent", "percentage_point"))
_AMOUNTS = frozenset(("target", "change", "bound_min", "bound_max"))
#: Lists of verbs, and of words of quality.
VERBS = frozenset(("deliver", "activity", "increase", "decrease", "keep", "vague_verb", "hedge_verb"))
QUALITIES = frozenset(("comparative", "vague_qualifier", "superlative"))
_DETERMINER, _Q_AND, _STATE = bits("determiner"), bits("q.and"), bits("state", "q.reach")
#: Verbs of what is done to things.
_HANDLED = bits("deliver", "activity", "vague_verb", "decrease", *(f"form.{form}" for form in FORMS))
#: English words for people: before one, what is a verb as well says whom: "sales and support staff".
STAFF = frozenset(("staff", "team", "teams", "people", "personnel", "employees", "managers", "leads", "workers", "engineers"))
#: What else two nouns may tell of together: "sales and support targets".
_SHARED = STAFF | frozenset(("targets", "goals", "kpis", "metrics", "budgets", "levels", "standards", "processes", "needs"))
#: Plurals that tell of what follows them as a singular does.
_PLURAL_TOO = frozenset(("sales", "operations", "logistics", "communications", "facilities", "services", "goods", "savings"))
_NO_KINDS: frozenset[str] = frozenset()
_NONE: frozenset[int] = frozenset()
#: How far from the start of a clause its verb may stand.
REACH = 4


#: A quantity or time with the range of tokens that it takes.
Counted = tuple[Quantity, int, int]
Timed = tuple[TimeRef, int, int]


class Head(NamedTuple):
    """Where a sentence begins and where its verb stands (``None``: it has none).

    ``subject`` tells that something but a pronoun stands before the verb, ``able`` that the verb is what one can do.
    """

    start: int
    verb: int | None
    subject: bool = False
    able: bool = False


class Sentence:
    """The tokens of a sentence with what was found in them.

    ``dated`` are the tokens that belong to times, ``used`` those of quantities as well; ``kinds`` gives the lists that a
    token was found in.
    """

    def __init__(
        self,
        line: Line,
        hits: Sequence[Hit],
        kinds: dict[int, set[str]],
        counted: Sequence[Counted],
        timed: Sequence[Timed],
        offset: int,
    ) -> None:
        self.line = line
        self.text = line.text
        self.tokens = line.tokens
        self.masks = line.masks
        self.pack = line.pack
        self.offset = offset
        self.hits = hits
        self.kinds = kinds
        self.all_kinds = frozenset([hit.kind for hit in hits]) if hits else _NO_KINDS
        self.dated = _taken(timed)
        self.used = self.dated | _taken(counted) if counted else self.dated
        self.quantities = [one for one, _, _ in counted if one.role in _AMOUNTS]
        self.recurrent = False
        self.amount = bool(self.quantities)
        for time, first, _ in timed:
            if time.role == "recurrence":
                self.recurrent = True
                self.amount = self.amount or time.repeats > 1  # three times a week
            elif time.role == "duration" and line.masks[first] & WITHIN:
                self.amount = True  # answered within a day
        self.ranked = line.all & TOP != 0 and self._ranks()
        self.amount = self.amount or self.ranked
        self.shares = any(one.unit in _SHARES for one in self.quantities)
        #: What the first number is: a bound, a target …
        self.asked = self.quantities[0].role if self.quantities else ""
        #: Its head, once somebody has asked for it.
        self.head: Head | None = None
        self.compared = any(one.role == "baseline" for one, _, _ in counted)
        self._counted = counted

    @cached_property
    def places(self) -> dict[int, int]:
        """By where it starts: which token it is."""
        return {token.start: at for at, token in enumerate(self.tokens)}

    @cached_property
    def aims(self) -> list[int]:
        """Where the amounts start that are aimed at."""
        return [one.span.start - self.offset for one in self.quantities]

    @cached_property
    def amounts(self) -> list[int]:
        """Where the amounts start that are aimed at or started from."""
        known = (*_AMOUNTS, "baseline")
        return [one.span.start - self.offset for one, _, _ in self._counted if one.role in known and one.unit != "times"]

    def _ranks(self) -> bool:
        """A place among the first: "top 3", but not the list of them."""
        places = (at for at, (left, right) in enumerate(pairwise(self.tokens)) if left.mask & TOP and right.mask & DIGITS)
        return any(self._is_rank(at) for at in places)

    def _is_rank(self, at: int) -> bool:
        """Not "the top 10 problems" that something is done to."""
        place = self.tokens[at + 1]
        if len(place.text) > 3 or self.text[place.end : place.end + 1] == "-":
            return False
        lead = at - 1 if at and self.tokens[at - 1].mask & _DETERMINER else at
        handled = not self.tokens[0].roles or (self.masks[0] & _HANDLED and not self.masks[0] & _STATE)
        many = self.masks[at + 2] & WORD and (self.pack.code != "en" or self.tokens[at + 2].low.endswith("s"))
        noun = many and not self.masks[at + 2] & (PREPOSITIONS | _Q_AND)
        return not (lead == 1 and handled and noun and at + 2 not in self.dated)


def shares_noun(tokens: Sequence[Token], at: int) -> bool:
    """A noun that is a verb as well tells of what follows, with the one before its "and": "sales and support staff".

    Not after a plural, which tells of nothing: "cut costs and support staff".
    """
    if not 1 < at < len(tokens) - 1 or tokens[at + 1].low not in _SHARED:
        return False
    before = tokens[at - 2].low
    return before in _PLURAL_TOO or not before.endswith("s") or before.endswith("ss")


def _taken(found: Sequence[Counted] | Sequence[Timed]) -> frozenset[int]:
    return frozenset([at for _, first, stop in found for at in range(first, stop)]) if found else _NONE
