"""YAML becomes maps, lists and texts with their places. Nothing in it is made or run: its tags mean nothing here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smartlint.readers.nodes import (
    DEEPEST,
    Alias,
    Broken,
    Items,
    Node,
    Pairs,
    Scalar,
    Style,
    Tree,
    Unit,
    directives_in,
    lines_of,
)
from smartlint.source import Span
from smartlint.translation import Term

_PROPERTIES = re.compile(r"(?:[!&][^\s,\[\]{}]*[ \t]*(?:\r?\n[ \t]*)?)*")
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*(?:\r?\n|$)")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?P<go_on>\r?\n)|.)", re.DOTALL)
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_SIGNS = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85"}
_SIGNS |= {"_": "\u00a0", "L": "\u2028", "P": "\u2029"}
#: What ruamel.yaml says, and what a reader is told.
_REASONS = (
    (r"mapping values are not allowed", "no colon can stand here: a text with a colon stands in quotes"),
    (r"found character '(?:\\t|\t)'", "a tab cannot stand here: YAML is indented with blanks"),
    (r"found character '(?P<sign>.)'", "the character {sign} cannot stand here"),
    (r"unacceptable character", "a sign that nobody sees cannot stand here"),
    (r"expected ',' or '\]'", "a list is not closed: its `]` is missing"),
    (r"expected ',' or '}'|expected the node content", "a table is not closed: its brace is missing"),
    (r"found unexpected (?:end of stream|document separator)", "a text is not closed: its quote is missing"),
    (r"expected <block end>", "this line is indented as no line above it is"),
    (r"could not find expected ':'|while scanning a simple key", "a colon is missing after this key"),
    (r"found unknown escape|expected escape sequence", "a backslash is written twice, or the text stands in single quotes"),
    (r"found duplicate anchor", "this anchor stands here twice"),
)
#: So many pairs of maps that others take in are looked at: each could be taken in again and again.
_MOST_MERGED = 100_000
#: Where what is not closed begins says more than where the text ends.
_UNCLOSED = r"end of stream|document separator|expected ',' or|expected the node content"


class NoYaml(ImportError):
    """The package that reads YAML is not installed."""


def yaml_tree(text: str) -> Tree | Broken:
    """The tree of a YAML text, or why it is none. Raises ``NoYaml``."""
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError
    except ImportError as error:
        raise NoYaml from error
    builder = _Builder(text)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        return _broken(text, error)
    except YAMLError as error:
        at = int(getattr(error, "position", 0) or 0)
        return Broken(Span(at, min(at + 1, len(text))), _reason(str(error)))
    except _Refused as error:
        return error.broken
    return Tree("YAML", tuple(builder.roots), tuple(directives_in(text, builder.scalars)))


class _Refused(Exception):
    def __init__(self, span: Span, reason: str) -> None:
        super().__init__(reason)
        self.broken = Broken(span, reason)


class _Builder:
    """Takes the events of a parser and makes nodes of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[Items | Pairs] = []
        self._keys: list[Scalar | None] = []  # of each open map, the key whose value comes next
        self._merging: set[int] = set()
        self._looked_at = 0
        self._anchors: dict[str, Node] = {}
        self.roots: list[Node] = []
        self.scalars: list[Span] = []

    def take(self, event: Any) -> None:
        name = type(event).__name__
        span = Span(event.start_mark.index, event.end_mark.index)
        if name == "DocumentStartEvent":
            self._anchors.clear()
        elif name == "ScalarEvent":
            scalar = _scalar(self._text, span, event.style or "", str(event.value))
            self.scalars.append(scalar.span)
            self._add(scalar, event.anchor)
        elif name == "AliasEvent":
            self._alias(span, str(event.anchor))
        elif name in ("SequenceStartEvent", "MappingStartEvent"):
            if len(self._open) == DEEPEST:
                raise _Refused(span, Term("maps and lists are nested too deeply"))
            made = Items if name == "SequenceStartEvent" else Pairs
            node = made(span, flow=bool(event.flow_style))
            self._add(node, event.anchor)
            self._open.append(node)
            self._keys.append(None)
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            closed = self._open.pop()
            self._keys.pop()
            if id(closed) in self._merging:
                self._merge(self._open[-1], closed)
            closed.span = Span(closed.span.start, max(span.end, closed.span.end))

    def _alias(self, span: Span, name: str) -> None:
        found = self._anchors.get(name)
        if found is None:
            raise _Refused(span, Term("there is no anchor `{name}` above", name=name))
        if isinstance(found, Scalar | Alias):
            self._add(found, None)
        else:
            self._add(Alias(span, found), None)

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.roots.append(node)
            return
        holder = self._open[-1]
        if isinstance(holder, Items):
            holder.nodes.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = node if isinstance(node, Scalar) else Scalar(node.span, (), "")
            return
        self._keys[-1] = None
        if key.text == "<<" and key.style == "plain":
            if isinstance(node, Alias):
                self._merge(holder, node)
            else:
                self._merging.add(id(node))  # what is in it comes later
        else:
            holder.pairs.append((key, node))

    def _merge(self, holder: Items | Pairs, node: Node) -> None:
        """Takes the pairs of a map, or of several, into another one."""
        assert isinstance(holder, Pairs)
        known = {key.text for key, _ in holder.merged}
        for one in node.nodes if isinstance(node, Items) else [node]:
            taken = one.node if isinstance(one, Alias) else one
            if not isinstance(taken, Pairs) or taken in self._open:
                continue
            for key, value in taken.all_pairs():
                self._looked_at += 1
                if self._looked_at > _MOST_MERGED:
                    raise _Refused(node.span, Term("maps take in one another too often"))
                if key.text not in known:
                    known.add(key.text)
                    holder.merged.append((key, Alias(value.span, value) if isinstance(value, Items | Pairs) else value))


# --- scalars ------------------------------------------------------------------------------------------------------------


def _scalar(text: str, span: Span, style: str, value: str) -> Scalar:
    properties = _PROPERTIES.match(text, span.start, span.end)
    start = properties.end() if properties is not None else span.start
    span = Span(start, max(start, span.end))
    if style in ("|", ">"):
        return _block(text, span, value)
    if style in ("'", '"'):
        inner = Span(span.start + 1, max(span.start + 1, span.end - 1))
        escapes = tuple(_doubled(text, inner) if style == "'" else _escaped(text, inner))
        named: Style = "single" if style == "'" else "double"
        ends = {unit.span.start: unit.span.end for unit in escapes}  # a blank with its sign may end a line
        lines = tuple(Span(line.start, ends.get(line.end - 1, line.end)) for line in lines_of(text, inner))
        return Scalar(span, lines, value, named, null=not value.strip(), escapes=escapes)
    return Scalar(span, lines_of(text, span), value, null=value in _NULL)


def _block(text: str, span: Span, value: str) -> Scalar:
    header = _BLOCK_HEADER.match(text, span.start, span.end)
    inner = Span(header.end() if header is not None else span.start, span.end)
    parts = lines_of(text, inner)
    end = parts[-1].end if parts else inner.start
    return Scalar(Span(span.start, end), parts, value, "block", null=not value.strip())


def _doubled(text: str, span: Span) -> Iterator[Unit]:
    return (Unit(Span(match.start(), match.end()), "'") for match in re.compile("''").finditer(text, span.start, span.end))


def _escaped(text: str, span: Span) -> Iterator[Unit]:
    for match in _ESCAPE.finditer(text, span.start, span.end):
        code = match[0][1:]
        if match["go_on"]:
            sign = ""
        elif code[0] in "xuU":
            number = int(code[1:], 16)
            sign = chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"
        else:
            sign = _SIGNS.get(code, code)
        end = match.start() + 1 if match["go_on"] else match.end()
        yield Unit(Span(match.start(), end), sign)


# --- what is wrong -------------------------------------------------------------------------------------------------------


def _broken(text: str, error: Any) -> Broken:
    opened = error.context_mark if re.search(_UNCLOSED, error.problem or "") else None
    mark = opened or error.problem_mark or error.context_mark
    at = min(int(mark.index), len(text)) if mark is not None else 0
    return Broken(Span(at, min(at + 1, len(text))), _reason(f"{error.problem or ''} {error.context or ''}".strip()))


def _reason(said: str) -> str:
    """What ruamel.yaml says in our words, that can be translated; in its own where it says something new."""
    known = ((re.search(pattern, said), text) for pattern, text in _REASONS)
    return next((Term(text, **match.groupdict()) for match, text in known if match), said.partition("\n")[0])
