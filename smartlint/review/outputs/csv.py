"""One table of a review as CSV, as the spreadsheets of the reader's language write it.

UTF-8 with a byte order mark, without which they take it for something else; semicolons where the comma is for decimals.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smartlint.review.harmless import as_plain_cell
from smartlint.review.model import Share
from smartlint.review.tables import Cell, table

if TYPE_CHECKING:
    from smartlint.review.model import Review

USUAL = "goals"


def must_be_there() -> None:
    """It needs nothing."""


def write(review: Review, name: str) -> Iterator[bytes]:
    shown = table(review, name or USUAL)
    yield BOM_UTF8
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter="," if review.language == "en" else ";", lineterminator="\r\n")
    for row in (shown.headings, *shown.rows):
        writer.writerow([_cell(cell) for cell in row])
        yield stream.getvalue().encode()
        stream.seek(0)
        stream.truncate()


def _cell(cell: Cell) -> str | int:
    if isinstance(cell, Share):
        return "" if cell.percent is None else f"{cell.percent} %"
    if isinstance(cell, int):
        return cell
    return as_plain_cell(cell or "")
