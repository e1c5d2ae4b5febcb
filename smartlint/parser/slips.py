"""Slips: misspelt fields, fields without a colon, goals that cannot be read, mixed indentation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from smartlint.goal import Problem
from smartlint.language.vocabulary import GoalWord, distance, nearest_field, vocabulary
from smartlint.parser.drafts import FieldDraft, pieces
from smartlint.parser.lines import SECTION_STARTS, Line
from smartlint.parser.names import reads_as_time, resembles_goal
from smartlint.reading import Text
from smartlint.record import dataclass
from smartlint.source import Span

_TIMES = ("deadline", "start", "period")


@dataclass(frozen=True)
class Slip:
    """A field that was meant: what stands below it is its own. ``names`` are those it may have meant.

    ``mended`` is what its word should be; it is ``sure`` where it can be no other.
    """

    kind: str
    variant: str
    draft: FieldDraft
    names: tuple[str, ...]
    data: Mapping[str, Any]
    mended: str
    sure: bool = False


def field_slip(text: str, line: Line, language: str) -> Slip | None:
    """The field that a line in the column of the fields nearly is."""
    if line.kind == "KEYED":
        return _misspelt(text, line, language)
    return _without_colon(text, line) if line.kind == "TEXT" else None


def _misspelt(text: str, line: Line, language: str) -> Slip | None:
    """One or two words before a colon that are nearly a field's."""
    assert line.name is not None
    word = text[line.name.word.start : line.name.word.end]
    phrase = " ".join(word.lower().split())
    near = nearest_field(phrase, language) if len(phrase.split()) <= 2 else ""
    if not near:
        return None
    names = tuple(vocabulary().field_names(near).values())
    draft = FieldDraft(names[0], line, line.name.word, pieces(line.name.value))
    mended = near[0].upper() + near[1:] if word[0].isupper() else near
    sure = _is_one_edit_off(phrase) and (names[0] not in _TIMES or _is_value(names[0], text[slice(*line.name.value)]))
    return Slip("unknown-field", "near", draft, names, {"word": word, "suggestion": near}, mended, sure)


@lru_cache(4096)
def _is_one_edit_off(phrase: str) -> bool:
    """One edit leads to one keyword of all languages, and to no other."""
    spellings = vocabulary().spellings
    known = (word for length in (-1, 0, 1) for word in spellings.get(len(phrase) + length, ()))
    return sum(distance(phrase, word, 1) == 1 for word in known) == 1


def _without_colon(text: str, line: Line) -> Slip | None:
    """A line whose first word or two name a field, and whose rest is a value of it."""
    written = text[line.content.start : line.content.end]
    words = written.split(maxsplit=2)
    for size in (2, 1) if words else ():
        name = vocabulary().nouns.get(" ".join(words[:size]).lower())
        value = written.split(maxsplit=size)[-1].rstrip()
        if name and len(words) > size and _is_value(name, value):
            start = line.content.start + written.rindex(value)
            word = Span(line.content.start, line.content.start + len(text[line.content.start : start].rstrip()))
            draft = FieldDraft(name, line, word, [Span(start, line.content.end)])
            data = {"word": text[word.start : word.end], "value": value}
            return Slip("missing-colon", "missing", draft, (name,), data, f"{data['word']}:")
    return None


def _is_value(name: str, value: str) -> bool:
    if name in _TIMES:
        return reads_as_time(Text(value, Span(0, len(value))), "en")
    if name == "status":
        return value.lower() in vocabulary().statuses
    if name == "owner":
        words = value.split()
        return "@" in value or (1 < len(words) < 5 and all(word[:1].isupper() for word in words))
    if name in ("baseline", "target"):
        return value[:1].isdigit()
    return False


def stands_under(text: str, line: Line, lost: Line, *, first: bool) -> bool:
    """Whether a line belongs to a line above that cannot be read, as its goal: ``gaol G2: …``, ``mål 2 Øke …``.

    A loose note between a goal's fields does not part them: a lost goal looks like a goal, or has a gap above it and
    none below.
    ``first``: nothing stands above it, so that it may be the file's title.
    """
    start, end = lost.content
    if not resembles_goal(text[start : min(end, start + 100)]) and (line.apart or not lost.apart):
        return False
    if line.column > lost.column:
        return True
    if line.column < lost.column or first:
        return False
    meaning = line.name.meaning if line.name else ""
    if line.kind == "GOAL":
        return isinstance(meaning, GoalWord) and (meaning.kind == "key_result" or meaning.sub)
    return line.column > 0 or meaning not in SECTION_STARTS


def mixed_indentation(line: Line, before: Line) -> Problem | None:
    """Tabs and blanks: two neighbouring lines must compare alike with narrow and with wide tabs."""
    if "\t" not in line.indent + before.indent:
        return None
    wide = (line.column > before.column) - (line.column < before.column)
    narrow = (len(line.indent) > len(before.indent)) - (len(line.indent) < len(before.indent))
    if wide == narrow or line.indent.startswith(before.indent) or before.indent.startswith(line.indent):
        return None
    here, above = (Span(one.start, one.start + max(len(one.indent), 1)) for one in (line, before))
    return Problem("mixed-indentation", "mixed", here, {}, (above,))
