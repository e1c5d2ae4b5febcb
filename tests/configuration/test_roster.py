"""People and teams from CSV files as spreadsheets write them, from TOML, and from the configuration itself."""

from pathlib import Path

import pytest

from smartlint.configuration.configurations import Configurations
from smartlint.configuration.roster import Roster


def roster(folder: Path, configuration: str, name: str = "", data: bytes = b"") -> Roster:
    (folder / "smartlint.toml").write_text(configuration, encoding="utf-8")
    if name:
        (folder / name).write_bytes(data)
    configurations = Configurations()
    found = configurations.of("x.goals").roster
    configurations.must_be_right()
    return found


@pytest.mark.parametrize(
    "data",
    [
        "name,email,team\nKari Nordmann,kari@example.com,Sør\nÅse Vik,,Sør\n".encode(),
        "\ufeffNavn;E-post;Avdeling\r\nKari Nordmann;kari@example.com;Sør\r\nÅse Vik;;Sør\r\n".encode(),
        "Namn;E-post;Lag\r\nKari Nordmann;kari@example.com;Sør\r\nÅse Vik;;Sør\r\n".encode("cp1252"),
        'nr\tfulde navn\tmail\tafdeling\n1\t"Kari Nordmann"\tkari@example.com\tSør\n2\tÅse Vik\t\tSør\n\t\t\t\n'.encode(),
    ],
)
def test_tables_as_spreadsheets_write_them(folder: Path, data: bytes) -> None:
    found = roster(folder, 'roster.file = "people.csv"\n', "people.csv", data)
    assert found == Roster(("Kari Nordmann <kari@example.com>", "Åse Vik"), ("Sør",))


def test_toml(folder: Path) -> None:
    data = 'teams = ["Nord"]\npeople = ["@ola", { handle = "kari", team = "Sør" }, { email = "a@example.com" }]\n'
    found = roster(folder, 'roster.file = "people.toml"\n', "people.toml", data.encode())
    assert found == Roster(("@ola", "@kari", "a@example.com"), ("Nord", "Sør"))


def test_in_the_configuration_itself_and_of_what_it_extends(folder: Path) -> None:
    (folder / "base.toml").write_text('[roster]\npeople = ["Ola Vik"]\nteams = ["Nord"]\n', encoding="utf-8")
    found = roster(folder, 'extend = "base.toml"\n[roster]\npeople = ["Kari Nordmann", "Ola Vik"]\nteams = ["Sør"]\n')
    assert found == Roster(("Ola Vik", "Kari Nordmann"), ("Nord", "Sør"))


def test_nobody_has_said(folder: Path) -> None:
    assert roster(folder, "") == Roster()
