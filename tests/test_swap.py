"""What is laid aside comes back, from memory and from a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smartlint import swap
from smartlint.swap import Swap


@given(some.lists(some.binary(max_size=50), max_size=20))
def test_everything_comes_back_in_any_order(pieces: list[bytes]) -> None:
    held = Swap()
    slots = [held.put(piece) for piece in pieces]
    assert [held.get(slot) for slot in reversed(slots)] == pieces[::-1]


def test_more_goes_into_a_file_that_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_IN_MEMORY", 10)
    held = Swap()
    slots = [held.put(bytes([number]) * 7) for number in range(9)]
    assert [held.get(slot) for slot in slots] == [bytes([number]) * 7 for number in range(9)]
    file = held._file
    assert file is not None
    del held
    assert file.closed
