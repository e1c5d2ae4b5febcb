"""Tables in documents: goals row by row, the fields of the goal above, or forms, in which each row is a field."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.layout import HEADER
from smartlint.readers.blocks import Block, Row
from smartlint.readers.cell_fields import take_cell
from smartlint.readers.column_names import column_field, is_name, row_kind
from smartlint.readers.columns import columns
from smartlint.readers.drawing import Drafts
from smartlint.readers.headlines import Headlines
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.readers.peeling import Peeler
from smartlint.readers.rows import Rows
from smartlint.readers.scope import Scope
from smartlint.readers.whose import is_self, is_whole_time
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import field_called, phrase_of
from smartlint.record import replace
from smartlint.source import Span

_OKR = ("objective", "key_result")
_OWN = frozenset(("owner", "deadline", "status"))


def keyed(text: str, rows: Sequence[Row], language: str) -> list[tuple[str, Span]]:
    """The fields that the rows of a table of two columns are: name and value; none unless several are known."""
    if any(len(row.cells) != 2 for row in rows):
        return []
    found = []
    for row in rows:
        word, value = row.cells
        written = text[word.start : word.end]
        name = field_called(written, language) if written else ""
        name = name or ("owner" if is_self(phrase_of(written), text[value.start : value.end]) else "")
        name = "period" if _says_validity(text, row) else name
        if name and name != "id" and value.start < value.end:
            found.append((name, value))
    unnamed = all(cell.start >= cell.end for cell in rows[0].cells)  # a header without names is there for the sake of the rows
    return found if len(found) > 1 or unnamed else []


def _says_validity(text: str, row: Row) -> bool:
    """``Applies | 1 January – 30 June 2027``."""
    word, value = (text[cell.start : cell.end] for cell in row.cells)
    return phrase_of(word) in document_words().validity and is_whole_time(value)


def fields_of_goal(text: str, rows: Sequence[Row], language: str) -> set[str]:
    """The fields in a table of two columns; when a document is valid is none of a goal."""
    valid = {row.cells[1] for row in rows if len(row.cells) == 2 and _says_validity(text, row)}
    return {name for name, value in keyed(text, rows, language) if value not in valid}


def form(text: str, rows: Sequence[Row], language: str) -> list[tuple[str | GoalWord, Span, Span]]:
    """The rows of a form, each with what it names, where it does, and its value; none where a table is no form of a goal."""
    if len(rows) < 2 or any(len(row.cells) != 2 for row in rows):
        return []
    named = [text[row.cells[0].start : row.cells[0].end].strip() for row in rows]
    first = rows[0].cells[1]
    if is_name(text[first.start : first.end].strip(), language):
        return []
    found: list[tuple[str | GoalWord, Span, Span]] = []
    for written, row in zip(named, rows, strict=True):
        kind = row_kind(written.rstrip(":"), language)[0] if written else None
        name = kind or column_field(written, language)
        if name:
            found.append((name, row.cells[0], row.cells[1]))
    is_goal = any(isinstance(name, GoalWord) for name, _, _ in found)
    return found if is_goal and len(found) > 1 and len(found) * 5 >= len(rows) * 3 else []


class Tables:
    """Reads the tables of one document into drafts."""

    def __init__(
        self, text: str, peeler: Peeler, drafts: Drafts, says: Headlines, language: str, mapping: DocumentMapping = NOTHING
    ) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._says = says
        self._language = language
        self._mapping = mapping

    def take(self, block: Block, scope: Scope) -> None:
        if scope.closed:
            return
        filled = form(self._text, block.rows, self._language)
        if filled:
            self._form(filled, scope)
            return
        header, *rows = block.rows
        found = columns(self._text, header, self._language, rows, self._mapping)
        if found.goals and (found.sure or scope.kind is not None):
            okr = scope.okr or any(word.kind in _OKR for _, word in found.goals)
            made = Rows(self._text, self._peeler, self._drafts, found, header, self._says, self._language)
            made.take(rows, replace(scope, okr=okr))
            return
        for name, value in keyed(self._text, block.rows, self._language):
            if (scope.holder is not None or name in HEADER) and not (name == "owner" and self._is_cast(block.rows)):
                self._cell(scope, name, value)

    def _is_cast(self, rows: Sequence[Row]) -> bool:
        """Who leads a project and who has ordered it: neither has each of its goals."""
        known = document_words()
        roles = {phrase_of(self._text[row.cells[0].start : row.cells[0].end]) for row in rows}
        return len(roles & (known.leads | known.sponsors)) > 1

    def is_filled(self, block: Block, *, sure: bool = True) -> bool:
        """A table that is ``sure`` to be of goals, or can be, with what only goals that somebody has have: an owner, a day."""
        if block.kind != "table":
            return False
        header, *rows = block.rows
        found = columns(self._text, header, self._language, rows, self._mapping)
        return bool(found.goals) and found.sure >= sure and not _OWN.isdisjoint(found.fields.values())

    def deliver(self, blocks: Sequence[Block], heading: str) -> bool:
        """What a goal is to deliver, in a table with its owners or days."""
        if phrase_of(heading) not in document_words().deliverables:
            return False
        return any(self.is_filled(block, sure=False) for block in blocks)

    def _cell(self, scope: Scope, name: str, value: Span) -> None:
        take_cell(self._text, self._peeler, self._drafts, scope.holder or scope.group, name, value)

    def _form(self, filled: Sequence[tuple[str | GoalWord, Span, Span]], scope: Scope) -> None:
        """What stands above the goal of a form holds for it as well."""
        for name, word, value in filled:
            if value.start >= value.end:
                continue
            if isinstance(name, str):
                if name != "id" and (scope.holder is not None or name in HEADER):
                    self._cell(scope, name, value)
                continue
            peeled = self._peeler.peel([value])
            if peeled.parts:
                goal = self._drafts.goal(scope.above if name.kind == "key_result" else scope.group, name, peeled, word, word)
                keeps = name.kind == "key_result" and scope.goal is not None
                scope = replace(scope, holder=goal) if keeps else replace(scope, goal=goal, holder=goal)
