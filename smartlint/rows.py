"""What was found in a file, packed: small, so that it can go to another process, lie on disk, or wait for its turn.

Of the document it keeps its source, and what findings, suppressions, waivers and policies ask of it.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

from smartlint.goal import Document, Field, Goal, Section
from smartlint.laid_facts import Packed
from smartlint.laid_facts import packed as packed_facts
from smartlint.reading import UNREAD
from smartlint.record import NamedTuple, replace
from smartlint.rule import Rule
from smartlint.ruling import Judged, Known
from smartlint.settings import Settings
from smartlint.source import Source
from smartlint.translation import Term
from smartlint.written_fixes import ready


class Row(NamedTuple):
    """A file that its own rules have judged: its path and source, what rules over all files may know, and what was said.

    ``goals`` is how many it has, ``notices`` are what was said aside, each with the code of its rule, ``failed`` the codes of
    rules that have failed in it.
    """

    path: str
    goals: int
    source: bytes
    facts: bytes
    said: bytes
    notices: tuple[tuple[str, str, Mapping[str, Any]], ...] = ()
    failed: tuple[str, ...] = ()


def packed(file: Judged) -> Row:
    """A judged file as a row."""
    return Row(
        file.document.source.path,
        len(file.facts),
        dumped(file.document.source),
        dumped(facts(file)),
        said(file),
        tuple((one.rule.code, one.message_id, one.params) for one in file.notices),
        tuple(sorted(rule.code for rule in file.failed)),
    )


def said(file: Judged) -> bytes:
    """What was said of a file, with its fixes written out, and of its document what is still asked of it."""
    document = spared(file.document)
    policies = file.bench.settings.policies
    parts = (
        (document.language, document.tied, document.directives, document.hidden, document.unsolved),
        document.sections,
        document.goals,
        [(rule.code, ready(report, rule, file.document)) for rule, report in file.reports],
        [(policies.index(policy), rule.code, ready(report, rule, file.document)) for policy, rule, report in file.ruled],
    )
    return dumped(parts)


def spared(document: Document) -> Document:
    """A document without what nobody asks for once the rules of its file have judged it."""
    return Document(
        document.source,
        document.language,
        tuple(map(_section, document.sections[:1])),
        tuple(map(_goal, document.goals)),
        (),
        document.directives,
        document.tied,
        hidden=document.hidden,
        unsolved=document.unsolved,
    )


def source(data: bytes) -> Source:
    """The source of a row."""
    found: Source = loaded(data)
    return found


def facts(file: Judged) -> tuple[Packed, dict[tuple[int, bool], Packed]]:
    """The facts of a file, and those where policies read it otherwise."""
    return packed_facts(file.facts), {how: packed_facts(own) for how, own in file.facts_of.items()}


def unpacked(source: Source, said: bytes, known: Known) -> Judged:
    """The judged file that a row is; its document has only what is still asked of it."""
    (language, tied, directives, hidden, unsolved), sections, goals, reports, ruled = loaded(said)
    settings = known.bench.settings
    policies = settings.policies
    own = by_code(settings)
    under = [{**own, **{rule.code: rule for rule in policy.rules}} for policy in policies]
    return Judged(
        Document(source, language, sections, goals, (), directives, tied, hidden=hidden, unsolved=unsolved),
        known.bench,
        known.facts,
        [(own[code], report) for code, report in reports],
        [(policies[number], under[number][code], report) for number, code, report in ruled],
        known.facts_of,
    )


def by_code(settings: Settings) -> dict[str, type[Rule]]:
    """The rules that may have spoken of a file with these settings."""
    of_policies = (rule for policy in settings.policies for rule in policy.rules)
    return {rule.code: rule for rule in (*of_policies, *settings.known, *settings.rules)}


def _section(section: Section) -> Section:
    """A header with its first field alone: new lines go below that."""
    first = sorted(section.fields.values(), key=lambda field: field.word.span)[:1]
    return Section(section.span, {field.name: _field(field) for field in first})


def _goal(goal: Goal) -> Goal:
    """A goal without what was understood of it; of its fields, the first says how the others are indented."""
    first = sorted(goal.fields.values(), key=lambda field: field.word.span)[:1]
    tags = [goal.fields["tags"]] if "tags" in goal.fields else []
    return replace(
        goal,
        fields={field.name: _field(field) for field in (*first, *tags)},
        reading=UNREAD,
        attempted=frozenset(),
        children=tuple(map(_goal, goal.children)),
        inherited={},
        start=None,
        review=None,
        baseline=None,
        target=None,
        change=None,
        actions=(),
        supports=(),
    )


def _field(field: Field) -> Field:
    return replace(field, value=None, reading=UNREAD)


def dumped(value: Any) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def loaded(data: bytes) -> Any:
    """Data that was packed, by whomever. Raises ``UnpicklingError`` for what is no such data."""
    try:
        return _Loader(BytesIO(data)).load()
    except Exception as error:  # there is nothing that bytes made by somebody else cannot bring about
        raise pickle.UnpicklingError(str(error)) from error


class _Loader(pickle.Unpickler):
    """Loads the engine's plain data and nothing else: a row may come from a folder in which others can write."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("datetime", "date"):
            return date
        found = super().find_class(module, name) if module.startswith("smartlint.") and "." not in name else None
        if isinstance(found, type) and (hasattr(found, "_record_fields") or issubclass(found, (tuple, Source, Term))):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no data")
