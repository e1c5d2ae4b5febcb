"""The form of a sentence (outcome, activity, deliverable, topic), whether it can be measured, and what it leaves open."""

from __future__ import annotations

from smartlint.goal import Hit
from smartlint.language.head import Head, head_of
from smartlint.language.pack import FORMS
from smartlint.language.sentence import QUALITIES, Sentence
from smartlint.language.tokens import Token

_DIRECTIONS = frozenset(("increase", "decrease", "keep"))
#: Words that leave open what or how much, where no number says it.
_OPEN = frozenset(("vague_verb", "weasel", "increase", "decrease")) | QUALITIES
_BOUNDS = frozenset(("bound_max", "bound_min"))


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
    """By the verb that leads: work, a thing finished, a change or state; a bare noun phrase is a topic."""
    head = head_of(sentence)
    if head.verb is None:
        return _of_phrase(sentence, head)
    if head.able or any(token.has("multiple") for token in sentence.tokens):
        return "outcome"
    return _of_verb(sentence, head, head.verb)


def _of_verb(sentence: Sentence, head: Head, at: int) -> str:
    token = sentence.tokens[at]
    kinds = sentence.kinds.get(at, set())
    if head.subject and (token.has("state") or token.has("modal")):
        return _of_state(sentence, head, at)
    if at == head.start and _is_gerund(sentence, token):
        return "activity"
    told = next((form for form in FORMS if f"form.{form}" in token.roles), "")
    if told == "product":
        told = "deliverable" if _is_thing(sentence, at + 1) else ""
    elif not told:
        told = next((form for kind, form in (("activity", "activity"), ("deliver", "deliverable")) if kind in kinds), "")
    if told == "event" or not (told or kinds):
        return _of_event(sentence, at, known=told == "event")
    return _settled(sentence, head, told or "outcome", at)


def _settled(sentence: Sentence, head: Head, form: str, at: int) -> str:
    """What the numbers and the subject make of the form that the verb tells."""
    shares = any(quantity.unit in ("percent", "percentage_point") for quantity in sentence.quantities)
    if form == "deliverable":
        universal = head.subject and sentence.tokens[head.start].has("universal")
        return "outcome" if shares or (universal and _is_perfect(sentence, at)) else form
    if form == "activity" and not sentence.recurrent and (shares or (sentence.quantities and not _lasts(sentence))):
        return "outcome"
    return form


def _of_event(sentence: Sentence, at: int, known: bool) -> str:
    """What is done once is a thing finished, what recurs is work; an unknown verb with a number is a change."""
    kinds = sentence.kinds.get(at, set())
    if "keep" in kinds and sentence.amount and not sentence.recurrent:
        return "outcome"
    if any(quantity.unit == "percent" for quantity in sentence.quantities) or sentence.all_kinds & {"comparative"}:
        return "outcome"
    if sentence.recurrent or "escape" in sentence.all_kinds:
        return "activity"
    if sentence.tokens[at].has("state") and not _is_thing(sentence, at + 1):
        return "outcome"
    return "outcome" if sentence.amount and (not known or sentence.tokens[at].has("state")) else "deliverable"


def _of_state(sentence: Sentence, head: Head, at: int) -> str:
    """How things are: a thing finished where a verb of making says so of one thing, or where we have it."""
    if sentence.amount or sentence.tokens[head.start].has("universal") or sentence.all_kinds & QUALITIES:
        return "outcome"
    made = any("deliver" in sentence.kinds.get(after, ()) for after in range(at + 1, len(sentence.tokens)))
    return "deliverable" if made else "outcome"


def _of_phrase(sentence: Sentence, head: Head) -> str:
    """Without a verb: a change or state that a word or number tells, a new thing, or a topic."""
    first = sentence.tokens[head.start] if sentence.tokens else None
    if first is None:
        return "topic"
    if sentence.amount or first.has("universal") or sentence.all_kinds & {"comparative", "hedge_verb"}:
        return "outcome"
    kinds = sentence.kinds.get(head.start, set())
    if "activity" in kinds or sentence.recurrent or _is_gerund(sentence, first):
        return "activity"
    if kinds & (_DIRECTIONS | {"vague_verb"}) and len(sentence.tokens) > 1:
        return "outcome"
    if sentence.all_kinds & QUALITIES:
        return "topic"
    made = any("deliver" in kinds and not sentence.tokens[at].has("noun") for at, kinds in sentence.kinds.items())
    return "deliverable" if first.has("article", "new") or (made and _is_participle(sentence)) else "topic"


def _is_gerund(sentence: Sentence, token: Token) -> bool:
    return sentence.pack.code == "en" and token.low.endswith("ing") and len(token.low) > 5 and not token.has("noun", "unit")


def _is_participle(sentence: Sentence) -> bool:
    """A verb of making stands after its thing as a participle: "avtal skrivet"."""
    endings = ("ed", "t", "d", "de", "te", "a", "en")
    return any(
        at and "deliver" in kinds and sentence.tokens[at].low.endswith(endings) and sentence.tokens[at].low not in _LEMMA_LIKE
        for at, kinds in sentence.kinds.items()
    )


_LEMMA_LIKE = frozenset[str]()


def _is_thing(sentence: Sentence, at: int) -> bool:
    """An indefinite thing follows: an article or number, or "new", with or without "at least"."""
    return any(one.kind == "number" or one.has("article", "number", "new") for one in sentence.tokens[at : at + 2])


def _is_perfect(sentence: Sentence, at: int) -> bool:
    return any(one.has("state") for one in sentence.tokens[max(0, at - 1) : at])


def _lasts(sentence: Sentence) -> bool:
    """The amount is how long: "walk for 30 minutes"."""
    return all(quantity.unit in ("s", "min", "h", "d") for quantity in sentence.quantities)
