"""The form of a sentence (outcome, activity, deliverable, topic), whether it can be measured, and what it leaves open."""

from __future__ import annotations

from collections.abc import Set

from smartlint.language.head import head_of, is_unknown
from smartlint.language.ownership import owners
from smartlint.language.roles import FORMS, PREPOSITIONS, bits
from smartlint.language.sentence import QUALITIES, VERBS, Head, Sentence
from smartlint.language.tokens import Token
from smartlint.reading import Hit
from smartlint.source import Span

_DIRECTIONS = frozenset(("increase", "decrease", "keep"))
#: Words that leave open what or how much, where no number says it.
_OPEN = frozenset(("vague_verb", "weasel", "increase", "decrease")) | QUALITIES
_QUOTES = frozenset("`\"'“”«»„")
#: Qualities that are nouns as well.
_MEASURES = frozenset(("quality", "fair"))
#: What is built rather than made better, where a verb may say both: "develop the app".
_BUILT = frozenset(
    (
        *("api", "app", "application", "calculator", "course", "curriculum", "dashboard", "database", "framework", "module"),
        *("plan", "platform", "plugin", "portal", "prototype", "report", "site", "software", "system", "tool", "website"),
    )
)
_FORM_ROLES = bits(*(f"form.{form}" for form in FORMS))
#: English words in "-ed" after a noun that do not say that something is done.
_NO_PARTICIPLES = frozenset(
    ("based", "related", "located", "aimed", "called", "named", "targeted", "designed", "oriented", "need", "speed", "feed")
)
#: To be, which makes nothing: "være sertifisert".
_BE = frozenset(("be", "være", "vere", "vara"))
#: Verbs that say only that something is to be so, and how far their clause is looked for.
_ENSURING = frozenset(("ensure", "make sure", "guarantee"))
_CLAUSE = 8
#: What may stand between such a verb and its clause: "sørge for at", "sikre, at".
_BEFORE_CLAUSE = frozenset(("for", "för", ","))
#: English words before what is known, and words that ask.
_KNOWN = frozenset(("the", "our", "your", "their", "its"))
_ASKING = frozenset(("why", "how", "where", "which"))
#: Directions that say themselves how far: to nothing.
_TO_NOTHING = frozenset(("eliminate", "eradicate"))
_BLANKS = frozenset(("placeholder", "redaction"))
_PARTICIPLES = ("ed", "et", "at", "tt", "dd", "en")
#: Events that say how things are where a thing is their subject.
_HOLDING = frozenset(("pass", "bestå"))
#: What makes a phrase without a verb a change or state that is aimed at.
_SAID = frozenset(("comparative", "hedge_verb", "placeholder", "redaction"))


_ORDINAL_ARTICLE = bits("ordinal", "article")
_NOUN_TOO = bits("noun_too")
_ARTICLE_NEW = bits("article", "new")
_ARTICLE_NUMBER_NEW = bits("article", "number", "new")
_BECOME = bits("become")
_BEFORE_VERB_MEANS_VERB_MEANS_CLAUSE = bits("before_verb", "means.verb", "means.clause")
_OPENS_CLAUSE = bits("clause")
_COMPARATIVE = bits("comparative")
_COMPARATIVE_Q_OF_Q_AND = bits("comparative", "q.of", "q.and")
_CONTINUOUS = bits("continuous")
_DELIVER = bits("deliver")
_DELIVER_FORM_DELIVERABLE = bits("deliver", "form.deliverable")
_DETERMINER = bits("determiner")
_DETERMINER_Q_AND_MODAL = bits("determiner", "q.and", "modal")
_DETERMINER_Q_AND_RELATIVE = bits("determiner", "q.and", "relative")
_DETERMINER_UNIVERSAL_ARTICLE_NUMBER = bits("determiner", "universal", "article", "number")
_FINISHED = bits("finished")
_FORM_DELIVERABLE = bits("form.deliverable")
_FORM_EVENT = bits("form.event")
_FORM_OUTCOME = bits("form.outcome")
_HEDGE_VERB = bits("hedge_verb")
_MODAL_STATE_BEFORE_VERB = bits("modal", "state", "before_verb")
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
    """The words that leave open what or how much; a number makes them precise, but not an open list
    nor what is counted by another word: "five posts in various media"."""
    found = [hit for hit in sentence.hits if hit.kind == "open_list"]
    if sentence.amount:
        found += [hit for hit in sentence.hits if hit.kind == "weasel" and _is_aside(sentence, hit)]
    else:
        found += _said_once(_open_words(sentence, form)) + [hit for hit in sentence.hits if hit.kind == "vague_time"]
    return tuple(sorted(found, key=_place))


def _is_aside(sentence: Sentence, hit: Hit) -> bool:
    """A word such as "various" or "key" that stands before another thing than the number does."""
    at = sentence.places.get(hit.span.start - sentence.offset, 0)
    if not 0 < at < len(sentence.tokens) - 1 or at + 1 in sentence.used or sentence.tokens[at - 1].low in ("as", "so", "så"):
        return False
    first = min((one.span.start for one in sentence.quantities), default=hit.span.start)
    before, after = sentence.tokens[at - 1], sentence.tokens[at + 1]
    adverb = hit.text.lower().endswith("ly") or " " in hit.text or after.mask & _COMPARATIVE_Q_OF_Q_AND
    return (
        first < hit.span.start
        and not adverb
        and after.kind == "word"
        and (at - 1 not in sentence.used or bool(before.mask & PREPOSITIONS))
    )


def _said_once(hits: list[Hit]) -> list[Hit]:
    """Without the verb where what it leaves open is named after it: "feel safe"."""
    named = any(hit.kind in QUALITIES for hit in hits)
    return [hit for hit in hits if not (named and hit.lemma == "feel")]


def _place(hit: Hit) -> Span:
    return hit.span


def _open_words(sentence: Sentence, form: str, *, to_comma: bool = False) -> list[Hit]:
    """The words that leave something open in this sentence.

    Not names, not a direction whose number is still a blank, not "available 24/7"; of a thing that is made neither the
    verb nor what a clause inside the sentence says.
    """
    if not sentence.hits:
        return []
    blank = bool(sentence.all_kinds & _BLANKS)
    head = head_of(sentence)
    made = _made(sentence, head, to_comma) if form == "deliverable" else None
    found = []
    for hit in sentence.hits:
        at = hit.span.start - sentence.offset
        named = hit.text[:1].isupper() and at > 0 and sentence.text[at - 1] == " " and sentence.text[at - 2] not in ".:!?"
        goes_on = form == "activity" and hit.kind == "activity" and hit.lemma.startswith(sentence.pack.goings_on)
        if not (hit.kind in _OPEN or goes_on or _is_need(sentence, hit)) or (named and not hit.text.isupper()):
            continue
        before = sentence.kinds.get(sentence.places.get(at, 0) - 1, ())
        counted = hit.kind == "comparative" and not _BLANKS.isdisjoint(before)
        if counted or (blank and hit.kind in _DIRECTIONS) or hit.lemma in _TO_NOTHING or (made and not made[0] < at < made[1]):
            continue
        if hit.kind == "vague_qualifier" and ("24/7" in sentence.text or _is_measured(sentence, hit)):
            continue
        if hit.kind == "vague_verb" and _is_told_by_clause(sentence, hit):
            continue
        if sentence.pack.code == "en" and _is_no_claim(sentence, hit, head):
            continue
        found.append(hit)
    return found


def _is_measured(sentence: Sentence, hit: Hit) -> bool:
    """The name of what is measured or visited: "air quality", "trade fair"."""
    at = sentence.places.get(hit.span.start - sentence.offset, 0)
    before = sentence.tokens[at - 1]
    named = before.kind == "word" and not (before.mask & _DETERMINER_Q_AND_MODAL or before.mask & PREPOSITIONS)
    return hit.lemma in _MEASURES and at > 1 and named and at - 1 not in sentence.kinds


def _is_told_by_clause(sentence: Sentence, hit: Hit) -> bool:
    """What is to be so stands in a clause after the verb: "ensure that …", "ensure all pupils have a laptop"."""
    at = sentence.places.get(hit.span.start - sentence.offset, 0)
    after = sentence.tokens[at + 1 : at + 1 + _CLAUSE]
    if not after or sentence.tokens[at].mask & _COMPARATIVE:
        return False
    opened = next((place for place, one in enumerate(after[:2]) if one.mask & _OPENS_CLAUSE), -1)
    if opened == 0 or (opened == 1 and after[0].low in _BEFORE_CLAUSE):
        subject, verb = after[opened + 1 : opened + 2], after[opened + 2 : opened + 3]
        known = any(one.mask & _DETERMINER_UNIVERSAL_ARTICLE_NUMBER for one in subject)
        return known or any(one.mask & _STATE_MODAL for one in verb)  # not "bliver bedre til at bruge"
    return hit.lemma in _ENSURING and any(one.mask & _STATE_MODAL and not one.mask & _NOUN for one in after[1:])


def _is_no_claim(sentence: Sentence, hit: Hit, head: Head) -> bool:
    """What only looks like a word of the lists in English.

    A verb that is a quality as well ("secure the funding"), a noun before the verb ("support tickets are …"), a known
    thing ("the acquired stores"), a question ("why bids are lost").
    """
    at = sentence.places.get(hit.span.start - sentence.offset, 0)
    token = sentence.tokens[at]
    if hit.kind == "vague_qualifier":
        return at == head.verb == head.start and token.mask & _FORM_ROLES != 0
    if hit.kind not in VERBS:
        return False
    if head.subject and head.verb is not None and head.start == at < head.verb - 1:
        return token.mask & _NOUN_TOO != 0
    past = hit.lemma != token.low and hit.kind in _DIRECTIONS and not token.low.endswith(("s", "ing", "tion"))
    return past and (sentence.tokens[at - 1].low in _KNOWN or any(one.low in _ASKING for one in sentence.tokens[:at]))


def _made(sentence: Sentence, head: Head, to_comma: bool) -> tuple[int, int]:
    """Where the thing that is made stands: after its verb, before the first clause inside the sentence.

    With ``to_comma`` also before ", covering …".
    """
    verb = head.verb if head.verb is not None else head.start
    begin = sentence.tokens[verb].start if head.verb is not None else -1
    rest = (
        token.start
        for at, token in enumerate(sentence.tokens)
        if at > verb
        and (token.mask & _RELATIVE or (to_comma and sentence.tokens[at - 1].text == "," and _is_gerund(sentence, token)))
    )
    return (-1 if head.subject else begin), next(rest, len(sentence.text))


def _is_need(sentence: Sentence, hit: Hit) -> bool:
    """A way out that leaves open when rather than whether: "as needed"."""
    return hit.kind == "escape" and any(stem in hit.text.lower() for stem in sentence.pack.needs)


def hedge(sentence: Sentence) -> bool:
    """Only a try or a thought, or with a way out; "as needed" leaves open when, not whether."""
    return any(
        (hit.kind == "hedge_verb" and not _is_object(sentence, hit)) or (hit.kind == "escape" and not _is_need(sentence, hit))
        for hit in sentence.hits
    )


def _is_object(sentence: Sentence, hit: Hit) -> bool:
    """A noun that is written like a verb of trying, after a preposition: "svar på prøver"."""
    at = sentence.places.get(hit.span.start - sentence.offset, 0)
    before = sentence.tokens[at - 1] if at else None
    if before is None or before.mask & _BEFORE_VERB_MEANS_VERB_MEANS_CLAUSE:
        return False
    if sentence.pack.code == "en":
        return bool(before.mask & _ORDINAL_ARTICLE)  # "at the first attempt"
    return bool(before.mask & PREPOSITIONS) and " " not in hit.text


def measurable(sentence: Sentence, form: str) -> str:
    """``quantified`` by a number, ``verifiable`` as a plain thing or state, or as work on given days, else ``no``."""
    if sentence.amount:
        return "quantified"
    if form == "topic" or sentence.all_kinds & _BLANKS or (form == "activity" and not sentence.recurrent):
        return "no"
    harmless = {"weasel", "increase", "decrease", "vague_verb"} if form == "deliverable" else set()  # its purpose may be open
    return "no" if any(hit.kind not in harmless for hit in _open_words(sentence, form, to_comma=True)) else "verifiable"


def form_of(sentence: Sentence) -> str:
    """By the verb that leads: work, a thing finished, a change or state; a bare noun phrase is a topic."""
    head = head_of(sentence)
    if head.verb is None:
        return _of_phrase(sentence, head)
    opening = sentence.tokens[head.start]
    if opening.mask & _HEDGE_VERB and _is_gerund(sentence, opening):
        return "activity"
    if (head.able and not hedge(sentence)) or any(token.mask & _MULTIPLE for token in sentence.tokens):
        return "outcome"
    return _of_verb(sentence, head, head.verb)


def _of_verb(sentence: Sentence, head: Head, at: int) -> str:
    token = sentence.tokens[at]
    kinds = sentence.kinds.get(at) or VERBS & token.roles.keys()
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
        told = "deliverable" if _is_thing(sentence, at + 1) or _is_built(sentence, at) else ""
    elif not told:
        told = next((form for kind, form in (("activity", "activity"), ("deliver", "deliverable")) if kind in kinds), "")
    if told == "deliverable" and "activity" in kinds and sentence.recurrent:
        told = "activity"
    if told == "event" or not (told or kinds):
        return _of_event(sentence, head, at, kinds, known=told == "event")
    return _settled(sentence, head, told or "outcome", at)


def _gets_done(sentence: Sentence, head: Head, at: int) -> bool:
    """To have a thing finished: "få godkjent budsjettet", "we have published"; of all of them it is a state."""
    token = sentence.tokens[at]
    if not token.mask & _STATE or token.mask & _BECOME or token.low in _BE:
        return False
    if head.subject and sentence.recurrent:
        return False  # "backups are tested every quarter"
    finished = any(one.mask & _FINISHED for one in sentence.tokens[at + 1 : at + 6])
    if "deliver" not in sentence.kinds.get(at + 1, ()) and not (finished and not head.subject):
        return False
    return not (head.subject and sentence.tokens[head.start].mask & _UNIVERSAL)


def _settled(sentence: Sentence, head: Head, form: str, at: int) -> str:
    """What the numbers, the qualities and the subject make of the form that the verb tells."""
    if form == "deliverable":
        universal = head.subject and sentence.tokens[head.start].mask & _UNIVERSAL
        valued = bool(sentence.kinds.get(at + 1, set()) & QUALITIES) or "comparative" in sentence.kinds.get(at + 2, ())
        decided = sentence.shares or sentence.ranked or sentence.asked == "bound_min"
        acts = head.subject and (universal or _acts(sentence, at))
        general = acts and ((universal and _is_perfect(sentence, at)) or not owners(sentence))
        return "outcome" if decided or valued or general else form
    if form == "activity":
        if at > head.start and _is_valued(sentence, at + 1):
            return "outcome"
        counted = sentence.quantities and not sentence.recurrent and not _lasts(sentence)
        return "outcome" if counted or sentence.asked == "bound_max" or sentence.compared else form
    return form


def _acts(sentence: Sentence, at: int) -> bool:
    """A verb in the present with its object: "letters by e-mail replace printed ones"; not "is opened", "opens in May"."""
    passive = ("ed",) if sentence.pack.code == "en" else ("s", "t")
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if after is None or sentence.tokens[at - 1].mask & _MODAL_STATE_BEFORE_VERB or sentence.tokens[at].low.endswith(passive):
        return False
    return after.kind == "word" and not after.mask & PREPOSITIONS and at + 1 not in sentence.dated


def _is_valued(sentence: Sentence, at: int) -> bool:
    """A quality stands here by itself, of how something is done: "we communicate clearly, …"."""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return "vague_qualifier" in sentence.kinds.get(at, ()) and (
        after is None or after.kind == "sign" or after.mask & _Q_AND != 0
    )


def _of_event(sentence: Sentence, head: Head, at: int, kinds: Set[str], known: bool) -> str:
    """What is done once is a thing finished, what recurs is work; an unknown verb with a number is a change."""
    token = sentence.tokens[at]
    if "keep" in kinds and not _is_gathering(sentence, at):
        return "outcome"
    limited = any(one.role == "bound_max" for one in sentence.quantities)
    if sentence.shares or sentence.compared or limited or "comparative" in sentence.all_kinds:
        return "outcome"
    if (sentence.kinds.get(at + 1, set()) & QUALITIES or _is_made_so(sentence, at)) and not sentence.recurrent:
        return "outcome"
    if head.subject and str(token.roles.get("form.event", "")).split(" ")[0] in _HOLDING:
        return "outcome"  # "the test passes every night"
    if sentence.recurrent or "escape" in sentence.all_kinds or (known and _is_habit(sentence, head, at)):
        return "activity"
    if token.mask & _STATE:
        owned = _is_thing(sentence, at + 1) and not _is_qualified(sentence, at)
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
            and (after is None or after.kind == "sign" or after.mask & PREPOSITIONS)
        ):
            return sentence.tokens[at].mask & _FORM_EVENT != 0 and not sentence.tokens[at].mask & _STATE
    return False


def _is_habit(sentence: Sentence, head: Head, at: int) -> bool:
    """Done to things of no number, so without an end: "take vitamins", "visit customers"."""
    after = sentence.tokens[at + 1 : at + 3]
    if sentence.pack.code != "en" or head.subject or sentence.amount or not after or sentence.tokens[at].mask & _STATE:
        return False
    many = after[0].kind == "word" and after[0].low.endswith("s") and not after[0].low.endswith("ss")
    return many and not after[0].mask & _DETERMINER and (len(after) == 1 or bool(after[1].mask & PREPOSITIONS))


def _is_qualified(sentence: Sentence, at: int) -> bool:
    """A quality stands in what follows the verb, before the first comma."""
    comma = next(
        (place for place, token in enumerate(sentence.tokens) if place > at and token.text == ","), len(sentence.tokens)
    )
    return any(at < place < comma and kinds & QUALITIES for place, kinds in sentence.kinds.items())


def _is_gathering(sentence: Sentence, at: int) -> bool:
    """What follows is held and over, not kept as it is."""
    return any(one.low.endswith(sentence.pack.gatherings) for one in sentence.tokens[at + 1 : at + 5])


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
    gerund = _is_gerund(sentence, first) and len(sentence.tokens) > 1 and not _is_finished(sentence)
    if "activity" in kinds or recurs or gerund:
        return "activity"
    if kinds & (_DIRECTIONS | {"vague_verb"}) and not first.mask & _NOUN_TOO and len(sentence.tokens) > 1:
        return "outcome"
    told = _of_participle(sentence, head)
    if told:
        return told
    if sentence.all_kinds & QUALITIES:
        return "topic"
    thing = first.mask & _ARTICLE_NEW or ("deliver" in kinds and _of_follows(sentence, head.start))
    ready = any(token.mask & _FINISHED for token in sentence.tokens)
    return "deliverable" if thing or ready or _has_participle(sentence) else "topic"


def _of_participle(sentence: Sentence, head: Head) -> str:
    """The form that an English participle after its noun tells: "debt repaid", "posts filled by June"; "" without one."""
    if sentence.pack.code != "en":
        return ""
    for at in range(head.start + 1, len(sentence.tokens)):
        token, before = sentence.tokens[at], sentence.tokens[at - 1]
        after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
        if before.kind != "word" or before.mask & PREPOSITIONS or before.mask & _DETERMINER_Q_AND_RELATIVE:
            continue
        if not (after is None or after.kind == "sign" or after.mask & PREPOSITIONS or after.low in ("by", "and")):
            continue
        if (
            token.mask & _FORM_OUTCOME
            and token.low.endswith(("ed", "aid", "on", "et", "old"))
            and token.low != token.roles["form.outcome"]
        ):
            return "outcome"
        finished = token.mask & _DELIVER_FORM_DELIVERABLE or is_unknown(token)
        if finished and token.low.endswith("ed") and token.low not in _NO_PARTICIPLES:
            return "deliverable"
    return ""


def _of_follows(sentence: Sentence, at: int) -> bool:
    """The noun of a verb has its object after it: "innføring av nytt lønnssystem"."""
    return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].mask & _Q_OF != 0


def _is_finished(sentence: Sentence) -> bool:
    """The last word is the participle of a verb of making: "ageing pipes renewed"."""
    last = sentence.tokens[-1]
    return last.mask & _DELIVER != 0 and last.low.endswith("ed")


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


def _is_built(sentence: Sentence, at: int) -> bool:
    """The known thing that follows is of a kind that somebody makes: "develop the booking app"."""
    close = sentence.tokens[at + 1 : at + 5]
    if not close or not close[0].mask & _DETERMINER:
        return False
    noun = next((place for place, one in enumerate(close) if one.low in _BUILT), 0)
    return noun > 0 and all(one.kind == "word" and not one.mask & PREPOSITIONS for one in close[:noun])


def _is_perfect(sentence: Sentence, at: int) -> bool:
    return any(one.mask & _STATE for one in sentence.tokens[max(0, at - 1) : at])


def _lasts(sentence: Sentence) -> bool:
    """The amount is how long: "walk for 30 minutes"."""
    return all(quantity.unit in ("s", "min", "h", "d") for quantity in sentence.quantities)
