"""Drafts: goals, fields and items on their way from lines to the model, as spans only."""

from __future__ import annotations

from typing import Any, Protocol

from smartlint.goal import Problem
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.lines import Line
from smartlint.record import dataclass, field, replace
from smartlint.source import Span


@dataclass
class FieldDraft:
    """A field: the spans of its text, and its items; ``value`` where a sign stands for a word (``[x]`` for done)."""

    name: str
    line: Line
    word: Span
    parts: list[Span]
    items: list[ItemDraft] = field(default_factory=list)
    value: Any = None

    @property
    def span(self) -> Span:
        return Span(self.word.start, self.parts[-1].end if self.parts else self.word.end)

    @property
    def whole(self) -> Span:
        """The field with its items."""
        span = self.span
        for item in self.items:
            span = span.cover(item.whole)
        return span


@dataclass
class ItemDraft:
    """An item: the spans of its text, deeper items, and fields that stand under it."""

    line: Line
    parts: list[Span]
    items: list[ItemDraft] = field(default_factory=list)
    fields: dict[str, FieldDraft] = field(default_factory=dict)

    @property
    def whole(self) -> Span:
        """The item with what stands below it."""
        span = Span(self.line.start, max([self.line.content.end, *(part.end for part in self.parts)]))
        for attribute in self.fields.values():
            span = span.cover(attribute.whole)
        for item in self.items:
            span = span.cover(item.whole)
        return span


@dataclass
class SectionDraft:
    """A heading: its fields are inherited by the goals that follow."""

    start: int
    fields: dict[str, FieldDraft] = field(default_factory=dict)
    attempted: set[str] = field(default_factory=set)


@dataclass
class GoalDraft:
    """A goal on its way.

    A ``group`` is no goal itself: a goal word without text whose items or goals are the goals, or (``lost``) a line
    that cannot be read but seems to be a goal, so that what stands below it is not taken for its neighbour's.
    ``because`` is what tells, in a document that is no goal file, that this is a goal.
    """

    line: Line
    column: int
    word: GoalWord
    head: Span
    word_span: Span
    section: SectionDraft
    parts: list[Span]
    id: Span | None = None
    label: str = ""
    item: bool = False
    lost: bool = False
    fields: dict[str, FieldDraft] = field(default_factory=dict)
    columns: set[int] = field(default_factory=set)
    items: list[ItemDraft] = field(default_factory=list)
    children: list[GoalDraft] = field(default_factory=list)
    attempted: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    end: int = 0
    because: Span | None = None

    @property
    def listed(self) -> bool:
        """A goal word that has neither text nor ID: the items below it are goals."""
        return not self.parts and self.id is None and not self.lost

    @property
    def group(self) -> bool:
        return self.lost or (self.listed and bool(self.children))


class Laid(Protocol):
    """The drafts of a file, laid out: what goals and suppressions are made of."""

    sections: list[SectionDraft]
    roots: list[GoalDraft]
    problems: list[Problem]
    directives: list[tuple[Span, Line | None]]


def goal_draft(line: Line, section: SectionDraft) -> GoalDraft:
    """The goal that a line opens."""
    name = line.name
    assert name is not None and isinstance(name.meaning, GoalWord)
    head = name.word.cover(name.id or name.word)
    parts, end = pieces(name.value), line.content.end
    return GoalDraft(line, line.column, name.meaning, head, name.word, section, parts, id=name.id, label=name.label, end=end)


def item_goal_draft(line: Line, holder: GoalDraft) -> GoalDraft:
    """The goal that an item of a goal list is, or a key result in a bullet; it may say its ID or kind itself."""
    word = holder.word if holder.listed else GoalWord("key_result", "", False, holder.word.language)
    name = line.name
    if name is not None and isinstance(name.meaning, GoalWord):
        goal = goal_draft(line, holder.section)
        level = name.meaning.level or word.level
        if name.meaning.kind != "goal" or name.meaning.sub:
            word = name.meaning
        return replace(goal, word=replace(word, level=level), item=True)
    assert line.dash is not None
    parts, end = pieces(line.content), line.content.end
    head = line.content if parts else line.dash
    return GoalDraft(line, line.column, word, head, line.dash, holder.section, parts, item=True, end=end)


def lost_goal_draft(line: Line, section: SectionDraft) -> GoalDraft:
    """What a line that cannot be read is taken for, so that the lines below it have a place."""
    word = GoalWord("goal", "", False, "")
    return GoalDraft(line, line.column, word, line.content, line.content, section, [], lost=True)


def pieces(span: Span) -> list[Span]:
    """The text of a line, or none where it is empty."""
    return [span] if span.start < span.end else []
