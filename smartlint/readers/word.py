"""Word documents become documents: their paragraphs, lists and tables with the places that they have there.

The text is the one that ``smartlint.extracting.word`` writes: a paragraph, or a row of a table, on each line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from smartlint.extracting.word import BOLD, STRUCK
from smartlint.extracting.workbook import BREAK
from smartlint.goal import Document
from smartlint.parser.lines import spoken
from smartlint.readers.blocks import Block, Row, outline
from smartlint.readers.drawing import Drafts
from smartlint.readers.finishing import finished
from smartlint.readers.interpreting import Interpreter, no_fence
from smartlint.readers.masking import blank
from smartlint.readers.naming import label
from smartlint.readers.peeling import Peeler
from smartlint.readers.request import Request
from smartlint.readers.words import field_called, is_aside, kind_in
from smartlint.source import Source, Span

_HEADING = re.compile(r"(?P<marks>#{1,9}) ")
_ITEM = re.compile(r"(?P<indent> *)(?P<mark>-|1\.) ")
#: What is typed like an item.
_TYPED = re.compile(r"(?P<indent> *)(?P<mark>[-+*•·–◦▪]|\d{1,3}[.)]|[a-z]\)) +")
#: A box to tick; it belongs to what is read of the item.
_BOX = re.compile(r"(?P<indent>)(?P<mark>)(?=\[[ x]\] )")
#: A paragraph that begins with a number in bold print: ``E1``, ``2.3``.
_CODE = re.compile(r"(?P<indent>)(?P<mark>[A-ZÆØÅÄÖ]{0,2}\d{1,2}(?:\.\d{1,2}){0,2}[.:)]?)\s+(?=\S)")
_MARKS = re.compile(
    rf"^(?P<open>[ #]*(?:- |1\. )?{STRUCK})(?P<struck>.*){STRUCK}$|^(?P<before>[ #]*(?:- |1\. )?)\*\*(?P<bold>.+?)\*\*"
)
_CELL_MARKS = re.compile(r"(?P<before>(?:\| |\x0b)(?:- )?)\*\*(?P<bold>[^|\x0b]+?)\*\*")
_PIPE = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\\|")
_SIZE = 2
#: A title in bold print has at most so many words.
_NAME = 4
#: An indented paragraph is further in than any item.
_INSIDE = 1


def read_word(request: Request) -> Document:
    """The document that the text of a Word document is, as ``parse`` gives it of a goal file."""
    text = request.text
    masked = "\n".join(_masked(line) for line in text.split("\n"))
    voted = spoken(re.sub(r"^ *(?:-|1\.|#+) |[|\v]", " ", masked, flags=re.MULTILINE), request.language)
    language = voted.languages[0]
    drafts = Drafts(masked)
    peeler = Peeler(masked, text, ())
    interpreter = Interpreter(masked, peeler, drafts, language, request.anchor, no_fence, request.mapping)
    interpreter.read(outline(list(_Blocks(masked, text, language))), None)
    drafts.tidy()
    return finished(Source(text, request.path), Source(masked), drafts, voted, request)


def _masked(line: str) -> str:
    """A line without the marks of bold and struck print, and as long as before."""
    if line.startswith("| "):
        return _ESCAPED.sub(" |", _CELL_MARKS.sub(_without, line))
    masked = _ESCAPED.sub(" |", _MARKS.sub(_without, line))
    if _is_title(line):  # a colon makes a label of it
        return masked[: -len(BOLD)] + ":" + masked[len(masked) - len(BOLD) + 1 :]
    return masked


def _is_title(line: str) -> bool:
    """A paragraph in bold print that is nothing but a name: ``Mål``, ``Ansvarlig``."""
    name = line[len(BOLD) : -len(BOLD)]
    if not line.startswith(BOLD) or not line.endswith(BOLD) or BREAK in line or BOLD in name or name.endswith(":"):
        return False
    kind = kind_in(name, "") if len(name.split()) <= _NAME else None
    return (kind is not None and kind.bare) or _is_field(name) or is_aside(name)


def _is_field(name: str) -> bool:
    kind = kind_in(name, "")
    return bool(field_called(name, "")) and (kind is None or not kind.bare)


def _without(match: re.Match[str]) -> str:
    if match.re is _MARKS and match["struck"] is not None:
        inner = _MARKS.sub(_without, match["struck"])
        return match["open"][: -len(STRUCK)] + blank(STRUCK) + inner + blank(STRUCK)
    return match["before"] + blank(BOLD) + match["bold"] + blank(BOLD)


class _Blocks:
    """The blocks of a text, paragraph by paragraph."""

    def __init__(self, text: str, original: str, language: str) -> None:
        self._text = text
        self._original = original
        self._language = language
        self._item: Block | None = None  # the last item, below which indented text stands

    def __iter__(self) -> Iterator[Block]:
        """The blocks, those that are the name of a field together with the paragraph below."""
        name: Block | None = None
        for block in self._each():
            if name is not None and block.kind == "text" and label(self._text, block.parts[0], self._language) is None:
                name.parts += block.parts
                yield name
                name = None
                continue
            if name is not None:
                yield name
            name = block if self._names_field(block) else None
            if name is None:
                yield block
        if name is not None:
            yield name

    def _names_field(self, block: Block) -> bool:
        line = self._original[block.start : self._original.find("\n", block.start)]
        return block.kind == "text" and _is_title(line) and _is_field(line.strip("*"))

    def _each(self) -> Iterator[Block]:
        start = 0
        rows: list[Row] = []
        for line, original in zip([*self._text.split("\n"), ""], [*self._original.split("\n"), ""], strict=True):
            if original.startswith("| "):
                rows.append(self._row(start, original))
            elif rows:
                yield Block("table", rows[0].start, 0, [], rows=rows)
                rows, self._item = [], None
            if not original.startswith("| ") and line.strip():
                yield from self._paragraph(start, line)
            start += len(line) + 1

    def _paragraph(self, start: int, line: str) -> Iterator[Block]:
        heading = _HEADING.match(line)
        if heading is not None:
            self._item = None
            span = self._trimmed(start + heading.end(), start + len(line))
            yield Block("heading", start, len(heading["marks"]), [span], bold=False, apart=True)
            return
        made: Block | None = None
        for first, last in _lines(line):
            span = self._trimmed(start + first, start + last)
            if span.start == span.end:
                continue
            item = (_TYPED if first else _ITEM).match(self._text, start + first, start + last)
            item = item or _TYPED.match(self._text, start + first, start + last) or _BOX.match(self._text, span.start, span.end)
            if item is None and not first and self._is_bold(span) and label(self._text, span, self._language) is None:
                item = _CODE.match(self._text, span.start, span.end)
            if item is not None:
                yield from () if made is None else (made,)
                made = self._as_item(item, Span(item.end(), start + last), inside=first > 0)
            elif made is None or label(self._text, span, self._language) is not None:
                yield from () if made is None else (made,)
                made = self._as_text(span, start + first)
            else:
                made.parts.append(span)
        if made is not None:
            yield made

    def _as_item(self, item: re.Match[str], rest: Span, *, inside: bool) -> Block:
        depth = len(item["indent"])
        if inside and self._item is not None:
            depth = self._item.depth + _SIZE
        span = self._trimmed(*rest)
        parts = [span] if span.start < span.end else []
        block = Block("item", item.start(), depth, parts, Span(*item.span("mark")), self._is_bold(span), apart=False)
        if not inside:
            self._item = block
        return block

    def _as_text(self, span: Span, start: int) -> Block:
        """A paragraph, or a line of one that begins something of its own."""
        line = self._original[start : span.start]
        column = len(line) - len(line.lstrip(" "))
        at_start = self._text.rfind("\n", 0, start) + 1 == start
        if self._item is not None and at_start and column <= self._item.depth:
            self._item = None
        depth = self._item.depth + _INSIDE if self._item is not None else 0
        return Block("text", start, depth, [span], bold=self._is_bold(span), apart=at_start)

    def _trimmed(self, start: int, end: int) -> Span:
        text = self._text[start:end]
        begin = start + len(text) - len(text.lstrip())
        return Span(begin, begin + len(text.strip()))

    def _is_bold(self, span: Span) -> bool:
        return self._original[max(0, span.start - len(BOLD)) : span.start] == BOLD

    def _row(self, start: int, line: str) -> Row:
        bars = [match.start() for match in _PIPE.finditer(line)]
        bars += [len(line)] * (len(bars) == 1)
        cells = tuple(self._trimmed(start + before + 1, start + after) for before, after in pairwise(bars))
        return Row(start, cells, tuple(self._is_bold(cell) for cell in cells))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph, by where they begin and end."""
    start = 0
    for line in text.split(BREAK):
        yield start, start + len(line)
        start += len(line) + 1
