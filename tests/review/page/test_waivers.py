"""What is excused, by whom, and until when."""

from smartlint.record import replace
from smartlint.review.model import Waiver
from smartlint.review.page import waivers
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import Element, parsed

REVIEW = reviewed()
SOON = Waiver(
    *("OWN001", "sales/**, G2", "nobody yet", "Amy Holt", "Ida Holm", "", "2026-02-20", 19, True, "active", 2),
    *("smartlint-waivers.toml", 4),
)


def drawn(*shown: Waiver, suppressed: int = 0, baselined: int = 0) -> Element:
    summary = replace(REVIEW.summary, suppressed=suppressed, baselined=baselined)
    return parsed(waivers.section(View(replace(REVIEW, waivers=shown, summary=summary))).drawn())


def test_what_lapses_soon_says_in_how_many_days() -> None:
    row = next(drawn(SOON).all("tbody")).text
    for said in (
        "OWN001",
        "sales/**, G2",
        "! lapses in 19 days",
        "until 20 February 2026",
        "nobody yet",
        "Amy Holt",
        "Ida Holm",
    ):
        assert said in row
    assert "lapses in 1 day" in drawn(replace(SOON, days_left=1)).text
    assert "lapses after today" in drawn(replace(SOON, days_left=0)).text


def test_others_say_how_they_stand() -> None:
    refused = replace(SOON, state="refused", lapses_soon=False, expires="", days_left=None, approver="")
    row = next(drawn(refused).all("tbody")).text
    assert "refused" in row
    assert "without an end" in row


def test_what_is_excused_otherwise_is_counted() -> None:
    text = drawn(suppressed=1, baselined=2).text
    assert "There are no waivers." in text
    assert "1 finding is excused by a comment. 2 findings are excused by a baseline." in text
