"""The values of expressions: what they are, whether two are equal, which is less, and how they are written.

Whole numbers, numbers, texts, truth and null are Python's; a list is a ``list``; a map is a ``dict`` by ``key`` of its
pairs, for Python takes 1 and True for the same key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from smartlint.policy.mistake import Failure
from smartlint.policy.moments import Duration, Timestamp
from smartlint.policy.types import BOOL, DOUBLE, DURATION, INT, NULL, STRING, TIMESTAMP, TYPE, Type

Pairs = dict[Any, tuple[Any, Any]]
#: Takes a number of steps from what an expression may take.
Spend = Callable[[int], None]
_TYPES = {
    bool: BOOL, int: INT, float: DOUBLE, str: STRING, type(None): NULL, Timestamp: TIMESTAMP, Duration: DURATION, Type: TYPE,
    list: Type("list"), dict: Type("map"),
}  # fmt: skip
_ORDERED = (bool, str, Timestamp, Duration)
#: So many code points are compared, searched or copied in a step.
A_STEP = 32


class Record:
    """A part of the goal model: the name of its type, and its fields, each made when it is asked for."""

    __slots__ = ("_made", "_makers", "of", "type_name")

    def __init__(self, type_name: str, of: Any, makers: Mapping[str, Callable[[Any], Any]]) -> None:
        self.type_name = type_name
        self.of = of
        self._makers = makers
        self._made: dict[str, Any] = {}

    def field(self, name: str) -> Any:
        """The value of a field; raises ``KeyError`` where there is none of this name."""
        if name not in self._made:
            self._made[name] = self._makers[name](self.of)
        return self._made[name]

    def names(self) -> Iterable[str]:
        return self._makers.keys()


def type_of(value: Any) -> Type:
    """The type of a value, without that of its items."""
    return Type(value.type_name) if type(value) is Record else _TYPES[type(value)]


def type_name(value: Any) -> str:
    return type_of(value).name


def key(value: Any) -> Any:
    """A map's key as it is looked up: 1 and 1.0 are one key, 1 and true are two."""
    kind = type(value)
    if kind is str or kind is int:
        return value
    if kind is bool:
        return (value,)
    if kind is float:
        return int(value) if value.is_integer() else None
    raise Failure("a value of the type `{type}` is no key of a map", type=type_name(value))


def map_from(pairs: Iterable[tuple[Any, Any]]) -> Pairs:
    """A map of pairs of keys and values."""
    return {key(one): (one, value) for one, value in pairs}


def equal(one: Any, other: Any, spend: Spend) -> bool:
    """Whether two values are equal; numbers of both types are compared by their value, other types are never equal."""
    kind, other_kind = type(one), type(other)
    if kind is not other_kind:
        return {kind, other_kind} == {int, float} and bool(one == other)
    if kind is list:
        spend(len(one) + 1)
        return len(one) == len(other) and all(equal(*pair, spend) for pair in zip(one, other, strict=True))
    if kind is dict:
        spend(len(one) + 1)
        return one.keys() == other.keys() and all(equal(one[at][1], other[at][1], spend) for at in one)
    if kind is Record:
        return one is other or (one.type_name == other.type_name and one.of == other.of)
    if kind is str:
        spend(min(len(one), len(other)) // A_STEP)
    return bool(one == other)


def check_order(one: Any, other: Any, spend: Spend) -> None:
    """Raises ``Failure`` for two values of which none comes first."""
    kind, other_kind = type(one), type(other)
    if kind is not other_kind or kind not in _ORDERED:
        if not (kind in (int, float) and other_kind in (int, float)):
            raise Failure("`{one}` and `{other}` have no order", one=type_name(one), other=type_name(other))
    elif kind is str:
        spend(min(len(one), len(other)) // A_STEP)


def holds(container: Any, item: Any, spend: Spend) -> bool:
    """``item in container``: an item of a list, or a key of a map."""
    if type(container) is list:
        spend(len(container))
        return any(equal(item, one, spend) for one in container)
    if type(container) is dict:
        wanted = key(item)
        return wanted is not None and wanted in container
    raise Failure("`in` looks into a list or a map, not into a value of the type `{type}`", type=type_name(container))


def item_at(container: Any, index: Any) -> Any:
    """``container[index]``."""
    kind = type(index)
    if type(container) is dict:
        wanted = key(index)
        if wanted is None or wanted not in container:
            raise Failure("the map has no key {key}", key=quoted(index))
        return container[wanted][1]
    if type(container) is not list:
        raise Failure("a value of the type `{type}` has no items", type=type_name(container))
    if kind is float and index.is_integer():
        index = int(index)
    elif kind is not int:
        raise Failure("the place in a list is a whole number, not a value of the type `{type}`", type=type_name(index))
    if not 0 <= index < len(container):
        raise Failure("the list has no item {index}: it has {count}", index=str(index), count=len(container))
    return container[index]


def quoted(value: Any) -> str:
    """A key as a message names it."""
    return f"`{value[:40]}`" if isinstance(value, str) else f"`{str(value).lower()}`"


def field_of(value: Any, name: str) -> Any:
    """``value.name``."""
    if type(value) is Record:
        try:
            return value.field(name)
        except KeyError:
            raise Failure("`{type}` has no field `{field}`", type=value.type_name, field=name) from None
    if type(value) is dict:
        return item_at(value, name)
    raise Failure("a value of the type `{type}` has no field `{field}`", type=type_name(value), field=name)


def has_field(value: Any, name: str) -> bool:
    """``has(value.name)``: whether a map has the key, and whether a field of the goal model says anything."""
    if type(value) is dict:
        return name in value
    said = field_of(value, name)
    return said is not None and said != "" and said != [] and said != {}
