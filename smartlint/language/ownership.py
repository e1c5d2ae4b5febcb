"""Who is to do it, as a sentence says it: addresses, ``Owner: …``, a subject that owns, a unit in a parenthesis."""

from __future__ import annotations

import re

from smartlint.language.people import is_owner
from smartlint.language.sentence import VERBS, Sentence
from smartlint.source import Span

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PARENTHESIS = re.compile(r"\(([^()]{2,60})\)")


def owners(sentence: Sentence) -> tuple[Span, ...]:
    """Who is to do it: addresses, ``Owner: …``, a person, role or unit as the subject or in a parenthesis."""
    addresses = [Span(*match.span()) for match in _EMAIL.finditer(sentence.text)]
    addresses += [Span(one.start, one.end) for one in sentence.tokens if one.text[0] == "@" and len(one.text) > 1]
    found = addresses or _labelled(sentence) or _subject(sentence) or _in_parenthesis(sentence)
    return tuple(Span(sentence.offset + span.start, sentence.offset + span.end) for span in sorted(found))


def _labelled(sentence: Sentence) -> list[Span]:
    """What stands before a colon and owns: ``Sales team: …``; or after the word for it: ``Owner: Kari Nordmann``."""
    colon = next((at for at, token in enumerate(sentence.tokens[:6]) if token.text == ":"), None)
    if not colon:
        return []
    if sentence.tokens[0].has("owner_word"):
        stop = colon + 1
        while stop < len(sentence.tokens) and sentence.tokens[stop].text[:1].isupper() and stop - colon < 4:
            stop += 1
        return [_span(sentence, colon + 1, stop)] if stop > colon + 1 else []
    span = _span(sentence, 0, colon)
    return [span] if is_owner(sentence.text[span.start : span.end], sentence.pack) else []


def _subject(sentence: Sentence) -> list[Span]:
    """A unit, role or full name that the sentence starts with, and a verb of doing after it."""
    begin = 1 if sentence.tokens and sentence.tokens[0].low in ("the", "our", "vårt", "vår", "vores") else 0
    for stop in range(min(begin + 4, len(sentence.tokens) - 1), begin, -1):
        span = _span(sentence, begin, stop)
        if _does(sentence, stop) and is_owner(sentence.text[span.start : span.end], sentence.pack):
            return [span]
    return []


def _does(sentence: Sentence, at: int) -> bool:
    """A verb of doing starts at a token: after a modal or "to", no state."""
    token = sentence.tokens[at]
    modal = token.has("modal") or (token.low == "to" and sentence.pack.code == "en")
    verb = sentence.tokens[at + 1] if modal and at + 1 < len(sentence.tokens) else token
    if verb.kind != "word" or verb.has("state", "p.in", "q.and", "noun", "unit"):
        return False
    ends = ("s",) if sentence.pack.code == "en" else ("r", "s", "er", "ar")
    return modal or bool(VERBS & verb.roles.keys()) or verb.low.endswith(ends)


def _in_parenthesis(sentence: Sentence) -> list[Span]:
    match = _PARENTHESIS.search(sentence.text)
    return [Span(*match.span(1))] if match and is_owner(match[1], sentence.pack) else []


def _span(sentence: Sentence, first: int, stop: int) -> Span:
    return Span(sentence.tokens[first].start, sentence.tokens[stop - 1].end)
