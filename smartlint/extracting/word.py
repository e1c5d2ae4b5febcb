"""Word documents (``.docx``) as text: a paragraph, or a row of a table, on each line.

A heading begins with as many ``#`` as it is deep; an item of a list with ``-`` or ``1.``, or with what its numbering says in
words, two blanks further in for each level; a row of a table with ``|``, which parts its cells as well. ``**`` stands around
the bold print that a line begins with, and ``~~`` around one that is struck. A line break in a paragraph, and between the
paragraphs of a cell, is a vertical tab. A cell below the first one of several that are one is written ``〃``. What was
deleted while changes were tracked, what is hidden, tables of contents, headers, footers and comments are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from smartlint.extracting.numbering import Numbering
from smartlint.extracting.package import Package, attribute, child, is_number, is_on, local
from smartlint.extracting.styles import DEEPEST, Style, heading_depth, list_of, styles
from smartlint.extracting.workbook import BREAK, DITTO
from smartlint.record import dataclass, field

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

INDENT = "  "
BOLD, STRUCK = "**", "~~"
_GONE = frozenset("del moveFrom instrText delText delInstrText rt Fallback pPr rPr sdtPr sdtEndPr tblPr tblGrid".split())
_BOX = re.compile(r"[☐☑☒🗹🗷](?=\s|$)")
_BLANKS = re.compile(r"[\t\n\r\f \u00a0\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTENTS = re.compile(r"^(?:toc \d|toc heading|table of figures)$")


def text_of_word(data: ReadableBuffer) -> str:
    """The text of a Word document. Raises ``Unreadable``."""
    package = Package(data)
    name, root = package.main("document")
    parts = {of: part for part, of in package.relations(name)}

    def part(of: str) -> Element | None:
        return package.root(parts[of]) if of in parts else None

    writer = _Writer(styles(part("styles")), Numbering(part("numbering")))
    writer.body(child(root, "body"))
    return "".join(f"{line}\n" for line in writer.lines)


@dataclass
class _Line:
    """The text of a paragraph, its pieces each with whether they are bold and struck; ``boxes`` are boxes of text in it."""

    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class _Writer:
    """Writes paragraphs and tables out as lines."""

    def __init__(self, styles: dict[str, Style], numbering: Numbering) -> None:
        self.lines: list[str] = []
        self._styles = styles
        self._numbering = numbering
        self._level = -1  # that of the item above
        self._titled = False  # headings stand below the title

    def body(self, parent: Element | None) -> None:
        for one in _blocks(parent):
            if local(one) == "p":
                self._paragraph(one)
            else:
                self._table(one)

    def _style(self, paragraph: Element) -> Style:
        return self._styles.get(attribute(child(paragraph, "pPr", "pStyle"), "val"), Style())

    def _paragraph(self, paragraph: Element) -> None:
        style = self._style(paragraph)
        line = self._read(paragraph, style)
        text = _written(line.pieces, lead=True)
        depth = heading_depth(child(paragraph, "pPr", "outlineLvl"), style.depth)
        number, level = list_of(child(paragraph, "pPr", "numPr"), style.number, style.level)
        if not text or _CONTENTS.match(style.name):
            self.lines.append("")
        elif depth:
            self._level = -1
            depth = min(depth + self._titled, DEEPEST)
            self._titled = self._titled or style.name == "title"
            said = self._numbering.words(number, level)
            self.lines.append("#" * depth + " " + said + _written(line.pieces, lead=False))
        elif self._numbering.has(number):
            self._level = level
            said = self._numbering.words(number, level)
            mark = "1. " if not said and self._numbering.is_ordered(number, level) else "- "
            self.lines.append(INDENT * level + mark + said + text)
        else:
            indented = self._level >= 0 and attribute(child(paragraph, "pPr", "ind"), "left", "0").strip("0-") != ""
            if not indented and "list continue" not in style.name:
                self._level = -1
            mask = "\\" if text.startswith("|") else ""  # it is no row of a table
            self.lines.append(INDENT * (self._level + 1) + mask + text)
        for box in line.boxes:
            self.body(box)

    def _table(self, table: Element) -> None:
        self._level = -1
        rows = [list(_cells(row)) for row in _deep(table, "tr")]
        if all(len(row) <= 1 for row in rows):  # a frame around text
            for row in rows:
                for cell in row:
                    self.body(cell)
            return
        for row in rows:
            written = []
            for cell in row:
                merged = child(cell, "tcPr", "vMerge")
                below = merged is not None and attribute(merged, "val", "continue") == "continue"
                written += [DITTO if below else self._cell(cell), *[""] * (_span(cell) - 1)]
            self.lines.append(f"| {' | '.join(written)} |")
        self.lines.append("")

    def _cell(self, cell: Element) -> str:
        paragraphs = [one for one in cell.iter() if local(one) == "p"]
        texts = []
        for one in paragraphs:
            style = self._style(one)
            text = _written(self._read(one, style).pieces, lead=True)
            number, level = list_of(child(one, "pPr", "numPr"), style.number, style.level)
            if text and self._numbering.has(number):
                text = "- " + self._numbering.words(number, level) + text
            texts.append(text.replace("|", r"\|"))
        return BREAK.join(text for text in texts if text)

    # --- the text of a paragraph ------------------------------------------------------------------------------------

    def _read(self, paragraph: Element, style: Style) -> _Line:
        line = _Line()
        self._inline(paragraph, line, style.bold, struck=False)
        return line

    def _inline(self, parent: Element, line: _Line, bold: bool, *, struck: bool) -> None:
        for one in parent:
            name = local(one)
            if name == "r":
                shape = child(one, "rPr")
                if not is_on(child(shape, "vanish")):
                    is_struck = is_on(child(shape, "strike")) or is_on(child(shape, "dstrike"))
                    self._inline(one, line, self._is_bold(shape, bold), struck=is_struck)
            elif name == "txbxContent":
                line.boxes.append(one)
            elif name in _SIGNS:
                line.pieces.append((_SIGNS[name](one), bold, struck))
            elif name not in _GONE:
                self._inline(one, line, bold, struck=struck)

    def _is_bold(self, shape: Element | None, above: bool) -> bool:
        stated = child(shape, "b")
        if stated is not None:
            return is_on(stated)
        return above or self._styles.get(attribute(child(shape, "rStyle"), "val"), Style()).bold


def _break(element: Element) -> str:
    return " " if attribute(element, "type", "textWrapping") in ("page", "column") else BREAK


def _ticked(element: Element) -> str:
    """A box of a form: as it is, else as it was made."""
    state = child(element, "checked")
    return "☒ " if is_on(state if state is not None else child(element, "default")) else "☐ "


_SIGNS = {
    "t": lambda one: one.text or "",
    "tab": lambda one: " ",
    "br": _break,
    "cr": lambda one: BREAK,
    "noBreakHyphen": lambda one: "-",
    "checkBox": _ticked,
}


def _blocks(parent: Element | None) -> Iterator[Element]:
    """The paragraphs and tables of a body, cell or box, also those that a control holds; tables of contents are left out."""
    for one in parent if parent is not None else ():
        name = local(one)
        if name in ("p", "tbl"):
            yield one
        elif name == "sdt":
            gallery = attribute(child(one, "sdtPr", "docPartObj", "docPartGallery"), "val")
            if gallery != "Table of Contents":
                yield from _blocks(child(one, "sdtContent"))
        elif name not in _GONE:
            yield from _blocks(one)


def _deep(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those that a control holds."""
    for one in parent:
        if local(one) == name:
            if not _is_deleted(one):
                yield one
        elif local(one) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _deep(one, name)


def _is_deleted(row: Element) -> bool:
    return child(row, "trPr", "del") is not None


def _cells(row: Element) -> Iterator[Element]:
    yield from _deep(row, "tc")


def _span(cell: Element) -> int:
    """How many columns a cell takes."""
    stated = attribute(child(cell, "tcPr", "gridSpan"), "val", "1")
    return max(1, min(63, int(stated))) if is_number(stated) else 1


def _written(pieces: list[tuple[str, bool, bool]], *, lead: bool) -> str:
    """The text of a line; with ``lead``, marked where it begins in bold print or is struck altogether."""
    text = "".join(piece for piece, _, _ in pieces)
    shown = [piece for piece in pieces if piece[0].strip()]
    if not shown:
        return ""
    cut = 0
    if lead and shown[0][1]:
        cut = sum(len(piece) for piece, _, _ in _leading(pieces))
    first, rest = _plain(text[:cut]), _plain(text[cut:])
    done = (
        f"{BOLD}{first.strip()}{BOLD}{' ' if first.endswith(' ') or rest.startswith(' ') else ''}{rest.lstrip(' ')}"
        if cut
        else rest
    )
    done = _boxed(done.strip())
    return f"{STRUCK}{done}{STRUCK}" if lead and all(struck for _, _, struck in shown) else done


def _leading(pieces: list[tuple[str, bool, bool]]) -> Iterator[tuple[str, bool, bool]]:
    """The pieces in bold print that a line begins with, up to a line break."""
    for piece in pieces:
        if (piece[0].strip() and not piece[1]) or BREAK in piece[0]:
            return
        yield piece


def _plain(text: str) -> str:
    lines = (_BLANKS.sub(" ", line) for line in text.split(BREAK))
    return _CONTROLS.sub("", BREAK.join(lines)).encode("utf-8", "replace").decode("utf-8")


def _boxed(text: str) -> str:
    """A box to tick as in other texts."""
    return _BOX.sub(lambda match: "[ ]" if match[0] == "☐" else "[x]", text, count=1) if _BOX.match(text) else text
