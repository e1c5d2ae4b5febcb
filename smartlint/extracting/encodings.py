"""The encodings in which spreadsheets save tables as text."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from smartlint import source
from smartlint.source import Unreadable

#: No text on Windows has these bytes.
_NEVER = frozenset(b"\x00\x81\x8d\x8f\x90\x9d")


def decode_table(data: bytes) -> str:
    """UTF-8, UTF-16 or, as Excel saves without being asked, the code page of Western Windows. Raises ``Unreadable``."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) and not data.startswith(b"\xff\xfe\x00\x00"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable("encoding", error.start) from None
    try:
        return source.decode(data)
    except Unreadable as error:
        if error.reason != "encoding" or not _NEVER.isdisjoint(data):
            raise
        return data.decode("cp1252")
