"""Which maps are goals."""

from __future__ import annotations

import pytest

from tests.readers.data import goals


@pytest.mark.parametrize(
    "text",
    [
        "properties: {goal: {type: string, description: What the team wants to reach}}",
        "researcher: {goal: Find out all about bees, backstory: Long ago}",
        "goals: {title: Your goals, add: Add a new goal for the team, none: You have no goals yet}",
        "goals: [clean, package]",
        "objective: minimize",
        "goals: [{x: 3, y: 5}]",
        "metric: {goal: minimize, name: loss}",
        "goals: 3",
        "goals: [{minute: 12, player: Finn scores with his left foot}]",
        "nav: [{Our goals for 2026: goals/2026.md}]",
    ],
)
def test_what_programs_call_goals(text: str) -> None:
    assert goals(text) == []


def test_a_team_with_a_name_is_no_goal() -> None:
    assert goals("okrs: [{name: Sales team of the north, objectives: [Sign 12 customers]}]") == ["Sign 12 customers"]


def test_a_goal_may_have_goals() -> None:
    text = "objectives: [{title: Build a pool for everybody, goals: [Raise 2 million euros]}]"
    assert goals(text) == ["Build a pool for everybody", ".Raise 2 million euros"]


def test_a_metric_is_a_goal_where_there_is_an_aim() -> None:
    assert goals("goals: [{metric: Calls a week, target: 45}]") == ["Calls a week"]
    assert goals("goals: [{metric: Calls a week}]") == []


def test_what_a_key_result_is_to_reach_is_not_its_sentence() -> None:
    text = "nyckelresultat: [{beskrivning: Definitionen godkänd av ekonomi, mål: ja, status: ja}]"
    assert goals(f"mål: [{{mål: Alla rapporter bygger på samma siffror, {text}}}]") == [
        "Alla rapporter bygger på samma siffror",
        ".Definitionen godkänd av ekonomi",
    ]


def test_a_team_whose_objective_is_not_written_yet_is_no_goal() -> None:
    assert goals("teams:\n  - name: Finance and people\n    owner: Ulla\n    objective: TBD\n") == []


@pytest.mark.parametrize("key", ["done_last_half", "ferdig_siden_sist", "gjorde_vi"])
def test_what_was_done_before_is_no_goal(key: str) -> None:
    assert goals(f"goals: [Sign 12 customers]\n{key}: [Moved 3 jobs off the old host]\n") == ["Sign 12 customers"]
