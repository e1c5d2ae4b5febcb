"""The example organisation: the whole output of what its people run, and the package that its policies come in."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.organisation import EXPECTED, ORGANISATION, PACKAGE, ROOT, RUNS, printed


@pytest.mark.parametrize("name", RUNS)
def test_what_is_printed(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SMARTLINT_CACHE_DIR", str(tmp_path))
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "SMARTLINT_POLICY"):
        monkeypatch.delenv(variable, raising=False)
    kept = (EXPECTED / name).read_text("utf-8")
    assert printed(RUNS[name]) == kept, f"{name}: run `python -m tests.organisation write` if this is right"


def test_every_expected_output_is_of_a_run() -> None:
    assert {path.name for path in EXPECTED.iterdir()} == set(RUNS)


def test_the_package_has_what_its_policies_are_read_from() -> None:
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    package = PACKAGE / project["name"].replace("-", "_")
    assert {"__init__.py", "smartlint.toml", "metrics.csv"} <= {path.name for path in package.iterdir()}


def test_the_readme_speaks_of_every_file_that_a_team_writes() -> None:
    readme = (ORGANISATION / "README.md").read_text("utf-8")
    files = [path for pattern in ("*/**/*.toml", "*/**/*.goals", "*/**/*.csv") for path in ORGANISATION.glob(pattern)]
    assert len(files) > 10
    for path in files:
        assert f"`{path.relative_to(ORGANISATION).as_posix()}`" in readme, path
