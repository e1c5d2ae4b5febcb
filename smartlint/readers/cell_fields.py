"""Cells as fields: what a cell says of the goal of its row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from smartlint.language.pack import CODES
from smartlint.language.people import read_people
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.names import reads_as_time
from smartlint.readers.cell_lines import lines_in
from smartlint.readers.column_names import is_amount
from smartlint.readers.drawing import Drafts
from smartlint.readers.moments import interval
from smartlint.readers.naming import label
from smartlint.readers.peeling import Peeled, Peeler
from smartlint.readers.signs import confidence_of, is_misspelt_status
from smartlint.readers.whose import is_whole_time, name_length
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import phrase_of
from smartlint.reading import Person, Text
from smartlint.source import Span

#: A day in a column of times is a deadline: ``1. mai 2026``, ``2026-05-01``.
_DAY = re.compile(
    r"^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]"
    r"|^\d{1,2}(?:\.|st|nd|rd|th)? (?!(?:kv|q|halv|half|tert))[^\W\d]|^[^\W\d]+ \d{1,2}(?:,|$)"
)
#: Fields that are times.
TIMES = frozenset(("period", "deadline"))
_PRIORITY = re.compile(r"[pP]?[0-3]$")
#: Fields that no cell can hold as the goal language writes them.
_LONG = frozenset("progress milestones evidence language currency fiscal_year".split())


def take_cell(text: str, peeler: Peeler, drafts: Drafts, draft: GoalDraft, name: str, cell: Span) -> None:
    """A cell as a field; what is no status, priority or rhythm in any language is passed by, as columns hold remarks too."""
    written = text[cell.start : cell.end]
    if name == "status":
        status = peeler.status(written)
        if status or is_misspelt_status(written):
            drafts.field(draft, name, cell, status or None)
    elif name == "priority":
        if _PRIORITY.match(written) or written.lower() in vocabulary().priorities:
            drafts.field(draft, name, cell)
    elif name == "review":
        if reads_as_time(Text(written, cell), CODES[0]):
            drafts.field(draft, name, cell)
    elif name == "confidence":
        typed = confidence_of(written)
        if typed is not None or is_amount(written):
            drafts.field(draft, name, cell, typed)
    elif name == "owner" and "," in written and not {";", "\v"} & {*written} and (size := name_length(written)):
        drafts.field(draft, name, Span(cell.start, cell.start + size))  # ``Sigrid Fure, inspektør``
    elif name not in _LONG:
        drafts.field(draft, name, cell, _people(text, cell) if name == "owner" else None)


def _people(text: str, cell: Span) -> tuple[Person, ...] | None:
    """Those who stand below one another in a cell; None where what stands there is more than their names."""
    lines = lines_in(text, cell)
    found = [person for line in lines for person in read_people(text[line.start : line.end].strip(" \t,;"), line.start)]
    known = document_words().first_names
    named = (one.kind == "person" or one.text.lower() in known for one in found)
    return tuple(found) if len(lines) > 1 and all(named) else None


def take_labelled(text: str, language: str, peeled: Peeled) -> list[tuple[str, Span]]:
    """Takes the lines off a sentence that are fields of it."""
    found = []
    for part in peeled.parts[1:]:
        name = label(text, part, language, in_goal=True)
        if name is not None and isinstance(name.meaning, str):
            found.append((name.meaning, name.value))
            peeled.parts.remove(part)
    return found


def is_watched(text: str, fields: Mapping[int, str], cells: Sequence[Span]) -> bool:
    """A row that is measured and not aimed at: ``followed`` stands where the target should."""
    aims = [cells[column] for column, name in fields.items() if name == "target" and column < len(cells)]
    return any(phrase_of(text[cell.start : cell.end]) in document_words().watched for cell in aims)


def take_time(text: str, drafts: Drafts, draft: GoalDraft, name: str, cell: Span) -> None:
    """A cell as the time of a goal; ``ongoing`` says none."""
    written = text[cell.start : cell.end]
    if phrase_of(written) in document_words().ongoing and not is_whole_time(written):
        return
    value = interval(text, cell) if name == "period" else None
    is_day = name == "period" and value is None and _DAY.search(written) is not None
    drafts.field(draft, "deadline" if is_day else name, cell, value)
