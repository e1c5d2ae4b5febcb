"""Labels: ``KR1:``, ``**Objective:**``, ``Mål 2 –``, ``Owner:`` at the start of a text."""

from __future__ import annotations

import re

from smartlint.language.pack import CODES
from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.parser.names import Name, goal_name, read_name, reads_as_time
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE
from smartlint.readers.peeling import Peeled
from smartlint.readers.signs import after_sign, is_point, status_before
from smartlint.readers.whose import is_people, is_whole_time
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import ENDED, field_called, is_aside, kind_in, phrase_of
from smartlint.reading import Text
from smartlint.record import replace
from smartlint.source import Span

#: What parts a numbered label from its text, if it is no colon.
_PARTED = re.compile(
    r"(?P<label>[^\W\d][^\d:–—\n]{0,40}?#?\d{1,3}(?:\.\d{1,3}){0,3})[ \t\u00a0]*(?:[–—-]|\.|\))[ \t\u00a0]+(?=\S)"
)
#: What stands in brackets behind a number is a remark about the goal: ``KR3 (stretch): …``, ``KR2 (Anna): …``.
_REMARKED = re.compile(
    r"(?P<label>[^\W\d][^\d:()\n]{0,40}?#?\d{1,3}(?:\.\d{1,3}){0,3})[ \t\u00a0]*\([^()\n]{1,40}\)[ \t\u00a0]*[:–—-]"
    r"[ \t\u00a0]+(?=\S)"
)
#: A code needs nothing behind it: ``KR1.1 Sign 9 schools``.
_CODE = re.compile(r"(?P<label>(?:KR|O)\d{1,2}(?:\.\d{1,2}){0,2})[ \t\u00a0]+(?=[^\W\d_a-zæøåäö]|\d|KR\d)")
_NUMBERED = re.compile(r"(?P<label>[A-ZÆØÅÄÖ]{1,4}[ \u00a0]?\d{1,3}(?:\.\d{1,3}){0,2})[:.)][ \t\u00a0]+(?=\S)")
#: In bold print, or in a column of its own, a number needs no sign behind it: ``**B1** Deliveries are on time``.
_APART = re.compile(r"(?P<label>(?![QKTHqkth][1-4]\b)[A-ZÆØÅÄÖ]{1,4}[-–]?\d{1,3}(?:\.\d{1,3}){0,2})[ \t\u00a0]{2,}(?=\S)")
#: A half of a year or a year as schools and firms write it: ``OKR VT27 – …`` has no number.
_TIMED = re.compile(r" (?:VT|HT|FY|SY)\d\d$")
#: The title of a list has no more words.
_NAME = 3
#: ``NR:`` is short for a key result, ``O:`` for an objective; in other letters they are something else.
_SHORT = re.compile(r"(?P<word>NR|O)(?::[ \t\u00a0]+|[ \t\u00a0]{3,})(?=\S)")
#: In bold print a goal word needs no colon: ``**KR** Sign 9 schools``.
_BOLD = re.compile(r"(?P<word>[A-ZÆØÅÄÖ][^\W\d_]*(?: [^\W\d_]+)?)[ \t\u00a0]{3,}(?=[A-ZÆØÅÄÖ\d])")
_COLON = re.compile(rf"[^:\n]{{1,80}}(?!{ENDED}):")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_WORD = re.compile(r"\S+")


def label(text: str, span: Span, language: str, *, in_goal: bool = False) -> Name | None:
    """The label that a text starts with: of a goal, or of a field that is known."""
    if not text[span.start : span.start + 1].isalpha():
        return None
    found = (pattern.match(text, span.start, span.end) for pattern in (_PARTED, _CODE, _REMARKED))
    parted = next((match for match in found if match is not None), None)
    is_timed = parted is not None and _TIMED.search(parted["label"]) is not None
    if parted is not None and not is_timed and not _is_ordinal(text, parted, language):
        value = Span(parted.end(), span.end)
        name = goal_name(text, Span(*parted.span("label")), value, language)
        if name is not None and name.id is not None:
            return name
    short = _SHORT.match(text, span.start, span.end)
    if short is not None:
        kind = KEY_RESULT if short["word"] == "NR" else OBJECTIVE
        return Name(Span(*short.span("word")), Span(short.end(), span.end), kind)
    if (bold := _BOLD.match(text, span.start, span.end)) is not None:
        words = bold["word"].lower().split()
        word = vocabulary().goal_word(tuple(words), language)
        if word is not None and word[1] == len(words):
            return Name(Span(*bold.span("word")), Span(bold.end(), span.end), word[0])
    if not _COLON.match(text, span.start, span.end):
        return None
    name = read_name(text, span, language, in_goal, "")
    if name is None:
        return None
    if not name.meaning:
        written = text[name.word.start : name.word.end]
        if len(written.split()) > 4:
            return None
        own = written.lower().split()
        goal = vocabulary().goal_word(tuple(own[1:]), language) if own[0] in document_words().possessives else None
        if goal is not None and goal[1] == len(own) - 1:  # ``My goal: …``
            return replace(name, meaning=goal[0])
        meaning = field_called(written, language)
        is_self = phrase_of(written) in document_words().selves and is_people(text[name.value.start : name.value.end])
        return replace(name, meaning=meaning or "owner") if meaning or is_self else None
    return name


def _is_ordinal(text: str, parted: re.Match[str], language: str) -> bool:
    """``OKR 2. kvartal`` has no number, it has a time."""
    words = text[parted.end() :].split(None, 1)[:1]
    number = parted["label"].split()[-1]
    if not words or parted.string[parted.end("label") : parted.end("label") + 1] != "." or not number.isdigit():
        return False
    written = f"{number}. {words[0]}"
    return reads_as_time(Text(written, Span(0, len(written))), language)


def code(text: str, span: Span) -> re.Match[str] | None:
    """The number that somebody has given a line, and its end: ``NR1: …``, ``R2. …``; ``OKR 1. kvartal`` has none."""
    numbered = _NUMBERED.match(text, span.start, span.end)
    if numbered is not None and not _is_ordinal(text, numbered, CODES[0]):
        return numbered
    return _APART.match(text, span.start, span.end)


def begins(text: str, span: Span, language: str) -> str:
    """What a line begins with no blank line above it: an ``item``, a ``text``, a numbered ``goal``, a ``title``, or nothing."""
    name = label(text, after_sign(text, span), language)
    if name is not None:
        return "goal" if isinstance(name.meaning, GoalWord) and name.id is not None else "text"
    if code(text, span) is not None or status_before(text[span.start : span.end]) or is_point(text, span):
        return "item"
    colon = text.find(":", span.start, min(span.end, span.start + 40))
    if colon > 0 and is_aside(text[span.start : colon]):
        return "text"
    written = text[span.start : span.end]
    is_name = len(written.split()) <= _NAME and written[:1].isupper() and written[-1:].isalnum()
    if is_name and (is_aside(written) or is_bare(written, language)):
        return "title"
    return "title" if is_timed(written, language) else ""


def is_bare(text: str, language: str) -> bool:
    """A name for goals that says nothing else: ``Goals 2027``."""
    kind = kind_in(text, language)
    return kind is not None and kind.bare


def is_timed(text: str, language: str) -> bool:
    """A name for goals with nothing behind it but their time: ``Goals second half of 2027``."""
    words = text.split(maxsplit=1)
    return len(words) > 1 and words[0][:1].isupper() and is_bare(words[0], language) and is_whole_time(words[1])


def is_year(text: str, name: Name) -> bool:
    """What stands behind the goal word is no ID but the year: ``Mål 2026:``."""
    return name.id is not None and bool(_YEAR.match(text[name.id.start : name.id.end]))


def own_id(text: str, name: Name, peeled: Peeled) -> Span | None:
    """The ID that a label gives its goal; a year is its period."""
    if name.id is None or not is_year(text, name):
        return name.id
    peeled.fields.append(("period", name.id, None))
    return None


def owned(text: str, span: Span) -> tuple[Span, Span, GoalWord, Span] | None:
    """Who stands before the goal word, that word, its meaning and the text: ``VP Sales KR: …``."""
    colon = text.find(":", span.start, min(span.end, span.start + 60))
    words = [Span(*match.span()) for match in _WORD.finditer(text, span.start, colon)] if colon > 0 else []
    if not 2 <= len(words) <= 6 or not text[span.start].isupper() or not text[colon + 1 : span.end].strip():
        return None
    for size in (2, 1):
        if len(words) <= size:
            continue
        phrase = tuple(text[word.start : word.end].lower() for word in words[-size:])
        found = vocabulary().goal_word(phrase, "en")
        if found is not None and found[1] == size and found[0].kind in ("key_result", "objective"):
            value = span.end - len(text[colon + 1 : span.end].lstrip())
            who = Span(words[0].start, words[-size - 1].end)
            return who, Span(words[-size].start, words[-1].end), found[0], Span(value, span.end)
    return None
