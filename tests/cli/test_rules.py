"""``smartlint rules`` lists the rules."""

import json

import pytest

from smartlint.registry import load
from tests.cli.samples import Smartlint


def rules(smartlint: Smartlint, *arguments: str) -> list[str]:
    return [rule["code"] for rule in json.loads(smartlint("rules", *arguments, "--output-format", "json").out)["rules"]]


def test_every_rule_is_a_line(smartlint: Smartlint) -> None:
    run = smartlint("rules")
    assert run.status == 0
    lines = run.out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in load()]
    (line,) = (line for line in lines if line.startswith("TIM001"))
    assert line.split("  ")[1] == "missing-deadline"
    assert " error " in line
    assert " smart, " in line
    assert line.endswith("A goal without a deadline")


def test_the_titles_stand_in_one_column(smartlint: Smartlint) -> None:
    columns = {line.index(rule.title) for rule, line in zip(load(), smartlint("rules").out.splitlines(), strict=True)}
    assert len(columns) == 1


def test_the_rules_of_a_profile(smartlint: Smartlint) -> None:
    assert "MEA003" in rules(smartlint, "--profile", "sales")
    assert "MEA003" not in rules(smartlint, "--profile", "smart")
    assert "SYN009" in rules(smartlint, "--profile", "smart")
    assert rules(smartlint, "--profile", "all") == rules(smartlint)


@pytest.mark.parametrize("family", ["TIM", "tim", "time-bound", "time_bound"])
def test_the_rules_of_a_family(smartlint: Smartlint, family: str) -> None:
    assert rules(smartlint, "--family", family) == [rule.code for rule in load() if rule.code.startswith("TIM")]


@pytest.mark.parametrize(("option", "word", "nearest"), [("--family", "TMI", "TIM"), ("--profile", "okrs", "okr")])
def test_an_unknown_word_is_a_mistake_and_the_nearest_is_shown(
    smartlint: Smartlint, option: str, word: str, nearest: str
) -> None:
    run = smartlint("rules", option, word)
    assert (run.status, run.out) == (2, "")
    assert option in run.err
    assert run.err.endswith(f"Did you mean {nearest}?\n")


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
    } in data["rules"]


def test_a_table_for_a_page(smartlint: Smartlint) -> None:
    header, line, *rows = smartlint("rules", "--output-format", "markdown").out.splitlines()
    assert header == "| Code | Name | Level | Profiles | What it finds |"
    assert line == "| --- | --- | --- | --- | --- |"
    assert [row.split(" | ")[0] for row in rows] == [f"| {rule.code}" for rule in load()]
    assert {row.count("|") for row in rows} == {6}


def test_titles_are_in_the_readers_language(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    english = smartlint("rules").out
    swedish = smartlint("rules", "--message-language", "sv").out
    assert " fel " in swedish
    assert swedish != english
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert smartlint("rules").out == swedish
    assert smartlint("rules", "--message-language", "en").out == english
