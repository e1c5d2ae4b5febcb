from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.parser import parse
from smartlint.parser.blocks import cut, cut_anew
from smartlint.parser.layout import Layout
from smartlint.parser.lines import language_of, read_lines
from smartlint.source import Source
from tests.lsp.session import LINES

TEXT = """# Ours
team: Bakery
period: 2026

# the first
goal B1: Sell 400 loaves a day
  owner: Ida Moe

  key result KR1: Sell 40 rolls
KR 2: Sell 4 cakes
target: 4 %

# smartlint: ignore[TIM]

goal B2: Improve the mood
team: Kitchen
language: en

goal K1: Waste less
"""


def blocks(text: str, language: str = "en") -> list[str]:
    return [text[block.start : block.end] for block in cut(text, language)]


def test_a_goal_has_all_that_belongs_to_it_and_the_comments_above_it() -> None:
    assert [one.strip().splitlines()[0] for one in blocks(TEXT)] == [
        "# Ours",
        "# the first",
        "# smartlint: ignore[TIM]",
        "team: Kitchen",
        "goal K1: Waste less",
    ]
    assert [block.heads for block in cut(TEXT, "en")] == [True, False, False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "mål: Øke salget\nmål: 4 %\n",  # its target
        "goal A: x\nKR1: y\n",
        "goal A: x\n  goal B: y\n",
        "goal A: x\ngaol B: y\n",
        "goal A: x\ndelmål:\n- 2026-05-01: 4\n",
        "goal A: x # smartlint: ignore[TIM]\nowner: goal B: y\n",
        "",
        "team: A\nlanguage: en\ncurrency: NOK\n",
    ],
)
def test_what_may_belong_to_what_is_above_it_is_not_cut_off(text: str) -> None:
    assert blocks(text, language_of(text)) == [text]


def test_each_goal_below_another_is_a_piece_of_its_own() -> None:
    text = "goal A: x\n  owner: Bo\n\n  # first\n  KR 1: y\n\tKR 2: z\n"
    pieces = ("goal A: x\n", "  owner: Bo\n", "\n  # first\n  KR 1: y\n", "\tKR 2: z\n")
    assert cut_anew(text, "en", None).pieces == [pieces]
    alone = text.partition("\n  # first")[0]
    assert cut_anew(alone, "en", None).pieces == [(alone,)]


def test_a_goal_is_indented_by_what_the_reader_takes_for_an_indent() -> None:
    text = "goal A: x\n  owner: everybody\n    \rgoal B: y\n"
    assert cut_anew(text, "en", None).pieces == [(text,)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14).map("".join))
def test_cutting_changes_nothing(text: str) -> None:
    language = language_of(text)
    assert "".join(blocks(text, language)) == text
    layout = Layout(Source(text), language)
    layout.place(*read_lines(text, language))
    document = parse(text, language=language)
    roots = [root.line.content.start for root in layout.roots if not root.group]
    assert [goal.span.start for goal in document.goals if goal.span.start in roots] == roots


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_is_cut_anew_is_cut_as_if_it_had_never_been(data: st.DataObject) -> None:
    text, known = TEXT, None
    pieces = st.sampled_from(("", "", "x", ":", "\n", "#", " ", *LINES, "team: Bakery\n", "goal", "KR 3: x"))
    for _ in range(8):
        known = cut_anew(text, "en", known)
        assert known == cut_anew(text, "en", None)
        assert known.heads == [block.heads for block in cut(text, "en")]
        assert known.texts == blocks(text) == ["".join(pieces) for pieces in known.pieces]
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(pieces) + text[at + data.draw(st.sampled_from((0, 0, 1, 3, 30))) :]


def test_in_another_language_everything_is_cut_again() -> None:
    text = "goal A: x\nmål B: y\n"
    assert cut_anew(text, "nb", cut_anew(text, "en", None)).texts == blocks(text, "nb")
