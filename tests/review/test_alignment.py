"""What serves what, and what overlaps."""

from smartlint.registry import load
from tests.review.organisation import TEXTS, named, reviewed, settings

MORE = """\
team: {team}
period: 2026
goal: Raise the number of open invoices from {low} to {high} by 30 June 2026
  metric: open invoices
"""


def test_links_lead_from_the_goal_above_to_the_one_below() -> None:
    review = reviewed()
    strategy = named(review, "S1").number
    assert [(link.above, link.below, link.kind) for link in review.links] == [
        (strategy, named(review, "G1").number, "supports"),
        (strategy, named(review, "R1").number, "supports"),
    ]


def test_operational_goals_that_lead_nowhere_are_counted_where_there_is_a_strategy() -> None:
    review = reviewed()
    assert [review.goals[number].name for number in review.unaligned] == ["G2", "R2"]
    assert review.summary.unaligned == 2
    without = {path: text for path, text in TEXTS.items() if path != "board.goals"}
    assert reviewed(without).summary.unaligned == 0


def test_a_part_of_what_serves_the_strategy_serves_it_too() -> None:
    nested = TEXTS["kitchen.goals"].replace("goal G2", "  goal G2")
    assert reviewed({**TEXTS, "kitchen.goals": nested}).summary.unaligned == 1


def test_the_same_goal_in_two_teams_is_laid_side_by_side() -> None:
    goal = "period: 2026\ngoal: Raise the share of returning guests from 40 % to 55 % by 30 June 2026\n"
    review = reviewed({"a.goals": f"team: A\n{goal}", "b.goals": f"team: B\n{goal}"})
    (same,) = (one for one in review.overlaps if one.kind == "same")
    assert (same.goals, same.teams, same.message) == ((0, 1), (0, 1), "")


def test_a_goal_that_is_handed_down_in_its_own_words_is_no_overlap() -> None:
    goal = "period: 2026\ngoal {id}: Raise the share of returning guests from 40 % to 55 % by 30 June 2026\n"
    texts = {
        "a.goals": "team: A\n" + goal.format(id="S1"),
        "b.goals": "team: B\n" + goal.format(id="G1") + "  supports: A/S1\n",
    }
    assert reviewed(texts).overlaps == ()


def test_more_here_and_less_there_is_told() -> None:
    less = MORE.replace("Raise", "Reduce")
    review = reviewed({"a.goals": MORE.format(team="A", low=10, high=20), "b.goals": less.format(team="B", low=20, high=10)})
    assert [(one.kind, one.goals) for one in review.overlaps] == [("opposite", (0, 1))]


def test_things_that_are_counted_are_won_here_and_lost_there() -> None:
    texts = {
        "a.goals": "team: A\nperiod: 2026\ngoal: Win 40 more regular guests by 30 June 2026\n",
        "b.goals": "team: B\nperiod: 2026\ngoal: Lose 40 fewer regular guests by 30 June 2026\n",
    }
    assert [one.kind for one in reviewed(texts).overlaps if one.kind == "opposite"] == []


def test_what_a_rule_finds_in_several_goals_is_an_overlap_with_all_of_them() -> None:
    double = TEXTS["board.goals"] + TEXTS["board.goals"].split("\n\n", 1)[1].replace("S1", "S2")
    extra = [rule for rule in load() if rule.name == "duplicate-goal"]
    review = reviewed({"board.goals": double}, settings(extra=extra))
    (one,) = review.overlaps
    assert (one.kind, set(one.goals)) == ("finding", {0, 1})
    assert one.finding is not None
    assert review.findings[one.finding].message == one.message
