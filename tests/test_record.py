"""Records are what ``dataclasses`` makes of the same class, but that they are made faster."""

from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys
from functools import cached_property
from typing import Any, ClassVar

import pytest

from smartlint import record


@record.dataclass(frozen=True)
class Point:
    """A point."""

    x: int
    y: int = 2
    names: list[str] = record.field(default_factory=list)
    kind: ClassVar[str] = "point"


@record.dataclass(frozen=True)
class Named(Point):
    name: str = ""


@record.dataclass
class Open:
    names: list[str] = record.field(default_factory=list)


@record.dataclass(frozen=True, eq=False)
class Itself:
    x: int


@record.dataclass(frozen=True)
class Doubled:
    x: int

    @cached_property
    def twice(self) -> int:
        return 2 * self.x


@record.dataclass(frozen=True, slots=True)
class Small:
    x: int
    y: int = 2


@dataclasses.dataclass(frozen=True)
class Usual:
    x: int
    y: int = 2
    names: list[str] = dataclasses.field(default_factory=list)
    kind: ClassVar[str] = "point"


@pytest.mark.parametrize("given", [{"x": 1}, {"x": 1, "y": 3}, {"x": 1, "names": ["a"]}], ids=str)
def test_it_is_made_and_shown_as_a_data_class_is(given: dict[str, Any]) -> None:
    one, usual = Point(**given), Usual(**given)
    assert vars(one) == vars(usual)
    assert repr(one) == repr(usual).replace("Usual", "Point")
    assert dataclasses.asdict(one) == dataclasses.asdict(usual)
    assert [each.name for each in dataclasses.fields(one)] == [each.name for each in dataclasses.fields(usual)]


def test_each_has_its_own_list() -> None:
    one, other = Open(), Open()
    one.names.append("a")
    assert other.names == []
    assert other == Open([])
    assert one != other
    with pytest.raises(TypeError):
        hash(one)


def test_equal_ones_are_one_in_a_set() -> None:
    assert len({Itself(1), Itself(1)}) == 2
    assert Named(1, name="a") == Named(1, name="a")
    assert Named(1) != Point(1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))  # as its list is


def test_a_frozen_one_stays_as_it_is() -> None:
    one = Named(1, name="a")
    with pytest.raises(AttributeError, match="cannot be changed"):
        one.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="cannot be changed"):
        del one.x
    assert record.replace(one, x=2) == dataclasses.replace(one, x=2) == Named(2, name="a")
    with pytest.raises(TypeError, match="unexpected keyword"):
        record.replace(one, z=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="missing 1 required"):
        Point()  # type: ignore[call-arg]


def test_it_travels() -> None:
    assert pickle.loads(pickle.dumps(Named(1, name="a"))) == Named(1, name="a")


def test_a_small_one_has_no_dictionary() -> None:
    one = Small(1)
    assert (one, record.replace(one, y=3)) == (pickle.loads(pickle.dumps(one)), Small(1, 3))
    assert record.replace(one, x=4, y=5) == Small(4, 5)
    assert repr(one) == "Small(x=1, y=2)"
    assert not hasattr(one, "__dict__")
    with pytest.raises(AttributeError, match="cannot be changed"):
        one.x = 2  # type: ignore[misc]


def test_what_was_worked_out_of_one_is_worked_out_anew_of_another() -> None:
    one = Doubled(2)
    assert one.twice == 4
    assert record.replace(one, x=3).twice == 6


def test_it_matches_by_place() -> None:
    match Point(1):
        case Point(x, y, _):
            assert (x, y) == (1, 2)


def test_it_needs_neither_dataclasses_nor_typing() -> None:
    code = "import sys, smartlint.record; sys.exit(bool({'dataclasses', 'typing', 'inspect'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
