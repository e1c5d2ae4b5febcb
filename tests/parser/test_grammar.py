"""The grammar is strict-clean and total, tokens lie where their lines do, words of two meanings are known."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark, Token
from lark.exceptions import LexError
from lark.lexer import Lexer

from smartlint.goal import Document
from smartlint.language.vocabulary import ambiguous_words, vocabulary
from smartlint.parser import parse
from smartlint.parser.lines import language_of, read_lines, terminals

GRAMMAR = (files("smartlint_grammar") / "goals.lark").read_text("utf-8")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.goals"))
LINES = ("GOAL", "FIELD", "KEYED", "ITEM", "TEXT", "DIRECTIVE")


def strict(grammar: str) -> Lark:
    """Raises for two terminals of one priority that match the same text, and for a conflict of the parser."""
    return Lark(grammar, parser="lalr", lexer="basic", strict=True)


def test_the_grammar_is_strict_clean() -> None:
    assert {terminal.name for terminal in strict(GRAMMAR).terminals} == {*LINES, "BLANK", "COMMENT"} - {"GOAL", "FIELD"}


def test_the_patterns_of_lines_are_those_of_the_grammar() -> None:
    known = sorted(strict(GRAMMAR).terminals, key=lambda one: -one.priority)
    said = {9: "\\t", 13: "\\r", 10: "\\n", 160: "\\u00a0"}
    written = {one.name: one.pattern.to_regexp().translate(said) for one in known}
    assert list(terminals().items()) == list(written.items())


@pytest.mark.parametrize("name", ["BLANK", "DIRECTIVE", "COMMENT", "ITEM", "KEYED"])
def test_the_strict_check_finds_a_collision(name: str) -> None:
    """TEXT would take what each terminal takes: without its priority the check must fail."""
    with pytest.raises(LexError, match="Collision"):
        strict(re.sub(rf"{name}\.\d", f"{name}.1", GRAMMAR))


def test_the_strict_check_sees_the_declared_terminals() -> None:
    """GOAL and FIELD are the lexer's own; given a pattern, they collide with KEYED unless they go before it."""
    declared = "%declare GOAL FIELD"
    assert declared in GRAMMAR
    strict(GRAMMAR.replace(declared, "GOAL.7: /goal:[^\\n]*\\n/\nFIELD.8: /owner:[^\\n]*\\n/"))
    with pytest.raises(LexError, match="Collision"):
        strict(GRAMMAR.replace(declared, "GOAL.2: /goal:[^\\n]*\\n/\nFIELD.8: /owner:[^\\n]*\\n/"))


class _Sequence(Lexer):
    """Gives the terminals of a list as tokens."""

    __future_interface__ = 1

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> list[Token]:  # type: ignore[override]
        names: list[str] = lexer_state.text  # type: ignore[attr-defined]
        return [Token(name, "") for name in names]


_PARSER = Lark(GRAMMAR, parser="lalr", lexer=_Sequence)


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_every_sequence_of_lines_parses(names: list[str]) -> None:
    tree = _PARSER.parse(names)
    assert [token.type for token in tree.scan_values(lambda _: True)] == names
    assert len(tree.children) == 1 + names.count("GOAL")


_MADE = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "\t", "\u00a0 "]),
        st.sampled_from(
            ["mål 1: Øke", "eier: Kari", "eigra: x", "- ring", "og mer", "# smartlint: ignore[X]", "#1 in", "–", "a:"]
        ),
        st.sampled_from(["", "  ", " # smartlint: ignore[TIM001]"]),
        st.sampled_from(["\n", "\r\n", "\n\n", "\n# note\n", "\n \t\n"]),
    ),
    max_size=30,
)  # fmt: skip


@settings(deadline=None)
@given(_MADE, st.booleans())
def test_each_token_lies_where_its_line_does(pieces: list[tuple[str, str, str, str]], cut: bool) -> None:
    text = "".join("".join(piece) for piece in pieces)
    text = text.rstrip("\r\n") if cut else text
    expected, at = [], 0
    for indent, content, tail, end in pieces:
        own = content if content.startswith("# smartlint") else content + tail
        expected.append((at, at + len(indent), own))
        at += len(indent + content + tail + end)
    heading, goals = read_lines(text, "nb")
    lines = [*heading, *(line for goal in goals for line in goal)]
    assert len(lines) == len(pieces)
    for line, (start, first, own) in zip(lines, expected, strict=True):
        assert line.start == start
        assert text[start : start + len(line.indent)] == line.indent
        assert start + len(line.indent) == first
        shown = text[line.content.start : line.content.end]
        if line.kind == "ITEM":
            assert line.dash is not None
            assert line.dash.start == first
            assert own.startswith(f"{text[line.dash.start]} {shown}".rstrip())
        elif line.kind != "DIRECTIVE":
            assert line.content.start == first
            assert own.startswith(shown)
        if "# smartlint:" in own:
            assert line.directive is not None
            assert text[line.directive.start : line.directive.end].startswith("# smartlint: ignore[")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_own_lexer_reads_lines_as_larks_does(path: Path) -> None:
    text = path.read_text("utf-8")
    heading, goals = read_lines(text, "en")
    own = [(line.kind, line.start) for line in [*heading, *(line for goal in goals for line in goal)]]
    larks = [("KEYED" if kind in ("GOAL", "FIELD") else kind, start) for kind, start in own]
    assert [(token.type, token.start_pos) for token in strict(GRAMMAR).lex(text)] == larks


def test_the_words_of_a_line_lie_in_it() -> None:
    text = "team: A\n\nmål #1.2 : Øke\n   Måles  ved :  kr  \n"
    heading, goals = read_lines(text, language_of(text))
    goal, field = goals[0]
    assert heading[0].name is not None
    assert goal.name is not None
    assert goal.name.id is not None
    assert field.name is not None
    assert text[slice(*goal.name.word)] == "mål"
    assert text[slice(*goal.name.id)] == "1.2"
    assert text[slice(*goal.name.value)] == "Øke"
    assert text[slice(*field.name.word)] == "Måles  ved"
    assert text[slice(*field.name.value)] == "kr"


# --- words of two meanings ------------------------------------------------------------------------------------------


def kind(document: Document) -> str:
    """The kind of the last goal, and whether it is a sub-goal."""
    goal = document.all_goals[-1]
    return f"goal:{'sub' if goal.sub else goal.kind}"


def field(document: Document) -> str:
    return list(document.all_goals[0].fields)[-1]


_AS_TARGET = "mål R1: Øke salget\n  {word}: 4 %\n"
_AS_GOAL = "mål R1: Øke salget\n\n{word}: Øke salget med 4 %\n"
_AS_MILESTONES = "mål R1: Øke salget\n  {word}:\n    - 2026-06-30: 4 %\n"
_AS_SUB_GOAL = "mål R1: Øke salget\n  {word}:\n    - Øke besøket med 4 %\n"
_QUANTITY = "target under a goal where the whole value is a quantity, else a goal"
_DATED = "milestones under a goal where the items below begin with a day or period, else a sub-goal"
_CITY = "deadline in an English file or where the value reads as a time, else where"
_STATE = "deadline where the value reads as a time, else status"
_AGREED = "the field, always: status is a value of another field"

#: Every word that opens a line and has two meanings over all languages: the condition that decides, and for each
#: outcome a file and what the word is in it.
WORDS: dict[str, tuple[str, dict[str, str]]] = {
    **dict.fromkeys(("mål", "målet"), (_QUANTITY, {_AS_TARGET: "target", _AS_GOAL: "goal:goal"})),
    **dict.fromkeys(
        ("delmål", "delmåla", "delmålene", "etappmål"),
        (_DATED, {_AS_MILESTONES: "milestones", _AS_SUB_GOAL: "goal:sub"}),
    ),
    "by": (
        _CITY,
        {
            "language: en\ngoal: Open a shop\n  by: Oslo\n": "deadline",
            "language: no\nmål: Åpne en butikk\n  by: 1. juli 2026\n": "deadline",
            "language: no\nmål: Åpne en butikk\n  by: Oslo\n": "where",
            "language: da\nmål: Åbne en butik\n  by: Aarhus\n": "where",
            "language: sv\nmål: Öppna en butik\n  by: Malmö\n": "where",
        },
    ),
    **dict.fromkeys(
        ("ferdig", "klar", "klart"),
        (
            _STATE,
            {
                "mål: Øke salget\n  {word}: 30.06.2026\n": "deadline",
                "mål: Øke salget\n  {word}: Q3\n": "deadline",
                "mål: Øke salget\n  {word}: ja\n": "status",
            },
        ),
    ),
    "risk": (_AGREED, {"goal: Raise sales\n  risk: the supplier fails\n": "risks"}),
    **dict.fromkeys(("agreed", "vedtatt", "vedteke"), (_AGREED, {"mål: Øke salget\n  {word}: styret\n": "agreed"})),
}


def two_meanings() -> set[str]:
    """The words that open a line and mean two things, those that are words of status or priority too included."""
    known = vocabulary()
    opening = {*known.kinds, *known.fields, *known.levels}
    return {*ambiguous_words(), *(opening & {*known.statuses, *known.priorities}), *({*known.levels} & {*known.fields})}


def test_every_word_of_two_meanings_is_listed() -> None:
    assert set(WORDS) == two_meanings()


@pytest.mark.parametrize("word", WORDS)
def test_the_condition_decides(word: str) -> None:
    condition, outcomes = WORDS[word]
    assert condition
    for text, meaning in outcomes.items():
        document = parse(text.format(word=word))
        found = kind(document) if meaning.startswith("goal:") else field(document)
        assert found == meaning, f"{condition}:\n{text.format(word=word)}"


@pytest.mark.parametrize("word", sorted(set(ambiguous_words())))
def test_every_meaning_that_a_pack_gives_is_shown(word: str) -> None:
    given = {meaning for meanings in ambiguous_words()[word].values() for meaning in meanings.split()}
    assert given == set(WORDS[word][1].values())
