"""People and teams from CSV files as spreadsheets write them, from TOML, and from the configuration itself."""

from datetime import date
from pathlib import Path

import pytest

from smartlint.configuration.configurations import Configurations
from smartlint.configuration.roster import Member, Roster
from smartlint.linter import Linter


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
    assert found.people == ("Kari Nordmann <kari@example.com>", "Åse Vik")
    assert found.teams == ("Sør",)
    assert found.members == (Member("Kari Nordmann", "kari@example.com", team="Sør"), Member("Åse Vik", team="Sør"))


def test_toml(folder: Path) -> None:
    data = 'teams = ["Nord"]\npeople = ["@ola", { handle = "kari", team = "Sør" }, { email = "a@example.com" }]\n'
    found = roster(folder, 'roster.file = "people.toml"\n', "people.toml", data.encode())
    assert found.people == ("@ola", "@kari", "a@example.com")
    assert found.teams == ("Nord", "Sør")


@pytest.mark.parametrize(
    ("stated", "member", "texts"),
    [
        ('"Kari Nordmann"', Member("Kari Nordmann"), ["Kari Nordmann"]),
        (
            '" Kari Nordmann <kari@example.com> "',
            Member("Kari Nordmann", "kari@example.com"),
            ["Kari Nordmann <kari@example.com>"],
        ),
        ('"<kari@example.com>"', Member(email="kari@example.com"), ["kari@example.com"]),
        ('"kari@example.com"', Member(email="kari@example.com"), ["kari@example.com"]),
        ('"@kari"', Member(handle="kari"), ["@kari"]),
        ('{ name = "Ola Vik", handle = "@ola" }', Member("Ola Vik", handle="ola"), ["Ola Vik", "@ola"]),
        ('{ email = "ola@example.com", team = "Nord" }', Member(email="ola@example.com", team="Nord"), ["ola@example.com"]),
    ],
)
def test_somebody_and_how_goals_may_name_them(folder: Path, stated: str, member: Member, texts: list[str]) -> None:
    found = roster(folder, f"roster.people = [{stated}]\n")
    assert found.members == (member,)
    assert list(found.people) == texts


def test_rules_without_code_see_it(folder: Path) -> None:
    """Who is in which team, and which teams there are."""
    (folder / "smartlint.toml").write_text(
        """\
        roster.teams = ["Nord"]
        roster.people = [{ name = "Ola Vik", team = "Sør" }, { name = "Kari Nordmann", team = "Nord" }]
        lint.select = ["ACM"]

        [[rule]]
        code = "ACM001"
        name = "known-team"
        assert = "goal.team == '' || goal.team in roster.teams"
        message = "{goal.team} is none of {roster.teams}"

        [[rule]]
        code = "ACM002"
        name = "own-team"
        when = "goal.team != ''"
        assert = "goal.owner.all(o, roster.people.exists(p, p.name == o.name && p.team == goal.team))"
        message = "{goal.owner.map(o, o.name)} in {goal.team}: {roster.people.filter(p, p.name == goal.owner[0].name)[0].team}"
        """,
        encoding="utf-8",
    )
    configurations = Configurations()
    linter = Linter(lambda path: configurations.settings(path, date(2026, 2, 1)))
    linter.check_text(
        "team: Nord\ngoal G1: Sell 3 boats\n  owner: Ola Vik\ngoal G2: Sell 2 boats\n  owner: Kari Nordmann\n", "a.goals"
    )
    linter.check_text("team: Vest\ngoal G3: Sell 4 boats\n", "b.goals")
    configurations.must_be_right()
    said = [finding.message("en") for finding in linter.finish().findings if finding.rule.code.startswith("ACM")]
    assert said == ["Ola Vik in Nord: Sør", "Vest is none of Nord, Sør"]


def test_in_the_configuration_itself_and_of_what_it_extends(folder: Path) -> None:
    (folder / "base.toml").write_text('[roster]\npeople = ["Ola Vik"]\nteams = ["Nord"]\n', encoding="utf-8")
    found = roster(folder, 'extend = "base.toml"\n[roster]\npeople = ["Kari Nordmann", "Ola Vik"]\nteams = ["Sør"]\n')
    assert found == Roster((Member("Ola Vik"), Member("Kari Nordmann")), ("Nord", "Sør"))


def test_nobody_has_said(folder: Path) -> None:
    assert roster(folder, "") == Roster()
