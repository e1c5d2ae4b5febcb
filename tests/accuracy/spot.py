"""A goal that is to be broken, with the edits that breaking it takes."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, cached_property
from pathlib import Path

from smartlint.goal import Document, Goal
from smartlint.reading import Quantity, TimeRef
from smartlint.source import Span

#: Fields that measure a goal.
MEASURES = ("metric", "source", "baseline", "target", "done_when", "milestones", "progress", "evidence", "guardrail")
#: An edit: a place and what is to stand there.
Edit = tuple[Span, str]


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "broken.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Spot:
    """A goal of a document. What a method cannot do it answers with None, and the goal is not broken in that way."""

    document: Document
    goal: Goal

    @property
    def text(self) -> str:
        return self.document.source.text

    @property
    def root(self) -> bool:
        return self.document.parent(self.goal) is None

    def word(self, name: str) -> str:
        return _words()[self.goal.language][name]

    def header(self, name: str) -> bool:
        """The header has this field."""
        return any(name in section.fields for section in self.document.sections)

    @cached_property
    def statement(self) -> Span:
        return self.goal.statement.span

    @cached_property
    def timed(self) -> tuple[TimeRef, ...]:
        """The times in the sentence by which or in which the goal is to be reached."""
        return tuple(time for time in self.goal.reading.times if time.role in ("deadline", "period", "duration"))

    @cached_property
    def goal_numbers(self) -> tuple[Quantity, ...]:
        """The numbers in the sentence that the goal has to reach."""
        return tuple(one for one in self.goal.reading.quantities if one.role in ("target", "bound_min", "bound_max", "change"))

    def starts_with(self, *kinds: str) -> bool:
        """The sentence's first word stands in one of these lists."""
        return any(hit.span.start == self.statement.start for hit in self.goal.reading.of(*kinds))

    def edited(self, *edits: Edit | None) -> str | None:
        """The text with edits; None where one of them cannot be made, or where they change nothing."""
        text = self.text
        for edit in sorted((one for one in edits if one is not None), key=lambda one: one[0], reverse=True):
            text = text[: edit[0].start] + edit[1] + text[edit[0].end :]
        return None if None in edits or text == self.text else text

    def line(self, span: Span) -> Span:
        """The whole lines of a span, with the last line's end."""
        end = self.text.find("\n", span.end)
        return Span(self.text.rfind("\n", 0, span.start) + 1, len(self.text) if end < 0 else end + 1)

    def dropped(self, *names: str) -> list[Edit]:
        """The goal without these fields."""
        return [(self.line(self.goal.fields[name].span), "") for name in names if name in self.goal.fields]

    def undated_header(self) -> list[Edit]:
        return self.header_without("period")

    def header_without(self, name: str) -> list[Edit]:
        fields = [section.fields[name] for section in self.document.sections if name in section.fields]
        return [(self.line(field.span), "") for field in fields]

    def field(self, name: str, value: str) -> Edit:
        """The field with another value; a new line where it is not there."""
        if name in self.goal.fields:
            field = self.goal.fields[name]
            return Span(field.word.span.end, field.span.end), f": {value}"
        start = self.text.rfind("\n", 0, self.goal.head.start) + 1
        indent = re.match(r"[ \t]*", self.text[start:])
        end = self.text.find("\n", self.statement.end)
        at = len(self.text) if end < 0 else end
        return Span(at, at), f"\n{indent[0] if indent else ''}  {name.replace('_', ' ')}: {value}"

    def said(self, sentence: str) -> Edit:
        """Another sentence."""
        return self.statement, sentence

    def after(self, words: str) -> Edit:
        """The sentence with more words at its end, before its full stop."""
        end = self.statement.end - self.text[: self.statement.end].endswith(".")
        blank = "" if words.startswith(",") else " "
        return Span(end, end), f"{blank}{words}"

    def before(self, words: str) -> Edit:
        """The sentence with words at its start, which was a capital."""
        start = self.statement.start
        first = self.text[start]
        second = self.text[start + 1 : start + 2]
        return Span(start, start + 1), f"{words} {first if second.isupper() else first.lower()}"

    def days_after_deadline(self, days: int) -> str | None:
        """A day so long after the goal's deadline, which is stated."""
        deadline = self.goal.deadline
        if deadline is None or deadline.end is None or deadline.derived:
            return None
        return (deadline.end + timedelta(days=days)).isoformat()


def other_number(text: str) -> str:
    """A number that is another one: its first digit is one more, or one less."""
    found = re.search(r"\d", text)
    if found is None:
        return text
    digit = "8" if found[0] == "9" else str(int(found[0]) + 1)
    return text[: found.start()] + digit + text[found.end() :]
