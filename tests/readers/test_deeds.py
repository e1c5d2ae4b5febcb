"""What is done for a goal stands in several columns and rows of its table."""

from __future__ import annotations

import pytest

from tests.readers.test_tables import table
from tests.readers.told import due, owners, the


@pytest.mark.parametrize(
    "header",
    [
        "Goal | Action | Owner | Due",
        "Mål | Tiltak | Ansvarlig | Frist",
        "Mål | Åtgärd | Ansvarig | Klart",
        "Mål | Handling | Ejer | Frist",
    ],
)
def test_rows_below_a_goal_are_further_deeds_for_it(header: str) -> None:
    goal = the(
        table(header, "Sell 9 cakes | Bake | Kim | 2026-05-01", " | Go to 3 fairs | Jo | 2026-06-01", "| Print a leaflet | | |")
    )
    assert [action.text.text for action in goal.actions] == ["Bake", "Go to 3 fairs", "Print a leaflet"]
    assert [", ".join(person.text for person in action.owner) for action in goal.actions] == ["", "Jo", ""]
    assert (owners(goal), due(goal)) == ("Kim", "2026-06-01")


@pytest.mark.parametrize("name", ["Action", "Tiltak", "Åtgärd", "Handling"])
def test_numbered_columns_are_deeds(name: str) -> None:
    goal = the(table(f"Goal | {name} 1 | {name} 2", "Sell 9 cakes | Bake | - Go to 3 fairs<br>- Print a leaflet"))
    assert [action.text.text for action in goal.actions] == ["Bake", "Go to 3 fairs", "Print a leaflet"]


def test_a_goal_that_says_its_own_day_keeps_it() -> None:
    rows = ("Sell 9 cakes by 1 May 2026 | Bake | 2026-05-01", " | Go to 3 fairs | 2026-06-01")
    assert due(the(table("Goal | Action | Due", *rows))) == "2026-05-01"
