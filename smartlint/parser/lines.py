"""Lines: those that the grammar of the goal language has, one token each, their names looked up."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from pathlib import Path

import smartlint_grammar
from smartlint.language.detect import candidates
from smartlint.language.pack import CODES
from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.parser.names import BLANKS, Name, goal_in, read_name
from smartlint.pattern import compile_late
from smartlint.record import dataclass
from smartlint.source import Span

#: A line longer than this is not read: nobody writes it by hand.
LONGEST_LINE = 20_000
_TERMINAL = compile_late(r"^([A-Z]+)\.(\d+): /(.*)/$", re.MULTILINE)
#: The terminals of lines that say nothing.
IGNORED = ("BLANK", "COMMENT")
_DIRECTIVE = compile_late(r"#[ \t\u00a0]*smartlint[ \t\u00a0]*:", re.IGNORECASE)
_NAME = compile_late(r"[ \t\u00a0]*([^\W\d_][^:\n]{0,40}):([^\n]{0,30})")
#: So much of a text is asked for its language.
_ASKED = 8_000
#: Fields that start a new section where they stand at the left edge below a goal.
SECTION_STARTS = frozenset(("team", "organisation", "language", "currency", "fiscal_year"))
#: What a language may be called in a header.
LANGUAGE_NAMES = {
    **{code: code for code in CODES},
    **dict.fromkeys(("no", "norsk", "bokmål", "norwegian"), "nb"),
    **dict.fromkeys(("nynorsk",), "nn"),
    **dict.fromkeys(("english", "engelsk", "engelska"), "en"),
    **dict.fromkeys(("svenska", "svensk", "swedish"), "sv"),
    **dict.fromkeys(("dansk", "danska", "danish"), "da"),
}


@dataclass
class Line:
    """A line of the file.

    ``column`` is where its text starts, with tabs to eight; ``content`` the span of the text without dash, line end and
    directive. ``name`` stands at a line with a colon, and at an item whose text is a goal. ``apart`` says that the line
    above, but for directives, is blank or a comment; ``length`` is that of a line that is too long to be read.
    """

    kind: str
    start: int
    indent: str
    column: int
    content: Span
    directive: Span | None = None
    dash: Span | None = None
    name: Name | None = None
    apart: bool = False
    length: int = 0


@lru_cache
def terminals() -> dict[str, str]:
    """The patterns of the grammar's lines by name, that of the highest priority first.

    They are all that is asked of the grammar here: whatever lines there are, in whatever order, it takes them.
    """
    text = Path(smartlint_grammar.__file__).with_name("goals.lark").read_text("utf-8")
    found = sorted(_TERMINAL.findall(text), key=lambda one: -int(one[1]))
    return {name: pattern for name, _, pattern in found}


@lru_cache
def _any_line() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in terminals().items()))


def _lines(text: str, language: str, piece: Span | None, in_goal: bool, roomy: Container[int]) -> Iterator[Line]:
    """The lines that say anything, each with its kind: one pass with the terminals, names looked up."""
    start, end = piece or (0, len(text))
    if end == len(text) and not text.endswith("\n"):
        text, end = f"{text}\n", end + 1
    found: list[tuple[re.Match[str], bool]] = []
    apart = True
    for match in _any_line().finditer(text, start, end):
        kind = match.lastgroup
        apart = apart and match.start() not in roomy
        if kind not in IGNORED:
            found.append((match, apart))
        if kind != "DIRECTIVE":  # once it is taken away, all is read as before
            apart = kind in IGNORED
    for number, (match, apart) in enumerate(found):
        line = read_line(text, str(match.lastgroup), *match.span())
        line.apart = apart
        if line.kind == "KEYED":
            below = found[number + 1][0][0] if number + 1 < len(found) else ""
            line.name = read_name(text, line.content, language, in_goal, below)
            line.kind = _kind(line.name)
        elif line.kind == "ITEM":
            line.name = goal_in(text, line.content, language)
        in_goal = in_goal or line.kind == "GOAL"
        yield line


def _kind(name: Name | None) -> str:
    """The terminal of a line with a name; a line whose colon stands in its directive is text."""
    if name is None:
        return "TEXT"
    return "GOAL" if isinstance(name.meaning, GoalWord) else "FIELD" if name.meaning else "KEYED"


def read_lines(
    text: str, language: str, piece: Span | None = None, *, in_goal: bool = False, roomy: Container[int] = ()
) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the heading, and those of each goal with the goal's own line first.

    Of whole lines that are a ``piece`` of a text, those of these; ``in_goal`` says that goals stand above, and above lines
    that begin at one of the ``roomy`` places there is no gap, only room.
    """
    heading: list[Line] = []
    goals: list[list[Line]] = []
    for line in _lines(text, language, piece, in_goal, roomy):
        if line.kind == "GOAL":
            goals.append([])
        (goals[-1] if goals else heading).append(line)
    return heading, goals


@dataclass(frozen=True)
class Spoken:
    """The languages that a file may be in: one, or several that tie in the vote; ``given`` by the user of the file."""

    languages: tuple[str, ...]
    given: bool = False


def language_of(text: str, given: str = "") -> str:
    """The language of a file."""
    return spoken(text, given).languages[0]


def spoken(text: str, given: str = "") -> Spoken:
    """What its heading's ``language:`` says, else what is given, else the vote of keywords and prose.

    A section further down that states its own language has no vote.
    """
    return _spoken(text[:_ASKED], given)


@lru_cache(16)
def _spoken(text: str, given: str) -> Spoken:
    """The same of the text that is asked: of one that changes, that is mostly as it was."""
    keywords: list[frozenset[str]] = []
    parts: list[str] = []
    start, end, in_heading = 0, 0, True
    for written in text.split("\n"):
        line, here = _named(written), end
        end += len(written) + 1
        if line is None:
            continue
        in_heading = in_heading and not line.is_goal
        stated = _stated(written) if line.states_language else ""
        if in_heading and stated:
            return Spoken((stated,))
        if line.begins_section and not in_heading:
            if start < 0:
                start = here
            if stated:
                parts.append(text[start:here])
                start = -1
        if start >= 0:
            keywords.append(line.languages)
    if given:
        return Spoken((given,), given=True)
    if start >= 0:
        parts.append(text[start:])
    return Spoken(candidates("".join(parts), keywords))


@dataclass(frozen=True, slots=True)
class _Named:
    """A line that begins with a name: what it begins, in which languages it is known, and whether it states a language."""

    begins_section: bool
    is_goal: bool
    languages: frozenset[str]
    states_language: bool


@lru_cache(512)
def _named(line: str) -> _Named | None:
    """What the word of a goal or field says that a line begins with; while somebody types, most lines were met before."""
    match = _NAME.match(line)
    return _meant(match[1], match.start(1) == 0) if match is not None else None


def _stated(line: str) -> str:
    """The language that a line with a name states, "" if it is none."""
    match = _NAME.match(line)
    return LANGUAGE_NAMES.get(match[2].strip().lower(), "") if match is not None else ""


@lru_cache(1024)
def _meant(name: str, at_edge: bool) -> _Named | None:
    """What a name says, at the left edge or further in; most names were met before."""
    known = vocabulary()
    words = name.lower().split()
    starts = (" ".join(words[:size]) for size in (3, 2, 1))
    goals = next((known.kinds[start] for start in starts if start in known.kinds), ())
    fields = known.fields.get(" ".join(words), ())
    if not fields and not goals:
        return None
    names = frozenset(name for name, _ in fields)
    languages = frozenset(language for _, language in (fields or goals))
    begins_section = at_edge and not names.isdisjoint(SECTION_STARTS)
    return _Named(begins_section, bool(goals), languages, "language" in names)


def read_line(text: str, kind: str, start: int, stop: int) -> Line:
    """A line with its line end, of a kind of the grammar."""
    end = stop - 1
    if end - start > LONGEST_LINE:
        beginning = text[start : start + LONGEST_LINE]
        indent = beginning[: len(beginning) - len(beginning.lstrip(BLANKS))]
        return Line("TEXT", start, indent, _column(indent), Span(start + len(indent), end), length=end - start)
    if end > start and text[end - 1] == "\r":
        end -= 1
    first = end - len(text[start:end].lstrip(BLANKS))
    indent = text[start:first]
    directive = None
    mark = _DIRECTIVE.search(text, first, end)
    if mark:
        directive = Span(mark.start(), end)
        end = mark.start()
    while end > first and text[end - 1].isspace():
        end -= 1
    dash = None
    if kind == "ITEM":
        dash = Span(first, first + 1)
        first += 1
        while first < end and text[first].isspace():
            first += 1
    return Line(kind, start, indent, _column(indent), Span(first, max(first, end)), directive, dash)


def _column(indent: str) -> int:
    """Where a line's text starts, with tabs to eight."""
    if "\t" not in indent:
        return len(indent)
    wide = 0
    for char in indent:
        wide = (wide // 8 + 1) * 8 if char == "\t" else wide + 1
    return wide
