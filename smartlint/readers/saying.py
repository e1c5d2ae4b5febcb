"""What an item of a list says by itself: that it is a field, a key result, a topic, a figure, a gap to be filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from smartlint.language.prose import read, whole_quantity
from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.names import Name, order
from smartlint.readers.blocks import Block, Part
from smartlint.readers.naming import label
from smartlint.readers.peeling import Peeler
from smartlint.readers.signs import after_sign
from smartlint.readers.templates import is_open, is_template
from smartlint.readers.wanting import intends
from smartlint.readers.whose import is_whole_time
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import phrase_of
from smartlint.reading import Text
from smartlint.source import Span

#: A gap in words, as people leave it where something is missing, rather than in signs, as forms have it.
_WORDS = re.compile(r"(?![xXzZ]+$)[^\W\d_]+(?: [^\W\d_]+)*$")
_TOPIC, _LIST = 3, 2
#: One item of so many, at least, is plainly a goal where nothing says that a list is one of goals.
_AIMED = 3
#: So many items that say that they are key results make it a habit of the document.
_SEVERAL = 3


#: The day that an entry of a log begins with: ``4/10: …``, ``2026-10-04 – …``; so many make one, written within so many days.
_ENTRY = re.compile(
    r"(?:(?P<iso>\d{4}-\d\d-\d\d)"
    r"|(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d\d))?\.?)(?:[ \t]*[:–—-])?[ \t]+"
)
#: What stands before a sign, with a day or weekday in it.
_DAY = re.compile(r"(?P<day>[^\n:–—]{3,30}?)[ \t]*(?::|[ \t][–—-])[ \t]")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ENTRIES, _LATELY, _CENTURY = 2, 92, 100


class Saying:
    """Judges the items of one document; ``has_figure`` says of one whether it has a figure that can be reached."""

    def __init__(self, text: str, peeler: Peeler, language: str, anchor: Anchor, has_figure: Callable[[Block], bool]) -> None:
        self._text = text
        self._peeler = peeler
        self._language = language
        self._anchor = anchor
        self._has_figure = has_figure

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def labels_results(self, top: Part) -> bool:
        """Whether the key results of a document say that they are."""
        return len(list(islice(self._key_results(top), _SEVERAL))) == _SEVERAL

    def word_of(self, block: Block) -> GoalWord | None:
        """The goal word that an item begins with."""
        parts = self._peeler.peel(block.parts).parts
        name = label(self._text, parts[0], self._language) if parts else None
        return name.meaning if name is not None and isinstance(name.meaning, GoalWord) else None

    def is_numbered(self, block: Block) -> bool:
        """An item that says that it is a goal, and which one."""
        parts = self._peeler.peel(block.parts).parts
        name = label(self._text, parts[0], self._language) if parts else None
        if name is None or name.id is None or not isinstance(name.meaning, GoalWord):
            return False
        return name.value.start < name.value.end and not self.is_template(name.value)

    def _key_results(self, part: Part) -> Iterator[Block]:
        for block in part.blocks:
            name = label(self._text, after_sign(self._text, block.parts[0]), self._language) if block.parts else None
            if block.kind == "item" and name is not None and isinstance(name.meaning, GoalWord):
                yield from [block] if name.meaning.kind == "key_result" else []
        for deeper in part.parts:
            yield from self._key_results(deeper)

    def say_goals(self, items: Sequence[Block], *, wanted: bool = False) -> bool:
        """Whether a list that nothing calls one of goals is: some item has a figure, and half of them say what is to be.

        ``wanted``: it is enough that some item says that somebody wants it.
        """
        said = 0
        for item in items:
            parts = self._peeler.peel(item.parts).parts
            if parts and not self._slice(parts[0])[:1].isdigit():
                span = Span(parts[0].start, parts[-1].end)
                reading = read(Text(self._slice(span), span), self._language, self._anchor)
                stated = reading.form not in ("", "topic") or reading.time("deadline") is not None
                said += stated or self._has_figure(item) or self.has_target(item)
        is_wanted = wanted and any(intends(self._slice(item.parts[0].cover(item.parts[-1]))) for item in items if item.parts)
        return 2 * said >= len(items) and (is_wanted or any(map(self._has_figure, items)))

    def are_aimed(self, items: Sequence[Block], *, fewest: int = 2) -> bool:
        """A list that says goals although nothing in the document promises any: some items have a limit, a start or a day."""
        aimed = sum(map(self._is_aimed, items))
        return self.say_goals(items) and _AIMED * aimed >= len(items) and aimed >= min(len(items), fewest)

    def _is_aimed(self, item: Block) -> bool:
        parts = self._peeler.peel(item.parts).parts
        if not parts:
            return False
        span = Span(parts[0].start, parts[-1].end)
        text = self._slice(span)
        reading = read(Text(text, span), self._language, self._anchor)
        bounded = reading.quantity("bound_min", "bound_max", "baseline", "change") is not None
        return bounded or self.has_target(item) or reading.time("deadline") is not None or intends(text)

    def is_measured(self, block: Block) -> bool:
        """An item, or one below it, has a figure that can be reached, or says that it is a goal."""
        if block.kind != "item" or not block.parts:
            return False
        return self._has_figure(block) or self.word_of(block) is not None or any(map(self.is_measured, block.children))

    def is_log(self, items: Sequence[Block]) -> bool:
        """Entries that each begin with a day that has come, the last of them lately where they name no year."""
        days = [day for item in items if item.parts and (day := self._entry(item.parts[0])) is not None]
        today = self._anchor.today
        if len(items) < _ENTRIES or 2 * len(days) <= len(items) or max(days) > today:
            return False
        dated = any(_ISO.match(self._slice(item.parts[0])) for item in items if item.parts)
        return dated or (today - max(days)).days <= _LATELY

    def is_calendar(self, items: Sequence[Block]) -> bool:
        """Entries that each begin with their day or weekday, and a sign behind it: ``12. desember: …``."""
        said = [_DAY.match(self._text, *item.parts[0]) for item in items if item.parts]
        return len(said) > 1 and 2 * sum(day is not None and is_whole_time(day["day"]) for day in said) > len(said)

    def _entry(self, span: Span) -> date | None:
        match = _ENTRY.match(self._text, span.start, span.end)
        if match is None:
            return None
        try:
            if match["iso"]:
                return date.fromisoformat(match["iso"])
            year = int(match["year"] or self._anchor.today.year)
            return date(year + 2000 * (year < _CENTURY), int(match["month"]), int(match["day"]))
        except ValueError:
            return None

    def is_template(self, span: Span) -> bool:
        """Nothing is said yet: ``XXX``, ``TBD``, ``[goal here]``, ``lime???``."""
        return is_template(self._slice(span), self._language)

    def is_open(self, span: Span) -> bool:
        """A word that says that the goal is still to be found: ``TBD``."""
        return is_open(self._slice(span), self._language)

    def are_results_below(self, items: Sequence[Block]) -> bool:
        """Most of what stands below the items has a figure, and most of them have none: they are goals over their results."""
        above = [item for item in items if item.parts and any(child.kind == "item" for child in item.children)]
        if 2 * sum(any(map(str.isdigit, self._slice(item.parts[0].cover(item.parts[-1])))) for item in above) >= max(
            len(above), 1
        ):
            return False
        below = [one for item in above for one in self._undivided(item.children) if not self.says_field(one)]
        return 2 * sum(map(self._has_figure, below)) > len(below) > 1

    def _undivided(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Items, and instead of one that parts others those: ``Sales (Kim):``."""
        for block in blocks:
            if block.kind != "item":
                continue
            inner = [child for child in block.children if child.kind == "item"]
            is_parting = inner and block.parts and self._slice(block.parts[-1]).endswith(":")
            yield from self._undivided(inner) if is_parting and not self.says_field(block) else [block]

    def are_results(self, blocks: Sequence[Block]) -> bool:
        """A list right below a goal, with no lead-in, of which most items have a figure or say what shall be: no deeds."""
        items = [block for block in blocks if block.kind == "item" and block.parts and not self.says_field(block)]
        if len(items) < _LIST or any(block.kind == "text" and self._slice(block.parts[-1]).endswith(":") for block in blocks):
            return False
        said = sum(self._has_figure(item) or intends(self._slice(item.parts[0].cover(item.parts[-1]))) for item in items)
        return 2 * said >= len(items)

    def has_target(self, block: Block) -> bool:
        """A metric over its figures: ``Visits a week`` above ``Goal: 500``."""
        return any(self._figure(child) in ("goal", "target") for child in block.children if child.kind == "item")

    def _figure(self, block: Block) -> str:
        """The name of the goal word or field that a label puts before a figure, or ""."""
        peeled = self._peeler.peel(block.parts)
        name = label(self._text, peeled.parts[0], self._language, in_goal=True) if peeled.parts else None
        if name is None or not self.is_amount(name.value):
            return ""
        return name.meaning.kind if isinstance(name.meaning, GoalWord) else name.meaning

    def is_told(self, name: Name, span: Span) -> bool:
        """A numbered goal is one, though nobody knows yet what it says."""
        if not self.is_template(span):
            return True
        return name.id is not None and _WORDS.match(self._slice(span)) is not None and self.is_open(span)

    def is_amount(self, span: Span) -> bool:
        text = Text(self._slice(span), span)
        if whole_quantity(text, order(self._language)) is not None:
            return True
        if phrase_of(text.text.partition("(")[0]) in document_words().shares:  # ``Goal: all (88 %)``
            return True
        reading = read(text, self._language, self._anchor)
        is_within = any(time.iso and time.span == span for time in reading.times)  # ``within 5 days``
        return (bool(reading.quantities) or text.text[:1].isdigit() or is_within) and len(text.text.split()) <= 6

    def is_topic(self, text: str, span: Span, items: Sequence[Block]) -> bool:
        """``Health`` over a list of goals, rather than a goal over its fields."""
        if len(text.split()) > _TOPIC or any(self.says_field(item) for item in items):
            return False
        reading = read(Text(text, span), self._language, self._anchor)
        return (reading.form in ("", "topic") or " " not in text) and not reading.quantities

    def says_field(self, block: Block) -> bool:
        peeled = self._peeler.peel(block.parts)
        name = label(self._text, peeled.parts[0], self._language, in_goal=True) if peeled.parts else None
        if name is None:
            return False
        return isinstance(name.meaning, str) or (name.meaning.kind == "goal" and self.is_amount(name.value))
