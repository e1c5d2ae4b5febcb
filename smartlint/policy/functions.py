"""The functions and operators of expressions: what each takes, what it gives, and what it does."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from smartlint.policy import automaton, conversions, moments, values
from smartlint.policy.mistake import Exceeded, Failure
from smartlint.policy.moments import SECOND, Duration, Timestamp
from smartlint.policy.types import (
    ANY,
    BOOL,
    DOUBLE,
    DURATION,
    INT,
    STRING,
    TIMESTAMP,
    TYPE,
    Type,
    list_of,
    map_of,
)
from smartlint.policy.values import A_STEP, Spend

#: So many signs a text, and so many items a list, may have that an expression makes.
LONGEST_TEXT, MOST_ITEMS = 100_000, 10_000
_A, _B = Type("A"), Type("B")
_CLASSES = {
    "bool": bool, "int": int, "double": float, "string": str, "null_type": type(None), "timestamp": Timestamp,
    "duration": Duration, "type": Type, "list": list, "map": dict,
}  # fmt: skip
_DAY = 86_400 * SECOND
#: The steps that looking up a time zone counts for.
_ZONE = 300

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


# --- arithmetic -----------------------------------------------------------------------------------------------------


def _whole(run: Callable[[int, int], int]) -> Run:
    return lambda spend, one, other: conversions.in_range(run(one, other))


def _plain(run: Callable[..., Any]) -> Run:
    return lambda spend, *given: run(*given)


def _dear(run: Callable[..., Any], steps: int = 4) -> Run:
    """What takes longer than a step, however small its values are."""

    def pay(spend: Spend, *given: Any) -> Any:
        spend(steps)
        return run(*given)

    return pay


def _quotient(one: int, other: int) -> int:
    """Cut towards zero."""
    if other == 0:
        raise Failure("a number is divided by zero")
    whole = abs(one) // abs(other)
    return whole if (one < 0) == (other < 0) else -whole


def _remainder(one: int, other: int) -> int:
    """With the sign of the first number."""
    if other == 0:
        raise Failure("a number is divided by zero")
    conversions.in_range(_quotient(one, other))  # the least number by -1 overflows, as in CEL
    rest = abs(one) % abs(other)
    return -rest if one < 0 else rest


def _ratio(one: float, other: float) -> float:
    if other != 0:
        return one / other
    if one == 0 or one != one:
        return float("nan")
    return float("inf") * (1 if (one > 0) == (str(other)[0] != "-") else -1)


def _joined_texts(spend: Spend, one: str, other: str) -> str:
    size = len(one) + len(other)
    if size > LONGEST_TEXT:
        raise Exceeded("a text may have at most {limit} signs", limit=LONGEST_TEXT)
    spend(size // A_STEP)
    return one + other


def _joined_lists(spend: Spend, one: list[Any], other: list[Any]) -> list[Any]:
    size = len(one) + len(other)
    if size > MOST_ITEMS:
        raise Exceeded("a list may have at most {limit} items", limit=MOST_ITEMS)
    spend(size)
    return one + other


def _moved(sign: int) -> Run:
    return lambda spend, one, other: moments.timestamp(one.nanoseconds + sign * other.nanoseconds)


def _span_of(sign: int) -> Run:
    return lambda spend, one, other: moments.duration(one.nanoseconds + sign * other.nanoseconds)


# --- texts ----------------------------------------------------------------------------------------------------------


def _searching(run: Callable[[str, str], bool]) -> Run:
    def search(spend: Spend, text: str, part: str) -> bool:
        spend((len(text) + len(part)) // A_STEP)
        return run(text, part)

    return search


def _matches(spend: Spend, text: str, pattern: str) -> bool:
    return automaton.search(pattern, text, spend)


def _lower(spend: Spend, text: str) -> str:
    spend(len(text) // A_STEP)
    return text.lower()


def _size(spend: Spend, value: Any) -> int:
    return len(value)


# --- times ----------------------------------------------------------------------------------------------------------


def _parts() -> Iterator[tuple[str, Callable[[Any, int], int]]]:
    """The parts of a point in time that are asked for, counted as CEL counts them."""
    yield "getFullYear", lambda moment, year: year
    yield "getMonth", lambda moment, year: moment.month - 1
    yield "getDate", lambda moment, year: moment.day
    yield "getDayOfMonth", lambda moment, year: moment.day - 1
    yield "getDayOfWeek", lambda moment, year: moment.isoweekday() % 7
    yield "getDayOfYear", lambda moment, year: moment.timetuple().tm_yday - 1
    yield "getHours", lambda moment, year: moment.hour
    yield "getMinutes", lambda moment, year: moment.minute
    yield "getSeconds", lambda moment, year: moment.second


def _part(part: Callable[[Any, int], int]) -> tuple[Overload, Overload]:
    def in_zone(time: Timestamp, zone: str) -> int:
        return part(*time.moment(moments.zone_of(zone)))

    plain = Overload((TIMESTAMP,), INT, _dear(lambda time: part(*time.moment())), "method")
    return plain, Overload((TIMESTAMP, STRING), INT, _dear(in_zone, _ZONE), "method")


def _units_of(size: int) -> Overload:
    """A length of time in whole units, cut towards zero."""
    return Overload((DURATION,), INT, lambda spend, length: _quotient(length.nanoseconds, size), "method")


def _milliseconds(spend: Spend, value: Any, zone: str = "UTC") -> int:
    """Those that go beyond whole seconds."""
    spend(_ZONE if zone != "UTC" else 4)
    moments.zone_of(zone)
    return (
        _quotient(_remainder(value.nanoseconds, SECOND), 1_000_000)
        if isinstance(value, Duration)
        else (value.nanoseconds % SECOND // 1_000_000)
    )


def _add_days(spend: Spend, time: Timestamp, days: int) -> Timestamp:
    return moments.timestamp(time.nanoseconds + days * _DAY)


# --- the table ------------------------------------------------------------------------------------------------------


def _ordering(name: str, run: Callable[[Any, Any], bool]) -> Function:
    def compare(spend: Spend, one: Any, other: Any) -> bool:
        values.check_order(one, other, spend)
        return run(one, other)

    ordered = (BOOL, INT, DOUBLE, STRING, TIMESTAMP, DURATION)
    return Function(name, tuple(Overload((one, one), BOOL, compare) for one in ordered), compare)


def _functions() -> Iterator[Function]:
    equals = _plain(lambda one, other: one == other)
    yield Function("_==_", (Overload((_A, _A), BOOL, equals),), lambda spend, a, b: values.equal(a, b, spend))
    yield Function("_!=_", (Overload((_A, _A), BOOL, equals),), lambda spend, a, b: not values.equal(a, b, spend))
    yield _ordering("_<_", operator.lt)
    yield _ordering("_<=_", operator.le)
    yield _ordering("_>_", operator.gt)
    yield _ordering("_>=_", operator.ge)
    inside = _plain(lambda item, container: False)
    takes = (Overload((_A, list_of(_A)), BOOL, inside), Overload((_A, map_of(_A, _B)), BOOL, inside))
    yield Function("@in", takes, lambda spend, item, container: values.holds(container, item, spend))
    item = _plain(values.item_at)
    yield Function("_[_]", (Overload((list_of(_A), INT), _A, item), Overload((map_of(_A, _B), _A), _B, item)), item)
    yield Function("dyn", (Overload((_A,), ANY, _plain(lambda value: value)),), _plain(lambda value: value))
    yield Function("type", (Overload((_A,), TYPE, _plain(values.type_of)),), _plain(values.type_of))
    yield from _arithmetic()
    yield from _of_texts()
    yield from _of_times()


def _arithmetic() -> Iterator[Function]:
    yield Function("!_", (Overload((BOOL,), BOOL, _plain(operator.not_)),))
    negated = Overload((INT,), INT, lambda spend, one: conversions.in_range(-one))
    yield Function("-_", (negated, Overload((DOUBLE,), DOUBLE, _plain(operator.neg))))
    whole, double = (INT, INT), (DOUBLE, DOUBLE)
    yield Function(
        "_+_",
        (
            Overload(whole, INT, _whole(operator.add)),
            Overload(double, DOUBLE, _plain(operator.add)),
            Overload((STRING, STRING), STRING, _joined_texts),
            Overload((list_of(_A), list_of(_A)), list_of(_A), _joined_lists),
            Overload((TIMESTAMP, DURATION), TIMESTAMP, _moved(1)),
            Overload((DURATION, TIMESTAMP), TIMESTAMP, _moved(1)),
            Overload((DURATION, DURATION), DURATION, _span_of(1)),
        ),
    )
    yield Function(
        "_-_",
        (
            Overload(whole, INT, _whole(operator.sub)),
            Overload(double, DOUBLE, _plain(operator.sub)),
            Overload((TIMESTAMP, DURATION), TIMESTAMP, _moved(-1)),
            Overload((TIMESTAMP, TIMESTAMP), DURATION, _span_of(-1)),
            Overload((DURATION, DURATION), DURATION, _span_of(-1)),
        ),
    )
    yield Function("_*_", (Overload(whole, INT, _whole(operator.mul)), Overload(double, DOUBLE, _plain(operator.mul))))
    yield Function("_/_", (Overload(whole, INT, _whole(_quotient)), Overload(double, DOUBLE, _plain(_ratio))))
    yield Function("_%_", (Overload(whole, INT, _whole(_remainder)),))


def _of_texts() -> Iterator[Function]:
    yield Function("size", tuple(Overload((one,), INT, _size, "both") for one in (STRING, list_of(_A), map_of(_A, _B))))
    two = (STRING, STRING)
    yield Function("contains", (Overload(two, BOOL, _searching(lambda text, part: part in text), "method"),))
    yield Function("startsWith", (Overload(two, BOOL, _searching(str.startswith), "method"),))
    yield Function("endsWith", (Overload(two, BOOL, _searching(str.endswith), "method"),))
    yield Function("matches", (Overload(two, BOOL, _matches, "both"),))
    yield Function("lower", (Overload((STRING,), STRING, _lower, "both"),))
    for name, gives, run, takes in (
        ("string", STRING, conversions.to_string, (STRING, INT, DOUBLE, BOOL, TIMESTAMP, DURATION)),
        ("int", INT, conversions.to_int, (INT, DOUBLE, STRING, TIMESTAMP)),
        ("double", DOUBLE, conversions.to_double, (DOUBLE, INT, STRING)),
        ("bool", BOOL, conversions.to_bool, (BOOL, STRING)),
    ):
        overloads = tuple(Overload((one,), gives, _dear(run)) for one in takes)
        yield Function(name, overloads, hidden=(bool,) if name == "int" else ())


def _of_times() -> Iterator[Function]:
    same = _plain(lambda value: value)
    read = Overload((STRING,), TIMESTAMP, _dear(moments.read_timestamp))
    seconds = Overload((INT,), TIMESTAMP, _dear(conversions.to_timestamp))
    yield Function("timestamp", (read, seconds, Overload((TIMESTAMP,), TIMESTAMP, same)))
    length = Overload((STRING,), DURATION, _dear(moments.read_duration, 12))
    yield Function("duration", (length, Overload((DURATION,), DURATION, same)))
    yield Function("date", (Overload((STRING,), TIMESTAMP, _dear(moments.read_day)),))
    yield Function("addDays", (Overload((TIMESTAMP, INT), TIMESTAMP, _add_days, "both"),))
    sizes = {"getHours": 3600 * SECOND, "getMinutes": 60 * SECOND, "getSeconds": SECOND}
    for name, part in _parts():
        yield Function(name, (*_part(part), *([_units_of(sizes[name])] if name in sizes else [])))
    takes = ((TIMESTAMP,), (TIMESTAMP, STRING), (DURATION,))
    yield Function("getMilliseconds", tuple(Overload(one, INT, _milliseconds, "method") for one in takes))


#: Every function and operator by its name.
FUNCTIONS = {function.name: function for function in _functions()}
