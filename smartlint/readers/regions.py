"""What stands on a sheet, from top to bottom: titles, forms, tables, each as the block that a document has of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from smartlint.readers.blocks import Block, Row
from smartlint.readers.cells import Line, Page
from smartlint.readers.column_names import column_field, is_amount, is_name, is_time, row_kind
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import is_aside, kind_in, phrase_of
from smartlint.record import replace
from smartlint.source import Span

_YEAR = re.compile(r"(?:19|20)\d\d(?: [^\W\d]{4,})?")
_NUMBER = re.compile(r"\d{1,3}[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}")
#: A title, and the name of a column that is not known, have at most so many words.
_TITLE, _NAME = 12, 3
#: A row with more cells has no names of columns: a quotation mark was left open, or the text is none of a table.
_WIDEST = 500
#: How deep the name of a sheet, the title above all it has, and the other titles stand as headings.
_SHEET, _FIRST, _HEADING = 1, 2, 3


def _is_person(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in document_words().first_names


class Regions:
    """Cuts sheets into blocks; ``text`` becomes one in which a cell that names the one beside it is a label with a colon."""

    def __init__(self, text: str, language: str, mapping: DocumentMapping = NOTHING) -> None:
        self._text = text
        self._mapping = mapping
        self._language = language
        self._signs: list[tuple[int, str]] = []  # what stands instead of what parts two cells
        self._below_gap: set[int] = set()  # where rows start that have an empty one above

    @property
    def text(self) -> str:
        pieces, done = [], 0
        for at, sign in self._signs:
            pieces += [self._text[done:at], sign]
            done = at + 1
        return "".join([*pieces, self._text[done:]])

    def blocks(self, page: Page) -> Iterator[Block]:
        lines = [line for line in page.lines if line.filled]
        self._below_gap = {line.start for above, line in pairwise(page.lines) if line.filled and not above.filled}
        at = 0
        if page.name is not None:
            alone = lines and len(lines[0].filled) == 1 and not self._is_header(lines, 0)
            title = self._alone(lines, 0, lines[0].cells[lines[0].filled[0]]) if alone else None
            if title is not None and title.kind == "heading" and is_time(self._written(page.name), self._language):
                yield replace(title, depth=_SHEET)  # the year of a quarter
                at = 1
            yield Block("heading", page.name.start, _SHEET + at, [page.name])
        while at < len(lines):
            end = self._end(lines, at) if self._is_header(lines, at) else self._marked(lines, at)
            if end > at + 1:
                yield self._table(lines[at:end])
                at = end
            else:
                yield from self._apart(lines, at)
                at += 1

    def _written(self, cell: Span) -> str:
        return " ".join(self._text[cell.start : cell.end].split())

    def _cells(self, line: Line) -> list[str]:
        return [self._written(line.cells[number]) for number in line.filled]

    # --- tables -----------------------------------------------------------------------------------------------------

    def _is_header(self, lines: Sequence[Line], at: int) -> bool:
        """A row of names, some of them known; the only name of a row where a list stands below it."""
        if len(lines[at].filled) > _WIDEST:
            return False
        names = self._cells(lines[at])
        if any(is_amount(name) and not _YEAR.fullmatch(name) for name in names):
            return False
        times = sum(is_time(name, self._language) for name in names)
        known = sum(self._is_name(name) and not self._is_dated(name) for name in names) + (times if times > 1 else 0)
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is None or not known:
            return False
        if len(names) == 1:
            kind = kind_in(names[0], self._language)
            is_list = below.filled == lines[at].filled and not below.is_heading
            return kind is not None and kind.bare and is_list and not any(char.isdigit() for char in names[0])
        if known > 1:
            return known * 3 >= len(names) or known > 2 or self._names_goals(names)
        return self._names_goals(names) and len(below.filled) > 1 and not self._is_name(self._cells(below)[0])

    def _is_name(self, name: str) -> bool:
        return is_name(name, self._language, self._mapping)

    def _is_dated(self, name: str) -> bool:
        """``1. halvår 2027`` is a time, though ``Halvår`` is the name of a column."""
        return any(map(str.isdigit, name)) and is_time(name, self._language)

    def _names_goals(self, names: Sequence[str]) -> bool:
        kinds = (kind_in(name, self._language) for name in names if len(name.split()) <= 4)
        return any(kind is not None and kind.bare for kind in kinds)

    def _end(self, lines: Sequence[Line], start: int) -> int:
        """Where a table ends: above the next one, with what stands as a title there."""
        at = start + 1
        while at < len(lines):
            is_header = not self._is_typed(lines, at) and self._is_header(lines, at)
            if len(lines[at].filled) > 1 and (is_header or self._is_other(lines, at)):
                while at - 1 > start + 1 and len(lines[at - 1].filled) == 1:
                    at -= 1
                return at
            at += 1
        return at

    def _is_typed(self, lines: Sequence[Line], at: int) -> bool:
        """A row that says of itself which kind of goal it is, as the next one above or below it does in the same column."""
        for number in lines[at].filled[:_WIDEST]:
            if self._says_kind(lines[at], number):
                above = next((one for one in range(at - 1, -1, -1) if number in lines[one].filled), at)
                below = next((one for one in range(at + 1, len(lines)) if number in lines[one].filled), at)
                return any(one != at and self._says_kind(lines[one], number) for one in (above, below))
        return False

    def _says_kind(self, line: Line, number: int) -> bool:
        written = self._written(line.cells[number])
        return self._names_goals([written]) or row_kind(written, self._language)[0] is not None

    def _is_other(self, lines: Sequence[Line], at: int) -> bool:
        """Below an empty row and a title a row of names, none of which is known: a table of something else begins."""
        if len(lines[at - 1].filled) != 1 or lines[at - 1].start not in self._below_gap:
            return False
        names = self._cells(lines[at])
        if any(is_amount(name) or len(name.split()) > _NAME or _is_person(name) for name in names):
            return False
        below = self._cells(lines[at + 1]) if at + 1 < len(lines) else []
        return any(map(is_amount, below))

    def _marked(self, lines: Sequence[Line], start: int) -> int:
        """Where rows end that say themselves what they are, as ``KR 1.1`` does, and need no header."""
        at = start
        while at < len(lines) and len(lines[at].filled) > 1 and row_kind(self._cells(lines[at])[0], self._language)[1]:
            at += 1
        return at

    def _table(self, lines: Sequence[Line]) -> Block:
        rows = [Row(line.start, line.cells, (line.is_heading,) * len(line.cells)) for line in lines]
        if row_kind(self._cells(lines[0])[0], self._language)[1]:
            start, width = lines[0].start, max(len(line.cells) for line in lines)
            rows.insert(0, Row(start, (Span(start, start),) * width, (False,) * width))
        return Block("table", rows[0].start, 0, [], rows=rows)

    # --- what stands alone ------------------------------------------------------------------------------------------

    def _apart(self, lines: Sequence[Line], at: int) -> Iterator[Block]:
        line = lines[at]
        filled = [line.cells[number] for number in line.filled]
        name = self._written(filled[0])
        if len(filled) == 1:
            yield self._alone(lines, at, filled[0])
        elif len(filled) == 2 and _NUMBER.fullmatch(name):
            yield Block("item", line.start, 0, [filled[1]], filled[0])
        elif len(filled) == 2 and line.filled[1] == line.filled[0] + 1 and self._labels(name):
            gap = range(filled[0].end, filled[1].start)
            self._signs += [(at, ":" if at == gap[0] and not name.endswith(":") else " ") for at in gap]
            yield Block("text", line.start, 0, [Span(filled[0].start, filled[1].end)], apart=True)

    def _labels(self, name: str) -> bool:
        known = bool(column_field(name, self._language)) or phrase_of(name) in document_words().selves
        return known or row_kind(name.rstrip(":"), self._language)[0] is not None

    def _alone(self, lines: Sequence[Line], at: int, cell: Span) -> Block:
        """The only cell of a row: a title where it is marked or short and other rows stand below, else an item or a line."""
        line, written = lines[at], self._written(cell)
        words = len(written.split())
        kind = kind_in(written, self._language) if words <= _TITLE else None
        below = lines[at + 1] if at + 1 < len(lines) else None
        titles = at == 0 or (below is not None and len(below.filled) > 1)
        is_title = kind is not None or titles or is_aside(written)
        if words <= _TITLE and (line.is_heading or (is_title and not written.endswith((".", "!")))):
            return Block("heading", line.start, _HEADING if at else _FIRST, [cell])
        return Block("item", line.start, 0, [cell], Span(cell.start, cell.start))
