"""The types of expressions, and which of them may stand where another is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smartlint.record import dataclass


@dataclass(frozen=True)
class Type:
    """A type by its name, with the types of its items (``list``: one; ``map``: of keys and values; ``or null``: one)."""

    name: str
    of: tuple[Type, ...] = ()

    def __str__(self) -> str:
        if self.name == "or null":
            return f"{self.of[0]} or null"
        return f"{self.name}({', '.join(map(str, self.of))})" if self.of else self.name


ANY = Type("any")
BOOL, INT, DOUBLE, STRING, NULL = Type("bool"), Type("int"), Type("double"), Type("string"), Type("null_type")
TIMESTAMP, DURATION, TYPE = Type("timestamp"), Type("duration"), Type("type")
#: Names that stand for a type in an expression, as ``type(x) == int`` has it.
NAMED = {
    "bool": BOOL, "int": INT, "double": DOUBLE, "string": STRING, "null_type": NULL, "list": Type("list"), "map": Type("map"),
    "type": TYPE, "google.protobuf.Timestamp": TIMESTAMP, "google.protobuf.Duration": DURATION,
}  # fmt: skip
#: Types that CEL has and this subset has not.
REFUSED = frozenset(("uint", "bytes"))


_NEVER_NULL = frozenset(("bool", "int", "double", "string", "type", "list", "map"))


def list_of(item: Type) -> Type:
    return Type("list", (item,))


def map_of(key: Type, value: Type) -> Type:
    return Type("map", (key, value))


def or_null(one: Type) -> Type:
    """The type of what may be missing; then it is null."""
    return Type("or null", (one,))


class Records:
    """The records that expressions may look into: the types of their fields by name, by the name of the record."""

    def __init__(self, fields: Mapping[str, Mapping[str, Type]]) -> None:
        self._fields = fields

    def fields(self, one: Type) -> Mapping[str, Type] | None:
        """The fields of a record's type; None where it is no record."""
        return self._fields.get(one.name)

    def names(self) -> Iterable[str]:
        return self._fields.keys()


class Unifier:
    """What the open types of an expression turn out to be. An open type is named ``?`` and a number, or a letter."""

    def __init__(self) -> None:
        self._known: dict[Type, Type] = {}
        self._opened = 0

    def open(self) -> Type:
        """A type that is not known yet."""
        self._opened += 1
        return Type(f"?{self._opened}")

    def fresh(self, signature: tuple[Type, ...]) -> tuple[Type, ...]:
        """A signature whose letters stand for types of this use alone."""
        letters: dict[str, Type] = {}
        return tuple(self._fresh(one, letters) for one in signature)

    def _fresh(self, one: Type, letters: dict[str, Type]) -> Type:
        if len(one.name) == 1:
            return letters.setdefault(one.name, self.open())
        return Type(one.name, tuple(self._fresh(part, letters) for part in one.of)) if one.of else one

    def found(self, one: Type) -> Type:
        """A type as far as it is known now."""
        while one in self._known:
            one = self._known[one]
        return Type(one.name, tuple(map(self.found, one.of))) if one.of else one

    def settled(self, one: Type) -> Type:
        """A type in which what is still open may be anything."""
        one = self.found(one)
        return ANY if _is_open(one) else Type(one.name, tuple(map(self.settled, one.of)))

    def accepts(self, wanted: Type, given: Type) -> bool:
        """Whether a value of one type may stand where the other is asked for; open types are found out by that."""
        before = dict(self._known)
        if self._fits(wanted, given):
            return True
        self._known = before
        return False

    def accept_all(self, wanted: tuple[Type, ...], given: tuple[Type, ...]) -> bool:
        """The same of several types at once, one by one."""
        before = dict(self._known)
        if len(wanted) == len(given) and all(map(self._fits, wanted, given)):
            return True
        self._known = before
        return False

    def _fits(self, wanted: Type, given: Type) -> bool:
        if _is_open(wanted):
            return self._bind(wanted, given)
        if _is_open(given):
            return self._bind(given, wanted)
        if ANY in (wanted, given):
            return True
        if "or null" in (wanted.name, given.name):
            return self._fits_missing(wanted, given)
        if NULL in (wanted, given):
            return (given if wanted == NULL else wanted).name not in _NEVER_NULL
        same = wanted.name == given.name and len(wanted.of) == len(given.of)
        return same and all(map(self._fits, wanted.of, given.of))

    def _fits_missing(self, wanted: Type, given: Type) -> bool:
        if wanted.name == given.name:
            return self._fits(wanted.of[0], given.of[0])
        missing, other = (wanted, given) if wanted.name == "or null" else (given, wanted)
        return other == NULL or self._fits(missing.of[0], other)

    def _bind(self, hole: Type, other: Type) -> bool:
        """An open type and what it meets: the more general of the two is kept."""
        other = self.found(other)
        if hole == other:
            return True
        bound = self._known.get(hole)
        if bound is None:
            if _refers(other, hole):
                return False
            self._known[hole] = other
            return True
        if not self._fits(bound, other):
            return False
        if not _is_open(bound) and self._is_wider(other, bound):
            self._known[hole] = other
        return True

    def _is_wider(self, one: Type, other: Type) -> bool:
        if one == ANY:
            return True
        if one.name == "or null" and other.name != "or null":
            return True
        if one.name != other.name or _is_open(one):
            return False
        return any(map(self._is_wider, map(self.found, one.of), map(self.found, other.of)))

    def joined(self, types: list[Type]) -> Type:
        """The type of items that stand in one list: their own if all have it, else any."""
        if not types:
            return self.open()
        first = types[0]
        for other in types[1:]:
            if not self.accepts(first, other):
                return ANY
            if not _is_open(first) and self._is_wider(self.found(other), self.found(first)):
                first = other
        return first


def _is_open(one: Type) -> bool:
    return one.name[0] == "?"


def _refers(one: Type, hole: Type) -> bool:
    return one == hole or any(_refers(part, hole) for part in one.of)
