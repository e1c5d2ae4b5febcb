"""Where a goal file may be cut: what stands in one block says nothing of what belongs to what in another."""

from __future__ import annotations

import re
from functools import lru_cache

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.lines import IGNORED, SECTION_STARTS, read_line, terminals
from smartlint.parser.names import read_name
from smartlint.pattern import compile_late
from smartlint.record import NamedTuple

_NAMED = compile_late(r"^[^\W\d_][^:\n]{0,79}:[^\n]*", re.MULTILINE)
#: What makes a field of a word of two meanings.
_ITEM_OF_A_SERIES = "- 2026-01-01: 1"


class Block(NamedTuple):
    """A goal with all that belongs to it and the comments above it; or ``heads``: a heading, of the file or of a section."""

    start: int
    end: int
    heads: bool


def cut(text: str, language: str) -> list[Block]:
    """The blocks of a text, one after the other.

    A goal begins one that stands at the left edge and may not belong to what is above it, a section one that begins there
    below a goal. What stands above the first of them is a block of its own, if there is anything.
    """
    starts: list[tuple[int, bool]] = [(0, True)]
    for match in _NAMED.finditer(text):
        begins = _begins(match[0], language)
        if begins == "goal" or (begins == "section" and not starts[-1][1]):
            start = _with_comments(text, match.start(), starts[-1][0])
            if start:
                starts.append((start, begins == "section"))
            else:
                starts = [(0, True)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [Block(start, end, heads) for (start, heads), end in zip(starts, ends, strict=True)]


@lru_cache(4096)
def _begins(written: str, language: str) -> str:
    """What a line at the left edge begins: a ``goal``, a ``section`` or nothing of its own."""
    line = read_line(f"{written}\n", "KEYED", 0, len(written) + 1)
    name = read_name(written, line.content, language, True, _ITEM_OF_A_SERIES) if line.kind == "KEYED" else None
    if name is None:
        return ""
    if isinstance(name.meaning, GoalWord):
        return "" if name.meaning.kind == "key_result" or name.meaning.sub else "goal"
    return "section" if name.meaning in SECTION_STARTS else ""


def _with_comments(text: str, start: int, floor: int) -> int:
    """Where the comments and blank lines begin that stand directly above a line."""
    passed = _passed()
    while start > floor:
        above = text.rfind("\n", floor, start - 1) + 1 or floor
        if not passed.fullmatch(text, above, start):
            break
        start = above
    return start


@lru_cache(1)
def _passed() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{terminals()[name]})" for name in (*IGNORED, "DIRECTIVE")))
