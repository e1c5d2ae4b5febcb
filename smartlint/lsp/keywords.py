"""The keywords of a goal as they stand in the file: of its fields, and of what its actions say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smartlint.goal import Action, Document, Field, Goal
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.values import before_attributes
from smartlint.reading import Text
from smartlint.source import Span

#: A keyword of an action: in its closing parenthesis, or on a line of its own.
_ATTRIBUTE = re.compile(r"(?:^|[(,])[ \t\u00a0]*(?P<word>[^\W\d][^:,()]{0,30}):")


def of_field(field: Field) -> Text | None:
    """The keyword of a field; None where the value stands alone, as in a cell."""
    return None if field.word.span.contains(field.text.span) and field.text else field.word


def of_goal(goal: Goal) -> Text | None:
    """The goal word, without the ID behind it; None where the sentence stands alone, as in a list."""
    word, name = goal.word, goal.id
    if word.span.contains(goal.statement.span) and goal.statement:
        return None
    if name and word.span.start < name.span.start and word.span.contains(name.span):
        said = word.text[: name.span.start - word.span.start].rstrip()
        return Text(said, Span(word.span.start, word.span.start + len(said)))
    return word


def of_actions(document: Document, goal: Goal) -> Iterator[tuple[str, Text]]:
    """The keywords of all actions, each with its canonical name."""
    for action in goal.actions:
        yield from _of_action(document, action)


def _of_action(document: Document, action: Action) -> Iterator[tuple[str, Text]]:
    end = action.text.span.end
    areas = [Span(before_attributes(action.text).span.end, end)]
    for value in (*action.owner[:1], action.deadline):
        if value is not None and value.span.start > end:
            above, newline, line = document.source.slice(Span(end, value.span.start)).rpartition("\n")
            areas.append(Span(end + len(above) + len(newline), end + len(above) + len(newline) + len(line)))
    for area in areas:
        for found in _ATTRIBUTE.finditer(document.source.slice(area)):
            start, word = area.start + found.start("word"), found["word"].rstrip()
            names = vocabulary().field_names(word.lower())
            name = names.get(document.language) or next(iter(names.values()), "")
            if name:
                yield name, Text(word, Span(start, start + len(word)))
    for below in action.actions:
        yield from _of_action(document, below)
