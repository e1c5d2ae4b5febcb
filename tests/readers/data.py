"""What was understood of a data file, in few words."""

from __future__ import annotations

from smartlint.goal import Document, Goal
from smartlint.readers import read_document
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.testing import TODAY


def read(text: str, path: str = "plan.yaml", mapping: DocumentMapping = NOTHING) -> Document:
    return read_document(text, path, today=TODAY, mapping=mapping)


def goals(text: str, path: str = "plan.yaml") -> list[str]:
    """The sentences of the goals, deeper ones indented by a dot for each level."""
    return ["." * (len(goal.path) - 1) + goal.statement.plain for goal in read(text, path).all_goals]


def the(text: str, path: str = "plan.yaml") -> Goal:
    """The only goal of a text."""
    (goal,) = read(text, path).all_goals
    return goal


def told(goal: Goal) -> dict[str, str]:
    """Its fields with their texts."""
    return {name: field.text.plain for name, field in goal.fields.items()}
