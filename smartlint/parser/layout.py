"""What belongs to what: lines become drafts of sections, goals, fields and items, by their columns."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from smartlint.goal import Problem
from smartlint.parser.drafts import (
    FieldDraft,
    GoalDraft,
    ItemDraft,
    SectionDraft,
    goal_draft,
    item_goal_draft,
    lost_goal_draft,
    pieces,
)
from smartlint.parser.lines import LONGEST_LINE, SECTION_STARTS, Line
from smartlint.parser.names import is_nearly_goal, resembles_goal
from smartlint.parser.open_goals import DEEPEST, OpenGoals
from smartlint.parser.slips import Slip, field_slip, mixed_indentation, stands_under
from smartlint.record import replace
from smartlint.source import Source, Span

#: Fields that a file or section may state for all its goals.
HEADER = frozenset(
    "team organisation owner period review source supports language currency fiscal_year start deadline status".split()
)
#: Fields whose items are actions or a series; a text field's items are its text.
LISTS = frozenset(("how", "milestones", "progress", "evidence"))
_SHOWN = 60


class Layout:
    """Places each line; what has no place becomes a problem. ``start`` is where the first heading begins."""

    def __init__(self, source: Source, language: str, start: int = 0) -> None:
        self._text = source.text
        self._language = language
        self.sections = [SectionDraft(start)]
        self.roots: list[GoalDraft] = []
        self.problems: list[Problem] = []
        self.directives: list[tuple[Span, Line | None]] = []
        self._goals = OpenGoals()
        self._field: FieldDraft | None = None
        self._items: list[tuple[int, ItemDraft]] = []  # the open ones, by column
        self._parts: list[Span] | None = None  # the text that a deeper line goes on with
        self._parts_column = 0
        self._bad: list[Line] = []  # neighbouring lines that cannot be read
        self._lost: Line | None = None  # the one of them that may have been a goal
        self._columns: frozenset[int] = frozenset()
        self._before: Line | None = None
        self._below: Line | None = None
        self._waiting: list[Span] = []  # directives on a line of their own
        self._mixed = False

    def place(self, heading: list[Line], goals: list[list[Line]]) -> None:
        for block in (heading, *goals):
            self._columns = self._columns_of(block)
            for line, below in zip_longest(block, block[1:]):
                self._below = below
                self._take(line)
        self._flush()
        self.directives += [(span, None) for span in self._waiting]

    def _columns_of(self, block: list[Line]) -> frozenset[int]:
        """The columns in which the fields of a goal stand; where all are misspelt, those of these that are indented."""
        found = frozenset([line.column for line in block if line.kind == "FIELD"])
        return found or frozenset([line.column for line in block if line.column > 0 and self._is_misspelt(line)])

    def _is_misspelt(self, line: Line) -> bool:
        return line.kind == "KEYED" and field_slip(self._text, line, self._language) is not None

    def forget(self) -> None:
        """Lets go of everything: it has become what it was to be."""
        for drafts in (self.sections, self.roots, self.problems, self.directives, self._bad, self._items):
            drafts.clear()
        self._goals.clear()
        self._field = self._lost = self._before = self._below = self._parts = None

    # --- lines ------------------------------------------------------------------------------------------------------

    def _take(self, line: Line) -> None:
        if line.kind == "DIRECTIVE":
            self._waiting.append(line.directive or line.content)
            return
        self.directives += [(span, line) for span in self._waiting]
        self._waiting.clear()
        if line.directive is not None:
            self.directives.append((line.directive, None))
        self._compare(line)
        if line.length > LONGEST_LINE:
            self._flush()
            start = line.content.start
            data = {"limit": LONGEST_LINE, "length": line.length}
            self._problem("syntax-error", "too-long", Span(start, start + 1), data)
            self._lost, self._parts, self._parts_column = line, [], line.column
        elif line.kind == "GOAL":
            self._goal(line)
        elif line.kind == "FIELD":
            self._take_field(line)
        elif line.kind == "ITEM":
            self._item(line)
        else:
            self._other(line)

    def _compare(self, line: Line) -> None:
        """Lines that cannot be compared are one problem; each is taken to stand where the last one that could does."""
        before, self._before = self._before, line
        problem = mixed_indentation(line, before) if before is not None else None
        if problem is not None and before is not None:
            self._before = before
            line.column = before.column  # whatever a tab is to this writer, it is most likely this
            if not self._mixed:
                self.problems.append(problem)
            self._mixed = True

    def _problem(
        self,
        kind: str,
        variant: str,
        span: Span,
        data: dict[str, Any] | None = None,
        related: tuple[Span, ...] = (),
        goal: GoalDraft | None = None,
    ) -> None:
        problem = Problem(kind, variant, span, data or {}, related)
        (goal.problems if goal is not None else self.problems).append(problem)

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _reach(self, line: Line) -> None:
        """The innermost goal goes on to the end of a line."""
        if self._goals.last is not None:
            self._goals.last.end = max(self._goals.last.end, line.content.end)

    # --- lines that cannot be read ----------------------------------------------------------------------------------

    def _unreadable(self, line: Line) -> None:
        if line.kind != "ITEM" and resembles_goal(self._slice(line.content)):
            self._flush()
            self._lost = line
        elif line.kind != "ITEM" and not self._bad:
            self._lost = line
        self._bad.append(line)
        self._parts = None

    def _flush(self) -> None:
        """Neighbouring lines that cannot be read are one problem, at the first of them."""
        if self._bad:
            first = self._bad[0]
            variant = "item" if first.kind == "ITEM" else "line"
            span = Span(first.dash.start if first.dash else first.content.start, first.content.end)
            text = self._slice(first.content)
            shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
            self._problem("syntax-error", variant, span, {"text": shown}, goal=self._goals.last)
            self._bad = []

    def _recover(self, line: Line) -> None:
        """Before a line is placed: a goal that could not be read is opened, as a lost one, for what stands under it."""
        if self._under_lost(line):
            assert self._lost is not None
            self._open(lost_goal_draft(self._lost, self.sections[-1]))
        self._lost = None
        self._flush()

    def _under_lost(self, line: Line) -> bool:
        first = not self._goals and not self.sections[-1].fields
        return self._lost is not None and stands_under(self._text, line, self._lost, first=first)

    # --- goals ------------------------------------------------------------------------------------------------------

    def _goal(self, line: Line) -> None:
        self._recover(line)
        self._open(goal_draft(line, self.sections[-1]))

    def _open(self, goal: GoalDraft) -> None:
        self._enter(goal, self._goals.open(goal))

    def _enter(self, goal: GoalDraft, above: GoalDraft | None) -> None:
        (above.children if above else self.roots).append(goal)
        self._field, self._items = None, []
        self._parts, self._parts_column = goal.parts, goal.column

    # --- fields -----------------------------------------------------------------------------------------------------

    def _take_field(self, line: Line) -> None:
        self._recover(line)
        name = line.name
        assert name is not None
        draft = FieldDraft(str(name.meaning), line, name.word, pieces(name.value))
        holder = self._item_for(line, draft.name)
        if holder is not None:
            self._add(draft, holder.fields, self._goals.last)
        elif self._goals and not (line.column == 0 and draft.name in SECTION_STARTS):
            goal = self._goals.for_field(line.column)
            self._add(draft, goal.fields, goal)
            goal.columns.add(line.column)
        else:
            self._heading(line, draft)
        self._enter_field(draft, inside=holder is not None)

    def _enter_field(self, draft: FieldDraft, *, inside: bool = False) -> None:
        self._field = draft
        if not inside:
            self._items = []
        self._reach(draft.line)
        self._parts, self._parts_column = draft.parts, draft.line.column

    def _item_for(self, line: Line, name: str) -> ItemDraft | None:
        """The action that an attribute stands under: ``owner:`` or ``deadline:`` deeper than its dash."""
        if name not in ("owner", "deadline"):
            return None
        return next((item for column, item in reversed(self._items) if column < line.column), None)

    def _add(self, draft: FieldDraft, fields: dict[str, FieldDraft], goal: GoalDraft | None) -> None:
        first = fields.setdefault(draft.name, draft)
        if first is not draft:
            data = {"word": self._slice(draft.word), "name": draft.name}
            self._problem("duplicate-field", "twice", draft.word, data, (first.word,), goal)
        if draft.name in (goal or self.sections[-1]).attempted:  # what was misspelt may have meant another field
            problems = goal.problems if goal is not None else self.problems
            problems[:] = [replace(problem, sure=False) for problem in problems]

    def _heading(self, line: Line, draft: FieldDraft) -> None:
        if draft.name not in HEADER and not draft.name.startswith("x-"):
            self._problem("syntax-error", "orphan", draft.word, {"word": self._slice(draft.word)})
            return
        section = self.sections[-1]
        in_heading = not self.roots or section.start > self.roots[-1].line.start  # no goal opened since it began
        if self._goals or (not in_heading and draft.name in SECTION_STARTS):
            section = SectionDraft(line.start)
            self.sections.append(section)
            self._goals.clear()
        self._add(draft, section.fields, None)

    # --- items ------------------------------------------------------------------------------------------------------

    def _item(self, line: Line) -> None:
        if self._under_lost(line):
            self._recover(line)
        while self._items and self._items[-1][0] >= line.column:
            self._items.pop()
        del self._items[DEEPEST - 1 :]
        item = ItemDraft(line, pieces(line.content))
        if self._items:
            self._items[-1][1].items.append(item)
        elif self._field is not None and self._takes_item(self._field, line.column):
            self._field.items.append(item)
        elif self._goals and (holder := self._goals.for_item(line.column)) is not None:
            self._flush()
            if holder.word.kind == "objective" or holder.listed:
                goal = item_goal_draft(line, holder)
                self._enter(goal, self._goals.open_item(goal))
                if not goal.parts:
                    self._problem("empty-field", "item", goal.head, goal=goal)
                return
            holder.items.append(item)
            self._field = None
        else:
            self._unreadable(line)
            return
        self._flush()
        self._lost = None
        self._reach(line)
        if not item.parts:
            self._problem("empty-field", "item", line.dash or line.content, goal=self._goals.last)
        self._items.append((line.column, item))
        self._parts, self._parts_column = item.parts, line.column

    def _takes_item(self, draft: FieldDraft, column: int) -> bool:
        """A field takes deeper items; those in its own column only if it has no text of its own or is a list."""
        if draft.name in SECTION_STARTS:
            return False
        own = draft.line.column
        return column > own or (column == own and (not draft.parts or draft.name in LISTS))

    # --- text -------------------------------------------------------------------------------------------------------

    def _other(self, line: Line) -> None:
        """A continuation, a misspelt field, a field without its colon, or a line that cannot be read."""
        slip = field_slip(self._text, line, self._language) if self._at_field_column(line) else None
        if slip is not None:
            self._slip(slip)
        elif self._parts is None or line.column <= self._text_column() or self._cuts_off(line):
            self._unreadable(line)
        else:
            self._parts.append(line.content)
            self._reach(line)

    def _cuts_off(self, line: Line) -> bool:
        """No continuation: a goal's line that cannot be read, among the fields of the goal above."""
        if not self._columns or (line.column not in self._columns and line.column > min(self._columns)):
            return False
        text, below = self._slice(line.content), self._below
        has_fields = below is not None and below.kind == "FIELD" and below.column > line.column
        return is_nearly_goal(text) or (has_fields and resembles_goal(text))

    def _text_column(self) -> int:
        """Text further right than this goes on with the text above it."""
        goal = self._goals.last
        return min(goal.column, self._parts_column) if goal else self._parts_column

    def _slip(self, slip: Slip) -> None:
        """Rules about missing fields leave the field that was meant alone."""
        self._recover(slip.draft.line)
        goal = self._goals.for_field(slip.draft.line.column) if self._goals else None
        begins_section = goal is not None and slip.draft.line.column == 0 and slip.names[0] in SECTION_STARTS
        if not begins_section:
            (goal or self.sections[-1]).attempted.update(slip.names)
        sure = slip.sure and not begins_section and slip.names[0] not in (goal or self.sections[-1]).fields
        problem = Problem(slip.kind, slip.variant, slip.draft.word, slip.data, mended=slip.mended, sure=sure)
        (goal.problems if goal else self.problems).append(problem)
        self._enter_field(slip.draft)

    def _at_field_column(self, line: Line) -> bool:
        goal = self._goals.last
        if goal is None:
            return line.column == 0
        return line.column in self._columns if self._columns else line.column >= goal.column
