"""What keys mean."""

from __future__ import annotations

import pytest

from smartlint.readers.keys import Keys, may_hold_goals, spelt
from smartlint.readers.mapping import NOTHING
from smartlint.readers.nodes import Pairs, Scalar
from smartlint.source import Span

KEYS = Keys("en", NOTHING)


def key(text: str) -> Scalar:
    return Scalar(Span(0, len(text)), (Span(0, len(text)),), text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("goals", "goal"),
        ("okrs", "objective"),
        ("OKRs", "objective"),
        ("keyResults", "key_result"),
        ("krs", "key_result"),
        ("team_goals", "goal"),
        ("objectives-2026", "objective"),
        ("q3_goals", "goal"),
        ("mål for salg", "goal"),
        ("effektmål", "effect"),
        ("maal", "goal"),
        ("nokkelresultater", "key_result"),
        ("salgsmål", "goal"),
    ],
)
def test_keys_of_goals(name: str, kind: str) -> None:
    found = KEYS.kind(key(name))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "name", ["goal_id", "goal_tolerance", "objective_function", "/goals", "goals.md", "non_goals", "formål"]
)
def test_keys_of_none(name: str) -> None:
    assert KEYS.kind(key(name)) is None


@pytest.mark.parametrize(
    ("name", "kind"), [("KR1", "key_result"), ("O2", "objective"), ("goal 3", "goal"), ("mål_2.1", "goal")]
)
def test_a_number_names_one_goal(name: str, kind: str) -> None:
    found = KEYS.numbered(key(name))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("name", ["goals", "Q3", "2026", "h1", "step 1"])
def test_not_every_number_does(name: str) -> None:
    assert KEYS.numbered(key(name)) is None


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("owner", "owner"),
        ("owner_id", "owner"),
        ("dueDate", "deadline"),
        ("target-date", "deadline"),
        ("start_value", "baseline"),
        ("ansvarlig", "owner"),
        ("agare", "owner"),
        ("klart_senast", "deadline"),
        ("kr_id", "id"),
        ("colour", ""),
    ],
)
def test_keys_of_fields(name: str, field: str) -> None:
    assert KEYS.field(key(name)) == field


def test_letters_that_programs_dislike() -> None:
    assert spelt("noekkelresultater") == "nøkkelresultater"
    assert spelt("agare") == "ägare"
    assert spelt("goals") == "goals"


def test_a_map_of_a_program() -> None:
    assert KEYS.is_description(Pairs(Span(0, 0), [(key("type"), key("string"))]))
    assert KEYS.is_machine(Pairs(Span(0, 0), [(key("backstory"), key("Long ago"))]))
    assert not KEYS.is_machine(Pairs(Span(0, 0), [(key("type"), key("objective"))]))


def test_parts_without_goals() -> None:
    assert KEYS.is_closed(key("non_goals"))
    assert KEYS.is_closed(key("avgrensninger"))
    assert not KEYS.is_closed(key("results"))


def test_what_cannot_hold_goals_is_told_from_its_text() -> None:
    for text in ("okrs:", "keyResults: []", "team_goals", "MAAL", "salgsmål: x", "noekkelresultater"):
        assert may_hold_goals(text)
    assert not may_hold_goals("claims: [x]\nservices: {db: {image: postgres}}")


def test_what_was_before_is_closed_and_a_figure_of_then_is_a_baseline() -> None:
    assert KEYS.is_closed(key("done_last_half"))
    assert KEYS.is_closed(key("siden sist"))
    assert not KEYS.is_closed(key("last_year"))
    assert not KEYS.is_closed(key("i_fjor"))
