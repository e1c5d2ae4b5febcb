"""What of a document is part of no goal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from smartlint.goal import Action, Document, Field
from smartlint.readers import is_data
from smartlint.reading import Quantity
from smartlint.source import Source, Span

_FENCES = ("```", "~~~")
#: How far from its number a unit is looked for.
_NEAR = 200
#: What stands between a key of data and its value.
_GIVES = re.compile(r"""["']?[ \t]*[:=][ \t]*""")


def remainder(document: Document) -> Iterator[Span]:
    """The lines of the document in which nothing is part of a goal, those below one another as one span."""
    source = document.source
    used = sorted(_used(document))
    start = end = -1
    at = 0
    for piece in _pieces(document):
        while at < len(used) and used[at].end <= piece.start:
            at += 1
        is_used = at < len(used) and used[at].start < piece.end
        if start >= 0 and (is_used or source.position(piece.start).line > source.position(end).line + 1):
            yield Span(start, end)
            start = -1
        if not is_used:
            start, end = (piece.start if start < 0 else start), piece.end
    if start >= 0:
        yield Span(start, end)


def _pieces(document: Document) -> Iterator[Span]:
    """The lines that say something; of a file of data its values and comments. In order of place."""
    source = document.source
    if is_data(source.path):
        from smartlint.readers.data_edits import values

        yield from values(source.file.text, source.path)
        return
    for number in range(1, source.line_count + 1):
        line = source.line_span(number)
        written = source.slice(line)
        sheet = source.label(line.start)
        named = bool(sheet) and "!" not in sheet  # a sheet without a cell is its name
        if any(char.isalnum() for char in written) and not named and not written.lstrip().startswith(_FENCES):
            yield line


def _used(document: Document) -> Iterator[Span]:
    fields = [field for section in document.sections for field in section.fields.values()]
    for goal in document.all_goals:
        yield from (goal.head, goal.statement.span, goal.id.span)
        yield from ((goal.because,) if goal.because is not None else ())
        yield from (origin.span for origin in goal.inherited.values())
        for action in _all_actions(goal.actions):
            yield action.text.span
            yield from (person.span for person in action.owner)
            yield from ((action.deadline.span,) if action.deadline is not None else ())
        fields += goal.fields.values()
    for field in fields:
        yield from (field.word.span, field.text.span)
        # The value beside its word may be another than the text: ``year: 2027`` and ``quarter: 1`` are one period.
        gives = _GIVES.match(document.source.text, field.word.span.end)
        yield from ((Span(gives.end(), gives.end() + 1),) if gives is not None else ())
        yield from _unit(document.source, field)
    for directive in document.directives:
        yield directive.span


def _unit(source: Source, field: Field) -> Iterator[Span]:
    """What an amount is counted in, where it stands apart: ``target: {value: 12, unit: MNOK}``."""
    unit = field.value.text.removeprefix(field.text.plain).strip() if isinstance(field.value, Quantity) else ""
    at = source.text.find(unit, field.text.span.end, field.text.span.end + _NEAR) if unit else -1
    if at >= 0:
        yield Span(at, at + len(unit))


def _all_actions(actions: Sequence[Action]) -> Iterator[Action]:
    for action in actions:
        yield action
        yield from _all_actions(action.actions)
