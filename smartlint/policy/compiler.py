"""A checked tree becomes nested closures, once; each run of them counts its steps, and no clock.

Each part of an expression is worth a step. A macro pays for all parts of its body with each item that it goes over, and
what takes a time that depends on its values (comparing, joining, searching) pays by their size.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from smartlint.policy.automaton import automaton
from smartlint.policy.checker import SYMBOLS, dotted
from smartlint.policy.frame import Frame, Run, at, decided, no_bool
from smartlint.policy.functions import FUNCTIONS
from smartlint.policy.macros import counting, deciding, gathering, weight
from smartlint.policy.mistake import Failure
from smartlint.policy.overloads import Function
from smartlint.policy.tree import (
    Call,
    Chain,
    Comprehension,
    Conditional,
    Constant,
    Entries,
    Items,
    Name,
    Node,
    Select,
)
from smartlint.policy.types import NAMED
from smartlint.policy.values import field_of, has_field, key, quoted, type_name


class Compiler:
    """Compiles a tree; ``slots`` are the places of its variables in a frame."""

    def __init__(self, variables: Sequence[str]) -> None:
        self.slots = {name: slot for slot, name in enumerate(variables)}
        self.size = len(self.slots)

    def compile(self, node: Node) -> Run:
        match node:
            case Constant(value=value):
                return lambda frame: value
            case Name():
                return self._name(node)
            case Select():
                return self._select(node)
            case Call():
                return self._call(node)
            case Chain():
                return self._chain(node)
            case Conditional():
                return self._conditional(node)
            case Comprehension():
                return self._comprehension(node)
            case _:
                return self._container(node)

    def _name(self, node: Name) -> Run:
        slot = self.slots.get(node.name)
        if slot is None:
            kind = NAMED[node.name]
            return lambda frame: kind
        return lambda frame: frame[slot]

    def _select(self, node: Select) -> Run:
        path = dotted(node)
        if path in NAMED and path.partition(".")[0] not in self.slots:
            kind = NAMED[path]
            return lambda frame: kind
        operand, name, span = self.compile(node.operand), node.field, node.field_span
        look = has_field if node.test else field_of

        def select(frame: Frame) -> Any:
            value = operand(frame)
            try:
                return look(value, name)
            except Failure as failure:
                raise at(failure, span) from None

        return select

    # --- logic ------------------------------------------------------------------------------------------------------

    def _chain(self, node: Chain) -> Run:
        operands = [(self.compile(one), one.span) for one in node.operands]
        decides, symbol = not node.every, "&&" if node.every else "||"
        return lambda frame: decided(frame, operands, symbol, decides=decides)

    def _conditional(self, node: Conditional) -> Run:
        condition, yes, no = map(self.compile, node.parts())
        span = node.condition.span

        def choose(frame: Frame) -> Any:
            value = condition(frame)
            if value is True:
                return yes(frame)
            if value is False:
                return no(frame)
            raise no_bool(value, "? :", span)

        return choose

    # --- lists and maps ---------------------------------------------------------------------------------------------

    def _container(self, node: Node) -> Run:
        if isinstance(node, Entries):
            return self._map(node)
        assert isinstance(node, Items)
        if all(isinstance(item, Constant) for item in node.items):
            fixed = [item.value for item in node.items if isinstance(item, Constant)]
            return lambda frame: fixed
        items = [self.compile(item) for item in node.items]
        return lambda frame: [item(frame) for item in items]

    def _map(self, node: Entries) -> Run:
        entries = [(self.compile(one), self.compile(value), one.span) for one, value in node.entries]

        def make(frame: Frame) -> dict[Any, tuple[Any, Any]]:
            made: dict[Any, tuple[Any, Any]] = {}
            for of_key, of_value, span in entries:
                found = of_key(frame)
                if isinstance(found, float):
                    raise Failure("a value of the type `{type}` is no key of a map", span, type="double")
                try:
                    place = key(found)
                except Failure as failure:
                    raise at(failure, span) from None
                if place in made:
                    raise Failure("the map has the key {key} twice", span, key=quoted(found))
                made[place] = found, of_value(frame)
            return made

        return make

    # --- functions --------------------------------------------------------------------------------------------------

    def _call(self, node: Call) -> Run:
        if node.name == "matches" and isinstance(node.arguments[1], Constant):
            prepared = self._prepared(node)
            if prepared is not None:
                return prepared
        function = FUNCTIONS[node.name]
        arguments = [self.compile(argument) for argument in node.arguments]
        if function.any_value is not None and function.name in ("_==_", "_!=_") and len(arguments) == 2:
            return self._unfailing(function, arguments)
        return self._applied(node, function, arguments)

    def _unfailing(self, function: Function, arguments: Sequence[Run]) -> Run:
        """Equality takes everything, and the sooner the simple values, of which there are most."""
        left, right = arguments
        run = function.any_value
        assert run is not None
        wanted = function.name == "_==_"

        def compare(frame: Frame) -> bool:
            one, other = left(frame), right(frame)
            if type(one) is type(other) is int:
                return (one == other) is wanted
            return bool(run(frame.spend, one, other))

        return compare

    def _applied(self, node: Call, function: Function, arguments: Sequence[Run]) -> Run:
        table, any_value, span = function.by_classes, function.any_value, node.name_span

        def apply(frame: Frame) -> Any:
            given = [argument(frame) for argument in arguments]
            run = table.get(tuple(map(type, given)), any_value)
            if run is None:
                types = ", ".join(map(type_name, given))
                raise Failure("`{name}` does not take ({given})", span, name=SYMBOLS.get(node.name, node.name), given=types)
            try:
                return run(frame.spend, *given)
            except Failure as failure:
                raise at(failure, span) from None

        return apply

    def _prepared(self, node: Call) -> Run | None:
        """A search for a pattern that is known before; None where it is none, so that it fails when it is used."""
        text, pattern = node.arguments
        assert isinstance(pattern, Constant)
        try:
            found = automaton(pattern.value) if isinstance(pattern.value, str) else None
        except Failure:
            found = None
        if found is None:
            return None
        of_text, span = self.compile(text), node.name_span

        def match(frame: Frame) -> bool:
            value = of_text(frame)
            if type(value) is not str:
                raise Failure("`{name}` does not take ({given})", span, name="matches", given=f"{type_name(value)}, string")
            return found.search(value, frame.spend)

        return match

    # --- macros -----------------------------------------------------------------------------------------------------

    def _comprehension(self, node: Comprehension) -> Run:
        over = self.compile(node.over)
        slot, hidden = self.size, self.slots.get(node.variable)
        self.size += 1
        self.slots[node.variable] = slot
        condition = self.compile(node.condition) if node.condition is not None else None
        result = self.compile(node.result) if node.result is not None else None
        if hidden is None:
            del self.slots[node.variable]
        else:
            self.slots[node.variable] = hidden
        price = sum(weight(part) for part in (node.condition, node.result) if part is not None) + 1
        span = node.over.span

        def items(frame: Frame) -> Any:
            value = over(frame)
            if type(value) is list:
                return value
            if type(value) is dict:
                return [one for one, _ in value.values()]
            text = "`{macro}` does not go over a value of the type `{type}`"
            raise Failure(text, span, macro=node.macro, type=type_name(value))

        if node.macro in ("filter", "map"):
            return gathering(node, items, slot, price, condition, result)
        assert condition is not None
        if node.macro == "exists_one":
            return counting(node, items, slot, price, condition)
        return deciding(node, items, slot, price, condition)
