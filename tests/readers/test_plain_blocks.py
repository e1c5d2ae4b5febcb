"""Blocks of plain text: read where goals stand in them line by line, and nothing says that they only show how."""

from __future__ import annotations

import pytest

from tests.readers.told import goals, owners, read

BLOCK = "```\nO1: Flere kommer tilbake\n  KR1: Gjenkjøp opp fra 31 til 40 prosent (Mona)\n  KR2: Klubb i gang\n```\n"


def test_a_block_of_goals_is_read_like_the_text_around_it() -> None:
    assert goals(f"# Plan Q1 2027\n\n{BLOCK}") == [
        "Flere kommer tilbake",
        ".Gjenkjøp opp fra 31 til 40 prosent",
        ".Klubb i gang",
    ]


def test_a_column_at_the_right_says_whose_a_goal_is() -> None:
    text = "# OKR\n\n```text\nO1  Vi er nemme at finde        HEN\n    KR1.1  10 nye kunder        Mie\n```\n"
    assert [owners(goal) for goal in read(text).all_goals] == ["HEN", "Mie"]


@pytest.mark.parametrize(
    "text",
    [
        f"# How to write\n\n## Example\n\n{BLOCK}",
        f"# Plan\n\nIt looks like this:\n\n{BLOCK}",
        "# Run\n\n```\n$ bot post Q1\nposted 2 objectives, 5 key results\n```\n",
        "```python\nO1 = 3\nKR1: int = 4\n```\n",
        "```\nO1: alone\n```\n",
    ],
)
def test_examples_and_programs_are_left_alone(text: str) -> None:
    assert goals(text) == []


def test_text_behind_the_block_is_text_again() -> None:
    assert goals(f"{BLOCK}\n## Mål\n\n- Selge 9 kaker\n")[-1] == "Selge 9 kaker"
