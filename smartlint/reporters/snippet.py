"""Lines of a source with what is marked in them, as compilers show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from smartlint.record import dataclass
from smartlint.reporters.paint import Paint
from smartlint.reporters.visible import CUT, cells, clip, expand, is_narrow
from smartlint.source import Source, Span

#: A sign takes a cell, but for combining ones: a line of so many signs a column is long, whatever they are.
_SIGNS_PER_CELL = 4


@dataclass(frozen=True)
class Mark:
    """A place to underline, with the colour of its sign (a level, or ``frame``) and a note."""

    span: Span
    kind: str
    note: str = ""

    @property
    def sign(self) -> str:
        return "-" if self.kind == "frame" else "^"


def snippet(source: Source, marks: Sequence[Mark], gutter: int, width: int, paint: Paint) -> Iterator[str]:
    """The lines that the marks start in, in order, each with its number in the file and its signs below it.

    A single line between two of them is shown, more are a ``...``. No line is wider than ``width`` columns; ``gutter``
    is the width of the line numbers.
    """
    by_line: dict[int, list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: mark.span):
        by_line[source.position(mark.span.start).line].append(mark)
    bar = paint(f"{'':{gutter}} |", "frame")
    room = width - gutter - 3
    yield bar
    before = 0
    for line, here in by_line.items():
        if before and line - before == 2:
            yield _numbered(source, before + 1, gutter, _window(source, before + 1, Span(0, 0), room).text, paint)
        elif before and line - before > 2:
            yield paint("...", "frame")
        while here:
            # on a line too long to show, a mark far off is shown apart
            window = _window(source, line, here[0].span, room)
            inside = [mark for mark in here if mark is here[0] or window.holds(mark.span)]
            here = [mark for mark in here if mark not in inside]
            yield _numbered(source, line, gutter, window.text, paint)
            for row in _signs(window, inside, room, paint):
                yield f"{bar} {row}"
        before = line


def _numbered(source: Source, line: int, gutter: int, text: str, paint: Paint) -> str:
    number = source.place(source.line_span(line))[0].line
    return f"{paint(f'{number:>{gutter}} |', 'frame')} {text}".rstrip()


@dataclass(frozen=True)
class _Window:
    """The part of a line that is shown: the signs from ``span`` on, as ``text`` after ``lead`` columns of ``…``.

    In a ``plain`` one each sign takes a column.
    """

    source: Source
    span: Span
    lead: int
    text: str
    plain: bool = False

    def holds(self, span: Span) -> bool:
        return self.span.start <= span.start <= self.span.end and self.column(span.start) < cells(self.text)

    def column(self, offset: int) -> int:
        """The column of an offset, from 0, as far as the line is shown."""
        offset = max(self.span.start, min(offset, self.span.end))
        if self.plain:
            return offset - self.span.start
        return self.lead + cells(expand(self.source.text[self.span.start : offset]))


def _window(source: Source, line: int, span: Span, room: int) -> _Window:
    """What is shown of a line: all of it, or as much around a span as there is room for."""
    whole = source.line_span(line)
    written = source.slice(whole)
    if len(written) < room and written.isprintable() and is_narrow(written):  # as nearly every line is
        return _Window(source, whole, 0, written, plain=True)
    start = whole.start
    most = room * _SIGNS_PER_CELL
    end = min(whole.end, max(start, span.end))
    if end - start > most or cells(expand(source.text[start:end])) > room - cells(CUT):
        here = min(span.start, whole.end)
        start = max(start, here - room // 4)
        while cells(expand(source.text[start:here])) > room // 2:
            start += (here - start + 1) // 2
    shown = Span(start, min(whole.end, start + most))
    lead = CUT if start > whole.start else ""
    text = expand(source.slice(shown)) + (CUT if shown.end < whole.end else "")
    return _Window(source, shown, cells(lead), clip(lead + text, room))


def _signs(window: _Window, marks: Sequence[Mark], room: int, paint: Paint) -> Iterator[str]:
    """The rows of signs below a line; a note stands after its signs, or below them where there is no room."""
    row, length = "", 0
    for mark in marks:
        start = min(window.column(mark.span.start), room - 1)
        signs = mark.sign * max(1, min(window.column(mark.span.end), room) - start)
        note = clip(mark.note, room)
        if row and length >= start:
            yield row
            row, length = "", 0
        row += " " * (start - length) + paint(signs, mark.kind)
        length = start + len(signs)
        if note and length + 1 + cells(note) <= room:
            row += " " + paint(note, mark.kind)
            length += 1 + cells(note)
        elif note:
            yield row
            start = min(start, room - cells(note))
            row, length = " " * start + paint(note, mark.kind), start + cells(note)
    yield row
