"""Rows of cells, with the place of each: from text parted by commas, semicolons, tabs or bars, and from a workbook's text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from smartlint.extracting.workbook import HEADING, HIDDEN, NAMED, PAGE, UNSOLVED, letters
from smartlint.readers.masking import blank
from smartlint.record import dataclass
from smartlint.source import Span

_DELIMITERS = "\t;|,"
#: The first line of a table that tells Excel what parts its cells.
_STATED = re.compile(r"sep=(?P<delimiter>[^\r\n])\r?\n?", re.IGNORECASE)
_DOUBLED = re.compile(r'(?<=[\w.,!?)%])(?P<closing>"")|""')
_GAP = re.compile(r"(?:\r?\n)+")
#: A quoted cell is no longer than this; a quotation mark that nothing closes is one of the text.
_LONGEST = 20_000
#: So much of a text tells what parts its cells.
_SAMPLE = 50_000


#: Two words that follow one another, as no formula has them.
_WORDS = re.compile(r"[^\W\d_]{2} [^\W\d_]{2}")


def is_formula(written: str) -> bool:
    """What only a spreadsheet program can work out, ``=SUM(A1:A3)``; a sentence is none, whatever it begins with."""
    return written.startswith("=") and len(written) > 1 and _WORDS.search(written) is None


@dataclass(frozen=True)
class Line:
    """A row: where it starts, its cells without blanks around them, and whether it is marked as a heading."""

    start: int
    cells: tuple[Span, ...]
    is_heading: bool = False

    @property
    def filled(self) -> list[int]:
        return [number for number, cell in enumerate(self.cells) if cell.start < cell.end]


@dataclass(frozen=True)
class Page:
    """A sheet, or all of a text; ``name`` is where that of a sheet stands."""

    lines: list[Line]
    name: Span | None = None


def delimiter_of(text: str, is_known: Callable[[str], bool]) -> str:
    """What parts the cells of a text: what makes a row of known names of it, else of most rows the same number of cells."""
    stated = _STATED.match(text)
    if stated is not None:
        return stated["delimiter"]
    sample = text[:_SAMPLE]
    sample = sample[: sample.rfind("\n") + 1] or sample if len(text) > _SAMPLE else sample
    best, most = ",", (0, 0.0)
    for delimiter in _DELIMITERS:
        if delimiter not in sample:
            continue
        _, page = parted(sample, delimiter)
        rows = [line for line in page.lines if line.filled]
        known = max((sum(is_known(sample[cell.start : cell.end]) for cell in line.cells) for line in rows[:20]), default=0)
        count, alike = max(Counter(len(line.cells) for line in rows).items(), key=lambda pair: pair[1], default=(1, 0))
        found = (known, alike / len(rows) if rows and count > 1 else 0.0)
        if found > most:
            best, most = delimiter, found
    return best


def parted(text: str, delimiter: str) -> tuple[str, Page]:
    """The cells of a text, and the text without its quotation marks."""
    stated = _STATED.match(text)
    at = stated.end() if stated is not None else 0
    pieces = [blank(text[:at])]
    lines: list[Line] = []
    while at < len(text):
        gap = _GAP.match(text, at)
        if gap is not None:
            _leave_gap(lines, at)
            pieces.append(gap[0])
            at = gap.end()
            continue
        start, cells = at, []
        while True:
            cell, at, masked = _cell(text, at, delimiter)
            cells.append(cell)
            pieces.append(masked)
            if at < len(text) and text[at] == delimiter:
                pieces.append(delimiter)
                at += 1
                continue
            break
        lines.append(Line(start, tuple(cells)))
        pieces.append(text[at : at + 1])
        at += 1
    return "".join(pieces), Page(lines)


def _leave_gap(lines: list[Line], at: int) -> None:
    """Adds an empty row; one stands for all that follow one another, as there may be millions."""
    if not lines or lines[-1].filled:
        lines.append(Line(at, (Span(at, at),)))


def _cell(text: str, at: int, delimiter: str) -> tuple[Span, int, str]:
    """The cell that begins at a place, where it ends, and its text without quotation marks."""
    begin = at
    while begin < len(text) and text[begin] in " \u00a0" and delimiter != text[begin]:
        begin += 1
    if text.startswith('"', begin):
        end = _closing(text, begin + 1)
        after = end + 1
        while after < len(text) and text[after] in " \u00a0\r" and delimiter != text[after]:
            after += 1
        if end > 0 and (after >= len(text) or text[after] in (delimiter, "\n")):
            inner = _DOUBLED.sub(lambda match: '" ' if match["closing"] else ' "', text[begin + 1 : end])
            masked = f"{blank(text[at:begin])} {inner} {blank(text[end + 1 : after])}"
            return _trimmed(masked, at), after, masked
    end = min(place for place in (text.find(delimiter, at), text.find("\n", at), len(text)) if place >= 0)
    return _trimmed(text[at:end], at), end, text[at:end]


def _closing(text: str, at: int) -> int:
    """Where the quotation mark stands that closes a cell; -1 where none does."""
    most = at + _LONGEST
    while (at := text.find('"', at, most)) >= 0:
        if not text.startswith('"', at + 1):
            return at
        at += 2
    return -1


def _trimmed(text: str, start: int) -> Span:
    stripped = text.strip()
    begin = start + len(text) - len(text.lstrip()) if stripped else start
    return Span(begin, begin + len(stripped))


def unsolved(text: str, page: Page) -> tuple[Page, list[str]]:
    """A page of which the cells with formulas are empty, and the names of the first of these, by the lines of the text."""
    lines: list[Line] = []
    names: list[str] = []
    for line in page.lines:
        found = [at for at in line.filled if is_formula(text[line.cells[at].start : line.cells[at].end])]
        cells = tuple(Span(cell.start, cell.start) if at in found else cell for at, cell in enumerate(line.cells))
        lines.append(Line(line.start, cells, line.is_heading) if found else line)
        if found and len(names) < NAMED:
            names += [f"{letters(at + 1)}{text.count(chr(10), 0, line.start) + 1}" for at in found]
    return Page(lines, page.name), names


def pages(text: str) -> tuple[list[Page], list[str], list[str]]:
    """The sheets in the text of a workbook, the names of those that are hidden, and the cells with no result."""
    found: list[Page] = []
    hidden: list[str] = []
    unworked: list[str] = []
    start = 0
    for line in text.split("\n"):
        if line.startswith(PAGE):
            name, _, state = line[len(PAGE) :].partition("\t")
            found.append(Page([], Span(start + len(PAGE), start + len(PAGE) + len(name))))
            if state == HIDDEN:
                hidden.append(name)
            elif state.startswith(UNSOLVED):
                unworked += [f"{name}!{cell}" for cell in state.removeprefix(UNSOLVED).split()]
        elif found and not line:
            _leave_gap(found[-1].lines, start)
        elif found:
            found[-1].lines.append(Line(start, tuple(_cells(line, start)), line.lstrip("\t").startswith(HEADING)))
        start += len(line) + 1
    return found, hidden, unworked


def _cells(line: str, start: int) -> Iterator[Span]:
    for cell in line.split("\t"):
        lead = len(HEADING) if cell.startswith(HEADING) else 0
        yield _trimmed(cell[lead:], start + lead)
        start += len(cell) + 1
