"""Markdown becomes a document: its goals with the places that they have in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from smartlint.goal import Document
from smartlint.language.times import Anchor
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.layout import HEADER, Layout
from smartlint.parser.lines import LANGUAGE_NAMES, Line, read_lines, spoken
from smartlint.parser.resolve import Resolver
from smartlint.readers.blocks import Scanner, outline
from smartlint.readers.drawing import Drafts
from smartlint.readers.finishing import finished
from smartlint.readers.interpreting import Interpreter
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.readers.masking import FRONT_MATTER, Masked, blank, front_data
from smartlint.readers.moments import written_on
from smartlint.readers.naming import begins
from smartlint.readers.peeling import Peeler
from smartlint.readers.scope import Scope
from smartlint.readers.words import field_called
from smartlint.source import Source, Span

if TYPE_CHECKING:
    from smartlint.readers.fenced import DataBlocks

_KEY = re.compile(r"^(?P<name>[^\W\d][\w -]{0,30}):[ \t]+[\"']?(?P<value>[^\n\r]*?)[\"']?[ \t\r]*$", re.MULTILINE)
_MARKS = re.compile(r"^[ \t]*(?:[-*+•·]|\d{1,3}[.)]|#{1,6})[ \t]+", re.MULTILINE)


def read_markdown(
    text: str,
    path: str = "",
    *,
    language: str = "",
    today: date | None = None,
    fiscal_year_starts: int = 1,
    mapping: DocumentMapping = NOTHING,
) -> Document:
    """The document that a Markdown text is, as ``parse`` gives it of a goal file."""
    today = today or datetime.now().astimezone().date()
    source = Source(text, path)
    front = FRONT_MATTER.match(text)
    head = front.end() if front is not None else 0
    masked = Masked(blank(text[:head]) + text[head:])
    stated = {match["name"].lower(): match for match in _KEY.finditer(text, 0, head)}
    said = next((stated[key]["value"].lower() for key in ("language", "lang") if key in stated), "")
    given = language or LANGUAGE_NAMES.get(said.split("-")[0], "")
    data = _data_blocks(text, masked, head, mapping)
    voted = spoken(_MARKS.sub("", masked.text) + (data.said if data is not None else ""), given)
    language = voted.languages[0]

    blocks = sorted([*masked.fences, *(data.spans if data is not None else ())])
    plain = _readable(text, masked, head, blocks)
    undone = data.readable(source, plain) if data is not None else None
    readable = undone.source() if undone is not None else Source(plain, path)
    drafts = Drafts(readable.text)
    peeler = Peeler(readable.text, text, masked.people)
    today = written_on(masked.text, language, today) or today
    anchor = Anchor(today, fiscal_start=fiscal_year_starts)
    fences = _Fences(readable, masked, language, drafts, data)
    interpreter = Interpreter(readable.text, peeler, drafts, language, anchor, fences.take, mapping)
    scanner = Scanner(masked.text, text, blocks, lambda span: begins(masked.text, span, language))
    _front_matter(stated, drafts, readable.text, language)
    outlined = scanner.blocks()
    if data is not None:
        data.begin(outlined, readable.text, drafts, language, anchor)
    interpreter.read(outline(outlined), Span(*stated["title"].span("value")) if "title" in stated else None)
    drafts.tidy()
    drafts.suppress([*_comments(masked), *(data.comments if data is not None else ())])

    if undone is not None:
        source, readable = undone.original(), undone.source()
    return finished(source, readable, drafts, voted, Resolver(readable, drafts, voted, today, fiscal_year_starts))


def _data_blocks(text: str, masked: Masked, head: int, mapping: DocumentMapping) -> DataBlocks | None:
    """The blocks of data in a document, and the lists in its front matter; most documents have none."""
    front = front_data(text[:head])
    if not masked.data and front is None:
        return None
    from smartlint.readers.fenced import DataBlocks

    return DataBlocks(text, masked.data, front, masked.text, mapping)


def _readable(text: str, masked: Masked, head: int, blocks: Iterable[Span]) -> str:
    """The text that values are read from: without markup, with the front matter and the blocks of goals."""
    pieces, done = [text[:head]], head
    for fence in blocks:
        pieces += [masked.text[done : fence.start], text[fence.start : fence.end]]
        done = fence.end
    return "".join([*pieces, masked.text[done:]])


def _front_matter(stated: dict[str, re.Match[str]], drafts: Drafts, text: str, language: str) -> None:
    """The fields of the front matter hold for all goals."""
    for key, match in stated.items():
        span = Span(*match.span("value"))
        name = field_called(key, language)
        if name in HEADER and name != "language" and span.start < span.end and text[span.start] not in "[{|>":
            drafts.field(drafts.top, name, span, None, Span(*match.span("name")))


class _Fences:
    """Reads the blocks of the goal language in a document with the parser of goal files; those of ``data`` are others."""

    def __init__(self, source: Source, masked: Masked, language: str, drafts: Drafts, data: DataBlocks | None) -> None:
        self._source = source
        self._language = language
        self._drafts = drafts
        self._data = data
        self._lines: list[Line] = []
        self._starts: list[int] = []
        if masked.fences:
            pieces, done = [], 0
            for fence in masked.fences:
                pieces += [blank(source.text[done : fence.start]), source.text[fence.start : fence.end]]
                done = fence.end
            heading, goals = read_lines("".join([*pieces, blank(source.text[done:])]), language)
            self._lines = [*heading, *(line for block in goals for line in block)]
            self._starts = [line.start for line in self._lines]

    def take(self, fence: Span, scope: Scope) -> None:
        if self._data is not None and fence in self._data:
            self._data.take(fence, scope)
        else:
            self._goals(fence, scope.above)

    def _goals(self, fence: Span, above: GoalDraft) -> None:
        lines = self._lines[bisect_left(self._starts, fence.start) : bisect_left(self._starts, fence.end)]
        starts = [0, *(at for at, line in enumerate(lines) if line.kind == "GOAL"), len(lines)]
        heading, *goals = (lines[start:end] for start, end in pairwise(starts))
        layout = Layout(self._source, self._language)
        layout.place(heading, goals)
        for section in layout.sections:
            group = self._drafts.group(above)
            group.fields = section.fields
            group.children = [draft for draft in layout.roots if draft.section is section]
        self._drafts.problems += layout.problems
        self._drafts.directives += layout.directives


def _comments(masked: Masked) -> Iterator[tuple[Span, bool]]:
    """Those to smartlint, and whether they stand alone on their lines."""
    for span in masked.directives:
        start = masked.text.rfind("\n", 0, span.start) + 1
        end = masked.text.find("\n", span.end)
        yield span, not masked.text[start : end if end >= 0 else None].strip()
