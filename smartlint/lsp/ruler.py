"""Where an offset of a text lies for an editor: its line, and its column in the units that the editor counts in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Literal

from lsprotocol import types

from smartlint.finding import Place
from smartlint.source import Source, Span

#: How an editor may count columns, by the names of the protocol.
Encoding = Literal["utf-8", "utf-16", "utf-32"]
_LINE_END = re.compile(r"\r\n?|\n")


class Ruler:
    """Measures a text. Lines are counted from 0, and end at LF, CR LF or CR, as the protocol has it.

    Offsets are those of the text, or of the ``source`` that has room between its pieces.
    """

    def __init__(self, text: str, encoding: Encoding = "utf-16", source: Source | None = None) -> None:
        self.source = source
        self.text = source.text if source is not None else text  # what offsets are of
        self._text = text
        self._width = _WIDTHS[encoding]
        #: Each sign is one unit, and lines end as they do elsewhere: lines and columns are those of findings.
        self.is_plain = "\r" not in text and self._width(text) == len(text)
        #: Lines end as they do elsewhere.
        self.is_even = self.is_plain or text.count("\r") == text.count("\r\n")

    @cached_property
    def _starts(self) -> list[int]:
        """Where lines begin: in a plain text often nobody asks."""
        text = self._text
        ends = [len(line) + 1 for line in text.split("\n")[:-1]] if "\r" not in text else _lines(text)
        return list(accumulate(ends, initial=0))

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset in the file."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return line, offset - start if self.is_plain else self._width(self._text[start:offset])

    def position(self, offset: int) -> types.Position:
        return types.Position(*self.at(self.source.in_file(Span(offset, offset)).start if self.source else offset))

    def area(self, place: Place) -> types.Range:
        """Where the place of a finding is."""
        if not self.is_plain or place.label:
            return self.range(place.span)
        start, end = place.start, place.end
        return types.Range(types.Position(start.line - 1, start.column - 1), types.Position(end.line - 1, end.column - 1))

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset at a position; one past the end of a line or of the text is that end, one inside a sign its start."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        end = self._line_end(position.line)
        left, at = position.character, start
        while at < end and left >= (width := self._width(self._text[at])):
            left -= width
            at += 1
        return self._here(at)

    def span(self, area: types.Range) -> Span:
        start = self.offset(area.start)
        return Span(start, max(start, self.offset(area.end)))

    def line(self, number: int) -> Span:
        """A line without its line end."""
        if number >= len(self._starts):
            return Span(len(self.text), len(self.text))
        start = self._starts[number]
        begin = self._here(start)
        return Span(begin, begin + self._line_end(number) - start)

    def _here(self, offset: int) -> int:
        return self.source.from_file(offset) if self.source else offset

    @property
    def whole(self) -> Span:
        return Span(0, len(self.text))

    def _line_end(self, line: int) -> int:
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        while end > self._starts[line] and self._text[end - 1] in "\r\n":
            end -= 1
        return end


def _lines(text: str) -> Iterator[int]:
    """How long lines are that may end otherwise than with a line feed."""
    ends = [match.end() for match in _LINE_END.finditer(text)]
    yield from (end - start for start, end in pairwise([0, *ends]))


def _utf_16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf_8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


_WIDTHS = {"utf-8": _utf_8, "utf-16": _utf_16, "utf-32": len}
