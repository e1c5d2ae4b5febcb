"""The SMART profile: what passes, what fails, what is excused, and what nobody has judged."""

from smartlint.record import replace
from smartlint.review.model import STATES, Review, State
from tests.review.organisation import TEXTS, named, reviewed, settings


def state(review: Review, goal: str, quality: str) -> State:
    numbers = [one.id for one in review.qualities]
    return named(review, goal).profile[numbers.index(quality)]


def test_a_goal_passes_where_nothing_is_found() -> None:
    review = reviewed()
    assert set(named(review, "S1").profile) == {"passes"}
    assert named(review, "S1").is_sound


def test_it_fails_by_its_worst_finding() -> None:
    review = reviewed()
    assert state(review, "G2", "measurable") == "error"
    assert state(review, "G2", "owned") == "error"
    assert state(review, "G2", "planned") == "warning"
    assert not named(review, "G2").is_sound


def test_what_a_comment_hides_is_no_pass() -> None:
    hidden = TEXTS["kitchen.goals"].replace("goal G2:", "# smartlint: ignore[OWN] -- later\ngoal G2:")
    review = reviewed({**TEXTS, "kitchen.goals": hidden})
    assert state(review, "G2", "owned") == "excused"
    owned = next(one for one in review.qualities if one.id == "owned")
    assert (owned.share.judged, owned.share.passing) == (5, 4)


def test_what_no_rule_judges_is_not_judged_and_neither_is_what_is_done() -> None:
    judged_by = settings()
    judged_by = replace(judged_by, rules=tuple(rule for rule in judged_by.rules if not rule.code.startswith("ACH")))
    done = TEXTS["board.goals"] + "  status: done\n"
    review = reviewed({**TEXTS, "board.goals": done}, judged_by)
    assert state(review, "G1", "achievable") == "unjudged"
    achievable = next(one for one in review.qualities if one.id == "achievable")
    assert (achievable.share.judged, achievable.share.percent, achievable.rules) == (0, None, ())
    assert set(named(review, "S1").profile) == {"unjudged"}


def test_a_quality_says_by_how_many_rules_it_was_judged() -> None:
    by_id = {quality.id: quality for quality in reviewed().qualities}
    assert by_id["achievable"].rules == ("ACH004",)
    assert all(code.startswith(by_id["measurable"].families) for code in by_id["measurable"].rules)


def test_the_states_of_a_quality_are_those_of_all_goals() -> None:
    review = reviewed()
    for number, quality in enumerate(review.qualities):
        assert sum(quality.states) == len(review.goals)
        for many, one in zip(quality.states, STATES, strict=True):
            assert many == [goal.profile[number] for goal in review.goals].count(one)


def test_a_team_with_too_many_goals_has_too_many_with_each_of_them() -> None:
    goals = "".join(f"goal G{n}: Win {n + 3} shops by 30 June 2026\n  owner: Amy Holt\n" for n in range(10))
    review = reviewed({**TEXTS, "sales.goals": f"team: Sales\nperiod: 2026\n{goals}"})
    assert {state(review, f"G{n}", "few") for n in range(3, 10)} == {"error"}
    assert state(review, "S1", "few") == "passes"


def test_a_team_has_the_share_of_its_own_goals() -> None:
    review = reviewed()
    kitchen = next(team for team in review.teams if team.name == "Kitchen")
    owned = [quality.id for quality in review.qualities].index("owned")
    assert (kitchen.profile[owned].judged, kitchen.profile[owned].passing) == (2, 1)
    assert (kitchen.sound.judged, kitchen.sound.passing) == (2, 1)
