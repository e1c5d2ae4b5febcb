"""Goals that have something in common, found among very many: of each no more is held than a number or two."""

from array import array
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise

from smartlint.rule import GoalFact, Project

#: So many numbers are sorted at a time, and of so many goals all are held.
_AT_A_TIME = 4096
_NONE = -1


def grouped(project: Project, key: Callable[[GoalFact], Hashable]) -> Iterator[list[GoalFact]]:
    """The goals with each key, in the order in which those are met; a goal whose key is None is left alone."""
    goals = project.goals
    if len(goals) <= _AT_A_TIME:
        yield from _together(goals, key)
        return
    places, marks = array("i"), array("q")
    for at, fact in enumerate(goals):
        own = key(fact)
        if own is not None:
            places.append(at)
            marks.append(hash(own))
    following, is_first = _chains(marks)
    for at in range(len(marks)):
        if is_first[at]:
            alike = [goals[places[each]] for each in _along(following, at)]
            yield from _together(alike, key) if len(alike) > 1 else (alike,)


def _together(goals: Sequence[GoalFact], key: Callable[[GoalFact], Hashable]) -> Iterator[list[GoalFact]]:
    groups: dict[Hashable, list[GoalFact]] = {}
    for fact in goals:
        own = key(fact)
        if own is not None:
            groups.setdefault(own, []).append(fact)
    yield from groups.values()


def repeated(marks: Sequence[int]) -> set[int]:
    """The numbers that come more than once."""
    parts = len(marks) // _AT_A_TIME + 1
    found: set[int] = set()
    for part in range(parts):
        own = sorted([mark for mark in marks if mark % parts == part] if parts > 1 else marks)
        found.update(one for one, other in pairwise(own) if one == other)
    return found


def _chains(marks: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Where each number comes again, and whether it is the first of its kind."""
    following, is_first = array("i", [_NONE]) * len(marks), bytearray(b"\1") * len(marks)
    for part in _parts(marks):
        for one, other in pairwise(part):
            if marks[one] == marks[other]:
                following[one] = other
                is_first[other] = 0
    return following, is_first


def _along(following: Sequence[int], at: int) -> Iterator[int]:
    while at != _NONE:
        yield at
        at = following[at]


def _parts(marks: Sequence[int]) -> Iterator[list[int]]:
    """The places of numbers, those of the same number side by side in their order; a part of the numbers at a time."""
    parts = len(marks) // _AT_A_TIME + 1
    for part in range(parts):
        yield sorted([at for at, mark in enumerate(marks) if mark % parts == part], key=marks.__getitem__)
