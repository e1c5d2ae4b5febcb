"""``smartlint rule`` explains a rule."""

import json

import pytest

from smartlint import __version__
from smartlint.registry import load
from tests.cli.samples import Smartlint

(DEADLINE,) = (rule for rule in load() if rule.code == "TIM001")


@pytest.mark.parametrize("wanted", ["TIM001", "tim001", "missing-deadline", "Missing-Deadline"])
def test_a_page_says_what_is_found_and_what_to_write_instead(smartlint: Smartlint, wanted: str) -> None:
    run = smartlint("rule", wanted)
    assert run.status == 0
    assert run.out.startswith("TIM001 missing-deadline: A goal without a deadline\n\n- Level: error\n- Profiles: smart, ")
    assert f"  - {DEADLINE.messages['missing']}\n    - help: {DEADLINE.helps['missing']}\n" in run.out
    assert "\nUse instead\n    " in run.out
    assert "```" not in run.out


def test_every_rule_has_a_page_in_every_format(smartlint: Smartlint) -> None:
    for rule in load():
        for output_format in ("text", "json", "markdown"):
            assert rule.name in smartlint("rule", rule.code, "--output-format", output_format).out


def test_a_page_in_markdown(smartlint: Smartlint) -> None:
    page = smartlint("rule", "TIM001", "--output-format", "markdown").out
    assert page.startswith("# TIM001 missing-deadline: A goal without a deadline\n")
    assert "\n## Why it matters\n" in page
    assert "\n```goals\n" in page


def test_programs_are_told_messages_options_and_page(smartlint: Smartlint) -> None:
    data = json.loads(smartlint("rule", "TIM001", "--output-format", "json").out)
    assert data["version"] == 1
    assert data["code"] == "TIM001"
    assert data["messages"] == dict(DEADLINE.messages)
    assert data["helps"] == dict(DEADLINE.helps)
    assert "## Why it matters" in data["page"]
    (limits,) = (rule for rule in load() if rule.code == "LIM001")
    options = json.loads(smartlint("rule", "LIM001", "--output-format", "json").out)["options"]
    assert [option["name"] for option in options] == [option.name for option in limits.options]
    assert all(set(option) == {"name", "default", "profiles", "schema", "help"} for option in options)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "no_NO"}, "nb"),
        ({"LANG": "nn"}, "nn"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "da_DK"}, "da"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "sv_SE@euro"}, "sv"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_page_is_in_the_readers_language(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    asked = smartlint("rule", "TIM001", "--message-language", language).out
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert smartlint("rule", "TIM001").out == asked
    assert ("- Level: " in asked) is (language == "en")
    assert "\nWhy it matters\n" in asked


@pytest.mark.parametrize(
    ("wanted", "nearest"), [("TIM1", "TIM001?\n"), ("tim-0002", "TIM002?\n"), ("missing-deadlin", "missing-deadline")]
)
def test_an_unknown_rule_is_a_mistake_and_the_nearest_is_shown(smartlint: Smartlint, wanted: str, nearest: str) -> None:
    run = smartlint("rule", wanted)
    assert (run.status, run.out) == (2, "")
    assert nearest in run.err.partition("Did you mean ")[2]


def test_the_start_of_several_codes_names_them(smartlint: Smartlint) -> None:
    run = smartlint("rule", "TIM")
    assert (run.status, run.out) == (2, "")
    assert "TIM001, TIM002" in run.err


def test_the_start_of_other_codes_shows_the_one_it_was_meant_for(smartlint: Smartlint) -> None:
    run = smartlint("rule", "TIM01")
    assert (run.status, run.out) == (2, "")
    assert "several rules: TIM010, TIM011, " in run.err
    assert run.err.endswith(" Did you mean TIM001?\n")


def test_options_come_with_their_defaults_in_each_profile_and_their_schema(smartlint: Smartlint) -> None:
    (limits,) = (rule for rule in load() if rule.code == "LIM001")
    run = smartlint("rule", "LIM001")
    facts, _, page = run.out.partition("\n\nA team has ")
    assert page
    assert f"\n  - `operational`: {limits.options[0].help}\n    - default: `{{warn = 5, max = 9}}`\n" in facts
    assert "\n    - marketing: `{warn = 3, max = 5}`\n" in facts
    assert '    - schema: `{"type": "object", ' in facts
    assert "- Options:" not in smartlint("rule", "TIM001").out.partition("\n\nA ")[0]


def test_fixes_are_shown_by_their_patterns(smartlint: Smartlint) -> None:
    rule = next(rule for rule in load() if rule.patterns)
    (name, pattern), *_ = rule.patterns.items()
    assert f"- Fixes:\n  - `{pattern.strip()}`\n" in smartlint("rule", rule.code).out
    assert json.loads(smartlint("rule", rule.code, "--output-format", "json").out)["patterns"][name] == pattern


def test_status_and_origin_are_told(smartlint: Smartlint) -> None:
    assert f"\n- Status: stable\n- Origin: smartlint {__version__}\n" in smartlint("rule", "TIM001").out


def test_how_often_it_is_right_is_told_where_it_is_known(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    figures = {"verdict": "meets", "read": [29, 30]}
    monkeypatch.setattr("smartlint.cli.measured._of_package", lambda package: {"TIM001": figures})
    said = "\n- How often it is right:\n  - 29 of 30 findings right, as judged by readers\n- Messages:\n"
    assert said in smartlint("rule", "TIM001").out
    assert json.loads(smartlint("rule", "TIM001", "--output-format", "json").out)["measured"] == figures
    assert "How often" not in smartlint("rule", "TIM002").out
