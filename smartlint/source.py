"""Text, lines and spans. Offsets count code points from the start of the text, after a byte order mark."""

from __future__ import annotations

from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain

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
        sizes = accumulate(map(len, text.split("\n")[:-1]), initial=0)
        self._starts = [size + number for number, size in enumerate(sizes)]

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

    def line_at(self, offset: int) -> int:
        """The line of an offset."""
        return bisect_right(self._starts, offset)

    def place(self, span: Span) -> tuple[Position, Position]:
        """Where a span begins and ends in the file itself: by line and column, but in a file whose text is none of its own."""
        return self.position(span.start), self.position(span.end)

    def label(self, offset: int) -> str:
        """What such a place is called there, where that is no line and column: the cell of a sheet."""
        return ""

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

    @property
    def file(self) -> Source:
        """The text as it stands in the file: what places in findings are told of."""
        return self

    def in_file(self, span: Span) -> Span:
        """Where a piece of this text stands in the file."""
        return span

    def from_file(self, offset: int) -> int:
        """Where a place in the file stands in this text."""
        return offset


@lru_cache(256)
def _blank(size: int) -> str:
    """So many signs that say nothing, whatever stands before and behind them."""
    return "\n" if size == 1 else f"\n{' ' * (size - 2)}\n" if size else ""


class Spaced(Source):
    """A text with room between its pieces, so that one can grow and the others keep their offsets. Lines are the file's own.

    ``pieces[n]`` of the file begins at ``places[n]`` here; what is between them is blank.
    """

    __slots__ = ("_back", "_ends", "_file", "_pieces", "_places")

    def __init__(self, file: Source, pieces: Sequence[str], places: Sequence[int]) -> None:
        self.path = file.path
        self._file = file
        sizes = list(map(len, pieces))
        self._pieces = list(accumulate(sizes, initial=0))[:-1]
        self._places = places
        self._back = [start - place for start, place in zip(self._pieces, places, strict=True)]
        self._ends = [place + size for place, size in zip(places, sizes, strict=True)]
        rooms = [_blank(place - end) for place, end in zip(places, [0, *self._ends[:-1]], strict=True)]
        self.text = "".join(chain.from_iterable(zip(rooms, pieces, strict=True)))

    @property
    def file(self) -> Source:
        return self._file

    @property
    def line_count(self) -> int:
        return self._file.line_count

    @property
    def line_end(self) -> str:
        return self._file.line_end

    def position(self, offset: int) -> Position:
        return self._file.position(self._in_file(offset))

    def place(self, span: Span) -> tuple[Position, Position]:
        return self._file.place(self.in_file(span))

    def moved(self, offset: int) -> tuple[int, int]:
        """How much further down the piece that an offset lies in stands in the file, and the line of the offset there."""
        back = self._back[bisect_right(self._places, offset) - 1]
        return back, bisect_right(self._file._starts, offset + back)  # as `line_at`: this is asked for each finding

    def line_at(self, offset: int) -> int:
        return self._file.line_at(self._in_file(offset))

    def piece(self, offset: int) -> int:
        """Which piece an offset lies in."""
        return bisect_right(self._places, offset)

    def line_span(self, line: int) -> Span:
        start, end = self._file.line_span(line)
        begin = self.from_file(start)
        return Span(begin, begin + end - start)

    def in_file(self, span: Span) -> Span:
        start, end = span
        number = bisect_right(self._places, start) - 1
        if number >= 0 and start <= end <= self._ends[number]:  # in one piece, as nearly always
            back = self._back[number]
            return Span(start + back, end + back)
        return Span(self._in_file(start), self._in_file(end))

    def _in_file(self, offset: int) -> int:
        number = bisect_right(self._places, offset) - 1
        if number < 0:
            return 0
        return min(offset, self._ends[number]) + self._back[number]

    def from_file(self, offset: int) -> int:
        number = bisect_right(self._pieces, offset) - 1
        return offset - self._back[number]


class Unreadable(Exception):
    """Bytes of which no text can be made; ``reason`` is a short name, ``at`` the byte offset of the first bad byte.

    ``data`` are the parameters of what is said of it.
    """

    def __init__(self, reason: str, at: int = 0, data: Mapping[str, object] | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at
        self.data = {"at": at, **(data or {})}


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
