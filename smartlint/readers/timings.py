"""Times in data files: keys that are times, periods in parts, lists of days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from smartlint.goal import Milestone
from smartlint.language.prose import read, whole_quantity, whole_time
from smartlint.language.times import Anchor, BadDate
from smartlint.parser.drafts import GoalDraft, ItemDraft
from smartlint.parser.names import order, reads_as_time
from smartlint.readers.drawing import Drafts
from smartlint.readers.keys import Keys
from smartlint.readers.mapping import words_of
from smartlint.readers.measures import with_unit
from smartlint.readers.moments import moment
from smartlint.readers.nodes import Items, Node, Pairs, Scalar
from smartlint.readers.words import kind_in
from smartlint.reading import Quantity, Text, TimeRef
from smartlint.source import Span

_PART = re.compile(r"[1-4]$")
#: A title has no more words.
_TITLE = 9
_COUNTED = frozenset("baseline target budget".split())


class Timings:
    """Reads the times of one file; ``main`` gives the one text that a map is about."""

    def __init__(
        self, drafts: Drafts, keys: Keys, language: str, anchor: Anchor, main: Callable[[Node], Scalar | None]
    ) -> None:
        self._drafts = drafts
        self._keys = keys
        self._language = language
        self._anchor = anchor
        self._main = main

    def of_key(self, key: Scalar) -> tuple[str, TimeRef] | None:
        """The period or day that a key names: ``okrs_2026``, ``Q3 2026``, ``2026-q1``."""
        return self.of_text(words_of(key.text), key.content)

    def of_text(self, phrase: str, place: Span) -> tuple[str, TimeRef] | None:
        """The period or day that a title names, with a figure in it."""
        found = moment(phrase, Span(0, len(phrase)), self._language, self._anchor)
        if found is None or found.relative or not any(char.isdigit() for char in phrase):
            return None
        time = found.value or self.time(phrase[found.span.start : found.span.end], place)
        return (found.name, time._replace(span=place)) if time is not None else None

    def of_title(self, title: Scalar) -> tuple[str, TimeRef] | None:
        """The period or day in a title that speaks of goals."""
        if len(title.text.split()) > _TITLE or kind_in(title.text, self._language) is None:
            return None
        return self.of_text(title.text, title.content)

    def of_name(self, name: Scalar) -> tuple[str, TimeRef] | None:
        """The period that a group of goals is called after: ``name: Q4 2026``, ``label: 2026-Q4 (draft)``."""
        phrase = words_of(name.text.partition("(")[0])
        found = self.of_text(phrase, name.content)
        return found if found is not None and found[0] == "period" and found[1].text == phrase else None

    def time(self, text: str, span: Span) -> TimeRef | None:
        """The time that a whole text is."""
        try:
            found = whole_time(Text(text, span), order(self._language), self._anchor)
        except (BadDate, ValueError, OverflowError):
            return None
        return found._replace(span=span, text=text) if found is not None else None

    @staticmethod
    def is_year(value: Scalar) -> bool:
        return len(value.text.strip()) == 4 and value.text.strip().startswith(("19", "20"))

    def join(self, holder: GoalDraft, own: Sequence[tuple[Scalar, Node]]) -> None:
        """``year: 2026`` with ``quarter: 3`` is one period."""
        scalars = [(key, value) for key, value in own if isinstance(value, Scalar)]
        periods = [(key, value) for key, value in scalars if self._keys.field(key) == "period"]
        years = [(key, value) for key, value in periods if self.is_year(value)]
        others = [value for key, value in periods if value not in [year for _, year in years]]
        if not years or not others:
            return
        (key, year), other = years[0], others[0]
        part = f"Q{other.text}" if _PART.match(other.text.strip()) else other.text.strip()
        time = self.time(f"{part} {year.text.strip()}", other.content)
        if time is not None and other.parts:
            self._drafts.field(holder, "period", other.parts[0], time, key.content)

    def between(self, holder: GoalDraft, key: Scalar, value: Pairs) -> bool:
        """``period: {start: …, end: …}``, ``periode: {fra: …, til: …}``."""
        ends = {self._keys.field(inner): one for inner, one in value.all_pairs() if isinstance(one, Scalar) and one.parts}
        first, last = ends.get("start", ends.get("baseline")), ends.get("deadline", ends.get("target"))
        if first is None or last is None:
            return False
        start, end = (self.time(one.text.strip()[:40], one.content) for one in (first, last))
        if start is None or end is None or end.end is None:
            return False
        whole = first.content.cover(last.content)
        time = TimeRef(whole, f"{first.text} – {last.text}", "period", start.start or start.end, end.end)
        self._drafts.field(holder, "period", first.content, time, key.content, [last.content])
        return True

    def quantity(self, text: str, span: Span) -> Quantity | None:
        """The one amount that a text names."""
        found = whole_quantity(Text(text, span), order(self._language))
        if found is None:
            quantities = read(Text(text, span), self._language, self._anchor).quantities
            found = quantities[0] if len(quantities) == 1 else None
        return found._replace(span=span) if found is not None else None

    def measured(self, amount: str, unit: str, span: Span) -> Quantity | None:
        """An amount and its unit, which stand apart."""
        return with_unit(amount, unit, self._language, span) or self.quantity(f"{amount} {unit}", span)

    def series(self, value: Items | Pairs) -> tuple[list[ItemDraft], tuple[Milestone, ...] | None]:
        """Days with what is to be there, typed where they stand apart; a list of which any has no day is none."""
        dated = list(self._dated(value))
        known = [one for one in dated if one is not None]
        if known and len(known) == len(dated):
            items = [self._drafts.item([*day.parts, *text.parts]) for day, text, _ in known]
            return items, tuple(milestone for _, _, milestone in known)
        plain = [one for one in value.nodes if isinstance(one, Scalar) and one.parts] if isinstance(value, Items) else []
        if all(reads_as_time(Text(day, Span(0, len(day))), self._language) for day in map(_day_of, plain)):
            return [self._drafts.item(one.parts) for one in plain], None
        return [], None

    def _dated(self, value: Items | Pairs) -> Iterator[tuple[Scalar, Scalar, Milestone] | None]:
        if isinstance(value, Pairs):
            yield from (self._milestone(day, text) for day, text in value.all_pairs())
            return
        for one in value.nodes:
            if not isinstance(one, Pairs):
                yield None
            elif len(one.pairs) == 1:
                yield self._milestone(*one.pairs[0])
            else:
                inner = [(self._keys.field(key), scalar) for key, scalar in one.all_pairs() if isinstance(scalar, Scalar)]
                day = next((scalar for name, scalar in inner if name in ("deadline", "period", "start")), None)
                text = next((scalar for name, scalar in inner if name in _COUNTED and scalar is not day), None)
                yield self._milestone(day, text or self._main(one)) if day is not None else None

    def _milestone(self, day: Scalar, value: Node | None) -> tuple[Scalar, Scalar, Milestone] | None:
        if not isinstance(value, Scalar) or not value.parts or value is day:
            return None
        time = self.time(day.text.strip(), day.content)
        if time is None or time.end is None or time.role == "recurrence":
            return None
        text = Text(self._drafts.slice(value.content), value.content)
        whole = day.content.cover(value.content)
        return day, value, Milestone(whole, time, self.quantity(text.plain, value.content), text)


def _day_of(scalar: Scalar) -> str:
    return scalar.text.partition(":")[0].strip() if ":" in scalar.text else ""
