"""Draws up drafts: of goals, their fields and the groups that they stand in, at their places in a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from smartlint.goal import Problem
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import FieldDraft, GoalDraft, ItemDraft, SectionDraft
from smartlint.parser.lines import Line
from smartlint.readers.peeling import Peeled
from smartlint.readers.whose import is_dotted
from smartlint.source import Span

PLAIN = GoalWord("goal", "", False, "")
KEY_RESULT = GoalWord("key_result", "", False, "")
OBJECTIVE = GoalWord("objective", "", False, "")
#: Fields that are days.
_DAYS = frozenset(("deadline", "start"))
#: Fields of a goal that what stands above it may have.
HANDED = frozenset("team organisation owner period review source supports currency start deadline status".split())


class Drafts:
    """The drafts of one document: ``sections``, ``roots`` and what else a layout has."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.sections = [SectionDraft(0)]
        self.top = GoalDraft(self.line("GOAL", Span(0, 0)), 0, PLAIN, Span(0, 0), Span(0, 0), self.sections[0], [])
        self.top.fields = self.sections[0].fields
        self.roots: list[GoalDraft] = self.top.children
        self.dotted: list[FieldDraft] = []  # days that nothing but their place tells from other numbers
        self.problems: list[Problem] = []
        self.directives: list[tuple[Span, Line | None]] = []

    def line(self, kind: str, content: Span) -> Line:
        start = self._text.rfind("\n", 0, content.start) + 1
        return Line(kind, start, "", content.start - start, content)

    def slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def group(self, above: GoalDraft) -> GoalDraft:
        """What hands its fields to the goals below it and is no goal itself."""
        group = GoalDraft(above.line, 0, PLAIN, above.head, above.word_span, self.sections[0], [])
        above.children.append(group)
        return group

    def goal(
        self, above: GoalDraft, word: GoalWord, peeled: Peeled, head: Span, because: Span, *, number: Span | None = None
    ) -> GoalDraft:
        """A goal with what was understood around its sentence; ``head`` is its label, or its text where it has none."""
        parts = peeled.parts
        content = head.cover(parts[0]) if parts else head
        end = parts[-1].end if parts else head.end
        line = self.line("GOAL", content)
        draft = GoalDraft(line, line.column, word, head, head, self.sections[0], list(parts), number, item=True, end=end)
        draft.because = because if because.start < because.end else head
        for name, span, value in peeled.fields:
            self.field(draft, name, span, value)
        above.children.append(draft)
        return draft

    def field(
        self, holder: GoalDraft, name: str, span: Span, value: Any = None, word: Span | None = None, more: Sequence[Span] = ()
    ) -> FieldDraft:
        """A field of a goal or group; the first of its name counts."""
        draft = FieldDraft(name, self.line("FIELD", word or span), word or span, [span, *more] if span.start < span.end else [])
        draft.value = value
        if name in _DAYS and value is None and is_dotted(self.slice(span)):
            self.dotted.append(draft)
        kept = holder.fields.setdefault(name, draft)
        if kept is draft:
            holder.end = max(holder.end, draft.span.end) if holder.parts else holder.end
        return kept

    def drawn(self, name: str, span: Span) -> FieldDraft:
        """A field as it is written, of whatever holds it."""
        return FieldDraft(name, self.line("FIELD", span), span, [span])

    def item(self, parts: Sequence[Span]) -> ItemDraft:
        return ItemDraft(self.line("ITEM", parts[0]), list(parts))

    def suppress(self, comments: Iterable[tuple[Span, bool]]) -> None:
        """Comments to smartlint: one that stands alone on its line speaks of the goal or field below it."""
        lines: dict[int, Line] = {}
        todo = list(self.roots)
        while todo:
            draft = todo.pop()
            todo += draft.children
            if not draft.group:
                lines[draft.line.start] = draft.line
                for part in draft.parts[:1]:  # an ID or a day may stand above the sentence of a goal in a file of data
                    lines[self.line("GOAL", part).start] = draft.line
                for field in draft.fields.values():
                    lines.setdefault(field.line.start, field.line)
                for item in chain(draft.items, *(field.items for field in draft.fields.values())):
                    lines.setdefault(item.line.start, item.line)
        starts = sorted(lines)
        for span, alone in comments:
            at = bisect_left(starts, span.start)
            self.directives.append((span, lines[starts[at]] if alone and at < len(starts) else None))

    def tidy(self) -> None:
        """Groups without goals go; a group stands where its first goal does."""
        self.roots[:] = _tidied(self.roots)


def _tidied(drafts: list[GoalDraft]) -> list[GoalDraft]:
    found = []
    for draft in drafts:
        draft.children = _tidied(draft.children)
        if draft.children and draft.listed:
            draft.line = draft.children[0].line
        if draft.parts or draft.children or draft.id is not None:
            found.append(draft)
    return found
