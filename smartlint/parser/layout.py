"""What belongs to what: lines become drafts of sections, goals, fields and items, by their columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from smartlint.goal import Problem, Text
from smartlint.language.vocabulary import GoalWord, nearest_field, vocabulary
from smartlint.parser.lines import LONGEST_LINE, Line, columns, reads_as_time
from smartlint.source import Source, Span

#: Fields that a file or section may state for all its goals.
HEADER = frozenset(
    "team organisation owner period review source supports language currency fiscal_year start deadline status".split()
)
#: Header fields that start a new section when they stand at the left edge after a goal.
SECTION_STARTS = frozenset(("team", "organisation", "language", "currency", "fiscal_year"))
#: Fields whose items are actions or a series; a text field's items are its text.
LISTS = frozenset(("how", "milestones", "progress", "evidence"))
_SHOWN = 60
#: Goals and items nest no deeper; what is deeper stands at this depth.
_DEEPEST = 40


@dataclass
class ItemDraft:
    """An item: the spans of its text, deeper items, and fields that stand under it."""

    line: Line
    parts: list[Span]
    items: list[ItemDraft] = field(default_factory=list)
    fields: dict[str, FieldDraft] = field(default_factory=dict)


@dataclass
class FieldDraft:
    """A field: the spans of its text, and its items."""

    name: str
    word: Span
    column: int
    parts: list[Span]
    items: list[ItemDraft] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.word.start, self.parts[-1].end if self.parts else self.word.end)


@dataclass
class SectionDraft:
    """A heading: its fields are inherited by the goals that follow."""

    start: int
    fields: dict[str, FieldDraft] = field(default_factory=dict)


@dataclass
class GoalDraft:
    """A goal on its way. ``group`` marks a goal word without text whose items or goals are the goals."""

    line: Line
    column: int
    word: GoalWord
    head: Span
    word_span: Span
    section: SectionDraft
    parts: list[Span]
    parent: GoalDraft | None = None
    id: Span | None = None
    label: str = ""
    item: bool = False
    fields: dict[str, FieldDraft] = field(default_factory=dict)
    items: list[ItemDraft] = field(default_factory=list)
    children: list[GoalDraft] = field(default_factory=list)
    attempted: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    end: int = 0

    @property
    def group(self) -> bool:
        return not self.parts and self.id is None and bool(self.children)

    def walk(self) -> Iterator[GoalDraft]:
        """The goal and those below it; groups give way to their goals."""
        if not self.group:
            yield self
        for child in self.children:
            yield from child.walk()


class Layout:
    """Places each line; what has no place becomes a problem."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self.sections = [SectionDraft(0)]
        self.roots: list[GoalDraft] = []
        self.problems: list[Problem] = []
        self.directives: list[tuple[Span, Line | None]] = []
        self._goals: list[GoalDraft] = []  # the open ones, outermost first
        self._field: FieldDraft | None = None
        self._items: list[tuple[int, ItemDraft | GoalDraft]] = []  # the open ones, by column
        self._parts: list[Span] | None = None  # the text that a deeper line goes on with
        self._parts_column = 0
        self._bad: list[Line] = []  # neighbouring lines that cannot be read
        self._block: list[Line] = []
        self._columns: frozenset[int] = frozenset()
        self._before: Line | None = None
        self._waiting: list[Span] = []  # directives on a line of their own
        self._mixed = False

    def place(self, heading: list[Line], goals: list[list[Line]]) -> None:
        for block in (heading, *goals):
            self._block, self._columns = block, columns(block)
            for line in block:
                self._take(line)
        self._flush()

    # --- lines ------------------------------------------------------------------------------------------------------

    def _take(self, line: Line) -> None:
        if line.kind == "DIRECTIVE":
            self._waiting.append(line.directive or line.content)
            return
        for span in self._waiting:
            self.directives.append((span, line))
        self._waiting.clear()
        if line.directive is not None:
            self.directives.append((line.directive, None))
        self._compare(line)
        if line.length > LONGEST_LINE:
            self._flush()
            start = line.content.start
            data = {"limit": LONGEST_LINE, "length": line.length}
            self._problem("syntax-error", "too-long", Span(start, start + 1), data)
            self._parts = None
        elif line.kind == "GOAL":
            self._goal(line)
        elif line.kind == "FIELD":
            self._take_field(line)
        elif line.kind == "ITEM":
            self._item(line)
        else:
            self._other(line)

    def _compare(self, line: Line) -> None:
        """Tabs and blanks: two neighbouring lines must compare alike with narrow and with wide tabs."""
        before, self._before = self._before, line
        if before is None or self._mixed or ("\t" not in line.indent + before.indent):
            return
        wide = (line.column > before.column) - (line.column < before.column)
        narrow = (len(line.indent) > len(before.indent)) - (len(line.indent) < len(before.indent))
        if wide != narrow and not (line.indent.startswith(before.indent) or before.indent.startswith(line.indent)):
            self._mixed = True
            span = Span(line.start, max(line.start + len(line.indent), line.start + 1))
            first = Span(before.start, max(before.start + len(before.indent), before.start + 1))
            self._problem("mixed-indentation", "mixed", span, related=(first,))

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

    def _shown(self, span: Span) -> str:
        text = self._slice(span)
        return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

    def _flush(self) -> None:
        """Neighbouring lines that cannot be read are one problem, at the first of them."""
        if self._bad:
            first, last = self._bad[0], self._bad[-1]
            variant = "item" if first.kind == "ITEM" else "line"
            span = Span(
                first.word.start if first.word and first.kind == "ITEM" else first.content.start, last.content.end
            )
            if first is not last:
                span = Span(span.start, first.content.end)
            self._problem("syntax-error", variant, span, {"text": self._shown(first.content)}, goal=self._goal_at())
            self._bad = []

    def _goal_at(self) -> GoalDraft | None:
        return self._goals[-1] if self._goals else None

    # --- goals ------------------------------------------------------------------------------------------------------

    def _goal(self, line: Line) -> None:
        self._flush()
        assert isinstance(line.meaning, GoalWord) and line.word is not None and line.value is not None
        head_end = max(line.word.end, line.id.end if line.id else 0)
        goal = GoalDraft(
            line,
            line.column,
            line.meaning,
            Span(line.word.start, head_end),
            line.word,
            self.sections[-1],
            [line.value] if line.value.start < line.value.end else [],
            id=line.id,
            label=line.label,
            end=line.content.end,
        )
        self._open(goal)

    def _open(self, goal: GoalDraft) -> None:
        """Finds a goal's parent: the innermost goal further left, or the objective or goal before a flat key result."""
        below = goal.word.kind == "key_result" or goal.word.sub
        while self._goals:
            other = self._goals[-1]
            same_kind = (other.word.kind, other.word.sub) == (goal.word.kind, goal.word.sub)
            if other.column < goal.column or (
                below and other.column == goal.column and not same_kind and not other.item
            ):
                break
            self._goals.pop()
        del self._goals[_DEEPEST:]
        goal.parent = self._goals[-1] if self._goals else None
        (goal.parent.children if goal.parent else self.roots).append(goal)
        self._goals.append(goal)
        self._field, self._items = None, []
        self._parts, self._parts_column = goal.parts, goal.column

    def _goal_from_item(self, line: Line, holder: GoalDraft) -> None:
        """An item of a goal list, or a key result in a bullet under its objective."""
        listed = not holder.parts and holder.id is None
        word = holder.word if listed else GoalWord("key_result", "", False, holder.word.language)
        while self._goals[-1] is not holder:
            self._goals.pop()
        goal = GoalDraft(
            line,
            line.column,
            word,
            line.content if line.content.start < line.content.end else line.word or line.content,
            line.word or line.content,
            holder.section,
            [line.content] if line.content.start < line.content.end else [],
            parent=holder,
            item=True,
            end=line.content.end,
        )
        holder.children.append(goal)
        self._goals.append(goal)
        self._field, self._items = None, []
        self._parts, self._parts_column = goal.parts, goal.column
        if not goal.parts:
            self._problem("empty-field", "item", goal.head, goal=goal)

    # --- fields -----------------------------------------------------------------------------------------------------

    def _take_field(self, line: Line) -> None:
        self._flush()
        assert line.word is not None and line.value is not None
        name = str(line.meaning)
        draft = FieldDraft(name, line.word, line.column, [line.value] if line.value.start < line.value.end else [])
        holder = self._item_for(line)
        if holder is not None:
            self._add(draft, holder.fields, None)
        elif self._goals and not (line.column == 0 and name in SECTION_STARTS):
            goal = self._goal_for(line.column)
            goal.end = line.content.end
            self._add(draft, goal.fields, goal)
        else:
            self._heading(line, draft)
        self._field = draft
        if holder is None:
            self._items = []
        self._parts, self._parts_column = draft.parts, draft.column

    def _item_for(self, line: Line) -> ItemDraft | None:
        """The action that an attribute stands under: ``owner:`` or ``deadline:`` deeper than its dash."""
        if line.meaning not in ("owner", "deadline") or not self._items:
            return None
        for column, item in reversed(self._items):
            if column < line.column and isinstance(item, ItemDraft):
                return item
        return None

    def _add(self, draft: FieldDraft, fields: dict[str, FieldDraft], goal: GoalDraft | None) -> None:
        first = fields.get(draft.name)
        if first is None:
            fields[draft.name] = draft
            return
        data = {"word": self._slice(draft.word), "name": draft.name}
        self._problem("duplicate-field", "twice", draft.word, data, (first.word,), goal)

    def _goal_for(self, column: int) -> GoalDraft:
        """The goal whose field stands in a column: the innermost further left, or the goal above in the same column.

        A goal in the same column that has deeper fields of its own gives way to a parent with fields in that column.
        """
        while len(self._goals) > 1:
            goal = self._goals[-1]
            if goal.column > column:
                self._goals.pop()
                continue
            if goal.column == column:
                deeper = any(one.column > column for one in goal.fields.values())
                parent = self._goals[-2]
                if deeper and any(one.column == column for one in parent.fields.values()):
                    self._goals.pop()
                    continue
            break
        return self._goals[-1]

    def _heading(self, line: Line, draft: FieldDraft) -> None:
        if draft.name not in HEADER and not draft.name.startswith("x-"):
            self._problem("syntax-error", "orphan", draft.word, {"word": self._slice(draft.word)})
            return
        section = self.sections[-1]
        if self._goals or self.roots and draft.name in SECTION_STARTS and not self._in_heading(line):
            section = SectionDraft(line.start)
            self.sections.append(section)
            self._goals = []
        self._add(draft, section.fields, None)

    def _in_heading(self, line: Line) -> bool:
        """No goal has been opened since the section began."""
        return not self.roots or self.sections[-1].start > self.roots[-1].line.start

    # --- items ------------------------------------------------------------------------------------------------------

    def _item(self, line: Line) -> None:
        while self._items and self._items[-1][0] >= line.column:
            self._items.pop()
        del self._items[_DEEPEST:]
        empty = line.content.start >= line.content.end
        item = ItemDraft(line, [] if empty else [line.content])
        if self._items:
            self._flush()
            above = self._items[-1][1]
            above.items.append(item)
        elif self._field is not None and self._takes_item(self._field, line.column):
            self._flush()
            self._field.items.append(item)
        elif self._goals and self._goal_above(line.column):
            self._flush()
            holder = self._goals[-1]
            if holder.word.kind == "objective" or (not holder.parts and holder.id is None):
                self._goal_from_item(line, holder)
                return
            holder.items.append(item)
            self._field = None
        else:
            self._bad.append(line)
            return
        if self._goals:
            self._goals[-1].end = max(self._goals[-1].end, line.content.end)
        if empty:
            self._problem("empty-field", "item", line.word or line.content, goal=self._goal_at())
        self._items.append((line.column, item))
        self._parts, self._parts_column = item.parts, line.column

    def _takes_item(self, draft: FieldDraft, column: int) -> bool:
        """A field takes deeper items; those in its own column only if it has no text of its own or is a list."""
        if draft.name in SECTION_STARTS:
            return False
        return column > draft.column or (column == draft.column and (not draft.parts or draft.name in LISTS))

    def _goal_above(self, column: int) -> bool:
        """Makes the goal that an item may stand under the innermost one; false where there is none."""
        while len(self._goals) > 1 and (
            self._goals[-1].column > column or (self._goals[-1].item and self._goals[-1].column >= column)
        ):
            self._goals.pop()
        return self._goals[-1].column <= column

    # --- text -------------------------------------------------------------------------------------------------------

    def _other(self, line: Line) -> None:
        """A continuation, a misspelt field, a field without its colon, or a line that cannot be read."""
        if self._misspelt(line) or self._no_colon(line):
            self._parts = None
            return
        if self._bad and (self._before is None or not self._fits(line)):
            self._bad.append(line)
            return
        if self._fits(line):
            assert self._parts is not None
            self._flush()
            self._parts.append(line.content)
            if self._goals:
                self._goals[-1].end = max(self._goals[-1].end, line.content.end)
            return
        self._bad.append(line)

    def _fits(self, line: Line) -> bool:
        if self._parts is None:
            return False
        floor = self._goals[-1].column if self._goals else self._parts_column
        return line.column > min(floor, self._parts_column)

    def _misspelt(self, line: Line) -> bool:
        if line.kind != "KEYED" or line.word is None or not self._at_field_column(line):
            return False
        word = self._slice(line.word)
        phrase = " ".join(word.lower().split())
        near = nearest_field(phrase) if len(phrase.split()) <= 2 else ""
        if not near:
            return False
        self._flush()
        goal = self._goal_for(line.column) if self._goals else None
        names = vocabulary().field_names(near)
        if goal is not None:
            goal.attempted.update(names.values())
        self._problem("unknown-field", "near", line.word, {"word": word, "suggestion": near}, goal=goal)
        return True

    def _no_colon(self, line: Line) -> bool:
        if line.kind != "TEXT" or not self._at_field_column(line):
            return False
        text = self._slice(line.content)
        words = text.split()
        for size in (2, 1):
            phrase = " ".join(words[:size]).lower()
            name = vocabulary().nouns.get(phrase)
            value = (
                text[text.lower().find(words[size - 1].lower()) + len(words[size - 1]) :].strip()
                if words[size:]
                else ""
            )
            if name and value and _is_value(name, value):
                self._flush()
                goal = self._goal_for(line.column) if self._goals else None
                if goal is not None:
                    goal.attempted.add(name)
                span = Span(line.content.start, line.content.start + len(" ".join(words[:size])))
                self._problem("missing-colon", "missing", span, {"word": self._slice(span), "value": value}, goal=goal)
                return True
        return False

    def _at_field_column(self, line: Line) -> bool:
        if not self._goals:
            return line.column == 0
        if self._columns:
            return line.column in self._columns
        return line.column >= self._goals[-1].column


def _is_value(name: str, value: str) -> bool:
    """A value of the right type for a field whose colon was forgotten."""
    text = Text(value, Span(0, len(value)))
    if name in ("deadline", "start", "period"):
        return reads_as_time(text, "en")
    if name == "status":
        return value.lower() in vocabulary().statuses
    if name == "owner":
        words = value.split()
        return "@" in value or (1 < len(words) < 5 and all(word[:1].isupper() for word in words))
    if name in ("baseline", "target"):
        return value[:1].isdigit()
    return False
