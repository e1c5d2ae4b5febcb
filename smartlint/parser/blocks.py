"""Where a goal file may be cut: what stands in one block says nothing of what belongs to what in another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.lines import IGNORED, SECTION_STARTS, read_line, terminals
from smartlint.parser.names import BLANKS, Name, read_name
from smartlint.pattern import compile_late
from smartlint.record import NamedTuple

_NAMED = compile_late(r"^[^\W\d_][^:\n]{0,79}:[^\n]*", re.MULTILINE)
_NAMED_ANYWHERE = compile_late(f"^[{BLANKS}]*" + r"[^\W\d_][^:\n]{0,79}:[^\n]*", re.MULTILINE)
#: What makes a field of a word of two meanings.
_ITEM_OF_A_SERIES = "- 2026-01-01: 1"


class Block(NamedTuple):
    """A goal with all that belongs to it and the comments above it; or ``heads``: a heading, of the file or of a section.

    ``inner`` is where goals below that goal begin, with the comments above them, where there is room above these.
    """

    start: int
    end: int
    heads: bool
    inner: tuple[int, ...] = ()


def cut(text: str, language: str, *, heads: bool = True) -> list[Block]:
    """The blocks of a text, one after the other.

    A goal begins one that stands at the left edge and may not belong to what is above it, a section one that begins there
    below a goal. What stands above the first of them is a block of its own, if there is anything. ``heads`` says what the
    first one is, where the text is a piece of another one.
    """
    starts: list[tuple[int, bool]] = [(0, heads)]
    for match in _NAMED.finditer(text):
        begins = _begins(match[0], language)
        if begins == "goal" or (begins == "section" and not starts[-1][1]):
            start = _with_comments(text, match.start(), starts[-1][0])
            if start:
                starts.append((start, begins == "section"))
            else:
                starts = [(0, heads)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [Block(start, end, heads) for (start, heads), end in zip(starts, ends, strict=True)]


class Cut(NamedTuple):
    """A text in a language that was cut into blocks: whether each ``heads``, its text, and its pieces, one for each goal."""

    text: str
    language: str
    heads: list[bool]
    texts: list[str]
    pieces: list[tuple[str, ...]]


def cut_anew(text: str, language: str, before: Cut | None) -> Cut:
    """The blocks that ``cut`` gives: mostly only a little has changed since the text ``before``, and no more is cut again."""
    if before is None or before.language != language:
        return _cut(text, language)
    starts = list(accumulate(map(len, before.texts), initial=0))
    first, last = _alike(text, before.text, starts)
    # of those that are alike the ones that meet the others are cut again: what is beside them has changed
    begin, end = max(0, first - 1), min(len(before.texts), last + 1)
    start = starts[begin]
    stop = len(text) - len(before.text) + starts[end]
    changed = _cut(text[start:stop], language, heads=before.heads[begin])
    if end < len(before.texts) and (changed.heads[-1], changed.pieces[-1]) != (before.heads[end - 1], before.pieces[end - 1]):
        return _cut(text, language)
    return Cut(
        text,
        language,
        [*before.heads[:begin], *changed.heads, *before.heads[end:]],
        [*before.texts[:begin], *changed.texts, *before.texts[end:]],
        [*before.pieces[:begin], *changed.pieces, *before.pieces[end:]],
    )


def _cut(text: str, language: str, *, heads: bool = True) -> Cut:
    found = cut(text, language, heads=heads)
    pieces = [_pieces(text, block, language) for block in found]
    return Cut(text, language, [block.heads for block in found], list(map("".join, pieces)), pieces)


def _alike(text: str, before: str, starts: Sequence[int]) -> tuple[int, int]:
    """The first block that is not as before, with the end of its line, and the first one below that is as before again."""

    def has_changed_above(start: int) -> bool:
        return not text.startswith(before[:start])

    def is_as_before(start: int) -> bool:
        return len(text) - len(before) + start >= starts[first] and text.endswith(before[start:])

    first = bisect_left(starts, True, key=has_changed_above) - 1
    if first == len(starts) - 1 and not before.endswith("\n"):
        first -= 1
    return first, bisect_left(starts, True, lo=first, key=is_as_before)


def _pieces(text: str, block: Block, language: str) -> tuple[str, ...]:
    """The texts of a block down to the first goal below its own, with the comments above that, and of those goals.

    The sentence of a goal with others below it is a piece of its own: these look at the fields between them.
    """
    bounds, fields = [block.start], -1
    for match in _NAMED_ANYWHERE.finditer(text, block.start, block.end):
        if _is_goal(match[0], language):
            start = _with_comments(text, match.start(), bounds[-1])
            if start > block.start:
                bounds.append(start)
        elif fields < 0 and len(bounds) == 1 and _is_field(match[0], language):
            fields = _with_comments(text, match.start(), block.start)
    if fields > block.start and len(bounds) > 1:
        bounds.insert(1, fields)
    return tuple([text[start:end] for start, end in pairwise([*bounds, block.end])])


@lru_cache(4096)
def _is_goal(written: str, language: str) -> bool:
    """Whether a line opens a goal, whatever stands around it."""
    name = _name(written, language)
    return name is not None and isinstance(name.meaning, GoalWord)


@lru_cache(4096)
def _is_field(written: str, language: str) -> bool:
    """Whether a line below a goal opens a field."""
    name = _name(written, language)
    return name is not None and isinstance(name.meaning, str) and bool(name.meaning)


def _name(written: str, language: str) -> Name | None:
    line = read_line(f"{written}\n", "KEYED", 0, len(written) + 1)
    return read_name(written, line.content, language, True, _ITEM_OF_A_SERIES) if line.kind == "KEYED" else None


@lru_cache(1024)
def _begins(written: str, language: str) -> str:
    """What a line at the left edge begins: a ``goal``, a ``section`` or nothing of its own."""
    name = _name(written, language)
    if name is None:
        return ""
    if isinstance(name.meaning, GoalWord):
        return "" if name.meaning.kind == "key_result" or name.meaning.sub else "goal"
    return "section" if name.meaning in SECTION_STARTS else ""


def _with_comments(text: str, start: int, floor: int) -> int:
    """Where the comments and blank lines begin that stand directly above a line."""
    while start > floor:
        above = text.rfind("\n", floor, start - 1) + 1 or floor
        if not _is_passed(text[above:start]):
            break
        start = above
    return start


@lru_cache(1024)
def _is_passed(line: str) -> bool:
    return _passed().fullmatch(line) is not None


@lru_cache(1)
def _passed() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{terminals()[name]})" for name in (*IGNORED, "DIRECTIVE")))
