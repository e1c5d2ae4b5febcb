"""TOML becomes maps, lists and texts with their places: ``tomllib`` reads it, and where what it read stands is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smartlint.readers.nodes import DEEPEST, Broken, Items, Node, Pairs, Scalar, Style, Tree, Unit, directives_in, lines_of
from smartlint.source import Source, Span
from smartlint.toml_text import Path, Places, broken, loads, places
from smartlint.translation import Term

_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?P<go_on>[ \t]*\r?\n\s*)|.)", re.DOTALL)
_SIGNS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_QUOTES: tuple[tuple[str, Style], ...] = (('"""', "double"), ("'''", "literal"), ('"', "double"), ("'", "literal"))


def toml_tree(text: str) -> Tree | Broken:
    """The tree of a TOML text, or why it is none."""
    try:
        data = loads(text)
        builder = _Builder(text, places(text))
        root = builder.node(data, ())
    except ValueError as error:  # of TOML, and of a number that is too long
        return Broken(*broken(Source(text), str(error)))
    except RecursionError:
        return Broken(Span(0, min(1, len(text))), Term("maps and lists are nested too deeply"))
    return Tree("TOML", (root,), tuple(directives_in(text, builder.scalars)))


class _Builder:
    def __init__(self, text: str, found: Places) -> None:
        self._text = text
        self._places = found
        self.scalars: list[Span] = []

    def node(self, value: Any, path: Path) -> Node:
        span = self._places.value(path)
        if len(path) > DEEPEST:
            raise RecursionError
        if isinstance(value, dict):
            pairs = [(self._key(name, (*path, name)), self.node(one, (*path, name))) for name, one in value.items()]
            return Pairs(span, sorted(pairs, key=lambda pair: pair[0].span), flow=self._text.startswith("{", span.start))
        if isinstance(value, list):
            flow = self._text.startswith("[", span.start) and not self._text.startswith("[[", span.start)
            return Items(span, [self.node(one, (*path, number)) for number, one in enumerate(value)], flow=flow)
        return self._scalar(value, span)

    def _key(self, name: str, path: Path) -> Scalar:
        span = self._places.key(path)
        quoted = self._text[span.start : span.start + 1] in ('"', "'")
        inner = Span(span.start + 1, span.end - 1) if quoted else span
        self.scalars.append(span)
        return Scalar(span, lines_of(self._text, inner), name, "double" if quoted else "plain")

    def _scalar(self, value: Any, span: Span) -> Scalar:
        self.scalars.append(span)
        for quote, style in _QUOTES:
            if self._text.startswith(quote, span.start):
                inner = Span(span.start + len(quote), span.end - len(quote))
                escapes = tuple(_escaped(self._text, inner)) if style == "double" else ()
                text = str(value)
                return Scalar(span, lines_of(self._text, inner), text, style, null=not text.strip(), escapes=escapes)
        return Scalar(span, (span,), self._text[span.start : span.end])


def _escaped(text: str, span: Span) -> Iterator[Unit]:
    for match in _ESCAPE.finditer(text, span.start, span.end):
        code = match[0][1:]
        if match["go_on"]:
            yield Unit(Span(match.start(), match.start() + 1), "")
        else:
            yield Unit(Span(match.start(), match.end()), chr(int(code[1:], 16)) if code[0] in "uU" else _SIGNS.get(code, code))
