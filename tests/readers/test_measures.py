"""An amount and what it is counted in stand apart in tables and data, and are one quantity."""

from __future__ import annotations

import pytest

from smartlint.readers.measures import can_measure, is_measure, with_unit
from smartlint.source import Span
from tests.readers.told import read, the

NOWHERE = Span(0, 0)


@pytest.mark.parametrize(
    ("unit", "language", "amount", "named"),
    [
        ("mill. kr", "nb", 12e6, "NOK"),
        ("mill. kr", "nn", 12e6, "NOK"),
        ("miljoner kr", "sv", 12e6, "SEK"),
        ("mio. kr.", "da", 12e6, "DKK"),
        ("USD million", "en", 12e6, "USD"),
        ("M€", "sv", 12e6, "EUR"),
        ("$k", "en", 12e3, "USD"),
        ("1000 kr", "da", 12e3, "DKK"),
        ("t kr", "nb", 12e3, "NOK"),
        ("percentage points", "nb", 12, "percentage_point"),
        ("kunder", "nb", 12, "kunder"),
    ],
)
def test_amounts_with_their_units(unit: str, language: str, amount: float, named: str) -> None:
    found = with_unit("12", unit, language, NOWHERE)
    assert found is not None
    assert (found.value, found.unit) == (amount, named)


def test_what_is_no_amount_has_no_unit() -> None:
    assert with_unit("many", "1000 kr", "en", NOWHERE) is None
    assert with_unit("12", "", "en", NOWHERE) == with_unit("12", " ", "en", NOWHERE)


def test_units_are_told_from_parts_of_the_house() -> None:
    assert all(map(is_measure, ["Mkr", "Dager", "%", "pct.", "1000 kr"]))
    assert not any(map(is_measure, ["HR", "Kitchen", "Salg", "Oslo 2", ""]))
    assert can_measure("kunder per uke")
    assert not can_measure("Salg Nord")


@pytest.mark.parametrize("name", ["Enhet", "Enhed", "Unit", "Eining"])
def test_a_table_of_money(name: str) -> None:
    goal = the(f"| Mål | Nåverdi | Måltall | {name} |\n|--|--|--|--|\n| Øke salget i butikken | 10 | 12 | mill. kr |\n")
    assert goal.target is not None
    assert (goal.target.value, goal.target.unit, goal.team) == (12e6, "NOK", "")


def test_a_unit_in_a_map_of_a_target() -> None:
    text = "```yaml\ngoals:\n  - name: Sell more cakes\n    target: {value: 12, unit: mill. kr}\n```\n"
    (goal,) = read(text).all_goals
    assert goal.target is not None
    assert (goal.target.value, goal.target.unit, goal.team) == (12e6, "NOK", "")
