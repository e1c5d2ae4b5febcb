"""A sentence with what was found in it: what its judgements (form, coordination, ownership) are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from smartlint.language.roles import DIGITS, PREPOSITIONS, REPORTED, SIGN, TOP, WITHIN, WORD, bits
from smartlint.language.tokens import Line, Token
from smartlint.reading import Hit, Quantity, TimeRef
from smartlint.record import Final
from smartlint.source import Span

_SHARES: Final = frozenset(("percent", "percentage_point"))
_AMOUNTS: Final = frozenset(("target", "change", "bound_min", "bound_max"))
#: Lists of verbs, and of words of quality.
VERBS: Final = frozenset(("deliver", "activity", "increase", "decrease", "keep", "vague_verb", "hedge_verb"))
QUALITIES: Final = frozenset(("comparative", "vague_qualifier", "superlative"))
_DETERMINER: Final = bits("determiner")
_Q_AND: Final = bits("q.and")
_STATE: Final = bits("state", "q.reach")
_BEFORE_VERB: Final = bits("before_verb")
_NOUN_TOO: Final = bits("noun_too")
_VAGUE_TIME: Final = bits("vague_time")
_NO_OBJECT: Final = PREPOSITIONS | bits("q.and", "q.of")
#: Verbs with which a clause may begin.
LEADING_VERBS: Final = bits("vague_verb", "deliver", "increase", "decrease", "keep", "multiple")
#: Makes a named tuple of its fields, without the detour over their names.
_new: Final = tuple.__new__
#: Verbs of what is done to things.
_HANDLED: Final = bits("deliver", "activity", "vague_verb", "decrease", "any.form")
#: English words for people: before one, what is a verb as well says whom: "sales and support staff".
STAFF: Final = frozenset(
    ("staff", "team", "teams", "people", "personnel", "employees", "managers", "leads", "workers", "engineers")
)
#: What else two nouns may tell of together: "sales and support targets".
_SHARED: Final = STAFF | frozenset(
    ("targets", "goals", "kpis", "metrics", "budgets", "levels", "standards", "processes", "needs")
)
#: Plurals that tell of what follows them as a singular does.
_PLURAL_TOO: Final = frozenset(
    ("sales", "operations", "logistics", "communications", "facilities", "services", "goods", "savings")
)
NO_KINDS: Final[frozenset[str]] = frozenset()
#: How far from the start of a clause its verb may stand.
REACH: Final = 4


#: A quantity or time with the range of tokens that it takes.
Counted = tuple[Quantity, int, int]
Timed = tuple[TimeRef, int, int]


class Head:
    """Where a sentence begins and where its verb stands (``None``: it has none).

    ``subject`` tells that something but a pronoun stands before the verb, ``able`` that the verb is what one can do.
    """

    __slots__ = ("able", "start", "subject", "verb")

    def __init__(self, start: int, verb: int | None, subject: bool = False, able: bool = False) -> None:
        self.start = start
        self.verb = verb
        self.subject = subject
        self.able = able


class Sentence:
    """The tokens of a sentence with what was found in them.

    ``dated`` are the tokens that belong to times, ``used`` those of quantities as well; ``kinds`` gives the lists that a
    token was found in.
    """

    def __init__(
        self,
        line: Line,
        hits: Sequence[Hit],
        kinds: dict[int, frozenset[str]],
        counted: Sequence[Counted],
        timed: Sequence[Timed],
        offset: int,
        dated: frozenset[int],
        used: frozenset[int],
    ) -> None:
        self.line = line
        self.text = line.text
        self.tokens = line.tokens
        self.row = line.row
        self.pack = line.pack
        self.offset = offset
        self.english: bool = line.pack.code == "en"
        self.hits = hits
        self.kinds = kinds
        self.all_kinds = frozenset([hit.kind for hit in hits]) if hits else NO_KINDS
        self.dated = dated
        self.used = used
        self.quantities = [one for one, _, _ in counted if one.role in _AMOUNTS]
        self.recurrent = False
        #: It recurs every few days or weeks.
        self.frequent = False
        self.amount = bool(self.quantities)
        for time, first, _ in timed:
            if time.role == "recurrence":
                self.recurrent = True
                self.frequent = self.frequent or time.iso.endswith(("D", "W"))
                self.amount = self.amount or time.repeats > 1  # three times a week
            elif time.role == "duration" and line.row[first].mask & WITHIN:
                self.amount = True  # answered within a day
        self.ranked = line.every & TOP != 0 and self._ranks()
        self.amount = self.amount or self.ranked
        self.shares = self.amount and any(one.unit in _SHARES for one in self.quantities)
        #: What the first number is: a bound, a target …
        self.asked = self.quantities[0].role if self.quantities else ""
        #: Its head, once somebody has asked for it.
        self.head: Head | None = None
        self.compared = bool(counted) and any(one.role == "baseline" for one, _, _ in counted)
        self._counted = counted

    def place(self, hit: Hit) -> int:
        """Which token a hit is; the first where it is none."""
        start = hit.span.start - self.offset
        at = bisect_left(self.line.starts, start)
        return at if at < self.line.size and self.line.starts[at] == start else 0

    @property
    def aims(self) -> list[int]:
        """Where the amounts start that are aimed at."""
        return [one.span.start - self.offset for one in self.quantities]

    @property
    def amounts(self) -> list[int]:
        """Where the amounts start that are aimed at or started from."""
        known = (*_AMOUNTS, "baseline")
        return [one.span.start - self.offset for one, _, _ in self._counted if one.role in known and one.unit != "times"]

    def _ranks(self) -> bool:
        """A place among the first: "top 3", but not the list of them."""
        places = (at for at, (left, right) in enumerate(pairwise(self.tokens)) if left.common & TOP and right.common & DIGITS)
        return any(self._is_rank(at) for at in places)

    def _is_rank(self, at: int) -> bool:
        """Not "the top 10 problems" that something is done to."""
        place, end = self.tokens[at + 1], self.line.end(at + 1)
        if len(place.text) > 3 or self.text[end : end + 1] == "-":
            return False
        lead = at - 1 if at and self.tokens[at - 1].mask & _DETERMINER else at
        handled = not self.tokens[0].roles or (self.row[0].mask & _HANDLED and not self.row[0].mask & _STATE)
        many = self.row[at + 2].common & WORD and (not self.english or self.tokens[at + 2].low.endswith("s"))
        noun = many and not self.row[at + 2].common & (PREPOSITIONS | _Q_AND)
        return not (lead == 1 and handled and noun and at + 2 not in self.dated)


def shares_noun(tokens: Sequence[Token], at: int) -> bool:
    """A noun that is a verb as well tells of what follows, with the one before its "and": "sales and support staff".

    Not after a plural, which tells of nothing: "cut costs and support staff".
    """
    if not 1 < at < len(tokens) - 1 or tokens[at + 1].low not in _SHARED:
        return False
    before = tokens[at - 2].low
    return before in _PLURAL_TOO or not before.endswith("s") or before.endswith("ss")


def report(line: Line, used: frozenset[int], offset: int, hits: list[Hit], kinds: dict[int, frozenset[str]]) -> None:
    """Adds the words that prose reports outside of times and amounts, in order, and by token the lists they stand in.

    A verb counts in a verb's place only, where its form is a noun as well.
    """
    tokens = line.tokens
    at = -1
    for token in tokens:
        at += 1
        common = token.common
        if not common & REPORTED or (at in used and not line.row[at].mask & _VAGUE_TIME):
            continue
        verb = not common & _NOUN_TOO or _verb_place(tokens, at)
        listed = token.listed if verb else token.verbless
        if listed:
            kinds[at] = token.kinds if verb else token.nouns
            start = offset + line.starts[at]
            span = _new(Span, (start, start + token.size))
            for kind, lemma in listed:
                hits.append(_new(Hit, (span, token.text, kind, lemma)))


def with_marks(line: Line, hits: Sequence[Hit], offset: int) -> tuple[Hit, ...]:
    """Hits with the words of the lists that only rules ask for, in amounts and times as well."""
    found = list(hits)
    for at, token in enumerate(line.tokens):
        if token.marks:
            start = offset + line.starts[at]
            span = Span(start, start + token.size)
            found += [Hit(span, token.text, kind, lemma) for kind, lemma in token.marks]
    return tuple(sorted(found))


def _verb_place(tokens: Sequence[Token], at: int) -> bool:
    """Where a verb stands: at the start, after "to", a modal or a pronoun; after "and" where an object follows it."""
    if not at:
        return True
    before = tokens[at - 1]
    if before.common & SIGN:
        return before.text in '.:;!?–—•*-(/"' or (before.text == "," and _has_object(tokens, at + 1))
    if before.mask & _BEFORE_VERB:
        return True
    return (
        before.common & _Q_AND != 0
        and _has_object(tokens, at + 1)
        and (not shares_noun(tokens, at) or tokens[at - 2].mask & LEADING_VERBS != 0)
        and _starts_with_verb(tokens, at - 1)
    )


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """A noun phrase may start here: neither the end nor a preposition nor another "and"."""
    if at >= len(tokens):
        return False
    common = tokens[at].common
    return common & DIGITS != 0 or (common & WORD != 0 and not tokens[at].mask & _NO_OBJECT)


def _starts_with_verb(tokens: Sequence[Token], at: int) -> bool:
    """The words up to an "and" begin with a verb of the lexicon, so that the next verb is its equal."""
    start = at
    while start and not tokens[start - 1].common & SIGN:
        start -= 1
    return tokens[start].mask & LEADING_VERBS != 0
