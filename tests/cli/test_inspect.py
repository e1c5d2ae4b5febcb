"""``smartlint inspect``: what a person sees of what was understood, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from smartlint.cli.program import smartlint
from smartlint.translation import LANGUAGES, translate

SENTENCE = "Øke salget fra 10 til 12 mill. kr innen utgangen av Q3 ved å ringe 20 kunder i uken\n"


def run(*arguments: str, text: str = "") -> Any:
    return CliRunner().invoke(smartlint, ["inspect", *arguments, "--today", "2026-01-15"], input=text.encode())


def seen(*arguments: str, text: str = "") -> list[dict[str, Any]]:
    result = run(*arguments, "--output-format", "json", text=text)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def test_each_line_is_a_goal() -> None:
    first, second = seen("-", "--lines", text=SENTENCE + "\nBättre stämning på kvällarna\n")
    assert (first["language"], first["form"], first["measurable"], first["means"]) == ("nb", "outcome", "quantified", True)
    assert [(one["role"], one["value"], one["unit"]) for one in first["quantities"]][:2] == [
        ("baseline", 10_000_000, "NOK"),
        ("target", 12_000_000, "NOK"),
    ]
    assert (first["times"][0]["role"], first["times"][0]["end"]) == ("deadline", "2026-09-30")
    assert (second["language"], second["measurable"]) == ("sv", "no")
    assert [one["lemma"] for one in second["vague"]] == ["bra"]


def test_spans_are_code_points_of_the_text() -> None:
    (one,) = seen("-", "--lines", text="😀 Reach 40 % by 30 June 2026\n")
    for part in (*one["quantities"], *one["times"], *one["words"]):
        start, end = part["span"]
        assert one["text"][start:end] == part["text"]


def test_a_file_gives_an_object_a_goal_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "q3.goals"
    path.write_text("team: Salg\nmål 1: Få 12 nye\n  kunder innen juni\n  mål 1.1: Ringe 20 i uken\n", "utf-8")
    assert [one["text"] for one in seen(str(path))] == ["Få 12 nye kunder innen juni", "Ringe 20 i uken"]


def test_the_text_form_underlines_what_was_found() -> None:
    lines = run("-", "--lines", text="Cut churn from 4 % to 3 % by 30 June 2026\n").stdout.splitlines()
    assert lines[0] == "Cut churn from 4 % to 3 % by 30 June 2026"
    assert lines[1] == "               ~~~    ~~~ ~~~~~~~~~~~~~~~"
    assert "  4 %: baseline, 4 percent" in lines
    assert "  by 30 June 2026: deadline, 2026-06-30" in lines


def test_what_cannot_be_read_is_a_clear_message(tmp_path: Path) -> None:
    path = tmp_path / "old.goals"
    path.write_bytes("mål: Øke".encode("latin-1"))
    result = run(str(path))
    assert result.exit_code == 2
    assert "UTF-8" in result.output
    assert run(str(tmp_path / "absent.goals")).exit_code != 0


def test_before_a_season_no_day_is_named() -> None:
    (season, fixed) = seen("-", "--lines", text="Ansette to utviklere før sommeren\nSign the lease before Christmas\n")
    assert [(one["role"], one["end"]) for one in season["times"]] == [("deadline", None)]
    assert [one["end"] for one in fixed["times"]] == ["2026-12-24"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_readers_language(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    shown = run("-", "--lines", text="Improve the mood by 4 percent\n").stdout
    assert f"4 {translate('percent', language)}\n" in shown
    assert f"= en, {translate('an outcome', language)}, {translate('measurable', language)}" in shown
