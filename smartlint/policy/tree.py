"""The tree of an expression: frozen, and every part knows its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from smartlint.record import dataclass
from smartlint.source import Span

Macro = Literal["all", "exists", "exists_one", "filter", "map"]


@dataclass(frozen=True)
class Node:
    """A part of an expression. ``depth`` is how many parts stand inside one another, itself included."""

    span: Span
    depth: int

    def parts(self) -> Iterator[Node]:
        """What it consists of, in order of place."""
        yield from ()


@dataclass(frozen=True)
class Constant(Node):
    """A literal: its value is None, a bool, an int, a float or a string."""

    value: Any


@dataclass(frozen=True)
class Name(Node):
    """A variable, or the name of a type."""

    name: str


@dataclass(frozen=True)
class Select(Node):
    """``operand.field``; ``field_span`` is where the field is named. With ``test`` it is ``has(operand.field)``."""

    operand: Node
    field: str
    field_span: Span
    test: bool = False

    def parts(self) -> Iterator[Node]:
        yield self.operand


@dataclass(frozen=True)
class Call(Node):
    """A function or an operator (``_+_``, ``!_``, ``_[_]``, ``@in``) with its arguments.

    ``name_span`` is where it is named. ``method``: it was called on its first argument.
    """

    name: str
    name_span: Span
    arguments: tuple[Node, ...]
    method: bool = False

    def parts(self) -> Iterator[Node]:
        yield from self.arguments


@dataclass(frozen=True)
class Chain(Node):
    """``a && b && …`` (``every``) or ``a || b || …``."""

    every: bool
    operands: tuple[Node, ...]

    def parts(self) -> Iterator[Node]:
        yield from self.operands


@dataclass(frozen=True)
class Conditional(Node):
    """``condition ? yes : no``."""

    condition: Node
    yes: Node
    no: Node

    def parts(self) -> Iterator[Node]:
        yield from (self.condition, self.yes, self.no)


@dataclass(frozen=True)
class Items(Node):
    """A list."""

    items: tuple[Node, ...]

    def parts(self) -> Iterator[Node]:
        yield from self.items


@dataclass(frozen=True)
class Entries(Node):
    """A map."""

    entries: tuple[tuple[Node, Node], ...]

    def parts(self) -> Iterator[Node]:
        for key, value in self.entries:
            yield key
            yield value


@dataclass(frozen=True)
class Comprehension(Node):
    """A macro over a list or the keys of a map; ``condition`` is there for all but ``map`` with two arguments."""

    macro: Macro
    over: Node
    variable: str
    variable_span: Span
    condition: Node | None
    result: Node | None

    def parts(self) -> Iterator[Node]:
        yield self.over
        if self.condition is not None:
            yield self.condition
        if self.result is not None:
            yield self.result


def free_names(node: Node) -> Iterator[Name]:
    """The names in an expression that no macro of its own gives."""
    waiting: list[tuple[Node, frozenset[str]]] = [(node, frozenset())]
    while waiting:
        node, bound = waiting.pop()
        if isinstance(node, Name) and node.name not in bound:
            yield node
        if isinstance(node, Comprehension):
            waiting.append((node.over, bound))
            inside = bound | {node.variable}
            waiting += [(one, inside) for one in (node.condition, node.result) if one is not None]
        else:
            waiting += [(one, bound) for one in node.parts()]


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.parts())
