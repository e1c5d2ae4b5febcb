"""The goal model: what every reader gives and every rule sees. Frozen, and every part knows its place."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from smartlint.reading import UNREAD, Person, Quantity, Reading, Text, TimeRef
from smartlint.record import dataclass, field
from smartlint.source import Source, Span


@dataclass(frozen=True)
class Field:
    """A field as it was written: ``name`` is canonical (``deadline``), ``word`` what stands in the file (``frist``).

    ``value`` is typed: ``Text`` for text, ``TimeRef`` for a date, period or recurrence, ``Quantity`` (or ``Text``) for
    a quantity, a tuple of ``Person``, ``Milestone``, ``Action`` or ``Text`` for lists, a word for ``status``, a number
    for ``priority`` and ``confidence``; None where the value is empty or cannot be read. ``reading`` is what was understood
    of the text of ``metric``, ``done_when`` and ``guardrail``, and of a ``target`` in words; of other fields it is empty.
    """

    name: str
    word: Text
    text: Text
    value: Any
    span: Span
    reading: Reading = UNREAD


@dataclass(frozen=True)
class Action:
    """An item of ``how``, with what stands in its closing parenthesis or below it.

    ``reading`` is what was understood of its text, but for a closing parenthesis with its owner or deadline.
    """

    text: Text
    owner: tuple[Person, ...] = ()
    deadline: TimeRef | None = None
    actions: tuple[Action, ...] = ()
    reading: Reading = UNREAD


@dataclass(frozen=True)
class Milestone:
    """An item of a series (``milestones``, ``progress``, ``evidence``): a day or period and a value."""

    span: Span
    time: TimeRef
    quantity: Quantity | None
    text: Text


@dataclass(frozen=True)
class Origin:
    """Where an inherited value stands: the ``header`` of a file or section, or a ``goal`` above (``goal_id``)."""

    place: str
    span: Span
    goal_id: str = ""


@dataclass(frozen=True)
class Link:
    """A reference in ``supports``: ``S1``, ``Team/S1`` or ``folder/file/S1``."""

    span: Span
    text: str


@dataclass(frozen=True, eq=False)
class Goal:
    """A goal with what it states, what it inherits and what was understood of its sentence.

    ``head`` is the span of its goal word and ID (in a list: of its text's first line); ``path`` the IDs from its
    outermost parent to itself (an ordinal such as ``#2`` where it has none). ``fields`` holds each field once, by canonical
    name. ``attempted`` are the fields that were written but are empty, misspelt or unreadable: rules about missing fields
    leave them alone. ``because`` is what tells, in a document that is no goal file, that this is a goal: a label, heading
    or column.
    """

    index: int
    id: Text
    label: str
    kind: str
    level: str
    level_stated: bool
    sub: bool
    word: Text
    statement: Text
    head: Span
    span: Span
    fields: Mapping[str, Field]
    reading: Reading
    language: str
    path: tuple[str, ...]
    attempted: frozenset[str] = frozenset()
    children: tuple[Goal, ...] = ()
    inherited: Mapping[str, Origin] = field(default_factory=dict)
    team: str = ""
    owner: tuple[Person, ...] = ()
    period: TimeRef | None = None
    deadline: TimeRef | None = None
    start: TimeRef | None = None
    review: TimeRef | None = None
    baseline: Quantity | None = None
    target: Quantity | None = None
    change: Quantity | None = None
    actions: tuple[Action, ...] = ()
    supports: tuple[Link, ...] = ()
    status: str = "committed"
    because: Span | None = None

    @property
    def name(self) -> str:
        """What people call it: its ID, else the start of its sentence."""
        return self.id.text or self.statement.plain[:60] or self.path[-1]

    @property
    def key_results(self) -> tuple[Goal, ...]:
        return tuple(child for child in self.children if child.kind == "key_result")

    @property
    def is_open(self) -> bool:
        """Neither done nor cancelled."""
        return self.status not in ("done", "cancelled")

    def text_of(self, name: str) -> Text | None:
        """The text of a field, if it is there and not empty."""
        found = self.fields.get(name)
        return found.text if found and found.text else None

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags: what stands between commas or semicolons, else each word; without the ``#`` before it."""
        found = self.text_of("tags")
        if found is None:
            return ()
        parts = re.split("[,;]", found.plain) if "," in found.plain or ";" in found.plain else found.plain.split()
        return tuple(tag for part in parts if (tag := part.strip().removeprefix("#")))

    def says(self, name: str) -> bool:
        """The field is there with a value, or was attempted (empty, misspelt or unreadable)."""
        return name in self.attempted or name in self.fields

    def walk(self) -> Iterator[Goal]:
        """The goal and all goals below it, in order of place."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Problem:
    """What could not be read: its ``kind`` (``syntax-error``), its ``variant`` of message, the parameters in ``data``.

    ``mended`` is what its span should most likely say; it is ``sure`` where nothing else can be meant.
    """

    kind: str
    variant: str
    span: Span
    data: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    goal: int | None = None
    mended: str | None = None
    sure: bool = False


@dataclass(frozen=True)
class Directive:
    """A suppression: ``# smartlint: ignore[CODE] until=DATE -- reason``.

    ``span`` is the comment, ``codes`` what it names, ``scope`` the parts of the file it speaks of.
    """

    span: Span
    codes: tuple[Text, ...]
    whole_file: bool
    scope: tuple[Span, ...]
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Section:
    """The header of a file, or of a part of it that starts with ``team:`` again; its fields are inherited."""

    span: Span
    fields: Mapping[str, Field]


@dataclass(frozen=True, eq=False)
class Part:
    """A block of a goal file that was read by itself: a heading, or a goal with all that belongs to it.

    Of two versions of a file, the parts that have not changed are the same ones, with the same goals. ``roots`` are those of
    its ``goals`` that stand under no other; ``notes`` are for what others work out of it, and last as long as it does; those
    by a goal last as long as that.
    """

    sections: tuple[Section, ...]
    roots: tuple[Goal, ...]
    problems: tuple[Problem, ...]
    directives: tuple[Directive, ...]
    notes: dict[Hashable, Any] = field(default_factory=dict)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """Every goal, in order of place."""
        return tuple(goal for root in self.roots for goal in root.walk())


@dataclass(frozen=True, eq=False)
class Document:
    """A goal file: its goals in trees, its problems, its directives.

    ``tied`` are the languages that its words speak for alike, ``language`` among them, so that each goal was read in all of
    them; mostly there are none. ``parts`` are what it is made of, where it was read in blocks; ``hidden`` are what a file
    hides and nobody has read: sheets of a workbook; ``unsolved`` are cells whose formulas have no result.
    """

    source: Source
    language: str
    sections: tuple[Section, ...]
    goals: tuple[Goal, ...]
    problems: tuple[Problem, ...] = ()
    directives: tuple[Directive, ...] = ()
    tied: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    hidden: tuple[str, ...] = ()
    unsolved: tuple[str, ...] = ()

    @cached_property
    def all_goals(self) -> tuple[Goal, ...]:
        """Every goal, in order of place; ``goal.index`` is its place here."""
        if self.parts and self.goals == tuple(chain.from_iterable([part.roots for part in self.parts])):
            return tuple(chain.from_iterable([part.goals for part in self.parts]))
        return tuple(goal for root in self.goals for goal in root.walk())

    @property
    def whole(self) -> Document:
        """The document itself, where it is looked at through another one."""
        return self

    def beside(self, goal: Goal, found: tuple[Goal, ...]) -> tuple[Goal, ...]:
        """What was found in the file beside a goal: a document that is watched keeps it in mind."""
        return found

    @cached_property
    def _parents(self) -> dict[int, Goal]:
        return {child.index: goal for goal in self.all_goals for child in goal.children}

    def parent(self, goal: Goal) -> Goal | None:
        return self._parents.get(goal.index)
