"""Several processes judge as one does; one that dies costs time, and one that dies again and again is told of."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from smartlint.chunks import Job, judge_chunk
from smartlint.files import File, find
from smartlint.processes import Lost, cores, in_processes
from smartlint.registry import load
from smartlint.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 2, 1)


def usual(files: Iterable[File]) -> Callable[[str], Settings]:
    settings = Settings(load(), TODAY)
    return lambda path: settings


def dying(until: Path, files: Iterable[File]) -> Callable[[str], Settings]:
    """The process of the second file is killed, until it was tried so often that the file has as many bytes as is said."""
    if any(file.path.endswith("b.goals") for file in files) and len(until.read_bytes()) > 0:
        until.write_bytes(until.read_bytes()[1:])
        os._exit(9)
    return usual(files)


@pytest.fixture
def files(tmp_path: Path) -> list[list[File]]:
    for name in "abcde":
        (tmp_path / f"{name}.goals").write_text(f"goal {name}: Win 12 new customers\n")
    return [[file] for file in find([str(tmp_path)])]


def test_they_give_what_one_gives_in_order(files: list[list[File]]) -> None:
    job = Job(usual, "en")
    assert list(in_processes(job, files, 2)) == [judge_chunk(job, chunk) for chunk in files]


@pytest.mark.parametrize("deaths", [1, 2])
def test_a_process_that_dies_costs_time(deaths: int, files: list[list[File]], tmp_path: Path) -> None:
    (tmp_path / "left").write_bytes(b"x" * deaths)
    done = list(in_processes(Job(partial(dying, tmp_path / "left"), "en"), files, 2))
    assert done == [judge_chunk(Job(usual, "en"), chunk) for chunk in files]


def test_a_file_that_kills_is_told(files: list[list[File]], tmp_path: Path) -> None:
    (tmp_path / "left").write_bytes(b"x" * 99)
    with pytest.raises(Lost) as lost:
        list(in_processes(Job(partial(dying, tmp_path / "left"), "en"), files, 1))
    assert lost.value.files in files[:2]


_KILLED = """
import os, signal, sys
from pathlib import Path
from smartlint.chunks import Job
from smartlint.files import find
from smartlint.processes import in_processes
from tests.test_processes import usual
next(in_processes(Job(usual, "en"), [[file] for file in find(sys.argv[1:])] * 9, 2))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nobody can be killed")
def test_who_is_killed_leaves_nobody_behind(files: list[list[File]], tmp_path: Path) -> None:
    paths = os.pathsep.join(str(ROOT / part) for part in (".", "grammar", "rules"))
    environment = {**os.environ, "PYTHONPATH": paths}
    command = [sys.executable, "-c", _KILLED, str(tmp_path)]
    # the output ends when all who may write into it have ended
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
