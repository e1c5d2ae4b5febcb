"""The README says what is so: its run, its rule table, its test command."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from smartlint.cli.program import smartlint
from smartlint.registry import load
from smartlint.testing import lint

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def _blocks(name: str) -> list[str]:
    return re.findall(rf"^```{name}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def _block(name: str) -> str:
    return _blocks(name)[0]


def _run(arguments: list[str]) -> str:
    return CliRunner().invoke(smartlint, arguments).stdout


def test_the_run_that_is_shown_is_what_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    command = shlex.split(_block("console").removeprefix("$ "))
    assert command[0] == "smartlint"
    assert _run(command[1:]) == _block("text")


def test_the_rule_table_is_what_the_command_writes() -> None:
    table = README.partition("markdown` -->\n")[2].partition("<!-- end of rules -->")[0]
    assert table == _run(["rules", "--output-format", "markdown"])


def test_the_file_that_is_shown_has_no_error_and_no_warning() -> None:
    from datetime import date

    rules = [rule for rule in load() if "smart" in rule.profiles]
    findings = lint(_block("goals"), *rules, today=date(2026, 7, 1)).findings
    assert [one.rule.code for one in findings if one.level != "info"] == []


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    command = re.search(r"\.venv/bin/(python -m pytest -n auto)\n", README)
    assert command
    assert f"run {command[1]}\n" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_rule_and_the_policy_that_are_shown_pass_their_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with_examples = [block for block in _blocks("toml") if "examples]" in block]
    Path("smartlint.toml").write_text("".join(with_examples), encoding="utf-8")
    Path("cost-centres.csv").write_text("code;until\n4411;2027-12-31\n", encoding="utf-8")
    ran = _run(["policy", "test", "--today", "2026-02-01", "--coverage"])
    assert ran == "rules: 1, policies: 1, examples: 4, failed: 0\n"
