"""What can be wrong with a configuration, and what is said of it: each case is a file and all that is found in it."""

import re
from pathlib import Path

import pytest

from smartlint.cli.mistakes import as_lines
from smartlint.configuration.configurations import Configurations, stated
from smartlint.configuration.mistake import Mistakes

CASES = Path(__file__).with_name("mistakes.txt")
_HEAD = re.compile(r"^=== (.+)$", re.MULTILINE)
_FILE = re.compile(r"^--- (.+)$", re.MULTILINE)


def cases() -> dict[str, tuple[dict[str, str], str]]:
    """By name: the files of each case by their path, and what is expected; a case without names is of smartlint.toml."""
    _, *pieces = _HEAD.split(CASES.read_text(encoding="utf-8"))
    found = {}
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        given, _, expected = body.partition("\n>>>\n")
        first, *rest = _FILE.split(given)
        files = {"smartlint.toml": first.removeprefix("\n")} if first.strip() else {}
        files |= {path: text.removeprefix("\n") for path, text in zip(rest[::2], rest[1::2], strict=True)}
        assert name not in found, name
        found[name] = files, expected.strip("\n")
    return found


def said_of(files: dict[str, str], folder: Path, language: str = "en") -> str:
    """All that is wrong, as lines."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    configurations = Configurations(language=language)
    configurations.of("./")
    with pytest.raises(Mistakes) as error:
        configurations.must_be_right()
    return "".join(as_lines(error.value.mistakes, language)).rstrip("\n")


def test_there_are_cases_enough() -> None:
    assert len(cases()) >= 60


@pytest.mark.parametrize("name", cases())
def test_a_mistake(name: str, folder: Path) -> None:
    files, expected = cases()[name]
    assert said_of(files, folder) == expected


def test_tables_without_end(folder: Path) -> None:
    assert said_of({"smartlint.toml": f"exclude = {'[' * 5000}{']' * 5000}\n"}, folder) == (
        "smartlint.toml:1:1: tables and lists are nested too deeply"
    )


def test_the_mistakes_of_all_files_are_told_at_once(folder: Path) -> None:
    for name, text in (("a", 'profil = "sales"\n'), ("b", "[lint]\nselect = 3\n"), ("c", "edition = \n")):
        (folder / name).mkdir()
        (folder / name / "smartlint.toml").write_text(text, encoding="utf-8")
    configurations = Configurations()
    for name in "abc":
        configurations.of(f"{name}/")
    with pytest.raises(Mistakes) as error:
        configurations.must_be_right()
    assert "".join(as_lines(error.value.mistakes, "en")).splitlines() == [
        "a/smartlint.toml:1:1: unknown key `profil`. Did you mean `profile`?",
        "b/smartlint.toml:2:10: `lint.select` takes a list in brackets, not a whole number",
        "c/smartlint.toml:1:11: the file is not valid TOML: this is no value: texts stand in quotes",
    ]


def test_what_is_said_on_the_command_line_is_checked_too() -> None:
    configurations = Configurations(above=[stated("lint.ignore = ['TIM1']", "--config")])
    configurations.of("./")
    assert [mistake.text("en") for mistake in configurations.mistakes] == ["no rule is called `TIM1`. Did you mean `TIM001`?"]


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "da"])
def test_no_message_breaks_in_another_language(language: str, tmp_path: Path) -> None:
    for number, (files, expected) in enumerate(cases().values()):
        home = tmp_path / str(number)
        home.mkdir()
        for path, text in files.items():
            (home / path).parent.mkdir(parents=True, exist_ok=True)
            (home / path).write_text(text, encoding="utf-8")
        configurations = Configurations(language=language)
        configurations.of(f"{home}/")
        assert len("".join(as_lines(configurations.mistakes, language)).splitlines()) >= len(expected.splitlines()) > 0
