"""The parts of a review as tables."""

import pytest

from smartlint.record import replace
from smartlint.review.model import Fixed, Review, Share, Trend
from smartlint.review.tables import NAMES, table, tables
from smartlint.translation import LANGUAGES
from tests.review.organisation import TEXTS, reviewed

REVIEW = reviewed()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_a_cell_for_each_heading(language: str) -> None:
    made = list(tables(reviewed(language=language)))
    assert tuple(one.name for one in made) == NAMES
    for one in made:
        assert one.title
        assert all(one.headings)
        assert {len(row) for row in one.rows} <= {len(one.headings)}, one.name


def rows(name: str, review: Review = REVIEW) -> list[dict[str, object]]:
    made = table(review, name)
    return [dict(zip(made.headings, row, strict=True)) for row in made.rows]


def test_goals_have_their_states_and_their_place() -> None:
    goals = {row["Goal"]: row for row in rows("goals")}
    assert (goals["G2"]["Owned"], goals["G2"]["Planned"], goals["G1"]["Owned"]) == ("error", "warning", "passes")
    assert (goals["G1"]["Supports"], goals["G1"]["File"], goals["G1"]["Line"]) == ("S1", "kitchen.goals", 5)
    assert goals["G2"]["Team"] == "Kitchen"


def test_teams_have_their_shares() -> None:
    kitchen = next(row for row in rows("teams") if row["Team"] == "Kitchen")
    assert (kitchen["Sound goals"], kitchen["Owned"]) == (Share(2, 1), Share(2, 1))


def test_findings_say_what_to_do_and_whose_goal_it_is() -> None:
    found = next(row for row in rows("findings") if row["Rule"] == "PLN001 missing-plan" and row["Goal"] == "R2")
    assert (found["Team"], found["Owner"], found["Level"]) == ("Reception", "Omar Reyes", "warning")
    assert found["What to do"]


def test_owners_are_told_what_they_have_and_not_what_is_wrong_with_it() -> None:
    omar = next(row for row in rows("owners") if row["Owner"] == "Omar Reyes")
    goals = [one.partition(":")[0] for one in str(omar["Goals"]).split("; ")]
    assert (omar["Open goals"], goals) == (3, ["G1", "R1", "R2"])
    assert not {"Errors", "Warnings", "Findings", "Sound goals"} & set(omar)


def test_what_is_hidden_is_told_with_the_reason() -> None:
    hidden = TEXTS["kitchen.goals"].replace("goal G2:", "# smartlint: ignore[OWN001] -- a new head comes in May\ngoal G2:")
    (row,) = rows("excused", reviewed({**TEXTS, "kitchen.goals": hidden}))
    assert (row["By"], row["Reason"]) == ("comment", "a new head comes in May")


def test_goals_that_others_are_told_of_come_with_their_sentences() -> None:
    goal = "team: {0}\n\ngoal G1: Sell 9 {0}s by 2026-06-30\n  owner: Amy Holt\n"
    texts = {f"{team}.goals": goal.format(team) for team in ("cake", "tart")}
    told = "G1: Sell 9 cakes by 2026-06-30; G1: Sell 9 tarts by 2026-06-30"
    review = reviewed(texts)
    assert [row["Goals"] for row in rows("owners", review)] == [told]
    assert [row["Goals"] for row in rows("deadlines", review)] == [told]
    assert len(str(rows("deadlines", reviewed({"a.goals": f"goal G1: Sell {'9 ' * 90}by 2026-06-30\n"}))[0]["Goals"])) < 80


def test_what_is_mended_is_told_but_not_what_is_gone_with_its_goal() -> None:
    mended = Fixed("OWN001", "error", "a.goals", "G1", "Sell 9 cakes", "2026-01-01", False)
    gone = replace(mended, goal="G2", is_goal_gone=True)
    trend = Trend((), 1, 0, 0, (mended, gone), (), 1)
    assert [row["Goal"] for row in rows("fixed", replace(REVIEW, trend=trend))] == ["G1"]
