"""Who is to do it, as a sentence says it: addresses, ``Owner: …``, a subject that owns, a unit in a parenthesis."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from smartlint.language.pack import load
from smartlint.language.people import is_first_name, is_owner
from smartlint.language.roles import CAPITAL, COLON, OWNERLY, PREPOSITIONS, STOP, bits
from smartlint.language.sentence import VERBS, Sentence
from smartlint.language.tokens import Token
from smartlint.source import Span

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PARENTHESIS = re.compile(r"\(([^()]{2,60})\)")
_POSSESSIVE = re.compile(r"['’]s?$")
#: How many words the name of a role or unit has at most.
_LONGEST = 5


_COMPARATIVE_VAGUE_QUALIFIER = bits("comparative", "vague_qualifier")
_INCREASE_DECREASE = bits("increase", "decrease")
_MANY_908 = bits("p.in", "q.and", "unit", "article", "number")
_MODAL = bits("modal")
_MODAL_Q_AND_P_AND = bits("modal", "q.and", "p.and")
_NOUN = bits("noun")
_NUMBER_ARTICLE = bits("number", "article")
_OWNER_WORD = bits("owner_word")
_Q_AND_P_AND = bits("q.and", "p.and")
_Q_BY_Q_TO_Q_FROM = bits("q.by", "q.to", "q.from")
_Q_PERCENT = bits("q.percent")
_STATE = bits("state")
_UNIT_Q_OF = bits("unit", "q.of")
_UNIVERSAL = bits("universal")


class _Words(NamedTuple):
    """The words of a language that tell an owner (``words.owners`` of its pack)."""

    determiners: frozenset[str]
    abilities: frozenset[str]
    short: frozenset[str]
    achieved: frozenset[str]
    become: frozenset[str]
    causatives: frozenset[str]
    present: frozenset[str]


@lru_cache
def _words(code: str) -> _Words:
    table = load(code).data["words"]["owners"]
    return _Words(**{name: frozenset(table[name]) for name in _Words._fields})


def owners(sentence: Sentence) -> tuple[Span, ...]:
    """Who is to do it: addresses, ``Owner: …``, a person, role or unit as the subject or in a parenthesis."""
    found = _addresses(sentence) if "@" in sentence.text else []
    if not found and sentence.line.all & COLON:
        found = _labelled(sentence)
    if not found and _may_own(sentence):
        found = _subjects(sentence)
    if not found and "(" in sentence.text:
        found = _in_parenthesis(sentence)
    return tuple(Span(sentence.offset + span.start, sentence.offset + span.end) for span in sorted(found))


def _addresses(sentence: Sentence) -> list[Span]:
    """E-mail addresses and handles."""
    addresses = [Span(*match.span()) for match in _EMAIL.finditer(sentence.text)]
    signs = {sentence.text.index("@", mail.start) for mail in addresses}
    handles = [Span(one.start, one.end) for one in sentence.tokens if one.text[0] == "@" and len(one.text) > 1]
    return addresses + [one for one in handles if one.start not in signs]


def _may_own(sentence: Sentence) -> bool:
    """Early in the sentence stands what the name of an owner ends in: a unit or role, a first name, two capitals."""
    capital = 0
    for mask in sentence.masks[: _LONGEST + 3]:
        if mask & OWNERLY or capital & mask:
            return True
        capital = mask & CAPITAL
    return False


def _labelled(sentence: Sentence) -> list[Span]:
    """What stands before a colon and owns: ``Sales team: …``; or after the word for it: ``Owner: Kari Nordmann``."""
    colon = next((at for at, token in enumerate(sentence.tokens[:6]) if token.text == ":"), None)
    if not colon:
        return []
    if sentence.tokens[0].mask & _OWNER_WORD:
        return _named(sentence, colon + 1)
    span = _span(sentence, 0, colon)
    return [span] if _owns(sentence, 0, colon) else []


def _named(sentence: Sentence, start: int) -> list[Span]:
    """The capitalised words from a place on, four at most; a role or unit may be in lower case."""
    stop = start
    while stop < len(sentence.tokens) and sentence.tokens[stop].text[:1].isupper() and stop - start < 4:
        stop += 1
    if stop == start and start < len(sentence.tokens) and _owns(sentence, start, start + 1):
        stop = start + 1
    return [_span(sentence, start, stop)] if stop > start else []


def _subjects(sentence: Sentence) -> list[Span]:
    """Units, roles or people that the sentence starts with, and a verb of doing after them."""
    tokens = sentence.tokens
    words = _words(sentence.pack.code)
    caused = bool(tokens) and tokens[0].low in words.causatives
    begin = int(caused)
    found: list[Span] = []
    while begin < len(tokens) - 1:
        begin += tokens[begin].low in words.determiners
        stop = _subject_end(sentence, begin)
        if stop == begin and found and _is_fellow(tokens[0], tokens[begin]):
            stop = begin + 1
        if stop == begin:
            return []
        found.append(_without_article(sentence, begin, stop))
        if _POSSESSIVE.search(tokens[stop - 1].text) and stop + 1 < len(tokens):
            stop += 1  # "Anna's team"
        if tokens[stop].mask & _Q_AND_P_AND or (tokens[stop].text == "," and len(found) > 1):
            begin = stop + 1
            continue
        return found if (caused and _acts(tokens[stop])) or _does(sentence, stop) else []
    return []


def _is_fellow(first: Token, token: Token) -> bool:
    """A name that is not known, beside one that is: ``Karin and Babak``."""
    return token.text.istitle() and token.text != "I" and is_first_name(first.text)


def _subject_end(sentence: Sentence, begin: int) -> int:
    """Where an owner ends that starts at a token; the token itself where none does."""
    tokens = sentence.tokens
    name = tokens[begin].text
    if _POSSESSIVE.search(name) and is_first_name(_POSSESSIVE.sub("", name)):
        return begin + 1
    if begin + 4 < len(tokens) and tokens[begin + 1].text == "-" and tokens[begin + 2].mask & _Q_AND_P_AND:
        return begin + 4 if _owns(sentence, begin + 3, begin + 4) else begin  # "Teknik- og miljøforvaltningen"
    last, stop = min(begin + _LONGEST, len(tokens) - 1), begin + 1
    while stop < last and (tokens[stop].text == "&" or (tokens[stop].kind == "word" and not _links(sentence, stop))):
        stop += 1
    stops = range(min(stop, last), begin, -1)
    return next((end for end in stops if _owns(sentence, begin, end)), begin)


def _owns(sentence: Sentence, begin: int, stop: int) -> bool:
    """Whether some tokens name a unit, role or person: no verb first, and no place of something else."""
    tokens = sentence.tokens[begin:stop]
    if any(token.kind != "word" and token.text != "&" for token in tokens) or not tokens:
        return False
    if tokens[0].mask & _UNIVERSAL or (len(tokens) > 1 and _starts_with_verb(sentence, begin)):
        return False
    if len(tokens) > 1 and tokens[0].mask & PREPOSITIONS and tokens[1].text.islower():
        return False  # "per employee"
    if any(tokens[at - begin].text != "&" and _links(sentence, at) for at in range(begin + 1, stop)):
        return False
    first = tokens[0].text
    if len(tokens) == 1 and first[:1].isupper() and begin not in sentence.used and is_first_name(_POSSESSIVE.sub("", first)):
        return not tokens[0].roles or _is_followed_by_verb(sentence, begin + 1)
    return is_owner(sentence.text[tokens[0].start : tokens[-1].end], sentence.pack)


def _is_followed_by_verb(sentence: Sentence, at: int) -> bool:
    """After a name that is another word as well (``May``, ``Per``): a verb that is known, or another owner."""
    following = sentence.tokens[at : at + 1]
    return any(one.text == ":" or one.mask & _MODAL_Q_AND_P_AND or not VERBS.isdisjoint(one.roles) for one in following)


def _starts_with_verb(sentence: Sentence, begin: int) -> bool:
    """A verb first, and no role that a name follows: ``Trener Hansen``."""
    first, name = sentence.tokens[begin : begin + 2]
    role = name.text == "&" or (name.text[:1].isupper() and is_owner(first.text, sentence.pack))
    return bool(sentence.kinds.get(begin, frozenset()) & VERBS) and not role


def _links(sentence: Sentence, at: int) -> bool:
    """A preposition or another small word, after which stands where something is; or a verb with its object."""
    token = sentence.tokens[at]
    if token.mask & _UNIT_Q_OF:
        return False
    if VERBS & sentence.kinds.get(at, set()) and not token.mask & _NOUN:
        return True
    return bool(token.mask & PREPOSITIONS) or token.mask & STOP != 0 or (token.text.islower() and len(token.text) < 4)


def _does(sentence: Sentence, at: int) -> bool:
    """A verb of doing starts at a token: after a modal of duty or "to", or in the present; no mere state."""
    tokens = sentence.tokens
    token = tokens[at]
    to = token.low == "to" and sentence.pack.code == "en"
    words = _words(sentence.pack.code)
    modal = (token.mask & _MODAL and token.low not in words.abilities) or to
    if token.mask & _STATE and _responsible(sentence, at + 1):
        return True
    at += modal and at + 1 < len(tokens) and token.roles.get("state") not in words.achieved
    verb = tokens[at]
    achieves = verb.roles.get("state") in words.achieved
    if (
        verb.kind != "word"
        or (verb.mask & _STATE and not achieves)
        or not (modal or achieves or verb.low not in words.abilities)
    ):
        return False
    if verb.roles.get("state") in words.become:
        return any(after.mask & _COMPARATIVE_VAGUE_QUALIFIER for after in tokens[at + 1 : at + 2])
    if _grows(sentence, at):
        return False
    if modal:
        return not (verb.low.endswith("s") and sentence.pack.code != "en" and verb.low[-2:] != "ss")
    return achieves or _present(sentence, at)


def _grows(sentence: Sentence, at: int) -> bool:
    """``Sales grow by 10 %``: a change of the subject itself, no object after it."""
    if not sentence.tokens[at].mask & _INCREASE_DECREASE:
        return False
    after = sentence.tokens[at + 1 : at + 3]
    if not after or after[0].mask & _Q_BY_Q_TO_Q_FROM:
        return True
    return after[0].kind == "sign" or (
        after[0].kind == "number" and (after[-1].text == "%" or after[-1].mask & _Q_PERCENT != 0)
    )


def _present(sentence: Sentence, at: int) -> bool:
    """A verb in the present tense: of the lexicon, or by its ending."""
    verb = sentence.tokens[at]
    if verb.mask & _MANY_908 or not verb.text.islower():
        return False
    after = sentence.tokens[at + 1 : at + 2]
    if verb.mask & _NOUN and not any(one.mask & _NUMBER_ARTICLE or one.kind == "number" for one in after):
        return False
    endings = ("s",) if sentence.pack.code == "en" else ("r", "er", "ar")
    known = not VERBS.isdisjoint(verb.roles) or verb.low in _words(sentence.pack.code).present
    return known or verb.low.endswith(endings)


def _acts(token: Token) -> bool:
    return token.kind == "word" and not token.mask & PREPOSITIONS


def _responsible(sentence: Sentence, at: int) -> bool:
    """``has ansvaret for``, ``is responsible``."""
    tokens = sentence.tokens[at : at + 2]
    return any(token.mask & _OWNER_WORD or token.low in ("responsible", "ansvaret", "ansvar") for token in tokens)


def _in_parenthesis(sentence: Sentence) -> list[Span]:
    """``(Sales)``, ``(Mette)``, ``(resp. Heidi)``, ``(Knut has ansvaret)``."""
    match = _PARENTHESIS.search(sentence.text)
    if not match:
        return []
    if is_owner(match[1], sentence.pack) or (match[1][:1].isupper() and is_first_name(match[1])):
        return [Span(*match.span(1))]
    inner = [at for at, token in enumerate(sentence.tokens) if match.start(1) <= token.start < match.end(1)]
    begin = inner[0] if inner else 0
    if len(inner) < 2:
        return []
    if sentence.tokens[begin].mask & _OWNER_WORD or sentence.tokens[begin].low.rstrip(".") in _words(sentence.pack.code).short:
        return _named(sentence, next((at for at in inner[1:] if sentence.tokens[at].kind == "word"), begin))
    stop = _subject_end(sentence, begin)
    return [_span(sentence, begin, stop)] if stop > begin and _does(sentence, stop) else []


def _without_article(sentence: Sentence, begin: int, stop: int) -> Span:
    """The span of an owner without "the" before it and what makes a genitive of it."""
    span = _span(sentence, begin, stop)
    text = sentence.text[span.start : span.end]
    first, blank, _ = text.partition(" ")
    article = first + blank if blank and first.lower() in _words(sentence.pack.code).determiners else ""
    return Span(span.start + len(article), span.end - len(text) + len(_POSSESSIVE.sub("", text)))


def _span(sentence: Sentence, first: int, stop: int) -> Span:
    return Span(sentence.tokens[first].start, sentence.tokens[stop - 1].end)
