"""A Dask cluster judges as one process does; a worker that is lost costs time, and a cluster that is none is told of."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartlint.chunks import Done, Job, judge_chunk
from smartlint.files import File, find
from smartlint.registry import load
from smartlint.settings import Settings
from tests.cli.conftest import folder, smartlint
from tests.cli.samples import TODAY, UNOWNED, Smartlint, write

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.timeout(200), pytest.mark.filterwarnings("default")]
__all__ = ["folder", "smartlint"]

SETTINGS = Settings(load(), date(2026, 2, 1), known=load())


def settings(files: Iterable[File]) -> Callable[[str], Settings]:
    return lambda path: SETTINGS


JOB = Job(settings, "en")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    made = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50)
    with made:
        yield made


@pytest.fixture
def files(tmp_path: Path) -> list[list[File]]:
    for number in range(12):
        (tmp_path / f"{number}.goals").write_text("\n".join(f"goal G{n}: Win {n} new customers" for n in range(1, 40)))
    return [[file] for file in find([str(tmp_path)])]


def flat(chunks: Iterable[list[Done]]) -> list[Done]:
    return [done for chunk in chunks for done in chunk]


def test_it_gives_what_one_process_gives_though_a_worker_is_killed(cluster: Any, files: list[list[File]]) -> None:
    from smartlint.cluster import in_cluster

    victim = next(iter(cluster.workers.values())).pid
    coming = in_cluster(JOB, files, cluster.scheduler_address, 0)
    done = [*next(coming)]
    os.kill(victim, signal.SIGKILL)
    done += flat(coming)
    assert done == flat(judge_chunk(JOB, chunk) for chunk in files)
    assert victim not in {worker.pid for worker in cluster.workers.values()}


def test_the_output_is_the_same_to_the_byte(cluster: Any, folder: Path, smartlint: Smartlint) -> None:
    (folder / "smartlint.toml").write_text(
        '[[rule]]\ncode = "ACM001"\nname = "known"\nmessage = "not known"\nassert = "goal.id == \'G2\'"\n'
        '[[policy]]\nname = "all"\nselect = ["ACM001", "OWN001"]\nenforcement = "mandatory"\n'
    )
    for number in range(9):
        write(**{f"g{number}": UNOWNED.replace("G2", f"G{number}")})
    arguments = ("check", ".", "gone.goals", *TODAY, "--output-format", "json")
    alone = smartlint(*arguments)
    assert smartlint(*arguments, "--engine", f"dask={cluster.scheduler_address}") == alone
    assert "ACM001" in alone.out


def test_an_address_at_which_there_is_nothing(folder: Path, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smartlint.cluster._SECONDS", 1)
    write(a=UNOWNED)
    run = smartlint("check", "--engine", "dask=tcp://127.0.0.1:1")
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("Error: There is no Dask scheduler at tcp://127.0.0.1:1:")
