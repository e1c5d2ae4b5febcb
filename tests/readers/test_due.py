"""Which time in a sentence is when a goal is due, in a document that says one for all goals."""

from __future__ import annotations

import pytest

from tests.readers.told import due, the


@pytest.mark.parametrize(
    "goal",
    [
        "Every complaint is answered within 14 days",
        "Kunden får tillbaka cykeln inom fyra dagar",
        "Purringen går automatisk ut 90 dager før utløp",
        "Belegget i mai og september skal opp fra 38 til 50 prosent",
        "Borna er ute minst to timar kvar dag, også om vinteren",
        "Sales of 4.1 m (it was 3.8 m in 2025)",
        "Ha en lærling mer enn i år",
        "Mindst 40 juniormedlemmer mod 26 i år",
        "Bruke mindre enn 25 000 kr på verktøy, det var 61 000 i år",
    ],
)
def test_what_is_no_day_of_the_goal(goal: str) -> None:
    assert due(the(f"# Goals 2027\n\n- {goal}\n")) == "2027-12-31"


@pytest.mark.parametrize(
    ("goal", "day"),
    [
        ("Publish the price list by 3 March", "2027-03-03"),
        ("Publish the price list in March", "2027-03-31"),
        ("Åpne butikken i mars 2027 (40 kvadratmeter)", "2027-03-31"),
        ("Open in Q2 2027, more than a year after the fire", "2027-06-30"),
    ],
)
def test_what_is_one(goal: str, day: str) -> None:
    assert due(the(f"# Goals 2027\n\n- {goal}\n")) == day


def test_with_no_other_time_a_length_of_time_is_counted() -> None:
    assert due(the("# Goals\n\n- Open the second shop within 3 months\n")) != ""


@pytest.mark.parametrize(
    "goal", ["Sponsorer for 900 000 kr, i år 640 000", "The loss falls to six percent. This year it was 9.4."]
)
def test_what_it_is_this_year_is_no_day(goal: str) -> None:
    assert due(the(f"# Goals 2027\n\n- {goal}\n")) == "2027-12-31"
