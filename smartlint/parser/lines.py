"""Lines: the goal grammar over Lark, with an own lexer: one token per line, its name looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree
from lark.lexer import Lexer

from smartlint.language.detect import candidates
from smartlint.language.pack import CODES
from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.parser.names import BLANKS, Name, goal_in, read_name
from smartlint.source import Span

#: A line longer than this is not read: nobody writes it by hand.
LONGEST_LINE = 20_000
_IGNORED = ("BLANK", "COMMENT")
_DIRECTIVE = re.compile(r"#[ \t\u00a0]*smartlint[ \t\u00a0]*:", re.IGNORECASE)
_NAMES = re.compile(r"^[ \t\u00a0]*([^\W\d_][^:\n]{0,40}):([^\n]{0,30})", re.MULTILINE)
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
    above is blank or a comment, ``length`` is that of a line that is too long to be read.
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


class LineToken(Token):
    """A token of the grammar with its line."""

    read: Line

    @classmethod
    def of(cls, line: Line) -> LineToken:
        token: LineToken = cls(line.kind, "")
        token.read = line
        return token


@dataclass(frozen=True)
class Script:
    """What the lexer reads: a text, and the language whose words win."""

    text: str
    language: str


class LineLexer(Lexer):
    """One pass with the terminals of the grammar; each line becomes one token."""

    __future_interface__ = 1

    def __init__(self, lexer_conf: Any) -> None:
        terminals = [one for one in lexer_conf.terminals if one.pattern is not None]
        terminals.sort(key=lambda one: -one.priority)
        self._pattern = re.compile("|".join(f"(?P<{one.name}>{one.pattern.to_regexp()})" for one in terminals))

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        script: Script = lexer_state.text
        text = script.text if script.text.endswith("\n") else script.text + "\n"
        found: list[tuple[re.Match[str], bool]] = []
        apart = True
        for match in self._pattern.finditer(text):
            if match.lastgroup not in _IGNORED:
                found.append((match, apart))
            apart = match.lastgroup in _IGNORED
        in_goal = False
        for number, (match, apart) in enumerate(found):
            line = _line(text, str(match.lastgroup), *match.span())
            line.apart = apart
            if line.kind == "KEYED":
                below = found[number + 1][0][0] if number + 1 < len(found) else ""
                line.name = read_name(text, line.content, script.language, in_goal, below)
                line.kind = _kind(line.name)
            elif line.kind == "ITEM":
                line.name = goal_in(text, line.content, script.language)
            in_goal = in_goal or line.kind == "GOAL"
            yield LineToken.of(line)


def _kind(name: Name | None) -> str:
    """The terminal of a line with a name; a line whose colon stands in its directive is text."""
    if name is None:
        return "TEXT"
    return "GOAL" if isinstance(name.meaning, GoalWord) else "FIELD" if name.meaning else "KEYED"


@lru_cache
def grammar() -> Lark:
    """The LALR parser of the goal language."""
    text = (files("smartlint_grammar") / "goals.lark").read_text("utf-8")
    return Lark(text, parser="lalr", lexer=LineLexer)


def read_lines(text: str, language: str) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the heading, and those of each goal with the goal's own line first."""
    tree: Tree[Token] = grammar().parse(Script(text, language))
    heading, *goals = (
        [child.read for child in part.children if isinstance(child, LineToken)]
        for part in tree.children
        if isinstance(part, Tree)
    )
    return heading, list(goals)


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
    keywords: list[Sequence[str]] = []
    parts: list[str] = []
    start, in_heading = 0, True
    for line in _names(text):
        in_heading = in_heading and not line.is_goal
        if in_heading and line.stated:
            return Spoken((line.stated,))
        if not in_heading and line.at_edge and not line.names.isdisjoint(SECTION_STARTS):
            if start < 0:
                start = line.start
            if line.stated:
                parts.append(text[start : line.start])
                start = -1
        if start >= 0:
            keywords.append(line.languages)
    if given:
        return Spoken((given,), given=True)
    if start >= 0:
        parts.append(text[start:])
    return Spoken(candidates("".join(parts), keywords))


@dataclass(frozen=True)
class _Named:
    """A line that begins with a name: what it means and in which languages, and the language that it states."""

    start: int
    at_edge: bool
    is_goal: bool
    names: frozenset[str]
    languages: tuple[str, ...]
    stated: str


def _names(text: str) -> Iterator[_Named]:
    """The lines that begin with the word of a goal or field."""
    known = vocabulary()
    for match in _NAMES.finditer(text, 0, 20_000):
        words = match[1].lower().split()
        starts = (" ".join(words[:size]) for size in (3, 2, 1))
        goals = next((known.kinds[start] for start in starts if start in known.kinds), ())
        fields = known.fields.get(" ".join(words), ())
        if fields or goals:
            names = frozenset(name for name, _ in fields)
            stated = LANGUAGE_NAMES.get(match[2].strip().lower(), "") if "language" in names else ""
            languages = tuple(language for _, language in (fields or goals))
            yield _Named(match.start(), match.start(1) == match.start(), bool(goals), names, languages, stated)


def _line(text: str, kind: str, start: int, stop: int) -> Line:
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


def columns(lines: Sequence[Line]) -> frozenset[int]:
    """The columns in which a goal's fields stand."""
    return frozenset(line.column for line in lines if line.kind == "FIELD")
