"""What is built from the checkout is complete, and an installation elsewhere finds the same rules and languages."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = {
    "smartlint": ROOT / "smartlint",
    "smartlint_grammar": ROOT / "grammar" / "smartlint_grammar",
    "smartlint_rules": ROOT / "rules" / "smartlint_rules",
}
MESSAGE_LANGUAGES = ("en", "nb", "nn", "sv", "da")
LIST_LANGUAGES = """
import importlib.resources, json
names = [path.name for path in importlib.resources.files("smartlint_grammar").joinpath("languages").iterdir()]
print(json.dumps(sorted(name for name in names if name.endswith(".toml"))))
"""


def run(*command: str | Path, cwd: Path, python_path: str = "", statuses: tuple[int, ...] = (0,)) -> str:
    """Run a command with no Python settings but those given, and return what it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    if python_path:
        environment["PYTHONPATH"] = python_path
    done = subprocess.run(
        [os.fspath(part) for part in command],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in statuses, f"{command} gave {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build(source: Path, into: Path, *kinds: str) -> None:
    run(sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", into, source, cwd=into)


def clean_environment(folder: Path, *what_to_install: str | Path) -> Path:
    """Make an environment that sees nothing of this one, install into it, and return its Python."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *what_to_install, cwd=folder)
    return python


def shipped_files(wheel: Path) -> set[str]:
    """The files of a wheel but for its metadata."""
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build(ROOT, folder, "--wheel", "--sdist")
    return folder


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    (path,) = dist.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def sdist(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    (path,) = dist.glob("*.tar.gz")
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "tarfile", "--extract", path, folder, cwd=folder)
    (unpacked,) = folder.iterdir()
    return unpacked


@pytest.fixture(scope="session", params=["wheel", "editable"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a clean environment with smartlint in it."""
    what = (request.getfixturevalue("wheel"),) if request.param == "wheel" else ("--editable", ROOT)
    return clean_environment(tmp_path_factory.mktemp("installed") / "venv", *what)


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example goals in it and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("elsewhere")
    without = shutil.ignore_patterns("documents")  # there is YAML among them, for which a bare installation has no reader
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=without)
    return folder


def smartlint(python: Path, elsewhere: Path, *arguments: str) -> Any:
    """The JSON that a command prints in an installation."""
    program = python.with_name("smartlint.exe" if os.name == "nt" else "smartlint")
    return json.loads(run(program, *arguments, "--output-format", "json", cwd=elsewhere, statuses=(0, 1)))


def smartlint_of_checkout(elsewhere: Path, *arguments: str) -> Any:
    """The JSON that a command prints when the checkout is run as it lies."""
    python_path = os.pathsep.join(str(folder.parent) for folder in PACKAGES.values())
    command = (sys.executable, "-m", "smartlint", *arguments, "--output-format", "json")
    return json.loads(run(*command, cwd=elsewhere, python_path=python_path, statuses=(0, 1)))


def test_the_wheel_has_the_three_packages_and_nothing_else_at_its_top(wheel: Path) -> None:
    assert {name.split("/")[0] for name in shipped_files(wheel)} == set(PACKAGES)


def test_the_wheel_has_every_file_of_the_packages(wheel: Path) -> None:
    of_the_checkout = {
        path.relative_to(folder.parent).as_posix()
        for folder in PACKAGES.values()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped_files(wheel) == of_the_checkout


def test_a_wheel_from_the_sdist_has_the_same_files(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    build(sdist, tmp_path, "--wheel")
    (rebuilt,) = tmp_path.glob("*.whl")
    assert rebuilt.name == wheel.name
    assert shipped_files(rebuilt) == shipped_files(wheel)


def test_the_sdist_has_the_tests_and_what_they_read(sdist: Path) -> None:
    for folder in ("tests", "examples", ".ci"):
        of_the_checkout = {path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"}
        assert of_the_checkout
        assert {path for path in of_the_checkout if not (sdist / path.relative_to(ROOT)).is_file()} == set()


def test_an_installation_has_the_rules_of_the_checkout(installed: Path, elsewhere: Path) -> None:
    here = smartlint_of_checkout(elsewhere, "rules")
    assert here
    assert smartlint(installed, elsewhere, "rules") == here


def test_an_installation_has_the_languages_of_the_checkout(installed: Path, elsewhere: Path) -> None:
    here = {path.name for path in (PACKAGES["smartlint_grammar"] / "languages").glob("*.toml")}
    assert here >= {f"{language}.toml" for language in MESSAGE_LANGUAGES}
    assert set(json.loads(run(installed, "-c", LIST_LANGUAGES, cwd=elsewhere))) == here


@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
def test_an_installation_finds_what_the_checkout_finds(installed: Path, elsewhere: Path, language: str) -> None:
    arguments = ("check", "examples", "--today", "2026-07-01", "--message-language", language)
    here = smartlint_of_checkout(elsewhere, *arguments)
    assert here["findings"]
    assert smartlint(installed, elsewhere, *arguments) == here


def test_an_installation_runs_as_a_module_too(installed: Path, elsewhere: Path) -> None:
    assert run(installed, "-m", "smartlint", "--version", cwd=elsewhere).startswith("smartlint")


def test_an_installation_carries_nothing_of_the_checkouts_folders(wheel: Path, tmp_path: Path) -> None:
    python = clean_environment(tmp_path / "venv", "--no-deps", wheel)
    for name in ("grammar", "rules", "tests", "examples"):
        found = run(python, "-c", f"import importlib.util as u; print(u.find_spec({name!r}))", cwd=tmp_path)
        assert found.strip() == "None"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_documented_set_up_is_what_ci_runs(page: str) -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = re.findall(r"^run (?:\S*python -m )?((?:pip install|pytest).*)$", script, re.MULTILINE)
    commands = [command.replace("--quiet --disable-pip-version-check ", "") for command in commands]
    assert len(commands) == 2
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [command for command in commands if command not in text] == []
