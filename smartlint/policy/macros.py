"""The macros over lists and maps, as closures: each item is paid for before its body is evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smartlint.policy.arithmetic import MOST_ITEMS
from smartlint.policy.frame import Frame, Run, decided, no_bool
from smartlint.policy.mistake import Exceeded
from smartlint.policy.tree import Comprehension, Node, walk
from smartlint.source import Span


def weight(node: Node) -> int:
    """The steps that a part is worth when it is evaluated once, without the bodies of its macros."""
    inside = {id(part) for one in walk(node) if isinstance(one, Comprehension) for body in (one.condition, one.result)
              if body is not None for part in walk(body)}  # fmt: skip
    return sum(id(part) not in inside for part in walk(node))


def deciding(node: Comprehension, items: Run, slot: int, price: int, condition: Run) -> Run:
    """``all`` and ``exists``."""
    part = condition, node.condition.span if node.condition is not None else node.span

    def each(frame: Frame) -> Iterator[tuple[Run, Span]]:
        for item in items(frame):
            frame.spend(price)
            frame[slot] = item
            yield part

    decides = node.macro == "exists"
    return lambda frame: decided(frame, each(frame), node.macro, decides=decides)


def counting(node: Comprehension, items: Run, slot: int, price: int, condition: Run) -> Run:
    span = node.condition.span if node.condition is not None else node.span

    def count(frame: Frame) -> bool:
        found = 0
        for item in items(frame):
            frame.spend(price)
            frame[slot] = item
            value = condition(frame)
            if type(value) is not bool:
                raise no_bool(value, node.macro, span)
            found += value
        return found == 1

    return count


def gathering(node: Comprehension, items: Run, slot: int, price: int, condition: Run | None, result: Run | None) -> Run:
    """``filter`` and ``map``."""
    span = node.condition.span if node.condition is not None else node.span

    def gather(frame: Frame) -> list[Any]:
        made: list[Any] = []
        for item in items(frame):
            frame.spend(price)
            frame[slot] = item
            if condition is not None:
                value = condition(frame)
                if value is False:
                    continue
                if value is not True:
                    raise no_bool(value, node.macro, span)
            made.append(item if result is None else result(frame))
        if len(made) > MOST_ITEMS:
            raise Exceeded("a list may have at most {limit} items", node.span, limit=MOST_ITEMS)
        return made

    return gather
