"""Where goals stand in a picture: a column for each step down from the strategy, what belongs together side by side.

The same goals and links give the same places. A goal stands right of all that it serves, so that every link leads one way
but those that close a circle; in each column, goals stand in the order of the goal above that is nearest to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from smartlint.record import NamedTuple


class Spot(NamedTuple):
    """A place: the column from the left, and the row from the top; a goal above several stands between their rows."""

    column: int
    row: float


class Layout(NamedTuple):
    """The places of goals by number, and how many columns and rows there are."""

    spots: Mapping[int, Spot]
    columns: int
    rows: int


def layout(numbers: Sequence[int], links: Sequence[tuple[int, int]]) -> Layout:
    """The places of goals with these links, each from the goal above to the one below; the first goals come first."""
    below, above = _acyclic(numbers, links)
    columns = _columns(numbers, below, above)
    parts = _parts(numbers, above, columns)
    rows: dict[int, float] = {}
    used = 0
    for number in _from_the_leaves([one for one in numbers if not above[one]], parts):
        inside = [rows[one] for one in parts[number]]
        if inside:
            rows[number] = (inside[0] + inside[-1]) / 2
        else:
            rows[number] = used
            used += 1
    spots = {number: Spot(columns[number], rows[number]) for number in numbers}
    return Layout(spots, max(columns.values(), default=-1) + 1, used)


def _acyclic(numbers: Sequence[int], links: Sequence[tuple[int, int]]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """The goals below and above each, without the links that close a circle."""
    known = set(numbers)
    all_below: dict[int, list[int]] = defaultdict(list)
    has_above = set()
    for one, other in dict.fromkeys(links):
        if one != other and one in known and other in known:
            all_below[one].append(other)
            has_above.add(other)
    below: dict[int, list[int]] = {number: [] for number in numbers}
    above: dict[int, list[int]] = {number: [] for number in numbers}
    state: dict[int, str] = {}
    # a circle that nothing stands above is entered at its first goal
    for start in (*(number for number in numbers if number not in has_above), *numbers):
        waiting = [(start, iter(all_below[start]))] if start not in state else []
        state.setdefault(start, "open")
        while waiting:
            number, left = waiting[-1]
            for other in left:
                if state.get(other) == "open":
                    continue
                below[number].append(other)
                above[other].append(number)
                if other not in state:
                    state[other] = "open"
                    waiting.append((other, iter(all_below[other])))
                    break
            else:
                state[number] = "done"
                waiting.pop()
    return below, above


def _columns(numbers: Sequence[int], below: Mapping[int, Sequence[int]], above: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """How many steps the longest way down to each goal has."""
    columns = dict.fromkeys(numbers, 0)
    left = {number: len(above[number]) for number in numbers}
    waiting = [number for number in numbers if not left[number]]
    for number in waiting:  # which grows
        for other in below[number]:
            columns[other] = max(columns[other], columns[number] + 1)
            left[other] -= 1
            if not left[other]:
                waiting.append(other)
    return columns


def _parts(numbers: Sequence[int], above: Mapping[int, Sequence[int]], columns: Mapping[int, int]) -> dict[int, list[int]]:
    """Each goal below the one of those above it that is nearest: a tree."""
    parts: dict[int, list[int]] = {number: [] for number in numbers}
    for number in numbers:
        if above[number]:
            parts[max(above[number], key=lambda one: columns[one])].append(number)
    return parts


def _from_the_leaves(tops: Sequence[int], parts: Mapping[int, Sequence[int]]) -> list[int]:
    """All goals of trees, each after those below it."""
    order: list[int] = []
    waiting = list(tops)
    while waiting:
        number = waiting.pop()
        order.append(number)
        waiting += parts[number]
    return order[::-1]
