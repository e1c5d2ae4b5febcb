"""Lines: the goal grammar over Lark, with an own lexer that makes one token per line and looks up what its name means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree
from lark.lexer import Lexer

from smartlint.goal import Text
from smartlint.language.detect import detect
from smartlint.language.pack import CODES
from smartlint.language.prose import whole_quantity, whole_time
from smartlint.language.times import Anchor, BadDate
from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.source import Span

#: A line longer than this is not read: nobody writes it by hand.
LONGEST_LINE = 20_000
_BLANKS = " \t\u00a0"
_DIRECTIVE = re.compile(r"#[ \t\u00a0]*smartlint:")
_ID = re.compile(r"#?[\w.-]{0,40}\w[\w.-]{0,40}$")
_SHORT = re.compile(r"(?P<word>o|kr)[ \u00a0]?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})$", re.IGNORECASE)
_LANGUAGE = re.compile(r"^[ \t\u00a0]*([^\W\d][^:\n]{0,20}):[ \t\u00a0]*([^\W\d]{2,20})[ \t\u00a0\r]*$", re.MULTILINE)
_NAMES = re.compile(r"^[ \t\u00a0]*([^\W\d_][^:\n]{0,40}):", re.MULTILINE)
_LABEL_ENDS = re.compile(r"[.,;!?()]")
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

    ``indent`` is what stands before its text, ``content`` the span of the text without dash, line end and directive. A goal or
    field has ``word`` (its name as written) and ``value``; ``meaning`` is the goal word or the field's canonical name.
    """

    kind: str
    start: int
    indent: str
    content: Span
    directive: Span | None = None
    word: Span | None = None
    value: Span | None = None
    meaning: GoalWord | str = ""
    id: Span | None = None
    label: str = ""
    length: int = 0

    @property
    def column(self) -> int:
        """Where the text starts, with tabs to eight."""
        wide = 0
        for char in self.indent:
            wide = (wide // 8 + 1) * 8 if char == "\t" else wide + 1
        return wide


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

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:  # noqa: ARG002
        script: Script = lexer_state.text
        text = script.text if script.text.endswith("\n") else script.text + "\n"
        ignored = ("BLANK", "COMMENT")
        matches = [match for match in self._pattern.finditer(text) if match.lastgroup not in ignored]
        in_goal = False
        for number, match in enumerate(matches):
            line = _line(text, str(match.lastgroup), *match.span())
            if line.kind == "KEYED":
                following = text[slice(*matches[number + 1].span())] if number + 1 < len(matches) else ""
                _name(line, text, script.language, in_goal, following)
            in_goal = in_goal or line.kind == "GOAL"
            yield LineToken.of(line)


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


def language_of(text: str, given: str = "") -> str:
    """The language of a file: its ``language:``, else the given one, else the vote of its keywords and prose."""
    names = vocabulary().fields
    for match in _LANGUAGE.finditer(text, 0, 20_000):
        stated = LANGUAGE_NAMES.get(match[2].lower())
        if stated and any(name == "language" for name, _ in names.get(match[1].strip().lower(), ())):
            return stated
    if given:
        return given
    keywords = []
    kinds = vocabulary().kinds
    for match in _NAMES.finditer(text, 0, 20_000):
        words = match[1].lower().split()
        meanings = names.get(" ".join(words)) or next(
            (kinds[" ".join(words[:size])] for size in (3, 2, 1) if " ".join(words[:size]) in kinds), ()
        )
        if meanings:
            keywords.append([language for _, language in meanings])
    return detect(text, keywords)


def _line(text: str, kind: str, start: int, stop: int) -> Line:
    end = stop - 1
    if end > start and text[end - 1] == "\r":
        end -= 1
    first = start
    while first < end and text[first] in _BLANKS:
        first += 1
    indent = text[start:first]
    if stop - start > LONGEST_LINE:
        return Line("TEXT", start, indent, Span(first, end), length=stop - start)
    directive = None
    mark = _DIRECTIVE.search(text, first, end)
    if mark:
        directive = Span(mark.start(), end)
        end = mark.start()
    while end > first and text[end - 1] in _BLANKS:
        end -= 1
    if kind == "ITEM":
        dash = first
        first += 1
        while first < end and text[first] in _BLANKS:
            first += 1
        return Line(kind, start, indent, Span(min(first, end), end), directive, word=Span(dash, dash + 1))
    return Line(kind, start, indent, Span(first, max(first, end)), directive)


def _name(line: Line, text: str, language: str, in_goal: bool, following: str) -> None:
    """Gives a KEYED line its meaning: a goal, a field, or none."""
    start, end = line.content
    colon = text.find(":", start, end)
    if colon < 0:  # the colon stands in the directive
        line.kind = "TEXT"
        return
    name_end = colon
    while name_end > start and text[name_end - 1] in _BLANKS:
        name_end -= 1
    first = colon + 1
    while first < end and text[first] in _BLANKS:
        first += 1
    name = text[start:name_end]
    line.word, line.value = Span(start, name_end), Span(first, max(first, end))
    phrase = " ".join(name.lower().split())
    field = _field(phrase, text[first:end], language, first)
    goal = _goal(line, name, language)
    if goal is not None and not (field and in_goal and goal[0] == name and _means_field(field, text, line, following)):
        line.kind = "GOAL"
    elif field:
        line.kind, line.meaning, line.id, line.label = "FIELD", field, None, ""
        line.word = Span(start, name_end)
    elif phrase.startswith("x-") and " " not in phrase:
        line.kind, line.meaning = "FIELD", phrase


def _goal(line: Line, name: str, language: str) -> tuple[str, GoalWord] | None:
    """The goal word that a line starts with; sets the line's word, ID and label where it is one."""
    start = line.content.start
    short = _SHORT.match(name)
    if short:
        kind = "objective" if short["word"].lower() == "o" else "key_result"
        line.meaning = GoalWord(kind, "", False, language)
        at = start + (0 if kind == "objective" else short.start("number"))
        line.id = Span(start, start + len(name))
        line.word = Span(start, max(at, start + 1))
        return name, line.meaning
    parts = [(match[0], match.end()) for match in re.finditer(r"\S+", name)]
    found = vocabulary().goal_word(tuple(word.lower() for word, _ in parts), language)
    if found is None:
        return None
    word, count = found
    stop = parts[count - 1][1]
    rest = name[stop:].strip(_BLANKS)
    if rest:
        at = start + name.index(rest, stop)
        if len(parts) == count + 1 and _ID.match(rest) and _is_id(rest):
            line.id = Span(at + rest.startswith("#"), at + len(rest))
        elif _LABEL_ENDS.search(rest) or len(parts) > count + 6:
            return None
        else:
            line.label = rest
    line.meaning = word
    line.word = Span(start, start + stop)
    return name, word


def _is_id(rest: str) -> bool:
    """One word is an ID when it has a digit or a capital; ``Mål framover:`` has a label."""
    return any(char.isdigit() for char in rest) or rest != rest.lower() or len(rest) == 1


def _field(phrase: str, value: str, language: str, offset: int) -> str:
    """The field that a phrase names. A word of several meanings: the one whose type can read the value, else the file's."""
    known = vocabulary()
    meanings = known.field_names(phrase)
    if not meanings:
        return ""
    names = set(meanings.values())
    if phrase in known.statuses:
        names.add("status")
    if len(names) == 1:
        return names.pop()
    if "deadline" in names and reads_as_time(Text(value, Span(offset, offset + len(value))), language):
        return "deadline"
    if "status" in names:
        return "status"
    return meanings.get(language) or next(meanings[code] for code in CODES if code in meanings)


def _means_field(field: str, text: str, line: Line, following: str) -> bool:
    """``mål: 4 %`` under a goal is its target; ``delmål:`` with dated items are its milestones."""
    value = text[slice(*line.value)] if line.value else ""
    if field == "target":
        return bool(value) and whole_quantity(Text(value, Span(0, len(value))), CODES) is not None
    if field == "milestones":
        item = following.strip(_BLANKS + "\r\n")
        if value or item[:1] not in "-*•–":
            return False
        day = item[1:].partition(":")[0].strip(_BLANKS)
        return reads_as_time(Text(day, Span(0, len(day))), "en")
    return False


def reads_as_time(text: Text, language: str) -> bool:
    """The whole text is a time in some language, the file's first."""
    if not text.text or len(text.text) > 80:
        return False
    try:
        return whole_time(text, order(language), Anchor(date(2026, 1, 1))) is not None
    except BadDate:
        return True


def order(language: str) -> tuple[str, ...]:
    """The languages in which a value is read: the file's own first."""
    return (language, *(code for code in CODES if code != language))


def columns(lines: Sequence[Line]) -> frozenset[int]:
    """The columns in which a goal's fields stand."""
    return frozenset(line.column for line in lines if line.kind == "FIELD")
