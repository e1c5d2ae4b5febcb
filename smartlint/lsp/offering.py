"""The values that a field may have, as far as they can be known: people, days, goals, words of status and others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from smartlint.facts import GoalFact
from smartlint.goal import Document, Goal
from smartlint.language.calendar import last_day
from smartlint.language.days import day
from smartlint.language.pack import CODES, load
from smartlint.lsp.session import Session
from smartlint.translation import translate

#: A value, and a remark on it.
Offer = tuple[str, str]
_MONTHS, _QUARTERS = 6, 5
_REVIEWS = ("every week", "every two weeks", "every month", "every quarter")

_LANGUAGES = {
    "en": "English",
    "nb": "Norwegian (bokmål)",
    "nn": "Norwegian (nynorsk)",
    "sv": "Swedish",
    "da": "Danish",
}
#: What parts one reference from the next.
_PARTS = re.compile("[,;]")


def offers(session: Session, document: Document, field: str, goal: Goal | None, offset: int = -1) -> Iterator[Offer]:
    """The values of a field of a goal, or of a heading; each may come more than once.

    What stands at the place ``offset`` is being typed: it is no value that somebody has given before.
    """
    found = _OFFERS.get(field)
    if found is not None:
        yield from found(session, document, goal, offset)


def _people(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    """Those of the rosters, as goals would name them, and owners."""
    configurations = session.workspace.configurations
    for configuration, _ in configurations.read if configurations is not None else ():
        yield from ((member.name or next(member.texts()), "") for member in configuration.roster.members)
    path = document.source.path
    for fact in session.workspace.project().goals:
        for person in fact.owners:
            if fact.file != path or not person.span.start <= offset <= person.span.end:
                yield person.text, ""


def _teams(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    configurations = session.workspace.configurations
    if configurations is not None:
        yield from ((team, "") for team in configurations.of(document.source.path).roster.teams)
    yield from ((fact.team, "") for fact in session.workspace.project().goals if fact.team)


def _goals(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    """The other goals that have an ID, as they are named from this file: by ID, by team and ID, by file and ID."""
    path = document.source.path
    for fact in session.workspace.project().goals:
        if fact.id and not (fact.file == path and goal is not None and fact.index == goal.index):
            place = "" if fact.file == path else _place(fact)
            yield (f"{place}/{fact.id}" if place else fact.id), fact.statement


def _place(fact: GoalFact) -> str:
    """What a goal of another file is named by before its ID: its team, unless that would part the reference."""
    return fact.team if fact.team and not _PARTS.search(fact.team) else fact.file.rpartition(".")[0]


def _words(table: str) -> Callable[[Session, Document, Goal | None, int], Iterator[Offer]]:
    """The first word of each meaning in a table of the language pack."""

    def words(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
        yield from ((words[0], name) for name, words in load(document.language).data[table].items())

    return words


def _languages(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    language = session.language_of(document.source.path, document.language)
    yield from ((code, translate(_LANGUAGES[code], language)) for code in CODES)


def _currencies(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    yield from ((money, "") for code in CODES if (money := load(code).data["language"]["currency"]))


def _months(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    yield from ((words[0], "") for words in load(document.language).data["time"]["months"].values())


def _periods(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    """This quarter and the next ones, this year and the next; of a fiscal year, which is named after the one it ends in."""
    today, starts = session.workspace.today, _fiscal_start(session, document, goal)
    months = today.year * 12 + today.month - starts + (12 if starts > 1 else 0)
    for number in range(months // 3, months // 3 + _QUARTERS):
        yield f"{number // 4}-Q{number % 4 + 1}", ""
    of_year = "FY" if starts > 1 else ""
    yield from ((f"{of_year}{year}", "") for year in (months // 12, months // 12 + 1))


def _fiscal_start(session: Session, document: Document, goal: Goal | None) -> int:
    """The month in which the fiscal year starts for a goal: as a heading above it says, else as is configured."""
    configurations, path = session.workspace.configurations, document.source.path
    start = configurations.settings(path, session.workspace.today).fiscal_year_starts if configurations is not None else 1
    for section in document.sections:
        stated = section.fields.get("fiscal_year")
        if stated is not None and isinstance(stated.value, int) and (goal is None or section.span.start < goal.head.start):
            start = stated.value
    return start


def _reviews(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    yield from ((translate(text, document.language), "") for text in _REVIEWS)


def _ends(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    yield from days(session, document, ends=True)


def _beginnings(session: Session, document: Document, goal: Goal | None, offset: int) -> Iterator[Offer]:
    yield from days(session, document, ends=False)


def days(session: Session, document: Document, *, ends: bool) -> Iterator[Offer]:
    """The ends, or the beginnings, of the next months, and of the year."""
    language, today = session.language_of(document.source.path, document.language), session.workspace.today
    year, month = today.year, today.month
    found = []
    for _ in range(_MONTHS):
        last = last_day(year, month)
        found.append(last if ends else last + timedelta(days=1))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    found.append(date(today.year, 12, 31) if ends else date(today.year + 1, 1, 1))
    yield from ((one.isoformat(), day(one, language)) for one in found)


_OFFERS: dict[str, Callable[[Session, Document, Goal | None, int], Iterator[Offer]]] = {
    **dict.fromkeys(("owner", "with", "agreed"), _people),
    **{table: _words(table) for table in ("status", "priority")},
    "team": _teams,
    "supports": _goals,
    "language": _languages,
    "currency": _currencies,
    "fiscal_year": _months,
    "period": _periods,
    "review": _reviews,
    "deadline": _ends,
    "start": _beginnings,
}
