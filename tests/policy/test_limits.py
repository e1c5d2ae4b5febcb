"""What is meant to keep the linter busy is stopped, and early: by steps, depth and size, not by a clock."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest

from smartlint.policy.checker import Scope
from smartlint.policy.expression import STEPS, Expression
from smartlint.policy.mistake import Exceeded, Failure, Mistake
from smartlint.policy.types import ANY, Records

SCOPE = Scope({"l": ANY, "s": ANY}, Records({}))
GIVEN: dict[str, Any] = {"l": list(range(5000)), "s": "a" * 20_000}
TEN = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]"


def nested(macro: str, body: str, depth: int = 4) -> str:
    for level in range(depth):
        body = f"{TEN}.{macro}(v{level}, {body})"
    return body


HOSTILE = {
    "nested comprehensions": nested("map", "0", 7),
    "nested questions": nested("all", "true", 8),
    "nested errors": nested("all", "1 / 0 == 1 || true"),
    "texts that double": nested("map", "s + s + s", 3),
    "a sum of texts": " + ".join(["s"] * 100),
    "a sum of lists": " + ".join(["l"] * 60),
    "lists of lists": nested("map", "l + l", 2),
    "large values compared": nested("all", "l == l"),
    "large lists searched": "l.all(i, !(-1 in l))",
    "long texts searched": nested("all", "!s.contains('aaaaaaaaaaaaaaaaaaab')", 3),
    "long texts in small letters": nested("map", "s.lower()", 3),
    "many numbers written": nested("map", "string(1.5)"),
    "many numbers read": nested("all", "int('99999999999999999999999') == 1 || true"),
    "many times read": nested("map", "timestamp('2026-01-01T00:00:00Z')"),
    "many lengths read": nested("map", "duration('1h1m1s1ms1us1ns')"),
    "unknown time zones": nested("all", "timestamp(0).getHours('x/' + string(v0) + string(v1) + string(v2)) == 1 || true"),
    "many maps": nested("map", "{'a': v0, 'b': v1, 'c': v2}"),
    "a catastrophic pattern": nested("all", "!s.matches('^(a+)+$')", 1),
    "a catastrophic choice": nested("all", "!s.matches('^(a|aa)*b')", 1),
    "many stars": "s.matches('(.*)(.*)(.*)(.*)(.*)[0-9]')",
    "repeated repetitions": "s.matches('(a{1,100}){1,100}')",
    "many patterns": nested("all", "'aaaa'.matches('(a?){300}' + string(v0) + string(v1) + string(v2)) || true", 3),
    "many patterns that are none": nested("all", "s.matches('((((((((' + string(v0) + string(v1)) || true", 3),
    "brackets": "(" * 5000 + "1" + ")" * 5000,
    "lists in lists": "[" * 5000 + "]" * 5000,
    "denials": "!" * 15_000 + "true",
    "signs": "-" * 15_000 + "1",
    "a long sum": " + ".join(["1"] * 1000),
    "a long chain": " || ".join(["true"] * 3000),
    "a huge text": "'" + "a" * 2_000_000 + "'",
    "many fields": "l" + ".a" * 9000,
    "many choices": "true ? 1 : " * 900 + "1",
}


def stopped(text: str) -> str:
    """The name of what stops an expression."""
    try:
        Expression(text, SCOPE).value(GIVEN)
    except (Mistake, Exceeded) as error:
        return type(error).__name__
    return ""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_expression_is_stopped(text: str) -> None:
    assert stopped(text)


def seconds(text: str) -> float:
    """The shortest of three times: what else the machine does may only make one longer."""
    times = []
    for _ in range(3):
        start = perf_counter()
        stopped(text)
        times.append(perf_counter() - start)
    return min(times)


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
