"""What is done for the goals of a table: in further columns, and in rows without a goal of their own."""

from __future__ import annotations

from collections.abc import Iterable

from smartlint.parser.drafts import GoalDraft
from smartlint.readers.cell_lines import sentences_in
from smartlint.readers.drawing import Drafts
from smartlint.readers.headlines import Headlines
from smartlint.readers.peeling import Peeler
from smartlint.source import Span

#: What is told of a deed.
_TOLD = frozenset(("owner", "deadline"))


class Deeds:
    """Adds deeds to goals."""

    def __init__(self, text: str, peeler: Peeler, drafts: Drafts, says: Headlines) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._says = says

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
        """A goal is due when the last of its deeds is; the day in the row of the goal is that of the first one.

        A goal that says itself by when it is to be reached stays as it is.
        """
        first, how = goal.fields.get("deadline"), goal.fields["how"]
        day, last = self._says.end_of(first.span) if first is not None else None, self._says.end_of(cell)
        own = self._says.day_in(goal.parts[0].cover(goal.parts[-1])) if goal.parts else None
        if first is None or day is None or last is None or day >= last or own is not None:
            return
        if how.parts:
            deed = self._drafts.item(how.parts)
            deed.fields["deadline"] = first
            how.parts, how.items[:0] = [], [deed]
        goal.fields["deadline"] = self._drafts.drawn("deadline", cell)
