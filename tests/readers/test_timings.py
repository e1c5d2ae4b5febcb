"""Times in data files."""

from __future__ import annotations

from datetime import date

import pytest

from tests.readers.data import the
from tests.readers.told import due

GOAL = "goal: Sign 12 new customers\n"


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ("year: 2026\nquarter: 3", "2026-09-30"),
        ("year: 2026\nquarter: Q2", "2026-06-30"),
        ("quarter: Q2-2026", "2026-06-30"),
        ("period: {start: 2026-01-01, end: 2026-03-31}", "2026-03-31"),
        ("year: 2026", "2026-12-31"),
        ("due: 2026-05-01T12:00:00Z", "2026-05-01"),
    ],
)
def test_periods_in_parts(fields: str, end: str) -> None:
    assert due(the(GOAL + fields)) == end


@pytest.mark.parametrize("key", ["goals_2026", "2026 goals", "goals-fy26"])
def test_keys_that_are_times(key: str) -> None:
    assert due(the(f"{key}: [Sign 12 new customers]")) == "2026-12-31"


@pytest.mark.parametrize(
    "milestones",
    [
        "\n  - 2026-03-31: 5 customers\n  - 2026-05-31: 9 customers",
        "\n  - {date: 2026-03-31, value: 5 customers}\n  - {date: 2026-05-31, value: 9 customers}",
        "\n  2026-03-31: 5 customers\n  2026-05-31: 9 customers",
        "\n  - '2026-03-31: 5 customers'\n  - '2026-05-31: 9 customers'",
    ],
)
def test_milestones(milestones: str) -> None:
    found = the(f"{GOAL}milestones:{milestones}").fields["milestones"].value
    assert [(one.time.end, one.quantity.value) for one in found] == [(date(2026, 3, 31), 5), (date(2026, 5, 31), 9)]


def test_milestones_without_days_are_kept_as_they_are() -> None:
    assert "x-milestones" in the(f"{GOAL}milestones: [Hire two, Open the shop]").fields


@pytest.mark.parametrize(
    "group",
    [
        "title: Q1 2027",
        "label: 2027-Q1",
        "name: Q1 2027 (draft)",
        "id: 2027-q1",
        "navn: 1. kvartal 2027",
        "cyklus: 2027-Q1",
        "periode: {fra: 2027-01-01, til: 2027-03-31}",
        "period: {från: 2027-01-01, till: 2027-03-31}",
    ],
)
def test_what_a_group_of_goals_is_called_after(group: str) -> None:
    assert due(the(f"cycles:\n  - {group}\n    goals: [Sign 12 new customers]\n")) == "2027-03-31"


@pytest.mark.parametrize("group", ["name: Vinter", "name: Sales team 3", "id: 12", "name: After Q1 2027 we rest"])
def test_other_names_of_groups_are_no_times(group: str) -> None:
    assert due(the(f"cycles:\n  - {group}\n    goals: [Sign 12 new customers]\n")) == ""
