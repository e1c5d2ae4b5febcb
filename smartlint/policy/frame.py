"""What closures share: the values of the variables, the steps that are left, and how a part of an expression fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from smartlint.policy.mistake import Exceeded, Failure
from smartlint.policy.values import type_name
from smartlint.source import Span


class Frame(list[Any]):
    """The values of the variables by their slots, and the steps that are left."""

    __slots__ = ("steps",)

    def spend(self, steps: int) -> None:
        """Raises ``Exceeded`` when too many were taken."""
        self.steps -= steps
        if self.steps < 0:
            raise Exceeded("the expression takes too many steps")

    steps: int


Run: TypeAlias = Callable[[Frame], Any]


def at(failure: Failure, span: Span) -> Failure:
    if failure.span is None:
        failure.span = span
    return failure


def no_bool(value: Any, where: str, span: Span) -> Failure:
    return Failure("`{where}` takes a `bool`, and this is a `{found}`", span, where=where, found=type_name(value))
