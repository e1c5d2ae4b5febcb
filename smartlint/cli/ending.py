"""How a run ends: by a signal, which is told, or at once when all is done."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


@contextmanager
def told_to_end() -> Iterator[None]:
    """Makes the signal with which programs are ended an interruption: it is told, and leaves no half of a file behind."""
    signal = _signals()
    try:
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _signals() -> Any:
    """What ``signal`` makes enumerations of, which takes as long as to read a short file."""
    try:
        return import_module("_signal")
    except ImportError:
        return import_module("signal")


def _is_watched() -> bool:
    """Whether somebody looks on who wants to tell what he saw: a debugger, a profiler, a measure of coverage."""
    monitoring = getattr(sys, "monitoring", None)  # from Python 3.12 on
    tools = map(monitoring.get_tool, range(6)) if monitoring is not None else ()
    return bool(sys.gettrace() or sys.getprofile() or any(tools))


def end_at_once(status: int) -> None:
    """Ends the process if nobody else has a hand in it: to take apart what goes with it takes a tenth of a short run."""
    threads = sys.modules.get("threading")
    is_shared = "multiprocessing" in sys.modules or (threads is not None and threads.active_count() > 1)
    if is_shared or sys.flags.inspect or _is_watched():
        return
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # Python tells of it
    os._exit(status)
