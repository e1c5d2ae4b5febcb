"""The functions and operators of expressions, by their names."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

from smartlint.policy import automaton, conversions, moments, values
from smartlint.policy.arithmetic import arithmetic, quotient, remainder
from smartlint.policy.moments import SECOND, Duration, Timestamp
from smartlint.policy.overloads import A, B, Function, Overload, Run, dear, plain
from smartlint.policy.types import ANY, BOOL, DOUBLE, DURATION, INT, STRING, TIMESTAMP, TYPE, list_of, map_of
from smartlint.policy.values import A_STEP, Spend

_DAY = 86_400 * SECOND
#: The steps that looking up a time zone counts for.
_ZONE = 300


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

    in_utc = Overload((TIMESTAMP,), INT, dear(lambda time: part(*time.moment())), "method")
    return in_utc, Overload((TIMESTAMP, STRING), INT, dear(in_zone, _ZONE), "method")


def _units_of(size: int) -> Overload:
    """A length of time in whole units, cut towards zero."""
    return Overload((DURATION,), INT, lambda spend, length: quotient(length.nanoseconds, size), "method")


def _milliseconds(spend: Spend, value: Any, zone: str = "UTC") -> int:
    """Those that go beyond whole seconds."""
    spend(_ZONE if zone != "UTC" else 4)
    moments.zone_of(zone)
    return (
        quotient(remainder(value.nanoseconds, SECOND), 1_000_000)
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
    equals = plain(lambda one, other: one == other)
    yield Function("_==_", (Overload((A, A), BOOL, equals),), lambda spend, a, b: values.equal(a, b, spend))
    yield Function("_!=_", (Overload((A, A), BOOL, equals),), lambda spend, a, b: not values.equal(a, b, spend))
    yield _ordering("_<_", operator.lt)
    yield _ordering("_<=_", operator.le)
    yield _ordering("_>_", operator.gt)
    yield _ordering("_>=_", operator.ge)
    inside = plain(lambda item, container: False)
    takes = (Overload((A, list_of(A)), BOOL, inside), Overload((A, map_of(A, B)), BOOL, inside))
    yield Function("@in", takes, lambda spend, item, container: values.holds(container, item, spend))
    item = plain(values.item_at)
    yield Function("_[_]", (Overload((list_of(A), INT), A, item), Overload((map_of(A, B), A), B, item)), item)
    yield Function("dyn", (Overload((A,), ANY, plain(lambda value: value)),), plain(lambda value: value))
    yield Function("type", (Overload((A,), TYPE, plain(values.type_of)),), plain(values.type_of))
    yield from arithmetic()
    yield from _of_texts()
    yield from _of_times()


def _of_texts() -> Iterator[Function]:
    yield Function("size", tuple(Overload((one,), INT, _size, "both") for one in (STRING, list_of(A), map_of(A, B))))
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
        overloads = tuple(Overload((one,), gives, dear(run)) for one in takes)
        yield Function(name, overloads, hidden=(bool,) if name == "int" else ())


def _of_times() -> Iterator[Function]:
    same = plain(lambda value: value)
    read = Overload((STRING,), TIMESTAMP, dear(moments.read_timestamp, 8))
    seconds = Overload((INT,), TIMESTAMP, dear(conversions.to_timestamp))
    yield Function("timestamp", (read, seconds, Overload((TIMESTAMP,), TIMESTAMP, same)))
    length = Overload((STRING,), DURATION, dear(moments.read_duration, 12))
    yield Function("duration", (length, Overload((DURATION,), DURATION, same)))
    yield Function("date", (Overload((STRING,), TIMESTAMP, dear(moments.read_day)),))
    yield Function("addDays", (Overload((TIMESTAMP, INT), TIMESTAMP, _add_days, "both"),))
    sizes = {"getHours": 3600 * SECOND, "getMinutes": 60 * SECOND, "getSeconds": SECOND}
    for name, part in _parts():
        yield Function(name, (*_part(part), *([_units_of(sizes[name])] if name in sizes else [])))
    takes = ((TIMESTAMP,), (TIMESTAMP, STRING), (DURATION,))
    yield Function("getMilliseconds", tuple(Overload(one, INT, _milliseconds, "method") for one in takes))


#: Every function and operator by its name.
FUNCTIONS = {function.name: function for function in _functions()}
