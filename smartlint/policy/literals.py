"""The values of literals: numbers and texts as an expression writes them."""

from __future__ import annotations

import re

from smartlint.policy.mistake import Mistake
from smartlint.source import Span

_CODE = r"[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}"
_ESCAPE = re.compile(rf"\\(?:([abfnrtv\\?\"'`])|({_CODE})|([0-3][0-7]{{2}})|(.?))", re.DOTALL)
_SIGNS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
#: The whole numbers there are.
LEAST, MOST = -(2**63), 2**63 - 1
_SURROGATES = range(0xD800, 0xE000)
_LAST = 0x10FFFF


def whole_number(word: str) -> int:
    """An integer in decimal or hexadecimal signs, of any size."""
    return int(word, 16) if word[:2] == "0x" else int(word)


def text_of(word: str, at: int) -> str:
    """The text that a literal means, quotes and all; ``at`` is where it stands. Raises ``Mistake`` at a bad escape."""
    raw = word[0] in "rR"
    body = word[1:] if raw else word
    quotes = 3 if body[:3] in ('"""', "'''") and len(body) >= 6 else 1
    start = at + len(word) - len(body) + quotes
    inside = body[quotes:-quotes]
    if "\r" in inside:
        inside = inside.replace("\r\n", "\n").replace("\r", "\n")
    return inside if raw or "\\" not in inside else _ESCAPE.sub(lambda escape: _sign(escape, start), inside)


def _sign(escape: re.Match[str], start: int) -> str:
    sign, hexadecimal, octal, _ = escape.groups()
    if sign:
        return _SIGNS.get(sign, sign)
    code = int(hexadecimal[1:], 16) if hexadecimal else int(octal, 8) if octal else -1
    if code < 0 or code in _SURROGATES or code > _LAST:
        span = Span(start + escape.start(), start + escape.end())
        raise Mistake("`{escape}` is no escape; a backslash itself is written `\\\\`", span, escape=escape[0])
    return chr(code)
