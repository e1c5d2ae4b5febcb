"""The fields of goals in lists and lines: what their labels name, with the items below them."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.parser.drafts import FieldDraft, GoalDraft, ItemDraft, pieces
from smartlint.parser.names import Name
from smartlint.readers.blocks import Block
from smartlint.readers.drawing import Drafts
from smartlint.readers.headlines import Headlines
from smartlint.readers.peeling import Peeler
from smartlint.readers.signs import is_misspelt_status
from smartlint.readers.whose import ended, is_whole_time, name_length
from smartlint.record import replace
from smartlint.source import Span


class Filling:
    """Adds fields to the goals of one document."""

    def __init__(self, text: str, peeler: Peeler, drafts: Drafts, says: Headlines) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._says = says

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def fill(self, draft: FieldDraft, items: Sequence[Block]) -> None:
        for item in items:
            made = self.made(item)
            if made is not None:
                draft.items.append(made)

    def made(self, block: Block) -> ItemDraft | None:
        """An item of a field with the deeper ones."""
        parts = self._peeler.plain(block.parts)
        if not parts:
            return None
        item = self._drafts.item(parts)
        item.items = [made for child in block.children if (made := self.made(child)) is not None]
        return item

    def add(self, holder: GoalDraft, name: Name, more: Sequence[Span]) -> FieldDraft:
        """A field as its label names it; a status that is in no list is left as a note."""
        field, value = str(name.meaning), None
        if field == "status":
            value = self._peeler.status(self._slice(name.value)) or None
            field = field if value or is_misspelt_status(self._slice(name.value)) else "x-status"
        if field == "owner":
            kept = self._owner(holder, name.value)
            name, more = replace(name, value=kept), more if kept == name.value else ()
        day = self._says.day_in(name.value) if name.meaning == "status" else None
        if day is not None and not ended(self._slice(name.value)):  # ``Status: under way, ready by 30 May``
            self._drafts.field(holder, "deadline", day.span, day)
        span, *rest = [*pieces(name.value), *more] or [Span(name.word.end, name.word.end)]
        return self._drafts.field(holder, field, span, value, name.word, rest)

    def _owner(self, holder: GoalDraft, span: Span) -> Span:
        """The owner in a line; until when may stand behind a comma: ``Responsible: the trainee, by 31 May``."""
        who, _, when = self._slice(span).partition(",")
        if who and is_whole_time(when.strip()):
            self._drafts.field(holder, "deadline", Span(span.end - len(when.lstrip()), span.end))
            return Span(span.start, span.start + len(who))
        return Span(span.start, span.start + name_length(self._slice(span)))
