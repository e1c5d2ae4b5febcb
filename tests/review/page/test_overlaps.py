"""Goals side by side."""

from smartlint.record import replace
from smartlint.review.model import Overlap
from smartlint.review.page import overlaps
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import parsed

REVIEW = reviewed()


def drawn(*found: Overlap) -> str:
    return overlaps.section(View(replace(REVIEW, overlaps=found))).drawn()


def test_goals_stand_with_their_team_and_owner_under_what_they_share() -> None:
    section = parsed(drawn(Overlap("same", (1, 3), (1, 2), ""), Overlap("finding", (2,), (1,), "`G2` says the same", 3)))
    assert [one.text for one in section.all("h3")] == ["The same goal in several teams", "G2 says the same"]
    first = next(section.all("ol")).children[0]
    assert [one.attributes["href"] for one in first.all("a")] == ["#g1", "#g3"]
    assert "Reception · Omar Reyes · 30 June 2026" in first.text


def test_many_are_folded_and_counted() -> None:
    section = parsed(drawn(*[Overlap("opposite", tuple([0] * 20), (0, 1), "")] * 12))
    assert next(section.all("summary")).text == "2 more overlaps"
    assert "and 12 more" in section.text


def test_without_any_it_says_so() -> None:
    assert "No goals of different teams say the same or the opposite." in drawn()
