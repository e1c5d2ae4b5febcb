"""Where a new line goes that a fix adds: below the sentence of a goal, or at the top of the file."""

from __future__ import annotations

from functools import lru_cache

from smartlint.goal import Document, Goal
from smartlint.readers import has_lines, in_data, is_document
from smartlint.source import Source, Span


class NoRoom(LookupError):
    """A new line would stand in the middle of something else: in a table, or in a file that has no lines."""


def placed(text: str, document: Document, goal: Goal | None) -> tuple[Span, str]:
    """The place of new lines and how they are to be written there, indented and with the line ends of the file.

    With a goal, they are fields of it; with none, they are fields of the whole file. Raises ``NoRoom``.
    """
    if not has_lines(document.source.path):
        raise NoRoom
    at = document.source.in_file(goal.statement.span).start if goal is not None else -1
    if in_data(document.source.path, document.source.file.text, at):
        from smartlint.readers.data_edits import added as added_to_data

        found = added_to_data(text, document, goal)
        if found is None:
            raise NoRoom
        return found
    if is_document(document.source.path) and (goal is None or goal.because is not None):
        from smartlint.readers.adding import added

        found = added(text, document, goal)
        if found is None:
            raise NoRoom
        return found
    end = document.source.line_end
    if goal is None:
        return _on_top(text, document, end)
    place, indent = _below(document.source, goal)
    return place, "".join([f"{end}{indent}{one}" for one in text.split("\n")])


@lru_cache(1)  # of a goal several things may be missing
def _below(source: Source, goal: Goal) -> tuple[Span, str]:
    """The place below the sentence of a goal, and the indentation of what is written there."""
    line = source.position(max(goal.head.end, goal.statement.span.end)).line
    place = source.line_span(line).end
    return Span(place, place), _indent(source, goal, line)


def _indent(source: Source, goal: Goal, line: int) -> str:
    """The indentation of what stands below the goal already, so that it goes on to belong to it; else two blanks more."""
    own = _leading(source.line(source.position(goal.head.start).line))
    last = source.position(max(one.span.end for one in goal.walk())).line
    for below in range(line + 1, last + 1):
        written = source.line(below)
        if written.strip() and not written.lstrip().startswith("#"):
            if len(_leading(written)) > len(own):
                return _leading(written)
            break
    first = min(goal.fields.values(), key=lambda field: field.word.span, default=None)
    if first is not None:
        return _leading(source.line(source.position(first.word.span.start).line))
    return own + ("\t" if own.endswith("\t") else "  ")


def _on_top(text: str, document: Document, end: str) -> tuple[Span, str]:
    """Below the first line of the header, or before everything where there is none."""
    source = document.source
    header = document.sections[0].fields.values() if document.sections else ()
    first = min(header, key=lambda field: field.word.span, default=None)
    lines = text.split("\n")
    if first is None:
        return Span(0, 0), "".join(f"{one}{end}" for one in lines) + end
    line = source.position(first.span.end).line
    while line < source.line_count and _leading(source.line(line + 1)):
        line += 1  # what goes on with it
    place = source.line_span(line).end
    return Span(place, place), "".join(f"{end}{one}" for one in lines)


def _leading(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
