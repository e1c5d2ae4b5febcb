"""A configuration that was found to be right is not looked at again, and a broken cache does no harm."""

import subprocess
import sys
from pathlib import Path

import pytest

from smartlint.configuration import cache
from smartlint.configuration.configurations import Configurations

IMPORTED = """
import sys
from smartlint.configuration.configurations import Configurations
configurations = Configurations()
assert configurations.of("x.goals").profile == "sales"
configurations.must_be_right()
print(*sorted({"jsonschema", "tomllib"} & set(sys.modules)))
"""
TEXT = 'profile = "sales"\n[lint.levels]\nTIM = "error"\n'


def imported() -> str:
    path = {"PYTHONPATH": ":".join(sys.path)}
    import os

    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True, env={**os.environ, **path}
    )
    return done.stdout.strip()


def test_neither_toml_nor_json_schema_is_needed_twice(folder: Path) -> None:
    (folder / "smartlint.toml").write_text(TEXT, encoding="utf-8")
    assert imported() == "jsonschema tomllib"
    assert imported() == ""
    (folder / "smartlint.toml").write_text(TEXT + "# changed\n", encoding="utf-8")
    assert imported() == "jsonschema tomllib"


def test_a_project_file_that_does_not_speak_of_smartlint_is_read_once(folder: Path) -> None:
    (folder / "smartlint.toml").write_text(TEXT, encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "pyproject.toml").write_text('[project]\nname = "smartlint-notes"\n', encoding="utf-8")
    for _ in range(2):
        assert Configurations().of("sub/x.goals").profile == "sales"


def test_what_is_wrong_is_never_kept(folder: Path) -> None:
    (folder / "smartlint.toml").write_text('profil = "sales"\n', encoding="utf-8")
    for _ in range(2):
        configurations = Configurations()
        configurations.of("x.goals")
        assert len(configurations.mistakes) == 1


@pytest.mark.parametrize("data", [b"", b"\x00", b"nonsense", b"\xe9\x01\x00\x00\x00"])
def test_a_broken_cache(folder: Path, data: bytes) -> None:
    (folder / "smartlint.toml").write_text(TEXT, encoding="utf-8")
    Configurations().of("x.goals")
    home = cache.folder()
    assert home is not None
    kept = list(home.iterdir())
    assert kept
    for path in kept:
        path.write_bytes(data)
    configurations = Configurations()
    assert configurations.of("x.goals").profile == "sales"
    assert configurations.mistakes == []


def test_a_cache_that_cannot_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    (folder / "smartlint.toml").write_text(TEXT, encoding="utf-8")
    for place in (str(folder / "file"), ""):
        monkeypatch.setenv("SMARTLINT_CACHE_DIR", place)
        assert Configurations().of("x.goals").profile == "sales"


def test_nothing_is_written_into_the_linted_folder(folder: Path) -> None:
    (folder / "smartlint.toml").write_text(TEXT, encoding="utf-8")
    Configurations().of("x.goals")
    assert [path.name for path in folder.iterdir()] == ["smartlint.toml"]
