"""Names: what stands before a line's colon, looked up in the words of all languages."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from smartlint.language.pack import CODES
from smartlint.language.prose import whole_quantity, whole_time
from smartlint.language.times import Anchor, BadDate
from smartlint.language.vocabulary import GoalWord, distance, vocabulary
from smartlint.pattern import compile_late
from smartlint.reading import Text
from smartlint.record import dataclass
from smartlint.source import Span

BLANKS = " \t\u00a0"
_ID = compile_late(r"#?[\w.-]{0,40}\w[\w.-]{0,40}$")
_SHORT = compile_late(r"(?P<word>o|kr)[ \u00a0]?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})$", re.IGNORECASE)
_SHORT_START = compile_late(r"\W{0,2}(?:o|kr)[ \u00a0]?\d[\d.]{0,10}(?!\w)", re.IGNORECASE)
_WORD = compile_late(r"\S+")
_LABEL_ENDS = compile_late(r"[.,;!?()]")
#: A name is no longer than the grammar lets it be.
_LONGEST_NAME = 80
_NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Name:
    """What a line's name means: a goal word (with ID or label), a field's canonical name, or "" for no known one."""

    word: Span
    value: Span
    meaning: GoalWord | str
    id: Span | None = None
    label: str = ""


def read_name(text: str, content: Span, language: str, in_goal: bool, following: str) -> Name | None:
    """The name of a line with a colon: goal or field; None where the line has no colon.

    ``in_goal`` says that a goal stands above, ``following`` is the line below: they settle words of two meanings.
    """
    found = _split(text, content)
    if found is None:
        return None
    word, value = found
    phrase = " ".join(text[word.start : word.end].lower().split())
    field = _field(phrase, Text(text[value.start : value.end], value), language)
    goal = goal_name(text, word, value, language)
    if goal is not None and field:
        longer = bool(goal.id or goal.label)  # "målet er nådd når" is a field, although "målet" opens a goal
        if longer or (in_goal and _means_field(field, text[value.start : value.end], following)):
            goal = None
    if goal is not None:
        return goal
    if not field and phrase.startswith("x-") and " " not in phrase:
        field = phrase
    return Name(word, value, field)


def goal_in(text: str, content: Span, language: str) -> Name | None:
    """The goal that an item's text is: ``- KR1: …``."""
    found = _split(text, content) if text[content.start : content.start + 1].isalpha() else None
    return goal_name(text, *found, language) if found else None


def _split(text: str, content: Span) -> tuple[Span, Span] | None:
    start, end = content
    colon = text.find(":", start, min(end, start + _LONGEST_NAME + 1))
    if colon < 0:
        return None
    name_end = colon
    while name_end > start and text[name_end - 1].isspace():
        name_end -= 1
    first = colon + 1
    while first < end and text[first].isspace():
        first += 1
    return Span(start, name_end), Span(first, max(first, end))


def goal_name(text: str, word: Span, value: Span, language: str) -> Name | None:
    """The goal word that a name starts with, and the ID or label that follows it."""
    found = _goal_name(text[word.start : word.end], language)
    if found is None:
        return None
    start, own = word.start, found.id
    own_id = Span(start + own.start, start + own.end) if own is not None else None
    return Name(Span(start, start + found.word.end), value, found.meaning, own_id, found.label)


@lru_cache(4096)
def _goal_name(name: str, language: str) -> Name | None:
    """The same of a name by itself: most were met before."""
    short = _SHORT.match(name)
    if short:
        kind = "objective" if short["word"].lower() == "o" else "key_result"
        return Name(Span(0, short.end("word")), _NOWHERE, GoalWord(kind, "", False, language), Span(0, len(name)))
    parts = [(match[0], match.end()) for match in _WORD.finditer(name)]
    found = vocabulary().goal_word(tuple(part.lower() for part, _ in parts), language)
    if found is None:
        return None
    meaning, count = found
    stop = parts[count - 1][1]
    goal_word = Span(0, stop)
    rest = name[stop:].strip(BLANKS)
    if not rest:
        return Name(goal_word, _NOWHERE, meaning)
    at = name.index(rest, stop)
    if len(parts) == count + 1 and _ID.match(rest):
        return Name(goal_word, _NOWHERE, meaning, Span(at + rest.startswith("#"), at + len(rest)))
    if _LABEL_ENDS.search(rest) or len(parts) > count + 6 or (parts[0][0].lower() == "kr" and rest[0].isdigit()):
        return None  # a sentence, or an amount
    return Name(goal_word, _NOWHERE, meaning, label=rest)


def _field(phrase: str, value: Text, language: str) -> str:
    """The field that a phrase names.

    Of several meanings: ``deadline`` where the value is a time; else the file's language decides (``by`` is a city in
    bokmål). A deadline word that is a word of status too (``klart``) is that before anything but a time.
    """
    meanings = vocabulary().field_names(phrase)
    names = set(meanings.values())
    state = phrase in vocabulary().statuses
    if "deadline" in names and (len(names) > 1 or state):
        if reads_as_time(value, language):
            return "deadline"
        if state:
            return "status"
        if language not in meanings:
            return next(name for name in meanings.values() if name != "deadline")
    return meanings.get(language) or next((meanings[code] for code in CODES if code in meanings), "")


def _means_field(field: str, value: str, following: str) -> bool:
    """``mål: 4 %`` under a goal is its target; ``delmål:`` with dated items are its milestones."""
    if field == "target":
        return bool(value) and whole_quantity(Text(value, Span(0, len(value))), CODES) is not None
    if field == "milestones":
        item = following.strip(BLANKS + "\r\n")
        if value or item[:1] not in "-*•–":
            return False
        day = item[1:].partition(":")[0].strip(BLANKS)
        return reads_as_time(Text(day, Span(0, len(day))), "en")
    return False


def reads_as_time(text: Text, language: str) -> bool:
    """The whole text is a time in some language, the file's first."""
    if not text.text or len(text.text) > 80:
        return False
    try:
        return whole_time(text, order(language), Anchor(date(2026, 1, 1))) is not None
    except BadDate:
        return True


def order(language: str) -> tuple[str, ...]:
    """The languages in which a value is read: the file's own first."""
    return (language, *(code for code in CODES if code != language))


def resembles_goal(text: str) -> bool:
    """A line that cannot be read looks like a goal: ``gaol G1: …``, ``Mål vi har``, ``?O2: …``."""
    name, words = _beginning(text)
    if name and 0 < len(words) < 5 and any(char.isdigit() for char in words[-1]):
        return True
    return bool(vocabulary().goal_word(words, "")) or is_nearly_goal(text)


def is_nearly_goal(text: str) -> bool:
    """A line is a goal but for a slip: its word misspelt (``gaol G1: …``), its colon missing (``mål 1 Øke …``)."""
    name, words = _beginning(text)
    if name:
        return any(_is_misspelt_goal_word(" ".join(words[:size])) for size in (1, 2, 3))
    found = vocabulary().goal_word(words, "")
    following = words[found[1]] if found and len(words) > found[1] else ""
    return bool(_SHORT_START.match(text)) or any(char.isdigit() for char in following)


def _beginning(text: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a line has a name, and the words of the name or of the line's beginning."""
    name, colon, _ = text[:_LONGEST_NAME].partition(":")
    return bool(colon), tuple(word.strip(".,;?!*#\"'") for word in name.lower().split())


@lru_cache(4096)
def _is_misspelt_goal_word(phrase: str) -> bool:
    limit = 0 if len(phrase) < 4 else 1 if len(phrase) < 8 else 2
    letters = set(phrase)
    return bool(limit) and any(
        abs(len(kind) - len(phrase)) <= limit
        and len(letters.symmetric_difference(kind)) <= 2 * limit
        and 0 < distance(phrase, kind, limit) <= limit
        for kind in vocabulary().kinds
    )
