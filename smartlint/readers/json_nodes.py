"""JSON becomes maps, lists and texts with their places: the standard library's reader tells no places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smartlint.readers.nodes import DEEPEST, Broken, Items, Node, Pairs, Scalar, Tree, Unit
from smartlint.source import Span
from smartlint.translation import Term

_BLANKS = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"')
_WORD = re.compile(r"(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])", re.ASCII)
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.")
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def json_tree(text: str) -> Tree | Broken:
    """The tree of a JSON text, or why it is none."""
    try:
        return Tree("JSON", (_Scanner(text).scan(),))
    except _Refused as error:
        return error.broken


class _Refused(Exception):
    def __init__(self, text: str, at: int, reason: str) -> None:
        super().__init__(reason)
        self.broken = Broken(Span(at, min(at + 1, len(text))), Term(reason))


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def scan(self) -> Node:
        node = self._value(0)
        self._skip()
        if self._at < len(self._text):
            raise self._refused("nothing can stand here: what is above is a whole")
        return node

    def _refused(self, reason: str, at: int | None = None) -> _Refused:
        """The error; some things that people write in JSON are known by themselves."""
        at = self._at if at is None else at
        here = self._text[at : at + 2]
        if here[:1] in ("/", "#"):
            reason = "JSON has no comments"
        elif here[:1] == "'":
            reason = "texts stand in double quotes"
        return _Refused(self._text, at, reason)

    def _skip(self) -> str:
        """Passes by blanks and gives the sign that comes next."""
        blanks = _BLANKS.match(self._text, self._at)
        self._at = blanks.end() if blanks is not None else self._at
        return self._text[self._at : self._at + 1]

    def _value(self, depth: int) -> Node:
        sign = self._skip()
        if sign == '"':
            return self._string()
        if sign in ("[", "{") and sign:
            if depth == DEEPEST:
                raise self._refused("maps and lists are nested too deeply")
            return self._items(depth) if sign == "[" else self._pairs(depth)
        word = _WORD.match(self._text, self._at)
        if word is None:
            raise self._refused("this is no value: texts stand in quotes" if sign else "a value is missing at the end")
        self._at = word.end()
        span = Span(word.start(), word.end())
        return Scalar(span, (span,), word[0], null=word[0] == "null")

    def _string(self) -> Scalar:
        match = _STRING.match(self._text, self._at)
        if match is None:
            raise self._unread()
        self._at = match.end()
        inner = Span(match.start() + 1, match.end() - 1)
        escapes = tuple(_escaped(self._text, inner)) if "\\" in match[0] else ()
        part = _trimmed(self._text, inner)
        return Scalar(
            Span(match.start(), match.end()),
            (part,) if part.start < part.end else (),
            said(self._text, inner, escapes),
            "double",
            null=part.start == part.end,
            escapes=escapes,
        )

    def _unread(self) -> _Refused:
        """Why a text in quotes cannot be read, at its first sign that cannot."""
        good = re.compile(_STRING.pattern[:-1]).match(self._text, self._at)
        at = good.end() if good is not None else self._at
        if self._text[at : at + 1] == "\\":
            return self._refused("a backslash is written twice", at)
        if self._text[at : at + 1] == "\t":
            return self._refused("in a text, a tab is written as `\\t`", at)
        return _Refused(self._text, self._at, "a text is not closed: its quote is missing")

    def _items(self, depth: int) -> Items:
        start = self._at
        self._at += 1
        node = Items(Span(start, start), flow=True)
        if self._skip() != "]":
            node.nodes.append(self._value(depth + 1))
            while self._skip() == ",":
                self._at += 1
                if self._skip() == "]":
                    raise self._refused("this comma is one too many", self._text.rindex(",", start, self._at))
                node.nodes.append(self._value(depth + 1))
        self._close("]", start, "a list is not closed: its `]` is missing")
        node.span = Span(start, self._at)
        return node

    def _pairs(self, depth: int) -> Pairs:
        start = self._at
        self._at += 1
        node = Pairs(Span(start, start), flow=True)
        if self._skip() != "}":
            self._pair(node, depth)
            while self._skip() == ",":
                self._at += 1
                if self._skip() == "}":
                    raise self._refused("this comma is one too many", self._text.rindex(",", start, self._at))
                self._pair(node, depth)
        self._close("}", start, "a table is not closed: its brace is missing")
        node.span = Span(start, self._at)
        return node

    def _pair(self, node: Pairs, depth: int) -> None:
        if self._skip() != '"':
            raise self._refused("a key in double quotes is expected here")
        key = self._string()
        if self._skip() != ":":
            raise self._refused("a colon is missing after this key", key.span.start)
        self._at += 1
        node.pairs.append((key, self._value(depth + 1)))

    def _close(self, sign: str, start: int, reason: str) -> None:
        found = self._skip()
        if not found:
            raise self._refused(reason, start)
        if found != sign:
            raise self._refused("a comma is missing before this" if found in '"{[' or found.isalnum() else reason)
        self._at += 1


def _escaped(text: str, span: Span) -> Iterator[Unit]:
    for match in _ESCAPE.finditer(text, span.start, span.end):
        code = match[0]
        if len(code) > 2:
            numbers = [int(part, 16) for part in code.split("\\u")[1:]]
            sign = chr(0x10000 + ((numbers[0] - 0xD800) << 10) + numbers[1] - 0xDC00) if len(numbers) == 2 else chr(numbers[0])
            sign = "\ufffd" if "\ud800" <= sign <= "\udfff" else sign
        else:
            sign = _SIGNS.get(code[1], code[1])
        yield Unit(Span(match.start(), match.end()), sign)


def said(text: str, span: Span, escapes: tuple[Unit, ...]) -> str:
    """What a text in quotes says."""
    pieces, at = [], span.start
    for unit in escapes:
        pieces += [text[at : unit.span.start], unit.sign]
        at = unit.span.end
    return "".join([*pieces, text[at : span.end]])


def _trimmed(text: str, span: Span) -> Span:
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.end - (len(inner) - len(inner.rstrip()))))
