"""What a cell says of the goal of its row."""

from __future__ import annotations

import pytest

from tests.readers.told import owners, the


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Amy Holt<br>Bo Lund", "Amy Holt, Bo Lund"),
        ("Amy Holt, <br/>Bo Lund", "Amy Holt, Bo Lund"),
        ("Kari<br>Ola", "Kari, Ola"),
        ("Anne Moe<br>Kim Day<br>Jo Lee", "Anne Moe, Kim Day, Jo Lee"),
    ],
)
@pytest.mark.parametrize("header", ["Goal | Owner", "Mål | Ansvarlig", "Mål | Ansvarig", "Mål | Ejer", "Mål | Eigar"])
def test_people_below_one_another_are_several(header: str, cell: str, people: str) -> None:
    assert owners(the(f"| {header} |\n|--|--|\n| Sell 9 cakes a day | {cell} |\n")) == people


def test_what_else_stands_below_a_name_makes_no_second_owner() -> None:
    goal = the("| Goal | Owner |\n|--|--|\n| Sell 9 cakes a day | Amy Holt<br>Head of the shop |\n")
    assert len(goal.owner) == 1


@pytest.mark.parametrize("name", ["Confidence", "Konfidens"])
def test_how_sure_somebody_is(name: str) -> None:
    def said(cell: str) -> bool:
        return "confidence" in the(f"| Goal | {name} |\n|--|--|\n| Sell 9 cakes a day | {cell} |\n").fields

    assert said("70 %")
    assert said("700")  # for the rule that tells of it
    assert not said("High")


def test_an_owner_with_a_role() -> None:
    assert owners(the("| Goal | Owner |\n|---|---|\n| Sell 40 boats by June | Sigrid Fure, inspektør |\n")) == "Sigrid Fure"
