"""Cells that say nothing of their own: empty ones, and those that have the text of the row above."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from smartlint.source import Span

_NOTHING = re.compile(r"[\s–—-]*+(?:n/?a|\?|x)?[\s–—-]*+$", re.IGNORECASE)
#: What says that a cell has the text of the one above it.
_DITTO = re.compile(r"""(?:〃|″|"|''|,,|-\s*["”〃]\s*-|ditto|do\.|d:?o)$""", re.IGNORECASE)
#: Fields that, left of the goals, hold for the rows below as well, as long as these leave them out.
_CARRIED = frozenset("team organisation period".split())


def is_empty(text: str, cell: Span) -> bool:
    return _NOTHING.match(text[cell.start : cell.end]) is not None


def carried(
    text: str, cells: Sequence[Span], before: Sequence[Span], first: int, fields: Mapping[int, str]
) -> tuple[Span, ...]:
    """The cells of a row; where one says so, or its column leaves out what stays the same, the one of the row ``before``.

    ``first`` is the first column of goals.
    """
    found = list(cells)
    for number, cell in enumerate(cells[: len(before)]):
        is_left = number < first and fields.get(number) in ({"owner"} | _CARRIED if number == 0 else _CARRIED)
        if _DITTO.match(text[cell.start : cell.end]) or (is_left and is_empty(text, cell)):
            found[number] = before[number]
    return tuple(found)
