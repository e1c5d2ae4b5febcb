"""Typed values of fields: what can be read of their text, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from smartlint.goal import Action, Field, Link, Milestone, Problem
from smartlint.language.pack import CODES, load
from smartlint.language.people import read_people, split_people
from smartlint.language.prose import LONGEST, placeholder, vague_time, whole_quantity, whole_time
from smartlint.language.times import Anchor, BadDate, WrongWeekday
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.drafts import FieldDraft, ItemDraft
from smartlint.parser.names import order
from smartlint.parser.readings import read
from smartlint.parser.words import READERS, Invalid
from smartlint.pattern import compile_late
from smartlint.reading import UNREAD, Person, Quantity, Reading, Text, TimeRef
from smartlint.record import dataclass
from smartlint.source import Source, Span

DATES = frozenset(("start", "deadline"))
QUANTITIES = frozenset(("baseline", "target", "budget"))
SERIES = frozenset(("milestones", "progress", "evidence"))
#: Text fields whose prose rules ask about.
_READ = frozenset(("metric", "done_when", "guardrail"))
_ATTRIBUTES = compile_late(r"\((?P<body>[^():]*:[^()]*)\)[ \t\u00a0]*$")
_ATTRIBUTE = compile_late(r"(?<![ \t\u00a0])[ \t\u00a0]*(?P<name>[^\W\d][^:,]{0,30}):[ \t\u00a0]*(?P<value>[^,]*)")
_LINKS = compile_late(r"[^,;\s][^,;\n]*")


def text_of(source: Source, parts: Sequence[Span]) -> Text:
    """The text of some pieces and what stands between them; a comment in between is blanked out."""
    if not parts:
        return Text("", Span(0, 0))
    span = Span(parts[0].start, parts[-1].end)
    if len(parts) == 1:
        return Text(source.slice(span), span)
    pieces = [source.slice(parts[0])]
    for before, after in pairwise(parts):
        gap = source.text[before.end : after.start]
        pieces.append("".join(char if char.isspace() else " " for char in gap))
        pieces.append(source.slice(after))
    return Text("".join(pieces), span)


def too_long(text: Text) -> Iterator[Problem]:
    """What is wrong with prose of which only the beginning is understood."""
    if len(text.text) > LONGEST:
        start = text.span.start + LONGEST
        yield Problem("syntax-error", "long-text", Span(start, start + 1), {"limit": LONGEST, "length": len(text.text)})


def before_attributes(text: Text) -> Text:
    """The text of an action without its closing parenthesis."""
    match = _ATTRIBUTES.search(text.text)
    said = text.text[: match.start()].rstrip() if match else text.text
    return Text(said, Span(text.span.start, text.span.start + len(said)))


@dataclass(frozen=True)
class Reader:
    """Reads fields of one goal or heading: in its language, with its anchor for open dates."""

    source: Source
    language: str
    anchor: Anchor

    def field(self, draft: FieldDraft) -> tuple[Field, list[Problem]]:
        """A field with its typed value, and its problems; the value is None where it cannot be read."""
        text = self.text(draft)
        word = Text(self.source.slice(draft.word), draft.word)
        problems: list[Problem] = []
        value: Any = None
        if not text and not draft.items:
            problems.append(Problem("empty-field", "field", draft.word, {"word": word.text}))
        elif text:
            try:
                value = self._value(draft, text, problems) if draft.value is None else draft.value
            except Invalid as error:
                data = {"word": self._called(draft), "value": _short(text.plain), **error.data}
                if error.variant in ("impossible-date", "wrong-weekday"):
                    del data["word"]
                day = error.data.get("date")
                problems.append(
                    Problem("invalid-value", error.variant, text.span, data, mended=day.isoformat() if day else None)
                )
        span = Span(draft.word.start, max(draft.word.end, text.span.end))
        reading = UNREAD
        if draft.name in _READ or (draft.name == "target" and value is text):
            reading = self._reading(text)
            problems += too_long(text)
        return Field(draft.name, word, text, value, span, reading), problems

    def _called(self, draft: FieldDraft) -> str:
        """What a field is called where it stands; below the name of a column, what it is called in a goal file."""
        if draft.parts and draft.word == draft.parts[0]:
            names: list[str] = load(self.language).data["fields"][draft.name]
            return names[0]
        return self.source.slice(draft.word)

    def _reading(self, text: Text) -> Reading:
        return read(text, self.language, self.anchor)

    def text(self, draft: FieldDraft) -> Text:
        """The whole text of a field, with that of its items."""
        parts = list(draft.parts)
        for item in _flat(draft.items):
            parts += item.parts
        return text_of(self.source, sorted(parts))

    def _value(self, draft: FieldDraft, text: Text, problems: list[Problem]) -> Any:
        name = draft.name
        open_value = placeholder(text, order(self.language))
        if open_value is not None and not (name == "baseline" and text.plain.rstrip(".") == "?"):
            return open_value
        if name in DATES:
            return vague_time(text, CODES) or self.day(text)
        if name == "period":
            return self._period(text)
        if name == "review":
            return self._review(text)
        if name in QUANTITIES:
            return self._quantity(text)
        if name in SERIES:
            return tuple(self._series(draft, problems))
        if name == "how":
            return tuple(self._actions(draft, problems))
        if name == "owner":
            return read_people(text.text, text.span.start)
        if name == "with":
            return split_people(text.text, text.span.start)
        if name == "supports":
            return tuple(self.links(text))
        reader = READERS.get(name)
        return reader(text) if reader else text

    # --- times ------------------------------------------------------------------------------------------------------

    def _time(self, text: Text) -> TimeRef | None:
        """The time that a value is, else the first one in it. Raises ``Invalid`` for a day that does not exist."""
        try:
            found = whole_time(text, order(self.language), self.anchor)
        except WrongWeekday as error:
            raise Invalid("wrong-weekday", date=error.day) from error
        except (BadDate, OverflowError) as error:
            raise Invalid("impossible-date") from error
        except ValueError:
            return None
        if found is None:
            found = next(iter(read(text, self.language, self.anchor).times), None)
        return found

    def day(self, text: Text) -> TimeRef:
        """A date field: its last day counts, for a start its first."""
        found = self._time(text)
        if found is None or (found.end is None and found.start is None) or found.role == "recurrence":
            raise Invalid("date")
        return found

    def _period(self, text: Text) -> TimeRef:
        found = self._time(text)
        if found is None or found.end is None:
            raise Invalid("period")
        return found

    def _review(self, text: Text) -> TimeRef:
        found = self._time(text)
        if found is None:
            raise Invalid("recurrence")
        return found

    # --- numbers ----------------------------------------------------------------------------------------------------

    def _quantity(self, text: Text) -> Quantity | Text:
        found = whole_quantity(text, order(self.language))
        if found is not None:
            return found
        reading = read(text, self.language, self.anchor)
        return reading.quantities[0] if reading.quantities else text

    # --- lists ------------------------------------------------------------------------------------------------------

    def links(self, text: Text) -> list[Link]:
        """The references in a text, parted by commas, semicolons or lines."""
        found = []
        for match in _LINKS.finditer(text.text):
            name = match[0].strip(" \t\u00a0-*•\r\n")
            start = text.span.start + match.start() + match[0].index(name)
            if name:
                found.append(Link(Span(start, start + len(name)), name))
        return found

    def _actions(self, draft: FieldDraft, problems: list[Problem]) -> list[Action]:
        actions = []
        if draft.parts:
            text = text_of(self.source, draft.parts)
            actions.append(Action(text, reading=self._reading(text)))
        return [*actions, *self.actions(draft.items, problems)]

    def actions(self, items: Sequence[ItemDraft], problems: list[Problem]) -> tuple[Action, ...]:
        """The actions that some items are."""
        return tuple(self._action(item, problems) for item in items if item.parts)

    def _action(self, item: ItemDraft, problems: list[Problem]) -> Action:
        """An item with its attributes, in its closing parenthesis or below it, and the items below."""
        text = text_of(self.source, item.parts)
        problems += too_long(text)
        owner: tuple[Person, ...] = ()
        deadline: TimeRef | None = None
        said = text
        for name, word, value in self._attributes(item, text, problems):
            if value.span.end <= text.span.end:
                said = before_attributes(text)
            if name == "owner":
                owner = owner or read_people(value.text, value.span.start)
            elif name == "deadline":
                deadline = deadline or self._action_deadline(word, value, problems)
        return Action(text, owner, deadline, self.actions(item.items, problems), self._reading(said))

    def _action_deadline(self, word: str, value: Text, problems: list[Problem]) -> TimeRef | None:
        """What is no day may be a remark in parentheses; a day that does not exist is a slip anywhere."""
        try:
            return self.day(value)
        except Invalid as error:
            if error.variant != "date":
                data = {"value": _short(value.plain), **error.data}
                problems.append(Problem("invalid-value", error.variant, value.span, data))
        return None

    def _attributes(self, item: ItemDraft, text: Text, problems: list[Problem]) -> Iterator[tuple[str, str, Text]]:
        """The fields of an action: name, word, value."""
        for name, draft in item.fields.items():
            word = self.source.slice(draft.word)
            if draft.parts:
                yield name, word, text_of(self.source, draft.parts)
            else:
                problems.append(Problem("empty-field", "field", draft.word, {"word": word}))
        yield from self._bracketed(text)

    def with_how(self, reading: Reading, text: Text) -> Reading:
        """The reading of a goal's sentence, which may say how as an action says its owner: ``(owner: …, how: …)``."""
        how = tuple(value.span for name, _, value in self._bracketed(text) if name == "how")
        return reading._replace(means=(*reading.means, *how)) if how else reading

    def _bracketed(self, text: Text) -> Iterator[tuple[str, str, Text]]:
        """The fields in a closing parenthesis: name, word, value."""
        match = _ATTRIBUTES.search(text.text) if text.text.endswith(")") else None
        for part in _ATTRIBUTE.finditer(match["body"]) if match else ():
            names = vocabulary().field_names(part["name"].strip().lower())
            name = names.get(self.language) or next(iter(names.values()), "")
            value = part["value"].rstrip()
            start = text.span.start + match.start("body") + part.start("value") if match else 0
            said = Text(value, Span(start, start + len(value)))
            if name and value and placeholder(said, order(self.language)) is None:
                yield name, part["name"], said

    def _series(self, draft: FieldDraft, problems: list[Problem]) -> list[Milestone]:
        items = ([draft.parts] if draft.parts else []) + [item.parts for item in _flat(draft.items) if item.parts]
        found = []
        for parts in items:
            text = text_of(self.source, parts)
            milestone = self._milestone(text)
            if milestone is not None:
                found.append(milestone)
            else:
                data = {"word": self.source.slice(draft.word), "value": _short(text.plain)}
                problems.append(Problem("invalid-value", "milestone", text.span, data))
        return found

    def _milestone(self, text: Text) -> Milestone | None:
        colon = text.text.find(":")
        if colon < 0:
            return None
        day = Text(text.text[:colon].rstrip(), Span(text.span.start, text.span.start + len(text.text[:colon].rstrip())))
        rest = text.text[colon + 1 :]
        start = text.span.end - len(rest.lstrip())
        value = Text(rest.strip(), Span(start, start + len(rest.strip())))
        try:
            time = whole_time(day, order(self.language), self.anchor)
        except (ValueError, OverflowError):
            return None
        if time is None or time.end is None or time.role == "recurrence":
            return None
        quantity = self._quantity(value) if value else None
        return Milestone(text.span, time, quantity if isinstance(quantity, Quantity) else None, value)


def _flat(items: Sequence[ItemDraft]) -> list[ItemDraft]:
    found: list[ItemDraft] = []
    for item in items:
        found += [item, *_flat(item.items)]
    return found


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
