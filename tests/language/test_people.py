import pytest

from smartlint.language.people import read_people, split_people


def people(text: str) -> list[tuple[str, str, str, str]]:
    return [(one.text, one.kind, one.email, one.handle) for one in read_people(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kari Nordmann", ("person", "", "")),
        ("@kari", ("person", "", "@kari")),
        ("kari@example.com", ("person", "kari@example.com", "")),
        ("Kari Nordmann <kari@example.com>", ("person", "kari@example.com", "")),
        ("Head of Sales", ("role", "", "")),
        ("daglig leder", ("role", "", "")),
        ("säljchefen", ("role", "", "")),
        ("Salgs- og markedssjef", ("role", "", "")),
        ("Research & Development", ("role", "", "")),
        ("teamleder Mette Krogh", ("role", "", "")),
        ("Åse-Marie d'Arc O’Neil", ("person", "", "")),
        ("Ludwig van Beethoven", ("person", "", "")),
        ("alle", ("group", "", "")),
        ("the whole team", ("group", "", "")),
        ("hele avdelingen", ("group", "", "")),
        ("alle tilsette", ("group", "", "")),
        ("alla medarbetare", ("group", "", "")),
        ("salgsafdelingen", ("group", "", "")),
        ("vi", ("group", "", "")),
        ("Kari", ("name", "", "")),
    ],
)
def test_one_owner(text: str, expected: tuple[str, str, str]) -> None:
    assert people(text) == [(text, *expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Kari Nordmann and Per Hansen",
        "Kari Nordmann og Per Hansen",
        "Kari Nordmann, Per Hansen",
        "Kari Nordmann & Per Hansen",
    ],
)
def test_two_people_are_two_owners(text: str) -> None:
    assert [(one.text, one.kind) for one in read_people(text)] == [
        ("Kari Nordmann", "person"),
        ("Per Hansen", "person"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kari og Per",
        "Amy and Bo",
        "Anna och Erik",
        "Mette samt Lars",
        "Amy, Bo",
        "Ingrid/Ola",
        "Kari-Anne & Per",
        "Kari og Per Hansen",
    ],
)
def test_two_first_names_are_two_owners(text: str) -> None:
    found = read_people(text)
    assert [one.kind for one in found] == ["person", "person"]
    assert [text[slice(*one.span)] for one in found] == [one.text for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Bo og omsorg",
        "Bo og Miljø",
        "May/June",
        "Kari og styret",
        "Sales and Marketing",
        "kari og per",
        "Art & Design",
        "IT og Kari",
    ],
)
def test_a_first_name_beside_something_else_is_no_second_owner(text: str) -> None:
    assert len(read_people(text)) == 1


def test_places_are_those_of_the_file() -> None:
    line = "owner:  Kari Nordmann, @per"
    found = read_people(line[6:], 6)
    assert [line[one.span.start : one.span.end] for one in found] == ["Kari Nordmann", "@per"]
    assert read_people("  \t") == ()


def test_a_list_of_contributors_is_parted_by_commas_only() -> None:
    text = "Per Hansen, Research & Development,, @kari"
    found = split_people(text, 10)
    assert [one.text for one in found] == ["Per Hansen", "Research & Development", "@kari"]
    assert [text[one.span.start - 10 : one.span.end - 10] for one in found] == [one.text for one in found]
    assert split_people("") == ()
