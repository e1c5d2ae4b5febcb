"""By what goals pass, as text and as data."""

import json
from datetime import date

import pytest

from smartlint.finding import Result
from smartlint.linter import Linter
from smartlint.registry import find, load
from smartlint.reporters import FORMATS, Look, reporter
from smartlint.settings import Settings
from smartlint.translation import LANGUAGES
from tests.reporters.test_json import valid

TODAY = date(2026, 2, 1)
TEXT = """\
review: every two weeks

goal G1: Raise the share of returning
    guests from 22 % to 30 %
  owner: Amy Holt

  goal G1.1: Be nicer to \x1b[31mguests
"""
CODES = ("MEA001", "OWN001", "TIM001", "TIM008")


def result(text: str = TEXT, *codes: str) -> Result:
    rules = tuple(rule for code in codes or CODES for rule in find(code, load()))
    linter = Linter(Settings(rules, TODAY), evidence=True)
    linter.check_text(text, "a.goals")
    return linter.finish()


def shown(name: str, *, evidence: bool = True, language: str = "", quiet: bool = False) -> str:
    return "".join(reporter(name).report(result(), Look(TODAY, language, evidence=evidence, quiet=quiet)))


EXPECTED = """\
a.goals:1:1: looked at on the way (TIM008) because: review: every two weeks
a.goals:3:1: goal G1: Raise the share of returning guests from 22 % to 30 %
  4:25: measurable (MEA001) because: 30 %
  5:10: owned (OWN001) because: Amy Holt
a.goals:7:3: goal G1 › G1.1: Be nicer to ␛[31mguests
  5:10: owned (OWN001) because: Amy Holt
"""


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_each_goal_is_told_with_what_makes_it_pass(name: str) -> None:
    assert EXPECTED in shown(name)
    assert EXPECTED not in shown(name, evidence=False)


def test_it_is_told_even_if_nothing_but_findings_is() -> None:
    assert shown("concise", quiet=True).endswith(EXPECTED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_the_reader_s_language(language: str) -> None:
    text = shown("concise", language=language)
    assert "(MEA001)" in text
    assert text.count("\x1b") == 0


def test_what_a_rule_has_found_wanting_does_not_pass_by_it() -> None:
    found = result()
    wanting = {(finding.rule.code, finding.goal) for finding in found.findings}
    assert ("MEA001", ("G1", "G1.1")) in wanting
    assert not wanting & {(one.rule.code, one.goal) for one in found.evidence}


def test_a_suppressed_finding_is_no_reason_to_pass() -> None:
    found = result(TEXT.replace("\x1b[31mguests", "guests  # smartlint: ignore[MEA001]"))
    assert [one.goal for one in found.evidence if one.rule.code == "MEA001"] == [("G1",)]


def test_programs_get_it_too() -> None:
    data = valid(shown("json"))
    one = next(one for one in data["evidence"] if one["code"] == "MEA001")
    assert (one["text"], one["line"], one["column"], one["goal"]) == ("30 %", 4, 25, ["G1"])
    assert (one["passes_as"], one["language"]) == ("measurable", "en")
    assert "evidence" not in json.loads(shown("json", evidence=False))


def test_line_by_line() -> None:
    lines = [json.loads(line) for line in shown("json-lines").splitlines()]
    assert [line["code"] for line in lines if line["kind"] == "evidence"] == ["TIM008", "MEA001", "OWN001", "OWN001"]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_minds(name: str) -> None:
    assert shown(name)
