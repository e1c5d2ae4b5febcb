"""What Python has compiled is kept in one file: taken where nothing has changed, and nobody notices where it cannot be."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from smartlint import compiled
from smartlint.pattern import Pattern
from smartlint.registry import load

ROOT = Path(__file__).parent.parent
GOALS = "goal: Win 12 new customers by 2026-06-30\n  owner: Amy Holt\n"
#: Prints where a module was taken from: its loader and its file.
_WHENCE = """
from smartlint import compiled
compiled.use()
import smartlint.swap as module
print(type(module.__loader__).__name__, module.__file__, getattr(module, "MARK", ""))
"""


class House:
    """A copy of the packages, which a test may change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        unwanted = shutil.ignore_patterns("__pycache__", "*.po")
        for package in ("smartlint", "grammar/smartlint_grammar", "rules/smartlint_rules"):
            shutil.copytree(ROOT / package, folder / Path(package).name, ignore=unwanted)
        (folder / "a.goals").write_text(GOALS, encoding="utf-8")
        self.caches = folder / "smartlint" / "__pycache__"

    @property
    def kept(self) -> list[Path]:
        return sorted(self.caches.glob("*.marshal*"))

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        unset = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "PYTHONOPTIMIZE")
        inherited = {name: value for name, value in os.environ.items() if name not in unset}
        path = os.pathsep.join([str(self.folder), *(entry for entry in sys.path if entry and not entry.startswith(str(ROOT)))])
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={**inherited, "PYTHONPATH": path, "SMARTLINT_CACHE_DIR": "", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def check(self, **environment: str) -> str:
        """What a check prints."""
        return _said(self.start("-m", "smartlint", "check", "--today", "2026-02-01", "a.goals", **environment))

    def whence(self) -> list[str]:
        return _said(self.start("-c", _WHENCE)).split()


def _said(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    return out


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> House:
    """One that has run twice."""
    house = House(tmp_path_factory.mktemp("house"))
    assert house.check() == house.check() != ""
    return house


@pytest.fixture
def house(made: House) -> Iterator[House]:
    """The same; what a test does to the file is undone."""
    (kept,) = made.kept
    before = kept.read_bytes()
    yield made
    for path in made.kept:
        path.unlink()
    kept.write_bytes(before)


def test_modules_are_taken_from_it(house: House) -> None:
    loader, file, *_ = house.whence()
    assert (loader, file) == ("_Loader", str(house.folder / "smartlint" / "swap.py"))


def test_a_run_that_lacks_nothing_writes_nothing(house: House) -> None:
    (kept,) = house.kept
    before = kept.stat().st_mtime_ns
    house.check()
    assert kept.stat().st_mtime_ns == before


def test_what_was_edited_is_read_anew_even_if_it_is_as_long_as_before(house: House) -> None:
    module = house.folder / "smartlint" / "swap.py"
    before, status = module.read_text(encoding="utf-8"), module.stat()
    try:
        for mark in ("1", "2"):
            module.write_text(f"{before}\nMARK = {mark}\n", encoding="utf-8")
            os.utime(module, ns=(status.st_atime_ns, status.st_mtime_ns + int(mark) * 10**9))
            loader, _, found = house.whence()
            assert (loader, found) == ("SourceFileLoader", mark)
    finally:
        module.write_text(before, encoding="utf-8")
        os.utime(module, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_what_comes_first_by_the_rules_of_python_comes_first(house: House) -> None:
    package = house.folder / "smartlint" / "swap"
    package.mkdir()
    try:
        (package / "__init__.py").write_text("MARK = 3\n", encoding="utf-8")
        assert house.whence() == ["SourceFileLoader", str(package / "__init__.py"), "3"]
    finally:
        shutil.rmtree(package)


@pytest.mark.parametrize("size", [0, 4, 8, 500, 200_000, -100])
def test_half_a_file_is_passed_by_and_mended(house: House, size: int) -> None:
    (kept,) = house.kept
    said = house.check()
    kept.write_bytes(kept.read_bytes()[:size])
    assert house.check() == said
    assert house.check() == said


@pytest.mark.parametrize("data", [b"\xff" * 100, b"\0" * 100, os.urandom(1000), (5).to_bytes(8, "big") + b"i\1\0\0\0"])
def test_a_file_of_anything_is_passed_by_and_written_anew(house: House, data: bytes) -> None:
    (kept,) = house.kept
    kept.write_bytes(data)
    assert "1 file" in house.check()
    assert house.kept == [kept]
    assert kept.stat().st_size > 100_000


def test_another_python_has_another_file(house: House) -> None:
    house.check(PYTHONOPTIMIZE="1")
    assert len(house.kept) == 2
    assert all(sys.implementation.cache_tag in path.name for path in house.kept)


def test_nothing_is_written_where_python_is_to_write_nothing(house: House) -> None:
    (kept,) = house.kept
    kept.unlink()
    house.check(PYTHONDONTWRITEBYTECODE="1")
    assert house.kept == []


def test_where_it_cannot_be_written_all_works_as_it_does_without(house: House, tmp_path: Path) -> None:
    stopped = tmp_path / "file"
    stopped.write_text("", encoding="utf-8")
    assert house.check(PYTHONPYCACHEPREFIX=str(stopped / "below")) == house.check()


def test_many_at_once_find_a_whole_file(house: House) -> None:
    said = house.check()
    house.kept[0].unlink()
    runs = [house.start("-m", "smartlint", "check", "--today", "2026-02-01", "a.goals") for _ in range(4)]
    assert {_said(run) for run in runs} == {said}
    assert len(house.kept) == 1


def test_patterns_are_kept_as_they_are_compiled() -> None:
    load()
    loaded = [value for module in list(sys.modules.values()) for value in vars(module).values() if type(value) is Pattern]
    assert len(loaded) > 20
    for late in loaded:
        made, words = re.compile(late.pattern, late.flags), compiled._translated(late.pattern, int(late.flags))
        assert words[0] == made.flags, late.pattern
        assert words[2:4] == (made.groups, dict(made.groupindex))
