"""Documents of other formats as goal files: the same goals, fields and suppressions, in the language of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from smartlint.formatter import formatted
from smartlint.goal import Action, Directive, Document, Field, Goal, Milestone
from smartlint.language.pack import load
from smartlint.language.prose import whole_quantity, whole_time
from smartlint.language.times import Anchor, BadDate
from smartlint.language.vocabulary import vocabulary
from smartlint.parser import parse
from smartlint.parser.layout import HEADER, LISTS
from smartlint.parser.names import order
from smartlint.parser.resolve import named_day
from smartlint.readers.word_lists import document_words
from smartlint.reading import Person, Quantity, Text, TimeRef
from smartlint.record import NamedTuple
from smartlint.remainder import remainder
from smartlint.source import Span

_ID = re.compile(r"[\w.-]{1,40}$")
#: ``KR 2``, ``NR 2.1``: an ID with a blank.
_APART = re.compile(r"[^\W\d_]{1,3} \d{1,3}(?:\.\d{1,3}){0,3}$")
_SHORT = re.compile(r"(?:O|KR)\d{1,3}(?:\.\d{1,3}){0,3}$")
_NUMBER = re.compile(r"[\d\s.,]+$")
#: A word for a goal that is not one for a target as well is longer by more than this, but for a plural.
_LONGER = 3
_IN_BRACKETS = re.compile(r"\([^()]*:[^()]*\)$")
_DIRECTIVE = re.compile(r"(?:#|<!--)\s*(?P<said>(?i:smartlint)\s*:.*)")
#: What a goal takes from what stands above it, in the order in which it is written.
_INHERITED = ("team", "owner", "period", "start", "deadline", "review", "supports", "status")
#: What a heading says of its own section alone.
_OF_A_SECTION = ("team", "owner", "review", "supports", "status")
#: Days that are left open in a text are the same before and after, whatever the day is.
_ANY_DAY = date(2026, 1, 1)


class Converted(NamedTuple):
    """A goal file, and where in the document something stands that it has not."""

    text: str
    left_out: tuple[Span, ...]


def converted(document: Document) -> Converted:
    """The goal file that says what a document says."""
    lines = list(_Writer(document).lines())
    text = "".join(f"{line}\n" for line in lines)
    if parse(text, today=_ANY_DAY).language != document.language:
        words = load(document.language).data["fields"]["language"]
        text = f"{words[0]}: {document.language}\n{text}"
    return Converted(formatted(text), tuple(remainder(document)))


class _Writer:
    """Writes the lines of a goal file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        data: Any = load(document.language).data
        self._fields: dict[str, list[str]] = data["fields"]
        self._kinds: dict[str, list[str]] = data["goals"]
        self._levels: dict[str, list[str]] = data["levels"]
        self._statuses: dict[str, list[str]] = data["status"]
        header = document.sections[0].fields if document.sections else {}
        self._header = {name: field for name, field in header.items() if name in HEADER and name != "language"}
        self._stated = {span for field in self._header.values() for span in (field.word.span, field.text.span)}
        self._written: set[Span] = set()

    def lines(self) -> Iterator[str]:
        for directive in self._document.directives:
            if directive.whole_file:
                yield self._comment(directive)
        every = [self._handed(goal) for goal in self._document.goals]
        common = {name: text for name, text in every[0].items() if all(one.get(name) == text for one in every)} if every else {}
        for name, field in self._header.items():
            if name not in common:
                yield from self._field(name, field, self._header, "")
        yield from self._given(common, "")
        in_sections = all("team" in one for one in every) and "team" not in common
        above: dict[str, str] = {}
        for goal, inherits in zip(self._document.goals, every, strict=True):
            handed = {name: text for name, text in inherits.items() if name not in common}
            if in_sections and handed != above:
                yield ""
                whole = self._handed(goal, stated=True)
                yield from self._given({name: whole[name] for name in whole if name in handed or name in _OF_A_SECTION}, "")
            above = handed
            yield ""
            yield from self._goal(goal, "", {} if in_sections else handed, inherits)

    # --- goals ------------------------------------------------------------------------------------------------------

    def _goal(self, goal: Goal, indent: str, handed: Mapping[str, str], known: Mapping[str, str]) -> Iterator[str]:
        """The lines of a goal; ``handed`` is stated with it, and ``known`` is what is stated for it so far."""
        inner = indent + "  "
        for directive in self._document.directives:
            if not directive.whole_file and directive.span not in self._written and goal.head in _starts(directive, goal):
                yield f"{indent}{self._comment(directive)}"
        yield f"{indent}{self._head(goal, alone=not indent)}"
        yield from self._given(handed, inner)
        day = self._other_day(goal) if "deadline" not in handed else None
        yield from self._given({"deadline": day.isoformat()} if day is not None else {}, inner)
        unit = self._unit(goal.fields)
        for name, field in goal.fields.items():
            if field is unit:
                continue
            yield from self._field(name, field, goal.fields, inner)
        listed = goal.fields["how"].value if "how" in goal.fields else ()
        bare = [action for action in goal.actions if not isinstance(listed, tuple) or action not in listed]
        yield from self._actions(bare, inner)
        for child in goal.children:
            more = {name: text for name, text in self._handed(child).items() if known.get(name) != text}
            yield from self._goal(child, inner, more, {**known, **more})

    @staticmethod
    def _other_day(goal: Goal) -> date | None:
        """The day of a goal whose sentence names another time, that only a goal file would take for its deadline."""
        said = named_day(goal.statement, goal.reading, False)
        due = goal.deadline.end if goal.deadline is not None else None
        return due if "deadline" not in goal.fields and said is not None and said.end != due else None

    def _head(self, goal: Goal, *, alone: bool) -> str:
        """The first line of a goal; one that stands ``alone`` must not be taken for a part of the one above."""
        below = goal.sub or goal.kind == "key_result"
        first = self._document.goals[0]
        is_part = below and (not alone or (first.sub, first.kind) == (goal.sub, goal.kind))
        words = self._kinds["goal" if below and not is_part else "sub" if goal.sub else goal.kind]
        kind = words[0]
        if kind in self._fields["target"] and whole_quantity(goal.statement, (goal.language,)) is not None:
            kind = next(word for word in words if word not in self._fields["target"] and len(word) > len(kind) + _LONGER)
        word = f"{self._levels[goal.level][0]} {kind}" if goal.level_stated else kind
        name = goal.id.text.replace(" ", "") if _APART.match(goal.id.text) else goal.id.text
        name = name if _ID.match(name) else ""
        if _SHORT.match(name) and not goal.level_stated:
            word, name = name, ""
        elif vocabulary().field_names(f"{word} {name}".lower()):
            name = ""  # "goal status: …" is a field
        return f"{' '.join(part for part in (word, name) if part)}: {goal.statement.plain}"

    def _handed(self, goal: Goal, *, stated: bool = False) -> dict[str, str]:
        """What a goal has from a heading, key or column, as it is to be stated; with ``stated`` what the header says too."""
        found: dict[str, str] = {}
        for name in _INHERITED:
            origin = goal.inherited.get(name)
            if origin is None or origin.place != "header" or name in goal.fields:
                continue
            if stated or origin.span not in self._stated:
                text = self._said(goal, name)
                if text and not (name == "deadline" and "period" in found):
                    found[name] = text
        return found

    def _said(self, goal: Goal, name: str) -> str:
        value = getattr(goal, name)
        if name == "status":
            return self._statuses[goal.status][0]
        if isinstance(value, TimeRef):
            return self._time(name, value)
        if isinstance(value, tuple):
            return ", ".join(" ".join(one.text.split()) for one in value)
        return str(value or "")

    def _given(self, handed: Mapping[str, str], indent: str) -> Iterator[str]:
        return (f"{indent}{self._fields[name][0]}: {text}" for name, text in handed.items())

    # --- fields -----------------------------------------------------------------------------------------------------

    def _field(self, name: str, field: Field, fields: Mapping[str, Field], indent: str) -> Iterator[str]:
        word = self._fields[name][0] if name in self._fields else name
        behind = "".join(f"  {self._comment(one)}" for one in self._document.directives if self._speaks_of(one, field))
        value = field.value
        if name in LISTS and isinstance(value, tuple) and value:
            yield f"{indent}{word}:{behind}"
            if isinstance(value[0], Action):
                yield from self._actions(value, indent + "  ")
            else:
                yield from (f"{indent}  - {self._milestone(one)}" for one in value if isinstance(one, Milestone))
            return
        lines = [" ".join(line.split()) for line in field.text.text.splitlines() if line.strip()]
        if len(lines) > 1 and name not in HEADER and not isinstance(value, Quantity | TimeRef | tuple):
            yield f"{indent}{word}:{behind}"
            yield from (f"{indent}  - {line.lstrip('-*• ')}" for line in lines)
            return
        yield f"{indent}{word}: {self._value(name, field, fields)}".rstrip() + behind

    def _value(self, name: str, field: Field, fields: Mapping[str, Field]) -> str:
        value, text = field.value, field.text.plain
        if name == "status" and isinstance(value, str) and text.lower().rstrip(".") not in self._statuses[value]:
            return self._statuses[value][0]
        if name == "confidence" and isinstance(value, float):
            return f"{value * 100:g} %"
        if isinstance(value, TimeRef):
            return self._time(name, value)
        if name == "owner" and isinstance(value, tuple) and len(field.text.text.splitlines()) > 1:
            return _names(value)
        return " ".join(value.text.split()) if self._is_bare(field) else text

    def _time(self, name: str, time: TimeRef) -> str:
        """A time as it is written; a period without a word before it, and in days where its text says nothing by itself."""
        if name != "period" or time.relative or time.start is None or time.end is None:
            return time.text
        first, _, rest = time.text.partition(" ")
        days = self._days(time.text)
        if days is None:
            return f"{time.start} – {time.end}"
        return rest if self._days(rest) == days and not any(map(str.isdigit, first)) else time.text

    def _days(self, text: str) -> tuple[date | None, date | None] | None:
        """The first and the last day of the period that a text is by itself."""
        try:
            read = whole_time(Text(text, Span(0, len(text))), order(self._document.language), Anchor(_ANY_DAY))
        except BadDate:
            return None
        return (read.start, read.end) if read is not None else None

    @staticmethod
    def _is_bare(field: Field) -> bool:
        """An amount whose unit stands in a field of its own."""
        return isinstance(field.value, Quantity) and bool(field.value.unit) and _NUMBER.match(field.text.plain) is not None

    def _unit(self, fields: Mapping[str, Field]) -> Field | None:
        """The field with the unit of a goal's amounts, if any of them has it."""
        if not any(self._is_bare(field) for field in fields.values()):
            return None
        words = document_words().keys["unit"]
        return next((field for name, field in fields.items() if name.removeprefix("x-").replace("-", " ") in words), None)

    def _milestone(self, milestone: Milestone) -> str:
        return f"{milestone.time.text}: {milestone.text.plain}".rstrip()

    def _actions(self, actions: Sequence[Action], indent: str) -> Iterator[str]:
        for action in actions:
            said = " ".join(action.text.plain.split())
            more = [f"{self._fields['owner'][0]}: {_names(action.owner)}"] if action.owner else []
            more += [f"{self._fields['deadline'][0]}: {action.deadline.text}"] if action.deadline is not None else []
            aside = f" ({', '.join(more)})" if more and not _IN_BRACKETS.search(said) else ""
            yield f"{indent}- {said}{aside}"
            yield from self._actions(action.actions, indent + "  ")

    # --- suppressions -----------------------------------------------------------------------------------------------

    def _comment(self, directive: Directive) -> str:
        self._written.add(directive.span)
        match = _DIRECTIVE.match(self._document.source.slice(directive.span))
        return f"# {match['said'].rstrip().removesuffix('-->').rstrip()}" if match is not None else ""

    def _speaks_of(self, directive: Directive, field: Field) -> bool:
        """Whether a suppression is about this field, and not about its goal."""
        if directive.whole_file or directive.span in self._written:
            return False
        return any(span.start <= field.word.span.start < span.end for span in directive.scope)


def _starts(directive: Directive, goal: Goal) -> tuple[Span, ...]:
    """The head of a goal, where a suppression speaks of that."""
    return (goal.head,) if any(span.start <= goal.head.start < span.end for span in directive.scope) else ()


def _names(people: Sequence[Person]) -> str:
    return " / ".join(person.text for person in people)
