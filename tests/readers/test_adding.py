"""A field that a fix adds to a Markdown document belongs to its goal, and nothing else changes hands."""

from __future__ import annotations

import pytest

from smartlint.new_line import NoRoom, placed
from tests.readers.told import read

LINES = "how:\n  - Bake at night"


def with_lines(text: str, index: int | None, lines: str = LINES) -> str:
    document = read(text)
    span, written = placed(lines, document, document.all_goals[index] if index is not None else None)
    return text[: span.start] + written + text[span.end :]


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("# Goals\n\n- Sell 9 cakes\n- Bake 7 pies\n", 0),
        ("# Goals\n\n- Sell 9 cakes\n  - Owner: Kim Day\n- Bake 7 pies\n", 0),
        ("# Goals\r\n\r\n1. Sell 9 cakes\r\n   in town\r\n2. Bake 7 pies\r\n", 0),
        ("## Goal 1: Sell 9 cakes\n\nOwner: Kim Day\n\n## Goal 2: Bake 7 pies\n", 0),
        ("Goal 1: Sell 9 cakes\n\nGoal 2: Bake 7 pies\n", 1),
        ("* Objective: Sell more\n  * KR: 9 schools\n  * KR: 4 shops\n", 1),
        ("```goals\ngoal: Sell 9 cakes\n```\n", 0),
    ],
)
def test_it_belongs_to_its_goal(text: str, index: int) -> None:
    before, after = read(text), read(with_lines(text, index))
    assert [goal.statement.plain for goal in after.all_goals] == [goal.statement.plain for goal in before.all_goals]
    has = [[action.text.plain for action in goal.actions] for goal in after.all_goals]
    assert has == [["Bake at night"] if at == index else [] for at in range(len(before.all_goals))]
    assert [{*goal.fields} - {"how"} for goal in after.all_goals] == [{*goal.fields} for goal in before.all_goals]


def test_it_is_written_as_an_item() -> None:
    assert with_lines("# Goals\n\n- Sell 9 cakes\n", 0) == "# Goals\n\n- Sell 9 cakes\n  - how:\n    - Bake at night\n"


@pytest.mark.parametrize(
    "text",
    [
        "# Goals\n\n- Sell 9 cakes\n",
        "Goals\n=====\n\n- Sell 9 cakes\n",
        "---\nteam: Bar\n---\n\n# Goals\n\n- Sell 9\n",
        "Our goals:\n\n- Sell 9\n",
    ],
)
def test_a_field_of_the_whole_document(text: str) -> None:
    before, after = read(text), read(with_lines(text, None, "review: every two weeks"))
    assert all(goal.review is not None for goal in after.all_goals)
    assert [(goal.statement.plain, goal.team) for goal in after.all_goals] == [
        (goal.statement.plain, goal.team) for goal in before.all_goals
    ]


def test_a_line_below_an_objective_leaves_it_its_key_results() -> None:
    text = "# OKRs\n\nSell more to fewer\n\n- Sign 9 schools\n"
    objective, result = read(with_lines(text, 0, "owner: Kim Day")).all_goals
    assert [person.text for person in objective.owner] == ["Kim Day"]
    assert result.path == (*objective.path, "#1")
    with pytest.raises(NoRoom):
        with_lines(text, 0)


def test_there_is_no_room_in_a_table() -> None:
    with pytest.raises(NoRoom):
        with_lines("| Goal |\n|--|\n| Sell 9 cakes |\n", 0)
