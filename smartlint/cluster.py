"""Chunks of files judged by a Dask cluster, and given back in order.

What is sent is all that a chunk needs: its texts and the settings of its files. The machines of the cluster need this
version of smartlint, and the plugins that are named; they need neither the files nor the configurations.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from smartlint import __version__
from smartlint.chunks import Done, Job, judge_chunk
from smartlint.files import File, read
from smartlint.processes import Lost, cores, found_by_others
from smartlint.record import dataclass
from smartlint.settings import Settings

_dask: Any = import_module("distributed")  # which states few of its types
#: So many chunks wait for each thread of the cluster: while one is judged, the next is on its way.
_AHEAD = 3
_SECONDS = 10


class Unusable(Exception):
    """A cluster that cannot be reached, or that cannot judge: ``why`` is a message with its parameters."""

    def __init__(self, why: str, **params: str) -> None:
        super().__init__(why)
        self.why = why
        self.params = params


@dataclass(frozen=True)
class _Sent:
    """The settings of the files of a chunk, which travel with it."""

    by_path: Mapping[str, Settings]

    def __call__(self, files: Iterable[File]) -> Callable[[str], Settings]:
        return self.by_path.__getitem__


def in_cluster(job: Job, chunks: Sequence[Sequence[File]], address: str, jobs: int) -> Iterator[list[Done]]:
    """What comes of the chunks, in their order.

    ``address`` is that of a scheduler; where it is empty, a cluster with so many ``jobs`` is started here. A worker that is
    lost costs time. Raises ``Unusable``, and ``Lost`` where the same chunk has cost several workers.
    """
    with found_by_others(), _client(address, jobs) as client:
        ahead = _AHEAD * max(1, sum(client.nthreads().values()))
        waiting: deque[tuple[Sequence[File], Any]] = deque()
        for chunk in chunks:
            texts = {file.path: read(file) for file in chunk}
            settings_of = job.settings(chunk)
            sent = Job(_Sent({file.path: settings_of(file.path) for file in chunk}), job.language)
            waiting.append((chunk, client.submit(judge_chunk, sent, chunk, texts, pure=False)))
            if len(waiting) > ahead:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())


def _result(chunk: Sequence[File], future: Any) -> list[Done]:
    try:
        done: list[Done] = future.result()
    except _dask.scheduler.KilledWorker:
        raise Lost(chunk) from None
    return done


@contextmanager
def _client(address: str, jobs: int) -> Iterator[Any]:
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is said by whoever asked for the run
    try:
        if not address:
            made = _dask.LocalCluster(
                n_workers=jobs or cores(), threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
            )
            with made, _dask.Client(made) as client:
                yield client
            return
        client = _dask.Client(address, timeout=_SECONDS)
    except (OSError, ValueError) as error:
        raise Unusable("There is no Dask scheduler at {address}: {reason}", address=address, reason=str(error)) from None
    with client:
        _must_be_alike(client)
        yield client


def _must_be_alike(client: Any) -> None:
    """Raises ``Unusable`` where a worker has another version, or none; one that is lost meanwhile says nothing."""
    said = client.run(_version, on_error="return").values()
    there = {"none" if isinstance(one, ImportError) else one for one in said if isinstance(one, (str, ImportError))}
    if there != {__version__}:
        text = "The workers have another smartlint ({there}) than this one, which is {here}."
        raise Unusable(text, there=", ".join(sorted(there)) or "none", here=__version__)


def _version() -> str:
    return __version__
