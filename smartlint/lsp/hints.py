"""What an editor shows beside the text: what was understood, what supports a goal, how much its owner has; colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lsprotocol import types

from smartlint.facts import fold
from smartlint.goal import Action, Document, Field, Goal
from smartlint.lsp import keywords
from smartlint.lsp.hover import values
from smartlint.lsp.session import Session
from smartlint.reading import UNREAD, Reading
from smartlint.source import Span
from smartlint.translation import number

TOKENS = types.SemanticTokensLegend(["keyword", "class", "property", "number", "variable"], [])
#: A change that is less than one tells nothing is not told.
_MOST_PLACES = 4
_KEYWORD, _ID, _FIELD, _NUMBER, _OWNER = range(5)


# --- beside a line ----------------------------------------------------------------------------------------------------


def inlay_hints(session: Session, uri: str, area: types.Range) -> list[types.InlayHint]:
    """Which day an open time means, and how great a change is."""
    document = session.workspace.document(session.path(uri))
    if document is None:
        return []
    ruler = session.ruler_of(document)
    shown = ruler.span(area)
    language = session.language_of(document.source.path, document.language)
    hints = dict.fromkeys(hint for goal in document.all_goals for hint in _hints(goal, language))
    return [
        types.InlayHint(ruler.position(at), text, padding_left=True) for at, text in hints if shown.start <= at <= shown.end
    ]


def _hints(goal: Goal, language: str) -> Iterator[tuple[int, str]]:
    deadline = goal.deadline
    if deadline is not None and deadline.end is not None and (deadline.relative or deadline.derived):
        yield deadline.span.end, f"= {deadline.end.isoformat()}"
    before, after = goal.baseline, goal.target
    if before is not None and after is not None and before.value and before.unit == after.unit and not after.is_range:
        change = _change((after.value - before.value) / abs(before.value) * 100, language)
        if change:
            yield _end(goal, after.span), f"{change} %"


def _change(percent: float, language: str) -> str:
    """How great a change is, to so many places that it is neither nothing nor all where it is a little more or less."""
    places = next((one for one in range(_MOST_PLACES) if _is_told(percent, one)), _MOST_PLACES)
    rounded = round(percent, places)
    return f"{'+' if rounded > 0 else ''}{number(rounded, language)}" if rounded else ""


def _is_told(percent: float, places: int) -> bool:
    rounded = round(percent, places)
    return rounded == percent or rounded not in (0, -100)


def _end(goal: Goal, span: Span) -> int:
    """Where an amount ends with what it is said of: ``400 loaves a day``."""
    field = goal.fields.get("target")
    return field.text.span.end if field is not None and field.text.span.contains(span) else span.end


# --- above a line -----------------------------------------------------------------------------------------------------


def code_lenses(session: Session, uri: str) -> list[types.CodeLens]:
    """Above each goal: how many others support it, and how many its owner has."""
    path = session.path(uri)
    document = session.workspace.document(path)
    if document is None:
        return []
    project, ruler = session.workspace.project(), session.ruler_of(document)
    load = Counter(fold(person.text) for fact in project.goals if fact.open for person in fact.owners[:1])
    found = []
    for goal in document.all_goals:
        count = len(project.supporters.get((path, goal.index), ()))
        owner = goal.owner[0].text if goal.owner and "owner" not in goal.inherited else ""
        titles = []
        if count:
            text = "supported by {count} goals" if count > 1 else "supported by 1 goal"
            titles.append(session.say(text, path, document.language, count=count))
        if owner and load[fold(owner)] > 1:
            titles.append(
                session.say("{owner}: {count} open goals", path, document.language, owner=owner, count=load[fold(owner)])
            )
        found += [types.CodeLens(ruler.range(goal.head), types.Command(title, "")) for title in titles]
    return found


# --- links ------------------------------------------------------------------------------------------------------------


def links(session: Session, uri: str) -> list[types.DocumentLink]:
    """References to goals of other files."""
    path = session.path(uri)
    document = session.workspace.document(path)
    if document is None:
        return []
    project, ruler, documents = session.workspace.project(), session.ruler_of(document), session.workspace.documents()
    found: dict[Span, types.DocumentLink] = {}
    for fact in project.goals:
        for link in fact.supports if fact.file == path else ():
            target = next((one for one in project.resolve(fact, link).matches if one.file != path), None)
            if target is not None:
                line = documents[target.file].source.position(target.head.start).line
                found[link.span] = types.DocumentLink(ruler.range(link.span), f"{session.uri(target.file)}#L{line}")
    return list(found.values())


# --- colours ----------------------------------------------------------------------------------------------------------


def tokens(session: Session, uri: str) -> types.SemanticTokens:
    """What each word is, whatever language it is in."""
    document = session.workspace.document(session.path(uri))
    if document is None:
        return types.SemanticTokens([])
    ruler = session.ruler_of(document)
    data: list[int] = []
    line = column = 0
    for span, kind in _apart(sorted(_tokens(document), key=_from_left)):
        start, end = ruler.position(span.start), ruler.position(span.end)
        if start.line == end.line and end.character > start.character:
            away = start.line - line
            data += [away, start.character - (0 if away else column), end.character - start.character, kind, 0]
            line, column = start.line, start.character
    return types.SemanticTokens(data)


def _from_left(token: tuple[Span, int]) -> tuple[int, int]:
    """The order of tokens: by place, of two at one place the longer first (``O1`` is an ID, although ``O`` is a word)."""
    span, _ = token
    return span.start, -span.end


def _apart(found: list[tuple[Span, int]]) -> Iterator[tuple[Span, int]]:
    """Those that do not reach into the one before."""
    end = 0
    for span, kind in found:
        if span.start >= end and span.start < span.end:
            yield span, kind
            end = span.end


def _tokens(document: Document) -> Iterator[tuple[Span, int]]:
    for section in document.sections:
        yield from _tokens_of_fields(section.fields)
    for goal in document.all_goals:
        word = keywords.of_goal(goal)
        if word is not None:
            yield word.span, _KEYWORD
        if goal.id:
            yield goal.id.span, _ID
        yield from _tokens_of_fields(goal.fields, goal.reading)
        for link in () if "supports" in goal.inherited else goal.supports:
            yield link.span, _ID
        for person in () if "owner" in goal.inherited else goal.owner:
            yield person.span, _OWNER
        for _, keyword in keywords.of_actions(document, goal):
            yield keyword.span, _FIELD
        for action in goal.actions:
            yield from _tokens_of_action(action)


def _tokens_of_fields(fields: Mapping[str, Field], reading: Reading = UNREAD) -> Iterator[tuple[Span, int]]:
    for field in fields.values():
        word = keywords.of_field(field)
        if word is not None:
            yield word.span, _FIELD
    for value in values(fields.values(), reading):
        yield value.span, _NUMBER


def _tokens_of_action(action: Action) -> Iterator[tuple[Span, int]]:
    for person in action.owner:
        yield person.span, _OWNER
    for below in action.actions:
        yield from _tokens_of_action(below)
