"""The form of a sentence: outcome, activity, deliverable or topic."""

from __future__ import annotations

from collections.abc import Set

from smartlint.language.head import head_of, is_gerund, is_unknown
from smartlint.language.openness import hedge
from smartlint.language.ownership import owners
from smartlint.language.roles import FORMED, FORMS, PREPOSITIONS, bits
from smartlint.language.sentence import NO_KINDS, QUALITIES, VERBS, Head, Sentence
from smartlint.language.tokens import Token
from smartlint.language.work import (
    is_built,
    is_effort,
    is_gathering,
    is_habit,
    is_immaterial,
    is_routine,
    is_thing,
    is_work_of_any_number,
    lasts,
)
from smartlint.record import Final

_DIRECTIONS: Final = frozenset(("increase", "decrease", "keep"))
_FORM_ROLES: Final = FORMED
_TOLD: Final = tuple([(form, f"form.{form}") for form in FORMS])
#: How far after "get" the participle of what is done may stand.
_NEAR: Final = 6
_PARTICIPLES: Final = ("ed", "et", "at", "tt", "dd", "en")
#: What makes a phrase without a verb a change or state that is aimed at.
_SAID: Final = frozenset(("comparative", "hedge_verb", "placeholder", "redaction"))
_NOUN_TOO: Final = bits("noun_too")
_NEW: Final = bits("new")
_NOT_A_THING: Final = bits("q.and", "q.of", "state", "modal")
#: Endings of participles before their noun.
_MADE: Final = ("t", "d", "en")
_ARTICLE_NEW: Final = bits("article", "new")
_BECOME: Final = bits("become")
_CONTINUOUS: Final = bits("continuous")
_DELIVER: Final = bits("deliver")
_DELIVER_FORM_DELIVERABLE: Final = bits("deliver", "form.deliverable")
_DETERMINER: Final = bits("determiner")
_DETERMINER_Q_AND_RELATIVE: Final = bits("determiner", "q.and", "relative")
_FINISHED: Final = bits("finished")
_FORM_DELIVERABLE: Final = bits("form.deliverable")
_FORM_EVENT: Final = bits("form.event")
_FORM_OUTCOME: Final = bits("form.outcome")
_HEDGE_VERB: Final = bits("hedge_verb")
_MODAL_STATE_BEFORE_VERB: Final = bits("modal", "state", "before_verb")
_MULTIPLE: Final = bits("multiple")
_NOUN: Final = bits("noun")
_NOUN_UNIT: Final = bits("noun", "unit")
_Q_AND: Final = bits("q.and")
_Q_OF: Final = bits("q.of")
_STATE: Final = bits("state")
_STATE_MODAL: Final = bits("state", "modal")
_UNIVERSAL: Final = bits("universal")


def form_of(sentence: Sentence) -> str:
    """By the verb that leads: work, a thing finished, a change or state; a bare noun phrase is a topic."""
    head = head_of(sentence)
    if head.verb is None:
        return _of_phrase(sentence, head)
    opening = sentence.tokens[head.start]
    if opening.common & _HEDGE_VERB and is_gerund(sentence, opening):
        return "activity"
    if sentence.line.every & _MULTIPLE or (head.able and not hedge(sentence)):
        return "outcome"
    return _of_verb(sentence, head, head.verb)


def _of_verb(sentence: Sentence, head: Head, at: int) -> str:
    token = sentence.tokens[at]
    kinds = sentence.kinds.get(at) or VERBS.intersection(token.roles)
    if _gets_done(sentence, head, at):
        return "deliverable"
    if head.subject and token.common & _STATE_MODAL:
        return _of_state(sentence, head, at)
    if at == head.start and is_gerund(sentence, token):
        return "activity"
    if not sentence.amount and any(one.mask & _CONTINUOUS for one in sentence.tokens[head.start : at]):
        return "activity"
    told = _form_told(token) if token.common & _FORM_ROLES else ""
    if told == "product":
        told = "deliverable" if is_thing(sentence, at + 1) or is_built(sentence, at) else ""
    elif not told:
        told = "activity" if "activity" in kinds else "deliverable" if "deliver" in kinds else ""
    if told == "deliverable" and is_routine(sentence, head, kinds):
        told = "activity"
    elif told == "activity":
        told = _of_work(sentence, at, kinds)
    elif is_effort(sentence, at, kinds):
        told = "activity"
    elif told == "deliverable" and is_immaterial(sentence, at):
        told = "outcome"
    if told == "event" or not (told or kinds):
        return _of_event(sentence, head, at, kinds, known=told == "event")
    return _settled(sentence, head, told or "outcome", at)


def _of_work(sentence: Sentence, at: int, kinds: Set[str]) -> str:
    """Work, unless it keeps what can be told or measured ("maintain a rating of 4.5"), or is finished ("lese boka ferdig")."""
    if "keep" in kinds and (sentence.amount or is_immaterial(sentence, at)):
        return "outcome"
    finished = not is_effort(sentence, at, kinds) and any(one.mask & _FINISHED for one in sentence.tokens[at + 1 :])
    return "deliverable" if finished and not sentence.recurrent else "activity"


def _form_told(token: Token) -> str:
    """The form that a verb tells by itself."""
    return next((form for form, role in _TOLD if role in token.roles), "")


def _gets_done(sentence: Sentence, head: Head, at: int) -> bool:
    """To have a thing finished: "få godkjent budsjettet", "we have published"; of all of them it is a state."""
    token = sentence.tokens[at]
    if token.low in sentence.pack.clues.getting and not (head.subject or sentence.amount) and _is_brought_about(sentence, at):
        return True
    if not token.common & _STATE or token.mask & _BECOME or token.low in sentence.pack.clues.be:
        return False
    if head.subject and (sentence.recurrent or sentence.shares):
        return False  # "backups are tested every quarter"
    finished = not head.subject and any(one.mask & _FINISHED for one in sentence.tokens[at + 1 : at + 6])
    if not (finished or "deliver" in sentence.kinds.get(at + 1, NO_KINDS)):
        return False
    return not (head.subject and sentence.tokens[head.start].mask & _UNIVERSAL)


def _is_brought_about(sentence: Sentence, at: int) -> bool:
    """The participle of what is done stands after the thing: "get the audit done", "get the shop certified by June"."""
    for place in range(at + 2, min(at + _NEAR, len(sentence.tokens))):
        after = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
        if _is_made(sentence, place) and (after is None or after.kind == "sign" or after.common & PREPOSITIONS):
            return True
    return False


def _settled(sentence: Sentence, head: Head, form: str, at: int) -> str:
    """What the numbers, the qualities and the subject make of the form that the verb tells."""
    if form == "deliverable":
        universal = head.subject and sentence.tokens[head.start].mask & _UNIVERSAL
        valued = bool(sentence.kinds.get(at + 1, NO_KINDS) & QUALITIES) or "comparative" in sentence.kinds.get(at + 2, NO_KINDS)
        decided = sentence.shares or sentence.ranked or sentence.asked == "bound_min"
        acts = head.subject and (universal or _acts(sentence, at))
        general = acts and not _is_new(sentence, at + 1) and ((universal and _is_perfect(sentence, at)) or not owners(sentence))
        return "outcome" if decided or valued or general else form
    if form == "activity":
        if at > head.start and _is_valued(sentence, at + 1):
            return "outcome"
        counted = sentence.quantities and not sentence.recurrent and not lasts(sentence)
        counted = counted and (head.subject or sentence.shares or not is_work_of_any_number(sentence, at))
        return "outcome" if counted or sentence.asked == "bound_max" or sentence.compared else form
    return form


def _acts(sentence: Sentence, at: int) -> bool:
    """A verb in the present with its object: "letters by e-mail replace printed ones"; not "is opened", "opens in May"."""
    passive = ("ed",) if sentence.english else ("s", "t")
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if after is None or sentence.tokens[at - 1].mask & _MODAL_STATE_BEFORE_VERB or sentence.tokens[at].low.endswith(passive):
        return False
    return after.kind == "word" and not after.common & PREPOSITIONS and at + 1 not in sentence.dated


def _is_new(sentence: Sentence, at: int) -> bool:
    """A thing that is to be made: "the conservator delivers a new plan"."""
    return any(one.mask & _NEW for one in sentence.tokens[at : at + 2])


def _is_valued(sentence: Sentence, at: int) -> bool:
    """A quality stands here by itself, of how something is done: "we communicate clearly, …"."""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return "vague_qualifier" in sentence.kinds.get(at, NO_KINDS) and (
        after is None or after.kind == "sign" or after.common & _Q_AND != 0
    )


def _of_event(sentence: Sentence, head: Head, at: int, kinds: Set[str], known: bool) -> str:
    """What is done once is a thing finished, what recurs is work; an unknown verb with a number is a change."""
    token = sentence.tokens[at]
    held = is_gathering(sentence, at) or (sentence.recurrent and sentence.asked in ("", "target"))
    if "keep" in kinds and not held:
        return "outcome"
    limited = any(one.role == "bound_max" for one in sentence.quantities)
    if sentence.shares or sentence.compared or limited or "comparative" in sentence.all_kinds:
        return "outcome"
    if (sentence.kinds.get(at + 1, NO_KINDS) & QUALITIES or _is_made_so(sentence, at)) and not sentence.recurrent:
        return "outcome"
    if head.subject and str(token.roles.get("form.event", "")).split(" ")[0] in sentence.pack.clues.holding:
        return "outcome"  # "the test passes every night"
    if sentence.recurrent or "escape" in sentence.all_kinds or (known and is_habit(sentence, head, at)):
        return "activity"
    if token.common & _STATE:
        owned = is_thing(sentence, at + 1) and not _is_qualified(sentence, at)
        return "deliverable" if owned and not sentence.amount else "outcome"
    changed = sentence.amount or head.subject
    return "outcome" if changed and (not known or (head.subject and not owners(sentence))) else "deliverable"


def _is_made_so(sentence: Sentence, at: int) -> bool:
    """A quality that a thing gets, after it: "make the website accessible"."""
    for place, kinds in sentence.kinds.items():
        after = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
        if (
            place > at + 1
            and "vague_qualifier" in kinds
            and (after is None or after.kind == "sign" or after.common & PREPOSITIONS)
        ):
            return sentence.tokens[at].mask & _FORM_EVENT != 0 and not sentence.tokens[at].common & _STATE
    return False


def _is_qualified(sentence: Sentence, at: int) -> bool:
    """A quality stands in what follows the verb, before the first comma."""
    comma = next(
        (place for place, token in enumerate(sentence.tokens) if place > at and token.text == ","), len(sentence.tokens)
    )
    return any(at < place < comma and kinds & QUALITIES for place, kinds in sentence.kinds.items())


def _of_state(sentence: Sentence, head: Head, at: int) -> str:
    """How things are: a thing finished where a verb of making says so of one thing, or where we have it."""
    if sentence.amount or sentence.recurrent or sentence.tokens[head.start].mask & _UNIVERSAL or sentence.all_kinds & QUALITIES:
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
    return "deliver" in sentence.kinds.get(at, NO_KINDS) or (token.mask & _DELIVER != 0 and token.low.endswith(_PARTICIPLES))


def _of_phrase(sentence: Sentence, head: Head) -> str:
    """Without a verb: a change or state that a word or number tells, a new thing, or a topic."""
    first = sentence.tokens[head.start] if sentence.tokens else None
    if first is None:
        return "topic"
    if sentence.amount or first.mask & _UNIVERSAL or sentence.all_kinds & _SAID:
        return "outcome"
    kinds = sentence.kinds.get(head.start, NO_KINDS)
    recurs = first.mask & _CONTINUOUS or (sentence.recurrent and len(sentence.tokens) > 3)
    gerund = is_gerund(sentence, first) and len(sentence.tokens) > 1 and not _is_finished(sentence)
    if "activity" in kinds or recurs or gerund:
        return "activity"
    if kinds & (_DIRECTIONS | {"vague_verb"}) and not first.common & _NOUN_TOO and len(sentence.tokens) > 1:
        return "outcome"
    told = _of_participle(sentence, head)
    if told:
        return told
    if any(token.low in sentence.pack.clues.efforts for token in sentence.tokens[head.start : head.start + 2]):
        return "activity"  # "continued focus on …"
    if sentence.all_kinds & QUALITIES:
        return "topic"
    made = "deliver" in kinds and (_of_follows(sentence, head.start) or _is_made_thing(sentence, head.start))
    thing = first.mask & _ARTICLE_NEW or made
    return "deliverable" if thing or sentence.line.has(_FINISHED) or _has_participle(sentence) else "topic"


def _of_participle(sentence: Sentence, head: Head) -> str:
    """The form that an English participle after its noun tells: "debt repaid", "posts filled by June"; "" without one."""
    if not sentence.english:
        return ""
    for at in range(head.start + 1, len(sentence.tokens)):
        token, before = sentence.tokens[at], sentence.tokens[at - 1]
        after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
        if before.kind != "word" or before.common & PREPOSITIONS or before.mask & _DETERMINER_Q_AND_RELATIVE:
            continue
        if not (after is None or after.kind == "sign" or after.common & PREPOSITIONS or after.low in ("by", "and")):
            continue
        if (
            token.mask & _FORM_OUTCOME
            and token.low.endswith(("ed", "aid", "on", "et", "old"))
            and token.low != token.roles["form.outcome"]
        ):
            return "outcome"
        finished = token.mask & _DELIVER_FORM_DELIVERABLE or is_unknown(token)
        if finished and token.low.endswith("ed") and token.low not in sentence.pack.clues.no_participles:
            return "deliverable"
    return ""


def _of_follows(sentence: Sentence, at: int) -> bool:
    """The noun of a verb has its object after it: "innføring av nytt lønnssystem"."""
    return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].mask & _Q_OF != 0


def _is_made_thing(sentence: Sentence, at: int) -> bool:
    """The participle of a verb of making has its thing after it: "underskrevet leiekontrakt", "godkänd plan"."""
    token = sentence.tokens[at]
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    thing = after is not None and after.kind == "word" and not after.common & PREPOSITIONS and not after.mask & _NOT_A_THING
    return thing and token.low.endswith(_MADE) and not token.mask & _NOUN


def _is_finished(sentence: Sentence) -> bool:
    """The last word is the participle of a verb of making: "ageing pipes renewed"."""
    last = sentence.tokens[-1]
    return last.mask & _DELIVER != 0 and last.low.endswith("ed")


def _has_participle(sentence: Sentence) -> bool:
    """A verb of making stands after its thing as a participle: "avtal skrivet"."""
    return any(
        at and "deliver" in kinds and sentence.tokens[at].low.endswith(_PARTICIPLES) and not sentence.tokens[at].mask & _NOUN
        for at, kinds in sentence.kinds.items()
    )


def _is_perfect(sentence: Sentence, at: int) -> bool:
    return any(one.common & _STATE for one in sentence.tokens[max(0, at - 1) : at])
