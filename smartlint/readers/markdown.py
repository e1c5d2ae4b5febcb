"""Markdown becomes a document: its goals with the places that they have in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from smartlint.goal import Document
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.layout import HEADER, Layout
from smartlint.parser.lines import LANGUAGE_NAMES, Line, read_lines, spoken
from smartlint.readers.blocks import Scanner, outline
from smartlint.readers.drawing import Drafts
from smartlint.readers.finishing import finished
from smartlint.readers.interpreting import Interpreter
from smartlint.readers.mapping import DocumentMapping
from smartlint.readers.masking import FRONT_MATTER, Masked, blank, front_data
from smartlint.readers.moments import interval, written_on
from smartlint.readers.naming import begins
from smartlint.readers.peeling import Peeler
from smartlint.readers.request import Request
from smartlint.readers.scope import Scope
from smartlint.readers.whose import is_people, is_self, is_whole_time
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import field_called, phrase_of, worded
from smartlint.record import replace
from smartlint.source import Source, Span

if TYPE_CHECKING:
    from smartlint.readers.fenced import DataBlocks

_KEY = re.compile(r"^(?P<name>[^\W\d][\w -]{0,30}):[ \t]+[\"']?(?P<value>[^\n\r]*?)[\"']?[ \t\r]*$", re.MULTILINE)
#: What a front matter calls the title.
_TITLES = ("title", "tittel", "titel")
_TITLE = re.compile(r"^#[ \t]+([^\n]+)", re.MULTILINE)
#: A year of two says less than a period of days.
_YEARS = re.compile(r"\d{4}[/–-]\d\d$")
_MARKS = re.compile(r"^[ \t]*(?:[-*+•·]|\d{1,3}[.)]|#{1,6})[ \t]+", re.MULTILINE)


def read_markdown(request: Request) -> Document:
    """The document that a Markdown text is, as ``parse`` gives it of a goal file."""
    text = request.text
    source = Source(text, request.path)
    front = FRONT_MATTER.match(text)
    head = front.end() if front is not None else 0
    masked = Masked(blank(text[:head]) + text[head:])
    stated = {match["name"].lower(): match for match in _KEY.finditer(text, 0, head)}
    said = next((stated[key]["value"].lower() for key in ("language", "lang") if key in stated), "")
    given = request.language or LANGUAGE_NAMES.get(said.split("-")[0], "")
    data = _data_blocks(text, masked, head, request.mapping)
    voted = spoken(_MARKS.sub("", masked.text) + (data.said if data is not None else ""), given)
    language = voted.languages[0]

    blocks = sorted([*masked.fences, *(data.spans if data is not None else ())])
    plain = _readable(text, masked, head, blocks)
    undone = data.readable(source, plain) if data is not None else None
    readable = undone.source() if undone is not None else Source(plain, request.path)
    drafts = Drafts(readable.text)
    peeler = Peeler(readable.text, text, masked.people)
    written = written_on(masked.text, language, request.today)
    request = replace(request, today=written or request.today)
    anchor = request.anchor
    fences = _Fences(readable, masked, language, drafts, data)
    interpreter = Interpreter(
        readable.text, peeler, drafts, language, anchor, fences.take, request.mapping, dated=written is not None
    )
    scanner = Scanner(masked.text, text, blocks, lambda span: begins(masked.text, span, language))
    _front_matter(stated, drafts, readable.text, language)
    outlined = scanner.blocks()
    title = next((Span(*stated[key].span("value")) for key in _TITLES if key in stated), None)
    if data is not None:
        data.begin(outlined, readable.text, drafts, language, anchor)
    interpreter.read(outline(outlined), title)
    drafts.tidy()
    drafts.suppress([*_comments(masked), *(data.comments if data is not None else ())])

    if undone is not None:
        source, readable = undone.original(), undone.source()
    document = finished(source, readable, drafts, voted, request)
    return data.told(document) if data is not None else document


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
    """The fields of the front matter hold for all goals; who wrote ``My goals`` answers for them."""
    for key, match in sorted(stated.items(), key=lambda pair: _YEARS.match(pair[1]["value"]) is not None):
        span = Span(*match.span("value"))
        name = field_called(key, language)
        name = "period" if phrase_of(key) in document_words().validity and is_whole_time(match["value"]) else name
        if name in HEADER and name != "language" and span.start < span.end and text[span.start] not in "[{|>":
            drafts.field(drafts.top, name, span, interval(text, span) if name == "period" else None, Span(*match.span("name")))
    titles = " ".join([*(stated[key]["value"] for key in _TITLES if key in stated), *_TITLE.findall(text)[:1]])
    is_own = not document_words().own.isdisjoint(worded(titles).split())
    for key, match in stated.items():
        if is_self(key, match["value"]) or (is_own and key in document_words().authors and is_people(match["value"])):
            drafts.field(drafts.top, "owner", Span(*match.span("value")), None, Span(*match.span("name")))


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
