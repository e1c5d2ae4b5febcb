"""Which goals a graph shows."""

from smartlint.review.graphs import graph, graph_of, named, of_teams
from tests.review.organisation import TEXTS, basis, reviewed

SALES = """\
team: Sales
period: 2026
goal V1: Win 40 customers by 30 June 2026
  supports: Kitchen/G1
  goal V1.1: Call 9 shops
"""


def test_it_is_that_of_the_review() -> None:
    read, judged = graph(basis()), graph_of(reviewed())
    assert [goal.name for goal in read.goals] == [goal.name for goal in judged.goals]
    assert [tuple(vars(one).values()) for one in read.links] == [tuple(vars(one).values()) for one in judged.links]
    assert list(read.teams) == ["Board", "Kitchen", "Reception"]


def test_goals_without_links_can_be_left_out() -> None:
    assert [goal.name for goal in graph(basis()).linked().goals] == ["S1", "G1", "R1"]


def test_a_team_is_shown_with_all_that_it_serves_and_what_serves_it() -> None:
    whole = graph(basis({**TEXTS, "sales.goals": SALES}))
    assert [goal.name for goal in of_teams(whole, ["sales"]).goals] == ["S1", "G1", "V1", "V1.1"]
    assert [goal.name for goal in of_teams(whole, ["Kitchen"]).goals] == ["S1", "G1", "G2", "V1"]
    assert len(of_teams(whole, ["Kitchen"]).links) == 2


def test_a_goal_is_named_by_its_id_and_its_sentence() -> None:
    first, *_ = graph(basis({"a.goals": "goal G1: Win 9\n"})).goals
    other, *_ = graph(basis({"a.goals": "goal: Win 9\n"})).goals
    assert (named(first), named(other)) == ("G1: Win 9", "Win 9")
