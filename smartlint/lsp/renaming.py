"""Renaming: a goal gets another ID wherever it is named, and everything else goes on to say what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lsprotocol import types

from smartlint.extracting import is_packed
from smartlint.facts import GoalFact, fold
from smartlint.finding import Finding, Result
from smartlint.fixing import apply
from smartlint.language.pack import load
from smartlint.lsp.navigation import in_configuration, in_waivers, links_to, location, named, place_of
from smartlint.lsp.session import Session
from smartlint.parser import parse
from smartlint.project import Project
from smartlint.rule import Edit
from smartlint.source import Span

#: What a project says, but for names: of what kind its goals are, where they stand, and which goals each supports.
_Said = list[tuple[object, ...]]


class CannotRename(Exception):
    """Why a goal cannot have a name, in the reader's words."""


def renamable(session: Session, uri: str, position: types.Position) -> types.Range | None:
    """The ID at a place, without the team before it."""
    at = place_of(session, uri, position)
    if at is None or not named(session, *at):
        return None
    path, offset = at
    facts = [fact for fact in session.workspace.project().goals if fact.file == path]
    spans = [fact.id_span for fact in facts]
    spans += [_name_in(session, path, link.span) for fact in facts for link in fact.supports]
    span = next((one for one in spans if one.start <= offset <= one.end and one.start < one.end), None)
    return location(session, path, span).range if span else None


def _name_in(session: Session, path: str, span: Span) -> Span:
    """The ID at the end of a reference."""
    document = session.workspace.document(path)
    text = document.source.slice(span) if document else ""
    return Span(span.end - len(text.rpartition("/")[2].lstrip()), span.end)


def rename(session: Session, uri: str, position: types.Position, name: str) -> types.WorkspaceEdit | None:
    """Gives a goal another ID, and names it so in all files, and in waivers. Raises ``CannotRename``."""
    at = place_of(session, uri, position)
    found = named(session, *at) if at else []
    if not found:
        return None
    fact, new = found[0], name.removeprefix("#")
    _must_be_free(session, fact, name)
    places: dict[tuple[str, Span], None] = dict.fromkeys([(fact.file, fact.id_span), *links_to(session, fact)])
    packed = next((file for file, _ in places if is_packed(file)), None)
    if packed is not None:
        raise CannotRename(
            session.say("The goal is named in {file}, which cannot be changed from here.", fact.file, file=packed)
        )
    edits = _edits(session, fact, places, new)
    changes = {
        session.uri(file): [
            types.TextEdit(session.ruler(file, _text(session, file)).range(one.span), one.text) for one in those
        ]
        for file, those in edits.items()
    }
    for source, span in dict.fromkeys(in_waivers(session, fact)):
        place = in_configuration(session, source, span)
        changes.setdefault(place.uri, []).append(types.TextEdit(place.range, new))
    return types.WorkspaceEdit(changes)


def _must_be_free(session: Session, fact: GoalFact, name: str) -> None:
    path = fact.file
    read = parse(f"goal {name}: -", language="en").goals
    if not name or len(read) != 1 or read[0].id.text != name.removeprefix("#"):
        raise CannotRename(session.say("“{name}” is no ID: write letters and digits, such as S1.", path, name=name))
    others = (one for one in session.workspace.project().goals if one.file == path and one.index != fact.index)
    if any(fold(one.id) == fold(name) for one in others):
        raise CannotRename(session.say("There is another goal “{name}” in this file.", path, name=name))


# --- what comes of it -------------------------------------------------------------------------------------------------


def _edits(session: Session, fact: GoalFact, places: Mapping[tuple[str, Span], None], name: str) -> dict[str, list[Edit]]:
    """The edits by which the goal has the name and all else is as it was. Where an ID is its own goal word (``O1``), a goal
    word may have to go before the new one.
    """
    before = session.workspace.result()
    for head in (name, f"{load(fact.language).data['goals'][fact.kind][0]} {name}"):
        edits: dict[str, list[Edit]] = {}
        for file, span in places:
            document = session.workspace.document(file)
            assert document is not None  # facts come from documents
            own = (file, span) == (fact.file, fact.id_span)
            area = document.source.in_file(_name_in(session, file, span))
            edits.setdefault(file, []).append(Edit(area, head if own else name))
        after = session.workspace.tried({file: apply(those, _text(session, file)) for file, those in edits.items()})
        if _said(session, after, fact, name) == _said(session, before, fact, fact.id):
            _must_not_break(session, fact, before, after)
            return edits
    raise CannotRename(session.say("With the ID “{name}” the files would no longer say the same.", fact.file, name=name))


def _text(session: Session, path: str) -> str:
    document = session.workspace.document(path)
    return document.source.file.text if document else ""


def _said(session: Session, result: Result, renamed: GoalFact, name: str) -> _Said:
    """What is said of goals, with the one that is renamed called nothing where it has the name."""
    project = Project(result.facts, partial=not session.workspace.roots)
    found: _Said = []
    for fact in project.goals:
        means = [[(one.file, one.index) for one in project.resolve(fact, link).matches] for link in fact.supports]
        own = (fact.file, fact.index) == (renamed.file, renamed.index) and fact.id == name
        found.append((fact.file, fact.parent, fact.kind, fact.level, fact.statement, "" if own else fact.id, means))
    return found


def _must_not_break(session: Session, fact: GoalFact, before: Result, after: Result) -> None:
    """No goal may have an error that it did not have: two goals of a team that have one ID, in two files."""
    known = Counter(one.rule for one in _errors(before))
    for finding in _errors(after):
        known[finding.rule] -= 1
        if known[finding.rule] < 0:
            raise CannotRename(finding.message(session.language_of(fact.file, fact.language)))


def _errors(result: Result) -> Sequence[Finding]:
    """Errors in goals, be they excused or not: a waiver that names the goal is renamed as well."""
    files = {facts[0].file for facts in result.facts if facts}
    said = (*result.findings, *result.suppressed, *(one.finding for one in result.waived))
    return [one for one in said if one.level == "error" and one.place.path in files]
