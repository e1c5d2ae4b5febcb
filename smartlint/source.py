"""Text, lines and spans. Offsets count code points from the start of the text, after a byte order mark."""

from __future__ import annotations

from bisect import bisect_right
from codecs import BOM_UTF8

from smartlint.record import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in a text."""

    start: int
    end: int

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A 1-based line and column, both in code points; a span's end is exclusive."""

    line: int
    column: int


class Source:
    """A text with its path and a table of line starts. Lines end at LF; a CR before it belongs to the line end."""

    __slots__ = ("_starts", "path", "text")

    def __init__(self, text: str, path: str = "") -> None:
        self.path = path
        self.text = text
        starts = [0]
        find = text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        self._starts = starts

    @property
    def line_count(self) -> int:
        return len(self._starts)

    @property
    def line_end(self) -> str:
        """How the first line ends, and so the others are taken to: CR LF or LF."""
        return "\r\n" if len(self._starts) > 1 and self.text[: self._starts[1]].endswith("\r\n") else "\n"

    def position(self, offset: int) -> Position:
        """The line and column of an offset (an offset past the end is the end)."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def line(self, line: int) -> str:
        """The text of a 1-based line without its line end."""
        return self.slice(self.line_span(line))

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]


class Unreadable(Exception):
    """Bytes that are no UTF-8 text; ``reason`` is a short name, ``at`` the byte offset of the first bad byte."""

    def __init__(self, reason: str, at: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


def decode(data: bytes) -> str:
    """UTF-8 bytes, with or without a byte order mark, as text.

    Raises ``Unreadable`` with the reason ``utf-16``, ``utf-32``, ``binary`` or ``encoding``.
    """
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise Unreadable("utf-32")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("utf-16")
    zero = data.find(b"\x00")
    if zero >= 0:
        raise Unreadable("binary", zero)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
        raise Unreadable("encoding", error.start + mark) from None
