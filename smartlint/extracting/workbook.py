"""Workbooks (``.xlsx``) as text: sheet by sheet, a row on each line, cells parted by tabs.

A sheet begins with a line of a form feed and its name; behind a tab stands ``hidden`` where it is, and then its rows are
left out, or ``=`` and the cells whose formulas have no result. Its first row is the line below, so that a row is found by
its number. A line break in a cell is a vertical tab. The only cell of a row is marked ``#`` where it is bold or reaches
over its neighbours, as headings do. The cells below the first one of several that are one are written ``〃``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from smartlint.extracting.amounts import format_of, shown
from smartlint.extracting.package import LIMIT, Package, attribute, child, children, is_number, is_on, local
from smartlint.record import dataclass
from smartlint.source import Unreadable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

PAGE = "\f"
HIDDEN = "hidden"
#: Stands before the cells of a sheet whose formulas have no result, which are parted by spaces.
UNSOLVED = "="
BREAK = "\v"
HEADING = "# "
DITTO = "〃"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$")
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\u2028\u2029]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
#: So many cells without a result are named.
NAMED = 20
#: A cell below another one takes more than its sign.
_DITTO_TAKES = 100
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MEGABYTE = 1024 * 1024


def text_of_workbook(data: ReadableBuffer) -> str:
    """The text of a workbook. Raises ``Unreadable``."""
    package = Package(data)
    name, root = package.main("workbook")
    book = _Book(package, name, since_1904=attribute(child(root, "workbookPr"), "date1904") in ("1", "true"))
    targets = package.related(name)
    pages = []
    for sheet in children(root, "sheets"):
        part = targets.get(attribute(sheet, "id"))
        content = package.root(part) if part is not None else None
        if content is None or local(content) != "worksheet":
            continue
        is_hidden = attribute(sheet, "state", "visible") != "visible"
        title = PAGE + _clean(attribute(sheet, "name"))
        if is_hidden:
            pages.append(f"{title}\t{HIDDEN}\n")
            continue
        rows, unsolved = book.rows(content)
        pages.append(f"{title}\t{UNSOLVED}{' '.join(unsolved)}\n{rows}" if unsolved else f"{title}\n{rows}")
    return "".join(pages)


@dataclass(frozen=True)
class _Style:
    format: str
    bold: bool


class _Book:
    """What the sheets of a workbook share: texts and styles."""

    def __init__(self, package: Package, name: str, *, since_1904: bool) -> None:
        parts = {of: part for part, of in package.relations(name)}
        self._since_1904 = since_1904
        texts = package.root(parts["sharedStrings"]) if "sharedStrings" in parts else None
        self._texts = [_text(one) for one in texts if local(one) == "si"] if texts is not None else []
        self._styles = list(_styles(package.root(parts["styles"]) if "styles" in parts else None))
        self._left = LIMIT

    def rows(self, sheet: Element) -> tuple[str, list[str]]:
        """The rows of a sheet as lines, and the first of its cells whose formulas have no result."""
        grid: dict[int, dict[int, str]] = {}
        marked: set[tuple[int, int]] = set()
        unsolved: list[str] = []
        for row, column, cell in _cells(sheet):
            value = _clean(self._value(cell))
            self._spend(len(value))
            if value:
                grid.setdefault(row, {})[column] = value
                if self._style(cell).bold:
                    marked.add((row, column))
            elif len(unsolved) < NAMED and _is_unsolved(cell):
                unsolved.append(f"{letters(column)}{row}")
        for top, left, bottom, right in _merged(sheet):
            if left in grid.get(top, {}):
                marked |= {(top, left)} if right > left else set()
                self._spend(_DITTO_TAKES * (bottom - top))
                for row in range(top + 1, bottom + 1):
                    grid.setdefault(row, {}).setdefault(left, DITTO)
        lines = []
        for row in range(1, max(grid, default=0) + 1):
            cells = grid.get(row, {})
            if len(cells) == 1:
                cells = {at: HEADING + value if (row, at) in marked else value for at, value in cells.items()}
            line = "\t".join(cells.get(column, "") for column in range(1, max(cells, default=0) + 1))
            self._spend(len(line) - sum(map(len, cells.values())) + 1)
            lines.append(line + "\n")
        return "".join(lines), unsolved

    def _spend(self, signs: int) -> None:
        """Counts what a text takes: many cells may show the one that stands in the file once."""
        self._left -= signs
        if self._left < 0:
            raise Unreadable("unpacked", data={"limit": LIMIT // _MEGABYTE})

    def _style(self, cell: Element) -> _Style:
        number = attribute(cell, "s", "0")
        return self._styles[int(number)] if is_number(number) and int(number) < len(self._styles) else _Style("", False)

    def _value(self, cell: Element) -> str:
        kind = attribute(cell, "t", "n")
        if kind == "inlineStr":
            return _text(child(cell, "is"))
        found = child(cell, "v")
        value = (found.text or "") if found is not None else ""
        if kind == "s":
            return self._texts[int(value)] if is_number(value) and int(value) < len(self._texts) else ""
        if kind == "n" and value:
            return shown(value, self._style(cell).format, since_1904=self._since_1904)
        if kind == "d":
            return value.removesuffix("T00:00:00")
        return "" if kind in ("e", "b") else value


def _text(element: Element | None) -> str:
    """A text of pieces in several styles, without how it is pronounced."""
    if element is None:
        return ""
    pieces = (one.text or "" for each in element if local(each) != "rPh" for one in each.iter() if local(one) == "t")
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), "".join(pieces))


def _clean(text: str) -> str:
    """A text that cannot be taken for what parts cells, rows and sheets."""
    text = _BREAKS.sub(BREAK, text.strip()).replace("\t", " ")
    return _CONTROLS.sub("", text).encode("utf-8", "replace").decode("utf-8")


def _styles(sheet: Element | None) -> Iterator[_Style]:
    """The styles of cells, by their number."""
    stated = {
        int(attribute(one, "numFmtId", "0")): attribute(one, "formatCode")
        for one in children(sheet, "numFmts")
        if is_number(attribute(one, "numFmtId", "0"))
    }
    fonts = [is_on(child(font, "b")) for font in children(sheet, "fonts")]
    for style in children(sheet, "cellXfs"):
        number, font = attribute(style, "numFmtId", "0"), attribute(style, "fontId", "0")
        bold = is_number(font) and int(font) < len(fonts) and fonts[int(font)]
        yield _Style(format_of(int(number), stated) if is_number(number) else "", bold)


def _cells(sheet: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells of a sheet, each with its row and column; who leaves those out counts on."""
    row = 0
    for one in children(sheet, "sheetData"):
        stated = attribute(one, "r")
        row = int(stated) if is_number(stated) else row + 1
        column = 0
        for cell in one:
            place = _REFERENCE.match(attribute(cell, "r"))
            column = _number(place[1]) if place is not None else column + 1
            if row <= _LAST_ROW and column <= _LAST_COLUMN:
                yield row, column, cell


def _is_unsolved(cell: Element) -> bool:
    """Whether the result of an empty cell is an error, or was never worked out: not every program does."""
    kind = attribute(cell, "t", "n")
    return kind == "e" or (kind == "n" and child(cell, "f") is not None)


def _merged(sheet: Element) -> Iterator[tuple[int, int, int, int]]:
    """Cells that are one: their first row and column, and their last ones."""
    for one in children(sheet, "mergeCells"):
        corners = [_REFERENCE.match(corner) for corner in attribute(one, "ref").split(":")]
        if len(corners) == 2 and corners[0] is not None and corners[1] is not None:
            (left, top), (right, bottom) = ((_number(corner[1]), int(corner[2])) for corner in corners if corner)
            yield top, left, min(bottom, top + 1000), right


def letters(column: int) -> str:
    """The name of a column: 27 is ``AA``."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _number(name: str) -> int:
    """The number of a column: ``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
