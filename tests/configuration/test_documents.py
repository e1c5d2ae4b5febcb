"""What configurations say of the names in documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from smartlint.configuration.configurations import Configurations
from smartlint.configuration.documents import fields
from smartlint.linter import Linter

TODAY = date(2026, 2, 1)
PLAN = "ambitions:\n  - core: Serve 40 lunches a day by 1 May 2026\n    boss: Kim Day\n"


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")


def goals(path: str) -> int:
    """How many goals are found in a file by its configuration."""
    configurations = Configurations()
    configurations.of(path)
    configurations.must_be_right()
    linter = Linter(lambda path: configurations.settings(path, TODAY))
    linter.check_text(Path(path).read_text("utf-8"), path)
    return linter.finish().goals


def test_every_field_has_its_key() -> None:
    assert fields()["done-when"] == "done_when"
    assert {"owner", "deadline", "id", "baseline"} <= set(fields())


def test_the_names_hold_for_the_files_of_the_pattern(folder: Path) -> None:
    write(
        {
            "smartlint.toml": '[documents."plans/*.yaml"]\ngoals = "Ambitions"\nstatement = ["core"]\nowner = "boss"\n',
            "plans/a.yaml": PLAN,
            "other/a.yaml": PLAN,
        }
    )
    assert (goals("plans/a.yaml"), goals("other/a.yaml")) == (1, 0)


def test_of_two_patterns_the_later_wins(folder: Path) -> None:
    write(
        {"smartlint.toml": '[documents."**"]\nowner = "boss"\n[documents."plans/**"]\nignore = "boss"\n', "plans/a.yaml": PLAN}
    )
    mapping = Configurations().of("plans/a.yaml").mapping(Path("plans/a.yaml").absolute())
    assert mapping.is_ignored("boss")
    assert mapping.field("boss") == ""


def test_what_is_extended_adds_to_it(folder: Path) -> None:
    write(
        {
            "base.toml": '[documents."**"]\ngoals = "ambitions"\nowner = "boss"\n',
            "smartlint.toml": 'extend = "base.toml"\n[documents."**"]\nstatement = "core"\n',
            "plans/a.yaml": PLAN,
        }
    )
    mapping = Configurations().of("plans/a.yaml").mapping(Path("plans/a.yaml").absolute())
    assert mapping.is_statement("core")
    assert mapping.field("boss") == "owner"


def test_a_policy_that_binds_is_not_got_round_by_it(folder: Path) -> None:
    policy = '[[policy]]\nname = "owned"\nreason = "so it was decided"\nselect = ["OWN001"]\nenforcement = "mandatory"\n'
    write({"smartlint.toml": f'[documents."**"]\nignore = "goals"\n{policy}', "a.yaml": "goals: [Serve 40 lunches a day]\n"})
    configurations = Configurations()
    linter = Linter(lambda path: configurations.settings(path, TODAY))
    linter.check_text(Path("a.yaml").read_text("utf-8"), "a.yaml")
    assert [finding.rule.code for finding in linter.finish().findings if finding.binds] == ["OWN001"]
