"""Whatever is typed in real files: what an editor shows is what ``check`` finds, and memory does not grow."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from smartlint.finding import Finding
from smartlint.goal import Document, Goal, Part
from smartlint.source import Source
from tests.bench.keystroke import plan, share, typed
from tests.lsp.session import Typist, lay_out


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    here = Path.cwd()
    lay_out(tmp_path)
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(here)


@pytest.mark.parametrize("seed", [1, 2])
def test_after_each_edit_what_is_shown_is_what_a_fresh_run_finds(folder: Path, seed: int) -> None:
    typist = Typist(folder, seed)
    for _ in range(15):
        typist.edit()
        assert list(typist.differences()) == []


def test_of_old_versions_nothing_is_kept(folder: Path) -> None:
    before = [_alive(kind) for kind in (Document, Part, Goal)]
    typist = Typist(folder, "memory")
    for _ in range(30):
        typist.edit()
        typist.shown.of(typist.workspace.result())
    documents = typist.workspace.documents().values()
    now = [len(documents), sum(len(one.parts) for one in documents), sum(len(one.all_goals) for one in documents)]
    for kind, count, more in zip((Document, Part, Goal), before, now, strict=True):
        assert _alive(kind) <= count + more


def test_of_files_that_are_closed_nothing_is_kept(folder: Path) -> None:
    typist = Typist(folder, "cycles")
    typist.cycle(2)
    before = [_alive(kind) for kind in (Document, Part, Goal, Finding, Source)]
    typist.cycle(20)
    assert [_alive(kind) for kind in (Document, Part, Goal, Finding, Source)] == before


def _alive(kind: type) -> int:
    """How many of them there are."""
    gc.collect()
    return sum(isinstance(one, kind) for one in gc.get_objects())


def test_typing_changes_a_sign_at_a_time() -> None:
    before = plan(20)
    for after in typed(before, 30):
        assert abs(len(after) - len(before)) == 1
        before = after


def test_the_share_is_a_value_that_was_measured() -> None:
    assert (share([3, 1, 2], 50), share([3, 1, 2], 95), share([1], 50)) == (2, 3, 1)
