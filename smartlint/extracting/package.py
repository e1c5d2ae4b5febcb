"""Office documents are zip archives of XML: their parts, opened so that no file can harm who reads it."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from smartlint.source import Unreadable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

#: So many bytes of XML are unpacked: a small archive may hold terabytes.
LIMIT = 48 * 1024 * 1024
#: So many elements of XML are read, two attributes counted as one: they take a hundred times what they take in the file.
#: A sheet whose rows all have a number, and nothing else, has fewer.
PIECES = 1_700_000
_MEGABYTE = 1024 * 1024
_RELATIONS = "_rels/.rels"
#: What each file in an archive is listed with, and so many may be listed: each takes a thousand bytes.
_LISTED, _MOST = b"PK\x01\x02", 50_000
_DIGITS = 9


class Package:
    """The parts of an Office document. Raises ``Unreadable`` for one that is broken, too large or not what it should be."""

    def __init__(self, data: ReadableBuffer) -> None:
        if bytes(data).count(_LISTED) > _MOST:
            raise Unreadable("broken-package", data={"reason": f"> {_MOST}"})
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError, OSError):
            raise Unreadable("no-package") from None
        self._names = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in self._zip.infolist()}
        self._left = LIMIT
        self._pieces_left = PIECES

    def root(self, name: str) -> Element | None:
        """The XML of a part, None where there is no such part."""
        info = self._names.get(name.lower())
        if info is None:
            return None
        if info.flag_bits & 1:
            raise Unreadable("locked")
        if info.file_size > self._left:
            raise Unreadable("unpacked", data={"limit": LIMIT // _MEGABYTE})
        self._left -= info.file_size
        try:
            data = self._zip.read(info)
        except (BadZipFile, NotImplementedError, EOFError, OSError, zlib.error, RuntimeError) as error:
            raise Unreadable("broken-package", data={"reason": _short(error)}) from None
        self._pieces_left -= data.count(b"<") - data.count(b"</") + data.count(b"=") // 2
        if self._pieces_left < 0:
            raise Unreadable("pieces", data={"limit": PIECES})
        return parsed(data)

    def main(self, kind: str) -> tuple[str, Element]:
        """The name and XML of the part that the document begins with, which is to be of a kind: ``workbook``, ``document``."""
        for target, of in self.relations(""):
            if of == "officeDocument":
                root = self.root(target)
                if root is not None and local(root) == kind:
                    return target, root
        raise Unreadable("other-package")

    def relations(self, part: str) -> Iterator[tuple[str, str]]:
        """The parts that a part refers to, each with the last word of its type."""
        for relation in self._relations(part):
            yield relation[1], relation[2]

    def related(self, part: str) -> dict[str, str]:
        """The parts that a part refers to, by the names it has for them."""
        return {name: target for name, target, _ in self._relations(part)}

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        folder, _, name = part.rpartition("/")
        root = self.root(f"{folder}/_rels/{name}.rels".lstrip("/") if part else _RELATIONS)
        for one in root if root is not None else ():
            if one.get("TargetMode") != "External":
                target = one.get("Target", "").replace("\\", "/")
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                yield one.get("Id", ""), path, one.get("Type", "").rpartition("/")[2]


def parsed(data: bytes) -> Element:
    """XML as a tree. A document type, in which entities could be defined that grow without end, is refused."""
    try:
        _refuse_types(data)
        return fromstring(data)
    except (ParseError, expat.ExpatError, ValueError, LookupError) as error:
        raise Unreadable("broken-package", data={"reason": _short(error)}) from None


class _Begun(Exception):
    """The root of a document is reached: what could be dangerous stands before it."""


def _refuse_types(data: bytes) -> None:
    def refuse(*_: object) -> None:
        raise Unreadable("broken-package", data={"reason": "DOCTYPE"})

    def begun(*_: object) -> None:
        raise _Begun

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begun
    try:
        parser.Parse(data, True)
    except _Begun:
        return


def local(element: Element) -> str:
    """The name of an element without its namespace, which strict documents have another one of."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its name without the namespace."""
    if element is None:
        return default
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), default)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of a name, its first child of the next name, and so on."""
    for name in names:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """The children of the first child of a name."""
    return list(found) if (found := child(element, name)) is not None else []


def is_number(text: str) -> bool:
    """Whether a text is a whole number that anybody would count to: Python refuses to read one of thousands of digits."""
    return text.isdecimal() and len(text) <= _DIGITS


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and attribute(element, "val", "1") not in ("0", "false", "off", "none")


def _short(error: Exception) -> str:
    return str(error)[:100]
