"""What is a goal in a data file, and what belongs to it."""

from __future__ import annotations

import pytest

from tests.readers.data import goals, read, the, told
from tests.readers.told import due, owners


@pytest.mark.parametrize(
    "text",
    [
        "goals: [Sign 12 new customers]",
        "goal: Sign 12 new customers",
        "goals:\n  G1: Sign 12 new customers",
        "goals:\n  G1: {goal: Sign 12 new customers}",
        "goals:\n  Sign 12 new customers: {owner: Kim Day}",
        "company:\n  plan:\n    - goals: [{title: Sign 12 new customers}]",
        "goals: {goal: Sign 12 new customers}",
        "- goal: Sign 12 new customers",
        "- type: goal\n  title: Sign 12 new customers",
        "goal 1: Sign 12 new customers\nkr 1: x",
        "team goals: [[Sign 12 new customers]]",
    ],
)
def test_shapes(text: str) -> None:
    assert goals(text) == ["Sign 12 new customers"]


def test_an_objective_with_its_key_results() -> None:
    for results in ("key_results: [Sign 12 customers]", "krs: [{kr: Sign 12 customers}]", "KR1: Sign 12 customers"):
        assert goals(f"objective: Grow in the north\n{results}") == ["Grow in the north", ".Sign 12 customers"]
    assert goals("okrs:\n  Grow in the north: [Sign 12 customers, Open 3 shops]") == [
        "Grow in the north",
        ".Sign 12 customers",
        ".Open 3 shops",
    ]


def test_results_and_metrics_below_an_objective() -> None:
    text = "objective: Grow in the north\nmetrics:\n  - {metric: Calls a week, from: 20, to: 45}\n"
    assert goals(text) == ["Grow in the north", ".Calls a week"]
    assert goals("objective: Grow in the north\nmetrics: [Calls a week, Shops]\n") == ["Grow in the north"]


def test_teams_people_and_times_hand_down() -> None:
    text = """
year: 2026
teams:
  sales: {lead: Amy Holt, goals: [Sign 12 new customers]}
people:
  Kim Day: {goals: [Learn to weld by 1 May 2026]}
Q3 2026:
  goals: [Open 3 shops]
"""
    sales, kim, third = read(text).all_goals
    assert (sales.team, owners(sales), due(sales)) == ("sales", "Amy Holt", "2026-12-31")
    assert (kim.team, owners(kim), due(kim)) == ("", "Kim Day", "2026-05-01")
    assert due(third) == "2026-09-30"


def test_the_name_of_the_file_promises_goals() -> None:
    text = "- title: Sign 12 new customers\n  due: 2026-05-01\n"
    for name in ("okrs.yaml", "okrs-2026.yaml", "sales.goals.yaml", "plans/mål_2026.yml"):
        assert goals(text, name) == ["Sign 12 new customers"]
    assert goals(text, "shopping.yaml") == []


def test_but_names_alone_are_none() -> None:
    assert goals("- name: Go through a portal\n- name: Catch a fish\n", "goals.yaml") == []
    assert goals("fat: 133\nprotein: 123\n", "goals.yaml") == []


def test_what_tells_that_it_is_a_goal_is_kept() -> None:
    for text, because in (
        ("objectives: [Grow in the north]", "objectives"),
        ("goal: Grow in the north", "goal"),
        ("- type: goal\n  name: Grow in the north", "goal"),
    ):
        goal = the(text)
        assert goal.because is not None
        assert text[slice(*goal.because)] == because


def test_ids() -> None:
    assert the("goals:\n  - id: G7\n    goal: Sign 12 customers").id.text == "G7"
    assert the("goals:\n  north: Sign 12 customers").id.text == "north"
    goal = the("goals:\n  - id: 9d3f0c1e-5f0e-4a52-9d0e-7f7f1c6b2a11\n    goal: Sign 12 customers")
    assert goal.id.text == ""
    assert told(goal) == {"x-id": "9d3f0c1e-5f0e-4a52-9d0e-7f7f1c6b2a11"}


def test_the_sentence_is_the_one_that_says_what_is_to_be_reached() -> None:
    assert goals("goals: [{name: Churn, description: Cut churn from 9 % to 4 % by June}]") == [
        "Cut churn from 9 % to 4 % by June"
    ]
    goal = the("goals: [{title: Cut churn to 4 %, description: Half of them leave in spring}]")
    assert (goal.statement.plain, told(goal)) == ("Cut churn to 4 %", {"note": "Half of them leave in spring"})


def test_signs_and_people_around_the_sentence() -> None:
    goal = the("goals: ['✅ Sign 12 customers (Kim Day)']")
    assert (goal.statement.plain, goal.status, owners(goal)) == ("Sign 12 customers", "done", "Kim Day")


def test_a_list_that_stands_elsewhere_is_read_once() -> None:
    text = "x: &x\n  - Sign 12 customers\ngoals: *x\nobjectives: *x\n"
    assert goals(text) == ["Sign 12 customers"]
    assert goals("goals: &g\n  - Sign 12 customers\nmore:\n  goals: *g\n") == ["Sign 12 customers"]


def test_parts_that_hold_no_goals() -> None:
    assert goals("non_goals: [Sign 12 customers]\narchive: {goals: [Sign 9 customers]}\ngoals: []") == []


def test_a_suppression_speaks_of_the_goal_below_it() -> None:
    document = read("goals:\n  # smartlint: ignore[OWN001] -- not yet\n  - id: G1\n    goal: Sign 12 customers\n")
    (directive,) = document.directives
    (goal,) = document.goals
    assert any(span.contains(goal.head) for span in directive.scope)


def test_deep_files_are_read() -> None:
    text = "a:\n" + "".join(f"{' ' * depth}a:\n" for depth in range(1, 60)) + " " * 60 + "goals: [Sign 12 customers]\n"
    assert goals(text) == ["Sign 12 customers"]
    nested = "objective: Grow in the north\n"
    for depth in range(1, 45):
        nested += f"{'  ' * (depth - 1)}goals:\n{'  ' * (depth - 1)}- goal: Sign {depth} customers\n" if depth < 2 else ""
    assert goals(nested) == ["Grow in the north", ".Sign 1 customers"]


def test_a_list_of_goals_stands_beside_a_text_that_speaks_of_goals() -> None:
    text = (
        "shop: Nord\nactive:\n  - goal: Sell 9 cakes a day\n    owner: Kim Day\nhelp: Add new goals last. Never delete one.\n"
    )
    text += "daily:\n  - Wash 40 trays every morning\n"
    assert goals(text, "shop-goals.yaml") == ["Sell 9 cakes a day"]
    assert goals("title: Your goals\nadd: Add a goal to the list\nnone: You have no goals yet\n", "goals.yaml") == []


def test_a_group_of_goals_may_be_called_as_a_field_is() -> None:
    assert goals("mål:\n  publikum: [900 gjester på åpen dag]\n  samling: [Digitalisere 200 bilder]") == [
        "900 gjester på åpen dag",
        "Digitalisere 200 bilder",
    ]
    assert goals("goals:\n  shop: [Sell 40 lamps by June]\n  notes: [Talk to Ann about the till]") == ["Sell 40 lamps by June"]
