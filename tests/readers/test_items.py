"""Items: goals, key results, fields, actions, topics, or nothing of the sort."""

from __future__ import annotations

from tests.readers.told import due, goals, owners, read, the


def test_nested_key_results_and_actions() -> None:
    text = "# OKRs\n\n1. Objective: Sell more\n   1. Sign 9 schools\n      1. Write to them\n   1. KR: Sign 4 shops\n"
    document = read(text)
    assert goals(text) == ["Sell more", ".Sign 9 schools", ".Sign 4 shops"]
    assert [action.text.text for action in document.all_goals[1].actions] == ["Write to them"]


def test_fields_below_an_item() -> None:
    goal = the("# Goals\n\n- Sell 9 cakes\n  - Owner: Kim Day\n  - Due: 2026-05-01\n  - How:\n    - Bake\n    - Sell\n")
    assert (owners(goal), due(goal)) == ("Kim Day", "2026-05-01")
    assert [action.text.text for action in goal.actions] == ["Bake", "Sell"]


def test_fields_on_the_lines_below_an_item() -> None:
    goal = the("# Goals\n\n- Sell 9 cakes\n  **Owner:** Kim Day\n  Due: 2026-05-01\n")
    assert (goal.statement.plain, owners(goal), due(goal)) == ("Sell 9 cakes", "Kim Day", "2026-05-01")


def test_other_nested_items_are_how() -> None:
    goal = the("# Goals\n\n- Sell 9 cakes in town\n  - Bake\n  - Sell\n")
    assert [action.text.text for action in goal.actions] == ["Bake", "Sell"]


def test_a_topic_over_goals() -> None:
    assert goals("# Goals\n\n- Health\n  - Run 10 km\n  - Sleep 8 hours\n- **Work:**\n  - Open 2 shops\n") == [
        "Run 10 km",
        "Sleep 8 hours",
        "Open 2 shops",
    ]


def test_a_metric_with_its_goal_below_it() -> None:
    goal = the("# Goals\n\n- Cakes sold a day\n  - Goal: 5,000\n")
    assert goal.statement.plain == "Cakes sold a day"
    assert goal.target is not None
    assert goal.target.value == 5000


def test_a_sentence_over_several_lines_and_a_colon_in_it() -> None:
    assert goals("# Goals\n\n- Budget: keep rent, light and\n  water below 4,000 a month\n") == [
        "Budget: keep rent, light and water below 4,000 a month"
    ]


def test_status_in_other_words_is_kept_as_it_is() -> None:
    document = read("# Goals\n\n- Sell 9 cakes\n  - Status: ask Kim\n")
    assert not document.problems
    assert document.all_goals[0].fields["x-status"].text.text == "ask Kim"
