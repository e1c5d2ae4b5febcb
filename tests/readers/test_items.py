"""Items: goals, key results, fields, actions, topics, or nothing of the sort."""

from __future__ import annotations

import pytest

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


def test_lines_of_an_item_with_a_sign_each_are_its_results() -> None:
    text = "# OKR 2. kvartal\n\n1. **Ingen venter på oss** \\\n   🟢 [Siv] Svar innen 2 timer \\\n   🔴 [Ola] 90 % løst\n"
    document = read(text)
    assert goals(text) == ["Ingen venter på oss", ".Svar innen 2 timer", ".90 % løst"]
    assert [owners(goal) for goal in document.all_goals] == ["", "Siv", "Ola"]


def test_numbered_lines_below_a_goal_are_its_results() -> None:
    text = "Mål 1: Mindre drivstoff\n  NR1: Forbruk ned 8 prosent\n     NR2: Alle skip har ny propell\n"
    assert goals(text) == ["Mindre drivstoff", ".Forbruk ned 8 prosent", ".Alle skip har ny propell"]


def test_items_with_figures_below_wishes_are_results_and_below_figures_deeds() -> None:
    first = "1. Nobody is turned away\n   1. Open 18 beds\n   1. Answer in 2 hours\n"
    text = f"# Goals\n\n{first}1. Help 120 people\n   1. ring 9 landlords\n"
    assert goals(text.replace("Help 120 people", "Help people")) == [
        "Nobody is turned away",
        ".Open 18 beds",
        ".Answer in 2 hours",
        "Help people",
        ".ring 9 landlords",
    ]
    assert goals(text.replace("Open 18 beds", "Open beds").replace("Answer in 2 hours", "Answer")) == [
        "Nobody is turned away",
        "Help 120 people",
    ]


def test_a_metric_over_its_figures_is_a_goal_wherever_it_stands() -> None:
    goal = the("# Numbers for the shop\n\n- Visits a week\n  - Now: 14,200\n  - Goal: 20,000\n- Returns\n  - Now: 9 %\n")
    assert goal.statement.plain == "Visits a week"
    assert goal.target is not None
    assert goal.baseline is not None


@pytest.mark.parametrize(
    "text",
    [
        "# Goals 2027\n\n- The shop is found\n  - Sales (Kim):\n    - 40 new customers\n    - At least 3 visits a week\n",
        "# Mål 2027\n\n1. **Skulen er full**\n   1. Inntak (Ragna):\n      1. 104 elevar\n      1. Minst 2 søkjarar til kvar\n",
        "# Mål 2027\n\n* Vi syns i staden\n  * Försäljning (Anna):\n    * 40 nya kunder\n    * Minst 3 besök i veckan\n",
    ],
)
def test_items_that_part_the_results_of_a_goal(text: str) -> None:
    objective, *results = read(text).all_goals
    assert [goal.kind for goal in (objective, *results)] == ["objective", "key_result", "key_result"]
    assert {owners(goal) for goal in results} <= {"Kim", "Ragna", "Anna"}
    assert owners(results[0])


@pytest.mark.parametrize(
    "text",
    [
        "# Mål 2027\n\n1. **Nyhedsbrev** \\\n   40.000 klik til shoppen \\\n   Målgruppe: naboer 35–65 \\\n   Ansvar: Signe\n",
        "# Goals 2027\n\n- **Lunch club**  \n  At least 40 guests every Thursday  \n  Owner: Bert\n",
    ],
)
def test_a_topic_in_bold_print_over_the_line_that_says_the_goal(text: str) -> None:
    goal = the(text)
    assert goal.statement.plain in ("40.000 klik til shoppen", "At least 40 guests every Thursday")
    assert owners(goal) in ("Signe", "Bert")


def test_one_short_name_among_goals_is_a_goal_too() -> None:
    text = "# Goals 2027\n\n1. The hall is never half empty\n   - 65 seats sold a night\n   - 80 passes sold\n"
    text += "1. Volunteers who stay\n   - 6 new operators trained\n   - At most 2 nights a month\n"
    text += "1. We show what nobody has at home\n   - 4 films on 35 mm\n   - 2 silent films\n"
    assert "Volunteers who stay" in goals(text)


@pytest.mark.parametrize("legend", ["🟢 i rute, 🟡 usikkert, 🔴 trenger hjelp", "✅ done · ⏳ under way · ❌ dropped"])
def test_what_signs_mean_is_no_goal(legend: str) -> None:
    assert goals(f"# Goals 2027\n\n- 🟢 Sell 40 boats\n- 🟡 Sell 50 bikes\n\n{legend}\n") == ["Sell 40 boats", "Sell 50 bikes"]
