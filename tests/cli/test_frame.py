"""The frame is in the reader's language: help, click's own sentences, and what is said of a mistake."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from smartlint import cli
from smartlint.cli.frame import locale_language
from smartlint.translation import LANGUAGES, translate
from tests.cli.samples import TODAY, UNOWNED, Smartlint, write

#: What ends a command with a sentence.
_ENDING = ("UsageError", "BadParameter", "ClickException", "CannotWrite", "fail")
MODULES = sorted(Path(cli.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "no_NO"}, "nb"),
        ({"LANG": "nn_NO@euro"}, "nn"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
        ({"LANG": "nb_NO", "LC_MESSAGES": "sv_SE"}, "sv"),
        ({"LANG": "nb_NO", "LC_MESSAGES": "sv_SE", "LC_ALL": "da_DK"}, "da"),
        ({"LC_ALL": "da_DK", "LANGUAGE": "fi:nn:sv"}, "nn"),
        ({"LC_ALL": "da_DK", "LANGUAGE": ""}, "da"),
    ],
)
def test_the_language_of_the_environment(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == language


@pytest.mark.parametrize(
    ("language", "usage", "says"),
    [
        ("nb", "Bruk: smartlint check", "Sjekk målfiler."),
        ("nn", "Bruk: smartlint check", "Sjekk målfiler."),
        ("sv", "Användning: smartlint check", "Kontrollera målfiler."),
        ("da", "Brug: smartlint check", "Tjek målfiler."),
    ],
)
def test_help(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, language: str, usage: str, says: str) -> None:
    stated = smartlint("check", "--message-language", language, "--help").out
    for text in (usage, f"\n{translate('Options', language)}:\n", says, "--fail-level", "  smartlint check goals/"):
        assert text in stated
    for english in ("Usage", "Options", "Examples", "Check ", "Show this message", "default:"):
        assert english not in stated
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    assert smartlint("check", "--help").out == stated
    assert says.removesuffix(".") in smartlint("--help").out, "in the list of commands as well"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "--fail-levle", "error"), "Valget '--fail-levle' finnes ikke. Mente du '--fail-level'?"),
        (("check", "--fail-level", "bad"), "Ugyldig verdi for '--fail-level': 'bad' er ikke en av"),
        (("check", "--max-warnings", "x"), "Ugyldig verdi for '--max-warnings': 'x' er ikke et gyldig tall"),
        (("check", "--today"), "krever en verdi."),
        (("check", "--report", "sarif=nowhere/x"), "nowhere/x kan ikke skrives"),
        (("chek",), "Kommandoen chek finnes ikke. Mente du check?"),
        (("rule",), "Mangler argumentet 'CODE|NAME'."),
        (("rule", "TIM001", "OWN001"), "Fikk et argument for mye (OWN001)"),
        (("check", "--select", "TIM999"), "Ingen regel heter"),
    ],
)
def test_a_mistake(smartlint: Smartlint, arguments: tuple[str, ...], says: str) -> None:
    run = smartlint(arguments[0], "--message-language", "nb", *arguments[1:])
    assert run.status == 2
    assert run.err.startswith(("Bruk: smartlint", "Feil: "))
    assert says in run.err
    assert "Error" not in run.err


def test_a_summary_is_in_the_language_of_the_environment_and_findings_in_that_of_their_file(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(a=UNOWNED)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    run = smartlint("check", *TODAY, "--select", "OWN001")
    assert run.out.startswith("error[OWN001]: no owner")
    assert run.out.endswith("\n1 fel i 1 fil (1 mål)\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_without_a_language_is_spoken_of_in_that_of_the_environment(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    write(empty="")
    said = smartlint("check", "empty.goals", "nofile").out
    assert f"{translate('error', language)}[SYN009]" in said
    assert f"{translate('warning', language)}[SYN010]" in said
    assert translate("[OPTIONS]", language) in smartlint("check", "--help").out
    assert translate("[OPTIONS]", language) in smartlint("why", "a").err


def test_a_language_that_there_is_not_is_told_in_that_of_the_environment(
    smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    assert "Fejl: " in smartlint("check", "--message-language", "fi").err


def test_english_sets_nothing(smartlint: Smartlint) -> None:
    smartlint("check", "--help")
    assert "LANGUAGE" not in os.environ
    assert "Usage: smartlint check" in smartlint("check", "--help").out


def test_who_asks_for_english_gets_it_wherever_he_is(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    assert "Usage: smartlint check" in smartlint("check", "--help", "--message-language=en").out


def test_json_is_the_same_for_everybody_but_for_its_texts(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a=UNOWNED)
    english = smartlint("check", *TODAY, "--output-format", "json").out
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    assert smartlint("check", *TODAY, "--output-format", "json").out == english


def ends(module: Path) -> Iterator[tuple[int, ast.expr]]:
    """The sentences that commands end with: each with its line; of a name, all that it is given."""
    for function in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(function, ast.FunctionDef):
            nodes = list(ast.walk(function))
            given = [node for node in nodes if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)]
            for call in nodes:
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute | ast.Name) and call.args:
                    name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id
                    text = call.args[0]
                    if name in _ENDING:
                        names = [one.value for one in given if ast.unparse(one.targets[0]) == ast.unparse(text)]
                        yield from ((call.lineno, one) for one in (text, *names))


def is_english(text: ast.expr) -> bool:
    """Whether a text has words of its own, and goes through no translation."""
    called = {ast.unparse(node.func).rpartition(".")[2] for node in ast.walk(text) if isinstance(node, ast.Call)}
    parts = [node.value for node in ast.walk(text) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return not called & {"say", "translate"} and any(sign.isalpha() for part in parts for sign in part)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_what_a_command_ends_with_is_translated(module: Path) -> None:
    english = [f"{module.name}:{line}: {ast.unparse(text)}" for line, text in ends(module) if is_english(text)]
    assert english == [], "say it by smartlint.cli.frame.say"
