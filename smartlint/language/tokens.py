"""One pass over a text: words, numbers, dates and signs, each with its place and with what its pack says of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from smartlint.language.pack import Pack

#: Blanks that people type between the groups of a number.
_GROUP = "[ \u00a0\u202f\u2009'’]"
_TOKEN = re.compile(
    rf"""
      (?P<iso>\d{{4}}-\d\d-\d\d(?!\d))
    | (?P<span>\d{{4}}-[QKTHW]\d{{1,2}}(?!\w))
    | (?P<dotted>\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)?(?!\d))
    | (?P<slashed>\d{{1,2}}/\d{{1,2}}(?:[/-](?:\d{{4}}|\d\d)(?!\d)|[ ](?:19|20)\d\d(?!\d))?(?![\d/]))
    | (?P<number>\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,3}}(?:[.,]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)
    | (?P<word>[^\W\d_][^\W_]*(?:[-‑’'][^\W_]+)*|%-[^\W\d_]+|@[\w.-]*\w)
    | (?P<sign>->|=>|<=|>=|,[-–](?!\w)|[^\s])
    """,
    re.VERBOSE,
)
_DOTTED_WORD = re.compile(r"(?:[^\W\d_]{1,5}\.)+[^\W\d_]{0,5}\.?")
_NONE: dict[str, Any] = {}


class Token:
    """A word, number, date or sign. ``kind`` is the group of the token pattern; ``roles`` what the pack says of it."""

    __slots__ = ("end", "glued", "kind", "low", "roles", "start", "text")

    def __init__(self, kind: str, text: str, start: int, glued: bool, roles: dict[str, Any]) -> None:
        self.kind = kind
        self.text = text
        self.low = text.lower()
        self.start = start
        self.end = start + len(text)
        self.glued = glued
        self.roles = roles

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text!r} {' '.join(self.roles)}>"

    def has(self, *roles: str) -> bool:
        return any(role in self.roles for role in roles)


def tokenize(text: str, pack: Pack) -> list[Token]:
    """The tokens of a text; phrases of the pack are one token. Linear in the text."""
    return _phrases(_split(text, pack), text, pack)


def _split(text: str, pack: Pack) -> list[Token]:
    roles = pack.roles
    found: list[Token] = []
    at = last = 0
    match = _TOKEN.search(text)
    while match:
        kind = str(match.lastgroup)
        start, at = match.span()
        if kind == "word":
            at = _with_dots(text, start, at, pack)
            word = text[start:at]
            low = word.lower()
            prefix, dash, rest = low.partition("-")
            if dash and low not in roles and prefix + dash in roles and rest in roles:
                at = start + len(prefix) + 1
                word = text[start:at]
            found.append(Token(kind, word, start, start == last and start > 0, _roles(word, pack)))
        else:
            found.append(Token(kind, match[0], start, start == last and start > 0, roles.get(match[0], _NONE)))
        last = at
        match = _TOKEN.search(text, at)
    return found


def _with_dots(text: str, start: int, end: int, pack: Pack) -> int:
    """Where a word ends when its abbreviation's dots are counted in."""
    if end < len(text) and text[end] == ".":
        dotted = _DOTTED_WORD.match(text, start)
        if dotted and dotted.end() > end:
            for candidate in (dotted[0], dotted[0].rstrip(".")):
                if candidate.count(".") and candidate.lower() in pack.roles:
                    return start + len(candidate)
        if text[start:end].lower() in pack.abbreviations:
            return end + 1
    return end


def _roles(word: str, pack: Pack) -> dict[str, Any]:
    low = word.lower()
    found = pack.roles.get(low)
    if found is None and low.endswith("."):
        found = pack.roles.get(low[:-1])
    if found is None:
        value = compound_number(low, pack)
        if value is not None:
            return {"number": value}
        if low.startswith("%-"):
            return {"q.points": True}
    return found or _NONE


@lru_cache(65536)
def _compound(word: str, code: str) -> float | None:
    from smartlint.language.pack import load

    pack = load(code)
    return _compose(word, pack)


def compound_number(word: str, pack: Pack) -> float | None:
    """The value of a number written as one word of several morphemes: ``tjuefem``, ``femogtyve``, ``tvåhundrafemtio``."""
    if not 5 <= len(word) <= 40 or word[:2] not in _starts(pack.code):
        return None
    return _compound(word, pack.code)


@lru_cache
def _starts(code: str) -> frozenset[str]:
    from smartlint.language.pack import load

    pack = load(code)
    return frozenset(word[:2] for word in (*pack.number_words, *pack.multipliers, *pack.data["numbers"]["article"]))


def _compose(word: str, pack: Pack) -> float | None:
    """A word split into morphemes from the left, the longest first; None where it is no number."""
    parts = _morphemes(word.replace("-", ""), pack, 0)
    if not parts or len(parts) < 2:
        return None
    total = current = 0.0
    for factor, value in parts:
        if factor:
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        elif current % 100 and not (current % 100 >= 20 and value < 10) and not (current % 100 < 10 and value >= 20):
            return None
        else:
            current += value
    return total + current


def _morphemes(word: str, pack: Pack, depth: int) -> list[tuple[bool, float]] | None:
    if not word:
        return []
    if depth > 8:
        return None
    for length in range(len(word), 1, -1):
        head = word[:length]
        if head in pack.multipliers or head in pack.number_words or head in pack.data["numbers"]["article"]:
            rest = _morphemes(word[length:], pack, depth + 1)
            if rest is not None:
                factor = head in pack.multipliers
                value = pack.multipliers[head] if factor else pack.number_words.get(head, 1.0)
                return [(factor, value), *rest]
        elif head in pack.joiners and depth:
            rest = _morphemes(word[length:], pack, depth + 1)
            if rest:
                return rest
    return None


def _phrases(tokens: list[Token], text: str, pack: Pack) -> list[Token]:
    """Neighbouring words that are a phrase of the pack become one token; the longest phrase wins."""
    known = pack.phrases
    if not any(token.low in known for token in tokens):
        return tokens
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length = _phrase_length(tokens, at, known.get(token.low, ()))
        if length:
            end = tokens[at + length - 1].end
            phrase = " ".join(part.low for part in tokens[at : at + length])
            found.append(Token("word", text[token.start : end], token.start, token.glued, pack.roles[phrase]))
            at += length
        else:
            found.append(token)
            at += 1
    return found


def _phrase_length(tokens: list[Token], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    for words in phrases:
        if len(words) <= len(tokens) - at and all(tokens[at + offset].low == word for offset, word in enumerate(words)):
            return len(words)
    return 0


def number_value(text: str, decimal: str) -> tuple[float, bool]:
    """The value of digits with separators, and whether the separator leaves it in doubt.

    A separator before exactly three digits groups, unless it is the language's decimal sign; then, and when it is the
    other language's grouping sign, the number is ambiguous: ``1,500`` in Swedish, ``1.500`` in English.
    """
    plain = re.sub(_GROUP, "", text)
    marks = [char for char in plain if char in ".,"]
    if not marks:
        return float(plain), False
    if len(set(marks)) == 2:
        last = marks[-1]
        other = "," if last == "." else "."
        return float(plain.replace(other, "").replace(last, ".")), False
    mark = marks[0]
    head, *groups = plain.split(mark)
    grouped = all(len(group) == 3 for group in groups) and 1 <= len(head) <= 3 and head != "0"
    if len(groups) > 1:
        return float(plain.replace(mark, "")), not grouped
    if grouped and mark != decimal:
        return float(plain.replace(mark, "")), False
    if grouped:
        return float(plain.replace(mark, ".")), True
    return float(plain.replace(mark, ".")), False
