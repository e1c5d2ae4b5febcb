"""A disk that is full: a command says so and ends with 2, and what was there stays as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.killed import _SLIP

_TODAY = ("--today", "2026-11-22")
_SIZE = 256 * 1024
WRITING = {
    "fix": ("check", "a.goals", *_TODAY, "--fix"),
    "format": ("format", "a.goals"),
    "baseline": ("check", "a.goals", *_TODAY, "--baseline", "known.json", "--write-baseline"),
    "log": ("check", "a.goals", *_TODAY, "--decision-log", "log.jsonl"),
    "report": ("check", "a.goals", *_TODAY, "--report", "sarif=out.sarif"),
    "review": ("review", "a.goals", *_TODAY, "--no-history", "--output", "out.html"),
    "convert": ("convert", "plan.md", "--to", "goals", "--output", "plan.goals"),
}


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small disk, where this user may have one."""
    folder = tmp_path_factory.mktemp("disk")
    mount = shutil.which("mount")
    if mount is None or sys.platform != "linux":
        pytest.skip("no disk can be mounted here")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this user may mount no disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def full(disk: Path) -> Iterator[Path]:
    """The disk with goals on it, and no room for anything else."""
    slips = "".join(_SLIP.format(number=number, figure=number + 7).partition("\n\n")[2] for number in range(60))
    (disk / "a.goals").write_text(f"team: Bakery\n\n{slips}", "utf-8")
    (disk / "plan.md").write_text("# Goals\n\n" + "- Sell 40 cakes a day\n" * 300, "utf-8")
    with (disk / "rest").open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(bytes(4096))
        except OSError:
            pass
    yield disk
    for path in disk.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _run(arguments: tuple[str, ...], folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "smartlint", *arguments]
    root = Path(__file__).parents[2]
    paths = os.pathsep.join(str(root / part) for part in (".", "grammar", "rules"))
    environment = {**os.environ, "PYTHONPATH": paths, "LANGUAGE": "en", "SMARTLINT_CACHE_DIR": str(folder / "caches")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.stat().st_size}


@pytest.mark.parametrize("what", WRITING)
def test_it_is_said_and_nothing_is_half_written(what: str, full: Path) -> None:
    before = _held(full)
    run = _run(WRITING[what], full)
    assert run.returncode == 2
    assert "No space left on device" in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    assert _held(full) == before


def test_a_review_whose_history_cannot_be_kept_says_so_and_is_made(full: Path) -> None:
    before = _held(full)
    run = _run(("review", "a.goals", *_TODAY), full)
    assert run.returncode == 0
    assert run.stderr.startswith("No history: ")
    assert _held(full) == before


def test_a_cache_that_cannot_be_written_is_no_trouble(full: Path) -> None:
    run = _run(("check", "a.goals", *_TODAY, "--output-format", "concise"), full)
    assert run.returncode == 1
    assert not run.stderr
