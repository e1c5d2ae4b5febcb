"""What is done for the goals of a table: in further columns, and in rows without a goal of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from smartlint.parser.drafts import GoalDraft
from smartlint.readers.cell_lines import sentences_in
from smartlint.readers.drawing import Drafts
from smartlint.readers.peeling import Peeler
from smartlint.reading import TimeRef
from smartlint.source import Span

#: What is told of a deed.
_TOLD = frozenset(("owner", "deadline"))


class Deeds:
    """Adds deeds to goals; ``day_in`` reads the day in a cell."""

    def __init__(self, text: str, peeler: Peeler, drafts: Drafts, day_in: Callable[[Span], TimeRef | None]) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._day_in = day_in

    def add(self, goal: GoalDraft, cell: Span, fields: Iterable[tuple[str, Span]] = ()) -> None:
        """What else is done for a goal, with who and by when where that is told: as many deeds as the cell has bullets."""
        told = [(name, span) for name, span in fields if name in _TOLD]
        items = [self._drafts.item(parts) for one in sentences_in(self._text, cell) if (parts := self._peeler.plain(one))]
        for item in items:
            item.fields |= {name: self._drafts.drawn(name, span) for name, span in told}
        self._drafts.field(goal, "how", Span(cell.start, cell.start)).items += items
        for name, span in told:
            if name == "deadline" and items:
                self._prolong(goal, span)

    def _prolong(self, goal: GoalDraft, cell: Span) -> None:
        """A goal is due when the last of its deeds is; the day in the row of the goal is that of the first one."""
        first, how = goal.fields.get(name := "deadline"), goal.fields["how"]
        day, last = self._day_in(first.parts[0]) if first is not None and first.parts else None, self._day_in(cell)
        if first is None or day is None or last is None or not (day.end and last.end and day.end < last.end):
            return
        if how.parts:
            deed = self._drafts.item(how.parts)
            deed.fields[name] = first
            how.parts, how.items[:0] = [], [deed]
        goal.fields[name] = self._drafts.drawn(name, cell)
