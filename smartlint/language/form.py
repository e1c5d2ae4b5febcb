"""The form of a sentence (outcome, activity, deliverable, topic), whether it can be measured, and what it leaves open."""

from __future__ import annotations

from smartlint.language.head import head_of
from smartlint.language.roles import FORMS, bits
from smartlint.language.sentence import QUALITIES, Head, Sentence
from smartlint.language.tokens import Token
from smartlint.reading import Hit
from smartlint.source import Span

_DIRECTIONS = frozenset(("increase", "decrease", "keep"))
#: Words that leave open what or how much, where no number says it.
_OPEN = frozenset(("vague_verb", "weasel", "increase", "decrease")) | QUALITIES
_QUOTES = frozenset("`\"'“”«»„")
_BLANKS = frozenset(("placeholder", "redaction"))
_PARTICIPLES = ("ed", "et", "at", "tt", "dd", "en")
#: What makes a phrase without a verb a change or state that is aimed at.
_SAID = frozenset(("comparative", "hedge_verb", "placeholder", "redaction"))


_NOUN_TOO = bits("noun_too")
_ARTICLE_NEW = bits("article", "new")
_ARTICLE_NUMBER_NEW = bits("article", "number", "new")
_BECOME = bits("become")
_CONTINUOUS = bits("continuous")
_DELIVER = bits("deliver")
_FINISHED = bits("finished")
_FORM_DELIVERABLE = bits("form.deliverable")
_MULTIPLE = bits("multiple")
_NOUN = bits("noun")
_NOUN_UNIT = bits("noun", "unit")
_Q_AND = bits("q.and")
_Q_OF = bits("q.of")
_RELATIVE = bits("relative")
_STATE = bits("state")
_STATE_MODAL = bits("state", "modal")
_UNIVERSAL = bits("universal")


def vague(sentence: Sentence, form: str) -> tuple[Hit, ...]:
    """The words that leave open what or how much; a number makes all of them precise but an open list."""
    found = [hit for hit in sentence.hits if hit.kind == "open_list"]
    if not sentence.amount:
        found += _open_words(sentence, form)
    return tuple(sorted(found, key=_place))


def _place(hit: Hit) -> Span:
    return hit.span


def _open_words(sentence: Sentence, form: str) -> list[Hit]:
    """The words that leave something open in this sentence.

    Not names, not a direction whose number is still a blank, not "available 24/7"; of a thing that is made neither the
    verb nor what a clause inside the sentence says.
    """
    if not sentence.hits:
        return []
    blank = bool(sentence.all_kinds & _BLANKS)
    made = _made(sentence) if form == "deliverable" else None
    found = []
    for hit in sentence.hits:
        at = hit.span.start - sentence.offset
        named = hit.text[:1].isupper() and at > 0 and sentence.text[at - 1] == " " and sentence.text[at - 2] not in ".:!?"
        goes_on = form == "activity" and hit.kind == "activity" and hit.lemma.startswith(sentence.pack.goings_on)
        if not (hit.kind in _OPEN or goes_on or _is_need(sentence, hit)) or (named and not hit.text.isupper()):
            continue
        if (blank and hit.kind in _DIRECTIONS) or (made and not made[0] < at < made[1]):
            continue
        if hit.kind == "vague_qualifier" and "24/7" in sentence.text:
            continue
        found.append(hit)
    return found


def _made(sentence: Sentence) -> tuple[int, int]:
    """Where the thing that is made stands: after its verb, before the first clause inside the sentence."""
    head = head_of(sentence)
    verb = head.verb if head.verb is not None else head.start
    begin = sentence.tokens[verb].start if head.verb is not None else -1
    rest = (token.start for token in sentence.tokens[verb + 1 :] if token.mask & _RELATIVE)
    return (-1 if head.subject else begin), next(rest, len(sentence.text))


def _is_need(sentence: Sentence, hit: Hit) -> bool:
    """A way out that leaves open when rather than whether: "as needed"."""
    return hit.kind == "escape" and any(stem in hit.text.lower() for stem in sentence.pack.needs)


def hedge(sentence: Sentence) -> bool:
    """Only a try or a thought, or with a way out; "as needed" leaves open when, not whether."""
    return any(hit.kind == "hedge_verb" or (hit.kind == "escape" and not _is_need(sentence, hit)) for hit in sentence.hits)


def measurable(sentence: Sentence, form: str) -> str:
    """``quantified`` by a number, ``verifiable`` as a plain thing or state, or as work on given days, else ``no``."""
    if sentence.amount:
        return "quantified"
    if form == "topic" or sentence.all_kinds & _BLANKS or (form == "activity" and not sentence.recurrent):
        return "no"
    harmless = {"weasel", "increase", "decrease", "vague_verb"} if form == "deliverable" else set()  # its purpose may be open
    return "no" if any(hit.kind not in harmless for hit in _open_words(sentence, form)) else "verifiable"


def form_of(sentence: Sentence) -> str:
    """By the verb that leads: work, a thing finished, a change or state; a bare noun phrase is a topic."""
    head = head_of(sentence)
    if head.verb is None:
        return _of_phrase(sentence, head)
    if (head.able and not hedge(sentence)) or any(token.mask & _MULTIPLE for token in sentence.tokens):
        return "outcome"
    return _of_verb(sentence, head, head.verb)


def _of_verb(sentence: Sentence, head: Head, at: int) -> str:
    token = sentence.tokens[at]
    kinds = sentence.kinds.get(at, set())
    if _gets_done(sentence, head, at):
        return "deliverable"
    if head.subject and token.mask & _STATE_MODAL:
        return _of_state(sentence, head, at)
    if at == head.start and _is_gerund(sentence, token):
        return "activity"
    if not sentence.amount and any(one.mask & _CONTINUOUS for one in sentence.tokens[head.start : at]):
        return "activity"
    told = next((form for form in FORMS if f"form.{form}" in token.roles), "")
    if told == "product":
        told = "deliverable" if _is_thing(sentence, at + 1) else ""
    elif not told:
        told = next((form for kind, form in (("activity", "activity"), ("deliver", "deliverable")) if kind in kinds), "")
    if told == "event" or not (told or kinds):
        return _of_event(sentence, head, at, known=told == "event")
    return _settled(sentence, head, told or "outcome", at)


def _gets_done(sentence: Sentence, head: Head, at: int) -> bool:
    """To have a thing finished: "få godkjent budsjettet", "we have published"; of all of them it is a state."""
    token = sentence.tokens[at]
    if not token.mask & _STATE or token.mask & _BECOME:
        return False
    finished = any(one.mask & _FINISHED for one in sentence.tokens[at + 1 : at + 6])
    if "deliver" not in sentence.kinds.get(at + 1, ()) and not (finished and not head.subject):
        return False
    return not (head.subject and sentence.tokens[head.start].mask & _UNIVERSAL)


def _settled(sentence: Sentence, head: Head, form: str, at: int) -> str:
    """What the numbers, the qualities and the subject make of the form that the verb tells."""
    if form == "deliverable":
        universal = head.subject and sentence.tokens[head.start].mask & _UNIVERSAL
        valued = bool(sentence.kinds.get(at + 1, set()) & QUALITIES)
        decided = sentence.shares or sentence.ranked or sentence.asked == "bound_min"
        return "outcome" if decided or valued or (universal and _is_perfect(sentence, at)) else form
    if form == "activity":
        if at > head.start and _is_valued(sentence, at + 1):
            return "outcome"
        counted = sentence.quantities and not sentence.recurrent and not _lasts(sentence)
        return "outcome" if counted or sentence.asked == "bound_max" or sentence.compared else form
    return form


def _is_valued(sentence: Sentence, at: int) -> bool:
    """A quality stands here by itself, of how something is done: "we communicate clearly, …"."""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return "vague_qualifier" in sentence.kinds.get(at, ()) and (
        after is None or after.kind == "sign" or after.mask & _Q_AND != 0
    )


def _of_event(sentence: Sentence, head: Head, at: int, known: bool) -> str:
    """What is done once is a thing finished, what recurs is work; an unknown verb with a number is a change."""
    token, kinds = sentence.tokens[at], sentence.kinds.get(at, set())
    if "keep" in kinds and not _is_gathering(sentence, at):
        return "outcome"
    if sentence.shares or sentence.compared or sentence.asked == "bound_max" or "comparative" in sentence.all_kinds:
        return "outcome"
    if sentence.kinds.get(at + 1, set()) & QUALITIES and not sentence.recurrent:
        return "outcome"
    if sentence.recurrent or "escape" in sentence.all_kinds:
        return "activity"
    if token.mask & _STATE:
        owned = _is_thing(sentence, at + 1) and not sentence.all_kinds & QUALITIES
        return "deliverable" if owned and not sentence.amount else "outcome"
    return "outcome" if not known and (sentence.amount or head.subject) else "deliverable"


def _is_gathering(sentence: Sentence, at: int) -> bool:
    """What follows is held and over, not kept as it is."""
    return any(one.low.endswith(sentence.pack.gatherings) for one in sentence.tokens[at + 1 : at + 5])


def _of_state(sentence: Sentence, head: Head, at: int) -> str:
    """How things are: a thing finished where a verb of making says so of one thing, or where we have it."""
    if sentence.amount or sentence.tokens[head.start].mask & _UNIVERSAL or sentence.all_kinds & QUALITIES:
        return "outcome"
    made = any(
        one.mask & _FORM_DELIVERABLE or _is_made(sentence, after) for after, one in enumerate(sentence.tokens) if after > at
    )
    return "deliverable" if made else "outcome"


def _is_made(sentence: Sentence, at: int) -> bool:
    """A verb of making, or its participle where that is a noun as well; "ready", "in place"."""
    token = sentence.tokens[at]
    if token.mask & _FINISHED:
        return True
    return "deliver" in sentence.kinds.get(at, ()) or (token.mask & _DELIVER != 0 and token.low.endswith(_PARTICIPLES))


def _of_phrase(sentence: Sentence, head: Head) -> str:
    """Without a verb: a change or state that a word or number tells, a new thing, or a topic."""
    first = sentence.tokens[head.start] if sentence.tokens else None
    if first is None:
        return "topic"
    if sentence.amount or first.mask & _UNIVERSAL or sentence.all_kinds & _SAID:
        return "outcome"
    kinds = sentence.kinds.get(head.start, set())
    recurs = first.mask & _CONTINUOUS or (sentence.recurrent and len(sentence.tokens) > 3)
    if "activity" in kinds or recurs or _is_gerund(sentence, first):
        return "activity"
    if kinds & (_DIRECTIONS | {"vague_verb"}) and not first.mask & _NOUN_TOO and len(sentence.tokens) > 1:
        return "outcome"
    if sentence.all_kinds & QUALITIES:
        return "topic"
    thing = first.mask & _ARTICLE_NEW or ("deliver" in kinds and _of_follows(sentence, head.start))
    return "deliverable" if thing or _has_participle(sentence) else "topic"


def _of_follows(sentence: Sentence, at: int) -> bool:
    """The noun of a verb has its object after it: "innføring av nytt lønnssystem"."""
    return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].mask & _Q_OF != 0


def _is_gerund(sentence: Sentence, token: Token) -> bool:
    return sentence.pack.code == "en" and token.low.endswith("ing") and len(token.low) > 5 and not token.mask & _NOUN_UNIT


def _has_participle(sentence: Sentence) -> bool:
    """A verb of making stands after its thing as a participle: "avtal skrivet"."""
    return any(
        at and "deliver" in kinds and sentence.tokens[at].low.endswith(_PARTICIPLES) and not sentence.tokens[at].mask & _NOUN
        for at, kinds in sentence.kinds.items()
    )


def _is_thing(sentence: Sentence, at: int) -> bool:
    """An indefinite thing follows: an article or number, "new", with or without "at least", or a name in quotes."""
    close = sentence.tokens[at : at + 2]
    return any(one.kind == "number" or one.text in _QUOTES or one.mask & _ARTICLE_NUMBER_NEW for one in close)


def _is_perfect(sentence: Sentence, at: int) -> bool:
    return any(one.mask & _STATE for one in sentence.tokens[max(0, at - 1) : at])


def _lasts(sentence: Sentence) -> bool:
    """The amount is how long: "walk for 30 minutes"."""
    return all(quantity.unit in ("s", "min", "h", "d") for quantity in sentence.quantities)
