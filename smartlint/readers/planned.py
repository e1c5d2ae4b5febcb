"""Objectives that nothing marks: in a plan, lines and headings over lists that are full of figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from smartlint.language.prose import read
from smartlint.language.times import Anchor
from smartlint.readers.blocks import Block, Part
from smartlint.readers.clauses import is_clause
from smartlint.readers.moments import moment
from smartlint.readers.naming import label
from smartlint.readers.peeling import Peeler
from smartlint.readers.wanting import intends
from smartlint.readers.whose import names_owner
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import (
    field_called,
    is_aside,
    is_denied,
    is_habit,
    is_past,
    is_plan,
    is_rank,
    is_record,
    kind_in,
    numbered,
    opens_goals,
    phrase_of,
    worded,
)
from smartlint.reading import Text
from smartlint.source import Span

#: What is asked of a list.
Says = Callable[[Sequence[Block]], bool]
#: So many lists there must be, and so large a share of their items must have a figure.
_FEWEST, _SHARE = 2, 0.4
#: What speaks of the document stands in its first blocks.
_OPENING = 2
_LONGEST = 16
#: What is said of the document itself has a heading of no more words.
_ABOUT = 3
#: A unit of an organisation has no more words.
_UNIT = 3
#: A part of a plan has no longer name, and what is planned takes so many days.
_AREA, _SHORTEST = 3, 80


class Plan:
    """Looks through the outline of one document."""

    def __init__(self, text: str, peeler: Peeler, language: str, anchor: Anchor) -> None:
        self._text = text
        self._peeler = peeler
        self._language = language
        self._anchor = anchor

    def objectives(self, top: Part) -> frozenset[int]:
        """Where the blocks of a plan start that are objectives over their results."""
        found = [(head, items) for head, items in self._lists(top, self._may_be_objective) if self._may_be_objective(head)]
        counts = [(head, sum(map(self.has_figure, items)), len(items)) for head, items in found]
        full = [one for one in counts if one[1]]
        if len(full) < _FEWEST or sum(figures for _, figures, _ in full) < _SHARE * sum(size for *_, size in full):
            return frozenset()
        beside = {(head.kind, head.depth) for head, *_ in full}
        return frozenset(
            head.start for head, figures, _ in counts if figures or ((head.kind, head.depth) in beside and self._says_aim(head))
        )

    def areas(self, top: Part, say_goals: Says, are_aimed: Says) -> frozenset[int]:
        """Where the blocks start that name a part of a plan for a time to come, if nothing in it is called a goal.

        ``say_goals`` says of a list that its items do; what stands beside the names of such lists is one too. Where the title
        says nothing but the time, lists have boxes.
        """
        title = next((block for block in (*top.blocks, *(part.heading for part in top.parts)) if block is not None), None)
        if title is None or not title.parts or not self._is_ahead(title.parts[0]) or self.names_goals(top):
            return frozenset()
        planned = is_plan(self._slice(title.parts[0]))
        found = [(head, items) for head, items in self._lists(top, self._may_be_area) if self._may_be_area(head)]
        boxed = [(head, items) for head, items in found if planned or all(map(self._has_box, items))]
        if not boxed and are_aimed([item for _, items in found for item in items]):
            return frozenset(head.start for head, items in found if say_goals(items))
        found = boxed
        beside = {(head.kind, head.depth, head.bold) for head, items in found if len(items) > 1 and say_goals(items)}
        return frozenset(head.start for head, _ in found if (head.kind, head.depth, head.bold) in beside)

    def topics(self, part: Part) -> Iterator[int]:
        """Where headings start below one that says that it is over areas: ``Focus areas``; most of them want nothing."""
        named = [deeper.heading for deeper in part.parts if deeper.heading is not None and deeper.heading.parts]
        above = self._slice(part.heading.parts[0]) if part.heading is not None and part.heading.parts else ""
        if phrase_of(above[numbered(above) :]) in document_words().areas:
            wanted = sum(intends(self._slice(heading.parts[0])) for heading in named)
            yield from (heading.start for heading in named if 2 * wanted < len(named))
        for deeper in part.parts:
            yield from self.topics(deeper)

    def _has_box(self, item: Block) -> bool:
        return self._slice(item.parts[0]).startswith("[")

    def _is_ahead(self, title: Span) -> bool:
        """A title that ends in a time of months that is not over, or names it beside a word for a plan, as no schedule does."""
        text = self._slice(title)
        found = moment(self._text, title, self._language, self._anchor)
        if found is None or found.relative or found.start is None or found.end is None or is_record(text) or _is_schedule(text):
            return False
        is_last = not any(map(str.isalnum, self._text[found.span.end : title.end]))
        is_long = (found.end - found.start).days >= _SHORTEST and found.end > self._anchor.today
        return is_long and (is_last or is_plan(text))

    def names_goals(self, part: Part) -> bool:
        """Some heading below the title, or some lead-in, calls what stands below it goals."""
        named = [deeper.heading for deeper in part.parts if deeper.heading is not None and deeper.heading.depth > 1]
        named += [block for block in part.blocks if block.kind == "text" and self._slice(block.parts[-1]).endswith(":")]
        said = (self._slice(block.parts[-1]) for block in named)
        if any(kind_in(one, self._language) is not None and not is_denied(one) for one in said):
            return True
        return any(map(self.names_goals, part.parts))

    def _may_be_area(self, head: Block) -> bool:
        """A topic of a few words: no time, no person, no field."""
        parts = self._peeler.peel(head.parts[:1]).parts if head.parts else []
        if head.kind == "item" or not parts or len(head.parts) > 1 or (head.kind == "heading" and head.depth == 1):
            return False
        text = self._slice(parts[0])
        if len(text.split()) > _AREA or not text[-1:].isalnum() or self._is_closed(head) or is_past(text):
            return False
        if label(self._text, parts[0], self._language) is not None or field_called(text, self._language):
            return False
        return kind_in(text, self._language) is None and moment(self._text, parts[0], self._language, self._anchor) is None

    def _says_aim(self, head: Block) -> bool:
        """A heading that says what is to be, as a sentence does; an item does so wherever it stands."""
        reading = read(Text(self._slice(head.parts[0]), head.parts[0]), self._language, self._anchor)
        return head.kind == "item" or (head.kind == "heading" and reading.form not in ("", "topic"))

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def is_plan(self, top: Part, *, longest: int = 0) -> bool:
        """The title, or what stands directly below it, speaks of a plan or of goals; of goals in so many words."""
        parts = [part for part in top.parts if part.heading is not None][:1]
        parts += parts[0].parts[:1] if parts and not parts[0].blocks else []
        titles = [] if top.blocks else [part.heading for part in parts if part.heading is not None]
        opening = [
            block for block in (*top.blocks, *(block for part in parts for block in part.blocks)) if block.kind == "text"
        ]
        said = [self._slice(part) for block in (*titles, *opening[:_OPENING]) for part in block.parts]
        if not said or is_record(said[0]) or is_aside(said[0]):
            return False
        short = [one for one in said if not longest or len(one.split()) <= longest]
        if any(map(is_plan, said)) or any(kind_in(one, self._language) is not None for one in short):
            return True
        return opens_goals(said[0]) or self._is_time(titles, parted=not longest) or self._is_told(top)

    def _is_told(self, part: Part) -> bool:
        """A heading further down says what the document is: ``About this plan``."""
        named = [deeper.heading.parts[0] for deeper in part.parts if deeper.heading is not None and deeper.heading.parts]
        said = [self._slice(span)[numbered(self._slice(span)) :].split() for span in named]
        known = document_words().introducing
        is_said = any(len(words) <= _ABOUT and words[0].lower() in known and is_plan(words[-1]) for words in said if words)
        return is_said or any(map(self._is_told, part.parts))

    def _is_time(self, titles: Sequence[Block], *, parted: bool) -> bool:
        """A title that says when, and little else; if ``parted``, behind a colon: ``The harbour: operations 2027``."""
        span = titles[0].parts[0] if titles else Span(0, 0)
        if parted and titles and self._is_ahead(span):
            span = Span(span.start + self._slice(span).rfind(": ") + 1, span.end)
        found = moment(self._text, span, self._language, self._anchor)
        return found is not None and len(self._slice(span).split()) - len(self._slice(found.span).split()) <= 1

    def _lists(self, part: Part, may_head: Callable[[Block], bool]) -> Iterator[tuple[Block, list[Block]]]:
        """Headings, lines and items, each with the items that stand below it."""
        if part.heading is not None and part.heading.depth > 1 and self._is_closed(part.heading):
            return
        items: list[Block] = []
        above: Block | None = part.heading
        for block in part.blocks:
            if block.kind == "item":
                items.append(block)
                nested = self._unlabelled(block.children)
                if nested:
                    yield block, nested
            elif block.kind == "text":
                if above is not None and items:
                    yield above, self._unlabelled(items)
                if items or may_head(block) or self._slice(block.parts[-1]).endswith(":"):
                    above, items = block, []
        if above is not None and items:
            yield above, self._unlabelled(items)
        for deeper in part.parts:
            yield from self._lists(deeper, may_head)

    def _unlabelled(self, blocks: Sequence[Block]) -> list[Block]:
        """Items that are no fields of what stands above them."""
        return [
            block
            for block in blocks
            if block.kind == "item" and block.parts and label(self._text, block.parts[0], self._language, in_goal=True) is None
        ]

    def _is_closed(self, block: Block) -> bool:
        text = self._slice(block.parts[0])
        text = text[numbered(text) :]
        return (
            is_aside(text)
            or is_record(text)
            or is_past(text)
            or (is_denied(text) and kind_in(text, self._language) is not None)
        )

    def _may_be_objective(self, block: Block) -> bool:
        """A line of its own that is no label, no lead-in and no sentence of a text."""
        parts = self._peeler.peel(block.parts[:1]).parts if block.parts else []
        if not parts or len(block.parts) > 1 or (block.kind == "heading" and block.depth == 1):
            return False
        text = self._slice(parts[0])
        text = text[numbered(text) :]
        if not 1 < len(text.split()) <= _LONGEST or text.endswith((".", ":", "?", ",")) or self._is_closed(block):
            return False
        if (
            is_clause(text)
            or is_rank(text)
            or is_habit(text)
            or label(self._text, parts[0], self._language) is not None
            or kind_in(text, self._language) is not None
        ):
            return False
        is_unit = names_owner(text) and len(text.split()) <= _UNIT
        when = moment(self._text, parts[0], self._language, self._anchor)
        timed = when is not None and (not self._says_aim(block) or any(map(str.isdigit, self._slice(when.span))))
        return not is_unit and not timed  # ``The water lasts all summer`` is more than a time

    def has_figure(self, block: Block) -> bool:
        """Whether an item says a figure that can be reached."""
        parts = self._peeler.peel(block.parts).parts
        span = Span(parts[0].start, parts[-1].end) if parts else Span(0, 0)
        return read(Text(self._slice(span), span), self._language, self._anchor).measurable == "quantified"


def _is_schedule(text: str) -> bool:
    """A plan of when to be where, or of what to make: ``Reiseplan 2027``, ``Release plan``."""
    return any(f" {one}" in worded(text) for one in document_words().schedules)
