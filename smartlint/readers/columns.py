"""What the columns of a table are: of goals, of their fields, of units; told by their names and by what is in them."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.readers.blocks import Row
from smartlint.readers.column_names import (
    SENTENCE,
    YEAR,
    bare_name,
    column_field,
    is_amount,
    is_time,
    is_weak,
    kind_of,
    native,
    ranks,
    row_kind,
    timeless,
    year_of,
)
from smartlint.readers.drawing import PLAIN
from smartlint.readers.found_columns import AMOUNTS, Columns
from smartlint.readers.mapping import NOTHING, DocumentMapping, own_name
from smartlint.readers.measures import can_measure, is_measure
from smartlint.readers.signs import status_of
from smartlint.readers.whose import is_people
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import Kind, phrase_of
from smartlint.source import Span

#: What columns of times are where amounts stand in them.
_ENDS = {"start": "baseline", "deadline": "target"}
#: What only goals have that somebody has.
_OWN = frozenset(("owner", "deadline"))
#: What is measured, or tells that a goal is reached.
_MEASURED = frozenset(("metric", "done_when"))
#: What tells how it went.
_RESULTS = frozenset(("status", "progress"))
#: And those of ``From | To``, by where keys of data have their words.
_CHANGE = {"start": "baseline", "target": "target"}


def columns(text: str, header: Row, language: str, rows: Sequence[Row] = (), mapping: DocumentMapping = NOTHING) -> Columns:
    """What the columns below a header are; ``rows`` are what stands in them."""
    return _Reading(text, header, language, rows, mapping).columns()


class _Reading:
    """Reads a header, and what stands below it where the header could mean one thing or another."""

    def __init__(self, text: str, header: Row, language: str, rows: Sequence[Row], mapping: DocumentMapping) -> None:
        self._names = [native(" ".join(text[cell.start : cell.end].split())) for cell in header.cells]
        self._language = language
        self._mapping = mapping
        self._cells = [[*_filled(text, rows, number)] for number in range(len(header.cells))]
        self._weak: list[int] = []
        self._found = Columns()

    def columns(self) -> Columns:
        for number, name in enumerate(self._names):
            if not self._mapping or not self._state(number, name):
                self._understand(number, name)
        found = self._found
        self._settle_ends()
        self._settle_targets()
        self._settle_last_year()
        self._find_unit()
        self._find_kind()
        if not any(self._names):
            self._find_owners()
        if self._is_review():
            return Columns()
        found.sure = found.sure or bool(found.goals)
        if not found.goals:
            self._settle_change()
            self._settle_metric()
        if not found.goals and self._weak:
            self._take_goals(self._weak[0])
            found.sure = found.sure or self._is_aimed()
        if not found.goals:
            self._find_times()
        if found.goals and not found.timed:
            self._keep_others()
        found.ranks = ranks([self._names[number] for number, _ in found.goals])
        return found

    def _is_aimed(self) -> bool:
        """Somebody has each row, and it starts from somewhere or is to reach something: no list of tasks says that."""
        said = {*self._found.fields.values()}
        return "owner" in said and not AMOUNTS.isdisjoint(said)

    def _is_review(self) -> bool:
        """``Aim | Result``, and nothing else: what became of goals."""
        others = [number for number in range(len(self._names)) if number not in dict(self._found.goals)]
        told = [number for number in others if phrase_of(bare_name(self._names[number])) in document_words().results]
        cells = [cell for number in told for cell in self._cells[number]]
        said = sum(any(map(str.isdigit, cell)) or bool(status_of(cell)) for cell in cells)
        return bool(told) and others == told and 2 * said > len(cells)

    def _find_times(self) -> None:
        """A column for each quarter, in which the goals of it stand."""
        named = [number for number, name in enumerate(self._names) if is_time(name, self._language)]
        timed = [number for number in named if self._cells[number] and not self._has_amounts(number) and self._is_wordy(number)]
        if len(timed) > 1:
            self._found.timed = True
            self._found.goals = [(number, PLAIN) for number in timed]
            for number in timed:
                self._found.fields.pop(number, None)

    def _state(self, number: int, name: str) -> bool:
        """What the configuration says of a column."""
        mapping, found = self._mapping, self._found
        kind = mapping.kind(name) or (PLAIN if mapping.is_statement(name) else None)
        if kind is not None:
            found.goals.append((number, kind))
        elif mapping.field(name):
            found.fields[number] = mapping.field(name)
        return kind is not None or bool(mapping.field(name)) or mapping.is_ignored(name)

    def _understand(self, number: int, name: str) -> None:
        code = row_kind(name, self._language)[0] if self._is_wordy(number) else None
        kind = kind_of(name, self._language) or (Kind(code, bare=True) if code is not None else None)
        called = column_field(name, self._language)
        if kind is not None and (kind.bare or not called) and (kind.bare or self._is_wordy(number)):
            self._found.goals.append((number, kind.word))
        elif called or name == "#":
            self._found.fields[number] = called or "id"
        if is_weak(name) and called in ("", "note") and self._is_wordy(number):
            self._weak.append(number)

    # --- what stands below ------------------------------------------------------------------------------------------

    def _is_wordy(self, number: int) -> bool:
        """Sentences stand in a column, as far as anything does."""
        cells = self._cells[number]
        return not cells or sum(len(cell.split()) >= SENTENCE for cell in cells) * 2 >= len(cells)

    def _has_amounts(self, number: int) -> bool:
        cells = self._cells[number]
        return bool(cells) and sum(map(is_amount, cells)) * 2 > len(cells)

    def _settle_targets(self) -> None:
        """``Key result | Mål`` and ``KPI | Goal``: the column that could be the goals is what is aimed at."""
        found = self._found
        aimed = [number for number, word in found.goals if word.kind == "goal" and self._has_amounts(number)]
        number, word = found.goals[-1] if found.goals else (0, PLAIN)
        measured = next((column for column, name in found.fields.items() if name == "metric" and column < number), None)
        if not aimed and word.kind == "goal" and not word.sub and not self._is_wordy(number):
            aimed = [number] if len(found.goals) > 1 or measured is not None else []
        elif not aimed and not self._cells[number] and word.kind == "goal" and (len(found.goals) > 1 or measured is not None):
            aimed = [number]
        if not aimed:
            return
        found.goals[:] = [goal for goal in found.goals if goal[0] not in aimed]
        if "target" not in found.fields.values():
            found.fields[aimed[0]] = "target"
            found.time = aimed[0]

    def _settle_ends(self) -> None:
        """``Start | End`` over amounts: where a figure stands now, and where it is to be."""
        fields = self._found.fields
        for column, name in list(fields.items()):
            timeless = (cell for cell in self._cells[column] if not (is_time(cell, self._language) or YEAR.match(f"{cell} ")))
            amounts = sum(map(is_amount, timeless))
            if name in _ENDS and 2 * amounts > len(self._cells[column]) and _ENDS[name] not in fields.values():
                fields[column] = _ENDS[name]

    def _settle_last_year(self) -> None:
        """``Actual 2026 | Target 2027``: where a figure stood the year before is where it starts from."""
        fields = self._found.fields
        year = max((year_of(self._names[column]) for column, name in fields.items() if name == "target"), default=0)
        before = [
            (year_of(name), number)
            for number, name in enumerate(self._names)
            if 0 < year_of(name) < year and self._has_amounts(number) and self._tells_result(number)
        ]
        if before and "baseline" not in fields.values():
            fields[max(before)[1]] = "baseline"

    def _tells_result(self, number: int) -> bool:
        """A column that has nothing but its year for a name says what came out then, too."""
        name = phrase_of(timeless(self._names[number]))
        return self._found.fields.get(number) in _RESULTS or name in document_words().results or name.isdigit()

    def _settle_change(self) -> None:
        """``What | From | To``: what changes from one amount to another is measured."""
        known = document_words().keys
        ends = {
            number: end
            for number, name in enumerate(self._names)
            for key, end in _CHANGE.items()
            if phrase_of(name) in known[key] and self._has_amounts(number)
        }
        named = [number for number, name in enumerate(self._names) if is_weak(name) and number not in self._found.fields]
        if named and set(ends.values()) == set(_CHANGE.values()):
            self._found.fields |= ends
            self._weak = self._weak or named[:1]
            self._found.sure = not _OWN.isdisjoint(self._found.fields.values())

    def _settle_metric(self) -> None:
        """``KPI | Baseline | Target``: what is measured and to be reached is the goal."""
        found = self._found
        measured = next((column for column, name in found.fields.items() if name in _MEASURED), None)
        aims = [column for column, name in found.fields.items() if name == "target"]
        aimed = next((column for column in aims if self._cells[column] and self._is_wordy(column)), next(iter(aims), None))
        if aimed is not None and self._cells[aimed] and self._is_wordy(aimed) and not self._has_amounts(aimed):
            self._take_goals(aimed)
            found.sure = True
        elif measured is not None and "target" in found.fields.values() and not self._has_amounts(measured):
            self._take_goals(measured)
            found.sure = True

    def _find_unit(self) -> None:
        for number, name in enumerate(self._names):
            if phrase_of(name) in document_words().units and self._is_unit(number):
                self._found.fields.pop(number, None)
                self._found.unit = number

    def _is_unit(self, number: int) -> bool:
        """``Enhet`` is a unit of measure where it is no unit of the organisation."""
        cells = self._cells[number]
        known = {cell: is_measure(cell) for cell in cells}
        units = sum(known[cell] or can_measure(cell) for cell in cells)
        return 3 * units >= 2 * len(cells) > 0 and not any(cell[:2].istitle() and not known[cell] for cell in cells)

    def _find_kind(self) -> None:
        """The column that says of each row what it is; its goals stand in the next column of sentences."""
        found = self._found
        for number, cells in enumerate(self._cells):
            said = sum(row_kind(cell, self._language)[0] is not None for cell in cells)
            if not said or said * 5 < len(cells) * 3 or (self._is_wordy(number) and len(cells) > said):
                continue
            found.fields.pop(number, None)
            found.goals[:] = [goal for goal in found.goals if goal[0] != number]
            found.kind = number
            if not found.goals:
                others = (one for one in [*range(number + 1, len(self._names)), *range(number)] if one not in found.fields)
                stated = next((one for one in [*self._weak, *others] if self._says(one)), None)
                if stated is not None:
                    self._take_goals(stated)
            return

    def _find_owners(self) -> None:
        """Where no column has a name, the one in which people stand."""
        for number, cells in enumerate(self._cells):
            if cells and number not in (self._found.kind, *dict(self._found.goals)) and all(map(is_people, cells)):
                self._found.fields.setdefault(number, "owner")
                return

    def _keep_others(self) -> None:
        """What nobody knows the meaning of stays with its goal under its own name, as in a file of data."""
        found = self._found
        known = {*dict(found.goals), *found.fields, found.unit, found.kind, found.time}
        for number, name in enumerate(self._names):
            if number not in known and any(map(str.isalpha, name)) and not self._mapping.is_ignored(name):
                found.fields[number] = own_name(name)

    def _take_goals(self, number: int) -> None:
        """A column is that of the goals, whatever else it could have been."""
        self._found.fields.pop(number, None)
        self._found.goals.append((number, PLAIN))

    def _says(self, number: int) -> bool:
        return number != self._found.kind and bool(self._cells[number]) and not self._has_amounts(number)


def _filled(text: str, rows: Sequence[Row], number: int) -> list[str]:
    cells = (row.cells[number] for row in rows if number < len(row.cells))
    return [written for cell in cells if (written := _slice(text, cell))]


def _slice(text: str, cell: Span) -> str:
    return text[cell.start : cell.end].strip()
