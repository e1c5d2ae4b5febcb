"""The form of a sentence (outcome, activity, deliverable, topic), whether it can be measured, and what it leaves open."""

from __future__ import annotations

from smartlint.goal import Hit
from smartlint.language.sentence import QUALITIES, REACH, VERBS, Sentence
from smartlint.language.tokens import Token

_DIRECTIONS = frozenset(("increase", "decrease", "keep"))
#: Words that leave open what or how much, where no number says it.
_OPEN = frozenset(("vague_verb", "weasel", "increase", "decrease")) | QUALITIES


def vague(sentence: Sentence) -> tuple[Hit, ...]:
    """The words that leave open what or how much; a number makes all of them precise but an open list."""
    return tuple(hit for hit in sentence.hits if hit.kind == "open_list" or (hit.kind in _OPEN and not sentence.amount))


def hedge(sentence: Sentence) -> bool:
    return bool(sentence.all_kinds & {"hedge_verb", "escape"})


def measurable(sentence: Sentence, form: str) -> str:
    """``quantified`` by a number, ``verifiable`` as a plain thing or state, else ``no``."""
    if sentence.amount:
        return "quantified"
    open_words = any(hit.kind in _OPEN for hit in sentence.hits)
    if form in ("activity", "topic") or open_words or sentence.all_kinds & {"placeholder", "redaction"}:
        return "no"
    return "verifiable"


def form_of(sentence: Sentence) -> str:
    """By the word that leads: work, a thing finished, a change or state; a bare noun phrase is a topic."""
    leading = next((at for at in sorted(sentence.kinds) if sentence.kinds[at] & (VERBS - {"hedge_verb"})), None)
    multiple = any(token.has("multiple") for token in sentence.tokens)
    if leading is not None and not multiple:
        kinds = sentence.kinds[leading]
        if "activity" in kinds:
            return "activity"
        if "deliver" in kinds and (leading < REACH or not sentence.all_kinds & _DIRECTIONS):
            return "deliverable"
        return "outcome"
    if sentence.amount or multiple or sentence.all_kinds & (QUALITIES | {"hedge_verb"}):
        return "outcome"
    return _plain_form(sentence)


def _plain_form(sentence: Sentence) -> str:
    """Without a word of the lexicon: a state, a verb we do not know, a new thing, or a topic."""
    if any(token.has("state", "modal") for token in sentence.tokens):
        return "outcome"
    first = next((token for token in sentence.tokens if token.kind == "word"), None)
    if first is None:
        return "topic"
    if first.has("article") or _is_verb(sentence, first):
        return "deliverable"
    return "topic" if sum(token.kind == "word" for token in sentence.tokens) <= 6 else "outcome"


def _is_verb(sentence: Sentence, token: Token) -> bool:
    """Looks like an infinitive or imperative that no list has: first in its sentence, an object after it."""
    if token.has("noun", "unit", "p.in") or len(sentence.tokens) < 3:
        return False
    if sentence.pack.code == "en":
        return not token.low.endswith(("ing", "tion", "ment", "ness", "ity", "s"))
    return token.low.endswith("a" if sentence.pack.code == "sv" else ("e", "a"))
