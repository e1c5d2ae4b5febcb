"""The arithmetic of expressions: numbers of 64 bits, texts and lists that are joined, times that are moved."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

from smartlint.policy import moments
from smartlint.policy.conversions import in_range
from smartlint.policy.mistake import Exceeded, Failure
from smartlint.policy.overloads import A, Function, Overload, Run, plain
from smartlint.policy.types import BOOL, DOUBLE, DURATION, INT, STRING, TIMESTAMP, list_of
from smartlint.policy.values import A_STEP, Spend

#: So many signs a text, and so many items a list, may have that an expression makes.
LONGEST_TEXT, MOST_ITEMS = 100_000, 10_000


def _whole(run: Callable[[int, int], int]) -> Run:
    return lambda spend, one, other: in_range(run(one, other))


def quotient(one: int, other: int) -> int:
    """Cut towards zero."""
    if other == 0:
        raise Failure("a number is divided by zero")
    whole = abs(one) // abs(other)
    return whole if (one < 0) == (other < 0) else -whole


def remainder(one: int, other: int) -> int:
    """With the sign of the first number."""
    if other == 0:
        raise Failure("a number is divided by zero")
    in_range(quotient(one, other))  # the least number by -1 overflows, as in CEL
    rest = abs(one) % abs(other)
    return -rest if one < 0 else rest


def _ratio(one: float, other: float) -> float:
    if other != 0:
        return one / other
    if one == 0 or one != one:
        return float("nan")
    return float("inf") * (1 if (one > 0) == (str(other)[0] != "-") else -1)


def _joined_texts(spend: Spend, one: str, other: str) -> str:
    size = len(one) + len(other)
    if size > LONGEST_TEXT:
        raise Exceeded("a text may have at most {limit} signs", limit=LONGEST_TEXT)
    spend(size // A_STEP)
    return one + other


def _joined_lists(spend: Spend, one: list[Any], other: list[Any]) -> list[Any]:
    size = len(one) + len(other)
    if size > MOST_ITEMS:
        raise Exceeded("a list may have at most {limit} items", limit=MOST_ITEMS)
    spend(size)
    return one + other


def _moved(sign: int) -> Run:
    return lambda spend, one, other: moments.timestamp(one.nanoseconds + sign * other.nanoseconds)


def _span_of(sign: int) -> Run:
    return lambda spend, one, other: moments.duration(one.nanoseconds + sign * other.nanoseconds)


def arithmetic() -> Iterator[Function]:
    yield Function("!_", (Overload((BOOL,), BOOL, plain(operator.not_)),))
    negated = Overload((INT,), INT, lambda spend, one: in_range(-one))
    yield Function("-_", (negated, Overload((DOUBLE,), DOUBLE, plain(operator.neg))))
    whole, double = (INT, INT), (DOUBLE, DOUBLE)
    yield Function(
        "_+_",
        (
            Overload(whole, INT, _whole(operator.add)),
            Overload(double, DOUBLE, plain(operator.add)),
            Overload((STRING, STRING), STRING, _joined_texts),
            Overload((list_of(A), list_of(A)), list_of(A), _joined_lists),
            Overload((TIMESTAMP, DURATION), TIMESTAMP, _moved(1)),
            Overload((DURATION, TIMESTAMP), TIMESTAMP, _moved(1)),
            Overload((DURATION, DURATION), DURATION, _span_of(1)),
        ),
    )
    yield Function(
        "_-_",
        (
            Overload(whole, INT, _whole(operator.sub)),
            Overload(double, DOUBLE, plain(operator.sub)),
            Overload((TIMESTAMP, DURATION), TIMESTAMP, _moved(-1)),
            Overload((TIMESTAMP, TIMESTAMP), DURATION, _span_of(-1)),
            Overload((DURATION, DURATION), DURATION, _span_of(-1)),
        ),
    )
    yield Function("_*_", (Overload(whole, INT, _whole(operator.mul)), Overload(double, DOUBLE, plain(operator.mul))))
    yield Function("_/_", (Overload(whole, INT, _whole(quotient)), Overload(double, DOUBLE, plain(_ratio))))
    yield Function("_%_", (Overload(whole, INT, _whole(remainder)),))
