"""The rows of a table: the goals that they are, with their fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft
from smartlint.readers.blocks import Row
from smartlint.readers.carrying import carried, is_empty
from smartlint.readers.cell_fields import TIMES, is_watched, take_cell, take_labelled, take_time
from smartlint.readers.cell_lines import sentences_in
from smartlint.readers.column_names import row_kind
from smartlint.readers.deeds import Deeds
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, Drafts
from smartlint.readers.found_columns import AMOUNTS, Columns
from smartlint.readers.headlines import Headlines
from smartlint.readers.measures import with_unit
from smartlint.readers.naming import label
from smartlint.readers.peeling import Peeled, Peeler
from smartlint.readers.scope import Scope
from smartlint.readers.templates import is_template
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import phrase_of
from smartlint.reading import Quantity
from smartlint.source import Span

_ID = re.compile(r"#?[\w.-]{1,12}$")
_OBJECTIVE = re.compile(r"O(?:bj)?[:.][ \t\u00a0]+(?=\S)")
_UNKNOWN = GoalWord("", "", False, "")


class Rows:
    """Makes goals of the rows of a table."""

    def __init__(
        self, text: str, peeler: Peeler, drafts: Drafts, found: Columns, header: Row, says: Headlines, language: str
    ) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._columns = found
        self._header = header
        self._says = says
        self._language = language
        self._deeds = Deeds(text, peeler, drafts, says)
        self._base: GoalDraft  # where goals go
        self._open: list[tuple[str, GoalDraft] | None] = []  # the goal of each column of goals
        self._objective: GoalDraft | None = None  # what key results of the rows below stand under
        self._before: tuple[Span, ...] = ()  # the cells of the row above, with what is carried over

    def take(self, rows: Sequence[Row], scope: Scope) -> None:
        self._close(base := self._dated(scope.above))
        alone = {row: only for row in rows if (only := self._only(row)) is not None}
        lonely = len(alone) * 2 > len(rows)
        topical = any(row.bold[only] and " " not in self._slice(row.cells[only]) for row, only in alone.items())
        for row in rows:
            at = alone.get(row) if len(self._header.cells) > 1 else None
            if at is not None and self._heads(row, at, base, scope, lonely=lonely, topical=topical):
                self._before = ()
            elif not self._is_total(row):
                first = self._columns.goals[0][0]
                self._before = carried(self._text, row.cells, self._before, first, self._columns.fields)
                self._row(self._before)

    def _close(self, base: GoalDraft, objective: GoalDraft | None = None) -> None:
        self._base, self._objective = base, objective
        self._open = [None] * len(self._columns.goals)

    def _because(self, column: int, cells: Sequence[Span], own: Span) -> Span:
        """What makes a goal of a cell: the name of its column, else that of the column that says what each row is."""
        kind, header = self._columns.kind, self._header.cells
        told = [header[column], *(row[kind] for row in (header, cells) if kind is not None and kind < len(row)), own]
        return next(cell for cell in told if cell.start < cell.end)

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _dated(self, above: GoalDraft) -> GoalDraft:
        """Where goals go whose column names their time: ``Goals 2026``, ``Target Q3``."""
        group = self._drafts.group(above)
        named = [] if self._columns.timed else [self._columns.time, *(number for number, _ in self._columns.goals)]
        aims = (number for number, name in self._columns.fields.items() if name == "target")
        named += [next(aims, None)] if self._columns.time is None else []
        cells = [self._header.cells[number] for number in named if number is not None]
        timed = [self._says.hand_down(group, cell) for cell in cells if cell.start < cell.end]
        return group if any(timed) else above

    def _filled(self, row: Row) -> Iterator[int]:
        return (number for number, cell in enumerate(row.cells) if not is_empty(self._text, cell))

    def _only(self, row: Row) -> int | None:
        """The only cell of a row in which something stands; in bold print one may have a number beside it."""
        filled = list(self._filled(row))
        named = [number for number in filled if self._columns.fields.get(number) != "id"]
        if len(named) == 1 and len(filled) == 2 and row.bold[named[0]] and named[0] in dict(self._columns.goals):
            return named[0]
        return filled[0] if len(filled) == 1 else None

    def _is_total(self, row: Row) -> bool:
        first = next(self._filled(row), None)
        return first is None or phrase_of(self._slice(row.cells[first])) in document_words().totals

    # --- rows over others -------------------------------------------------------------------------------------------

    def _heads(self, row: Row, column: int, base: GoalDraft, scope: Scope, *, lonely: bool, topical: bool) -> bool:
        """Whether a row with a single cell tells of the rows below, and is no goal; all are ``topical`` if one is a word."""
        peeled = self._peeler.peel([row.cells[column]])
        if not peeled.parts or self._is_total(row):
            return True
        span = Span(peeled.parts[0].start, peeled.parts[-1].end)
        text = self._slice(span)
        is_goal_column = any(column == number for number, _ in self._columns.goals)
        name = label(self._text, span, self._language)
        if name is not None and isinstance(name.meaning, GoalWord) and name.value.start < name.value.end:
            peeled.parts[:] = [name.value]
            head = name.word.cover(name.id or name.word)
            self._close(base, self._drafts.goal(base, name.meaning, peeled, head, head, number=name.id))
            return True
        group = self._drafts.group(base)
        self._says.hand_down(group, span)
        if self._says.is_label(text, group):
            self._close(group)
            return True
        words = [word for _, word in self._columns.goals]
        okr = scope.okr or words[0].kind == "key_result"
        if is_goal_column and len(words) == 1 and not row.bold[column]:
            if lonely or (self._says.is_goal_like(span, scope) and not (okr and words[0].kind == "key_result")):
                return False
        elif not row.bold[column]:
            return not is_goal_column and column not in self._columns.fields
        is_over = len(words) > 1 and column == self._columns.goals[0][0] and " " in text  # its column says that it is one
        is_said = not topical and self._says.is_goal_like(span, scope)
        is_goal = is_goal_column and row.bold[column] and (is_over or is_said)
        if is_goal or (okr and (is_goal_column or row.bold[column])):
            word = OBJECTIVE if okr else words[0]
            because = self._because(self._columns.goals[0][0], row.cells, span)
            self._close(base, self._drafts.goal(base, word, peeled, span, because))
        else:
            self._close(group)
        return True

    # --- goals ------------------------------------------------------------------------------------------------------

    def _timed(self, cells: Sequence[Span]) -> None:
        """Goals of which each column has those of its time."""
        for level, (column, word) in enumerate(self._columns.goals):
            if column < len(cells) and not is_empty(self._text, cells[column]):
                header = self._because(column, cells, cells[column])
                for draft in self._goals(self._base, word, cells[column], header, None):
                    self._drafts.field(draft, "period", header)
                    self._fields(draft, cells, level)

    def _row(self, cells: Sequence[Span]) -> None:
        if self._columns.timed:
            self._timed(cells)
            return
        kind, number = self._kind(cells)
        if kind is None or is_watched(self._text, self._columns.fields, cells):
            return
        above = over = self._objective or self._base
        last = self._columns.ranks[-1]
        made: dict[int, list[GoalDraft]] = {}
        for level, (column, word) in enumerate(self._columns.goals):  # of the same rank are those beside one another
            rank = self._columns.ranks[level]
            above = over = over if level and rank == self._columns.ranks[level - 1] else above
            known = self._open[level]
            if column >= len(cells) or is_empty(self._text, cells[column]):
                above = known[1] if known is not None and rank < last else above
                continue
            written = " ".join(self._slice(cells[column]).split())
            if known is not None and known[0] == written:
                above = known[1]
                continue
            if kind is not _UNKNOWN:
                above, word = self._above(kind), kind
            else:
                word = self._worded(word, above, leads=rank < last)
            goals = list(self._goals(above, word, cells[column], self._because(column, cells, cells[column]), number))
            if goals:
                above = goals[-1]
                made = {at: kept for at, kept in made.items() if self._columns.ranks[at] == rank} | {level: goals}
                self._open[level:] = [(written, above), *[None] * (len(self._open) - 1 - level)]
        for level, goals in made.items():
            for draft in goals:
                self._fields(draft, cells, level)
        if not made and kind is _UNKNOWN:
            self._go_on(cells)
        if made and kind is not _UNKNOWN and not kind.sub and kind.kind != "key_result":
            self._objective = next(reversed(made.values()))[-1]

    def _go_on(self, cells: Sequence[Span]) -> None:
        """What a row without a goal of its own says of the one above: a further measure with its target, or deeds for it."""
        above = [known[1] for known in self._open if known is not None]
        filled = [(name, cells[column]) for column, name in self._fields_in(cells)] if above else []
        for name, cell in filled:
            if name == "how":
                self._deeds.add(above[-1], cell, filled)
            elif name == "metric" and "target" in dict(filled):
                self._measure(above[-1], cell, cells)

    def _measure(self, above: GoalDraft, metric: Span, cells: Sequence[Span]) -> None:
        for draft in self._goals(above, KEY_RESULT, metric, metric, None):
            self._fields(draft, cells, len(self._columns.goals) - 1)
            draft.fields.pop("metric", None)

    def _fields_in(self, cells: Sequence[Span]) -> Iterator[tuple[int, str]]:
        """The fields of a row in which something stands, each with its column."""
        fields = self._columns.fields.items()
        return ((column, name) for column, name in fields if column < len(cells) and not is_empty(self._text, cells[column]))

    def _worded(self, word: GoalWord, above: GoalDraft, *, leads: bool) -> GoalWord:
        """What a plain goal is by those that stand below it in its row, or by the one above."""
        if word.kind != "goal":
            return word
        if leads:
            return OBJECTIVE
        return KEY_RESULT if above.word.kind == "objective" and above.parts and not word.sub else word

    def _kind(self, cells: Sequence[Span]) -> tuple[GoalWord | None, Span | None]:
        """What a row is where a column says so, and where its number stands; None for a row that is no goal."""
        column = self._columns.kind
        if column is None or column >= len(cells) or is_empty(self._text, cells[column]):
            return _UNKNOWN, None
        word, number = row_kind(self._slice(cells[column]), self._language)
        if word is None and phrase_of(self._slice(cells[column])) in document_words().deliverables:
            return _UNKNOWN, None
        start = self._text.rfind(number, cells[column].start, cells[column].end) if number else -1
        return word, Span(start, start + len(number)) if start >= 0 else None

    def _above(self, kind: GoalWord) -> GoalDraft:
        return (self._objective if kind.kind == "key_result" or kind.sub else None) or self._base

    def _goals(self, above: GoalDraft, word: GoalWord, cell: Span, because: Span, number: Span | None) -> Iterator[GoalDraft]:
        """The goals in a cell: one, or as many as it has bullets."""
        for parts in sentences_in(self._text, cell):
            peeled = self._peeler.peel(parts)
            more = take_labelled(self._text, self._language, peeled)
            said = " ".join(map(self._slice, peeled.parts))
            begun = said.lstrip("=+ ") if self._slice(cell).startswith("=") else said  # as some begin what is no formula
            if any(map(str.isalpha, said)) and not is_template(begun, self._language):  # a number alone is no goal
                own, named = self._own_word(peeled, word)
                under = above if own is None else self._above(own)
                draft = self._drafts.goal(under, own or word, peeled, cell, because, number=number or named)
                if own is not None and own.kind == "objective":
                    self._objective = draft
                for name, value in more:
                    take_cell(self._text, self._peeler, self._drafts, draft, name, value)
                yield draft

    def _own_word(self, peeled: Peeled, word: GoalWord) -> tuple[GoalWord | None, Span | None]:
        """What a sentence itself says that it is, as ``KR2: …``, and its number; it goes on without that."""
        first = peeled.parts[0]
        objective = _OBJECTIVE.match(self._text, first.start, first.end)
        if objective is not None:
            peeled.parts[0] = Span(objective.end(), first.end)
            return OBJECTIVE, None
        name = label(self._text, first, self._language)
        if name is None or not isinstance(name.meaning, GoalWord) or name.value.start >= name.value.end:
            return None, None
        peeled.parts[0] = name.value
        own = name.meaning
        return (None if own.kind in ("goal", word.kind) and not own.sub and not self._objective else own), name.id

    def _fields(self, draft: GoalDraft, cells: Sequence[Span], level: int) -> None:
        for column, name in self._fields_in(cells):
            if not self._columns.tells_of(column, level):
                continue
            cell = cells[column]
            if name == "how" and name in draft.fields:
                self._deeds.add(draft, cell)
            elif name == "id":
                draft.id = draft.id or (cell if _ID.match(self._slice(cell)) else None)
            elif name in AMOUNTS:
                day = self._says.day_in(cell) if "deadline" not in self._columns.fields.values() else None
                if day is not None:  # ``14 wards, by 26 February 2027``
                    self._drafts.field(draft, "deadline", day.span, day)
                self._drafts.field(draft, name, cell, self._measured(cell, cells))
            elif name in TIMES:
                take_time(self._text, self._drafts, draft, name, cell)
            else:
                take_cell(self._text, self._peeler, self._drafts, draft, name, cell)

    def _measured(self, cell: Span, cells: Sequence[Span]) -> Quantity | None:
        """A number with the unit that stands in a column of its own."""
        column = self._columns.unit
        if column is None or column >= len(cells) or is_empty(self._text, cells[column]):
            return None
        return with_unit(self._slice(cell), self._slice(cells[column]), self._language, cell)
