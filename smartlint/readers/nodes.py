"""What YAML, JSON and TOML have in common: maps, lists and texts, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from smartlint.record import dataclass, field
from smartlint.source import Position, Source, Span

#: Maps and lists in each other no deeper than this are read.
DEEPEST = 100

_LINE = re.compile(r"[^\r\n]+")
#: A comment to smartlint, in formats where ``#`` begins one.
_DIRECTIVE = re.compile(r"(?:^|(?<=\s))#[ \t\u00a0]*smartlint[ \t\u00a0]*:[^\r\n]*", re.IGNORECASE | re.MULTILINE)

Style = Literal["plain", "single", "double", "block", "literal"]


@dataclass(frozen=True)
class Unit:
    """A sign of a text as it is written: an escape such as ``\\u00e6`` is one of six."""

    span: Span
    sign: str


@dataclass(eq=False)
class Scalar:
    """A text or number: ``span`` with its quotes, ``parts`` what stands in them, line by line; ``style`` is that of quotes.

    ``text`` is what it says; ``null`` where that is nothing, as ``null`` and ``""`` are.
    """

    span: Span
    parts: tuple[Span, ...]
    text: str
    style: Style = "plain"
    null: bool = False
    escapes: tuple[Unit, ...] = ()

    @property
    def content(self) -> Span:
        return self.parts[0].cover(self.parts[-1]) if self.parts else Span(self.span.end, self.span.end)


@dataclass(eq=False)
class Items:
    """A list; ``flow`` in brackets, on one line or on several."""

    span: Span
    nodes: list[Node] = field(default_factory=list)
    flow: bool = False


@dataclass(eq=False)
class Pairs:
    """A map: keys with their values, in order; ``merged`` are pairs of another map that this one takes in."""

    span: Span
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    merged: list[tuple[Scalar, Node]] = field(default_factory=list)
    flow: bool = False

    def all_pairs(self) -> Iterator[tuple[Scalar, Node]]:
        """Its own, then those that it takes in and does not have."""
        own = {key.text for key, _ in self.pairs}
        yield from self.pairs
        yield from (pair for pair in self.merged if pair[0].text not in own)


@dataclass(eq=False)
class Alias:
    """A list or map that stands elsewhere: what is in it is read there."""

    span: Span
    node: Items | Pairs


Node = Scalar | Items | Pairs | Alias


@dataclass(frozen=True)
class Broken:
    """Why a text is no right one of its format; ``reason`` is in English."""

    span: Span
    reason: str


@dataclass(frozen=True, eq=False)
class Tree:
    """A file: its documents, of which only YAML has several, and the comments to smartlint in it.

    ``format`` is what its format is called.
    """

    format: str
    roots: tuple[Node, ...]
    directives: tuple[Span, ...] = ()


def lines_of(text: str, span: Span) -> tuple[Span, ...]:
    """The lines of a text without the blanks around them."""
    found = []
    for match in _LINE.finditer(text, span.start, span.end):
        line = match[0]
        left, right = len(line) - len(line.lstrip()), len(line.rstrip())
        if right > left:
            found.append(Span(match.start() + left, match.start() + right))
    return tuple(found)


def directives_in(text: str, scalars: list[Span]) -> Iterator[Span]:
    """The comments to smartlint; what stands in a text is none."""
    inside = sorted(scalars)
    at = 0
    for match in _DIRECTIVE.finditer(text):
        while at < len(inside) and inside[at].end <= match.start():
            at += 1
        if at == len(inside) or inside[at].start > match.start():
            yield Span(match.start(), match.start() + len(match[0].rstrip()))


def scalars_of(roots: Iterable[Node]) -> Iterator[Scalar]:
    """All texts with their keys, each once, in order of place."""
    seen: set[int] = set()
    todo: list[Node] = list(roots)[::-1]
    while todo:
        node = todo.pop()
        if isinstance(node, Items):
            todo += reversed(node.nodes)
        elif isinstance(node, Pairs):
            todo += [one for key, value in reversed(node.pairs) for one in (value, key)]
        elif isinstance(node, Scalar) and id(node) not in seen:
            seen.add(id(node))
            yield node


def move(tree: Tree, by: int) -> Tree:
    """The tree of a piece of a text with the places that it has in the whole."""
    seen: set[int] = set()
    todo: list[Node] = list(tree.roots)
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        node.span = _moved(node.span, by)
        if isinstance(node, Scalar):
            node.parts = tuple(_moved(part, by) for part in node.parts)
            node.escapes = tuple(Unit(_moved(unit.span, by), unit.sign) for unit in node.escapes)
        elif isinstance(node, Items):
            todo += node.nodes
        elif isinstance(node, Pairs):
            todo += [one for pair in (*node.pairs, *node.merged) for one in pair]
        else:
            todo.append(node.node)
    return Tree(tree.format, tree.roots, tuple(_moved(span, by) for span in tree.directives))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


class EscapedSource(Source):
    """A text in which signs may be written longer than they are.

    What is read of it is as long as the file, with the signs of each line of a text moved together and blanks behind them;
    ``in_file`` leads back to where they stand.
    """

    __slots__ = ("_lines", "_signs")

    def __init__(self, text: str, path: str, lines: Sequence[Sequence[Unit]]) -> None:
        super().__init__(text, path)
        self._lines = [line[0].span.start for line in lines]
        self._signs = [[unit.span.start for unit in line] + [line[-1].span.end] for line in lines]

    def position(self, offset: int) -> Position:
        return super().position(self._back(offset))

    def in_file(self, span: Span) -> Span:
        return Span(self._back(span.start), self._back(span.end))

    def _back(self, offset: int) -> int:
        at = bisect_right(self._lines, offset) - 1
        if at < 0 or offset >= self._signs[at][-1]:
            return offset
        starts = self._signs[at]
        return starts[min(offset - self._lines[at], len(starts) - 1)]


class Readable:
    """The text that values are read from: as long as the file, with escapes and quotes inside it undone.

    ``text`` is what is left of the file where something of it says nothing.
    """

    def __init__(self, source: Source, text: str = "") -> None:
        self._source = source
        self._signs = list(text or source.text)
        self._lines: list[list[Unit]] = []

    def take(self, scalar: Scalar) -> None:
        """Undoes the escapes of a text, line by line; its parts are then those of the text that is read."""
        parts = []
        for part in scalar.parts:
            inside = [unit for unit in scalar.escapes if part.contains(unit.span)]
            if inside:
                line = list(_units(self._source.text, part, inside))
                said = "".join(" " if unit.sign.isspace() else unit.sign for unit in line)
                self.write(part, said)
                self._lines.append([unit for unit in line if unit.sign])
                part = Span(part.start, part.start + len(said.rstrip()))
            if part.start < part.end:
                parts.append(part)
        scalar.parts = tuple(parts)

    def write(self, span: Span, text: str) -> None:
        """Writes something that is no longer than what stands there."""
        self._signs[span.start : span.end] = text.ljust(span.end - span.start)

    def source(self) -> Source:
        """What is read."""
        return Source("".join(self._signs), self._source.path)

    def original(self) -> Source:
        """The file, which knows where what is read stands."""
        if not self._lines:
            return self._source
        return EscapedSource(self._source.text, self._source.path, sorted(self._lines, key=lambda line: line[0].span))


def _units(text: str, part: Span, escapes: Iterable[Unit]) -> Iterator[Unit]:
    """The signs of a line of a text; an escape may stand for none."""
    at = part.start
    for unit in escapes:
        yield from (Unit(Span(place, place + 1), text[place]) for place in range(at, unit.span.start))
        yield unit
        at = unit.span.end
    yield from (Unit(Span(place, place + 1), text[place]) for place in range(at, part.end))
