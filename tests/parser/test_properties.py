"""What holds of every text: no exception, places inside the text, untouched goals, linear time."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from smartlint.goal import Document, Field, Goal
from smartlint.language.vocabulary import vocabulary
from smartlint.linter import Settings, lint_texts
from smartlint.parser import parse
from smartlint.reading import Text
from smartlint.registry import load
from smartlint.source import Source, Span
from smartlint.testing import lint
from tests.parser.edits import edit

TODAY = date(2026, 7, 1)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.goals"))
TEXTS = {f"{path.parent.name}/{path.name}": path.read_text("utf-8") for path in EXAMPLES}
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

_NAMES = sorted({*vocabulary().fields, *vocabulary().kinds, *vocabulary().levels, "O1", "KR 1.1", "x-own"})
_VALUES = [
    "", " ", "4 %", "2026-06-30", "31. juni 2026", "uge 54", "Q3", "Kari Nordmann", "kari@example.com, Per", "TBD",
    "hver måned", "S1, Team/S1", "fra 3 til 4 innen 1. juli", "a (owner: Per, deadline: 2026-01-01)", "x: y: z", "5/0",
    "done", "9999", "0,5", "sv", "no", "July", "0000-00-00", "99999999999999999999 %", "within 99999 years", "−5 %",
]  # fmt: skip
_STARTS = ["", " ", "  ", "    ", "\t", " \t", "\u00a0\u00a0", "- ", "  - ", "    * ", "• ", "# ", "#", "#1 "]
_ENDS = ["\n", "\r\n", "\n\n", "\r", "", " \n", " # smartlint: ignore[TIM001]\n", "\u2028", "\x0b\n"]
_LOOSE = [
    "# smartlint: ignore-file[X]", "# smartlint: ignore[TIM] until=2026-13-01 -- r", "text", "---", "-", "*", ":", "::",
    "a:", "eier Kari Nordmann", "frist 1. juli", "gaol G1: x", "O1 x", "mål 2 Øke", "()", "(owner:)",
    "\ufeff", "\x00", "\ud800",
]  # fmt: skip

keyword_lines = st.builds(
    lambda start, name, mark, value, end: f"{start}{name}{mark}{value}{end}",
    st.sampled_from(_STARTS),
    st.sampled_from(_NAMES),
    st.sampled_from([":", ": ", " : ", " 1: ", " G1: ", " #2: ", " for Q3: ", " ", ""]),
    st.sampled_from(_VALUES),
    st.sampled_from(_ENDS),
)
loose_lines = st.builds(
    lambda start, text, end: f"{start}{text}{end}",
    st.sampled_from(_STARTS),
    st.sampled_from(_LOOSE),
    st.sampled_from(_ENDS),
)
made_up_files = st.lists(st.one_of(keyword_lines, loose_lines), max_size=25).map("".join)


def parts(value: Any) -> Iterator[Any]:
    """Every part of a document below the source, with itself."""
    if isinstance(value, Source | str | int | float | date | Span) or value is None:
        return
    yield value
    if isinstance(value, tuple | frozenset):
        for one in value:
            yield from parts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from parts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name))


def spans(value: Any) -> Iterator[Span]:
    for part in parts(value):
        if is_dataclass(part):
            for field in fields(part):
                inside = getattr(part, field.name)
                if isinstance(inside, Span):
                    yield inside
                elif isinstance(inside, tuple):
                    yield from (one for one in inside if isinstance(one, Span))


def check(document: Document) -> None:
    """Every span lies inside the text, and every text is its slice, with what is between its lines blanked."""
    source = document.source.text
    for span in spans(document):
        assert 0 <= span.start <= span.end <= len(source), span
    for part in parts(document):
        if isinstance(part, Text):
            written = source[part.span.start : part.span.end]
            assert len(part.text) == len(written), part
            for char, original in zip(part.text, written, strict=True):
                assert char == original or (char == " " and not original.isspace()), part
            lines = zip(part.text.splitlines(), written.splitlines(), strict=True)
            assert all(line == original or _is_blanked(line, original) for line, original in lines), part
        elif hasattr(part, "text") and isinstance(part.text, str):
            assert len(part.text) <= part.span.end - part.span.start or part.text in source, part
    assert [goal.index for goal in document.all_goals] == list(range(len(document.all_goals)))
    for problem in document.problems:
        assert problem.goal is None or 0 <= problem.goal < len(document.all_goals)
    assert list(document.problems) == sorted(document.problems, key=lambda problem: problem.span)


def _is_blanked(line: str, original: str) -> bool:
    """A comment or a line of no use is blank, a dash or a directive is left out; the rest stands in its place."""
    return all(char in {" ", there} for char, there in zip(line, original, strict=True))


@MANY
@given(st.text())
@example("\x85:\u2028- \ud800")
@example("mål:\n-\n -\n  -\n   - x")
def test_arbitrary_text(text: str) -> None:
    check(parse(text, today=TODAY))


@MANY
@given(made_up_files)
@example("mål: 1 %\nmål: 2 %\ndelmål:\n- Q1: 3\n")
def test_lines_of_keywords(text: str) -> None:
    check(parse(text, today=TODAY))


@SOME
@given(made_up_files)
def test_linting_made_up_files_never_crashes(text: str) -> None:
    assert not lint(text, *load(), today=TODAY).crashed


@MANY
@given(st.sampled_from(sorted(TEXTS)), st.integers(0, 2**32))
def test_mutated_examples(name: str, seed: int) -> None:
    chance = random.Random(seed)
    text = TEXTS[name]
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text) + 1)
        piece = chance.choice(["", "\n", "\t", ":", "#", "- ", "mål ", "\r", "\u00a0", chance.choice(_VALUES)])
        text = text[:at] + piece + text[at + chance.choice((0, 0, 1, 2, 40)) :]
    check(parse(text, today=TODAY))


@pytest.mark.parametrize("name", TEXTS)
def test_examples(name: str) -> None:
    check(parse(TEXTS[name], today=TODAY))


# --- goals that were not touched ------------------------------------------------------------------------------------


def told(goal: Goal) -> tuple[Any, ...]:
    """What the goal says, without its place."""
    own = {name: (field.word.text, field.text.plain) for name, field in goal.fields.items()}
    return goal.id.text, goal.label, goal.word.text, goal.kind, goal.statement.plain, own, len(goal.actions)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(sorted(name for name, text in TEXTS.items() if "mål" in text or "goal" in text)),
    st.integers(0, 2**32),
)
def test_goals_that_were_not_touched_are_kept(name: str, seed: int) -> None:
    chance = random.Random(seed)
    before = parse(TEXTS[name], today=TODAY)
    if not before.all_goals:
        return
    change = edit(before, chance)
    after = parse(change.text, today=TODAY)
    check(after)
    kept = [told(goal) for goal in after.all_goals]
    for goal in before.all_goals:
        of_touched = (parent := before.parent(goal)) is not None and parent.index == change.goal
        if goal.index != change.goal and not (of_touched and goal.word.text == "-"):  # its bullets are what it says
            assert told(goal) in kept, f"{change}\n{goal.path}\n{change.text}"


# --- time and depth -------------------------------------------------------------------------------------------------


def depth(goal: Goal) -> int:
    return 1 + max((depth(child) for child in goal.children), default=0)


def seconds(text: str) -> float:
    start = time.process_time()
    parse(text, today=TODAY)
    return time.process_time() - start


def test_goals_nest_at_most_40_deep() -> None:
    document = parse("\n".join(f"{'  ' * at}mål {at}: Øke salget" for at in range(200)), today=TODAY)
    assert depth(document.goals[0]) == 40
    assert len(document.all_goals) == 200
    check(document)


@pytest.mark.parametrize(
    "line",
    [
        "- x",
        "mål: x",
        "x",
        "mål 1: Øke 4 %",
        "eier: Kari",
        "hvordan:",
        "-",
        "- mål:",
        "gaol G1: x",
        "eigra: x",
        "- eier: x",
    ],
)
def test_a_staircase_of_5000_lines(line: str) -> None:
    text = "mål:\n" + "\n".join(" " * at + line for at in range(5_000))
    start = time.process_time()
    document = parse(text, today=TODAY)
    assert time.process_time() - start < 5
    assert all(depth(goal) <= 40 for goal in document.goals)


_GOAL = "mål {0}: Øke\n  eier: Ingrid\n"


def linear(line: str, few: int) -> bool:
    """Four times the lines take four times as long, within reason; a slow moment is given a second chance."""
    for _ in range(3):
        short, long = ("mål 1: Øke x\n" + "".join(line.format(at) for at in range(count)) for count in (few, 4 * few))
        if seconds(long) < 4 * seconds(short) * 1.8 + 0.1:
            return True
    return False


def test_time_is_linear_in_the_number_of_goals() -> None:
    assert linear(_GOAL, 2_000)


@pytest.mark.parametrize(
    "line",
    [
        "mål {0}: x\nx-{0}: y\n", "x-{0}: y\n", "- x{0}\n", " x{0}\n", "x{0}\n", "x{0}\n eier: y\n",
        "# smartlint: ignore[X]\n", "mla {0}: x\n  eier: Kari\n", "- mål {0}: x\n", "eigra{0}: x\n", "KR{0}: x\n",
        "team: {0}\nmål: x\n", "mål 1: x\n delmål: y\n x-{0}: z\nx-{0}: v\n", "mål: x # smartlint: ignore[X{0}]\n",
        "mål {0}:\n- x\n", "  mål {0}: x\n", "{0}", "a{0} ", "{0}: ",
    ],
)  # fmt: skip
def test_time_is_linear_in_lines_of_a_kind(line: str) -> None:
    assert linear(line, 600)


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Without the garbage collector, whose work is another's."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_20_000_goals() -> None:
    start = time.process_time()
    document = parse("".join(f"mål {at}: Øke\n" for at in range(20_000)), today=TODAY)
    assert len(document.all_goals) == 20_000
    assert not document.problems
    assert time.process_time() - start < 15


@pytest.mark.parametrize("text", [" " * 50_000_000 + "x", "mål: " + "Øke salget " * 5_000_000])
def test_one_line_of_50_megabytes(text: str) -> None:
    start = time.process_time()
    result = lint_texts({"big.goals": text}, _settings())
    assert [finding.rule.code for finding in result.findings] == ["SYN001"]
    assert time.process_time() - start < 10


def _settings() -> Settings:
    return Settings(load(), TODAY)


def test_a_long_line_among_others_costs_one_finding() -> None:
    text = "mål 1: Øke salget\n  eier: Kari Nordmann\n  hvorfor: " + "x" * 30_000 + "\n    og mer\n  frist: 2026-12-31\n"
    document = parse(text, today=TODAY)
    assert [(one.kind, one.variant) for one in document.problems] == [("syntax-error", "too-long")]
    assert set(document.goals[0].fields) == {"owner", "deadline"}


def test_fields_hold_their_own_words() -> None:
    for text in TEXTS.values():
        document = parse(text, today=TODAY)
        for field in (field for goal in document.all_goals for field in goal.fields.values()):
            assert isinstance(field, Field)
            assert field.name in {name for name, _ in vocabulary().fields[field.word.text.lower()]}
