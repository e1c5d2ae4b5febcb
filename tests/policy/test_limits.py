"""What is meant to keep the linter busy is stopped, and early: by steps, depth and size, not by a clock."""

from __future__ import annotations

import pytest

from smartlint.policy.expression import STEPS, Expression
from smartlint.policy.mistake import Exceeded, Failure
from tests.policy.hostile import GIVEN, HOSTILE, SCOPE, nested, seconds, stopped


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_expression_is_stopped(text: str) -> None:
    assert stopped(text)


def test_no_step_is_much_dearer_than_another() -> None:
    """All that takes all steps takes about the time of the plainest of it: then the steps bound the time."""
    stopped("1")
    plainest = seconds(nested("map", "0", 7))
    slow = {name: round(took / plainest, 1) for name, text in HOSTILE.items() if (took := seconds(text)) > 12 * plainest}
    assert slow == {}


def test_steps_are_counted_alike_every_time() -> None:
    """The verdict is the same however often it is asked for: the last step that is enough is always the same."""
    expression = Expression("l.all(i, i >= 0 && string(i).matches('^[0-9]+$'))", SCOPE)
    given = {"l": list(range(20)), "s": ""}

    def enough(steps: int) -> bool:
        try:
            return bool(expression.value(given, steps))
        except Exceeded:
            return False

    least = next(steps for steps in range(STEPS) if enough(steps))
    assert least == next(steps for steps in range(STEPS) if enough(steps))
    assert 100 < least < 1000


def test_nothing_makes_up_for_too_many_steps() -> None:
    with pytest.raises(Exceeded, match="the expression takes too many steps"):
        Expression(f"{nested('all', 'true', 8)} || true", SCOPE).value(GIVEN)
    assert issubclass(Exceeded, Failure)


def test_what_rules_need_is_far_from_the_limit() -> None:
    """A list of a thousand goals may be gone through with a condition of ten parts."""
    expression = Expression("l.all(i, i >= 0 && (i < 10000 || i == 5) && i != -1)", SCOPE)
    assert expression.value({"l": list(range(1000)), "s": ""}) is True
