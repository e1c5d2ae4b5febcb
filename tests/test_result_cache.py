"""What is kept of a file is named by all that it rests on; what is broken is not there, and nothing is in the way."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartlint import result_cache
from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.result_cache import Cache
from smartlint.rows import Row, packed
from smartlint.rule import Rule
from smartlint.settings import Settings

SETTINGS = Settings(load(), date(2026, 2, 1), known=load(), fingerprint="f")
ROW = packed(Linter(SETTINGS).judged_text("goal A: Win 12 new customers\n", "a.goals"))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "caches")


def entries(cache: Cache) -> list[Path]:
    return [path for path in (cache.folder / "results").rglob("*") if path.is_file()]


def test_what_was_put_is_there(cache: Cache) -> None:
    key = cache.key(SETTINGS, "a.goals", "text", "en")
    assert cache.get(key) is None
    cache.put(key, ROW)
    assert cache.get(key) == ROW
    assert {path.name for path in cache.folder.iterdir()} == {"results", "CACHEDIR.TAG", ".gitignore"}
    assert (cache.folder / ".gitignore").read_text() == "*\n"


def test_all_that_it_rests_on_is_in_the_name(cache: Cache) -> None:
    keys = {
        cache.key(SETTINGS, "a.goals", "text", "en"),
        cache.key(SETTINGS, "b.goals", "text", "en"),
        cache.key(SETTINGS, "a.goals", "text ", "en"),
        cache.key(SETTINGS, "a.goals", "text", "nb"),
        cache.key(replace(SETTINGS, today=date(2026, 2, 2)), "a.goals", "text", "en"),
        cache.key(replace(SETTINGS, fingerprint="g"), "a.goals", "text", "en"),
    }
    assert len(keys) == 6


def test_what_rests_on_something_unknown_is_not_kept(cache: Cache) -> None:
    key = cache.key(replace(SETTINGS, fingerprint=""), "a.goals", "text", "en")
    cache.put(key, ROW)
    assert (key, cache.get(key), cache.folder.exists()) == ("", None, False)


@pytest.mark.parametrize("change", ["version", "file", "new file"])
def test_another_engine_finds_nothing(change: str, cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"smartlint_tried_{change.replace(' ', '_')}"
    package = tmp_path / name
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "rule.py").write_text("a = 1\n")
    monkeypatch.syspath_prepend(tmp_path)

    def engine() -> str:
        result_cache.engine.cache_clear()
        return result_cache.engine((type("Tried", (Rule,), {"__module__": name}),))

    before = engine()
    assert engine() == before
    if change == "version":
        monkeypatch.setattr(result_cache, "__version__", "99")
    elif change == "file":
        (package / "rule.py").write_text("a = 22\n")
    else:
        (package / "other.py").write_text("")
    assert engine() != before
    result_cache.engine.cache_clear()


def test_what_is_broken_is_not_there_and_is_made_anew(cache: Cache) -> None:
    key = cache.key(SETTINGS, "a.goals", "text", "en")
    cache.put(key, ROW)
    (entry,) = entries(cache)
    right = entry.read_bytes()
    for wrong in (b"", right[:-1], right[:20], b"x" + right[1:], right[:-1] + b"x", os.urandom(100)):
        entry.write_bytes(wrong)
        assert cache.get(key) is None
        cache.put(key, ROW)
        assert cache.get(key) == ROW


def test_code_in_an_entry_is_not_run(cache: Cache, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> Any:
            return Path.touch, (tmp_path / "TRAPPED",)

    key = cache.key(SETTINGS, "a.goals", "text", "en")
    cache.put(key, (Evil(),))  # type: ignore[arg-type]
    assert cache.get(key) is None
    assert not (tmp_path / "TRAPPED").exists()


def test_many_at_a_time_do_not_disturb_one_another(cache: Cache) -> None:
    keys = [cache.key(SETTINGS, f"{number}.goals", "text", "en") for number in range(20)] * 10

    def both(key: str) -> Row | None:
        cache.put(key, ROW)
        return cache.get(key)

    with ThreadPoolExecutor(8) as pool:
        assert set(map(id, filter(None, pool.map(both, keys)))) != set()
    assert all(cache.get(key) == ROW for key in keys)


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file")
    key = cache.key(SETTINGS, "a.goals", "text", "en")
    cache.put(key, ROW)
    cache.tidy()
    assert cache.get(key) is None


def test_what_is_old_goes_once_in_a_while(cache: Cache) -> None:
    old, new = (cache.key(SETTINGS, name, "text", "en") for name in ("a.goals", "b.goals"))
    cache.put(old, ROW)
    (entry,) = entries(cache)
    os.utime(entry, (0, 0))
    cache.put(new, ROW)
    cache.tidy()
    assert (cache.get(old), cache.get(new)) == (None, ROW)
    cache.put(old, ROW)
    os.utime(entry, (0, 0))
    cache.tidy()
    assert cache.get(old) == ROW
