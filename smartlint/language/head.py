"""The head of a sentence: the verb that says what is to happen, with or without a subject before it, or none."""

from __future__ import annotations

from typing import NamedTuple

from smartlint.language.pack import FORMS
from smartlint.language.sentence import VERBS, Sentence
from smartlint.language.tokens import Token

_FORMS = tuple(f"form.{form}" for form in FORMS)
#: How far into a sentence its label ("Phase 2:") or its verb may stand.
_LABEL = 7
#: Endings of the nouns that verbs make, of adjectives and of definite plurals: no infinitive or imperative has them.
_NOUN_ENDINGS = {
    "en": ("ing", "ion", "ment", "ness", "ity", "ance", "ence", "s", "al", "ive", "able", "ous", "ful", "ed", "ic", "er", "or"),
    "nb": ("ing", "sjon", "else", "ene", "ige", "ale", "ske", "ende", "bare", "fulle", "løse", "ive", "ive", "ede", "elle"),
    "sv": ("erna", "arna", "orna", "ande", "iga", "liga", "ella", "iska", "bara", "fulla", "lösa", "ala", "iva", "ade"),
}
_NOUN_ENDINGS["da"] = _NOUN_ENDINGS["nb"]
_NOUN_ENDINGS["nn"] = (*_NOUN_ENDINGS["nb"], "ane", "inga", "ande", "lege")
_INFINITIVES = {"nb": ("e", "å"), "nn": ("e", "a", "å"), "sv": ("a", "å"), "da": ("e", "å")}


class Head(NamedTuple):
    """Where a sentence begins and where its verb stands (``None``: it has none).

    ``subject`` tells that something but a pronoun stands before the verb, ``able`` that the verb is what one can do.
    """

    start: int
    verb: int | None
    subject: bool = False
    able: bool = False


def head_of(sentence: Sentence) -> Head:
    """The head: an infinitive or imperative that opens the sentence, else the verb after its subject."""
    tokens = sentence.tokens
    start = _start(sentence)
    verb, able = _after_auxiliaries(sentence, start)
    if verb is None:
        return Head(start, None)
    if verb > start and verb < len(tokens) and (able or tokens[verb - 1].has("before_verb", "modal", "hedge_verb")):
        return Head(start, verb, False, able)
    if is_infinitive(sentence, verb):
        return Head(start, verb)
    return _with_subject(sentence, start)


def _start(sentence: Sentence) -> int:
    """The first word after a label, an emoji or the time that a sentence begins with."""
    tokens = sentence.tokens
    colons = [at for at, token in enumerate(tokens[:_LABEL]) if token.text == ":" and at + 1 < len(tokens)]
    at = colons[-1] + 1 if colons else 0
    while at < len(tokens) - 1 and (tokens[at].kind == "sign" or (at in sentence.dated)):
        at += 1
    return at


def _after_auxiliaries(sentence: Sentence, start: int) -> tuple[int | None, bool]:
    """The first word after pronouns, modals, "to", words of trying, ways out and adverbs; whether "can" was among them."""
    tokens, able = sentence.tokens, False
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.kind == "sign" and token.text in ",(" and at > start:
            continue
        able = able or (token.has("modal") and token.low in sentence.pack.abilities)
        if at in sentence.dated or token.has("means.verb"):
            continue
        hopes = token.has("hedge_verb") and not token.has(*_FORMS)
        if not (hopes or token.has("modal", "before_verb", "escape", "vague_time") or token.low in sentence.pack.adverbs):
            return at, able
    return None, able


def is_infinitive(sentence: Sentence, at: int) -> bool:
    """An infinitive or imperative: a dictionary form of a verb of the lexicon, or a word that looks like one."""
    token = sentence.tokens[at]
    if token.kind != "word" or token.has("universal", "article"):
        return False
    code = sentence.pack.code
    known = [str(token.roles[role]) for role in _FORMS if role in token.roles]
    known += [str(token.roles[kind]) for kind in sentence.kinds.get(at, set()) & VERBS if token.roles.get(kind)]
    if token.has("multiple") or any(_is_base(token.low, lemma, code) for lemma in known):
        return not (_finite_follows(sentence, at) and token.roles.noun_too)
    return not known and not sentence.kinds.get(at) and _looks_like_verb(sentence, at)


def _is_base(low: str, lemma: str, code: str) -> bool:
    """The infinitive, or the imperative: in the Nordic languages the infinitive without its ending."""
    if code == "en":
        return low == lemma and not (low.endswith(("ing", "ion", "ment", "ance")) and len(low) > 6)
    first = lemma.split(" ")[0]
    if first.endswith(("ing", "sjon", "tion", "else", "het", "ment")):
        return False
    return low == lemma or low.split(" ")[0] in (first[:-1], first.removesuffix("je"), first[:-2] + first[-1:])


def _looks_like_verb(sentence: Sentence, at: int) -> bool:
    """A word of no list that opens a sentence like a verb: by its ending and by what follows it."""
    token, code = sentence.tokens[at], sentence.pack.code
    if token.low.endswith(_NOUN_ENDINGS[code]) or token.has("noun", "unit", "p.in", "state") or at + 1 >= len(sentence.tokens):
        return False
    if token.text[:1].isupper() and at > 0 and sentence.tokens[at - 1].text != ":":
        return False
    following = sentence.tokens[at + 1]
    if _finite_follows(sentence, at) or following.has("q.and", "q.of") or following.kind == "sign":
        return False
    if code == "en":
        return _opens_object(following)
    return token.low.endswith(_INFINITIVES[code]) and len(token.low) > 2


def _opens_object(token: Token) -> bool:
    """What follows an English verb for certain: a determiner, number, preposition or possessive."""
    return token.kind == "number" or token.has("article", "number", "universal", "determiner") or bool(token.roles.prepositions)


def _finite_follows(sentence: Sentence, at: int) -> bool:
    """A verb of state or a modal stands close after a word, so that the word is its subject."""
    return any(
        one.has("modal", "state") and not is_base_state(one) for one in sentence.tokens[at + 1 : at + 3] if one.kind == "word"
    )


def is_base_state(token: Token) -> bool:
    """The infinitive of a verb of state."""
    return token.has("state") and not token.has("modal") and str(token.roles["state"]) == token.low


def _with_subject(sentence: Sentence, start: int) -> Head:
    """The verb after a subject: after the first modal, else the first verb of state or finite verb of the lexicon."""
    for at in range(start, len(sentence.tokens)):
        token = sentence.tokens[at]
        if token.text in ".!?;" or token.has("relative"):
            break
        if token.has("modal") and at not in sentence.used:
            verb, able = _after_auxiliaries(sentence, at)
            return Head(start, verb if verb is not None else at, True, able)
        if (token.has("state") and not is_base_state(token)) or _is_finite(sentence, at):
            return Head(start, at, True)
    return Head(start, None)


def _is_finite(sentence: Sentence, at: int) -> bool:
    """A verb of the lexicon in the present: not its infinitive, participle or noun."""
    token = sentence.tokens[at]
    if at in sentence.used or token.roles.noun_too:
        return False
    ends = ("s",) if sentence.pack.code == "en" else ("r", "s")
    word = token.low.split(" ")[0]
    lemmas = [str(token.roles[role]) for role in (*_FORMS, *sorted(sentence.kinds.get(at, set()) & VERBS)) if role in token.roles]
    return any(word.endswith(ends) and word != lemma.split(" ")[0] and not lemma.endswith("ing") for lemma in lemmas)
