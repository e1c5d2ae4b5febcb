"""Where a line goes that a fix adds: it must belong to its goal, and nothing else may change hands."""

import pytest

from smartlint.new_line import placed
from smartlint.parser import parse
from smartlint.testing import TODAY

LINE = "why: it pays"


def with_line(text: str, index: int | None, line: str = LINE) -> str:
    document = parse(text, "test.goals", today=TODAY)
    span, written = placed(line, document, document.all_goals[index] if index is not None else None)
    return text[: span.start] + written + text[span.end :]


def shape(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Each goal with its sentence, the fields that it has beside the new one, and its actions."""
    document = parse(text, "test.goals", today=TODAY)
    assert not document.problems, document.problems
    return [
        (goal.statement.plain, sorted({*goal.fields} - {"why"}), [action.text.plain for action in goal.actions])
        for goal in document.all_goals
    ]


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("goal: Win 10 customers", 0, "goal: Win 10 customers\n  why: it pays"),
        ("goal: Win 10 customers\n\n\n", 0, "goal: Win 10 customers\n  why: it pays\n\n\n"),
        (
            "goal: Win 10\n    customers\n    owner: Amy Holt\n",
            0,
            "goal: Win 10\n    customers\n    why: it pays\n    owner: Amy Holt\n",
        ),
        ("goal: Win 10\n    customers\n", 0, "goal: Win 10\n    customers\n  why: it pays\n"),
        ("goal: Win 10\nowner: Amy Holt\nhow:\n- Ring\n", 0, "goal: Win 10\nwhy: it pays\nowner: Amy Holt\nhow:\n- Ring\n"),
        ("goal: Win 10\r\n\towner: Amy Holt\r\n", 0, "goal: Win 10\r\n\twhy: it pays\r\n\towner: Amy Holt\r\n"),
        ("goal: Win 10\n\tgoal: Ring 5\n", 1, "goal: Win 10\n\tgoal: Ring 5\n\t\twhy: it pays\n"),
        ("goal: Win 10\n    - Ring 5\n", 0, "goal: Win 10\n    why: it pays\n    - Ring 5\n"),
        ("goal: Win 10\n- Ring 5\n", 0, "goal: Win 10\n  why: it pays\n- Ring 5\n"),
        ("goal: Win 10\n    goal: Ring 5\n", 0, "goal: Win 10\n    why: it pays\n    goal: Ring 5\n"),
        ("goals:\n- Win 10\n- Ring 5\n", 0, "goals:\n- Win 10\n  why: it pays\n- Ring 5\n"),
        (
            "mål:\n  - Win 10\n    eier: Amy Holt\n  - Ring 5\n",
            0,
            "mål:\n  - Win 10\n    why: it pays\n    eier: Amy Holt\n  - Ring 5\n",
        ),
        ("mål:\n  - Win 10\n  - Ring 5\n", 1, "mål:\n  - Win 10\n  - Ring 5\n    why: it pays\n"),
        (
            "objective O1: Guests come back\n  - Sell 5\n  - Ring 5\n",
            0,
            "objective O1: Guests come back\n  why: it pays\n  - Sell 5\n  - Ring 5\n",
        ),
        (
            "goal: Win 10  # smartlint: ignore[OWN001] -- soon\n  # a note\n\n    owner: Amy Holt\n",
            0,
            "goal: Win 10  # smartlint: ignore[OWN001] -- soon\n    why: it pays\n  # a note\n\n    owner: Amy Holt\n",
        ),
        (
            "goal: Win 10\n  goal: Ring 5\ngoal: Sell 3\n    owner: Amy Holt\n",
            1,
            "goal: Win 10\n  goal: Ring 5\n    why: it pays\ngoal: Sell 3\n    owner: Amy Holt\n",
        ),
    ],
)
def test_a_line_below_a_goal(text: str, index: int, expected: str) -> None:
    assert with_line(text, index) == expected
    assert shape(expected) == shape(text)
    goal = parse(expected, "test.goals", today=TODAY).all_goals[index]
    assert goal.fields["why"].text.plain == "it pays"


def test_several_lines_are_all_indented() -> None:
    series = "milestones:\n  - 2026-03-01: 4"
    assert with_line("goal: Win 10\n\towner: Amy Holt\n", 0, series) == (
        "goal: Win 10\n\tmilestones:\n\t  - 2026-03-01: 4\n\towner: Amy Holt\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("goal: Win 10\n", "review: weekly\n\ngoal: Win 10\n"),
        ("# smartlint: ignore[OWN001]\ngoal: Win 10\n", "review: weekly\n\n# smartlint: ignore[OWN001]\ngoal: Win 10\n"),
        ("# Sales\r\nteam: Sales\r\nperiod: 2026\r\ngoal: Win 10\r\n", None),
        ("supports:\n  S1\nteam: Sales\ngoal: Win 10\n", "supports:\n  S1\nreview: weekly\nteam: Sales\ngoal: Win 10\n"),
    ],
)
def test_a_line_at_the_top(text: str, expected: str | None) -> None:
    written = with_line(text, None, "review: weekly")
    assert written == (expected or "# Sales\r\nteam: Sales\r\nreview: weekly\r\nperiod: 2026\r\ngoal: Win 10\r\n")
    assert all(goal.review is not None for goal in parse(written, "test.goals", today=TODAY).all_goals)
