"""Goals with their numbers, and which goal a finding is about."""

from smartlint.record import replace
from smartlint.review.basis import spoken_most
from smartlint.testing import TODAY
from tests.review.organisation import TEXTS, basis, settings


def test_goals_are_numbered_by_file_and_line() -> None:
    facts = basis(dict(reversed(TEXTS.items()))).facts
    assert [fact.name for fact in facts] == ["S1", "G1", "G2", "R1", "R2"]
    assert [fact.file for fact in facts] == ["board.goals", *["kitchen.goals"] * 2, *["reception.goals"] * 2]


def test_of_two_goals_with_one_id_a_finding_is_about_the_one_it_stands_in() -> None:
    text = "team: A\ngoal G1: Win 9 customers by 30 June 2026\n  owner: Amy Holt\n\ngoal G1: Win 8 shops by 30 June 2026\n"
    made = basis({"a.goals": text})
    unowned = next(found for found in made.result.findings if found.rule.name == "missing-owner")
    assert made.goal_of(unowned) == 1


def test_what_stands_in_no_goal_is_about_none() -> None:
    made = basis({"a.goals": "team: A\ngoal G1: Win 9 customers by 30 June 2026\n"})
    found = made.result.findings[0]
    assert made.goal_of(replace(found, goal=())) is None
    assert made.goal_of(replace(found, goal=("G9",))) is None


def test_teams_are_one_however_they_are_written_and_goals_without_one_are_their_files() -> None:
    made = basis(
        {
            "a.goals": "team: Sales  north\ngoal: Win 9 customers\n",
            "b.goals": "team: SALES NORTH\ngoal: Win 8 customers\n",
            "plans/c.goals": "goal: Win 7 customers\n",
        }
    )
    assert made.team_names == (("Sales north", False), ("plans/c", True))
    assert [made.team_of(fact) for fact in made.facts] == [0, 0, 1]
    assert (made.team_of_file("b.goals"), made.team_of_file("other.goals")) == (0, None)


def test_the_language_is_that_of_most_goals() -> None:
    assert spoken_most(basis().result.facts) == "en"
    assert spoken_most(basis({"reception.goals": TEXTS["reception.goals"]}).result.facts) == "da"
    assert spoken_most([]) == ""


def test_files_that_are_passed_by_have_no_goals_in_a_review() -> None:
    aside = settings()
    made = basis()
    judged = {"board.goals": aside, "kitchen.goals": replace(aside, passed_by=True), "reception.goals": aside}
    made = type(made)(made.result, lambda path: judged[path], made.text_of, TODAY, "en")
    assert {fact.file for fact in made.facts} == {"board.goals", "reception.goals"}
