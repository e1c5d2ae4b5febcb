"""Chunks of files judged by several processes of this machine, and given back in order."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path

from smartlint.chunks import Done, Job, judge_chunk
from smartlint.files import File

#: So often the work of processes that died is begun anew.
_TRIES = 3
_job: Job


class Lost(Exception):
    """Processes died again and again while one of these files was judged: for want of memory, or by somebody's hand."""

    def __init__(self, files: Sequence[File]) -> None:
        super().__init__(files)
        self.files = files


def in_processes(job: Job, chunks: Sequence[Sequence[File]], jobs: int) -> Iterator[list[Done]]:
    """What comes of the chunks, in their order. Raises ``Lost``."""
    begun = 0  # chunks that are given back
    for left in reversed(range(_TRIES)):
        try:
            with found_by_others():
                for done in _in_a_pool(job, chunks[begun:], jobs):
                    yield done
                    begun += 1
        except BrokenProcessPool:
            if not left:
                raise Lost(chunks[begun]) from None
        else:
            return


@contextmanager
def found_by_others() -> Iterator[None]:
    """Has processes that begin now find smartlint where this one has found it: the current folder is left out here."""
    home = str(Path(__file__).parents[1])
    if home in sys.path:
        yield
        return
    sys.path.append(home)
    try:
        yield
    finally:
        sys.path.remove(home)


def _in_a_pool(job: Job, chunks: Sequence[Sequence[File]], jobs: int) -> Iterator[list[Done]]:
    forks = sys.platform == "linux" and threading.active_count() == 1
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), get_context("fork" if forks else "spawn"), _begin, (job,))
    waiting: deque[Future[list[Done]]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_judge, chunk))
            if len(waiting) > jobs * 2:  # whoever takes them is never far behind
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BaseException as error:
        if not isinstance(error, BrokenProcessPool):  # who interrupts it does not wait for what was begun
            for process in active_children():
                process.terminate()
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


def _begin(job: Job) -> None:
    global _job  # noqa: PLW0603 - a process of the pool has one job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that began it all is interrupted, and ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Who was killed ends nobody: this process would wait for work for ever, and whoever reads its output for its end."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _judge(chunk: Sequence[File]) -> list[Done]:
    return judge_chunk(_job, chunk)


def cores() -> int:
    """How many processes can run at a time."""
    usable: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable is not None else os.cpu_count() or 1
