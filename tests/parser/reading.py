"""Short forms in which the parser's tests say what they expect."""

from __future__ import annotations

from datetime import date

from smartlint.goal import Document, Goal
from smartlint.parser import parse as parse_text
from smartlint.reading import TimeRef

TODAY = date(2026, 2, 1)


def parse(text: str, language: str = "") -> Document:
    return parse_text(text, language=language, today=TODAY)


def clean(text: str, language: str = "") -> tuple[Goal, ...]:
    """The goals of a text without problems, outermost first."""
    document = parse(text, language)
    assert not document.problems, document.problems
    return document.all_goals


def fields(goal: Goal) -> dict[str, str]:
    return {name: field.text.plain for name, field in goal.fields.items()}


def problems(text: str) -> list[tuple[str, str, str]]:
    """Kind, variant and flagged text of each problem."""
    document = parse(text)
    return [(one.kind, one.variant, document.source.slice(one.span)) for one in document.problems]


def end(time: TimeRef | None) -> str:
    return time.end.isoformat() if time and time.end else ""
