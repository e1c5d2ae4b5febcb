"""The blocks of a Markdown file: headings, items, lines of text and tables, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from smartlint.parser.open_goals import DEEPEST
from smartlint.readers.words import POINT
from smartlint.record import dataclass, field
from smartlint.source import Span

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:-[ \t]*){3,}$|(?:[ ]{0,3}(?:=[ \t]*){3,})$")
_ITEM = re.compile(r"(?P<indent>[ \t\u00a0]*)(?P<mark>[-+*•·–◦▪]|\d{1,3}[.)]|[a-z][.)]|\([a-z\d]\))(?:[ \t\u00a0]+|$)")
#: A dash with no blank behind it is meant as one before a word.
_TIGHT = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-•·])(?=[^\W\d_]|\d+ [^\W\d_]{3})")
_QUOTE = re.compile(r" {0,3}>")
_DELIMITER = re.compile(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+(?:\|[ \t]*+)?$")
#: A bar that parts two cells; one behind a backslash is written in its cell.
_BAR = re.compile(r"(?<!\\)(?:\\\\)*+(?P<bar>\|)")
#: A heading in capitals, where no heading has a sign.
_CAPITALS = re.compile(r"[^\W\d_]{2}[^:\n]*[^.:!,;\n]$")
#: A point of an agenda, as minutes have them: ``Sak 2. What we want``, ``§ 4 Goals``.
_POINT = re.compile(rf" {{0,3}}{POINT}[ \t\u00a0]+[^\n.:]+$", re.IGNORECASE)
#: A document that begins in bold print has its title there, and says more behind a dash.
_TITLED = re.compile(r"[ \t]*+(?P<title>[^\n]{3,80}?)[ \t]{3,}+[–—-][ \t]+(?=\S)")
#: Bold print, perhaps behind a picture: ``🧥 **Clothes:** …``.
_BOLD = re.compile(r"(?:[^\w\s*|#()\[\]<>.,:;+-]{1,4}[ \t])?\*\*")
_REMARK = re.compile(r"\([^()\n]*\)[ \t]*$")
_SIGNED = re.compile(r"^ {0,3}#{1,6}[ \t]", re.MULTILINE)
#: A line longer than this is passed by, as in a goal file.
_LONGEST = 20_000
Kind = Literal["heading", "item", "text", "table", "fence"]


@dataclass
class Block:
    """A piece of a document.

    ``depth`` is that of a heading, else the column of the text; ``start`` where its line starts, ``parts`` the text line by
    line, ``mark`` the sign before it. ``bold`` says that the first line begins in bold print, ``apart`` that a blank line
    stands above, ``ruled`` that a rule does. ``rows`` are those of a table, cell by cell, the header first.
    """

    kind: Kind
    start: int
    depth: int
    parts: list[Span]
    mark: Span | None = None
    bold: bool = False
    apart: bool = False
    ruled: bool = False
    rows: list[Row] = field(default_factory=list)
    children: list[Block] = field(default_factory=list)

    @property
    def first(self) -> Span:
        """Where its text begins; for a table its first cell."""
        return self.parts[0] if self.parts else self.rows[0].cells[0] if self.rows else Span(self.start, self.start)

    @property
    def end(self) -> int:
        return self.parts[-1].end if self.parts else self.mark.end if self.mark else self.start


@dataclass(frozen=True)
class Row:
    """A row of a table; ``bold`` are the cells that begin in bold print."""

    start: int
    cells: tuple[Span, ...]
    bold: tuple[bool, ...]


class Scanner:
    """Cuts a masked text into blocks.

    ``named`` says what a line of text begins of its own: ``item``, ``text``, ``goal``, ``title`` or nothing.
    """

    def __init__(self, text: str, original: str, fences: Iterable[Span], named: Callable[[Span], str]) -> None:
        self._text = text
        self._fences = {fence.start: fence for fence in fences}
        self._original = original
        self._named = named
        self._blocks: list[Block] = []
        self._open: Block | None = None  # what a line of text goes on with
        self._apart = True
        self._ruled = False
        self._item: Block | None = None  # the last item, below which indented text stands
        self._signed = _SIGNED.search(text) is not None

    def blocks(self) -> list[Block]:
        lines = list(self._lines())
        at = 0
        while at < len(lines):
            at = self._take(lines, at)
        return self._blocks

    def _lines(self) -> Iterator[Span]:
        start = 0
        for line in self._text.split("\n"):
            end = start + len(line) - line.endswith("\r")
            yield Span(start, end)
            start += len(line) + 1

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _take(self, lines: list[Span], at: int) -> int:
        """Takes the line ``at`` and says which one comes next."""
        line = lines[at]
        text = self._slice(line)
        if line.start in self._fences:
            self._open = self._item = None
            self._add(Block("fence", line.start, 0, [self._fences[line.start]]))
        if not text.strip() or len(text) > _LONGEST or _QUOTE.match(text):
            self._open, self._apart = None, True
            return at + 1
        below = self._slice(lines[at + 1]) if at + 1 < len(lines) else ""
        if "|" in text and "-" in below and "|" in below and _DELIMITER.match(below):
            return self._table(lines, at)
        heading = _HEADING.match(text)
        if heading is not None:
            self._heading(line, heading.end(), len(heading["marks"]))
            return at + 1
        if _RULE.match(text):
            self._open, self._item, self._apart, self._ruled = None, None, True, True
            return at + 1
        item = _ITEM.match(text) or _TIGHT.match(text)
        if item is not None and not self._is_no_mark(line, item):
            self._take_item(line, item)
            return at + 1
        if _UNDERLINE.match(below) and self._open is None:
            self._heading(line, 0, 1 if "=" in below else 2)
            return at + 2
        if not self._blocks and self._is_bold(self._trimmed(line.start, line.end)) and (titled := _TITLED.match(text)):
            self._heading(Span(line.start, line.start + titled.end("title")), 0, 1)
            line = Span(line.start + titled.end(), line.end)
        is_point = not self._signed and self._apart and _POINT.match(text)
        named = None if below.strip() else self._title(line)
        if named is not None:
            self._heading(named, 0, 2)
        elif is_point or self._is_capital(line, below_blank=not below.strip()):
            self._heading(line, 0, 1 if not self._blocks else 2)
        else:
            self._take_text(line, leads=_ITEM.match(below) is not None)
        return at + 1

    def _is_no_mark(self, line: Span, item: re.Match[str]) -> bool:
        """``**3. Goals** …`` is a heading in bold print, ``**3.** …`` an item; ``2\\. quarter`` is written so as to be none."""
        mark = line.start + item.start("mark")
        if "\\" in self._original[mark : mark + len(item["mark"])]:
            return True
        return self._original[mark - 2 : mark] in ("**", "__") and self._original[mark : line.end].find("**") > len(
            item["mark"]
        )

    def _is_capital(self, line: Span, *, below_blank: bool) -> bool:
        """A heading of a text without any signs; among others it stands alone."""
        text = _REMARK.sub("", self._slice(line)).strip()
        if text != text.upper() or text == text.lower() or (self._signed and (not below_blank or " " not in text)):
            return False
        if _CAPITALS.match(text) is None and self._named(self._trimmed(line.start, line.end)) != "goal":
            return False
        return self._open is None or self._open.kind == "text"

    def _title(self, line: Span) -> Span | None:
        """What names goals and their time, alone in a text without any signs: ``Goals first half of 2027 (as agreed)``."""
        if self._signed or not self._apart or not self._blocks:
            return None
        text = _REMARK.sub("", self._slice(line))
        span = self._trimmed(line.start, line.start + len(text))
        return span if any(map(str.isdigit, text)) and self._named(span) == "title" else None

    def _add(self, block: Block) -> None:
        block.ruled = self._ruled
        self._blocks.append(block)
        self._apart = self._ruled = False

    def _trimmed(self, start: int, end: int) -> Span:
        text = self._text[start:end]
        return Span(start + len(text) - len(text.lstrip()), max(start, end - (len(text) - len(text.rstrip()))))

    def _is_bold(self, span: Span) -> bool:
        """Bold signs stand before the text, where blanks are left of them."""
        before = self._original[max(0, span.start - 3) : span.start]
        return before.endswith(("**", "__")) or _BOLD.match(self._original, span.start, span.end) is not None

    def _heading(self, line: Span, skip: int, depth: int) -> None:
        span = self._trimmed(line.start + skip, line.end)
        text = self._slice(span).rstrip("#").rstrip()
        self._open = self._item = None
        if text:
            self._add(Block("heading", line.start, depth, [Span(span.start, span.start + len(text))]))
        self._apart = True

    def _take_item(self, line: Span, match: re.Match[str]) -> None:
        span = self._trimmed(line.start + match.end(), line.end)
        mark = Span(line.start + match.start("mark"), line.start + match.end("mark"))
        parts = [span] if span.start < span.end else []
        block = Block("item", line.start, _column(match["indent"]), parts, mark, self._is_bold(span), self._apart)
        self._add(block)
        self._open = self._item = block

    def _take_text(self, line: Span, *, leads: bool) -> None:
        span = self._trimmed(line.start, line.end)
        broken = self._original.endswith(("\\\n", "\\\r\n", "  \n", "  \r\n"), 0, line.start)
        named = self._named(span)
        named = ("text" if leads and self._open is not None else "") if named == "title" else named
        if self._open is not None and self._item is not None and (named == "item" or broken):
            block = Block("item", line.start, self._item.depth + 1, [span])
            self._add(block)
            self._open = block
            return
        bold = self._is_bold(span)
        if self._open is not None and not named and not (bold and self._open.kind == "text"):
            self._open.parts.append(span)
            return
        written = self._original[line.start : span.start]
        column = _column(written[: len(written) - len(written.lstrip())])
        if self._item is not None and leads and named == "text" and column <= self._item.depth:
            self._item = None
        if self._item is not None:
            under = self._open is not None or column > self._item.depth
            column = max(column, self._item.depth + 1) if under else column
            self._item = self._item if under else None
        if named == "item" and self._blocks and self._blocks[-1].kind == "item" and self._blocks[-1].mark is None:
            column = self._blocks[-1].depth  # whatever the indentation, lines with numbers stand beside one another
        block = Block("item" if named == "item" else "text", line.start, column, [span], None, bold, self._apart)
        self._add(block)
        self._open = block

    def _table(self, lines: list[Span], at: int) -> int:
        rows = [self._row(lines[at])]
        start = at
        at += 2
        while at < len(lines) and "|" in self._slice(lines[at]):
            rows.append(self._row(lines[at]))
            at += 1
        self._open = self._item = None
        self._add(Block("table", lines[start].start, 0, [], None, False, self._apart, rows=rows))
        return at

    def _row(self, line: Span) -> Row:
        text = self._slice(line)
        written = _BAR.finditer(self._original, line.start, line.end)
        bars = [at for match in written if text[at := match.start("bar") - line.start] == "|"]
        starts = [0, *(bar + 1 for bar in bars)]
        ends = [*bars, len(text)]
        pairs = list(zip(starts, ends, strict=True))
        if pairs and not text[: pairs[0][1]].strip():
            pairs = pairs[1:]
        if len(pairs) > 1 and not text[pairs[-1][0] :].strip():
            pairs = pairs[:-1]
        cells = tuple(self._trimmed(line.start + start, line.start + end) for start, end in pairs)
        return Row(line.start, cells, tuple(self._is_bold(cell) for cell in cells))


def _column(indent: str) -> int:
    """Where text starts, with tabs to four, as Markdown has them."""
    wide = 0
    for char in indent:
        wide = (wide // 4 + 1) * 4 if char == "\t" else wide + 1
    return wide


@dataclass
class Part:
    """A heading with what stands below it, up to the next heading of its depth; the file itself has none."""

    heading: Block | None
    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def outline(blocks: list[Block]) -> Part:
    """Headings in each other, and items and text below the items that they stand under."""
    top = Part(None)
    open_parts = [top]
    stack: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            while len(open_parts) > 1 and (open_parts[-1].heading or block).depth >= block.depth:
                open_parts.pop()
            part = Part(block)
            open_parts[-1].parts.append(part)
            open_parts.append(part)
            stack = []
            continue
        while stack and (stack[-1].depth >= block.depth or block.kind in ("table", "fence")):
            stack.pop()
        del stack[DEEPEST - 1 :]
        (stack[-1].children if stack else open_parts[-1].blocks).append(block)
        if block.kind == "item":
            stack.append(block)
    return top
