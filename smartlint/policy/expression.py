"""Expressions: read, checked and compiled once, evaluated as often as there is something to judge."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from smartlint.policy.checker import Scope, check
from smartlint.policy.compiler import Compiler
from smartlint.policy.conversions import in_range
from smartlint.policy.frame import Frame
from smartlint.policy.macros import weight
from smartlint.policy.mistake import Failure, Mistake
from smartlint.policy.moments import Duration, Timestamp
from smartlint.policy.parser import parse
from smartlint.policy.tree import Node
from smartlint.policy.types import ANY, Type
from smartlint.policy.values import Record, map_from

#: The steps that an expression may take in one evaluation.
STEPS = 30_000
#: So deep lists and maps that are given may stand in one another.
_DEEPEST = 60


class Expression:
    """An expression with the type of its value; ``wanted`` is the type it must have. Raises ``Mistake`` when it is made."""

    def __init__(self, text: str, scope: Scope, wanted: Type = ANY) -> None:
        self.text = text
        self.tree: Node = parse(text)
        self.type = check(self.tree, scope)
        if ANY not in (wanted, self.type) and self.type != wanted:
            text = "this must be `{wanted}`, and is `{found}`"
            raise Mistake(text, self.tree.span, wanted=str(wanted), found=str(self.type))
        self._variables = tuple(scope.variables)
        compiler = Compiler(self._variables)
        self._run = compiler.compile(self.tree)
        self._size = compiler.size
        self._price = weight(self.tree)

    def value(self, variables: Mapping[str, Any], steps: int = STEPS) -> Any:
        """The value, of these values of the variables. Raises ``Failure``, ``Exceeded`` where it takes more steps."""
        frame = Frame([None] * self._size)
        for slot, name in enumerate(self._variables):
            frame[slot] = variables[name]
        frame.steps = steps
        frame.spend(self._price)
        return self._run(frame)


def value_of(given: Any, depth: int = _DEEPEST) -> Any:
    """What JSON and TOML have as a value of expressions: days and points in time are timestamps."""
    if given is None or isinstance(given, (bool, float, str)):
        return given
    if isinstance(given, int):
        return in_range(given)
    if isinstance(given, datetime):
        from datetime import UTC

        moment = given if given.tzinfo else given.replace(tzinfo=UTC)
        since = moment - datetime(1970, 1, 1, tzinfo=UTC)
        return Timestamp(((since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds) * 1_000)
    if isinstance(given, date):
        return Timestamp.of_day(given)
    if isinstance(given, time):
        return given.isoformat()
    if depth == 0:
        raise Failure("the data are nested too deep")
    if isinstance(given, Mapping):
        return map_from((name, value_of(one, depth - 1)) for name, one in given.items())
    return [value_of(one, depth - 1) for one in given]


def plain(value: Any, depth: int = 3) -> Any:
    """A value as JSON has it: times as texts, types by their names, what is no number of JSON's as a text."""
    if isinstance(value, list):
        return [plain(one, depth) for one in value]
    if isinstance(value, dict):
        return {_key(one): plain(found, depth) for one, found in value.values()}
    if isinstance(value, Record):
        if depth == 0:
            return value.type_name
        return {name: plain(value.field(name), depth - 1) for name in value.names()}
    if isinstance(value, (Timestamp, Duration, Type)):
        return str(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def _key(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
