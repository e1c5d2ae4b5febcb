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


def test_what_was_done_last_week_is_not_due_then() -> None:
    assert due(the("# Goals 2027\n\n- Contract with the carrier – they signed it last week\n")) == "2027-12-31"
    assert due(the("# Mål 2027\n\n- Få avklart hvem som eier brevene – niesen skrev under i forrige uke!\n")) == "2027-12-31"


def test_how_fast_each_of_many_is_done_is_no_day() -> None:
    assert due(the("# Mål\n\n- Alle avvik fra brannrunden lukket innen 14 dager\n")) == ""


def test_the_day_counts_and_not_the_time_that_it_lies_in() -> None:
    assert due(the("# Mål 2027\n\n- 104 elevar ved skulestart 20. august\n", "nn")) == "2027-08-20"
