"""What is understood of a sentence: quantities, times, words of the lexicon, means; one token pass for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from smartlint.language.coordination import joint
from smartlint.language.form import form_of, hedge, measurable, vague
from smartlint.language.ownership import owners
from smartlint.language.pack import load
from smartlint.language.pattern import Pattern
from smartlint.language.quantities import Counter
from smartlint.language.roles import (
    ADVERB,
    BLANK,
    DIGITS,
    FORMS,
    JOINT,
    LABEL,
    MARKED,
    NUMBERED,
    PREPOSITIONS,
    REPORTED,
    SIGN,
    WORD,
    bits,
)
from smartlint.language.sentence import Counted, Sentence, Timed, shares_noun
from smartlint.language.times import Anchor, Finder
from smartlint.language.tokens import Line, Token
from smartlint.reading import Hit, Quantity, Reading, Text, TimeRef
from smartlint.source import Span

#: Quantities do not depend on the day; telling times from them needs some day.
_ANY_DAY = date(2026, 1, 1)
#: Lists whose words are verbs: a form that is a noun as well counts in a verb's place only.
_VERBS = frozenset({"vague_verb", "deliver", "increase", "decrease", "keep"})
#: ``<owner>``, ``[name]``, ``X %``, ``XX``, ``___``, ``???``; a redaction is ``$N`` or ``$X``.
_PLACEHOLDER = Pattern(
    r"<[^\W\d][\w /-]{0,38}>|\[(?:[a-zæøåäö][\w /-]{0,38}|\.{2,}|[XYZN]{1,4}|[_ ]{1,9})\](?!\()"
    r"|(?<![\w$])(?:X{1,4}|Y|N)(?=[ \u00a0]?%)|(?<!\w)X{1,4}[.,]X{1,4}(?!\w)|(?<!\w)\?(?=[ \u00a0]?%)"
    r"|(?<!\w)(?:XX+|ZZ+|YY+)(?!\w)|_{3,}|\?{2,}|…{2,}"
)
#: What most of them begin with or hold; the others are letters that may stand for a blank.
_OPENED = frozenset("<[_?…$€£")
#: A box to tick before a sentence, which leaves nothing open.
_TICKED = Pattern(r"\s{0,9}(?:[-*+]\s{1,4})?\[[ xX]\](?=\s)")
_REDACTED = Pattern(r"[$€£](?:[NX]+(?!\w)|_)")


#: Whose a means is, or which: "through our website".
_DETERMINED = bits("article", "determiner", "q.known")
_AND, _BEFORE_VERB, _NOUN_TOO, _VAGUE_TIME = bits("q.and"), bits("before_verb"), bits("noun_too"), bits("vague_time")
_MEANS, _MEANS_VERB = bits("means.verb", "means.phrase", "means.clause"), bits("means.verb")
_BEFORE_AMOUNT = bits("q.to", "q.from", "q.at_least", "q.at_most", "q.by")
_NEVER_COUNTED = bits("state", "modal", "t.recurrence", "p.inclusive")
_NO_OBJECT = PREPOSITIONS | bits("q.and", "q.of")
_TIME_NAME = bits("t.unit", "t.definite", "t.season", "t.holiday")
_PLACEHOLDERS = bits("placeholder")
_VERB = bits(*_VERBS, "multiple")
_BEFORE_COUNT = _VERB | bits("state", "modal", "before_verb", *(f"form.{form}" for form in FORMS))


def read(text: Text, language: str, anchor: Anchor) -> Reading:
    """The reading of a piece of prose in a language; spans are those of the file."""
    if not text:
        return Reading(language)
    line = Line(text.text, load(language))
    offset = text.span.start
    finder = Finder(line, anchor, offset)
    timed = finder.find()
    # "Within 4 hours" is a time and the amount that decides the goal.
    taken = frozenset([at for time, first, stop in timed if not time.iso.startswith("PT") for at in range(first, stop)])
    counted = Counter(line, (taken - finder.served) | finder.compared, offset).find()
    hits, kinds = _hits(line, timed, counted, text)
    whole = Sentence(line, hits, kinds, counted, timed, offset)
    means = _means(whole) if line.all & _MEANS else ()
    form = form_of(whole)
    return Reading(
        language,
        [mask & WORD for mask in line.masks].count(WORD),
        tuple([quantity for quantity, _, _ in counted]),
        tuple([time for time, _, _ in timed]),
        tuple(sorted((*hits, *_marks(line, offset)))) if line.all & MARKED else hits,
        means,
        vague(whole, form),
        owners(whole),
        form,
        measurable(whole, form),
        joint(whole, means) if line.all & JOINT else None,
        hedge(whole),
    )


def _hits(
    line: Line, timed: Sequence[Timed], counted: Sequence[Counted], text: Text
) -> tuple[tuple[Hit, ...], dict[int, set[str]]]:
    """The words of the lexicon outside of times and amounts, in order, and by token the lists that it was found in."""
    found: list[Hit] = []
    kinds: dict[int, set[str]] = {}
    tokens, masks, offset = line.tokens, line.masks, text.span.start
    if line.all & REPORTED:
        used = {at for _, first, stop in (*timed, *counted) for at in range(first, stop)}
        for at in range(len(tokens)):
            if masks[at] & REPORTED and (at not in used or masks[at] & _VAGUE_TIME):
                for hit in _listed(tokens, at, offset):
                    found.append(hit)
                    kinds.setdefault(at, set()).add(hit.kind)
    if line.all & (BLANK | SIGN | NUMBERED):
        blanks = _blanks(line, text)
        found = sorted(found + blanks) if blanks else found
        starts = {token.start: at for at, token in enumerate(tokens)} if blanks else {}
        for hit in blanks:
            if hit.span.start - offset in starts:
                kinds.setdefault(starts[hit.span.start - offset], set()).add(hit.kind)
    return tuple(found), kinds


def _listed(tokens: Sequence[Token], at: int, offset: int) -> Iterator[Hit]:
    """The lists that a token stands in as it is used here: in capitals or long for a blank, in a verb's place for a verb."""
    token = tokens[at]
    noun = token.mask & _NOUN_TOO and not _verb_place(tokens, at)
    for kind in token.roles.listed:
        if kind == "placeholder":
            if not (token.text.isupper() or " " in token.text or len(token.text) > 3):
                continue
        elif noun and kind in _VERBS:
            continue
        span = Span(offset + token.start, offset + token.end)
        yield Hit(span, token.text, kind, str(token.roles[kind]) or token.low)


def _blanks(line: Line, text: Text) -> list[Hit]:
    """What is still to be filled in: letters where a number belongs, and what the patterns find."""
    offset = text.span.start
    found = []
    if line.all & (BLANK | NUMBERED):
        for at, token in enumerate(line.tokens):
            if not token.mask & (BLANK | NUMBERED):
                continue
            # "N1", "N2": one of several figures that were taken out on purpose
            numbered = token.text[0] == "N" and len(token.text) == 2 and token.text[1].isdigit()
            if (numbered or token.text in ("X", "N", "Y")) and _blank(line.tokens, at):
                kind = "redaction" if numbered else "placeholder"
                found.append(Hit(Span(offset + token.start, offset + token.end), token.text, kind, token.low))
    return found + _placeholders(text) if (line.all & BLANK or not _OPENED.isdisjoint(text.text)) else found


def _marks(line: Line, offset: int) -> list[Hit]:
    """The words of the lists that only rules ask for, in amounts and times as well."""
    return [
        Hit(Span(offset + token.start, offset + token.end), token.text, name, lemma)
        for token in line.tokens
        if token.mask & MARKED
        for name, lemma in token.roles.marks
    ]


def _blank(tokens: Sequence[Token], at: int) -> bool:
    """An X or N where a number belongs: ``recruit X volunteers``, ``to X by June``; not ``Model X``, ``OS X``."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.text == "%":
        return False  # found with its sign
    counted = after is not None and after.text.islower() and not after.mask & _NEVER_COUNTED
    if before is None:
        return counted
    if before.mask & LABEL or (before.glued and before.text == "-"):
        return False
    if before.mask & _BEFORE_AMOUNT:
        return True
    return counted and bool(before.mask & _BEFORE_COUNT or (tokens[at].text == "X" and before.mask & PREPOSITIONS))


def _verb_place(tokens: Sequence[Token], at: int) -> bool:
    """Where a verb stands: at the start, after "to", a modal or a pronoun; after "and" where an object follows it."""
    if not at:
        return True
    before = tokens[at - 1]
    if before.mask & SIGN:
        return before.text in '.:;!?–—•*-(/"' or (before.text == "," and _has_object(tokens, at + 1))
    if before.mask & _BEFORE_VERB:
        return True
    return (
        before.mask & _AND != 0
        and _has_object(tokens, at + 1)
        and (not shares_noun(tokens, at) or tokens[at - 2].mask & _VERB != 0)
        and _starts_with_verb(tokens, at - 1)
    )


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """A noun phrase may start here: neither the end nor a preposition nor another "and"."""
    mask = tokens[at].mask if at < len(tokens) else 0
    return mask & DIGITS != 0 or (mask & WORD != 0 and not mask & _NO_OBJECT)


def _starts_with_verb(tokens: Sequence[Token], at: int) -> bool:
    """The words up to an "and" begin with a verb of the lexicon, so that the next verb is its equal."""
    start = at
    while start and not tokens[start - 1].mask & SIGN:
        start -= 1
    return tokens[start].mask & _VERB != 0


def _placeholders(text: Text) -> list[Hit]:
    found: list[Hit] = []
    ticked = _TICKED.match(text.text)
    begin = ticked.end() if ticked else 0
    for kind, pattern in (("placeholder", _PLACEHOLDER), ("redaction", _REDACTED)):
        for match in pattern.finditer(text.text, begin):
            span = Span(text.span.start + match.start(), text.span.start + match.end())
            found.append(Hit(span, match[0], kind, match[0].lower()))
    return found


def _means(sentence: Sentence) -> tuple[Span, ...]:
    """Where the sentence says how: ``by calling``, ``ved å ringe``, ``genom att ringa``, ``ved at``, ``gennem``."""
    found = []
    tokens, masks = sentence.tokens, sentence.masks
    for at, token in enumerate(tokens):
        if not token.mask & _MEANS or at in sentence.used:
            continue
        stop = at + 1
        while masks[stop] & ADVERB and masks[stop] & WORD:
            stop += 1
        if masks[stop] & (WORD | DIGITS) and _is_means(sentence, at, stop):
            found.append(Span(sentence.offset + token.start, sentence.offset + tokens[stop].end))
    return tuple(found)


def _is_means(sentence: Sentence, at: int, stop: int) -> bool:
    """Not whom something is done by, the way that something goes, nor the time that it takes."""
    tokens, pack = sentence.tokens, sentence.pack
    following, before = tokens[stop], tokens[at - 1].low if at else ""
    passing, whole = pack.means_bars
    if tokens[at].mask & _MEANS_VERB:
        endings = pack.means_endings
        agent = bool(endings) and before.endswith("ed")  # "supported by tooling"
        return not agent and (not endings or (following.low.endswith(endings) and following.low not in whole))
    after = tokens[stop + 1] if following.mask & _DETERMINED and stop + 1 < len(tokens) else following
    return not (after.mask & _TIME_NAME or before in passing or after.low in whole)


def vague_time(text: Text, languages: tuple[str, ...]) -> Hit | None:
    """The vague time that a whole field value is (``asap``, ``på sikt``), in any of the languages."""
    low = " ".join(text.text.lower().split()).rstrip(".!")
    if any(load(code).meaning(low).mask & _VAGUE_TIME for code in languages):
        return Hit(text.span, text.text, "vague_time", low)
    return None


def placeholder(text: Text, languages: tuple[str, ...]) -> Hit | None:
    """The placeholder that a whole field value is (``TBD``, ``<owner>``, ``XX``)."""
    low = " ".join(text.text.lower().split()).rstrip(".!")
    match = _PLACEHOLDER.fullmatch(text.text.strip())
    if match or any(load(code).meaning(low).mask & _PLACEHOLDERS for code in languages):
        return Hit(text.span, text.text, "placeholder", low)
    return None


def whole_time(text: Text, languages: tuple[str, ...], anchor: Anchor) -> TimeRef | None:
    """The time that a whole text is, in the first language that reads it so. Raises ``BadDate``."""
    for code in languages:
        found = Finder(Line(text.text, load(code)), anchor, text.span.start).whole()
        if found is not None:
            return found
    return None


def whole_quantity(text: Text, languages: tuple[str, ...]) -> Quantity | None:
    """The quantity that a whole text is, in the first language that reads it so."""
    today = Anchor(_ANY_DAY)
    for code in languages:
        line = Line(text.text, load(code))
        times = Finder(line, today, text.span.start).find()
        taken = frozenset(at for time, first, stop in times for at in range(first, stop) if time.role == "recurrence")
        found = Counter(line, taken, text.span.start).whole()
        if found is not None:
            return found
    return None
