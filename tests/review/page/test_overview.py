"""The review at a glance."""

from typing import Any

import pytest

from smartlint.record import replace
from smartlint.review.model import Review
from smartlint.review.page import overview
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import Element, parsed

REVIEW = reviewed()


def drawn(review: Review = REVIEW) -> Element:
    return parsed(overview.section(View(review)).drawn())


def test_it_begins_with_how_many_goals_are_sound() -> None:
    assert next(drawn().all("p")).text.startswith("3 of 5 open goals are sound")


def test_figures_lead_to_the_goals_behind_them() -> None:
    figures = {
        next(one.all("dt")).text: next(one.all("dd")) for one in drawn().by_id("overview").all("div") if list(one.all("dt"))
    }
    (errors,) = figures["Errors"].all("a")
    assert (errors.text, errors.attributes["data-filter"]) == (str(REVIEW.summary.counts.errors), "level=error")
    assert figures["Goals"].text == "5"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"unowned": 1, "undated": 2}, ["1 goal has no owner.", "2 goals have no deadline."]),
        ({"past": 1, "soon": 3}, ["The deadline of 1 open goal has passed.", "3 waivers lapse soon."]),
        ({}, []),
    ],
)
def test_what_needs_attention_is_named_and_nothing_else(changed: dict[str, int], said: list[str]) -> None:
    quiet: dict[str, Any] = {"unowned": 0, "undated": 0, "past": 0, "unaligned": 0, "soon": 0}
    summary = replace(REVIEW.summary, **{**quiet, **changed})
    lists = [one for one in drawn(replace(REVIEW, summary=summary)).all("ul") if one.attributes.get("class") == "asking"]
    assert [item.text for one in lists for item in one.children] == said


def test_what_could_not_be_judged_is_no_secret() -> None:
    review = replace(
        REVIEW, is_complete=False, is_part=True, history="the history is locked", notices=("`x` was not looked at",)
    )
    text = drawn(review).text
    assert "Not everything could be read or judged" in text
    assert "These are not all files of the project." in text
    assert "the history is locked" in text
    assert "x was not looked at" in text
