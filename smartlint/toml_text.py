"""Where the keys and values of a TOML text stand, and what is wrong with one: the standard library's reader tells no places.

Places are looked for only in a text that ``tomllib`` has read without complaint, so every sign there is taken to be right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from smartlint.pattern import compile_late
from smartlint.record import TYPE_CHECKING
from smartlint.source import Source, Span
from smartlint.translation import Term

if TYPE_CHECKING:
    from typing import Any

Path = tuple[str | int, ...]

_BLANK = compile_late(r"(?:\s|#[^\n]*)*")
_STRING = compile_late(
    r'"""(?:\\.|[^\\])*?"{3,5}' + r"|'''.*?'{3,5}" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = compile_late(r"[A-Za-z0-9_-]+")
_SCALAR = compile_late(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+")
#: A key of so many parts is nobody's, and takes a time that grows with their square.
_DEEP = compile_late(
    r"(?:^[ \t]*+\[{0,2}|[{,])[ \t]*+(?:(?:[A-Za-z0-9_-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}", re.MULTILINE
)
#: What stands in a text with escapes, a sign of the text at a time; the group stands for none.
_SIGN = compile_late(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|(\\[ \t]*\r?\n\s*)|\\.|\r\n|.", re.DOTALL)
_OPENING = compile_late(r'"""(?:\r?\n)?|"')
_PLACE = compile_late(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
#: What ``tomllib`` says, and what a reader is told.
_REASONS = (
    (r"Unterminated string|Illegal character '\\n'|Expected [\"']{4,5}", "a text is not closed: its quote is missing"),
    (r"(?:Illegal|Found invalid) character (?P<sign>.+)", "the character {sign} cannot stand here"),
    (r"Unescaped|Invalid hex|Escaped character", "a backslash is written twice, or the text stands in single quotes"),
    (r"Cannot (?:declare|redefine)", "this table stands here twice"),
    (r"Cannot (?:overwrite|mutate)|Duplicate", "this key has a value already"),
    (r"Expected newline", "a new line is expected here"),
    (r"Expected '(?P<sign>\W+)'", "`{sign}` is expected here"),
    (r"Invalid (?:initial|statement)", "a key is expected here"),
    (r"Unclosed array", "a list is not closed: its `]` is missing"),
    (r"Unclosed inline table", "a table is not closed: its brace is missing"),
    (r"Invalid date", "there is no such day or time"),
    (r"Invalid value", "this is no value: texts stand in quotes"),
    (r"Exceeds the limit", "a number has too many digits"),
    (r"Nested too deeply", "maps and lists are nested too deeply"),
)


def loads(text: str) -> dict[str, Any]:
    """What a TOML text says. Raises ``ValueError``, whose text is for ``broken``."""
    import tomllib  # here: places are asked for where no text is read

    deep = _DEEP.search(text)
    if deep is not None:
        at = Source(text).position(deep.start())
        raise ValueError(f"Nested too deeply (at line {at.line}, column {at.column})")
    return tomllib.loads(text)


class Places:
    """The spans of keys and values by their path: names of tables and keys, and numbers of items of lists.

    The value of a table is its header, or what stands between its braces.
    """

    def __init__(self, keys: Mapping[Path, Span], values: Mapping[Path, Span]) -> None:
        self._keys = keys
        self._values = values

    def key(self, path: Path) -> Span:
        """The name of a key; of an item of a list, the item."""
        return self._keys.get(path) or self.value(path)

    def value(self, path: Path) -> Span:
        """A value; where it does not stand in the text, the nearest of what holds it."""
        while path:
            found = self._values.get(path) or self._keys.get(path)
            if found is not None:
                return found
            path = path[:-1]
        return Span(0, 0)


def places(text: str) -> Places:
    """The places in a text that is TOML."""
    return _Scanner(text).scan()


def offsets(quoted: str) -> list[int]:
    """Where each sign of a text stands in its quotes, as escapes may be longer than what they mean; and where it ends."""
    opening = _OPENING.match(quoted)
    if opening is None:
        return []
    end = len(quoted) - (3 if quoted.startswith('"""') else 1)
    found = [match.start() for match in _SIGN.finditer(quoted, opening.end(), end) if match[1] is None]
    return [*found, end]


def _named(key: str) -> str:
    """The name that a key is, which may stand in quotes."""
    if key[0] not in "\"'":
        return key
    import tomllib  # here: places are asked for where no text is read

    (name,) = tomllib.loads(f"{key} = 0")
    return name


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._keys: dict[Path, Span] = {}
        self._values: dict[Path, Span] = {}
        self._tables: dict[Path, int] = {}  # how many tables an array of tables has so far

    def scan(self) -> Places:
        table: Path = ()
        self._skip()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip()
        return Places(self._keys, self._values)

    def _skip(self) -> None:
        blank = _BLANK.match(self._text, self._at)
        assert blank is not None
        self._at = blank.end()

    def _take(self, sign: str) -> bool:
        """Passes by a sign and the blanks after it, if it stands here."""
        if not self._text.startswith(sign, self._at):
            return False
        self._at += len(sign)
        self._skip()
        return True

    def _header(self) -> Path:
        start = self._at
        many = self._text.startswith("[[", start)
        self._at += 2 if many else 1
        *above, last = self._key()
        path: Path = ()
        for name, span in above:
            path = self._inside((*path, name), span)
        path = (*path, last[0])
        self._keys.setdefault(path, last[1])
        self._take("]")
        if many:
            self._tables[path] = number = self._tables.get(path, -1) + 1
            path = (*path, number)
            self._at += 1
        self._values[path] = Span(start, self._at if many else self._text.rindex("]", start, self._at) + 1)
        return path

    def _inside(self, path: Path, span: Span) -> Path:
        """The path of a table that is named on the way to another one: of many, the last."""
        self._keys.setdefault(path, span)
        return (*path, self._tables[path]) if path in self._tables else path

    def _key(self) -> list[tuple[str, Span]]:
        """The parts of a dotted key."""
        parts = []
        self._skip()
        while True:
            match = _STRING.match(self._text, self._at) or _BARE.match(self._text, self._at)
            assert match is not None
            parts.append((_named(match[0]), Span(match.start(), match.end())))
            self._at = match.end()
            self._skip()
            if not self._take("."):
                return parts

    def _pair(self, table: Path) -> None:
        path = table
        *above, last = self._key()
        for name, span in above:
            path = self._inside((*path, name), span)
        path = (*path, last[0])
        self._keys[path] = last[1]
        self._take("=")
        self._value(path)

    def _value(self, path: Path) -> None:
        start = self._at
        if self._take("["):
            self._list(path)
        elif self._take("{"):
            while not self._text.startswith("}", self._at):
                self._pair(path)
                self._skip()
                self._take(",")
            self._at += 1
        else:
            match = _STRING.match(self._text, start) or _SCALAR.match(self._text, start)
            assert match is not None
            self._at = match.end()
        self._values[path] = Span(start, self._at)

    def _list(self, path: Path) -> None:
        number = 0
        while not self._text.startswith("]", self._at):
            self._value((*path, number))
            self._skip()
            self._take(",")
            number += 1
        self._at += 1


def broken(source: Source, complaint: str) -> tuple[Span, str]:
    """Where and why a text is no TOML, by what ``tomllib`` says, which never tells of more than the first fault."""
    found = _PLACE.search(complaint)
    end = len(source.text.rstrip())
    span = Span(end, end)
    if found and found[1]:
        line = source.line_span(min(int(found[1]), source.line_count))
        start = min(line.start + int(found[2]) - 1, line.end)
        span = Span(start, min(start + 1, line.end))
    return span, _reason(_PLACE.sub("", complaint))


def _reason(said: str) -> str:
    """What ``tomllib`` says in our words, that can be translated; in its own where it says something new."""
    known = ((re.match(pattern, said), text) for pattern, text in _REASONS)
    return next((Term(text, **match.groupdict()) for match, text in known if match), said)
