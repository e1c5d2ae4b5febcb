"""Lines that are too long are wrapped; whoever breaks lines elsewhere keeps them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from smartlint.formatter.place import CONTINUED, STEP
from smartlint.formatter.row import Row
from smartlint.record import replace

#: In code points.
WIDTH = 120
#: Where a line may end: not before what would be read as an item, a comment or a name.
_BREAK = re.compile(r"[ \t]+(?![-*•–#])(?!\S*:(?:[ \t]|$))")
#: The attributes of an action, which stay on one line.
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]+(\([^():]*:[^()]*\))$")


def wrapped(rows: Sequence[Row], roots: Collection[int]) -> list[Row]:
    """The rows, with the texts of these goals that have a line of more than ``WIDTH`` wrapped anew."""
    return list(chain.from_iterable(_wrapped(text) if text[0].root in roots else text for text in _texts(rows)))


def _texts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Each row with those that go on with its text."""
    text: list[Row] = []
    for row in rows:
        if row.kind != "text" and text:
            yield text
            text = []
        text.append(row)
    if text:
        yield text


def _wrapped(text: list[Row]) -> Sequence[Row]:
    first = text[0]
    if first.kind not in ("goal", "field", "item") or first.column is None or all(len(row.text) <= WIDTH for row in text):
        return text
    if any(row.tail for row in text):
        return text  # a suppression speaks of the line that it ends
    said, *attributes = _ATTRIBUTES.split(" ".join(row.body for row in text if row.body))
    words = [*_BREAK.split(said), *filter(None, attributes)]
    column = first.column + (STEP if first.lead == "-" else CONTINUED)
    lines = [" ".join(part for part in (first.lead, words[0]) if part)]
    for word in words[1:]:
        room = WIDTH - (column if len(lines) > 1 else first.column)
        if len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += " " + word
        else:
            lines.append(word)
    head = replace(first, lead="", body=lines[0])
    return [head, *(Row("text", "", first.root, column, body=line) for line in lines[1:])]
