"""How functions and operators are described: what each takes, what it gives, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Literal

from smartlint.policy.moments import Duration, Timestamp
from smartlint.policy.types import Type
from smartlint.policy.values import Spend
from smartlint.record import dataclass

A, B = Type("A"), Type("B")
_CLASSES = {
    "bool": bool, "int": int, "double": float, "string": str, "null_type": type(None), "timestamp": Timestamp,
    "duration": Duration, "type": Type, "list": list, "map": dict,
}  # fmt: skip

#: ``f(x)``, ``x.f()`` or both.
Style = Literal["function", "method", "both"]
Run = Callable[..., Any]


@dataclass(frozen=True)
class Overload:
    """A signature of a function: the types it takes, the type it gives, and what it does with a ``Spend`` and the values."""

    takes: tuple[Type, ...]
    gives: Type
    run: Run
    style: Style = "function"


@dataclass(frozen=True)
class Function:
    """A function with its overloads; ``any_value`` runs where the types of the values decide nothing.

    ``hidden`` are classes of a value whose type is only known while it is evaluated, and which the function takes too.
    """

    name: str
    overloads: tuple[Overload, ...]
    any_value: Run | None = None
    hidden: tuple[type, ...] = ()

    def called(self, *, method: bool) -> tuple[Overload, ...]:
        """The overloads that may be called so."""
        other = "function" if method else "method"
        return tuple(one for one in self.overloads if one.style != other)

    @cached_property
    def by_classes(self) -> dict[tuple[type, ...], Run]:
        """What is done, by the classes of the values; empty where those decide nothing."""
        if self.any_value is not None:
            return {}
        known = {tuple(_CLASSES[one.name] for one in overload.takes): overload.run for overload in self.overloads}
        return {**dict.fromkeys(((one,) for one in self.hidden), self.overloads[0].run), **known}


def plain(run: Callable[..., Any]) -> Run:
    """What takes a step, whatever its values are."""
    return lambda spend, *given: run(*given)


def dear(run: Callable[..., Any], steps: int = 4) -> Run:
    """What takes longer than a step, however small its values are."""

    def pay(spend: Spend, *given: Any) -> Any:
        spend(steps)
        return run(*given)

    return pay
