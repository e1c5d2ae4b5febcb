"""What two versions of something have in common: mostly only a little in the middle has changed."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.record import NamedTuple


class Ends(NamedTuple):
    """How many at the beginning are the very same, and how many at the end."""

    first: int
    last: int


def ends(before: Sequence[object], now: Sequence[object]) -> Ends:
    """The ends of two versions that have the very same members; of these none is counted twice."""
    most = min(len(before), len(now))
    first = last = 0
    while first < most and before[first] is now[first]:
        first += 1
    while last < most - first and before[-1 - last] is now[-1 - last]:
        last += 1
    return Ends(first, last)
