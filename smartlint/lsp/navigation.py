"""From goal to goal: symbols, what an ID leads to and who names it, what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from posixpath import basename
from typing import TYPE_CHECKING

from lsprotocol import types

from smartlint.facts import GoalFact, fold
from smartlint.goal import Document, Goal
from smartlint.lsp.hover import goal_at
from smartlint.lsp.session import Session
from smartlint.source import Source, Span

if TYPE_CHECKING:
    from smartlint.waiver import Waiver

_MOST_SYMBOLS = 500
#: A sign of a TOML text, which may be written by its number.
_SIGN = re.compile(r"\\u[0-9a-fA-F]{4}|\\U0[0-9a-fA-F]{7}|\\?.", re.DOTALL)


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
            place, holder = location(session, fact.file, fact.head), fact.team or basename(fact.file)
            found.append(types.WorkspaceSymbol(place, name, types.SymbolKind.Class, container_name=holder))
    return found[:_MOST_SYMBOLS]


def location(session: Session, path: str, span: Span) -> types.Location:
    document = session.workspace.document(path)
    assert document is not None  # facts come from documents
    return types.Location(session.uri(path), session.ruler_of(document).range(span))


# --- what leads to what -----------------------------------------------------------------------------------------------


def place_of(session: Session, uri: str, position: types.Position) -> tuple[str, int] | None:
    path = session.path(uri)
    document = session.workspace.document(path)
    return (path, session.ruler_of(document).offset(position)) if document else None


def named(session: Session, path: str, offset: int) -> list[GoalFact]:
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
    at = place_of(session, uri, position)
    return [location(session, fact.file, fact.id_span) for fact in named(session, *at)] if at else []


def references(session: Session, uri: str, position: types.Position, *, declared: bool) -> list[types.Location]:
    """Where an ID is named, in goals and in waivers; with ``declared``, where its goal stands as well."""
    at = place_of(session, uri, position)
    found: dict[tuple[str, Span], None] = {}
    waived: dict[tuple[Source, Span], None] = {}
    for fact in named(session, *at) if at else ():
        if declared:
            found[fact.file, fact.id_span] = None
        found |= dict.fromkeys(links_to(session, fact))
        waived |= dict.fromkeys(in_waivers(session, fact))
    return [
        *(location(session, path, span) for path, span in found),
        *(in_configuration(session, source, span) for source, span in waived),
    ]


def links_to(session: Session, wanted: GoalFact) -> Iterator[tuple[str, Span]]:
    project = session.workspace.project()
    for fact in project.goals:
        for link in fact.supports:
            if fold(link.text.rpartition("/")[2]) == fold(wanted.id) and wanted in project.resolve(fact, link).matches:
                yield fact.file, link.span


def in_waivers(session: Session, wanted: GoalFact) -> Iterator[tuple[Source, Span]]:
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
    written = waiver.source.slice(waiver.goal_span)
    signs = list(written) if waiver.goal in written else _SIGN.findall(written)
    at = "".join(map(_meant, signs)).find(waiver.goal)
    if before < 0 or fold(names[before]) != fold(name) or at < 0:
        return None
    first = at + sum(len(one) + 1 for one in names[:before])
    start = waiver.goal_span.start + len("".join(signs[:first]))
    return Span(start, start + len("".join(signs[first : first + len(names[before])])))


def _meant(sign: str) -> str:
    """What a sign of a TOML text says, as far as an ID may hold it."""
    return sign.encode().decode("unicode_escape") if sign[:2] in ("\\u", "\\U") else sign[-1]


def in_configuration(session: Session, source: Source, span: Span) -> types.Location:
    return types.Location(session.uri(source.path), session.ruler(source.path, source.text).range(span))


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
