"""What a shell offers when Tab is pressed, asked as the shells ask."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete

from smartlint.cli import main
from smartlint.cli.program import COMMANDS
from smartlint.cli.program import smartlint as program
from smartlint.registry import load, profiles
from smartlint.reporters import FORMATS
from smartlint.translation import LANGUAGES

VARIABLE = "_SMARTLINT_COMPLETE"


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "bash_complete")


def offered(*words: str) -> list[str]:
    """What may stand for the last word, which is unfinished; ``*`` are files and ``/`` folders."""
    *before, last = words
    items = BashComplete(program, {}, "smartlint", VARIABLE).get_completions(list(before), last)
    return [{"file": "*", "dir": "/"}.get(item.type, item.value) for item in items]


def test_commands_and_their_options() -> None:
    assert set(offered("")) == set(COMMANDS)
    assert offered("form") == ["format"]
    assert offered("config", "sh") == ["show"]
    assert "--write-baseline" in offered("check", "--w")


@pytest.mark.parametrize("option", ["--select", "--extend-select", "--ignore"])
def test_rules_by_code_start_of_a_code_and_name(option: str) -> None:
    rules = load()
    assert set(offered("check", option, "TIM")) == {"TIM", *(rule.code for rule in rules if rule.code.startswith("TIM"))}
    assert offered("check", option, "missing-ow") == ["missing-owner"]
    assert offered("check", option, "OWN001,missing-ow") == ["OWN001,missing-owner"]
    assert {"ALL", "MEA", "OWN001"} <= set(offered("check", option, ""))
    assert "missing-owner" not in offered("check", option, "")


def test_a_rule_has_its_title_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shell = BashComplete(program, {}, "smartlint", VARIABLE)
    (item,) = shell.get_completions(["rule"], "OWN001")
    assert item.help == "missing-owner: A goal without an owner"
    monkeypatch.setenv("LANGUAGE", "nb")
    (item,) = shell.get_completions(["rule"], "OWN001")
    assert item.help is not None
    assert item.help.startswith("missing-owner: Et mål")


def test_values() -> None:
    assert set(offered("check", "--profile", "")) == set(profiles())
    assert set(offered("check", "--language", "")) == set(LANGUAGES)
    assert offered("format", "--message-language", "n") == ["nb", "nn"]
    assert set(offered("check", "--output-format", "")) == set(FORMATS)
    assert offered("check", "--report", "sar") == ["sarif="]
    assert offered("check", "--report", "sarif=out") == ["*"]
    assert offered("rule", "unknown-c") == ["unknown-code"]
    assert offered("check", "--plugin", "built") == ["builtin"]


@pytest.mark.parametrize("command", ["check", "format", "inspect", "ask"])
def test_files(command: str) -> None:
    assert offered(command, "go") == ["*"]
    assert offered("check", "--baseline", "go") == ["*"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_branches(folder: Path) -> None:
    assert offered("check", "--new-from-merge-base", "") == []
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-qb", "main"], ["commit", "-qm", "x", "--allow-empty"], ["branch", "q3/goals"]):
        subprocess.run(["git", *identity, *arguments], check=True)
    assert offered("check", "--new-from-merge-base", "") == ["main", "q3/goals"]


def test_a_line_that_is_wrong_so_far_breaks_nothing() -> None:
    assert set(offered("chekc", "--select", "")) == set(COMMANDS)
    assert offered("check", "--plugin", "nope", "--select", "OWN00") != []
    assert offered("check", "--today", "never", "--profile", "sal") == ["sales"]


def test_every_value_that_is_a_rule_a_language_or_a_file_is_known() -> None:
    def parameters(command: click.Command) -> list[click.Parameter]:
        below = (
            [command.get_command(click.Context(command), name) for name in command.list_commands(click.Context(command))]
            if isinstance(command, click.Group)
            else []
        )
        return [*command.params, *(param for one in below if one is not None for param in parameters(one))]

    silent = [
        (param.name, param.metavar)
        for param in parameters(program)
        if param.metavar and any(word in param.metavar for word in ("RULE", "LANGUAGE", "FILE", "PATH", "CODE"))
        if not isinstance(param.type, click.Choice | click.Path)
        if "shell_complete" not in vars(param)
    ]
    assert silent == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv(VARIABLE, f"{shell}_source")
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 0
    assert f"{VARIABLE}={shell}_complete" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("shell", "environment", "answer"),
    [
        ("zsh", {"COMP_WORDS": "smartlint check --profile sal", "COMP_CWORD": "3"}, "plain\nsales\n_\n"),
        ("fish", {"COMP_WORDS": "smartlint check --profile ", "COMP_CWORD": "sal"}, "plain,sales\n"),
        ("bash", {"COMP_WORDS": "smartlint check --profile = sal", "COMP_CWORD": "4"}, "plain,sales\n"),
        (
            "bash",
            {"COMP_WORDS": "smartlint config show --message-language =", "COMP_CWORD": "4"},
            "\n".join(f"plain,{code}" for code in LANGUAGES) + "\n",
        ),
        ("bash", {"COMP_WORDS": "smartlint check --report json = q", "COMP_CWORD": "5"}, "file,q\n"),
    ],
)
def test_what_shells_are_answered(
    shell: str,
    environment: dict[str, str],
    answer: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in {**environment, VARIABLE: f"{shell}_complete"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(SystemExit):
        main([])
    assert capsys.readouterr().out.replace("\n\n", "\n") == answer


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_itself(folder: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    program = folder / "smartlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smartlint "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join(map(str, (root, root / "grammar", root / "rules")))
    environment = {**os.environ, "PYTHONPATH": path, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    del environment[VARIABLE]
    script = f"""
        eval "$({VARIABLE}=bash_source smartlint)"
        COMP_WORDS=(smartlint check --select OWN001,TIM00) COMP_CWORD=3
        _smartlint_completion smartlint
        echo "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert "OWN001,TIM001 OWN001,TIM002" in done.stdout
    assert done.stderr == ""
