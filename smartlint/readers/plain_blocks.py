"""Blocks of plain text in a Markdown document: one in which goals stand line by line is read like the text around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from smartlint.language.vocabulary import vocabulary
from smartlint.readers.words import illustrates

#: A line that says itself that it is a goal: ``KR1.1  Ten new clients``, ``Mål 2: …``.
_GOAL = re.compile(
    r"[ \t]*(?:[-*•][ \t]+)?(?P<word>[^\W\d_]{1,14}(?: [^\W\d_]{1,10})?)[ -]?\d{1,2}(?:\.\d{1,2}){0,2}"
    r"(?:[:.)][ \t]|[ \t]+)[ \t]*[^\s=<>]"
)
_FEWEST = 2
_SHORT = "o"
_HEADING = "#"


def lists_goals(below: Sequence[str], mark: str, above: Sequence[str]) -> bool:
    """Whether the block that ``mark`` opens lists goals, and what stands above it does not say that it shows how to."""
    lines = takewhile(lambda line: not line.strip().startswith(mark), below)
    found = (_GOAL.match(line) for line in lines)
    words = [match["word"].lower() for match in found if match is not None]
    if sum(word == _SHORT or word in vocabulary().kinds for word in words) < _FEWEST:
        return False
    said = [line for line in above if line.strip()]
    heading = next((line for line in reversed(said) if line.startswith(_HEADING)), "")
    last = said[-1] if said and said[-1] is not heading else ""
    return not illustrates(heading.lstrip(_HEADING), heading=True) and not illustrates(last, heading=False)
