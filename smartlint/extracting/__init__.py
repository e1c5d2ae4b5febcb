"""The text of files that hold none of their own: tables in other encodings, workbooks, Word documents.

What a workbook or Word document says is written out as text, line by line; ``smartlint.readers`` reads that. It says how.
"""

from __future__ import annotations

from smartlint import source
from smartlint.source import Unreadable

TABLES = (".csv", ".tsv")
WORKBOOKS = (".xlsx", ".xlsm")
WORD = (".docx", ".docm")
#: What Office wrote until 2007, and what a password makes of a newer file.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The endings of those, and what begins documents of other programs.
_OLD = (".xls", ".doc", ".ppt")
_PDF, _RTF, _ARCHIVE = b"%PDF", b"{\\rt", b"PK\x03\x04"
#: What office programs name archives that nobody reads here.
_ARCHIVES = (".ods", ".odt", ".odp", ".pptx", ".pages", ".numbers", ".zip")


def is_packed(path: str) -> bool:
    """Whether a file is no text that an editor shows, by its ending: it cannot be written, only read."""
    return path.lower().endswith((*WORKBOOKS, *WORD))


def is_table(path: str) -> bool:
    """Whether a file is a table or a workbook, by its ending: what is said of its goals stands in columns."""
    return path.lower().endswith((*TABLES, *WORKBOOKS))


def decode(data: bytes, path: str = "") -> str:
    """The text of a file, by its ending; of one with no ending of its own its UTF-8 text. Raises ``Unreadable``."""
    ending = path.lower()
    if ending.endswith(TABLES):
        from smartlint.extracting.encodings import decode_table

        return decode_table(data)
    if is_packed(path):
        if data.startswith(_OLE):
            raise Unreadable("locked" if "EncryptedPackage".encode("utf-16-le") in data else "old-office")
        return _unpacked(data, ending)
    if data.startswith(_OLE):
        raise Unreadable("old-office")
    if data.startswith((_PDF, _RTF)) or (data.startswith(_ARCHIVE) and ending.endswith((*_OLD, *_ARCHIVES))):
        raise _other(data, ending)
    try:
        return source.decode(data)
    except Unreadable:
        if ending.endswith(_OLD):
            raise Unreadable("old-office") from None
        raise


def _other(data: bytes, path: str) -> Unreadable:
    """That a file is no text, and what it is: an archive may be any kind of document, as its ending says."""
    if path.endswith(_OLD) and data.startswith(_ARCHIVE):
        return Unreadable("other-package")
    named = path.rpartition(".")[2].upper() if data.startswith(_ARCHIVE) else "PDF" if data.startswith(_PDF) else "RTF"
    return Unreadable("other-format", data={"format": named})


def _unpacked(data: bytes, path: str) -> str:
    try:
        if path.endswith(WORD):
            from smartlint.extracting.word import text_of_word

            return text_of_word(data)
        from smartlint.extracting.workbook import text_of_workbook

        return text_of_workbook(data)
    except RecursionError:
        raise Unreadable("broken-package", data={"reason": "depth"}) from None
