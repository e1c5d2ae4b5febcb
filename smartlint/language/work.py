"""What tells work from what comes of it: how often it is done, to how many, and what kind of thing is made."""

from __future__ import annotations

from collections.abc import Set

from smartlint.language.head import is_gerund
from smartlint.language.roles import GATHERING, IMMATERIAL, PREPOSITIONS, SIGN, bits
from smartlint.language.sentence import Head, Sentence
from smartlint.language.tokens import Token
from smartlint.record import Final

_DIRECTIONS: Final = frozenset(("increase", "decrease"))
#: How far from its verb a thing that is made is named.
_THING: Final = 6
_QUOTES: Final = frozenset("`\"'“”«»„")
_ARTICLE_NUMBER_NEW: Final = bits("article", "number", "new")
_DETERMINER: Final = bits("determiner")
_STATE: Final = bits("state")
_UPKEEP: Final = bits("upkeep")
_ENDS: Final = PREPOSITIONS | SIGN | bits("relative")
_ENDS_OR_JOINS: Final = _ENDS | bits("q.and", "q.of")


def is_routine(sentence: Sentence, head: Head, kinds: Set[str]) -> bool:
    """What is made every few days or weeks is work: "post three times a week"; not "publish a report every quarter"."""
    return ("activity" in kinds and sentence.recurrent) or (sentence.frequent and not head.subject)


def is_effort(sentence: Sentence, at: int, kinds: Set[str]) -> bool:
    """What is kept up, or done with more effort, by no number: "keep the pages up to date", "increase focus on safety"."""
    if sentence.amount or sentence.compared:
        return False
    after = sentence.tokens[at + 1 : at + 4]
    if "keep" in kinds:
        return bool(sentence.line.has(_UPKEEP)) or any(is_gerund(sentence, one) for one in after[:1])
    return bool(kinds & _DIRECTIONS) and any(one.low in sentence.pack.clues.efforts for one in after)


def is_work_of_any_number(sentence: Sentence, at: int) -> bool:
    """A verb that is work however many there are: "attend four fairs"; not "read twelve books"."""
    roles = sentence.tokens[at].roles
    return str(roles.get("activity") or roles.get("form.activity")) in sentence.pack.clues.still_work


def is_thing(sentence: Sentence, at: int) -> bool:
    """An indefinite thing follows: an article or number, "new", with or without "at least", or a name in quotes."""
    close = sentence.tokens[at : at + 2]
    return any(one.kind == "number" or one.text in _QUOTES or one.mask & _ARTICLE_NUMBER_NEW for one in close)


def is_built(sentence: Sentence, at: int) -> bool:
    """The known thing that follows is of a kind that somebody makes: "develop the booking app"."""
    close = sentence.tokens[at + 1 : at + 5]
    if not close or not close[0].mask & _DETERMINER:
        return False
    noun = next((place for place, one in enumerate(close) if one.low in sentence.pack.clues.built), 0)
    return noun > 0 and all(one.kind == "word" and not one.common & PREPOSITIONS for one in close[:noun])


def is_immaterial(sentence: Sentence, at: int) -> bool:
    """What is made can be neither seen nor handed over: "build trust", "create a safe workplace"."""
    for place in range(at + 1, min(at + _THING, len(sentence.tokens))):
        if sentence.row[place].common & _ENDS:
            return False
        last = not sentence.english or place + 1 == len(sentence.tokens) or sentence.row[place + 1].mask & _ENDS_OR_JOINS
        if last and sentence.tokens[place].mask & IMMATERIAL:
            return True
    return False


def is_habit(sentence: Sentence, head: Head, at: int) -> bool:
    """Done to things of no number, so without an end: "take vitamins", "call old customers"."""
    after = sentence.tokens[at + 1 : at + 3]
    if head.subject or sentence.amount or not after or sentence.row[at].common & _STATE or after[0].mask & _DETERMINER:
        return False
    many = [_is_many(sentence, one) for one in after]
    alone = len(after) == 1 or bool(after[1].common & PREPOSITIONS)
    return (many[0] and alone) or (len(many) > 1 and many[-1])


def _is_many(sentence: Sentence, token: Token) -> bool:
    return token.kind == "word" and token.low.endswith(sentence.pack.clues.plurals) and not token.low.endswith("ss")


def is_gathering(sentence: Sentence, at: int) -> bool:
    """What follows is held and over, not kept as it is."""
    return any(one.mask & GATHERING for one in sentence.tokens[at + 1 : at + 5])


def lasts(sentence: Sentence) -> bool:
    """The amount is how long: "walk for 30 minutes"."""
    return all(quantity.unit in ("s", "min", "h", "d") for quantity in sentence.quantities)
