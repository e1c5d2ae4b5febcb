"""How the fields of the goal model are told to expressions: the type of each, and what makes its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from smartlint.policy.types import Type, list_of, or_null
from smartlint.policy.values import Record

Field: TypeAlias = tuple[Type, Callable[[Any], Any]]
Fields: TypeAlias = Mapping[str, Field]

#: The fields of each record by the name of its type; filled by the modules that define them.
SCHEMA: dict[str, Fields] = {}
_MAKERS: dict[str, Mapping[str, Callable[[Any], Any]]] = {}


def define(kind: Type, fields: Fields) -> None:
    """Says which fields the records of a type have."""
    SCHEMA[kind.name] = fields
    _MAKERS[kind.name] = {name: make for name, (_, make) in fields.items()}


def own(kind: Type, *names: str) -> dict[str, Field]:
    """Fields that are attributes of the same name."""

    def maker(name: str) -> Callable[[Any], Any]:
        return lambda of: getattr(of, name)

    return {name: (kind, maker(name)) for name in names}


class Within:
    """A part with the whole that it stands in: a goal in its document, the facts of one in their project."""

    __slots__ = ("part", "whole")

    def __init__(self, whole: Any, part: Any) -> None:
        self.whole = whole
        self.part = part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Within) and other.part is self.part

    __hash__ = None  # type: ignore[assignment]


def of_part(fields: Fields) -> Fields:
    """Fields of a part as those of the part within its whole."""

    def within(make: Callable[[Any], Any]) -> Callable[[Within], Any]:
        return lambda of: make(of.part)

    return {name: (kind, within(make)) for name, (kind, make) in fields.items()}


def record(kind: Type, of: Any) -> Record:
    """Something as expressions see it."""
    return Record(kind.name, of, _MAKERS[kind.name])


def record_or_null(kind: Type, of: Any) -> Record | None:
    return None if of is None else record(kind, of)


def records(kind: Type, parts: Any) -> list[Record]:
    return [record(kind, part) for part in parts]


def part(kind: Type, name: str) -> Field:
    """A field that is a record, or null."""
    return or_null(kind), lambda of: record_or_null(kind, getattr(of, name))


def parts(kind: Type, name: str) -> Field:
    """A field that is a list of records."""
    return list_of(kind), lambda of: records(kind, getattr(of, name))
