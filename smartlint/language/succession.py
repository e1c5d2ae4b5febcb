"""Two steps with one thing: the second of two joined clauses takes up what the first is about, or yields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from smartlint.language.pack import load
from smartlint.language.roles import PREPOSITIONS, bits
from smartlint.language.sentence import Sentence
from smartlint.language.tokens import Token
from smartlint.record import Final

#: Pronouns that are no article, and what belongs to the verb before them: "lære dei opp".
_ALWAYS: Final = frozenset(("it", "them", "dem"))
_PARTICLES: Final = frozenset(("opp", "upp", "op", "ut", "ud", "inn", "in", "ind", "ned", "ner", "ferdig", "klar"))
_THERE: Final = frozenset(("there", "der", "dér", "där", "slik", "så"))
_THE: Final = frozenset(("the", "de", "dei"))
_ONES: Final = frozenset(("one", "ones"))
_STOPS: Final = frozenset(".:;!?")
_NONE: Final[frozenset[str]] = frozenset()
#: Lists of the verbs that speak of results as of any other figure.
_CHANGE: Final = frozenset(("increase", "decrease", "keep", "vague_verb"))
_NUMBER: Final = bits("number")
_RELATIVE: Final = bits("relative")
_Q_AND: Final = bits("q.and")
_NEW: Final = bits("new")
_ARTICLE: Final = bits("article")
_QUALITY: Final = bits("comparative", "vague_qualifier")
_SAID: Final = bits("state", "modal")
#: How far behind the second verb the noun of its object is looked for, and how long it is at least.
_OBJECT: Final = 4
_NOUN: Final = 4
#: What makes a Nordic noun a known one, behind its bare form.
_DEFINITE: Final = ("en", "n", "et", "t", "a", "ene", "na", "ane", "erne")


class _Words:
    """What takes up the thing before: pronouns, nouns for what a step yields, and verbs of steps that only prepare."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self.pronouns = frozenset(table["pronouns"])
        self.demonstratives = frozenset(table["demonstratives"])
        self.any_of_them = frozenset(table["any_of_them"])
        self.manner = frozenset(table["manner"])
        self.prepositions = frozenset(table["prepositions"])
        self.spreading = frozenset(table["spreading"])
        self.products = frozenset(table["products"])
        self.preparing = frozenset(table["preparing"])


@lru_cache
def _words(code: str) -> _Words:
    return _Words(load(code).data["words"]["coordination"])


def is_one_outcome(sentence: Sentence, start: int, verb: int, second: int) -> bool:
    """The second verb says what is done with the object of the first, or both say what one can do.

    ``hire two nurses and train them``, ``users can open the page and see their balance``.
    """
    words, tokens, after = _words(sentence.pack.code), sentence.tokens, second + 1
    if any(token.low in sentence.pack.abilities for token in tokens[start:verb]) or _some_of_them(sentence, after):
        return True
    return after < len(tokens) and tokens[after].low in words.pronouns and _stands_alone(sentence, words, after)


def is_one_thing(sentence: Sentence, verb: int, second: int) -> bool:
    """What the second verb does has to do with what was spoken of before, or shows it, or is what the first step was for.

    ``kjøpe telt og lære laget hvordan de brukes``, ``interview ten customers and present the findings``.
    """
    words, tokens = _words(sentence.pack.code), sentence.tokens
    if tokens[verb].low.split()[0] in words.preparing:
        return True
    if tokens[second].low in words.spreading and _begins_aside(sentence, words, second + 1):
        return True
    return _taken_up(sentence, words, second) or _is_product(sentence, words, second) or _is_named_again(sentence, verb, second)


def _begins_aside(sentence: Sentence, words: _Words, at: int) -> bool:
    """No object stands there: ``draft a plan and circulate among members``."""
    return at < len(sentence.tokens) and sentence.tokens[at].low in words.prepositions


def _some_of_them(sentence: Sentence, at: int) -> bool:
    """``Test eight pages and keep the two that convert best``: a number of known ones without their noun."""
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or tokens[at].low not in _THE or not tokens[at + 1].common & _NUMBER:
        return False
    after = tokens[at + 2]
    return after.kind == "sign" or after.common & (_RELATIVE | PREPOSITIONS) != 0


def _taken_up(sentence: Sentence, words: _Words, second: int) -> bool:
    """A pronoun in the second clause stands for what the first is about."""
    tokens = sentence.tokens
    for at in range(second + 1, len(tokens)):
        token = tokens[at]
        if token.text in _STOPS and at not in sentence.used:
            return False
        if token.low in words.demonstratives and _speaks(tokens, at):
            return True
        if _is_another(sentence, words, at):
            return True
        if token.low in words.pronouns and (_stands_alone(sentence, words, at) or tokens[at - 1].low in words.manner):
            return True
    return False


def _stands_alone(sentence: Sentence, words: _Words, at: int) -> bool:
    """No article (``de nye``), nor an ``it`` that stands for what is said after it (``make it easier to …``)."""
    tokens = sentence.tokens
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.kind == "sign" or at + 1 in sentence.dated or after.low in _PARTICLES or after.low in _THERE:
        return True
    if tokens[at].low in _ALWAYS and not after.mask & (_QUALITY | _SAID):
        return True
    return after.common & (PREPOSITIONS | _Q_AND) != 0 or after.low in words.prepositions


def _is_another(sentence: Sentence, words: _Words, at: int) -> bool:
    """``shut the shop in Leeds and open a new one in York``, ``åbne et nyt i Horsens``, ``clear every blocked one``."""
    tokens = sentence.tokens
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.low in _ONES:
        return any(one.low in words.any_of_them for one in tokens[at - 2 : at])
    alone = after is None or after.kind == "sign" or at + 1 in sentence.dated or after.low in words.prepositions
    return alone and token.mask & _NEW != 0 and tokens[at - 1].common & _ARTICLE != 0


def _speaks(tokens: tuple[Token, ...] | list[Token], at: int) -> bool:
    """A demonstrative with a verb behind it: ``that these are known``."""
    return at + 1 < len(tokens) and tokens[at + 1].common & _SAID != 0


def _is_product(sentence: Sentence, words: _Words, second: int) -> bool:
    """The object of the second verb is what the first step yields: ``write up the answers``; not ``improve the results``."""
    tokens = sentence.tokens
    if sentence.kinds.get(second, _NONE) & _CHANGE:
        return False
    return any(token.low in words.products for token in tokens[second + 1 : second + 1 + _OBJECT])


def _is_named_again(sentence: Sentence, verb: int, second: int) -> bool:
    """``write a plan and present the plan to the board``, ``lage en plan og legge planen fram``: the same noun, now known."""
    tokens = sentence.tokens
    english = sentence.pack.code == "en"
    before = tuple([token.low for token in tokens[verb + 1 : second - 1] if token.kind == "word"])
    for at in range(second + 1, min(second + 1 + _OBJECT, len(tokens))):
        low = tokens[at].low
        if english:
            named = len(low) >= _NOUN and tokens[at - 1].low == "the" and low in before
        else:
            bare = tuple([low.removesuffix(end) for end in _DEFINITE if low.endswith(end) and len(low) - len(end) >= _NOUN])
            named = bool(bare) and any(noun.endswith(bare) for noun in before)
        if named:
            return True
    return False
