"""What a sentence leaves open: words that no number makes precise, tries and ways out, and whether it can be measured."""

from __future__ import annotations

from smartlint.language.head import head_of, is_gerund
from smartlint.language.roles import FORMED, PREPOSITIONS, bits
from smartlint.language.sentence import QUALITIES, VERBS, Head, Sentence
from smartlint.language.work import is_immaterial
from smartlint.reading import Hit
from smartlint.record import Final
from smartlint.source import Span

_DIRECTIONS: Final = frozenset(("increase", "decrease", "keep"))
#: Words that leave open what or how much, where no number says it.
_OPEN: Final = frozenset(("vague_verb", "weasel", "increase", "decrease")) | QUALITIES
_FORM_ROLES: Final = FORMED
#: How far the clause of a verb that says only that something is to be so is looked for.
_CLAUSE: Final = 8
#: What may be open of a thing that is made: what it is for.
_PURPOSES: Final = frozenset(("weasel", "increase", "decrease", "vague_verb"))
_BLANKS: Final = frozenset(("placeholder", "redaction"))
_ORDINAL_ARTICLE: Final = bits("ordinal", "article")
_NOUN_TOO: Final = bits("noun_too")
_WINNING: Final = frozenset(("win", "vinne", "vinna", "vinde"))
#: So long at least is a known noun: "kunden", "cupen".
_PRIZE: Final = 4
#: What one feels may be named after it.
_FEELING: Final = frozenset(("feel", "føle seg", "kjenne seg", "känna sig", "føle sig"))
_ONE_THING: Final = frozenset(("the", "a", "an", "this"))
_BEFORE_VERB_MEANS_VERB_MEANS_CLAUSE: Final = bits("before_verb", "means.verb", "means.clause")
_OPENS_CLAUSE: Final = bits("clause")
_ARTICLE: Final = bits("article", "determiner")
_COMPARATIVE: Final = bits("comparative")
_COMPARATIVE_Q_OF_Q_AND: Final = bits("comparative", "q.of", "q.and")
_DETERMINER_Q_AND_MODAL: Final = bits("determiner", "q.and", "modal")
_DETERMINER_UNIVERSAL_ARTICLE_NUMBER: Final = bits("determiner", "universal", "article", "number")
_NOUN: Final = bits("noun")
_RELATIVE: Final = bits("relative")
_STATE_MODAL: Final = bits("state", "modal")


def vague(sentence: Sentence, form: str) -> tuple[Hit, ...]:
    """The words that leave open what or how much; a number makes them precise, but not an open list
    nor what is counted by another word: "five posts in various media"."""
    found = [hit for hit in sentence.hits if hit.kind == "open_list"]
    if sentence.amount:
        found += [hit for hit in sentence.hits if hit.kind == "weasel" and _is_aside(sentence, hit)]
    else:
        found += _said_once(_open_words(sentence, form)) + [hit for hit in sentence.hits if hit.kind == "vague_time"]
    return tuple(sorted(found, key=_place) if len(found) > 1 else found)


def _is_aside(sentence: Sentence, hit: Hit) -> bool:
    """A word such as "various" or "key" that stands before another thing than the number does."""
    at = sentence.place(hit)
    if not 0 < at < len(sentence.tokens) - 1 or at + 1 in sentence.used or sentence.tokens[at - 1].low in ("as", "so", "så"):
        return False
    first = min((one.span.start for one in sentence.quantities), default=hit.span.start)
    before, after = sentence.tokens[at - 1], sentence.tokens[at + 1]
    adverb = hit.text.lower().endswith("ly") or " " in hit.text or after.mask & _COMPARATIVE_Q_OF_Q_AND
    return (
        first < hit.span.start
        and not adverb
        and after.kind == "word"
        and (at - 1 not in sentence.used or bool(before.common & PREPOSITIONS))
    )


def _said_once(hits: list[Hit]) -> list[Hit]:
    """Without the verb where what it leaves open is named after it: "feel safe"."""
    named = any(hit.kind in QUALITIES for hit in hits)
    return [hit for hit in hits if not (named and hit.lemma in _FEELING)]


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
        before = sentence.kinds.get(sentence.place(hit) - 1, ())
        counted = hit.kind == "comparative" and not _BLANKS.isdisjoint(before)
        if (
            counted
            or (blank and hit.kind in _DIRECTIONS)
            or hit.lemma in sentence.pack.clues.to_nothing
            or (made and not made[0] < at < made[1])
        ):
            continue
        if hit.kind == "vague_qualifier" and ("24/7" in sentence.text or _is_measured(sentence, hit)):
            continue
        if (hit.kind == "vague_verb" and _is_told_by_clause(sentence, hit)) or (
            hit.lemma in _WINNING and _is_prize(sentence, hit)
        ):
            continue
        if sentence.english and _is_no_claim(sentence, hit, head):
            continue
        found.append(hit)
    return found


def _is_measured(sentence: Sentence, hit: Hit) -> bool:
    """The name of what is measured or visited: "air quality", "trade fair"."""
    at = sentence.place(hit)
    before = sentence.tokens[at - 1]
    named = before.kind == "word" and not (before.mask & _DETERMINER_Q_AND_MODAL or before.common & PREPOSITIONS)
    return hit.lemma in sentence.pack.clues.measures and at > 1 and named and at - 1 not in sentence.kinds


def _is_prize(sentence: Sentence, hit: Hit) -> bool:
    """One known thing is won, which is or is not: "win the county cup", "vinne kretscupen", "award won"."""
    at = sentence.place(hit)
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if hit.text.lower() == "won" or after is None:
        return at > 0
    if sentence.english:
        return after.low in _ONE_THING
    return len(after.low) > _PRIZE and after.low.endswith(sentence.pack.clues.known_one)


def _is_told_by_clause(sentence: Sentence, hit: Hit) -> bool:
    """What is to be so stands in a clause after the verb: "ensure that …", "ensure all pupils have a laptop"."""
    at = sentence.place(hit)
    after = sentence.tokens[at + 1 : at + 1 + _CLAUSE]
    if not after or sentence.tokens[at].mask & _COMPARATIVE:
        return False
    opened = next((place for place, one in enumerate(after[:2]) if one.mask & _OPENS_CLAUSE), -1)
    if opened == 0 or (opened == 1 and after[0].low in sentence.pack.clues.before_clause):
        subject, verb = after[opened + 1 : opened + 2], after[opened + 2 : opened + 3]
        known = any(one.mask & _DETERMINER_UNIVERSAL_ARTICLE_NUMBER for one in subject)
        return known or any(one.common & _STATE_MODAL for one in verb)  # not "bliver bedre til at bruge"
    return hit.lemma in sentence.pack.clues.ensuring and any(
        one.common & _STATE_MODAL and not one.mask & _NOUN for one in after[1:]
    )


def _is_no_claim(sentence: Sentence, hit: Hit, head: Head) -> bool:
    """What only looks like a word of the lists in English.

    A verb that is a quality as well ("secure the funding"), a noun before the verb ("support tickets are …"), a known
    thing ("the acquired stores"), what a thing is for ("the driving test"), a question ("why bids are lost").
    """
    at = sentence.place(hit)
    token = sentence.tokens[at]
    if hit.kind == "vague_qualifier":
        return at == head.verb == head.start and token.common & _FORM_ROLES != 0
    if hit.kind not in VERBS:
        return False
    if head.subject and head.verb is not None and head.start == at < head.verb - 1:
        return token.common & _NOUN_TOO != 0
    if token.low.endswith("ing") and at and sentence.row[at - 1].mask & _ARTICLE and _is_named(sentence, at + 1):
        return True
    past = hit.lemma != token.low and hit.kind in _DIRECTIONS and not token.low.endswith(("s", "ing", "tion"))
    return past and (
        sentence.tokens[at - 1].low in sentence.pack.clues.known
        or any(one.low in sentence.pack.clues.asking for one in sentence.tokens[:at])
    )


def _is_named(sentence: Sentence, at: int) -> bool:
    """A noun can stand here."""
    return at < len(sentence.tokens) and sentence.tokens[at].kind == "word" and not sentence.row[at].common & PREPOSITIONS


def _made(sentence: Sentence, head: Head, to_comma: bool) -> tuple[int, int]:
    """Where the thing that is made stands: after its verb, before the first clause inside the sentence.

    With ``to_comma`` also before ", covering …".
    """
    verb = head.verb if head.verb is not None else head.start
    begin = sentence.line.starts[verb] if head.verb is not None else -1
    rest = (
        sentence.line.starts[at]
        for at, token in enumerate(sentence.tokens)
        if at > verb
        and (token.common & _RELATIVE or (to_comma and sentence.tokens[at - 1].text == "," and is_gerund(sentence, token)))
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
    at = sentence.place(hit)
    before = sentence.tokens[at - 1] if at else None
    if before is None or before.mask & _BEFORE_VERB_MEANS_VERB_MEANS_CLAUSE:
        return False
    if sentence.english:
        return bool(before.common & _ORDINAL_ARTICLE)  # "at the first attempt"
    return bool(before.common & PREPOSITIONS) and " " not in hit.text


def measurable(sentence: Sentence, form: str) -> str:
    """``quantified`` by a number, ``verifiable`` as a plain thing or state, or as work on given days, else ``no``."""
    if sentence.amount:
        return "quantified"
    if form == "topic" or sentence.all_kinds & _BLANKS or (form == "activity" and not sentence.recurrent):
        return "no"
    head = head_of(sentence)
    if form == "outcome" and head.verb is not None and is_immaterial(sentence, head.verb):
        return "no"
    opened = _open_words(sentence, form, to_comma=True)
    if form == "deliverable":
        opened = [hit for hit in opened if hit.kind not in _PURPOSES]
    return "no" if opened else "verifiable"
