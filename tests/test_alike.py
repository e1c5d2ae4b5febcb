from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.alike import Ends, ends

A, B, C, D = (object() for _ in range(4))


@pytest.mark.parametrize(
    ("before", "now", "alike"),
    [
        ([A, B, C], [A, B, C], Ends(3, 0)),
        ([A, B, C], [A, D, C], Ends(1, 1)),
        ([A, B, C], [A, C], Ends(1, 1)),
        ([A, B], [A, B, B], Ends(2, 0)),
        ([B, A], [B, B, A], Ends(1, 1)),
        ([], [A], Ends(0, 0)),
        ([A], [D], Ends(0, 0)),
    ],
)
def test_what_is_the_very_same_at_both_ends_is_counted_once(before: list[object], now: list[object], alike: Ends) -> None:
    assert ends(before, now) == alike


def test_what_is_only_equal_is_not_the_same() -> None:
    assert ends([[1]], [[1]]) == Ends(0, 0)


@given(st.lists(st.sampled_from([A, B, C, D])), st.lists(st.sampled_from([A, B, C, D])))
def test_the_ends_make_both(before: list[object], now: list[object]) -> None:
    first, last = ends(before, now)
    assert first + last <= min(len(before), len(now))
    assert before[:first] == now[:first]
    assert before[len(before) - last :] == now[len(now) - last :]
