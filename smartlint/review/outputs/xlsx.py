"""The review as a workbook: a sheet for each table, with filters, and whatever people have written as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from smartlint.own_reviews import TITLE
from smartlint.reporters.visible import cells
from smartlint.review.harmless import as_cell
from smartlint.review.model import Share
from smartlint.review.outputs import Missing
from smartlint.review.tables import Cell, Table, tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartlint.review.model import Review

_NARROWEST, _WIDEST = 8, 60
#: So many rows say how wide a column has to be.
_LOOKED_AT = 200
#: What a sheet holds, with its headings.
_MOST_ROWS = 1_048_575
_NAME = 31


def must_be_there() -> None:
    """It needs a package that writes workbooks."""
    if find_spec("xlsxwriter") is None:
        raise Missing("xlsxwriter", "xlsx")


def write(review: Review, name: str) -> Iterator[bytes]:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(stream, options) as book:
        # the same review gives the same bytes
        book.set_properties({"title": TITLE, "created": datetime.fromisoformat(f"{review.today}T00:00:00")})
        looks = _Looks(book)
        for one in tables(review):
            if one.rows:
                _sheet(book, one, looks)
    yield stream.getvalue()


class _Looks:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.number = book.add_format({"valign": "top"})
        self.share = book.add_format({"valign": "top", "num_format": "0 %"})


def _sheet(book: Any, shown: Table, looks: _Looks) -> None:
    sheet = book.add_worksheet(shown.title[:_NAME])
    rows = shown.rows[:_MOST_ROWS]
    for column, heading in enumerate(shown.headings):
        sheet.write_string(0, column, heading, looks.head)
        width = max(map(_width, [heading, *(row[column] for row in rows[:_LOOKED_AT])]))
        sheet.set_column(column, column, max(_NARROWEST, min(width + 2, _WIDEST)))
    for number, row in enumerate(rows, 1):
        _row(sheet, number, row, looks)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(shown.headings) - 1)


def _width(cell: Cell) -> int:
    return cells(as_cell(cell)) if isinstance(cell, str) else _NARROWEST


def _row(sheet: Any, number: int, row: Sequence[Cell], looks: _Looks) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, Share):
            if cell.judged:
                sheet.write_number(number, column, cell.passing / cell.judged, looks.share)
        elif isinstance(cell, int):
            sheet.write_number(number, column, cell, looks.number)
        elif cell:
            sheet.write_string(number, column, as_cell(cell), looks.text)
