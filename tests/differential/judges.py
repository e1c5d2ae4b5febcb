"""What smartlint and Google's implementation say of an expression, in a form in which the two can be compared."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from smartlint.policy.checker import Scope
from smartlint.policy.expression import Expression, value_of
from smartlint.policy.mistake import Failure, Mistake
from smartlint.policy.moments import Duration, Timestamp
from smartlint.policy.tree import Call, Chain, Comprehension, Conditional, Node, Select, walk
from smartlint.policy.types import ANY, Records, Type
from smartlint.policy.values import type_name

VARIABLES = ("i", "d", "s", "b", "l", "m", "n", "x")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SCOPE = Scope(dict.fromkeys(VARIABLES, ANY), Records({}))
_TYPES = {"BOOL": "bool", "INT": "int", "DOUBLE": "double", "STRING": "string", "NULL": "null_type", "TYPE": "type",
          "TIMESTAMP": "timestamp", "DURATION": "duration"}  # fmt: skip


class Said(NamedTuple):
    """``value`` with the type and the value, ``failed`` while evaluated, or ``refused`` before; why, in its own words."""

    what: str
    value: Any = None
    why: str = ""


def ours(text: str, bindings: Mapping[str, Any]) -> Said:
    """What smartlint says."""
    try:
        value = Expression(text, _SCOPE).value({name: value_of(bindings[name]) for name in VARIABLES})
    except Mistake as mistake:
        return Said("refused", why=str(mistake))
    except Failure as failure:
        return Said("failed", why=str(failure))
    return Said("value", _of_ours(value))


def _of_ours(value: Any) -> Any:
    if isinstance(value, list):
        return "list", [_of_ours(one) for one in value]
    if isinstance(value, dict):
        return "map", {repr(_of_ours(one)): _of_ours(found) for one, found in value.values()}
    if isinstance(value, (Timestamp, Duration)):
        return type_name(value), int(value.nanoseconds / 1000) if isinstance(value, Duration) else value.nanoseconds // 1000
    if isinstance(value, Type):
        return "type", value.name
    return type_name(value), "nan" if isinstance(value, float) and math.isnan(value) else value


@lru_cache
def _environment() -> Any:
    from cel_expr_python import cel  # type: ignore[import-untyped, import-not-found, unused-ignore]

    return cel.NewEnv(variables=dict.fromkeys(VARIABLES, cel.Type.DYN))


def theirs(text: str, bindings: Mapping[str, Any]) -> Said:
    """What Google's implementation says."""
    try:
        expression = _environment().compile(text)
    except Exception as error:
        return Said("refused", why=str(error).split("\n", 1)[0])
    try:
        result = expression.eval(data=dict(bindings))
        if str(result.type()) == "ERROR":
            return Said("failed", why=str(result.value()))
        return Said("value", _of_theirs(result))
    except Exception as error:
        return Said("failed", why=str(error).split("\n", 1)[0])


def _of_theirs(result: Any) -> Any:
    kind, value = str(result.type()), result.value()
    if kind.startswith("LIST"):
        return "list", [_of_theirs(one) for one in value]
    if kind.startswith("MAP"):
        return "map", {repr((_TYPES[{int: "INT", str: "STRING", bool: "BOOL"}[type(one)]], one)): _of_theirs(found)
                       for one, found in value.items()}  # fmt: skip
    if isinstance(value, datetime):
        return "timestamp", (value - _EPOCH) // timedelta(microseconds=1)
    if isinstance(value, timedelta):
        return "duration", value // timedelta(microseconds=1)
    if kind == "TYPE":
        name = str(value)
        return "type", "list" if name.startswith("LIST") else "map" if name.startswith("MAP") else _TYPES[name]
    return _TYPES[kind], "nan" if isinstance(value, float) and math.isnan(value) else value


def parts(node: Node) -> Counter[str]:
    """The operators, functions and macros of an expression, each as often as it stands there."""
    found: Counter[str] = Counter()
    for one in walk(node):
        if isinstance(one, Call):
            found[one.name] += 1
        elif isinstance(one, Chain):
            found["&&" if one.every else "||"] += 1
        elif isinstance(one, Conditional):
            found["?:"] += 1
        elif isinstance(one, Comprehension):
            found[one.macro] += 1
        elif isinstance(one, Select):
            found["has" if one.test else "."] += 1
    return found
