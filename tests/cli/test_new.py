"""``smartlint new rule`` begins a plugin that installs, whose test passes, and whose rule is found."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from smartlint.registry import load
from smartlint.translation import LANGUAGES
from tests.cli.samples import GOOD, TODAY, Smartlint

FILES = {
    "pyproject.toml",
    "README.md",
    "src/smartlint_acm/__init__.py",
    "src/smartlint_acm/missing_budget_line.py",
    "tests/test_missing_budget_line.py",
}
RULE = ("new", "rule", "ACM001", "missing-budget-line")


def written(folder: Path) -> dict[str, str]:
    """The files of a folder, by path."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def python(*arguments: str | Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs Python with this one's modules, after those of a folder."""
    search = [str(path)] if path else []
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([*search, *sys.path]), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


def outcome_of_tests(folder: Path) -> str:
    """The last line of the tests of a plugin as it lies there."""
    run = python("-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", folder, "-c", folder / "pyproject.toml", folder)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout.splitlines()[-1]


def test_it_writes_a_plugin_and_says_what_to_do_next(smartlint: Smartlint, folder: Path) -> None:
    run = smartlint(*RULE)
    assert (run.status, run.err) == (0, "")
    assert set(written(folder / "smartlint-acm")) == FILES
    assert run.out.splitlines()[: len(FILES)] == sorted(str(Path("smartlint-acm", name)) for name in FILES)
    assert run.out.endswith("  smartlint check --plugin acm\n")


def test_what_is_written_has_no_gap(smartlint: Smartlint, folder: Path) -> None:
    smartlint(*RULE, "--language", "sv", "--output", "plugin")
    files = written(folder / "plugin")
    assert [name for name, text in files.items() if "$" in text or "\n\n\n\n" in text or not text.endswith("\n")] == []
    assert 'languages = ("sv",)\n' in files["src/smartlint_acm/missing_budget_line.py"]
    assert "\n    goal: " not in files["src/smartlint_acm/missing_budget_line.py"]


def test_the_plugin_installs_and_runs(smartlint: Smartlint, folder: Path) -> None:
    if importlib.util.find_spec("hatchling") is None or importlib.util.find_spec("pip") is None:
        pytest.skip("builds nothing without hatchling and pip")
    smartlint(*RULE)
    site = folder / "site"
    quick = ("--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check", "--quiet", "--no-compile")
    installed = python("-m", "pip", "install", *quick, "--target", site, folder / "smartlint-acm")
    assert installed.returncode == 0, installed.stderr
    plan = folder / "plan.goals"
    plan.write_text(GOOD, encoding="utf-8")
    check = ("-m", "smartlint", "check", plan, "--plugin", "acm", *TODAY, "--output-format", "json")
    found = json.loads(python(*check, path=site).stdout)["findings"]
    assert [(one["code"], one["params"]) for one in found] == [("ACM001", {"field": "tags"})]
    plan.write_text(GOOD.replace("\ngoal G1", "\n# smartlint: ignore[ACM001] -- not for tags\ngoal G1"), encoding="utf-8")
    report = json.loads(python(*check, path=site).stdout)
    assert (report["findings"], [one["code"] for one in report["suppressed"]]) == ([], ["ACM001"])
    listed = python("-m", "smartlint", "rule", "ACM001", "--plugin", "acm", "--output-format", "json", path=site)
    assert json.loads(listed.stdout)["origin"] == {"package": "smartlint-acm", "version": "0.1.0"}
    assert outcome_of_tests(folder / "smartlint-acm").startswith("3 passed")


def test_page_and_test_hold_in_every_language(smartlint: Smartlint, folder: Path) -> None:
    names = ["late", "unfunded", "risky", "crowded", "lonely", "odd"]
    for number, (name, languages) in enumerate(zip(names, [*LANGUAGES, "da,nn"], strict=True)):
        assert smartlint("new", "rule", f"ACM00{number}", name, "--language", languages).status == 0
    assert outcome_of_tests(folder / "smartlint-acm").startswith("18 passed")


def test_a_second_rule_goes_into_the_same_plugin(smartlint: Smartlint, folder: Path) -> None:
    smartlint(*RULE)
    before = written(folder / "smartlint-acm")
    run = smartlint("new", "rule", "ACM002", "report")  # whose class must not hide the Report it imports
    assert run.status == 0
    after = written(folder / "smartlint-acm")
    assert set(after) - set(before) == {"src/smartlint_acm/report.py", "tests/test_report.py"}
    assert {name: after[name] for name in before} == before
    assert outcome_of_tests(folder / "smartlint-acm").startswith("6 passed")


def test_a_plugin_without_a_source_folder_takes_it_too(smartlint: Smartlint, folder: Path) -> None:
    (folder / "acme_goals").mkdir()
    (folder / "acme_goals" / "__init__.py").touch()
    points = '[project.entry-points."smartlint.rules"]\nours = "acme_goals"\n'
    (folder / "pyproject.toml").write_text(points, encoding="utf-8")
    assert smartlint(*RULE, "--output", ".").out.endswith("--plugin ours\n")
    assert (folder / "acme_goals" / "missing_budget_line.py").is_file()


@pytest.mark.parametrize("there", sorted(FILES - {"pyproject.toml"}))
def test_nothing_is_overwritten(smartlint: Smartlint, folder: Path, there: str) -> None:
    file = folder / "smartlint-acm" / there
    file.parent.mkdir(parents=True)
    file.write_text("mine\n", encoding="utf-8")
    run = smartlint(*RULE)
    assert (run.status, run.out) == (2, "")
    assert str(Path("smartlint-acm", there)) in run.err
    assert written(folder) == {f"smartlint-acm/{there}": "mine\n"}


def test_a_code_that_the_plugin_has_is_refused(smartlint: Smartlint, folder: Path) -> None:
    smartlint(*RULE)
    before = written(folder)
    run = smartlint("new", "rule", "ACM001", "other-rule")
    assert (run.status, run.out) == (2, "")
    assert "missing_budget_line.py" in run.err
    assert written(folder) == before


@pytest.mark.parametrize(
    "project",
    ["[project]\nname = 'x'\n", "[project", '[project.entry-points."smartlint.rules"]\nours = "acme_goals"\n'],
)
def test_a_project_that_is_no_plugin_is_left_alone(smartlint: Smartlint, folder: Path, project: str) -> None:
    (folder / "pyproject.toml").write_text(project, encoding="utf-8")
    run = smartlint(*RULE, "--output", ".")
    assert (run.status, run.out) == (2, "")
    assert "Nothing was written" in run.err
    assert written(folder) == {"pyproject.toml": project}


@pytest.mark.parametrize("code", ["ACM1", "AC001", "ACME01", "ACM0001", "001ACM", "ÅCM001", "", "ACM001/../x"])
def test_a_code_is_three_letters_and_three_digits(smartlint: Smartlint, folder: Path, code: str) -> None:
    run = smartlint("new", "rule", code, "missing-budget-line")
    assert (run.status, run.out) == (2, "")
    assert "three letters and three digits" in run.err
    assert written(folder) == {}


@pytest.mark.parametrize("code", ["TIM001", "tim999", "SYN500"])
def test_the_letters_of_a_built_in_family_are_taken(smartlint: Smartlint, code: str) -> None:
    run = smartlint("new", "rule", code, "missing-budget-line")
    assert (run.status, run.out) == (2, "")
    assert f"the letters {code[:3].upper()}" in run.err


def test_a_code_may_be_written_small(smartlint: Smartlint, folder: Path) -> None:
    smartlint("new", "rule", "acm001", "missing-budget-line")
    assert set(written(folder / "smartlint-acm")) == FILES


@pytest.mark.parametrize(
    "name", ["Missing", "missing_budget", "missing-", "miss1ng", "a b", "../x", "", "måned", "class", "all"]
)
def test_a_name_is_words_with_hyphens(smartlint: Smartlint, folder: Path, name: str) -> None:
    run = smartlint("new", "rule", "ACM001", name)
    assert (run.status, run.out) == (2, "")
    assert "NAME" in run.err
    assert written(folder) == {}


def test_a_name_that_is_taken_is_refused(smartlint: Smartlint) -> None:
    run = smartlint("new", "rule", "ACM001", load()[0].name)
    assert run.status == 2
    assert "is taken" in run.err


def test_an_unknown_language_is_a_mistake(smartlint: Smartlint) -> None:
    run = smartlint(*RULE, "--language", "nb,fi")
    assert run.status == 2
    assert "'fi' is none of en, nb, nn, sv, da" in run.err


@pytest.mark.parametrize(("given", "missing"), [((), "CODE"), (("ACM001",), "NAME")])
def test_what_is_missing_is_not_asked_for_without_a_terminal(
    smartlint: Smartlint, given: tuple[str, ...], missing: str, folder: Path
) -> None:
    run = smartlint("new", "rule", *given)
    assert (run.status, run.out) == (2, "")
    assert f"Missing argument {missing}" in run.err
    assert written(folder) == {}


def test_what_is_missing_is_asked_for_on_a_terminal_until_it_is_right(
    smartlint: Smartlint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smartlint.cli.new._is_terminal", lambda: True)
    run = smartlint("new", "rule", stdin=b"TIM001\nACM001\nmissing-budget-line\n")
    assert run.status == 0, run.err
    assert set(written(folder / "smartlint-acm")) == FILES
    assert "the letters TIM" in run.out + run.err
