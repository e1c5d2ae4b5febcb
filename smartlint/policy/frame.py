"""What closures share: the values of the variables, the steps that are left, and how a part of an expression fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


def decided(frame: Frame, parts: Iterable[tuple[Run, Span]], where: str, *, decides: bool) -> bool:
    """Whether one of the parts is what decides; that wins over one that fails, wherever it stands."""
    value: object
    failed: Failure | None = None
    for run, span in parts:
        try:
            value = run(frame)
        except Exceeded:
            raise
        except Failure as failure:
            failed = failed or failure
            continue
        if value is decides:
            return decides
        if type(value) is not bool:
            failed = failed or no_bool(value, where, span)
    if failed is not None:
        raise failed
    return not decides


def no_bool(value: Any, where: str, span: Span) -> Failure:
    return Failure(
        "`{where}` takes `{wanted}`, and this is `{found}`", span, where=where, wanted="bool", found=type_name(value)
    )
