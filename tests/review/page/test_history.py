"""What has changed since earlier reviews."""

from smartlint.record import replace
from smartlint.review.page import history
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import Element, parsed
from tests.review.page.samples import compared

REVIEW = compared(reviewed())


def drawn() -> Element:
    section = history.section(View(REVIEW))
    assert section is not None
    return parsed(section.drawn())


def test_it_says_what_it_is_compared_with_and_what_is_new_fixed_and_still_there() -> None:
    section = drawn()
    assert "Compared with the review of 12 January 2026." in section.text
    figures = dict(zip((one.text for one in section.all("dt")), (one.text for one in section.all("dd")), strict=True))
    assert REVIEW.trend is not None
    assert figures["New findings"] == str(REVIEW.trend.new)
    assert (figures["Fixed"], figures["Goals that are gone"]) == ("1", "3")


def test_the_lines_are_told_in_words() -> None:
    labels = [one.attributes["aria-label"] for one in drawn().all("svg")]
    assert labels == ["Sound goals, in percent: 60, 40", "Errors and warnings: 3, 4"]


def test_what_is_fixed_is_named_with_its_goal() -> None:
    row = next(one for one in drawn().by_id("fixed").all("tr") if "OWN001" in one.text)
    assert "<b>A better bar</b> this goal is gone" in row.text
    assert "12 January 2026" in row.text


def test_a_day_in_a_history_that_is_none_stands_as_it_is() -> None:
    trend = REVIEW.trend
    assert trend is not None
    odd = replace(trend, fixed=(replace(trend.fixed[0], first_seen="<b>"),))
    section = history.section(View(replace(REVIEW, trend=odd)))
    assert section is not None
    assert "<b>" in parsed(section.drawn()).by_id("fixed").text


def test_without_an_earlier_run_there_is_nothing_to_tell() -> None:
    assert history.section(View(replace(REVIEW, trend=None))) is None
    assert REVIEW.trend is not None
    assert history.section(View(replace(REVIEW, trend=replace(REVIEW.trend, since=None)))) is None
