"""What was understood of a Markdown text, in few words."""

from __future__ import annotations

from smartlint.goal import Document, Goal
from smartlint.readers import read_document
from smartlint.testing import TODAY


def read(text: str, language: str = "") -> Document:
    return read_document(text, "test.md", today=TODAY, language=language)


def goals(text: str, language: str = "") -> list[str]:
    """The sentences of the goals, deeper ones indented by a dot for each level."""
    return ["." * (len(goal.path) - 1) + goal.statement.plain for goal in read(text, language).all_goals]


def the(text: str, language: str = "") -> Goal:
    """The only goal of a text."""
    (goal,) = read(text, language).all_goals
    return goal


def owners(goal: Goal) -> str:
    return ", ".join(person.text for person in goal.owner)


def due(goal: Goal) -> str:
    return goal.deadline.end.isoformat() if goal.deadline is not None and goal.deadline.end is not None else ""
