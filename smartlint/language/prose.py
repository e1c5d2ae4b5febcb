"""What is understood of a sentence: quantities, times, words of the lexicon, means; one token pass for all of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial

from smartlint.language.coordination import joint
from smartlint.language.form import form_of
from smartlint.language.openness import hedge, measurable, vague
from smartlint.language.ownership import owners
from smartlint.language.pack import load
from smartlint.language.quantities import Counter
from smartlint.language.roles import (
    ADVERB,
    BLANK,
    DIGITS,
    GAP,
    JOINT,
    LABEL,
    MARKED,
    MAY_BE_AMOUNT,
    NUMBERED,
    PREPOSITIONS,
    REPORTED,
    WORD,
    bits,
)
from smartlint.language.sentence import LEADING_VERBS, Counted, Sentence, Timed, report, with_marks
from smartlint.language.times import Anchor, Finder
from smartlint.language.tokens import Line, Token
from smartlint.pattern import Pattern
from smartlint.reading import Hit, Hits, Quantity, Reading, Text, TimeRef
from smartlint.record import Final
from smartlint.source import Span

#: So many characters of a sentence are understood: rules compare its words and numbers with one another.
LONGEST: Final = 4_000
#: Quantities do not depend on the day; telling times from them needs some day.
_ANY_DAY: Final = date(2026, 1, 1)
#: ``<owner>``, ``[name]``, ``X %``, ``XX``, ``___``, ``???``; a redaction is ``$N`` or ``$X``.
_PLACEHOLDER: Final = Pattern(
    r"(?=[<[XYZNx?_…])(?:"  # what they begin with: elsewhere nothing is tried
    r"<[^\W\d][\w /-]{0,38}>|\[(?:[a-zæøåäö][\w /-]{0,38}|\.{2,}|[XYZN]{1,4}|[_ ]{1,9})\](?!\()"
    r"|(?<![\w$])(?:X{1,4}|Y|N)(?=[ \u00a0]?%)|(?<!\w)X{1,4}[.,]X{1,4}(?!\w)|(?<!\w)\?(?=[ \u00a0]?%)"
    r"|(?<!\w)(?:XX+|ZZ+|YY+|xx+)(?!\w)|_{3,}|\?{2,}|…{2,})"
)
#: What people write where they have nothing to write.
_DASH: Final = Pattern(r"[?.\-–—*/ ]{1,9}|[nN](?:/[aA]\.?|\.[aA]\.)")
#: A box to tick before a sentence, which leaves nothing open.
_TICKED: Final = Pattern(r"\s{0,9}(?:[-*+]\s{1,4})?\[[ xX]\](?=\s)")
_REDACTED: Final = Pattern(r"[$€£](?:[NX]+(?!\w)|_)")


_new: Final = tuple.__new__
_NONE: Final[frozenset[int]] = frozenset()
_NO_KINDS: Final[frozenset[str]] = frozenset()
#: Whose a means is, or which: "through our website".
_DETERMINED: Final = bits("article", "determiner", "q.known")
_VAGUE_TIME: Final = bits("vague_time")
_MEANS: Final = bits("means.verb", "means.phrase", "means.clause")
_MEANS_VERB: Final = bits("means.verb")
_BEFORE_AMOUNT: Final = bits("q.to", "q.from", "q.at_least", "q.at_most", "q.by")
_NEVER_COUNTED: Final = bits("state", "modal", "t.recurrence", "p.inclusive")
_TIME_NAME: Final = bits("t.unit", "t.definite", "t.season", "t.holiday")
_BEFORE_COUNT: Final = LEADING_VERBS | bits("state", "modal", "before_verb", "any.form")


def read(text: Text, language: str, anchor: Anchor) -> Reading:
    """The reading of a piece of prose in a language; spans are those of the file. Of an endless one, that of its beginning."""
    if not text.text:
        return Reading(language)
    offset = text.span.start
    if len(text.text) > LONGEST:
        begun = text.text[: max(text.text.rfind(" ", 0, LONGEST), 0) or LONGEST]
        text = Text(begun, Span(offset, offset + len(begun)))
    line = Line(text.text, load(language))
    every = line.every
    finder = Finder(line, anchor, offset)
    timed = finder.find()
    dated = taken = _taken(timed) if timed else _NONE
    if timed:
        # "Within 4 hours" is a time and the amount that decides the goal.
        hours = [one for one in timed if one[0].iso.startswith("PT")]
        if hours:
            taken -= _taken(hours)
        if finder.served:
            taken -= finder.served
    if finder.compared:
        taken |= finder.compared
    counted = Counter(line, taken, offset).find() if every & MAY_BE_AMOUNT else []
    used = dated | _taken(counted) if counted else dated
    hits: list[Hit] = []
    kinds: dict[int, frozenset[str]] = {}
    if every & REPORTED:
        report(line, used, offset, hits, kinds)
    if every & (BLANK | GAP | NUMBERED):
        blanks = _blanks(line, text)
        if blanks:
            _take_up(blanks, line, offset, kinds)
            hits = sorted(hits + blanks)
    found = tuple(hits)
    whole = Sentence(line, found, kinds, counted, timed, offset, dated, used)
    means = _means(whole) if every & _MEANS else ()
    form = form_of(whole)
    joined, apart = joint(whole, means) if every & JOINT else (None, False)
    # Without the detour of a named tuple over the names of its fields.
    reading: Reading = _new(
        Reading,
        (
            language,
            line.words,
            tuple([one[0] for one in counted]) if counted else (),
            tuple([one[0] for one in timed]) if timed else (),
            Hits(partial(with_marks, line, found, offset)) if every & MARKED else found,
            means,
            vague(whole, form) if hits else (),
            owners(whole),
            form,
            measurable(whole, form),
            joined,
            apart,
            hedge(whole) if hits else False,
        ),
    )
    return reading


def _taken(found: Sequence[Counted] | Sequence[Timed]) -> frozenset[int]:
    return frozenset([at for _, first, stop in found for at in range(first, stop)])


def _take_up(blanks: list[Hit], line: Line, offset: int, kinds: dict[int, frozenset[str]]) -> None:
    """Adds to the lists by token what is still to be filled in."""
    for hit in blanks:
        start = hit.span.start - offset
        if start in line.starts:
            at = line.starts.index(start)
            kinds[at] = kinds.get(at, _NO_KINDS) | {hit.kind}


def _blanks(line: Line, text: Text) -> list[Hit]:
    """What is still to be filled in: letters where a number belongs, and what the patterns find."""
    offset = text.span.start
    found = []
    if line.every & (BLANK | NUMBERED):
        for at, token in enumerate(line.tokens):
            if not token.common & (BLANK | NUMBERED):
                continue
            # "N1", "N2": one of several figures that were taken out on purpose
            numbered = token.text[0] == "N" and len(token.text) == 2 and token.text[1].isdigit()
            if (numbered or token.text in ("X", "N", "Y")) and _blank(line.tokens, at):
                kind = "redaction" if numbered else "placeholder"
                found.append(Hit(Span(offset + line.starts[at], offset + line.end(at)), token.text, kind, token.low))
    return found + _placeholders(text) if line.every & (BLANK | GAP) else found


def _blank(tokens: Sequence[Token], at: int) -> bool:
    """An X or N where a number belongs: ``recruit X volunteers``, ``to X by June``; not ``Model X``, ``OS X``."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.text == "%":
        return False  # found with its sign
    counted = after is not None and after.text.islower() and not after.mask & _NEVER_COUNTED
    if before is None:
        return counted
    if at == 1 and tokens[at].text[1:] and after is not None and after.text.isupper():
        return True  # "Reach N0 MAU"
    if before.mask & LABEL or (before.glued and before.text == "-"):
        return False
    if before.mask & _BEFORE_AMOUNT:
        return True
    return counted and bool(before.mask & _BEFORE_COUNT or (tokens[at].text == "X" and before.common & PREPOSITIONS))


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
    tokens, row = sentence.tokens, sentence.row
    for at, token in enumerate(tokens):
        if not token.common & _MEANS or at in sentence.used:
            continue
        stop = at + 1
        while row[stop].mask & ADVERB and row[stop].common & WORD:
            stop += 1
        if row[stop].common & (WORD | DIGITS) and _is_means(sentence, at, stop):
            found.append(Span(sentence.offset + sentence.line.starts[at], sentence.offset + sentence.line.end(stop)))
    return tuple(found)


def _is_means(sentence: Sentence, at: int, stop: int) -> bool:
    """Not whom something is done by, the way that something goes, nor the time that it takes."""
    tokens, pack = sentence.tokens, sentence.pack
    following, before = tokens[stop], tokens[at - 1].low if at else ""
    passing, whole = pack.means_passing, pack.means_whole
    if tokens[at].common & _MEANS_VERB:
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


@lru_cache
def _gaps(languages: tuple[str, ...]) -> frozenset[str]:
    """Every word and phrase of some languages that stands for what is not there yet."""
    tables = [load(code).data["words"]["placeholders"] for code in languages]
    return frozenset([word.lower() for table in tables for word in (*table["words"], *table["alone"])])


def placeholder(text: Text, languages: tuple[str, ...]) -> Hit | None:
    """The placeholder that a whole field value is (``TBD``, ``<owner>``, ``XX``, ``?``, ``-``)."""
    low = " ".join(text.text.lower().split()).rstrip(".!")
    whole = text.text.strip()
    match = _PLACEHOLDER.fullmatch(whole) or _DASH.fullmatch(whole)
    if match or low in _gaps(languages):
        return Hit(text.span, text.text, "placeholder", low)
    return None


def whole_time(text: Text, languages: tuple[str, ...], anchor: Anchor) -> TimeRef | None:
    """The time that a whole text is, in the first language that reads it so. Raises ``BadDate``."""
    if len(text.text) > LONGEST:
        return None
    for code in languages:
        found = Finder(Line(text.text, load(code)), anchor, text.span.start).whole()
        if found is not None:
            return found
    return None


def whole_quantity(text: Text, languages: tuple[str, ...]) -> Quantity | None:
    """The quantity that a whole text is, in the first language that reads it so."""
    if len(text.text) > LONGEST:
        return None
    today = Anchor(_ANY_DAY)
    for code in languages:
        line = Line(text.text, load(code))
        times = Finder(line, today, text.span.start).find()
        taken = frozenset(at for time, first, stop in times for at in range(first, stop) if time.role == "recurrence")
        found = Counter(line, taken, text.span.start).whole()
        if found is not None:
            return found
    return None
