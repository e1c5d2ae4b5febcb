"""The people and teams there are, from a CSV or TOML file or from the configuration itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from smartlint import toml_text
from smartlint.configuration.formats import ADDRESS, near
from smartlint.configuration.layer import LIMIT, Layer, broken, is_foreign
from smartlint.configuration.mistake import Mistake
from smartlint.files import begun, shown
from smartlint.record import dataclass
from smartlint.source import Source, Span
from smartlint.system_errors import cause

#: What the columns of a table of people may be called.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "navn", "fullt navn", "namn", "fullt namn", "fulde navn", "person"),
    "email": ("email", "e-mail", "mail", "e-post", "epost", "e-mail address", "e-postadresse", "e-postadress"),
    "handle": ("handle", "alias", "short name", "username", "brukernavn", "brukarnamn", "användarnamn", "brugernavn"),
    "team": ("team", "group", "department", "avdeling", "avdelning", "afdeling", "lag", "gruppe", "grupp"),
}
#: The shortest name of a column in which a slip can be told.
_SHORTEST = 4


@dataclass(frozen=True)
class Member:
    """Somebody, by what is said of them; a handle without its ``@``."""

    name: str = ""
    email: str = ""
    handle: str = ""
    team: str = ""

    def texts(self) -> Iterator[str]:
        """How goals may name them: `Kari Nordmann <kari@example.com>`, and `@kari` where there is a handle."""
        if self.name or self.email:
            yield f"{self.name} <{self.email}>" if self.name and self.email else self.name or self.email
        if self.handle:
            yield f"@{self.handle}"


@dataclass(frozen=True)
class Roster:
    """The people and the teams there are."""

    members: tuple[Member, ...] = ()
    teams: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """How goals may name the people."""
        return tuple(dict.fromkeys(text for member in self.members for text in member.texts()))

    def as_data(self) -> dict[str, Any]:
        """The same as rules without code see it."""
        from dataclasses import asdict  # here: only who shows a configuration asks

        return {"people": [asdict(member) for member in self.members], "teams": list(self.teams)}


def roster(layers: Sequence[Layer]) -> tuple[Roster, list[Mistake]]:
    """The roster of a configuration: the last file that is named, and whoever stands in the configuration itself."""
    people: list[Member] = []
    teams: list[str] = []
    mistakes: list[Mistake] = []
    named = [layer for layer in layers if isinstance(layer.get(("roster", "file")), str)]
    if named:
        found, mistakes = _of_file(named[-1])
        people += found.members
        teams += found.teams
    for layer in layers:
        table = layer.get(("roster",))
        if isinstance(table, Mapping):
            listed = [*_people(table.get("people"))]
            people += listed
            teams += [*_texts(table.get("teams")), *_teams_of(listed)]
    return Roster(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(teams))), mistakes


def _of_file(layer: Layer) -> tuple[Roster, list[Mistake]]:
    name = layer.get(("roster", "file"))
    place = ("roster", "file")
    path = layer.folder / name
    if path.suffix.lower() not in (".csv", ".tsv", ".toml"):
        return Roster(), [layer.mistake(place, "`{file}` is neither a CSV nor a TOML file", file=name)]
    try:
        data = begun(path, LIMIT)
    except FileNotFoundError:
        return Roster(), [layer.mistake(place, "there is no file `{file}`", file=name)]
    except OSError as error:
        reason = cause(error)
        return Roster(), [layer.mistake(place, "`{file}` cannot be read: {reason}", file=name, reason=reason)]
    text = _decoded(data)
    if text is None or len(data) > LIMIT:
        return Roster(), [layer.mistake(place, "`{file}` is no text, or too long", file=name)]
    source = Source(text, shown(path))
    found, mistakes = _of_toml(source) if path.suffix.lower() == ".toml" else _of_csv(source)
    return found, [layer.untold(place, name)] if mistakes and is_foreign(path, layer.folder) else mistakes


def _decoded(data: bytes) -> str | None:
    """Text as spreadsheets write it: UTF-8, else that of Windows in Western Europe."""
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _of_toml(source: Source) -> tuple[Roster, list[Mistake]]:
    try:
        table = toml_text.loads(source.text)
    except (ValueError, RecursionError) as error:  # of TOML, and of a number that is too long
        return Roster(), [broken(source, str(error))]
    table = table["roster"] if isinstance(table.get("roster"), dict) else table
    people = tuple(_people(table.get("people")))
    mistakes = [] if people else [Mistake(source, Span(0, 0), "nobody stands in this roster: `people = [...]` is asked for")]
    return Roster(people, (*_texts(table.get("teams")), *_teams_of(people))), mistakes


def _of_csv(source: Source) -> tuple[Roster, list[Mistake]]:
    import csv  # here: most configurations name no file

    head = source.line(1)
    sign = max((";", "\t", ","), key=head.count)
    rows = csv.reader(StringIO(source.text), delimiter=sign, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        heads = next(rows, [])
        lines += ((rows.line_num, row) for row in rows)
    except csv.Error as error:
        if "end of data" in str(error):
            return Roster(), [Mistake(source, source.line_span(_last_open(lines, source)), "a quote is not closed")]
        return Roster(), [Mistake(source, Span(0, 0), "the file is not valid CSV: {reason}", {"reason": str(error)})]
    columns = [_column(cell) for cell in heads]
    table = [
        {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name and cell.strip()} for _, row in lines
    ]
    if not {"name", "email", "handle"} & set(columns):
        words = tuple(names[0] for names in COLUMNS.values())
        given = [cell.strip().lower() for cell in head.split(sign)]
        close = [word for cell in given for word in near(cell, (name for names in COLUMNS.values() for name in names))]
        span = source.line_span(1)
        return Roster(), [Mistake(source, span, "no column is called {words}", {"words": words[:3]}, tuple(close[:1]))]
    people = tuple(filter(None, map(_person, table)))
    if not people:
        return Roster(), [Mistake(source, source.line_span(1), "nobody stands in this roster")]
    wrong = [*_misspelt(source, heads), *_misplaced(source, lines, columns)]
    return Roster(people, tuple(dict.fromkeys(_teams_of(people)))), wrong


def _last_open(lines: Sequence[tuple[int, Sequence[str]]], source: Source) -> int:
    """The line at which a row begins that never ends."""
    return min(lines[-1][0] + 1 if lines else 2, source.line_count)


def _misspelt(source: Source, heads: Sequence[str]) -> Iterator[Mistake]:
    """Columns whose name is a slip away from one that matters and is not there."""
    from smartlint.language.vocabulary import distance  # here: most rosters are no such file

    there = {_column(head) for head in heads}
    words = [word for name, names in COLUMNS.items() for word in names if name not in there]
    for head in (head.strip() for head in heads if not _column(head)):
        close = [word for word in words if len(head) >= _SHORTEST and distance(head.lower(), word, 1) <= 1]
        if close:
            yield Mistake(source, source.line_span(1), "no column is called `{name}`", {"name": head}, tuple(close[:1]))


def _misplaced(source: Source, lines: Iterable[tuple[int, Sequence[str]]], columns: Sequence[str]) -> Iterator[Mistake]:
    """Rows with more cells than there are columns, and addresses that are none."""
    for line, row in lines:
        if any(cell.strip() for cell in row[len(columns) :]):
            params = {"cells": len(row), "columns": len(columns)}
            yield Mistake(source, source.line_span(line), "this row has {cells} cells, and there are {columns} columns", params)
        for name, cell in zip(columns, row, strict=False):
            if name == "email" and cell.strip() and not ADDRESS.fullmatch(cell.strip()):
                yield Mistake(source, source.line_span(line), "`{value}` is no e-mail address", {"value": cell.strip()})


def _column(cell: str) -> str:
    word = cell.strip().lower()
    return next((name for name, words in COLUMNS.items() if word in words), "")


def _people(stated: Any) -> Iterator[Member]:
    for each in stated if isinstance(stated, list) else ():
        found = _read(each) if isinstance(each, str) else _person(each) if isinstance(each, Mapping) else None
        if found is not None:
            yield found


def _read(text: str) -> Member | None:
    """Somebody as a list of people has them: a name, an address, a name with its address, or a handle."""
    text = text.strip()
    if text.startswith("@"):
        return Member(handle=text[1:])
    name, _, email = text.removesuffix(">").rpartition("<")
    if name or text.endswith(">"):
        return Member(name.strip(), email.strip())
    return (Member(email=text) if "@" in text else Member(text)) if text else None


def _person(row: Mapping[str, Any]) -> Member | None:
    """A row of a table of people, None where it names nobody."""
    said = {key: row.get(key, "") for key in COLUMNS}
    name, email, handle, team = (value.strip() if isinstance(value, str) else "" for value in said.values())
    return Member(name, email, handle.removeprefix("@"), team) if name or email or handle else None


def _teams_of(people: Iterable[Member]) -> list[str]:
    return [person.team for person in people if person.team]


def _texts(value: Any) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
