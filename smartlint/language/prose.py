"""What is understood of a sentence: quantities, times, words of the lexicon, means; one token pass for all of it."""

from __future__ import annotations

import re
from datetime import date

from smartlint.language.coordination import compound
from smartlint.language.form import form_of, hedge, measurable, vague
from smartlint.language.ownership import owners
from smartlint.language.pack import Pack, load
from smartlint.language.quantities import Counter
from smartlint.language.roles import MARK, bits
from smartlint.language.sentence import Sentence
from smartlint.language.times import Anchor, Finder
from smartlint.language.tokens import Line, Token
from smartlint.reading import Hit, Quantity, Reading, Text, TimeRef
from smartlint.source import Span

#: Quantities do not depend on the day; telling times from them needs some day.
_ANY_DAY = date(2026, 1, 1)
#: Lists whose words are verbs: a form that is a noun as well counts in a verb's place only.
_VERBS = frozenset({"vague_verb", "deliver", "increase", "decrease", "keep"})
#: ``<owner>``, ``[name]``, ``X %``, ``XX``, ``___``, ``???``; a redaction is ``$N`` or ``$X``.
_PLACEHOLDER = re.compile(
    r"<[^\W\d][\w /-]{0,38}>|\[(?:[a-zæøåäö][\w /-]{0,38}|\.{2,}|[XYZN]{1,4}|[_ ]{1,9})\](?!\()"
    r"|(?<![\w$])(?:X{1,4}|Y|N)(?=[ \u00a0]?%)|(?<!\w)X{1,4}[.,]X{1,4}(?!\w)|(?<!\w)\?(?=[ \u00a0]?%)"
    r"|(?<!\w)(?:XX+|ZZ+|YY+)(?!\w)|_{3,}|\?{2,}|…{2,}"
)
#: What every one of them begins with or holds: most texts have none of it.
_OPEN = re.compile(r"[<\[_?…$€£]|[XYZN](?=[XYZ.,\]\u00a0% ])")
_REDACTED = re.compile(r"[$€£](?:[NX]+(?!\w)|_)")


_ARTICLE = bits("article")
_BEFORE_AMOUNT = bits("q.to", "q.from", "q.at_least", "q.at_most", "q.by")
_STATE_MODAL_BEFORE_VERB = bits("state", "modal", "before_verb")
_STATE_MODAL_T_RECURRENCE_P_INCLUSIVE = bits("state", "modal", "t.recurrence", "p.inclusive")


def read(text: Text, language: str, anchor: Anchor) -> Reading:
    """The reading of a piece of prose in a language; spans are those of the file."""
    if not text:
        return Reading(language)
    pack = load(language)
    line = Line(text.text, pack)
    tokens = line.tokens
    offset = text.span.start
    finder = Finder(line, anchor, offset)
    times = finder.find()
    taken = frozenset(at for _, first, stop in times for at in range(first, stop))
    # "Within 4 hours" is a time and the amount that decides the goal.
    clocks = {at for time, first, stop in times if time.iso.startswith("PT") for at in range(first, stop)}
    clocks |= finder.served
    counted = Counter(line, taken - clocks if clocks else taken, offset).find()
    used = taken.union(at for _, first, stop in counted for at in range(first, stop)) if counted else taken
    quantities = tuple([quantity for quantity, _, _ in counted])
    found = tuple([time for time, _, _ in times])
    hits = tuple(_hits(tokens, used, pack, text))
    marks = _marks(tokens, text)
    whole = Sentence(text.text, tokens, hits, quantities, found, used, pack, offset)
    means = tuple(_means(tokens, used, pack, text))
    form = form_of(whole)
    return Reading(
        language=language,
        words=sum(token.kind == "word" for token in tokens),
        quantities=quantities,
        times=found,
        hits=tuple(sorted((*hits, *marks), key=_place)) if marks else hits,
        means=means,
        vague=vague(whole, form),
        owners=owners(whole),
        form=form,
        measurable=measurable(whole, form),
        compound=compound(whole, means, quantities),
        hedge=hedge(whole),
    )


def _hits(tokens: list[Token], used: frozenset[int], pack: Pack, text: Text) -> list[Hit]:
    found = []
    offset = text.span.start
    for at, token in enumerate(tokens):
        roles = token.roles
        if token.text in ("X", "N", "Y") and _blank(tokens, at, pack):
            span = Span(offset + token.start, offset + token.end)
            found.append(Hit(span, token.text, "placeholder", token.low))
        if not roles or not roles.listed or (at in used and "vague_time" not in roles):
            continue
        span = Span(offset + token.start, offset + token.end)
        noun = roles.noun_too and not _verb_place(tokens, at)
        for kind in roles.listed:
            if kind == "placeholder":
                if token.text.isupper() or " " in token.text or len(token.text) > 3:
                    found.append(Hit(span, token.text, "placeholder", token.low))
            elif not (noun and kind in _VERBS):
                found.append(Hit(span, token.text, kind, str(roles[kind]) or token.low))
    found += _placeholders(text)
    return sorted(found, key=_place) if len(found) > 1 else found


def _marks(tokens: list[Token], text: Text) -> list[Hit]:
    """The words of the lists that only rules ask for, in amounts and times as well."""
    offset = text.span.start
    return [
        Hit(Span(offset + token.start, offset + token.end), token.text, role[len(MARK) :], str(token.roles[role]))
        for token in tokens
        if token.roles and token.roles.marks
        for role in token.roles.marks
    ]


def _blank(tokens: list[Token], at: int, pack: Pack) -> bool:
    """An X or N where a number belongs: ``recruit X volunteers``, ``to X by June``; not ``Model X``, ``OS X``."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.text == "%":
        return False  # found with its sign
    counted = after is not None and after.text.islower() and not after.mask & _STATE_MODAL_T_RECURRENCE_P_INCLUSIVE
    if before is None:
        return counted
    if before.low in pack.labels or (before.glued and before.text == "-"):
        return False
    if before.mask & _BEFORE_AMOUNT:
        return True
    verb = _is_verb(before) or before.mask & _STATE_MODAL_BEFORE_VERB or any(role.startswith("form.") for role in before.roles)
    return counted and (verb or (tokens[at].text == "X" and bool(before.roles.prepositions)))


def _is_verb(token: Token) -> bool:
    return any(kind in _VERBS for kind in token.roles.listed) or "multiple" in token.roles


def _place(hit: Hit) -> Span:
    return hit.span


def _verb_place(tokens: list[Token], at: int) -> bool:
    """Where a verb stands: at the start, after "to", a modal or a pronoun; after "and" where an object follows it."""
    before = tokens[at - 1] if at else None
    if before is None or before.kind == "sign":
        return before is None or before.text in '.:;!?–—•*-(/"' or (before.text == "," and _has_object(tokens, at + 1))
    if "q.and" in before.roles or "before_verb" in before.roles:
        return "before_verb" in before.roles or (_has_object(tokens, at + 1) and _starts_with_verb(tokens, at - 1))
    return False


def _has_object(tokens: list[Token], at: int) -> bool:
    """A noun phrase may start here: neither the end nor a preposition nor another "and"."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return at < len(tokens) and tokens[at].kind == "number"
    roles = tokens[at].roles
    return not (roles.prepositions or "q.and" in roles or "q.of" in roles)


def _starts_with_verb(tokens: list[Token], at: int) -> bool:
    """The words up to an "and" begin with a verb of the lexicon, so that the next verb is its equal."""
    start = at
    while start and tokens[start - 1].kind != "sign":
        start -= 1
    return _is_verb(tokens[start])


def _placeholders(text: Text) -> list[Hit]:
    found: list[Hit] = []
    if not _OPEN.search(text.text):
        return found
    for kind, pattern in (("placeholder", _PLACEHOLDER), ("redaction", _REDACTED)):
        for match in pattern.finditer(text.text):
            span = Span(text.span.start + match.start(), text.span.start + match.end())
            found.append(Hit(span, match[0], kind, match[0].lower()))
    return found


def _means(tokens: list[Token], used: frozenset[int], pack: Pack, text: Text) -> list[Span]:
    """Where the sentence says how: ``by calling``, ``ved å ringe``, ``genom att ringa``, ``ved at``, ``gennem``."""
    found = []
    for at, token in enumerate(tokens):
        roles = token.roles
        if not roles or not ("means.verb" in roles or "means.phrase" in roles or "means.clause" in roles):
            continue
        stop = at + 1
        while stop < len(tokens) and tokens[stop].kind == "word" and tokens[stop].low in pack.adverbs:
            stop += 1
        following = tokens[stop] if stop < len(tokens) else None
        if at in used or following is None or following.kind not in ("word", "number"):
            continue
        if not _is_means(tokens, at, following, pack):
            continue
        found.append(Span(text.span.start + token.start, text.span.start + following.end))
    return found


def _is_means(tokens: list[Token], at: int, following: Token, pack: Pack) -> bool:
    """Not whom something is done by, the way that something goes, nor the time that it takes."""
    before = tokens[at - 1].low if at else ""
    passing, whole = pack.means_bars
    if "means.verb" in tokens[at].roles:
        endings = pack.means_endings
        agent = bool(endings) and before.endswith("ed")  # "supported by tooling"
        return not agent and (not endings or (following.low.endswith(endings) and following.low not in whole))
    after = tokens[at + 2] if following.mask & _ARTICLE and at + 2 < len(tokens) else following
    timely = any(role in after.roles for role in ("t.unit", "t.definite", "t.season", "t.holiday"))
    return not (timely or before in passing or after.low in whole)


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
