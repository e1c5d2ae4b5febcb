"""Two runs at the same time on one cache, one history and one decision log: nothing is lost, and neither is stopped."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.killed import _SLIP

_ROOT = Path(__file__).parents[2]
_TODAY = ("--today", "2026-11-22")
#: More are made by ``SMARTLINT_ROUNDS``.
_ROUNDS = int(os.environ.get("SMARTLINT_ROUNDS", "2"))


def _started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    paths = os.pathsep.join(str(_ROOT / part) for part in (".", "grammar", "rules"))
    environment = {**os.environ, "PYTHONPATH": paths, "LANGUAGE": "en"}
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "smartlint", *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True)


def _both(folder: Path, *arguments: str) -> list[str]:
    """What two runs at a time print; neither complains."""
    told = []
    for run in [_started(folder, *arguments) for _ in range(2)]:
        out, err = run.communicate(timeout=120)
        assert (run.returncode in (0, 1), err) == (True, "")
        told.append(out)
    return told


@pytest.mark.timeout(300 + 60 * _ROUNDS)
def test_two_runs_at_a_time(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.goals").write_text(_SLIP.format(number=number, figure=number + 7), "utf-8")
    for _ in range(_ROUNDS):
        one, other = _both(tmp_path, "check", ".", *_TODAY, "--cache-dir", "kept", "--decision-log", "log.jsonl")
        assert one == other
        _both(tmp_path, "review", ".", *_TODAY, "--cache-dir", "kept")
    lines = (tmp_path / "log.jsonl").read_text("utf-8").splitlines()
    assert len([json.loads(line) for line in lines]) == 2 * _ROUNDS
    with closing(sqlite3.connect(tmp_path / ".smartlint" / "history.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM run").fetchone() == (2 * _ROUNDS,)
