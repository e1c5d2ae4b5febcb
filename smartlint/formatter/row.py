"""Rows: the lines of a file, each with what it is and the column that it goes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from smartlint.formatter.place import Place, places
from smartlint.parser.layout import Layout
from smartlint.parser.lines import Line, read_lines, spoken
from smartlint.parser.names import BLANKS, Name
from smartlint.record import dataclass, replace
from smartlint.source import Source

#: Blanks inside a name that are no single blank.
_GAP = re.compile(r"\s{2,}|[^\S \u00a0]")


@dataclass(frozen=True)
class Row:
    """A line: its ``kind``, where it goes, and its parts in canonical spelling.

    ``kind`` is ``goal``, ``field``, ``item``, ``text`` (going on with what stands above), ``kept`` (nearly a field: moved,
    but not touched), ``loose`` (not read: left exactly as it is), ``comment``, ``directive`` or ``blank``. ``lead`` is its
    name or dash, ``body`` its text, ``tail`` a directive at its end. ``root`` numbers the outermost goal that it belongs to,
    from 1; 0 is a heading's. ``holder`` is the goal whose field it is, by the place of its line. ``opens`` says that a blank
    line stands above.
    """

    kind: str
    raw: str
    root: int = 0
    column: int | None = None
    lead: str = ""
    body: str = ""
    tail: str = ""
    name: str = ""
    holder: int | None = None
    opens: bool = False

    @property
    def text(self) -> str:
        """The line as it is to be written."""
        if self.column is None:
            return self.raw
        said = " ".join(part for part in (self.lead, self.body) if part)
        return " " * self.column + "  ".join(part for part in (said, self.tail) if part)


def rows_of(text: str, language: str) -> list[Row]:
    """The rows of a text."""
    language = spoken(text, language).languages[0]
    heading, goals = read_lines(text, language)
    layout = Layout(Source(text), language)
    layout.place(heading, goals)
    lines = [*heading, *(line for block in goals for line in block)]
    found = places(layout, lines)
    openings = {section.start: 0 for section in layout.sections[1:]}
    openings |= {draft.line.start: number for number, draft in enumerate(layout.roots, 1)}
    return _with_comments(list(_rows(text, {line.start: line for line in lines}, found, openings)))


def _rows(text: str, lines: dict[int, Line], found: dict[int, Place], openings: dict[int, int]) -> Iterator[Row]:
    start = root = 0
    for raw in text.removesuffix("\n").split("\n") if text else ():
        root = openings.get(start, root)
        row = _row(text, raw.removesuffix("\r"), lines.get(start), found.get(start))
        yield replace(row, root=root, opens=row.opens or start in openings)
        start += len(raw) + 1


def _row(text: str, raw: str, line: Line | None, place: Place | None) -> Row:
    if line is None:
        return Row("comment", raw, body=raw.strip()) if raw.strip() else Row("blank", raw)
    if line.kind == "DIRECTIVE":
        return Row("directive", raw, body=raw.strip())
    if place is None:
        return Row("loose", raw)
    if place.kind == "kept":
        return Row("kept", raw, 0, place.column, body=raw.strip())
    tail = text[slice(*line.directive)].rstrip() if line.directive else ""
    lead, body = "-" if line.dash else "", text[slice(*line.content)]
    if line.name is not None and line.kind != "KEYED" and place.kind != "item":
        head, body = _head(text, line, line.name)
        lead = f"{lead} {head}".lstrip()
    opens = place.kind == "goal" and line.dash is None
    return Row(place.kind, raw, 0, place.column, lead, body, tail, place.name, place.holder, opens)


def _head(text: str, line: Line, name: Name) -> tuple[str, str]:
    """A line's name with its colon, and its value. Keywords are in lower case, IDs and labels as they were written."""
    start, end = line.content
    colon = text.index(":", start, end)
    rest = text[name.word.end : colon].rstrip()
    word = text[slice(*name.word)]
    is_short = name.id is not None and name.id.start == name.word.start
    if not is_short and not (isinstance(name.meaning, str) and name.meaning.startswith("x-")):
        word = word.lower()
    return _GAP.sub(" ", word + rest) + ":", text[slice(*name.value)]


def _with_comments(rows: list[Row]) -> list[Row]:
    """Comments and suppressions belong to the line that they stand right above, others to the one that they stand below.

    A comment further right than the line below it ends what stands above.
    """
    found = list(_with_loose_comments(rows))
    for at in range(len(found) - 1, -1, -1):
        below = _bound_to(found, at)
        if below is not None:
            other = found[below]
            found[at] = replace(found[at], column=other.column, root=other.root, opens=other.opens)
            found[below] = replace(other, opens=False)
    return found


def _with_loose_comments(rows: Sequence[Row]) -> Iterator[Row]:
    """A comment with nothing below it goes as far right as the last line above it that was no further right."""
    above: list[tuple[int, int | None]] = []  # where lines stood that nothing further left came after, and where they go
    for at, row in enumerate(rows):
        indented = _indented(row.raw)
        if row.kind not in ("blank", "comment", "directive"):
            while above and above[-1][0] >= indented:
                above.pop()
            above.append((indented, row.column))
        elif row.kind != "blank" and _bound_to(rows, at) is None:
            column = next((goes for stood, goes in reversed(above) if stood <= indented), 0)
            row = replace(row, column=column if indented else 0)
        yield row


def _bound_to(rows: Sequence[Row], at: int) -> int | None:
    """The row that a comment stands right above, and no further right; a suppression speaks of the next line, always."""
    if rows[at].kind not in ("comment", "directive"):
        return None
    if rows[at].kind == "comment" and at + 1 < len(rows) and _indented(rows[at].raw) > _indented(rows[at + 1].raw):
        return None
    below = at + 1
    while rows[at].kind == "directive" and below < len(rows) and rows[below].kind == "blank":
        below += 1
    return below if below < len(rows) and rows[below].kind != "blank" else None


def _indented(raw: str) -> int:
    wide = raw.expandtabs()
    return len(wide) - len(wide.lstrip(BLANKS))
