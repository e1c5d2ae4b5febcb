"""Which reader a file gets, and what commands make of a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from smartlint.cli.program import smartlint
from smartlint.readers import is_document, read_document
from smartlint.testing import TODAY
from smartlint.translation import LANGUAGES

TEXT = "# Goals 2026\n\n- Sell 9 cakes (Kim Day)\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.md").write_text(TEXT, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(smartlint, [*arguments])


@pytest.mark.parametrize("name", ["a.md", "A.MD", "folder/b.markdown"])
def test_markdown_by_its_ending(name: str) -> None:
    assert is_document(name)
    assert len(read_document(TEXT, name, today=TODAY).goals) == 1


@pytest.mark.parametrize("name", ["a.goals", "a.txt", "", "md"])
def test_anything_else_is_a_goal_file(name: str) -> None:
    assert not is_document(name)
    assert not read_document(TEXT, name, today=TODAY).goals


def test_a_document_is_checked_where_it_is_named_or_included(folder: Path) -> None:
    assert run("check", "--show-files").output == ""
    assert run("check", "plan.md", "--show-files").output == "plan.md\n"
    (folder / "smartlint.toml").write_text('include = ["**/*.md"]\n', "utf-8")
    assert run("check", "--show-files").output == "plan.md\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_evidence_shows_what_made_it_a_goal(language: str) -> None:
    shown = run("check", "plan.md", "--show-evidence", "--today", "2026-02-01", "--message-language", language).output
    assert "  1:3: " in shown
    assert ": Goals 2026\n" in shown


def test_a_document_is_not_laid_out_as_a_goal_file(folder: Path) -> None:
    done = run("format", "plan.md")
    assert done.exit_code == 2
    assert "plan.md" in done.output
    assert (folder / "plan.md").read_text("utf-8") == TEXT
