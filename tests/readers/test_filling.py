"""Filling: fields of goals as their labels name them."""

from __future__ import annotations

import pytest

from tests.readers.told import due, owners, read, the


@pytest.mark.parametrize("owner", ["Kim, by 1 May 2027", "sjåføren, innen 1. mai 2027", "praktikanten, senest 1. maj 2027"])
def test_until_when_may_stand_behind_the_owner(owner: str) -> None:
    goal = the(f"# Goals\n\n- Sell 40 boats\n  Owner: {owner}\n")
    assert (owners(goal), due(goal)) == (owner.partition(",")[0], "2027-05-01")


@pytest.mark.parametrize("status", ["on trak", "commited", "under arbied"])
def test_a_misspelt_status_is_told(status: str) -> None:
    document = read(f"# Goals\n\n- Sell 40 boats\n  - Status: {status}\n")
    assert [document.source.slice(problem.span) for problem in document.problems] == [status]


def test_other_words_in_its_place_are_kept() -> None:
    assert not read("# Goals\n\n- Sell 40 boats\n  - Status: waiting for Kim\n").problems
