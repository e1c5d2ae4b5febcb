"""A file whose language is not clear: what ``check`` and ``inspect`` say of it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from smartlint.cli.program import smartlint
from smartlint.testing import lint

TIE = "mål: Halvere svartiden på kundeservice\n"
CLEAR = "mål: Alle ansatte har tatt førstehjelpskurset innen 1. oktober\n"


def run(*arguments: str, text: str) -> str:
    result = CliRunner().invoke(smartlint, [*arguments, "--today", "2026-02-01"], input=text.encode())
    assert result.exit_code in (0, 1), result.output
    return result.stdout


def test_each_such_file_has_its_notice_in_order_of_their_paths() -> None:
    notices = lint({"b.goals": TIE, "a.goals": TIE, "c.goals": CLEAR, "d.goals": "språk: da\n" + TIE}).notices
    assert [notice.params["file"] for notice in notices] == ["a.goals", "b.goals"]
    assert {(notice.rule.code, notice.rule.name) for notice in notices} == {("INT002", "unclear-language")}
    assert notices[0].params["languages"] == ["norsk bokmål", "dansk"]


@pytest.mark.parametrize("language", ["en", "nb", "nn", "sv", "da"])
def test_check_says_it_in_the_language_of_the_reader(language: str) -> None:
    def shown(text: str) -> list[str]:
        lines = run("check", "-", "--message-language", language, "--output-format", "concise", text=text).splitlines()
        return [line for line in lines if "norsk bokmål, dansk" in line]

    (line,) = shown(TIE)
    assert "<stdin>" in line
    assert not shown(CLEAR)
    assert not shown("sprog: da\n" + TIE)


def test_programs_get_it_as_a_notice() -> None:
    (notice,) = json.loads(run("check", "-", "--output-format", "json", text=TIE))["notices"]
    assert (notice["code"], notice["message_id"]) == ("INT002", "tie")
    assert notice["params"] == {"file": "<stdin>", "languages": ["norsk bokmål", "dansk"], "code": "nb"}


def test_inspect_says_it_too() -> None:
    assert "norsk bokmål, dansk" in run("inspect", "-", text=TIE).splitlines()[-1]
    assert "dansk" not in run("inspect", "-", text=CLEAR)
    (seen,) = json.loads(run("inspect", "-", "--output-format", "json", text=TIE))
    assert seen["languages"] == ["nb", "da"]
    (seen,) = json.loads(run("inspect", "-", "--output-format", "json", text=CLEAR))
    assert "languages" not in seen


def test_inspect_shows_each_goal_and_each_line_in_its_own_language() -> None:
    goals = CLEAR + "mål: Ingen pasienter venter mer enn 30 minutter\nmål: Cut the time customers wait to 4 minutes\n"
    seen = json.loads(run("inspect", "-", "--output-format", "json", text=goals))
    assert [one["language"] for one in seen] == ["nb", "nb", "en"]
    lines = goals.replace("mål: ", "")
    seen = json.loads(run("inspect", "-", "--lines", "--output-format", "json", text=lines))
    assert [one["language"] for one in seen] == ["nb", "nb", "en"]
