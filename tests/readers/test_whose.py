"""Names: of people, roles, units and everybody."""

from __future__ import annotations

import pytest

from smartlint.readers.whose import (
    ended,
    is_everybody,
    is_people,
    is_self,
    is_whole_time,
    name_length,
    names_owner,
    own_name,
    stands_before,
)


@pytest.mark.parametrize("text", ["Anna", "@kim", "Ulla / Henning", "@lena och @per", "Tor Egil", "Ib"])
def test_people(text: str) -> None:
    assert is_people(text)


@pytest.mark.parametrize("text", ["", "12 May", "in autumn", "Owner", "7 kunder / 8 kunder"])
def test_what_is_nobody(text: str) -> None:
    assert not is_people(text)


def test_roles_and_everybody() -> None:
    assert names_owner("the treasurer")
    assert not names_owner("40 % of customers")
    assert is_everybody("hela teamet")


def test_a_time_is_no_name() -> None:
    assert is_whole_time("1 June 2027")
    assert not is_whole_time("Anna")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Priya unless a name stands in brackets. We score in May.", "Priya"),
        ("Farida Nouri. Uppdragsgivare: chefen.", "Farida Nouri"),
        ("Stig – ikke rør arket!", "Stig"),
        ("A. Bright", "A. Bright"),
        ("Anna and the Saturday crew", "Anna and the Saturday crew"),
    ],
)
def test_a_name_ends_where_the_line_says_something_else(text: str, name: str) -> None:
    assert text[: name_length(text)] == name


@pytest.mark.parametrize(
    ("text", "status"),
    [("done in May!", "done"), ("Done", "done"), ("dropped", "cancelled"), ("done in part", ""), ("open", ""), ("", "")],
)
def test_what_is_over(text: str, status: str) -> None:
    assert ended(text) == status


def test_several_people() -> None:
    assert is_people("Anna och Ove")
    assert is_people("Anna, Bo & Kim")
    assert not is_people("Malmö och Lund")


def test_a_role_behind_a_name_is_no_second_person() -> None:
    assert name_length("Bente Moe, kasserer") == len("Bente Moe")
    assert name_length("Bente, Kari") == len("Bente, Kari")


def test_whose_goals_a_file_has() -> None:
    assert is_self("name", "Ingrid Nes")
    assert is_self("person", "Yewande")
    assert not is_self("name", "Sales Goals")
    assert not is_self("team", "Ingrid Nes")


def test_a_sentence_that_ends_in_a_word_for_all_is_nobody() -> None:
    assert is_everybody("Fælles for hele teamet")
    assert not is_everybody("Lesing for alle")
    assert not is_everybody("Nobody misses an appointment because of us")


def test_a_place_behind_a_name() -> None:
    assert name_length("Thea, Nes-butikken") == len("Thea")
    assert name_length("Anna, Anne-Grethe") == len("Anna, Anne-Grethe")


@pytest.mark.parametrize("text", ["VP Sales", "Head of Ops", "Leder for drift", "Chef för butiken", "All", "Kim Moe"])
def test_who_stands_before_a_sentence(text: str) -> None:
    assert stands_before(text)


@pytest.mark.parametrize("text", ["Waste", "Svinn", "New customers"])
def test_what_stands_before_one(text: str) -> None:
    assert not stands_before(text)


def test_all_of_a_group_are_everybody_and_all_goals_are_not() -> None:
    assert is_everybody("Alle læger")
    assert not is_everybody("Alle mål")


@pytest.mark.parametrize("text", ["Oslo, Hamar", "Malmö, Lund och Ystad", "web, app"])
def test_places_and_tags_are_nobody(text: str) -> None:
    assert not is_people(text, roles=True)


@pytest.mark.parametrize(
    ("text", "name"), [("Kateket Solveig Brun", "Solveig Brun"), ("Anne Marie Lie", "Anne Marie Lie"), ("Kim Moe", "Kim Moe")]
)
def test_a_role_before_two_names(text: str, name: str) -> None:
    assert own_name(text) == name


@pytest.mark.parametrize("text", ["husnemnda", "Kioskgjengen", "stugfogden", "valgstyret"])
def test_offices_and_groups_by_their_endings(text: str) -> None:
    assert names_owner(text)
