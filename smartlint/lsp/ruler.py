"""Where an offset of a text lies for an editor: its line, and its column in the units that the editor counts in."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from lsprotocol import types

from smartlint.source import Span

#: How an editor may count columns, by the names of the protocol.
Encoding = Literal["utf-8", "utf-16", "utf-32"]
_LINE_END = re.compile(r"\r\n?|\n")


class Ruler:
    """Measures a text. Lines are counted from 0, and end at LF, CR LF or CR, as the protocol has it."""

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        self.text = text
        self._width = _WIDTHS[encoding]
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> types.Position:
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._width(self.text[self._starts[line] : offset]))

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset at a position; one past the end of a line or of the text is that end, one inside a sign its start."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        end = self._line_end(position.line)
        left, at = position.character, start
        while at < end and left >= (width := self._width(self.text[at])):
            left -= width
            at += 1
        return at

    def span(self, area: types.Range) -> Span:
        start = self.offset(area.start)
        return Span(start, max(start, self.offset(area.end)))

    def line(self, number: int) -> Span:
        """A line without its line end."""
        if number >= len(self._starts):
            return Span(len(self.text), len(self.text))
        return Span(self._starts[number], self._line_end(number))

    @property
    def whole(self) -> Span:
        return Span(0, len(self.text))

    def _line_end(self, line: int) -> int:
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        while end > self._starts[line] and self.text[end - 1] in "\r\n":
            end -= 1
        return end


def _utf_16(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(sign > "\uffff" for sign in text)


def _utf_8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


_WIDTHS = {"utf-8": _utf_8, "utf-16": _utf_16, "utf-32": len}
