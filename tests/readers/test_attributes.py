"""Fields of goals in data files."""

from __future__ import annotations

import pytest

from smartlint.goal import Goal
from tests.readers.data import read, the, told
from tests.readers.told import due, owners


def goal(fields: str, path: str = "plan.yaml") -> Goal:
    return the(f"goal: Sign 12 new customers\n{fields}\n", path)


def test_the_usual_ones() -> None:
    found = goal("owner: Kim Day\ndue_date: 2026-05-01\nwhy: They asked\npriority: P1\ntags: [north, new]")
    assert (owners(found), due(found), found.tags) == ("Kim Day", "2026-05-01", ("north", "new"))
    assert told(found)["why"] == "They asked"


@pytest.mark.parametrize("owner", ["[Kim Day, Ola Vik]", "\n  - Kim Day\n  - Ola Vik", "[{name: Kim Day}, {name: Ola Vik}]"])
def test_several_people(owner: str) -> None:
    assert [person.text for person in goal(f"owners: {owner}").owner] == ["Kim Day", "Ola Vik"]


def test_a_map_about_one_thing() -> None:
    assert owners(goal("owner: {name: Kim Day, email: kim@example.com}")) == "Kim Day"
    found = goal("target: {value: 45, unit: '%', date: 2026-05-01}")
    assert found.target is not None
    assert (found.target.value, found.target.unit, due(found)) == (45, "percent", "2026-05-01")


def test_amounts_with_their_unit() -> None:
    found = goal("from: 30\nto: 45\nunit: percent")
    assert found.baseline is not None
    assert found.target is not None
    assert (found.baseline.value, found.baseline.unit, found.target.value, found.target.unit) == (30, "percent", 45, "percent")


def test_a_unit_without_amounts_is_a_team() -> None:
    assert goal("unit: Sales").team == "Sales"


def test_what_begins_with_a_day_is_no_amount() -> None:
    found = goal("from: 2026-01-15\nend: 2026-05-01")
    assert found.start is not None
    assert (found.baseline, due(found)) == (None, "2026-05-01")


@pytest.mark.parametrize(
    ("status", "meaning"),
    [("on_track", "committed"), ("at-risk", "at_risk"), ("Done", "done"), ("✅", "done"), ("nådd", "done")],
)
def test_status(status: str, meaning: str) -> None:
    assert goal(f"status: {status}").status == meaning


def test_a_status_of_another_sort_is_kept() -> None:
    found = goal("status: 4 of 7")
    assert (found.status, told(found)) == ("committed", {"x-status": "4 of 7"})


@pytest.mark.parametrize(("done", "status"), [("true", "done"), ("yes", "done"), ("false", "committed")])
def test_a_flag(done: str, status: str) -> None:
    assert goal(f"completed: {done}").status == status


@pytest.mark.parametrize(("confidence", "value"), [("0.7", 0.7), ("70 %", 0.7), ("7/10", 0.7), ("7", 0.7), ("70", 0.7)])
def test_confidence(confidence: str, value: float) -> None:
    assert goal(f"confidence: {confidence}").fields["confidence"].value == value


def test_what_is_to_be_done() -> None:
    found = goal("how:\n  - Call ten leads a week\n  - {task: Visit the fair, owner: Kim Day, due: 1 May 2026}")
    first, second = found.actions
    assert (first.text.plain, second.text.plain) == ("Call ten leads a week", "Visit the fair")
    assert [person.text for person in second.owner] == ["Kim Day"]


def test_keys_that_nobody_knows_are_kept() -> None:
    assert told(goal("Board Weight: 0.3\ncolours: [red, blue]\nempty: null")) == {
        "x-board-weight": "0.3",
        "x-colours": "red blue",
    }


def test_what_is_empty_is_told_and_what_is_null_says_that_there_is_none() -> None:
    problems = read("goal: Sign 12 new customers\nowner:\ndeadline: null\n").problems
    assert [(problem.kind, problem.data["word"]) for problem in problems] == [("empty-field", "owner")]


def test_a_key_twice_is_told() -> None:
    text = "goal: Sign 12 new customers\nowner: Kim Day\nowner: Ola Vik\n"
    (problem,) = read(text).problems
    assert (problem.kind, problem.span.start) == ("duplicate-field", text.rindex("owner"))
    assert owners(read(text).goals[0]) == "Kim Day"


@pytest.mark.parametrize("key", ["action", "tiltak", "åtgärd", "handling", "indsats", "step", "oppgave"])
def test_an_action_is_called_after_what_it_is(key: str) -> None:
    first, second = goal(f"actions:\n  - {key}: Bake every day\n    owner: Jo\n  - id: A2\n    {key}: Go to 3 fairs").actions
    assert (first.text.text, [person.text for person in first.owner]) == ("Bake every day", ["Jo"])
    assert (second.text.text, second.owner) == ("Go to 3 fairs", ())


def test_a_confidence_off_its_scale_is_a_slip() -> None:
    assert goal("confidence: 70").fields["confidence"].value == 0.7
    assert "x-confidence" not in goal("confidence: 700").fields
    assert "x-confidence" in goal("confidence: quite sure").fields
