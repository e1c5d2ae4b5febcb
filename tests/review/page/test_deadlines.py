"""Deadlines on a line of time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.record import replace
from smartlint.review.model import Deadline, Review
from smartlint.review.page import deadlines
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import Element, parsed

REVIEW = reviewed()


def drawn(*days: str, review: Review = REVIEW) -> Element:
    made = tuple(Deadline(day, (0,), day < review.today) for day in sorted(days))
    return parsed(deadlines.section(View(replace(review, deadlines=made))).drawn())


def places(section: Element) -> list[float]:
    return [float(one.attributes["cx"]) for one in section.all("circle")]


def test_days_stand_in_order_those_that_are_past_apart() -> None:
    section = drawn("2026-01-15", "2026-06-30", "2026-12-31")
    assert places(section) == sorted(places(section))
    assert [one.attributes["class"] for one in section.all("circle")] == ["dot past", "dot coming", "dot coming"]
    (picture,) = section.all("svg")
    assert picture.attributes["aria-label"].startswith("15 January 2026: 1 goal; 30 June 2026: 1 goal")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dates(), min_size=1, max_size=5), st.dates())
def test_any_day_stands_in_the_picture(days: list[object], today: object) -> None:
    review = replace(REVIEW, today=str(today))
    section = drawn(*dict.fromkeys(map(str, days)), review=review)
    assert all(0 <= place <= 960 for place in places(section))
    assert len(list(section.all("line"))) < 400


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_months_are_named_in_the_language(language: str) -> None:
    review = replace(REVIEW, language=language)
    ticks = [one.text for one in drawn("2026-09-30", review=review).all("text") if one.attributes.get("class") == "tick"]
    assert {"feb", "maj" if language == "sv" else "mai", "2026"} <= set(ticks)


def test_without_a_deadline_it_says_so() -> None:
    assert "No open goal has a deadline." in parsed(deadlines.section(View(replace(REVIEW, deadlines=()))).drawn()).text
