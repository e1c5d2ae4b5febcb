"""Commands that run in a process of their own, with a limit to their memory and to their time."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest

from smartlint.cli import main

if sys.platform != "linux":
    pytest.skip("limits of memory are set as Linux has them", allow_module_level=True)

import resource

_MEGABYTE = 1024 * 1024


class Answer(NamedTuple):
    """What a command said and how it ended; ``broken`` is where it was when it broke down or took too much."""

    arguments: tuple[str, ...]
    status: int | None
    said: str
    broken: str = ""


def answers(calls: Sequence[Sequence[str]], *, seconds: float, megabytes: int) -> list[Answer]:
    """The answers to commands, one after another; the memory is what they may take beside that of the tests."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            used = int(Path("/proc/self/statm").read_text("utf-8").split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * _MEGABYTE, resource.getrlimit(resource.RLIMIT_AS)[1]))
            signal.signal(signal.SIGALRM, _too_late)
            with os.fdopen(write, "w", encoding="utf-8") as stream:
                for arguments in calls:
                    stream.write(json.dumps(_answer(arguments, seconds)) + "\n")
                    stream.flush()
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as stream:
        found = [Answer(*json.loads(line)) for line in stream]
    os.waitpid(child, 0)
    return [*found, *(Answer(tuple(call), None, "", "the process has ended") for call in calls[len(found) : len(found) + 1])]


class _TooLate(BaseException):
    pass


def _too_late(number: int, frame: FrameType | None) -> None:
    raise _TooLate


def _answer(arguments: Sequence[str], seconds: float) -> Answer:
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    stream = io.BytesIO()
    told = io.TextIOWrapper(stream, "utf-8", write_through=True)
    status, broken = None, ""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        with redirect_stdout(told), redirect_stderr(told):
            main(arguments)
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else None
    except BaseException:
        broken = traceback.format_exc(limit=-6)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    said = stream.getvalue().decode()
    return Answer(tuple(arguments), status, said, broken or ("Traceback" if "Traceback" in said else ""))
