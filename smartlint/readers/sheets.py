"""Tables in files of their own become documents: CSV with the places of the file, workbooks with the cells of their sheets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from smartlint.extracting import TABLES
from smartlint.extracting.workbook import PAGE, letters
from smartlint.goal import Document
from smartlint.parser.lines import spoken
from smartlint.readers.blocks import outline
from smartlint.readers.cells import Page, delimiter_of, pages, parted, unsolved
from smartlint.readers.column_names import is_name
from smartlint.readers.drawing import Drafts
from smartlint.readers.finishing import finished
from smartlint.readers.interpreting import Interpreter, no_fence
from smartlint.readers.masking import untagged
from smartlint.readers.peeling import Peeler
from smartlint.readers.regions import Regions
from smartlint.readers.request import Request
from smartlint.readers.words import Kind, is_aside, is_denied, kind_in
from smartlint.record import replace
from smartlint.source import Position, Source, Span

_TAB = ".tsv"
_PARTS = re.compile(r"[\t;|,]")


def _named(path: str, language: str) -> Kind | None:
    """The kind of goals that a file is called after: ``goals-2026.csv``."""
    name = re.sub(r"[\W_]+", " ", PurePath(path).stem)
    kind = kind_in(name, language)
    return None if is_aside(name) or is_denied(name) else kind


class Workbook(Source):
    """The text of a workbook: a place in it is that of a cell, by its row and column."""

    __slots__ = ("_pages",)

    def __init__(self, text: str, path: str = "") -> None:
        super().__init__(text, path)
        starts = [0] if text.startswith(PAGE) else []
        self._pages = starts + [match.start() + 1 for match in re.finditer(f"\n{PAGE}", text)]

    def place(self, span: Span) -> tuple[Position, Position]:
        end = self._cell(max(span.start, span.end - 1))
        return self._cell(span.start), Position(end.line, end.column + 1)

    def label(self, offset: int) -> str:
        sheet = self._sheet(offset)
        if not sheet:
            return ""
        name = self.line(sheet)[len(PAGE) :].partition("\t")[0]
        cell = self._cell(offset)
        return f"{name}!{letters(cell.column)}{cell.line}" if self.position(offset).line > sheet else name

    def _sheet(self, offset: int) -> int:
        """The line with the name of the sheet that an offset is in, 0 where there is none."""
        page = bisect_right(self._pages, offset) - 1
        return self.position(self._pages[page]).line if page >= 0 else 0

    def _cell(self, offset: int) -> Position:
        """The row and column of an offset; the name of a sheet stands for its first cell."""
        line, column = self.position(offset)
        first = self._sheet(offset)
        start = self.line_span(line).start
        return Position(line - first, self.text.count("\t", start, start + column - 1) + 1) if line > first else Position(1, 1)


def read_table(request: Request) -> Document:
    """The document that a CSV text, or the text of a workbook, is, as ``parse`` gives it of a goal file."""
    text, path, mapping, language = request.text, request.path, request.mapping, request.language
    source: Source
    hidden: list[str] = []
    unworked: list[str] = []
    plain = untagged(text) if "<" in text else text
    if path.lower().endswith(TABLES):
        source = Source(text, path)
        by_tabs = path.lower().endswith(_TAB) and "\t" in plain
        known = partial(is_name, language=language, mapping=mapping)
        text, page = parted(plain, "\t" if by_tabs else delimiter_of(plain, known))
        page, unworked = unsolved(text, page)
        found: Sequence[Page] = [page]
    else:
        source = Workbook(text, path)
        text = plain
        found, hidden, unworked = pages(text)
    voted = spoken(_PARTS.sub("\n", text), language)
    language = voted.languages[0]
    regions = Regions(text, language, mapping)
    blocks = [block for page in found for block in regions.blocks(page)]
    text = regions.text
    drafts = Drafts(text)
    interpreter = Interpreter(text, Peeler(text, text, ()), drafts, language, request.anchor, no_fence, mapping)
    interpreter.read(outline(blocks), None, _named(path, language))
    drafts.tidy()
    document = finished(source, Source(text), drafts, voted, request)
    return replace(document, hidden=tuple(hidden), unsolved=tuple(unworked)) if hidden or unworked else document
