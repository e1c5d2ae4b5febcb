"""From goal to goal: symbols, what an ID leads to and who names it, renaming, what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import basename
from typing import TYPE_CHECKING

from lsprotocol import types

from smartlint.extracting import is_packed
from smartlint.facts import GoalFact, fold
from smartlint.goal import Document, Goal
from smartlint.lsp.hover import goal_at
from smartlint.lsp.session import Session
from smartlint.parser import parse
from smartlint.source import Source, Span

if TYPE_CHECKING:
    from smartlint.waiver import Waiver

_MOST_SYMBOLS = 500


class CannotRename(Exception):
    """Why a goal cannot have a name, in the reader's words."""


# --- symbols ----------------------------------------------------------------------------------------------------------


def document_symbols(session: Session, uri: str) -> list[types.DocumentSymbol]:
    document = session.workspace.document(session.path(uri))
    return [_symbol(session, document, goal) for goal in document.goals] if document else []


def _symbol(session: Session, document: Document, goal: Goal) -> types.DocumentSymbol:
    ruler = session.ruler_of(document)
    return types.DocumentSymbol(
        name=goal.name,
        detail=goal.statement.plain,
        kind=types.SymbolKind.Class if goal.children else types.SymbolKind.Field,
        range=ruler.range(_extent(goal)),
        selection_range=ruler.range(goal.head),
        children=[_symbol(session, document, child) for child in goal.children],
    )


def _extent(goal: Goal) -> Span:
    """A goal with all below it."""
    span = goal.span.cover(goal.head)
    for one in goal.walk():
        span = span.cover(one.span)
    return span


def workspace_symbols(session: Session, query: str) -> list[types.WorkspaceSymbol]:
    """The goals whose ID or sentence has all words of a query."""
    words = fold(query).split()
    found = []
    for fact in session.workspace.project().goals:
        said = fold(f"{fact.id} {fact.statement} {fact.team}")
        if all(word in said for word in words):
            name = f"{fact.id}: {fact.statement}" if fact.id else fact.statement or fact.name
            place, holder = _location(session, fact.file, fact.head), fact.team or basename(fact.file)
            found.append(types.WorkspaceSymbol(place, name, types.SymbolKind.Class, container_name=holder))
    return found[:_MOST_SYMBOLS]


def _location(session: Session, path: str, span: Span) -> types.Location:
    document = session.workspace.document(path)
    assert document is not None  # facts come from documents
    return types.Location(session.uri(path), session.ruler_of(document).range(span))


# --- what leads to what -----------------------------------------------------------------------------------------------


def _offset(session: Session, uri: str, position: types.Position) -> tuple[str, int] | None:
    path = session.path(uri)
    document = session.workspace.document(path)
    return (path, session.ruler_of(document).offset(position)) if document else None


def _named(session: Session, path: str, offset: int) -> list[GoalFact]:
    """The goals whose ID stands at a place: their own, or in a reference to them."""
    project = session.workspace.project()
    facts = [fact for fact in project.goals if fact.file == path]
    own = [fact for fact in facts if fact.id and fact.id_span.start <= offset <= fact.id_span.end]
    if own:
        return own[:1]
    for fact in facts:
        for link in fact.supports:
            if link.span.start <= offset <= link.span.end:
                return list(project.resolve(fact, link).matches)
    return []


def definition(session: Session, uri: str, position: types.Position) -> list[types.Location]:
    """Where the goals stand that an ID means."""
    at = _offset(session, uri, position)
    return [_location(session, fact.file, fact.id_span) for fact in _named(session, *at)] if at else []


def references(session: Session, uri: str, position: types.Position, *, declared: bool) -> list[types.Location]:
    """Where an ID is named, in goals and in waivers; with ``declared``, where its goal stands as well."""
    at = _offset(session, uri, position)
    found: dict[tuple[str, Span], None] = {}
    waived: dict[tuple[Source, Span], None] = {}
    for fact in _named(session, *at) if at else ():
        if declared:
            found[fact.file, fact.id_span] = None
        found |= dict.fromkeys(_links_to(session, fact))
        waived |= dict.fromkeys(_waived(session, fact))
    return [
        *(_location(session, path, span) for path, span in found),
        *(_in_configuration(session, source, span) for source, span in waived),
    ]


def _links_to(session: Session, wanted: GoalFact) -> Iterator[tuple[str, Span]]:
    project = session.workspace.project()
    for fact in project.goals:
        for link in fact.supports:
            if fold(link.text.rpartition("/")[2]) == fold(wanted.id) and wanted in project.resolve(fact, link).matches:
                yield fact.file, link.span


def _waived(session: Session, wanted: GoalFact) -> Iterator[tuple[Source, Span]]:
    """Where waivers name a goal, for itself or as what stands above the one that they mean."""
    document = session.workspace.document(wanted.file)
    assert document is not None  # facts come from documents
    goal = next(one for one in document.all_goals if one.index == wanted.index)
    for waiver in session.workspace.waivers(wanted.file):
        for one in goal.walk():
            span = _id_in(waiver, len(one.path) - len(goal.path), wanted.id) if waiver.names(wanted.file, one) else None
            if span is not None:
                yield waiver.source, span
                break


def _id_in(waiver: Waiver, below: int, name: str) -> Span | None:
    """Where the goal of a waiver names the one that stands so many levels above it, if it does."""
    names = waiver.goal.split("/")
    before = len(names) - 1 - below
    at = waiver.source.slice(waiver.goal_span).find(waiver.goal)
    if before < 0 or fold(names[before]) != fold(name) or at < 0:
        return None
    start = waiver.goal_span.start + at + sum(len(one) + 1 for one in names[:before])
    return Span(start, start + len(names[before]))


def _in_configuration(session: Session, source: Source, span: Span) -> types.Location:
    return types.Location(session.uri(source.path), session.ruler(source.path, source.text).range(span))


# --- renaming ---------------------------------------------------------------------------------------------------------


def renamable(session: Session, uri: str, position: types.Position) -> types.Range | None:
    """The ID at a place, without the team before it."""
    at = _offset(session, uri, position)
    if at is None or not _named(session, *at):
        return None
    path, offset = at
    spans = [fact.id_span for fact in session.workspace.project().goals if fact.file == path]
    spans += [
        _name_in(session, path, link.span)
        for fact in session.workspace.project().goals
        if fact.file == path
        for link in fact.supports
    ]
    span = next((one for one in spans if one.start <= offset <= one.end and one.start < one.end), None)
    return _location(session, path, span).range if span else None


def _name_in(session: Session, path: str, span: Span) -> Span:
    """The ID at the end of a reference."""
    document = session.workspace.document(path)
    text = document.source.slice(span) if document else ""
    return Span(span.end - len(text.rpartition("/")[2].lstrip()), span.end)


def rename(session: Session, uri: str, position: types.Position, name: str) -> types.WorkspaceEdit | None:
    """Gives a goal another ID, and names it so in all files, and in waivers. Raises ``CannotRename``."""
    at = _offset(session, uri, position)
    named = _named(session, *at) if at else []
    if not named:
        return None
    fact = named[0]
    path = fact.file
    read = parse(f"goal {name}: -", language="en").goals
    if not name or len(read) != 1 or read[0].id.text != name.removeprefix("#"):
        raise CannotRename(session.say("“{name}” is no ID: write letters and digits, such as S1.", path, name=name))
    others = (one for one in session.workspace.project().goals if one.file == path and one.index != fact.index)
    if any(fold(one.id) == fold(name) for one in others):
        raise CannotRename(session.say("There is another goal “{name}” in this file.", path, name=name))
    places = dict.fromkeys([(fact.file, fact.id_span), *_links_to(session, fact)])
    packed = next((file for file, _ in places if is_packed(file)), None)
    if packed is not None:
        raise CannotRename(session.say("The goal is named in {file}, which cannot be changed from here.", path, file=packed))
    changes: dict[str, list[types.TextEdit]] = {}
    for file, span in places:
        area = _location(session, file, _name_in(session, file, span)).range
        changes.setdefault(session.uri(file), []).append(types.TextEdit(area, name.removeprefix("#")))
    for source, span in dict.fromkeys(_waived(session, fact)):
        place = _in_configuration(session, source, span)
        changes.setdefault(place.uri, []).append(types.TextEdit(place.range, name.removeprefix("#")))
    return types.WorkspaceEdit(changes)


# --- what belongs together --------------------------------------------------------------------------------------------


def folding(session: Session, uri: str) -> list[types.FoldingRange]:
    """Each goal with all below it."""
    document = session.workspace.document(session.path(uri))
    if document is None:
        return []
    ruler = session.ruler_of(document)
    areas = [ruler.range(_extent(goal)) for goal in document.all_goals]
    return [types.FoldingRange(area.start.line, area.end.line) for area in areas if area.end.line > area.start.line]


def selections(session: Session, uri: str, positions: Sequence[types.Position]) -> list[types.SelectionRange]:
    """From each place outwards: the line, the field, the goal and those above it, the file."""
    document = session.workspace.document(session.path(uri))
    if document is None:
        return []
    ruler = session.ruler_of(document)
    found = []
    for position in positions:
        offset = ruler.offset(position)
        spans = [ruler.whole, ruler.line(position.line)]
        goal = goal_at(document, offset)
        while goal is not None:
            spans += [_extent(goal), goal.statement.span, *(field.span for field in goal.fields.values())]
            goal = document.parent(goal)
        around = sorted({span for span in spans if span.start <= offset <= span.end}, key=lambda one: one.start - one.end)
        selection = None
        inside = ruler.whole
        for span in around:  # each inside the one before
            if inside.contains(span):
                selection, inside = types.SelectionRange(ruler.range(span), selection), span
        assert selection is not None  # the whole file holds every place
        found.append(selection)
    return found
