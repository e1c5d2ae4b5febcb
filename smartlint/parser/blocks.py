"""Where a goal file may be cut: what stands in one block says nothing of what belongs to what in another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.lines import IGNORED, SECTION_STARTS, read_line, terminals
from smartlint.parser.names import Name, read_name
from smartlint.pattern import compile_late
from smartlint.record import NamedTuple

_NAMED = compile_late(r"^[^\W\d_][^:\n]{0,79}:[^\n]*", re.MULTILINE)
_NAMED_ANYWHERE = compile_late(r"^[^\S\n]*[^\W\d_][^:\n]{0,79}:[^\n]*", re.MULTILINE)
#: What makes a field of a word of two meanings.
_ITEM_OF_A_SERIES = "- 2026-01-01: 1"


class Block(NamedTuple):
    """A goal with all that belongs to it and the comments above it; or ``heads``: a heading, of the file or of a section.

    ``inner`` is where goals below that goal begin, with the comments above them, as far as somebody has looked.
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
    """A text in a language that was cut into blocks, the texts of these, and those of their pieces: one for each goal."""

    text: str
    language: str
    blocks: list[Block]
    texts: list[str]
    pieces: list[tuple[str, ...]]


def cut_anew(text: str, language: str, before: Cut | None) -> Cut:
    """What ``cut`` gives: mostly only a little has changed since the text was cut ``before``, and no more is cut again."""
    if before is None or before.language != language:
        return _cut(text, language)
    was, texts, down = before.blocks, before.texts, len(text) - len(before.text)
    first = _alike_above(text, before)
    last = _alike_below(text, before, len(was) - first, was[first - 1].end if first else 0)
    # of those that are alike the ones that meet the others are cut again: what is beside them has changed
    begin, end = max(0, first - 1), len(was) - max(0, last - 1)
    start = was[begin].start
    found = cut(text[start : was[end - 1].end + down], language, heads=was[begin].heads)
    changed = [_looked_into(text, _moved(block, start), language) for block in found]
    if end < len(was) and changed[-1] != _moved(was[end - 1], down):
        return _cut(text, language)
    blocks = [*was[:begin], *changed, *([_moved(block, down) for block in was[end:]] if down else was[end:])]
    pieces = _pieces(text, changed)
    texts = [*texts[:begin], *map("".join, pieces), *texts[end:]]
    return Cut(text, language, blocks, texts, [*before.pieces[:begin], *pieces, *before.pieces[end:]])


def _cut(text: str, language: str) -> Cut:
    blocks = [_looked_into(text, block, language) for block in cut(text, language)]
    pieces = _pieces(text, blocks)
    return Cut(text, language, blocks, list(map("".join, pieces)), pieces)


def _pieces(text: str, blocks: Iterable[Block]) -> list[tuple[str, ...]]:
    bounds = [(block.start, *block.inner, block.end) for block in blocks]
    return [tuple([text[start:end] for start, end in pairwise(ends)]) for ends in bounds]


def _moved(block: Block, down: int) -> Block:
    inner = tuple([start + down for start in block.inner]) if block.inner else ()
    return Block(block.start + down, block.end + down, block.heads, inner)


def _looked_into(text: str, block: Block, language: str) -> Block:
    """A block with the beginnings of the goals below its own."""
    found: list[int] = []
    for match in _NAMED_ANYWHERE.finditer(text, block.start, block.end):
        if _is_goal(match[0], language):
            start = _with_comments(text, match.start(), found[-1] if found else block.start)
            if start > block.start:
                found.append(start)
    return block._replace(inner=tuple(found))


def _alike_above(text: str, before: Cut) -> int:
    """How many blocks at the beginning are as before, with the ends of their lines."""
    count = 0
    for block, known in zip(before.blocks, before.texts, strict=True):
        if not (known.endswith("\n") and text.startswith(known, block.start)):
            break
        count += 1
    return count


def _alike_below(text: str, before: Cut, most: int, floor: int) -> int:
    """How many blocks at the end are as before, at most so many and no further up than a place in the text."""
    down = len(text) - len(before.text)
    count = 0
    while count < most:
        start = before.blocks[-1 - count].start + down
        if start < floor or not text.startswith(before.texts[-1 - count], start):
            break
        count += 1
    return count


@lru_cache(4096)
def _is_goal(written: str, language: str) -> bool:
    """Whether a line opens a goal, whatever stands around it."""
    name = _name(written, language)
    return name is not None and isinstance(name.meaning, GoalWord)


def _name(written: str, language: str) -> Name | None:
    line = read_line(f"{written}\n", "KEYED", 0, len(written) + 1)
    return read_name(written, line.content, language, True, _ITEM_OF_A_SERIES) if line.kind == "KEYED" else None


@lru_cache(4096)
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


@lru_cache(4096)
def _is_passed(line: str) -> bool:
    return _passed().fullmatch(line) is not None


@lru_cache(1)
def _passed() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{terminals()[name]})" for name in (*IGNORED, "DIRECTIVE")))
