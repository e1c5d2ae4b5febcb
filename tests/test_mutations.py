"""Errors planted in the examples are found, each at its line by its rule, and nothing else is."""

from __future__ import annotations

import pytest

from tests.faults import FAULTS
from tests.mutations import judge, plant


@pytest.mark.parametrize("seed", [1, 2])
def test_planted_errors_are_found_with_none_extra(seed: int) -> None:
    planted = plant(seed)
    assert len(planted) >= 200
    assert {(one.kind, one.fault) for one in planted} == {
        (kind, fault.__name__) for kind, faults in FAULTS.items() for fault in faults
    }
    for one in planted:
        found, extra = judge(one)
        shown = one.text.split("\n")[one.line - 1]
        assert found, f"{one.code} {one.fault} in {one.example}:{one.line}: {shown}"
        assert not extra, f"{extra} beside {one.fault} in {one.example}:{one.line}: {shown}"


def test_the_same_seed_plants_the_same_errors() -> None:
    assert plant(7, 2) == plant(7, 2)
