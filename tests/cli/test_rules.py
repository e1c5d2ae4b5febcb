"""``smartlint rules`` lists the rules and the profiles."""

import json
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from smartlint import __version__
from smartlint.registry import GROUP, load, profiles
from smartlint.rule import LEVELS
from smartlint.translation import LANGUAGES
from tests.cli.samples import Smartlint


def rules(smartlint: Smartlint, *arguments: str) -> list[str]:
    return [rule["code"] for rule in json.loads(smartlint("rules", *arguments, "--output-format", "json").out)["rules"]]


def told(smartlint: Smartlint, *arguments: str) -> dict[str, Any]:
    """What programs are told of the only profile that is shown."""
    (profile,) = json.loads(smartlint("rules", *arguments, "--output-format", "json").out)["profiles"]
    assert isinstance(profile, dict)
    return profile


def test_every_rule_is_a_line(smartlint: Smartlint) -> None:
    run = smartlint("rules")
    assert run.status == 0
    lines = run.out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in load()]
    (line,) = (line for line in lines if line.startswith("TIM001"))
    assert line.split("  ")[1] == "missing-deadline"
    assert " error " in line
    assert " smart, " in line
    assert f"  stable  smartlint {__version__}  " in line
    assert line.endswith("A goal without a deadline")


def test_the_titles_stand_in_one_column(smartlint: Smartlint) -> None:
    columns = {line.index(rule.title) for rule, line in zip(load(), smartlint("rules").out.splitlines(), strict=True)}
    assert len(columns) == 1


def test_the_rules_of_a_profile(smartlint: Smartlint) -> None:
    assert "MEA003" in rules(smartlint, "--profile", "sales")
    assert "MEA003" not in rules(smartlint, "--profile", "smart")
    assert "SYN009" in rules(smartlint, "--profile", "smart")
    assert rules(smartlint, "--profile", "all") == rules(smartlint)


def test_a_profile_says_what_it_is_for_and_what_is_different(smartlint: Smartlint) -> None:
    heading, *lines = smartlint("rules", "--profile", "sales").out.splitlines()
    profile = profiles()["sales"]
    assert heading == f"sales: {profile.title}"
    said, _, table = "\n".join(lines).partition("\n\n")
    assert profile.description in " ".join(said.split())
    assert "  Adds to smart: BAL003, MEA003, OWN005, PLN006, PLN007, REL004, TIM009, TIM015" in said
    assert "Drops from smart" not in said
    assert "LIM001 `too-many-goals.strategic` = {warn = 3, max = 5}, in smart {warn = 5, max = 9}" in said
    assert [line.split()[0] for line in table.splitlines()] == rules(smartlint, "--profile", "sales")


@pytest.mark.parametrize(
    ("profile", "adds"),
    [
        ("smart", ""),
        ("sales", "BAL003 MEA003 OWN005 PLN006 PLN007 REL004 TIM009 TIM015"),
        ("marketing", "ACH002 ACH006 MEA003 MEA010 MEA012 OWN007 SPC016 TIM009 TIM015"),
        ("okr", "LIM002 LIM003 MEA018"),
        ("effect", ""),
    ],
)
def test_what_a_profile_adds_to_the_default_one(smartlint: Smartlint, profile: str, adds: str) -> None:
    said = told(smartlint, "--profile", profile)
    assert (said["name"], said["base"], said["adds"], said["drops"]) == (profile, "smart", adds.split(), [])


@pytest.mark.parametrize(
    ("profile", "option", "value", "base"),
    [
        ("okr", "PLN001 key-results", False, True),
        ("effect", "MEA002 effect-goals", False, True),
        ("marketing", "LIM001 operational", {"warn": 3, "max": 5}, {"warn": 5, "max": 9}),
        ("marketing", "TIM009 max-interval", 31, 92),
    ],
)
def test_what_a_profile_sets_differently(smartlint: Smartlint, profile: str, option: str, value: Any, base: Any) -> None:
    rule, name = option.split()
    assert {"rule": rule, "option": name, "value": value, "base": base} in told(smartlint, "--profile", profile)["options"]


def test_the_profiles_are_shown_where_none_is_named(smartlint: Smartlint) -> None:
    run = smartlint("rules", "--profile")
    assert run.status == 0
    headings = [line for line in run.out.splitlines() if line and not line.startswith(" ")]
    assert headings == [f"{profile.name}: {profile.title}" for profile in profiles().values()]
    data = json.loads(smartlint("rules", "--profile", "--output-format", "json").out)
    assert [profile["name"] for profile in data["profiles"]] == ["smart", "sales", "marketing", "okr", "effect", "all"]
    assert data["rules"] == []
    page = smartlint("rules", "--profile", "--output-format", "markdown").out
    assert [line for line in page.splitlines() if line.startswith("## ")] == [f"## {heading}" for heading in headings]
    assert "|" not in page
    assert smartlint("rules", "--profile", "--family", "TIM").status == 2


def test_a_profile_on_a_page(smartlint: Smartlint) -> None:
    said, _, table = smartlint("rules", "--profile", "okr", "--output-format", "markdown").out.partition("\n\n| ")
    assert said.startswith("## okr: Objectives and key results\n\nAn objective has ")
    assert "\n- Adds to smart: LIM002, LIM003, MEA018\n" in said
    assert table.startswith("Code | ")


@pytest.mark.parametrize("level", LEVELS)
def test_the_rules_of_a_level(smartlint: Smartlint, level: str) -> None:
    assert rules(smartlint, "--level", level) == [rule.code for rule in load() if rule.level == level]


@pytest.mark.parametrize("language", [*LANGUAGES, "no"])
def test_every_rule_of_ours_can_judge_texts_of_every_language(smartlint: Smartlint, language: str) -> None:
    assert rules(smartlint, "--language", language) == [rule.code for rule in load()]


def test_a_rule_that_knows_a_language_is_left_out_for_texts_of_another(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load()[0], "languages", ("nb", "nn"))
    assert load()[0].code in rules(smartlint, "--language", "nn")
    assert load()[0].code not in rules(smartlint, "--language", "sv")
    assert "- Languages: nb, nn\n" in smartlint("rule", load()[0].code).out


def test_filters_add_up(smartlint: Smartlint) -> None:
    found = rules(smartlint, "--family", "TIM", "--level", "info", "--profile", "sales")
    assert found == [
        rule.code for rule in load() if rule.code[:3] == "TIM" and rule.level == "info" and "sales" in rule.profiles
    ]
    assert smartlint("rules", "--family", "CON", "--level", "error", "--profile", "okr").status == 0


def test_a_status_is_shown(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    for status in ("preview", "deprecated"):
        monkeypatch.setattr(load()[0], "status", status)
        assert f"  {status}  " in smartlint("rules").out.splitlines()[0]
        assert f"- Status: {status}\n" in smartlint("rule", load()[0].code).out


@pytest.mark.parametrize("family", ["TIM", "tim", "time-bound", "time_bound"])
def test_the_rules_of_a_family(smartlint: Smartlint, family: str) -> None:
    assert rules(smartlint, "--family", family) == [rule.code for rule in load() if rule.code.startswith("TIM")]


@pytest.mark.parametrize(
    ("option", "word", "nearest"),
    [("--family", "TMI", "TIM"), ("--profile", "okrs", "okr"), ("--profile", "Sales", "sales"), ("--level", "eror", "error")],
)
def test_an_unknown_word_is_a_mistake_and_the_nearest_is_shown(
    smartlint: Smartlint, option: str, word: str, nearest: str
) -> None:
    run = smartlint("rules", option, word)
    assert (run.status, run.out) == (2, "")
    assert option in run.err
    assert option == "--level" or run.err.endswith(f"Did you mean {nearest}?\n")
    assert nearest in run.err


def test_programs_are_told_what_a_rule_states_of_itself(smartlint: Smartlint) -> None:
    data = json.loads(smartlint("rules", "--output-format", "json").out)
    assert data["version"] == 1
    assert {
        "code": "TIM001",
        "name": "missing-deadline",
        "family": "time-bound",
        "title": "A goal without a deadline",
        "level": "error",
        "profiles": ["smart", "sales", "marketing", "okr", "effect"],
        "always": False,
        "scope": "goal",
        "status": "stable",
        "languages": ["en", "nb", "nn", "sv", "da"],
        "origin": {"package": "smartlint", "version": __version__},
        "declared_in": None,
    } in data["rules"]


def test_a_table_for_a_page(smartlint: Smartlint) -> None:
    header, line, *rows = smartlint("rules", "--output-format", "markdown").out.splitlines()
    assert header == "| Code | Name | Level | Profiles | What it finds |"
    assert line == "| --- | --- | --- | --- | --- |"
    assert [row.split(" | ")[0] for row in rows] == [f"| {rule.code}" for rule in load()]
    assert {row.count("|") for row in rows} == {6}


def test_a_table_says_status_and_origin_where_they_differ(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load()[0], "status", "preview")
    monkeypatch.setattr(load()[0], "__module__", "acme_goals.one")
    header, _, line, other, *_ = smartlint("rules", "--output-format", "markdown").out.splitlines()
    assert header == "| Code | Name | Level | Profiles | Status | Origin | What it finds |"
    assert " | preview | acme_goals.one | " in line
    assert f" | stable | smartlint {__version__} | " in other


def test_titles_are_in_the_readers_language(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    english = smartlint("rules").out
    swedish = smartlint("rules", "--message-language", "sv").out
    assert " fel " in swedish
    assert swedish != english
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert smartlint("rules").out == swedish
    assert smartlint("rules", "--message-language", "en").out == english


@pytest.mark.parametrize("command", [("rules",), ("rule", "TIM001"), ("check",)])
def test_a_plugin_that_is_not_installed_is_a_mistake_and_the_nearest_is_shown(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    point = EntryPoint("acme", "acme_goals", GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point])
    run = smartlint(*command, "--plugin", "acmee")
    assert (run.status, run.out) == (2, "")
    assert run.err.endswith("No plugin 'acmee' is installed. There are acme. Did you mean acme?\n")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [])
    assert smartlint(*command, "--plugin", "acmee").err.endswith("No plugin 'acmee' is installed.\n")


def test_a_plugin_that_does_not_work_is_its_own_fault(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "acme_no_good.py").write_text("import acme_nowhere\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder / "site")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [EntryPoint("acme", "acme_no_good", GROUP)])
    run = smartlint("rules", "--plugin", "acme")
    assert (run.status, run.out) == (2, "")
    assert "The plugin does not work: acme_no_good: ModuleNotFoundError: No module named 'acme_nowhere'" in run.err
    assert "acme_no_good.py:1)" in run.err
    assert "fault in smartlint" not in run.err


def test_those_of_the_configuration_are_there_too(smartlint: Smartlint, folder: Path) -> None:
    """Rules that are declared, and those of the plugins that are named."""
    text = """\
        [[rule]]
        code = "ACM001"
        name = "cost-centre"
        title = { en = "No cost centre", nb = "Kostnadssted mangler" }
        assert = "has(goal.fields.`x-cost-centre`)"
        message = { en = "no cost centre", nb = "kostnadssted mangler" }
        """
    (folder / "smartlint.toml").write_text(text, encoding="utf-8")
    (line,) = [line for line in smartlint("rules").out.splitlines() if line.startswith("ACM001")]
    assert line.split()[:2] == ["ACM001", "cost-centre"]
    assert "  smartlint.toml  " in line
    page = smartlint("rule", "cost-centre", "--message-language", "nb").out
    assert "- Fra: smartlint.toml" in page
    assert "Each goal, where this is not true:\n\n    has(goal.fields.`x-cost-centre`)\n" in page
    (found,) = [
        rule for rule in json.loads(smartlint("rules", "--output-format", "json").out)["rules"] if rule["code"] == "ACM001"
    ]
    assert found["declared_in"] == "smartlint.toml"
    assert found["origin"] == {"package": "", "version": ""}


def test_a_configuration_that_is_wrong_keeps_no_rule_from_being_looked_up(smartlint: Smartlint, folder: Path) -> None:
    (folder / "smartlint.toml").write_text('lint.ignore = ["TIM1"]\n', encoding="utf-8")
    assert "TIM001 missing-deadline" in " ".join(smartlint("rules").out.split())
    assert smartlint("rule", "TIM001").status == 0
