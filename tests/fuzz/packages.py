"""Workbooks and Word documents, one part of which is replaced: in a sound archive any XML is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from smartlint.extracting import WORD, is_packed
from tests.readers.office import Piece, Sheet, word, workbook

_ROWS: Sequence[Sequence[Any]] = [
    ["Goal", "Owner", "Deadline"],
    ["Sell 40 cakes a day", "Amy Holt", "30 June 2026"],
    ["Better mood", "", 46203],
]
_TEXT: Sequence[Piece] = ["# Goals", "- Sell 40 cakes a day by 30 June 2026", "1. Better mood", _ROWS[:2]]
#: Parts that are read.
_READ = (".rels", "workbook.xml", "sheet1.xml", "sharedStrings.xml", "xl/styles.xml")
_READ_OF_WORD = ("_rels/.rels", "document.xml", "numbering.xml", "document.xml.rels")
#: Those that come with the library are too long.
_STYLES = (
    b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph"'
    b' w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    b"</w:style></w:styles>"
)


@cache
def _parts(path: str) -> dict[str, bytes]:
    is_word = path.endswith(WORD)
    with ZipFile(BytesIO(word(_TEXT) if is_word else workbook({"Goals": Sheet(_ROWS)}))) as opened:
        parts = {name: opened.read(name) for name in opened.namelist() if name.endswith(_READ_OF_WORD if is_word else _READ)}
    return {**parts, "word/styles.xml": _STYLES} if is_word else parts


def package(data: bytes, path: str) -> bytes:
    """A package of the kind that a path ends in: the first byte names the part that the others are; 0 is for none."""
    if not data or not data[0]:
        return data[1:]
    parts = dict(_parts(path))
    parts[sorted(parts)[data[0] % len(parts)]] = data[1:]
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return stream.getvalue()


def seeds(ending: str) -> Iterator[bytes]:
    """Each part of a package of a kind, as it is, and the whole; nothing for what is no package."""
    if not is_packed(ending):
        return
    parts = _parts(f"x{ending}")
    for at, name in enumerate(sorted(parts)):
        yield bytes((at + len(parts),)) + parts[name]
    yield bytes((0,)) + package(bytes((len(parts),)) + parts[min(parts)], f"x{ending}")
