"""One goal or two: an "and" that joins outcomes, and one that joins nouns or tells the means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from smartlint.language.pack import load
from smartlint.language.roles import ADJECTIVE, ADVERB, FORMED, PREPOSITIONS, bits
from smartlint.language.sentence import NO_KINDS, QUALITIES, REACH, VERBS, Sentence, shares_noun
from smartlint.language.tokens import Token
from smartlint.record import Final
from smartlint.source import Span

_STOPS: Final = frozenset(".:!?")
_DIRECTIONS: Final = frozenset(("increase", "decrease"))
#: Verbs that no list of the lexicon has, told by the form of goal that they lead.
_VERB_ROLES: Final = FORMED
_CURRENCIES: Final = frozenset("$€£")
#: What a present participle ends in, in the Nordic languages: as good as an adjective.
_PARTICIPLES: Final = ("ande", "ende")
_TO: Final = frozenset(("to", "å", "att", "at"))
#: How far back the fellow of a joined word is looked for.
_NEAR: Final = 30
#: Words that are neither a verb nor the noun that an adjective stands before.
_NO_VERB: Final = bits(
    "noun", "unit", "q.and", "q.of", "number", "article", "weasel", "superlative", "comparative", "t.unit", "currency"
)


_ARTICLE: Final = bits("article")
#: What no noun is that something is said of.
_NO_SUBJECT: Final = bits("relative", "modal", "state", "before_verb", "q.and")
_BOUND: Final = bits("q.above", "q.below", "q.at_least", "q.at_most")
_COMPARATIVE_NUMBER: Final = bits("comparative", "number")
_DETERMINER: Final = bits("determiner")
_RELATIVE: Final = bits("relative")
_MODAL: Final = bits("modal")
_MODAL_STATE: Final = bits("modal", "state")
_MULTIPLE: Final = bits("multiple")
_NOUN: Final = bits("noun")
_NOUN_TOO: Final = bits("noun_too")
_NOUN_MODAL: Final = bits("noun", "modal")
_Q_AND: Final = bits("q.and")
_Q_AND_P_AND: Final = bits("q.and", "p.and")
_Q_AND_Q_OF_ARTICLE: Final = bits("q.and", "q.of", "article")
_Q_BY_Q_OF: Final = bits("q.by", "q.of")
_Q_OF: Final = bits("q.of")
_Q_TO: Final = bits("q.to")
_TO_FROM_NUMBER: Final = bits("q.to", "q.from", "number")
_TO_FROM: Final = bits("q.to", "q.from")
#: Roles of the verbs that share an object.
_A_VERB: Final = bits(*VERBS)
_STATE: Final = bits("state")
_STATE_MODAL: Final = bits("state", "modal")
_STATE_VERB_ROLES: Final = bits("state") | _VERB_ROLES
_QUALIFYING: Final = ADJECTIVE | bits("vague_qualifier")


class _Words:
    """What a language needs to tell a joined clause from a joined noun (``words.coordination`` of its pack)."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self.subordinators = frozenset(table["subordinators"])
        self.objects = frozenset(table["objects"])
        self.verbs = frozenset(table["verbs"])
        self.verb_endings = tuple(table["verb_endings"])
        self.other_endings = tuple(table["other_endings"])


@lru_cache
def _words(code: str) -> _Words:
    return _Words(load(code).data["words"]["coordination"])


def joint(sentence: Sentence, means: Sequence[Span] = ()) -> tuple[Span | None, bool]:
    """The "and" or comma that joins two clauses with objects of their own, two qualities of two things, or two amounts.

    Not nouns, adjectives or verbs that share what follows them, nor an outcome and its means, nor what a subordinate
    clause says. With it, whether one can be reached without the other: they are no steps with one thing.
    """
    at, apart = _joint_at(sentence, means[0].start - sentence.offset if means else len(sentence.text))
    if at < 0:
        return None, False
    return Span(sentence.offset + sentence.line.starts[at], sentence.offset + sentence.line.end(at)), apart


def _joint_at(sentence: Sentence, end: int) -> tuple[int, bool]:
    """Which token joins two outcomes before ``end``, or -1, and whether they are no steps with one thing."""
    from smartlint.language.succession import is_one_outcome, is_one_thing  # here: few sentences join anything

    start, blocked, chained, verb = 0, False, False, -1
    steps = -1
    words = _words(sentence.pack.code)
    for at, token in enumerate(sentence.tokens[:-1]):
        if sentence.line.starts[at] >= end:
            break
        if token.text in _STOPS and at not in sentence.used and sentence.tokens[at - 1].low != "kl":
            start, blocked, chained, verb = at + 1, False, False, -1
        elif token.low in words.subordinators and not ((token.low == "that" and verb == at - 1 >= 0) or _is_as(sentence, at)):
            blocked = True  # but what follows "ensure that" is the goal itself
        elif at > start and at not in sentence.used and _is_joint(token):
            joint = _Joint(sentence, words, start, at, verb)
            second = joint.second()
            one = second > 0 and is_one_outcome(sentence, start, verb, second)
            chained = chained or one or (second > 0 and is_one_thing(sentence, verb, second))
            closed = not blocked or sentence.tokens[at - 1].text == ","
            if (closed and ((second > 0 and not chained) or joint.qualities())) or (not blocked and _two_amounts(sentence, at)):
                return at, True
            if closed and second > 0 and not one and steps < 0:
                steps = at
        elif verb < 0 and _leads(sentence, words, start, at):
            verb = at
    return steps, False


def _is_as(sentence: Sentence, at: int) -> bool:
    """``win two towns as customers and …``, ``vinde to kommuner som kunder og``: no clause, but one noun after it."""
    tokens = sentence.tokens
    return tokens[at].low == "som" and at + 2 < len(tokens) and tokens[at + 2].common & _Q_AND != 0


def _is_joint(token: Token) -> bool:
    return token.common & _Q_AND_P_AND != 0 or token.text in (",", ";")


def _leads(sentence: Sentence, words: _Words, start: int, at: int) -> bool:
    """The first verb of a clause: of the lexicon, or what looks like one in its first place; no modal."""
    token = sentence.tokens[at]
    if sentence.kinds.get(at, NO_KINDS) & VERBS or token.common & _MULTIPLE:
        return True
    if token.low in words.verbs or (token.common & _STATE_VERB_ROLES and not token.mask & _NOUN_MODAL):
        return True
    if at != start or token.kind != "word" or token.mask & _NO_VERB or token.common & PREPOSITIONS:
        return False
    if sentence.pack.code == "en":
        return not token.low.endswith(words.other_endings)
    return token.low.endswith(words.verb_endings) and not token.low.endswith(words.other_endings)


class _Joint:
    """An "and" or comma with the clause before it: where that starts and its first verb."""

    def __init__(self, sentence: Sentence, words: _Words, start: int, at: int, verb: int) -> None:
        self.sentence = sentence
        self.words = words
        self.start = start
        self.at = at
        self.verb = verb

    def second(self) -> int:
        """Where the second of two verbs stands that have an object each, or what it would do; 0: there are not two."""
        tokens, verb = self.sentence.tokens, self.verb
        if not self.start <= verb < self.at - 1 or self._shared():
            return 0
        after = self.at + 1
        while after < len(tokens) - 1 and (tokens[after].mask & ADVERB or tokens[after].low in _TO):
            after += 1
        if after > self.at + 1 and tokens[after - 1].low in ("at", "att"):
            near = tokens[max(verb, self.at - _NEAR) : self.at]
            return after if any(token.low == tokens[after - 1].low for token in near) else 0
        return after if self._is_verb(after) or self._own_subject(after) or self._two_things(after) else 0

    def _two_things(self, at: int) -> bool:
        """``Open a shop in Oslo and a warehouse in Bergen``: a thing made at its place, and another with its own article."""
        tokens = self.sentence.tokens
        made = "deliver" in self.sentence.kinds.get(self.verb, NO_KINDS) and tokens[self.at].common & _Q_AND
        placed = any(token.common & PREPOSITIONS for token in tokens[self.verb + 1 : self.at])
        listed = any(token.text == "," for token in tokens[self.verb : self.at])
        return bool(made and placed and not listed and tokens[at].common & _ARTICLE and at + 1 < len(tokens))

    def _own_subject(self, at: int) -> bool:
        """After a comma: ``, and the old one is shut down``."""
        tokens = self.sentence.tokens
        if tokens[self.at - 1].text != ",":
            return False
        if tokens[at].low not in self.words.objects:
            return self._is_told_of(at)
        for place in range(at + 1, min(at + REACH, len(tokens))):
            if tokens[place].common & _MODAL or tokens[place].kind != "word":
                return False
            if tokens[place].common & _STATE or self.sentence.kinds.get(place, NO_KINDS) & VERBS:
                return place > at + 1
        return False

    def _is_told_of(self, at: int) -> bool:
        """After "and" a known noun with what is said of it: ``, og originalene er levert``."""
        tokens = self.sentence.tokens
        if at + 2 >= len(tokens) or not tokens[self.at].common & _Q_AND:
            return False
        named = tokens[at].kind == "word" and not tokens[at].common & PREPOSITIONS and not tokens[at].mask & _NO_SUBJECT
        return named and tokens[at + 1].common & _STATE != 0 and not tokens[at + 1].common & _MODAL

    def _shared(self) -> bool:
        """A verb before the joint that shares its object, or a participle: ``clean, wash and paint``, ``is written and``."""
        before = self.sentence.tokens[self.at - 1]
        if not (before.mask & (_A_VERB | _VERB_ROLES) or before.low in self.words.verbs):
            return False
        return self.sentence.tokens[self.verb].common & _STATE != 0 or self.sentence.tokens[self.at - 2].text == ","

    def _is_verb(self, at: int) -> bool:
        tokens = self.sentence.tokens
        if at + 1 >= len(tokens):
            return False
        token, following = tokens[at], tokens[at + 1]
        if (
            token.kind != "word"
            or following.common & _Q_AND
            or (following.kind == "sign" and following.text not in _CURRENCIES)
        ):
            return False
        if token.common & _NOUN_TOO and shares_noun(tokens, at):
            return False
        comma = not self.sentence.tokens[self.at].common & _Q_AND_P_AND
        if comma and token.low.endswith("ing"):
            return False
        known = bool(self.sentence.kinds.get(at, NO_KINDS) & VERBS) or token.common & _MULTIPLE
        if known and self.sentence.pack.code == "en" and token.low.endswith("ed"):
            known = tokens[self.verb].low.endswith("ed")  # "and configured servers"
        elif known and token.low.endswith(_PARTICIPLES) and token.low not in self.words.verbs:
            known = False  # "a positive and including place"
        elif token.low in self.words.verbs and token.low not in self.words.subordinators:
            return not following.common & PREPOSITIONS or following.low == "to" or following.low in self.words.objects
        if known or comma:
            return bool(known) and not following.mask & _Q_OF
        if token.common & _STATE_MODAL and not token.mask & _NOUN:
            return True
        if token.common & _VERB_ROLES and self._is_no_noun(token, following):
            return True
        return self._looks_like_verb(token, following)

    def _is_no_noun(self, token: Token, following: Token) -> bool:
        """``and answer all comments``, not ``the search and rescue drone``."""
        if following.mask & _BOUND and not token.mask & _NOUN:
            return True  # "og komme under 3 %"
        if following.common & PREPOSITIONS or following.mask & _Q_BY_Q_OF:
            return False
        opens = following.mask & (_DETERMINER | _COMPARATIVE_NUMBER) and not following.common & _RELATIVE
        if token.mask & _NOUN:
            return bool(self.sentence.english and opens)
        return not token.common & _NOUN_TOO or bool(opens)

    def _looks_like_verb(self, token: Token, following: Token) -> bool:
        """A word of no list with the form of a verb, and an object after it."""
        if token.mask & _NO_VERB or token.common & PREPOSITIONS or not token.text.islower() or self._adjective(token):
            return False
        english = self.sentence.pack.code == "en"
        if not english and token.low.endswith(self.words.other_endings):
            return False
        base = token.low.endswith(self.words.verb_endings)
        if following.kind != "word" or following.low in self.words.objects or following.mask & _COMPARATIVE_NUMBER:
            return base or self._agrees(token, english)
        if english:
            return base and not token.low.endswith(self.words.other_endings)
        return base and not (following.common & PREPOSITIONS or following.common & _MODAL_STATE)

    def _agrees(self, token: Token, english: bool) -> bool:
        """The form of a verb in the present where the first verb has it, or in English a base form."""
        ending = "s" if english else "r"
        if token.low.endswith(ending) and not token.low.endswith("ss"):
            return self.sentence.tokens[self.verb].low.endswith(ending)
        return english

    def _adjective(self, token: Token) -> bool:
        return token.mask & _QUALIFYING != 0

    def qualities(self) -> bool:
        """``Fewer errors and faster replies``: two things with a quality or change of each, not one thing with two."""
        tokens = self.sentence.tokens
        if not tokens[self.at].common & _Q_AND_P_AND:
            return False
        after = self._quality(self.at + 1, len(tokens))
        before = self._quality(self.start, self.at)
        return bool(before and after) or self._comparatives(after)

    def _quality(self, at: int, stop: int) -> frozenset[str]:
        """The lists of the quality that stands first from a place on, over a subject that has it, with a noun after it."""
        tokens = self.sentence.tokens
        have = next((i for i in range(at, min(at + REACH, stop)) if tokens[i].common & _STATE), at - 1)
        at = have + 1 if at == self.start else at
        at += at < stop and (tokens[at].common & _ARTICLE or tokens[at].low in self.words.objects) and not self._kinds(at)
        if at + 1 >= stop or not self._kinds(at):
            return frozenset()
        following = tokens[at + 1]
        if following.kind != "word" or following.common & PREPOSITIONS or following.mask & _Q_AND_Q_OF_ARTICLE:
            return frozenset()
        return self._kinds(at)

    def _comparatives(self, after: frozenset[str]) -> bool:
        """``Give customers lower prices and better service``."""
        if "comparative" not in after:
            return False
        near = range(max(self.start, self.at - _NEAR), self.at - 1)
        return any("comparative" in self._kinds(at) for at in near) and not self._kinds(self.at - 1)

    def _kinds(self, at: int) -> frozenset[str]:
        return frozenset(self.sentence.kinds.get(at, NO_KINDS)) & (QUALITIES | _DIRECTIONS)


def _two_amounts(sentence: Sentence, at: int) -> bool:
    """``Revenue of 12 million and the margin to 8 percent``: an aim on each side, the second of another noun.

    The second may begin with where it is now: ``and staff turnover from 18 % to 12 %``.
    """
    if len(sentence.quantities) < 2:
        return False
    amounts = sentence.amounts
    after = bisect_right(amounts, sentence.line.starts[at])
    if not 0 < after < len(amounts) or sentence.aims[-1] < amounts[after]:
        return False  # nothing more is aimed at: "70 % at the first call, up from 48 %"
    places = range(at + 1, min(at + 2 + REACH, len(sentence.tokens)))
    between = [sentence.tokens[place] for place in places if sentence.line.starts[place] < amounts[after]]
    if len(between) < 2 or between[0].common & _TO_FROM_NUMBER:
        return False
    return between[-1].mask & (_Q_TO if amounts[after] in sentence.aims else _TO_FROM) != 0
