"""Tables: what their columns are, and the goals or fields that their rows are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.parser.drafts import GoalDraft
from smartlint.readers.blocks import Row
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.peeling import Peeled, Peeler
from smartlint.readers.words import document_words, field_called, kind_in, phrase_of
from smartlint.source import Span

_NOTHING = re.compile(r"[\s–—-]*(?:n/?a)?[\s–—-]*$", re.IGNORECASE)
_ID = re.compile(r"#?[\w.-]{1,12}$")
_PRIORITY = re.compile(r"[pP]?[0-3]$")
#: Fields that no cell can hold as the goal language writes them.
_LONG = frozenset("confidence progress milestones evidence language currency fiscal_year".split())


@dataclass
class Columns:
    """What stands in which column: ``goals`` by kind, from left to right, and ``fields``; ``sure`` that rows are goals."""

    goals: list[tuple[int, GoalWord]] = field(default_factory=list)
    fields: dict[int, str] = field(default_factory=dict)
    sure: bool = False


def columns(text: str, header: Row, language: str) -> Columns:
    found = Columns()
    weak: list[int] = []
    for number, cell in enumerate(header.cells):
        written = text[cell.start : cell.end]
        kind = kind_in(written, language) if len(written.split()) <= 4 else None
        name = field_called(written, language)
        if kind is not None and (kind.bare or not name):
            found.goals.append((number, kind.word))
        elif name or written.strip() == "#":
            found.fields[number] = name or "id"
        elif phrase_of(written) in document_words().statements:
            weak.append(number)
    found.sure = bool(found.goals)
    _settle_targets(found)
    if not found.goals and weak:
        found.goals.append((weak[0], PLAIN))
    return found


def _settle_targets(found: Columns) -> None:
    """``Key result | Mål`` and ``KPI | Goal``: the column that could be the goals is what is aimed at."""
    number, word = found.goals[-1] if found.goals else (0, PLAIN)
    if len(found.goals) > 1 and word.kind == "goal":
        found.goals.pop()
    elif len(found.goals) == 1 and word.kind == "goal":
        metric = next((column for column, name in found.fields.items() if name == "metric" and column < number), None)
        if metric is None:
            return
        del found.fields[metric]
        found.goals[:] = [(metric, word)]
    else:
        return
    found.fields[number] = "target"


def keyed(text: str, rows: Sequence[Row], language: str) -> list[tuple[str, Span]]:
    """The fields that the rows of a table of two columns are: name and value; none unless several are known."""
    if any(len(row.cells) != 2 for row in rows):
        return []
    found = []
    for row in rows:
        word, value = row.cells
        name = field_called(text[word.start : word.end], language) if word.start < word.end else ""
        if name and name != "id" and value.start < value.end:
            found.append((name, value))
    return found if len(found) > 1 else []


class Rows:
    """Makes goals of the rows of a table."""

    def __init__(self, text: str, peeler: Peeler, drafts: Drafts, found: Columns, header: Row) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._columns = found
        self._header = header

    def take(self, rows: Sequence[Row], above: GoalDraft, *, okr: bool) -> None:
        (first, word), *others = self._columns.goals
        because = self._header.cells[first]
        base = above
        for row in rows:
            cells = row.cells
            peeled = self._peel(row, first)
            if others and others[0][0] < len(cells):
                if peeled is not None:
                    above = self._drafts.goal(base, OBJECTIVE if word.kind == "goal" else word, peeled, cells[first], because)
                second = self._peel(row, others[0][0])
                if second is not None:
                    place = others[0][0]
                    self._goal(row, above, others[0][1], second, place, self._header.cells[place])
            elif peeled is None:
                continue
            elif row.bold[first] and all(self._is_empty(cell) for number, cell in enumerate(cells) if number != first):
                if okr or word.kind == "key_result":
                    above = self._drafts.goal(base, OBJECTIVE, peeled, cells[first], because)
                else:
                    above = self._drafts.group(base)
            else:
                kind = KEY_RESULT if above.word.kind == "objective" and above.parts else word
                self._goal(row, above, kind, peeled, first, because)

    def _peel(self, row: Row, number: int) -> Peeled | None:
        """The sentence in a cell, or None where there is none."""
        if number >= len(row.cells) or self._is_empty(row.cells[number]):
            return None
        peeled = self._peeler.peel([row.cells[number]])
        return peeled if peeled.parts else None

    def _is_empty(self, cell: Span) -> bool:
        return _NOTHING.match(self._text[cell.start : cell.end]) is not None

    def _goal(self, row: Row, above: GoalDraft, word: GoalWord, peeled: Peeled, number: int, because: Span) -> None:
        fields = []
        id_cell: Span | None = None
        for column, name in self._columns.fields.items():
            if column >= len(row.cells) or self._is_empty(row.cells[column]):
                continue
            cell = row.cells[column]
            if name == "id":
                id_cell = cell if _ID.match(self._text[cell.start : cell.end]) else None
            else:
                fields.append((name, cell))
        draft = self._drafts.goal(above, word, peeled, row.cells[number], because, number=id_cell)
        for name, cell in fields:
            take_cell(self._text, self._peeler, self._drafts, draft, name, cell)


def take_cell(text: str, peeler: Peeler, drafts: Drafts, draft: GoalDraft, name: str, cell: Span) -> None:
    """A cell as a field; what is no status or priority in any language is passed by, as columns hold remarks as well."""
    written = text[cell.start : cell.end]
    if name == "status":
        status = peeler.status(written)
        if status:
            drafts.field(draft, name, cell, status)
    elif name == "priority":
        if _PRIORITY.match(written) or written.lower() in vocabulary().priorities:
            drafts.field(draft, name, cell)
    elif name not in _LONG:
        drafts.field(draft, name, cell)
