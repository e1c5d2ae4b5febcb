"""What may be written at a place: keywords in the file's language, and values of the field that stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lsprotocol import types

from smartlint.goal import Document
from smartlint.language.calendar import last_day
from smartlint.language.pack import CODES, load
from smartlint.language.vocabulary import vocabulary
from smartlint.lsp.field_help import FIELD_HELP
from smartlint.lsp.hover import day
from smartlint.lsp.session import Session
from smartlint.source import Span

#: The start of a line up to the place: an item's dash, and what stands before a colon and behind it.
_LINE = re.compile(r"[ \t\u00a0]*(?:[-*•–][ \t\u00a0]+)?(?P<name>[^:]*)(?P<colon>:)?[ \t\u00a0]*(?P<value>.*)", re.DOTALL)
_PERIODS = 6


def completion(session: Session, uri: str, position: types.Position) -> list[types.CompletionItem]:
    path = session.path(uri)
    document = session.workspace.document(path)
    if document is None:
        return []
    ruler = session.ruler_of(document)
    offset = ruler.offset(position)
    start = ruler.line(position.line).start
    found = _LINE.match(ruler.text, start, offset)
    assert found is not None  # whatever stands there
    if found["colon"] is None:
        area = ruler.range(Span(found.start("name"), offset))
        return list(_keywords(session, document, area, indented=found.start("name") > start))
    names = vocabulary().field_names(" ".join(found["name"].lower().split()))
    field = names.get(document.language) or next(iter(names.values()), "")
    begin = found.start("value") + found["value"].rfind(",") + 1
    while begin < offset and ruler.text[begin].isspace():
        begin += 1
    return list(_values(session, document, field, ruler.range(Span(begin, offset))))


def _keywords(session: Session, document: Document, area: types.Range, *, indented: bool) -> Iterator[types.CompletionItem]:
    """Words that open a line: below a goal fields come first, at the left edge goals."""
    data = load(document.language).data
    for table, kind in (("fields", types.CompletionItemKind.Property), ("goals", types.CompletionItemKind.Class)):
        later = (table == "goals") == indented
        for name, words in data[table].items():
            yield types.CompletionItem(
                label=words[0],
                kind=kind,
                detail=name,
                documentation=session.say(FIELD_HELP.get(name, ""), document.source.path, document.language) or None,
                sort_text=f"{int(later)}{words[0]}",
                text_edit=types.TextEdit(area, f"{words[0]}: "),
            )


def _values(session: Session, document: Document, field: str, area: types.Range) -> Iterator[types.CompletionItem]:
    for number, (text, detail) in enumerate(dict.fromkeys(_texts(session, document, field))):
        yield types.CompletionItem(
            label=text,
            kind=types.CompletionItemKind.Value,
            detail=detail or None,
            sort_text=f"{number:05}",
            text_edit=types.TextEdit(area, text),
        )


def _texts(session: Session, document: Document, field: str) -> Iterator[tuple[str, str]]:
    """The values that a field may have, each with a remark."""
    data = load(document.language).data
    if field in ("owner", "with", "agreed"):
        yield from ((name, "") for name in session.workspace.people)
        yield from ((person.text, "") for fact in session.workspace.project().goals for person in fact.owners)
    elif field in ("status", "priority"):
        yield from ((words[0], name) for name, words in data[field].items())
    elif field == "language":
        yield from ((code, "") for code in CODES)
    elif field in ("deadline", "start"):
        language = session.language_of(document.source.path, document.language)
        yield from ((one.isoformat(), day(one, language)) for one in _days(session.workspace.today, ends=field == "deadline"))
    elif field == "supports":
        yield from _goals(session, document)


def _days(today: date, *, ends: bool) -> Iterator[date]:
    """The ends, or the beginnings, of the next months."""
    year, month = today.year, today.month
    for _ in range(_PERIODS):
        last = last_day(year, month)
        yield last if ends else last + timedelta(days=1)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    yield date(year, 12, 31) if ends else date(year + 1, 1, 1)


def _goals(session: Session, document: Document) -> Iterator[tuple[str, str]]:
    """The goals that have an ID, as they are named from this file: by ID, by team and ID, by file and ID."""
    path = document.source.path
    for fact in session.workspace.project().goals:
        if fact.id:
            place = "" if fact.file == path else fact.team or fact.file.rpartition(".")[0]
            yield (f"{place}/{fact.id}" if place else fact.id), fact.statement
