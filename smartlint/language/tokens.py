"""One pass over a text: words, numbers, dates and signs, each with its place and with what its pack says of it."""

from __future__ import annotations

import re

from smartlint.language.pack import REMEMBERED, Pack
from smartlint.language.people import MEMBERS, is_first_name, is_owner, without_genitive
from smartlint.language.roles import (
    BLANK,
    CAPITAL,
    COLON,
    COMMON,
    COUNTABLE,
    DIGITS,
    GAP,
    JOINT,
    LEADS_ON,
    LITERAL,
    MAY_BE_AMOUNT,
    MAY_BE_TIME,
    NO_MEANING,
    NUMBERED,
    OWNERLY,
    R_FILLER,
    SHORT,
    SIGN,
    TIMELY,
    TOP,
    WHOLE,
    WORD,
    YEAR,
    Meaning,
    bits,
    with_groups,
)
from smartlint.pattern import Pattern
from smartlint.record import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Any

#: Blanks that people type between the groups of a number.
_GROUP: Final = "[ \u00a0\u202f\u2009'’]"
_TOKEN: Final = Pattern(
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
_DOTTED_WORD: Final = Pattern(r"(?:[^\W\d_]{1,5}\.)+[^\W\d_]{0,5}\.?")
_GROUPED: Final = dict.fromkeys(map(ord, _GROUP[1:-1]))
_AND: Final = bits("q.and", "p.and")
#: The first of two parts of a year: ``Q1-Q2``, ``Q1-2028Q2``.
_PARTS: Final = Pattern(r"(?P<letter>[QKTHqkth])\d(?=[-‑](?:\d{4})?(?P=letter)\d$)")
#: ``X``, ``N``, ``XX``.
_BLANK: Final = Pattern("[XYZN](?:[XYZ]|$)")
_LETTERS: Final = frozenset("XYZN")
#: What most of the other gaps that are still to be filled in begin with or hold.
_GAPS: Final = frozenset("<[_?…$€£")
_NOUGHTS: Final = ("xx", "xxx", "xxxx")
_FIGURES: Final = DIGITS | LITERAL
#: Lists whose words are verbs: a form that is a noun as well counts in a verb's place only.
_VERBS: Final = frozenset({"vague_verb", "deliver", "increase", "decrease", "keep"})
_LEADING: Final = TIMELY | NUMBERED | DIGITS | LITERAL | R_FILLER
_MAY_DIFFER: Final = bits("word.may_differ")
#: Python makes a new empty set each time, and most words are in no list.
_NO_LISTS: Final[frozenset[str]] = frozenset()
#: The others are dates in digits.
_KINDS: Final = {"word": WORD, "number": DIGITS, "sign": SIGN}


#: By the word that follows: how the phrases go on that start with both.
After = dict[str, list[list[str]]]


class Token:
    """A word, number, date or sign as it is written, and what its pack says of it; the same wherever it stands.

    ``kind`` is the group of the token pattern, ``glued`` says that no blank stands before it, ``mask`` has its kind and
    roles as bits, ``common`` those of them that are asked for most. ``listed`` are the lists that prose reports it for,
    with the lemma, and ``kinds`` their names; ``verbless`` and ``nouns`` are the same without the lists of verbs. ``marks``
    are the lists that only rules ask for.
    """

    __slots__ = (
        *("after", "common", "glued", "kind", "kinds", "listed", "low", "marks"),
        *("mask", "nouns", "roles", "size", "text", "verbless"),
    )

    def __init__(self, kind: str, text: str, glued: bool, meaning: Meaning, mask: int, after: After | None) -> None:
        self.kind = kind
        self.text = text
        low = text.lower()
        self.low = text if low == text else low
        self.size = len(text)
        self.glued = glued
        self.roles: dict[str, Any] = meaning.roles
        self.mask = mask
        self.common = mask & COMMON
        self.marks: tuple[tuple[str, str], ...] = meaning.marks
        blank = text.isupper() or " " in text or len(text) > 3
        self.listed: tuple[tuple[str, str], ...] = tuple(
            [(one, str(meaning.roles[one]) or self.low) for one in meaning.listed if blank or one != "placeholder"]
        )
        self.verbless: tuple[tuple[str, str], ...] = tuple([one for one in self.listed if one[0] not in _VERBS])
        self.kinds: frozenset[str] = frozenset([one for one, _ in self.listed]) if self.listed else _NO_LISTS
        self.nouns: frozenset[str] = self.kinds - _VERBS if self.kinds else _NO_LISTS
        self.after = after

    def __repr__(self) -> str:
        return f"<{self.kind} {self.text!r} {' '.join(self.roles)}>"


#: How far a reader may look past either end of a text.
_NOTHING: Final = [Token("", "", False, NO_MEANING, 0, None)] * 10


class Line:
    """The tokens of a text in a language, and where each starts.

    ``row`` has empty tokens for some places past both ends as well. ``every`` is what any token has in common, ``words`` how
    many of them are words.
    """

    __slots__ = ("every", "pack", "row", "size", "starts", "text", "tokens", "words")

    def __init__(self, text: str, pack: Pack) -> None:
        self.text = text
        self.pack = pack
        tokens = _tokens(text, pack)
        starts: list[int] = []
        phrases: list[int] = []
        after: After | None = None
        at = -1
        for token in tokens:
            if not token.glued:
                at += 1
            if after is not None and token.low in after:
                phrases.append(len(starts) - 1)
            starts.append(at)
            at += token.size
            after = token.after
        if at != len(text):
            starts = _starts(tokens, text)
        if phrases:
            tokens, starts = _phrases(tokens, starts, phrases, text, pack)
        every = words = 0
        for token in tokens:
            common = token.common
            every |= common
            if common & WORD:
                words += 1
        self.tokens: list[Token] = tokens
        self.row: list[Token] = tokens + _NOTHING
        self.starts: list[int] = starts
        self.size = len(tokens)
        self.every = every
        self.words = words

    def has(self, roles: int) -> bool:
        """Whether a token can be one of these."""
        return any(token.mask & roles for token in self.tokens)

    def end(self, at: int) -> int:
        """Where a token ends."""
        return self.starts[at] + self.tokens[at].size


def _starts(tokens: list[Token], text: str) -> list[int]:
    """Where the tokens start in a text with more than single blanks."""
    found = []
    at = 0
    for token in tokens:
        at = at if token.glued else text.index(token.text, at)
        found.append(at)
        at += token.size
    return found


def _tokens(text: str, pack: Pack) -> list[Token]:
    """Pieces between blanks are mostly words that have been met before; the pattern looks at what is new.

    Only a number may go on after a blank (``12 000``): then it is looked at again. Linear in the text.
    """
    known = pack.pieces
    pieces = text.split()
    found: list[Token] = []
    for piece in pieces:
        parts = known.get(piece)
        if not parts or (parts[0].common & _FIGURES and found and found[-1].text[-1].isdecimal()):
            return _split(text, pieces, pack)
        found += parts
    return found


def _split(text: str, pieces: list[str], pack: Pack) -> list[Token]:
    """The tokens of pieces of which some are new, or a number that may go on."""
    known = pack.pieces
    found: list[Token] = []
    at = done = 0
    for place, piece in enumerate(pieces):
        at = text.index(piece, at)
        end = at + len(piece)
        if at >= done:
            goes_on = piece[-1].isdecimal() and place + 1 < len(pieces) and pieces[place + 1][0].isdigit()
            parts = None if goes_on else known.get(piece) or _plain(piece, pack)
            if parts is None:
                parts, done = _scan(text, at, pack)
            if done <= end:
                _remember_piece(piece, parts, pack)
            found += parts
        at = end
    return found


def _plain(piece: str, pack: Pack) -> list[Token] | None:
    """The tokens of a word, a number or a sign, with or without a sign behind it; None for what the pattern must look at."""
    core, sign = (piece[:-1], piece[-1]) if piece[-1] in ",.;:!?%" and len(piece) > 1 else (piece, "")
    kind = "word" if core.isalpha() else "number" if core.isdecimal() else "" if len(core) > 1 or core.isalnum() else "sign"
    if not kind or (sign and kind == "sign"):
        return None
    token = pack.memo.get(core) or _remember(kind, core, False, pack)
    if not sign:
        return [token]
    if sign == "." and token.mask & _MAY_DIFFER:
        return None  # it may be an abbreviation
    return [token, pack.glued.get(sign) or _remember("sign", sign, True, pack)]


def _scan(text: str, begin: int, pack: Pack) -> tuple[list[Token], int]:
    """The tokens from a place to the next blank after one, and that blank's place."""
    found: list[Token] = []
    first, size = begin, len(text)
    end = begin
    while begin >= 0:
        scan, begin = _TOKEN.finditer(text, begin), -1
        for match in scan:
            start, end = match.span()
            glued = start > first
            token = (pack.glued if glued else pack.memo).get(match[0]) or _remember(str(match.lastgroup), match[0], glued, pack)
            if token.mask & _MAY_DIFFER:
                other = _other_end(text, start, end, token, pack)
                if other != end:
                    begin = end = other
                    token = _remember("word", text[start:end], glued, pack)
            found.append(token)
            if end >= size or text[end].isspace():
                return found, end
            if begin >= 0:
                break
    return found, end


def _remember_piece(piece: str, tokens: list[Token], pack: Pack) -> None:
    if len(pack.pieces) > REMEMBERED:
        pack.pieces.clear()
    pack.pieces[piece] = tokens


def _remember(kind: str, text: str, glued: bool, pack: Pack) -> Token:
    """What is known of a text that is a token; kept for the next time."""
    memo: dict[str, Token] = pack.glued if glued else pack.memo
    if len(memo) > REMEMBERED:
        memo.clear()
    meaning = _meaning(text, pack) if kind == "word" else pack.meaning(text)
    mask = meaning.mask | _KINDS.get(kind, LITERAL) | _marks(kind, text, meaning, pack)
    if mask & _LEADING or (meaning.roles and kind == "sign"):
        mask |= LEADS_ON
    mask = with_groups(mask)
    token = memo[text] = Token(kind, text, glued, meaning, mask, pack.phrases_after(text.lower()))
    return token


def _marks(kind: str, text: str, meaning: Meaning, pack: Pack) -> int:
    """The bits of a token that are no roles of its pack. ``kind`` may be ``phrase``."""
    low = text.lower()
    mask = pack.bits_of(low)
    if not _GAPS.isdisjoint(text):
        mask |= GAP
    if meaning.mask & TIMELY or low[-1].isdigit() or (meaning.roles and kind == "sign"):
        mask |= MAY_BE_TIME
    if meaning.mask & _AND or text in (",", ";"):
        mask |= JOINT
    if text == ":":
        mask |= COLON
    if kind in ("word", "phrase"):
        return mask | _word_marks(kind, text, meaning, pack)
    if kind in ("number", "slashed") or text in "€$£":
        mask |= MAY_BE_AMOUNT
    return mask | _number_marks(text) if kind == "number" and text.isdigit() else mask


def _number_marks(text: str) -> int:
    """The bits of whole digits."""
    mask = (WHOLE if len(text) < 6 else 0) | (SHORT if len(text) < 3 else 0)
    return mask | YEAR if len(text) == 4 and 1990 <= int(text) <= 2100 else mask


def _word_marks(kind: str, text: str, meaning: Meaning, pack: Pack) -> int:
    """The bits of a word or phrase."""
    low = text.lower()
    mask = MAY_BE_AMOUNT if meaning.mask & COUNTABLE else 0
    if low[-1].isdigit():
        mask |= NUMBERED
    if _may_own(text, pack):
        mask |= OWNERLY
    if kind == "phrase":
        return mask
    if low in ("top", "topp"):
        mask |= TOP
    if text[0].isupper():
        mask |= CAPITAL | (BLANK if not _LETTERS.isdisjoint(text) and _BLANK.search(text) else 0)
    elif low in _NOUGHTS:
        mask |= BLANK
    if len(low) < 6 or low in pack.abbreviations or (not meaning.roles and "-" in text):
        mask |= _MAY_DIFFER
    return mask


def _may_own(text: str, pack: Pack) -> bool:
    """What the name of an owner may end in: a unit, role or group, several of them, a first name, capitals, members."""
    singular = text.removesuffix("s")
    name = is_owner(text, pack) or is_owner(singular, pack) or is_first_name(without_genitive(text))
    return name or not (text.islower() or text[1:].islower()) or text.lower() in MEMBERS


def _other_end(text: str, start: int, end: int, word: Token, pack: Pack) -> int:
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
    """How much of a word with a hyphen is a token of its own: ``mid-`` of ``mid-March``, ``Q1`` of ``Q1-Q2``; 0 for none."""
    if (first := _PARTS.match(word)) is not None:
        return len(first[0])
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


def _meaning(word: str, pack: Pack) -> Meaning:
    low = word.lower()
    if pack.written(low) is not None:
        return pack.meaning(low)
    if low.endswith(".") and pack.written(low[:-1]) is not None:
        return pack.meaning(low[:-1])
    value = compound_number(low, pack)
    if value is not None:
        return Meaning({"number": value})
    return Meaning({"q.points": True}) if low.startswith("%-") else NO_MEANING


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


def _phrases(
    tokens: list[Token], starts: list[int], opening: list[int], text: str, pack: Pack
) -> tuple[list[Token], list[int]]:
    """Neighbouring words that are a phrase of the pack become one token; the longest phrase wins.

    ``opening`` are the places where two words stand that a phrase starts with.
    """
    found: list[Token] = []
    places: list[int] = []
    done = 0
    for at in opening:
        after = tokens[at].after
        if after is None or at < done:
            continue
        stop = _phrase_end(tokens, at + 2, after[tokens[at + 1].low])
        if stop:
            found += tokens[done:at]
            places += starts[done:at]
            written = text[starts[at] : starts[stop - 1] + tokens[stop - 1].size]
            glued = tokens[at].glued
            memo: dict[str, Token] = pack.glued if glued else pack.memo
            found.append(memo.get(written) or _remember_phrase(written, glued, tokens[at:stop], pack))
            places.append(starts[at])
            done = stop
    if not done:
        return tokens, starts
    return found + tokens[done:], places + starts[done:]


def _remember_phrase(text: str, glued: bool, parts: list[Token], pack: Pack) -> Token:
    phrase = " ".join([part.low for part in parts])
    meaning = pack.meaning(phrase)
    mask = meaning.mask | WORD | _marks("phrase", phrase, meaning, pack)
    mask = with_groups(mask | LEADS_ON if mask & _LEADING else mask)
    memo: dict[str, Token] = pack.glued if glued else pack.memo
    token = memo[text] = Token("word", text, glued, meaning, mask, None)
    return token


def _phrase_end(tokens: list[Token], at: int, rests: list[list[str]]) -> int:
    """Where the longest phrase ends of which two words stand before a place, else 0."""
    for rest in rests:
        stop = at + len(rest)
        if not rest or [token.low for token in tokens[at:stop]] == rest:
            return stop
    return 0


def number_value(text: str, decimal: str) -> tuple[float, bool]:
    """The value of digits with separators, and whether the separator leaves it in doubt.

    A separator before exactly three digits groups, unless it is the language's decimal sign; then, and when it is the
    other language's grouping sign, the number is ambiguous: ``1,500`` in Swedish, ``1.500`` in English. So is one with
    two kinds of separators by turns: ``3.400,102.27``.
    """
    if text.isdecimal():
        return float(text), False
    plain = text.translate(_GROUPED)
    marks = [char for char in plain if char in ".,"]
    if not marks:
        return float(plain), False
    if len(set(marks)) == 2:
        last = marks[-1]
        whole, _, part = plain.rpartition(last)
        return float(f"{whole.replace(',', '').replace('.', '')}.{part}"), last in whole
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
