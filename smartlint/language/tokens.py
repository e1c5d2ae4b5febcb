"""One pass over a text: words, numbers, dates and signs, each with its place and with what its pack says of it."""

from __future__ import annotations

import re

from smartlint.language.pack import Pack
from smartlint.language.pattern import Pattern
from smartlint.language.people import MEMBERS, is_first_name, is_owner, without_genitive
from smartlint.language.roles import (
    BLANK,
    CAPITAL,
    COLON,
    COUNTABLE,
    JOINT,
    MAY_BE_AMOUNT,
    MAY_BE_TIME,
    NO_ROLES,
    NUMBERED,
    OWNERLY,
    SHORT,
    TIMELY,
    TOP,
    WHOLE,
    WORD,
    YEAR,
    Roles,
    bits,
)

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
_DOTTED_WORD = Pattern(r"(?:[^\W\d_]{1,5}\.)+[^\W\d_]{0,5}\.?")
_GROUPED = dict.fromkeys(map(ord, _GROUP[1:-1]))
#: How many different words are remembered for each language.
_REMEMBERED = 20_000
_AND = bits("q.and", "p.and")
#: ``X``, ``N``, ``XX``.
_BLANK = Pattern("[XYZN](?:[XYZ]|$)")
#: How far a reader may look past either end of a text.
_NOTHING = (0,) * 10
_OPENS_PHRASE, _MAY_DIFFER = bits("word.opens_phrase"), bits("word.may_differ")


class Word:
    """What is known of a written word, number, date or sign wherever it stands; ``mask`` has its kind and roles as bits."""

    __slots__ = ("kind", "low", "mask", "roles", "text")

    def __init__(self, kind: str, text: str, roles: Roles, mask: int) -> None:
        self.kind = kind
        self.text = text
        self.low = text.lower()
        self.roles = roles
        self.mask = mask


class Token:
    """A word, number, date or sign in its place. ``kind`` is the group of the token pattern."""

    __slots__ = ("end", "glued", "kind", "low", "mask", "roles", "start", "text")

    def __init__(self, word: Word, start: int, end: int, glued: bool) -> None:
        self.kind = word.kind
        self.text = word.text
        self.low = word.low
        self.roles = word.roles
        self.mask = word.mask
        self.start = start
        self.end = end
        self.glued = glued

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text!r} {' '.join(self.roles)}>"


class Line:
    """The tokens of a text in a language. ``masks`` has what each can mean, and nothing for some places past both ends."""

    __slots__ = ("all", "masks", "pack", "text", "tokens")

    def __init__(self, text: str, pack: Pack) -> None:
        self.text = text
        self.pack = pack
        tokens = _split(text, pack)
        masks = [token.mask for token in tokens]
        every = 0
        for mask in masks:
            every |= mask
        if every & _OPENS_PHRASE:
            tokens = _phrases(tokens, text, pack)
            masks = [token.mask for token in tokens]
            every = 0
            for mask in masks:
                every |= mask
        self.tokens = tokens
        self.masks = masks
        masks += _NOTHING
        self.all = every


def tokenize(text: str, pack: Pack) -> list[Token]:
    """The tokens of a text; phrases of the pack are one token. Linear in the text."""
    return Line(text, pack).tokens


def _split(text: str, pack: Pack) -> list[Token]:
    """Pieces between blanks are mostly words that have been met before; the pattern looks at what is new.

    Only a number may go on after a blank (``12 000``): it is looked at again where digits follow.
    """
    known, found = pack.pieces, []
    pieces = text.split()
    at = done = 0
    for place, piece in enumerate(pieces):
        at = text.index(piece, at)
        if at < done:
            at += len(piece)
            continue
        parts = known.get(piece)
        if parts is None or (parts[-1][3] and place + 1 < len(pieces) and pieces[place + 1][0].isdigit()):
            tokens = _scan(text, at, pack)
            found += tokens
            done = tokens[-1].end
            if done == at + len(piece):
                _remember_piece(piece, at, tokens, pack)
        else:
            for word, start, end, _ in parts:
                found.append(Token(word, at + start, at + end, start > 0))
        at += len(piece)
    return found


def _scan(text: str, begin: int, pack: Pack) -> list[Token]:
    """The tokens from a place to the next blank after one."""
    found: list[Token] = []
    first, size = begin, len(text)
    while begin >= 0:
        scan, begin = _TOKEN.finditer(text, begin), -1
        for match in scan:
            start, end = match.span()
            word = pack.memo.get(match[0]) or _remember(str(match.lastgroup), match[0], pack)
            if word.mask & _MAY_DIFFER:
                other = _other_end(text, start, end, word, pack)
                if other != end:
                    begin = end = other
                    word = _remember("word", text[start:end], pack)
            found.append(Token(word, start, end, start > first))
            if end >= size or text[end].isspace():
                return found
            if begin >= 0:
                break
    return found


def _remember_piece(piece: str, at: int, tokens: list[Token], pack: Pack) -> None:
    """The tokens of a piece; the last tells whether it is a number, which may go on after the blank."""
    if len(pack.pieces) > _REMEMBERED:
        pack.pieces.clear()
    memo = pack.memo
    pack.pieces[piece] = tuple(
        (memo[token.text], token.start - at, token.end - at, token.kind in ("number", "slashed")) for token in tokens
    )


def _remember(kind: str, text: str, pack: Pack) -> Word:
    """What is known of a text that is a token; kept for the next time."""
    if len(pack.memo) > _REMEMBERED:
        pack.memo.clear()
    roles = _roles(text, pack) if kind == "word" else pack.meaning(text)
    word = pack.memo[text] = Word(kind, text, roles, roles.mask | bits(f"kind.{kind}") | _marks(kind, text, roles, pack))
    return word


def _marks(kind: str, text: str, roles: Roles, pack: Pack) -> int:
    """The bits of a token that are no roles of its pack. ``kind`` may be ``phrase``."""
    low = text.lower()
    mask = pack.bits_of(low)
    if low in pack.phrases:
        mask |= _OPENS_PHRASE
    if roles.mask & TIMELY or low[-1].isdigit() or (roles and kind == "sign"):
        mask |= MAY_BE_TIME
    if roles.mask & _AND or text in (",", ";"):
        mask |= JOINT
    if text == ":":
        mask |= COLON
    if kind in ("word", "phrase"):
        return mask | _word_marks(kind, text, roles, pack)
    if kind in ("number", "slashed") or text in "€$£":
        mask |= MAY_BE_AMOUNT
    return mask | _number_marks(text) if kind == "number" and text.isdigit() else mask


def _number_marks(text: str) -> int:
    """The bits of whole digits."""
    mask = (WHOLE if len(text) < 6 else 0) | (SHORT if len(text) < 3 else 0)
    return mask | YEAR if len(text) == 4 and 1990 <= int(text) <= 2100 else mask


def _word_marks(kind: str, text: str, roles: Roles, pack: Pack) -> int:
    """The bits of a word or phrase."""
    low = text.lower()
    mask = MAY_BE_AMOUNT if roles.mask & COUNTABLE else 0
    if low[-1].isdigit():
        mask |= NUMBERED
    if _may_own(text, pack):
        mask |= OWNERLY
    if kind == "phrase":
        return mask
    if low in ("top", "topp"):
        mask |= TOP
    if text[0].isupper():
        mask |= CAPITAL | (BLANK if _BLANK.search(text) else 0)
    if len(low) < 6 or low in pack.abbreviations or (not roles and "-" in text):
        mask |= _MAY_DIFFER
    return mask


def _may_own(text: str, pack: Pack) -> bool:
    """What the name of an owner may end in: a unit, role or group, several of them, a first name, capitals, members."""
    singular = text.removesuffix("s")
    name = is_owner(text, pack) or is_owner(singular, pack) or is_first_name(without_genitive(text))
    return name or not (text.islower() or text[1:].islower()) or text.lower() in MEMBERS


def _other_end(text: str, start: int, end: int, word: Word, pack: Pack) -> int:
    """Where a word ends with the dots of its abbreviation, or without what is joined to a prefix."""
    if text.startswith(".", end):
        dotted = _with_dots(text, start, end, pack)
        if dotted != end:
            return dotted
    if not word.roles and "-" in word.text:
        prefix = _prefix(word.text, pack)
        if prefix:
            return start + prefix
    return end


def _prefix(word: str, pack: Pack) -> int:
    """How much of a word with a hyphen is a token of its own: ``mid-`` of ``mid-March``; 0 where the word is one."""
    prefix, dash, rest = word.lower().partition("-")
    whole = pack.written(prefix + dash) is not None and (rest[-1:].isdigit() or pack.written(rest) is not None)
    return len(prefix) + 1 if whole else 0


def _with_dots(text: str, start: int, end: int, pack: Pack) -> int:
    """Where a word ends when its abbreviation's dots are counted in."""
    dotted = _DOTTED_WORD.match(text, start)
    if dotted and dotted.end() > end:
        for candidate in (dotted[0], dotted[0].rstrip(".")):
            if candidate.count(".") and pack.written(candidate.lower()) is not None:
                return start + len(candidate)
    if text[start:end].lower() in pack.abbreviations:
        return end + 1
    return end


def _roles(word: str, pack: Pack) -> Roles:
    low = word.lower()
    if pack.written(low) is not None:
        return pack.meaning(low)
    if low.endswith(".") and pack.written(low[:-1]) is not None:
        return pack.meaning(low[:-1])
    value = compound_number(low, pack)
    if value is not None:
        return Roles({"number": value})
    return Roles({"q.points": True}) if low.startswith("%-") else NO_ROLES


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
        elif depth and head in pack.data["numbers"]["join"]:
            rest = _morphemes(word[length:], pack, depth + 1)
            if rest:
                return rest
    return None


def _phrases(tokens: list[Token], text: str, pack: Pack) -> list[Token]:
    """Neighbouring words that are a phrase of the pack become one token; the longest phrase wins."""
    found: list[Token] = []
    at, size = 0, len(tokens)
    while at < size:
        token = tokens[at]
        if token.mask & _OPENS_PHRASE and at + 1 < size:
            rests = pack.phrases_after(token.low, tokens[at + 1].low)
            length = _phrase_length(tokens, at + 2, rests) if rests else 0
            if length:
                end = tokens[at + length - 1].end
                written = text[token.start : end]
                word = pack.memo.get(written) or _remember_phrase(written, tokens[at : at + length], pack)
                found.append(Token(word, token.start, end, token.glued))
                at += length
                continue
        found.append(token)
        at += 1
    return found


def _remember_phrase(text: str, parts: list[Token], pack: Pack) -> Word:
    phrase = " ".join(part.low for part in parts)
    roles = pack.meaning(phrase)
    word = pack.memo[text] = Word("word", text, roles, roles.mask | WORD | _marks("phrase", phrase, roles, pack))
    return word


def _phrase_length(tokens: list[Token], at: int, rests: list[tuple[str, ...]]) -> int:
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
    plain = text.translate(_GROUPED)
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
