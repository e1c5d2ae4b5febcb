"""What is told of the place that the pointer is at: a finding, a keyword, a day, an amount, why a goal passes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lsprotocol import types

from smartlint.goal import Action, Document, Field, Goal, Milestone
from smartlint.language.pack import load
from smartlint.lsp.field_help import FIELD_HELP
from smartlint.lsp.keywords import of_actions
from smartlint.lsp.session import Session
from smartlint.lsp.understood import amount, when
from smartlint.reading import UNREAD, Quantity, Reading, Text, TimeRef
from smartlint.reporters import Look
from smartlint.reporters.evidence import because
from smartlint.source import Span

#: What means something in Markdown, or may begin markup in it.
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")
_MOST_WORDS = 12


def hover(session: Session, uri: str, position: types.Position) -> types.Hover | None:
    path = session.path(uri)
    document = session.workspace.document(path)
    if document is None:
        return None
    offset = session.ruler_of(document).offset(position)
    in_file = document.source.in_file(Span(offset, offset)).start
    told = [*_findings(session, path, in_file), *_of_document(session, document, offset)]
    if not told:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(told)))


def plain(text: str) -> str:
    """A text that means nothing in Markdown."""
    return _MARKS.sub(r"\\\1", text)


def _findings(session: Session, path: str, offset: int) -> Iterator[str]:
    seen = set()
    for finding in session.workspace.result().findings:
        here = finding.place.path == path and finding.place.span.start <= offset <= finding.place.span.end
        if here and finding.rule not in seen:
            seen.add(finding.rule)
            yield session.page(finding.rule, session.language_for(finding))


def _of_document(session: Session, document: Document, offset: int) -> Iterator[str]:
    goal = goal_at(document, offset)
    words = [(field.name, field.word) for field in _fields(document, goal)]
    words += of_actions(document, goal) if goal is not None else ()
    yield from islice((_keyword(session, document, *one) for one in words if _holds(one[1].span, offset)), 1)
    said = values(_fields(document, goal), goal.reading if goal is not None else UNREAD)
    here = [value for value in said if _holds(value.span, offset)]
    if here:
        yield _understood(session, document, min(here, key=lambda value: value.span.end - value.span.start))
    yield from dict.fromkeys(_meant(session, document, offset))
    if goal is not None and _holds(goal.head, offset):
        yield from _passes(session, document, goal)


def _meant(session: Session, document: Document, offset: int) -> Iterator[str]:
    """The goals that a reference means."""
    project = session.workspace.project()
    for fact in project.goals:
        for link in fact.supports if fact.file == document.source.path else ():
            if _holds(link.span, offset):
                found = project.resolve(fact, link).matches
                yield from (f"**{plain(one.id)}**: {plain(one.statement)}" for one in found)


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end and span.start < span.end


def goal_at(document: Document, offset: int) -> Goal | None:
    """The innermost goal at a place, with what stands below it."""
    found = None
    for goal in document.all_goals:
        if goal.head.start > offset and goal.span.start > offset:
            break
        found = goal
    return found


def _fields(document: Document, goal: Goal | None) -> Iterator[Field]:
    for section in document.sections:
        yield from section.fields.values()
    if goal is not None:
        yield from goal.fields.values()


# --- keywords ---------------------------------------------------------------------------------------------------------


def _keyword(session: Session, document: Document, name: str, word: Text) -> str:
    """What is written in a field, and what it is called otherwise: in this file's language, and in the reader's."""
    path = document.source.path
    told = f"**{plain(name)}**"
    if name in FIELD_HELP:
        told += f": {session.say(FIELD_HELP[name], path, document.language)}"
    for code in dict.fromkeys((document.language, session.language_of(path, document.language))):
        words = load(code).data["fields"].get(name, ())[:_MOST_WORDS]
        others = [one for one in words if one.lower() != word.text.lower()]
        if others:
            told += "\n\n" + session.say("Also written: {words}", path, document.language, words=others)
    return told


# --- days and amounts -------------------------------------------------------------------------------------------------


def values(fields: Iterable[Field], reading: Reading = UNREAD) -> Iterator[TimeRef | Quantity]:
    """The days and amounts that were understood of some fields, and in a sentence."""
    for field in fields:
        yield from _of_value(field.value)
        yield from _of_reading(field.reading)
    yield from _of_reading(reading)


def _of_reading(reading: Reading) -> Iterator[TimeRef | Quantity]:
    yield from reading.times
    yield from reading.quantities


def _of_value(value: object) -> Iterator[TimeRef | Quantity]:
    if isinstance(value, (TimeRef, Quantity)):
        yield value
    elif isinstance(value, Milestone):
        yield value.time
        yield from _of_value(value.quantity)
    elif isinstance(value, Action):
        yield from _of_value(value.deadline)
        yield from _of_reading(value.reading)
        yield from _of_value(value.actions)
    elif type(value) is tuple:
        for part in value:
            yield from _of_value(part)


def _understood(session: Session, document: Document, value: TimeRef | Quantity) -> str:
    language = session.language_of(document.source.path, document.language)
    if isinstance(value, Quantity):
        return plain(amount(value, language))
    return plain(when(value, language, session.workspace.today))


# --- why it passes ----------------------------------------------------------------------------------------------------


def _passes(session: Session, document: Document, goal: Goal) -> Iterator[str]:
    path = document.source.path
    look = Look(session.workspace.today, session.language_of(path, document.language))
    found = [one for one in session.workspace.reasons(path).evidence if one.index == goal.index]
    if found:
        yield "\n".join(f"- {plain(because(one, document.source.file, look))}" for one in found)
