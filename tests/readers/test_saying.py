"""What items say by themselves."""

from __future__ import annotations

from datetime import date

import pytest

from smartlint.readers import read_document
from tests.readers.told import goals, read, the


@pytest.mark.parametrize("gap", ["TBD", "to be decided", "TBA"])
def test_a_numbered_goal_is_one_though_nobody_knows_what_it_says(gap: str) -> None:
    assert goals(f"- Objective: Readers come back\n  - KR1: {gap}\n  - KR2: 40 % open it twice\n")[1] == f".{gap}"


@pytest.mark.parametrize("gap", ["XXX", "[what]", "{goal}", "(somebody has an idea)", "..."])
def test_forms_have_no_goals(gap: str) -> None:
    assert goals(f"- Objective: Readers come back\n  - KR1: {gap}\n") == ["Readers come back"]


def test_a_heading_over_items_without_labels_is_no_objective_where_key_results_have_them() -> None:
    results = "* **KR1:** 9 av 10 rapporter\n* **KR2:** 4 feil i uka\n* **KR3:** 8 av 10 fornøyde\n"
    habits = "### Vaner vi holder ved like\n\n* Demo for alle annenhver fredag\n"
    text = f"# OKR T1 2027\n\n### Tallene er til å stole på\n\n{results}\n{habits}"
    assert "Vaner vi holder ved like" not in goals(text)


def test_a_list_of_a_plan_is_one_of_goals_where_it_says_what_is_to_be() -> None:
    plan = "# Färdplan 2027\n\n## Sedan (hösten 2027)\n\n"
    assert goals(f"{plan}- Alla avgifter ska vara betalda\n- Minst 40 flickor tränar\n") == [
        "Alla avgifter ska vara betalda",
        "Minst 40 flickor tränar",
    ]
    assert goals(f"{plan}- Elljus\n- Klubbstuga\n") == []


def test_what_was_struck_out_and_moved_is_no_goal() -> None:
    text = "## Goals\n\n- ~~Learn Rust~~ not this time\n- ~~Learn Go~~\n- Learn Zig\n"
    assert [(goal.statement.plain, goal.status) for goal in read(text).all_goals] == [
        ("Learn Go", "cancelled"),
        ("Learn Zig", "committed"),
    ]


@pytest.mark.parametrize(
    "entries", ["- 2026-01-04: 12 km, fine\n- 2026-01-11: rest\n", "- 2/1: 12 km, fine\n- 5/1: 20 push-ups\n"]
)
def test_entries_that_begin_with_a_day_that_has_come_are_a_log(entries: str) -> None:
    document = read_document(f"# Goals\n\n- Run 9 km\n\n## Weeks\n\n{entries}", "run.md", today=date(2026, 1, 20))
    assert [goal.statement.plain for goal in document.all_goals] == ["Run 9 km"]


def test_days_that_are_to_come_are_deadlines() -> None:
    assert len(goals("# Goals\n\n- 2031-01-04: 12 shops open\n- 2031-02-11: 40 shops open\n")) == 2


def test_all_is_an_amount() -> None:
    goal = the("# Mål 2026\n\n- Nye med mentor\n  - Mål: alle (ja)\n", "da")
    assert goal.fields["target"].text.plain == "alle (ja)"


def test_what_is_asked_twice_over_is_still_to_be_found() -> None:
    assert goals("# Goals\n\n- Sell 9 cakes\n- lime???\n") == ["Sell 9 cakes"]


@pytest.mark.parametrize("day", ["12. desember", "4 December", "onsdag", "2027-03-06"])
def test_a_calendar_is_no_list_of_goals(day: str) -> None:
    assert goals(f"# Goals 2027\n\n## Hall\n\n- {day}: tournament, 24 teams\n- {day}: party for 80\n") == []


def test_figures_below_a_numbered_goal_are_its_results() -> None:
    heading = "# Årsplan\n\n## Mål 1: Fleire unge på kino\n\nMe veit kvifor.\n\n"
    assert goals(f"{heading}- Minst 40 på kvar film\n- Eit råd med seks ungdommar\n") == [
        "Fleire unge på kino",
        ".Minst 40 på kvar film",
        ".Eit råd med seks ungdommar",
    ]
    assert goals(f"{heading}- Ringje skulen\n- Henge opp plakatar\n") == ["Fleire unge på kino"]
    assert goals(f"{heading}Slik gjer vi det:\n\n- Minst 40 plakatar\n- Ringje seks skular\n") == ["Fleire unge på kino"]
