"""Goals and teams, deadlines, and the goals that are shown."""

from smartlint.review.goals import OF_ONE_TEAM, SHOWN
from tests.review.organisation import TEXTS, named, reviewed

GOOD = "goal {n}: Win {n} customers by 30 June 2026\n  owner: Amy Holt\n  how: call {n} shops\n"


def good(team: str, count: int) -> str:
    return f"team: {team}\nperiod: 2026\nreview: every week\n" + "".join(GOOD.format(n=n + 10) for n in range(count))


def test_a_goal_is_told_as_it_was_understood() -> None:
    goal = named(reviewed(), "G1")
    assert (goal.file, goal.line, goal.path, goal.level, goal.status) == (
        "kitchen.goals",
        5,
        ("G1",),
        "operational",
        "committed",
    )
    assert (goal.owners, goal.deadline, goal.baseline, goal.target) == (("Omar Reyes",), "2026-06-30", "90 kg", "60 kg")
    assert goal.supports == (named(reviewed(), "S1").number,)
    assert goal.parent is None
    assert {"how", "owner", "supports", "baseline", "target"} <= set(goal.said)


def test_what_the_goal_above_supports_that_one_supports() -> None:
    nested = TEXTS["kitchen.goals"].split("goal G2")[0] + "  performance goal G1.1: Weigh 40 plates a day\n"
    review = reviewed({**TEXTS, "kitchen.goals": nested})
    part = named(review, "G1.1")
    assert (part.parent, part.supports) == (named(review, "G1").number, ())


def test_goals_of_a_team_in_two_files_are_the_teams() -> None:
    review = reviewed({"a.goals": good("Sales", 2), "b.goals": good("sales", 1), "c.goals": good("Support", 1)})
    assert [(team.name, team.goals, team.files) for team in review.teams] == [
        ("Sales", 3, ("a.goals", "b.goals")),
        ("Support", 1, ("c.goals",)),
    ]


def test_deadlines_are_in_order_and_what_has_none_is_told() -> None:
    text = "team: A\ngoal 1: Win 9 shops by 31 March 2026\ngoal 2: Win 8 shops\ngoal 3: Win 7 shops by 15 January 2026\n"
    review = reviewed({"a.goals": text})
    assert [(one.day, one.goals, one.is_past) for one in review.deadlines] == [
        ("2026-01-15", (2,), True),
        ("2026-03-31", (0,), False),
    ]
    assert review.undated == (1,)
    assert (review.summary.undated, review.summary.past) == (1, 1)


def test_the_goal_with_most_to_mend_comes_first_with_its_text_and_what_to_do() -> None:
    review = reviewed()
    first = review.mended_first[0]
    assert review.goals[first.goal].name == "G2"
    assert first.text == "goal G2: Better breakfast"
    assert {review.findings[number].goal for number in first.findings} == {first.goal}
    errors = [review.goals[shown.goal].counts.errors for shown in review.mended_first]
    assert errors == sorted(errors, reverse=True)


def test_exemplary_goals_have_no_finding_at_all_and_are_few_of_each_team() -> None:
    review = reviewed({f"{name}.goals": good(name, 4) for name in "ABCDEFGH"})
    assert len(review.exemplary) == SHOWN
    teams = [review.goals[shown.goal].team for shown in review.exemplary]
    assert max(teams.count(team) for team in teams) == OF_ONE_TEAM
    for shown in review.exemplary:
        assert review.goals[shown.goal].counts.total == 0
        assert review.goals[shown.goal].statement in shown.text
    said = [len(review.goals[shown.goal].said) for shown in review.exemplary]
    assert said == sorted(said, reverse=True)


def test_an_endless_goal_is_cut() -> None:
    text = "team: A\ngoal: Better things\n  how:\n" + "    - do it again and again\n" * 200
    assert len(reviewed({"a.goals": text}).mended_first[0].text) < 2100
