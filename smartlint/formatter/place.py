"""Where each line goes: two columns further right than what it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from smartlint.goal import Problem
from smartlint.parser.drafts import FieldDraft, GoalDraft, ItemDraft
from smartlint.parser.layout import Layout
from smartlint.parser.lines import Line
from smartlint.record import dataclass
from smartlint.source import Span

STEP = 2
#: How much further right a text goes on, so that it is told from the fields below it.
CONTINUED = 4
#: Problems of lines that were nearly read: a field misspelt, without its colon, or said twice.
_NEARLY = ("unknown-field", "missing-colon", "duplicate-field")


@dataclass(frozen=True)
class Place:
    """Where a line goes and as what; of a field its canonical name, and the line of the goal that it belongs to."""

    kind: str
    column: int
    name: str = ""
    holder: int | None = None


def places(layout: Layout, lines: Sequence[Line]) -> dict[int, Place]:
    """The places of lines by their start; a line that could not be read has none."""
    return _Places(layout, lines).found


class _Places:
    def __init__(self, layout: Layout, lines: Sequence[Line]) -> None:
        self.found: dict[int, Place] = {}
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._texts = {line.content.start: line for line in lines}
        for section in layout.sections:
            self._fields(section.fields, 0, section.start)
        for goal in layout.roots:
            self._goal(goal, 0)
        self._problems(layout.problems, 0)
        self._follow()

    def _goal(self, goal: GoalDraft, column: int) -> None:
        self.found[goal.line.start] = Place("goal", column)
        self._go_on(goal.line, goal.parts, column + CONTINUED)
        self._fields(goal.fields, column + STEP, goal.line.start)
        self._items(goal.items, column + STEP)
        for child in goal.children:
            self._goal(child, column + STEP)
        self._problems(goal.problems, column + STEP)

    def _fields(self, fields: dict[str, FieldDraft], column: int, holder: int | None) -> None:
        for field in fields.values():
            self.found[field.line.start] = Place("field", column, field.name, holder)
            self._go_on(field.line, field.parts, column + CONTINUED)
            self._items(field.items, column + STEP)

    def _items(self, items: Sequence[ItemDraft], column: int) -> None:
        for item in items:
            self.found[item.line.start] = Place("item", column)
            self._go_on(item.line, item.parts, column + STEP)
            self._fields(item.fields, column + STEP, None)
            self._items(item.items, column + STEP)

    def _go_on(self, line: Line, parts: Sequence[Span], column: int) -> None:
        for part in parts:
            below = self._texts.get(part.start)
            if below is not None and below is not line:
                self.found[below.start] = Place("text", column)

    def _problems(self, problems: Sequence[Problem], column: int) -> None:
        """What was nearly read goes where it was meant to stand."""
        for problem in problems:
            if problem.kind in _NEARLY:
                first = self.found.get(self._line_at(problem.related[0]).start) if problem.related else None
                self.found[self._line_at(problem.span).start] = Place("kept", first.column if first else column)

    def _line_at(self, span: Span) -> Line:
        return self._lines[bisect_right(self._starts, span.start) - 1]

    def _follow(self) -> None:
        """What stands below a line that was nearly read moves along with it."""
        head: tuple[int, int] | None = None
        for line in self._lines:
            place = self.found.get(line.start)
            if place is not None:
                head = (line.column, place.column) if place.kind == "kept" else None
            elif head is not None and line.column > head[0] and line.kind != "DIRECTIVE":
                self.found[line.start] = Place("kept", line.column - head[0] + head[1])
            elif line.kind != "DIRECTIVE":
                head = None
