"""A document without what only stands for a value: policies that bind ask for the value itself."""

from __future__ import annotations

from smartlint.goal import Document, Field, Goal
from smartlint.reading import Hit
from smartlint.record import replace

#: The lists of words that stand for what is still to be said.
_OPEN = ("placeholder", "redaction")


def strictly(document: Document) -> Document:
    """The document without fields that say nothing, and without placeholders; itself, where there are none.

    Rules keep quiet about what is missing where somebody has tried to say it, as another rule tells of that. Nobody is to
    meet what is asked of him by a field that is misspelt, empty, or filled in with a question mark.
    """
    if all(_is_strict(goal) for goal in document.all_goals):
        return document
    return replace(document, goals=tuple(map(_strict, document.goals)), parts=())


def _is_strict(goal: Goal) -> bool:
    return not goal.attempted and all(map(_says_something, goal.fields.values())) and not goal.reading.of(*_OPEN)


def _strict(goal: Goal) -> Goal:
    fields = {name: field for name, field in goal.fields.items() if _says_something(field)}
    reading = goal.reading._replace(hits=tuple(hit for hit in goal.reading.hits if hit.kind not in _OPEN))
    children = tuple(map(_strict, goal.children))
    return replace(goal, attempted=frozenset(), fields=fields, reading=reading, children=children)


def _says_something(field: Field) -> bool:
    return (bool(field.value) or field.value == 0) and not isinstance(field.value, Hit)
