"""Makes workbooks and Word documents of what they say, with the libraries that others write them with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

import docx
import xlsxwriter  # type: ignore[import-untyped]
from docx.document import Document
from docx.text.paragraph import Paragraph
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell  # type: ignore[import-untyped]

#: A paragraph by its mark, or the rows of a table.
Piece = str | Sequence[Sequence[str]]

_STYLES = {
    "# ": "Heading 1",
    "## ": "Heading 2",
    "! ": "Title",
    "- ": "List Bullet",
    "-- ": "List Bullet 2",
    "1. ": "List Number",
}


@dataclass(frozen=True)
class Sheet:
    """What stands in a sheet, from its first cell on, and how it looks; ``formats`` are those of numbers, by cell."""

    rows: Sequence[Sequence[Any]]
    bold: Sequence[str] = ()
    merged: Sequence[str] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False


def workbook(sheets: Mapping[str, Sheet]) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, sheet in sheets.items():
            made = book.add_worksheet(name)
            looks = {place: _look(book, sheet, place) for place in (*sheet.bold, *sheet.formats)}
            for row, values in enumerate(sheet.rows):
                for column, value in enumerate(values):
                    place = xl_rowcol_to_cell(row, column)
                    if isinstance(value, date):
                        made.write_datetime(row, column, value, looks.get(place))
                    elif value is not None:
                        made.write(row, column, value, looks.get(place))
            for cells in sheet.merged:
                row, column = xl_cell_to_rowcol(cells.partition(":")[0])
                made.merge_range(cells, sheet.rows[row][column], looks.get(cells.partition(":")[0]))
            if sheet.hidden:
                made.hide()
    return stream.getvalue()


def _look(book: Any, sheet: Sheet, place: str) -> Any:
    return book.add_format({"bold": place in sheet.bold, "num_format": sheet.formats.get(place, "")})


def word(pieces: Sequence[Piece]) -> bytes:
    """A Word document; ``**`` stands around bold print, and a line end in a paragraph is one."""
    document = docx.Document()
    for piece in pieces:
        if isinstance(piece, str):
            mark = next((mark for mark in _STYLES if piece.startswith(mark)), "")
            write(document.add_paragraph(style=_STYLES.get(mark)), piece[len(mark) :])
        else:
            _table(document, piece)
    return saved(document)


def saved(document: Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            write(table.cell(number, column).paragraphs[0], text)


def write(paragraph: Paragraph, text: str) -> None:
    for number, part in enumerate(text.split("**")):
        *lines, last = part.split("\n")
        for line in lines:
            _run(paragraph, line, bold=number % 2 == 1).add_break()
        _run(paragraph, last, bold=number % 2 == 1)


def _run(paragraph: Paragraph, text: str, *, bold: bool) -> Any:
    run = paragraph.add_run(text)
    run.bold = True if bold else None
    return run
