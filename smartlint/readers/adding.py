"""Where a new field goes in a Markdown document: below an item as an item of its own, below a heading as a line."""

from __future__ import annotations

import re

from smartlint.goal import Document, Goal
from smartlint.readers.masking import FRONT_MATTER
from smartlint.source import Source, Span

_ITEM = re.compile(r"(?P<before>[ \t]*(?:[-+*•·]|\d{1,3}[.)])[ \t]+)")
_TITLE = re.compile(r"^ {0,3}#[ \t][^\r\n]*|^[^\s#|>*-][^\r\n]*\r?\n=+[ \t]*(?=\r?$)", re.MULTILINE)


def added(text: str, document: Document, goal: Goal | None) -> tuple[Span, str] | None:
    """The place of new lines of fields and how they are to be written there; None where there is no room, as in a table."""
    source = document.source
    end = source.line_end
    lines = text.split("\n")
    if goal is None:
        return _on_top(lines, source, end)
    line = source.line(source.position(goal.head.start).line)
    place = source.line_span(source.position(max(goal.head.end, goal.statement.span.end)).line).end
    item = _ITEM.match(line)
    if item is not None:
        indent = "".join(char if char.isspace() else " " for char in item["before"])
        marked = (one if one[:1].isspace() else f"- {one}" for one in lines)
        return Span(place, place), "".join(f"{end}{indent}{one}" for one in marked)
    if "|" in line or (len(lines) > 1 and goal.children):  # a list would take in that of its key results
        return None
    gap = end if line.lstrip().startswith("#") else ""
    return Span(place, place), gap + "".join(f"{end}{one}" for one in lines)


def _on_top(lines: list[str], source: Source, end: str) -> tuple[Span, str]:
    """Below the title, else at the start of the text."""
    front = FRONT_MATTER.match(source.text)
    start = front.end() if front is not None else 0
    title = _TITLE.search(source.text, start)
    if title is not None:
        return Span(title.end(), title.end()), end + "".join(f"{end}{one}" for one in lines)
    if front is not None:
        return Span(start, start), end + "".join(f"{end}{one}" for one in lines)
    return Span(0, 0), "".join(f"{one}{end}" for one in lines) + end
