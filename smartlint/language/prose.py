"""What is understood of a sentence: quantities, times, words of the lexicon, means; one token pass for all of it."""

from __future__ import annotations

import re
from datetime import date

from smartlint.goal import Hit, Quantity, Reading, Text, TimeRef
from smartlint.language.pack import Pack, load
from smartlint.language.quantities import Counter
from smartlint.language.times import Anchor, Finder
from smartlint.language.tokens import Token, tokenize
from smartlint.source import Span

#: Quantities do not depend on the day; telling times from them needs some day.
_ANY_DAY = date(2026, 1, 1)
_LISTED = ("vague_verb", "vague_qualifier", "comparative", "increase", "decrease", "keep", "deliver", "vague_time")
#: ``<owner>``, ``[name]``, ``X %``, ``XX``, ``___``, ``???``; a redaction is ``$N`` or ``$X``.
_PLACEHOLDER = re.compile(
    r"<[^\W\d][\w /-]{0,38}>|\[(?:[a-zæøåäö][\w /-]{0,38}|\.{2,})\]|(?<![\w$])(?:X{1,4}|Y|N)(?=[ \u00a0]?%)"
    r"|(?<!\w)(?:XX+|ZZ+|YY+)(?!\w)|_{3,}|\?{2,}|…{2,}"
)
_REDACTED = re.compile(r"[$€£](?:[NX]+(?!\w)|_)")


def read(text: Text, language: str, anchor: Anchor) -> Reading:
    """The reading of a piece of prose in a language; spans are those of the file."""
    if not text:
        return Reading(language)
    pack = load(language)
    tokens = tokenize(text.text, pack)
    offset = text.span.start
    times = Finder(tokens, text.text, language, anchor, offset).find()
    taken = frozenset(at for _, first, stop in times for at in range(first, stop))
    counted = Counter(tokens, text.text, pack, taken, offset).find()
    used = frozenset(at for _, first, stop in counted for at in range(first, stop))
    return Reading(
        language=language,
        words=sum(token.kind == "word" for token in tokens),
        quantities=tuple(quantity for quantity, _, _ in counted),
        times=tuple(time for time, _, _ in times),
        hits=tuple(sorted(_hits(tokens, taken | used, text), key=lambda hit: hit.span)),
        means=tuple(_means(tokens, taken | used, pack, text)),
    )


def _hits(tokens: list[Token], used: frozenset[int], text: Text) -> list[Hit]:
    found = []
    offset = text.span.start
    for at, token in enumerate(tokens):
        if at in used and not token.has("vague_time"):
            continue
        span = Span(offset + token.start, offset + token.end)
        for kind in _LISTED:
            if token.has(kind):
                found.append(Hit(span, token.text, kind, str(token.roles[kind]) or token.low))
        if token.has("placeholder") and (token.text.isupper() or " " in token.text or len(token.text) > 3):
            found.append(Hit(span, token.text, "placeholder", token.low))
    return found + _placeholders(text)


def _placeholders(text: Text) -> list[Hit]:
    found = []
    for kind, pattern in (("placeholder", _PLACEHOLDER), ("redaction", _REDACTED)):
        for match in pattern.finditer(text.text):
            span = Span(text.span.start + match.start(), text.span.start + match.end())
            found.append(Hit(span, match[0], kind, match[0].lower()))
    return found


def _means(tokens: list[Token], used: frozenset[int], pack: Pack, text: Text) -> list[Span]:
    """Where the sentence says how: ``by calling``, ``ved å ringe``, ``genom att ringa``, ``ved at``, ``med hjelp av``."""
    endings = tuple(pack.data["words"]["means"]["verb_endings"])
    found = []
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if at in used or following is None or following.kind != "word" or at + 1 in used:
            continue
        if token.has("means.verb"):
            if endings and not (following.low.endswith(endings) and len(following.low) > 4):
                continue
        elif not token.has("means.phrase", "means.clause"):
            continue
        found.append(Span(text.span.start + token.start, text.span.start + following.end))
    return found


def vague_time(text: Text, languages: tuple[str, ...]) -> Hit | None:
    """The vague time that a whole field value is (``asap``, ``på sikt``), in any of the languages."""
    low = " ".join(text.text.lower().split()).rstrip(".!")
    if any("vague_time" in load(code).roles.get(low, ()) for code in languages):
        return Hit(text.span, text.text, "vague_time", low)
    return None


def placeholder(text: Text, languages: tuple[str, ...]) -> Hit | None:
    """The placeholder that a whole field value is (``TBD``, ``<owner>``, ``XX``)."""
    low = " ".join(text.text.lower().split()).rstrip(".!")
    match = _PLACEHOLDER.fullmatch(text.text.strip())
    if match or any("placeholder" in load(code).roles.get(low, ()) for code in languages):
        return Hit(text.span, text.text, "placeholder", low)
    return None


def whole_time(text: Text, languages: tuple[str, ...], anchor: Anchor) -> TimeRef | None:
    """The time that a whole text is, in the first language that reads it so. Raises ``BadDate``."""
    for code in languages:
        found = Finder(tokenize(text.text, load(code)), text.text, code, anchor, text.span.start).whole()
        if found is not None:
            return found
    return None


def whole_quantity(text: Text, languages: tuple[str, ...]) -> Quantity | None:
    """The quantity that a whole text is, in the first language that reads it so."""
    today = Anchor(_ANY_DAY)
    for code in languages:
        pack = load(code)
        tokens = tokenize(text.text, pack)
        times = Finder(tokens, text.text, code, today, text.span.start).find()
        taken = frozenset(at for time, first, stop in times for at in range(first, stop) if time.role == "recurrence")
        found = Counter(tokens, text.text, pack, taken, text.span.start).whole()
        if found is not None:
            return found
    return None
