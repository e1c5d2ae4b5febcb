"""The SMART profile of all goals and of each team."""

from smartlint.record import replace
from smartlint.review.model import Review, Share
from smartlint.review.page import qualities
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import Element, parsed

REVIEW = reviewed()


def drawn(review: Review = REVIEW) -> Element:
    return parsed(qualities.section(View(review)).drawn())


def rows(section: Element, table: str) -> dict[str, list[str]]:
    body = next(section.by_id(table).all("tbody"))
    return {next(row.all("th")).text: [one.text for one in row.all("td")] for row in body.all("tr")}


def test_each_quality_says_how_many_goals_pass_and_how_many_rules_judged() -> None:
    shares = rows(drawn(), "qualities")
    assert shares["SSpecific"][0] == "100% 5/5"
    assert shares["AAchievable"][-1] == "1"
    assert shares["MMeasurable"][0] == "60% 3/5"


def test_a_team_has_a_share_for_each_quality() -> None:
    assert rows(drawn(), "teams")["Kitchen"][:3] == ["2", "50% 1/2", "100% 2/2"]


def test_a_share_that_has_changed_says_what_it_was() -> None:
    teams = tuple(replace(team, before=Share(4, 1) if team.name == "Kitchen" else team.sound) for team in REVIEW.teams)
    changed = rows(drawn(replace(REVIEW, teams=teams)), "teams")
    assert changed["Kitchen"][1] == "50% 1/2 ▲ was 25%"
    assert "was" not in changed["Board"][1]
    worse = replace(REVIEW, teams=tuple(replace(team, before=Share(1, 1)) for team in REVIEW.teams))
    assert rows(drawn(worse), "teams")["Kitchen"][1] == "50% 1/2 ▼ was 100%"


def test_where_nothing_was_judged_there_is_a_dash() -> None:
    unjudged = tuple(replace(one, share=Share(), rules=()) for one in REVIEW.qualities)
    assert rows(drawn(replace(REVIEW, qualities=unjudged)), "qualities")["SSpecific"][0] == "–"
