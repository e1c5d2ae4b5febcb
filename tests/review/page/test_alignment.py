"""What serves what, as a picture and as a table."""

from smartlint.record import replace
from smartlint.review.model import Link
from smartlint.review.page import alignment
from smartlint.review.page.view import View
from tests.review.organisation import named, reviewed
from tests.review.page.parsed import Element, parsed

REVIEW = reviewed()


def rows(section: Element) -> dict[str, list[str]]:
    body = next(section.by_id("links").all("tbody"))
    return {next(row.all("th")).text.split()[0]: [one.text for one in row.all("td")] for row in body.all("tr")}


def test_every_box_leads_to_its_goal_and_the_table_says_the_same() -> None:
    section = parsed(alignment.section(View(REVIEW)).drawn())
    picture = next(section.all("svg"))
    serving = [named(REVIEW, name).number for name in ("S1", "G1", "R1")]
    assert {one.attributes["href"] for one in picture.all("a")} == {f"#g{number}" for number in serving}
    table = rows(section)
    assert table["G1"][:2] == ["Kitchen", "operational"]
    assert table["G1"][2].startswith("S1")
    assert "R1" in table["S1"][3]


def test_goals_without_a_strategy_are_counted_and_can_be_shown() -> None:
    section = parsed(alignment.section(View(REVIEW)).drawn())
    link = next(one for one in section.all("a") if one.attributes.get("data-filter") == "show=unaligned")
    assert link.text == "2 goals are not linked to the strategy."


def test_a_picture_that_would_be_too_large_says_what_it_leaves_out() -> None:
    goals = tuple(replace(REVIEW.goals[0], number=number, id=f"G{number}", parent=None) for number in range(80))
    links = tuple(Link(0, number, "supports") for number in range(1, 80))
    section = parsed(alignment.section(View(replace(REVIEW, goals=goals, links=links, unaligned=()))).drawn())
    assert "The picture has 60 of 80 goals; the table below has all." in section.text
    assert len(list(next(section.all("svg")).all("g"))) == 60
    assert rows(section)["G0"][3].endswith("and 69 more")


def test_without_links_it_says_how_to_make_one() -> None:
    section = parsed(alignment.section(View(replace(REVIEW, links=()))).drawn())
    assert "a line supports: in a goal does" in section.text
    assert not list(section.all("svg"))
