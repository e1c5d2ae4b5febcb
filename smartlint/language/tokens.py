"""One pass over a text: words, numbers, dates and signs, each with its place and with what its pack says of it."""

from __future__ import annotations

import re

from smartlint.language.pack import NO_ROLES, Pack, Roles

#: Blanks that people type between the groups of a number.
_GROUP = "[ \u00a0\u202f\u2009'’]"
_TOKEN = re.compile(
    rf"""
      (?P<iso>\d{{4}}-\d\d-\d\d(?!\d))
    | (?P<span>\d{{4}}-[QKTHW]\d{{1,2}}(?!\w)|(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\w-]))
    | (?P<dotted>\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)?(?!\d))
    | (?P<slashed>\d{{1,2}}/\d{{1,2}}(?:[/-](?:\d{{4}}|\d\d)(?!\d)|[ ](?:19|20)\d\d(?!\d))?(?![\d/]))
    | (?P<number>\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)(?:[.,]\d+)?
        |\d{{1,3}}(?:[.,]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)
    | (?P<word>[^\W\d_][^\W_]*(?:[-‑’'][^\W_]+)*|%-[^\W\d_]+|@[\w.-]*\w)
    | (?P<sign>->|=>|<=|>=|,[-–](?!\w)|[^\s])
    """,
    re.VERBOSE,
)
_DOTTED_WORD = re.compile(r"(?:[^\W\d_]{1,5}\.)+[^\W\d_]{0,5}\.?")
#: How many different words are remembered for each language.
_REMEMBERED = 20_000


class Token:
    """A word, number, date or sign. ``kind`` is the group of the token pattern; ``roles`` what the pack says of it."""

    __slots__ = ("end", "glued", "kind", "low", "roles", "start", "text")

    def __init__(self, kind: str, text: str, start: int, glued: bool, roles: Roles) -> None:
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
        found = self.roles
        if found:
            for role in roles:
                if role in found:
                    return True
        return False


def tokenize(text: str, pack: Pack) -> list[Token]:
    """The tokens of a text; phrases of the pack are one token. Linear in the text."""
    return _phrases(_split(text, pack), text, pack)


def _split(text: str, pack: Pack) -> list[Token]:
    roles, memo = pack.roles, pack.memo
    found: list[Token] = []
    at = last = 0
    size = len(text)
    search = _TOKEN.search
    match = search(text)
    while match:
        kind = str(match.lastgroup)
        start, at = match.span()
        word = match[0]
        if kind == "word":
            if at < size and text[at] == ".":
                at = _with_dots(text, start, at, pack)
                word = text[start:at]
            meaning = memo.get(word)
            if meaning is None:
                meaning = _roles(word, pack)
                if len(memo) > _REMEMBERED:
                    memo.clear()
                memo[word] = meaning
            if not meaning and "-" in word:
                prefix = _prefix(word, roles)
                if prefix:
                    at = start + prefix
                    word = text[start:at]
                    meaning = _roles(word, pack)
        else:
            meaning = roles.get(word, NO_ROLES)
        found.append(Token(kind, word, start, start == last and start > 0, meaning))
        last = at
        match = search(text, at)
    return found


def _prefix(word: str, roles: dict[str, Roles]) -> int:
    """How much of a word with a hyphen is a token of its own: ``mid-`` of ``mid-March``; 0 where the word is one."""
    prefix, dash, rest = word.lower().partition("-")
    return len(prefix) + 1 if prefix + dash in roles and (rest in roles or rest[-1:].isdigit()) else 0


def _with_dots(text: str, start: int, end: int, pack: Pack) -> int:
    """Where a word ends when its abbreviation's dots are counted in."""
    dotted = _DOTTED_WORD.match(text, start)
    if dotted and dotted.end() > end:
        for candidate in (dotted[0], dotted[0].rstrip(".")):
            if candidate.count(".") and candidate.lower() in pack.roles:
                return start + len(candidate)
    if text[start:end].lower() in pack.abbreviations:
        return end + 1
    return end


def _roles(word: str, pack: Pack) -> Roles:
    low = word.lower()
    found = pack.roles.get(low)
    if found is None and low.endswith("."):
        found = pack.roles.get(low[:-1])
    if found is None:
        value = compound_number(low, pack)
        if value is not None:
            return Roles({"number": value})
        if low.startswith("%-"):
            return Roles({"q.points": True})
    return found or NO_ROLES


def compound_number(word: str, pack: Pack) -> float | None:
    """The value of a number written as one word of morphemes: ``tjuefem``, ``femogtyve``, ``tvåhundrafemtio``."""
    if not 5 <= len(word) <= 40 or word[:2] not in pack.number_starts:
        return None
    return _compose(word, pack)


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
    found: list[Token] = []
    at, size = 0, len(tokens)
    while at < size:
        token = tokens[at]
        seconds = known.get(token.low)
        if seconds and at + 1 < size:
            rests = seconds.get(tokens[at + 1].low)
            length = _phrase_length(tokens, at + 2, rests) if rests else 0
            if length:
                end = tokens[at + length - 1].end
                phrase = " ".join(part.low for part in tokens[at : at + length])
                found.append(Token("word", text[token.start : end], token.start, token.glued, pack.roles[phrase]))
                at += length
                continue
        found.append(token)
        at += 1
    return found


def _phrase_length(tokens: list[Token], at: int, rests: tuple[tuple[str, ...], ...]) -> int:
    """How many tokens the longest phrase takes, two of them before ``at``."""
    for rest in rests:
        stop = at + len(rest)
        if stop <= len(tokens) and all(token.low == word for token, word in zip(tokens[at:stop], rest, strict=True)):
            return len(rest) + 2
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
