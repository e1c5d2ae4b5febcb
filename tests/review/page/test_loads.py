"""Owners and limits: facts, with the limits where there are any."""

from smartlint.record import replace
from smartlint.review.model import Limit, Owner, Review
from smartlint.review.page import loads
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import parsed

REVIEW = reviewed()


def cells(text: str) -> list[list[str]]:
    body = next(parsed(text).all("tbody"))
    return [[one.text for one in row.children] for row in body.all("tr")]


def heads(text: str) -> list[str]:
    return [one.text for one in next(parsed(text).all("thead")).all("th")]


def owned(review: Review = REVIEW) -> str:
    return loads.owners(View(review)).drawn()


def test_an_owner_has_his_goals_and_his_teams_and_no_findings() -> None:
    omar = next(row for row in cells(owned()) if row[0] == "Omar Reyes")
    assert omar[1:3] == ["3", "3"]
    assert omar[-1] == "Kitchen, Reception"
    assert not {"Errors", "Warnings", "Findings"} & set(heads(owned()))


def test_limits_of_owners_stand_there_only_where_somebody_set_one() -> None:
    free = replace(REVIEW, owners=tuple(replace(one, most=None) for one in REVIEW.owners))
    assert "Limit" not in heads(owned(free))
    bound = replace(REVIEW, owners=(Owner("Amy Holt", "person", (0, 1, 2), (0,), 3, REVIEW.today, 2, "2026-06-30"),))
    assert cells(owned(bound)) == [["Amy Holt", "3", "3", "", "! above at most 2", "now", "30 June 2026", "Board"]]


def test_an_owner_in_many_teams_has_the_first_of_them() -> None:
    many = replace(REVIEW, owners=(replace(REVIEW.owners[0], teams=(0, 1, 2, 0, 1)),))
    assert cells(owned(many))[0][-1].endswith("and 2 more")


def test_a_team_above_its_limit_says_so() -> None:
    limits = (
        Limit(1, "operational", ("2026-01-01", "2026-12-31"), tuple(range(5)), 2, 4, "error"),
        Limit(0, "strategic", ("2026-01-01", "2026-06-30"), (0,), None, None, "within"),
    )
    text = loads.limits(View(replace(REVIEW, limits=limits))).drawn()
    assert cells(text) == [
        ["Kitchen", "operational", "2026", "5", "", "✕ error at most 4, warned above 2"],
        ["Board", "strategic", "1 January 2026 – 30 June 2026", "1", "", "no limit set"],
    ]
