"""Commands, one after the other in turn: what each takes, as the median of the rounds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

#: What no tool ends with that has only found something.
_FAILED = (2, 126, 127)


@dataclass(frozen=True)
class Command:
    """What is run, and where; ``before`` is run each time first, and is not measured."""

    arguments: Sequence[str]
    folder: Path
    before: Sequence[str] = ()


@dataclass(frozen=True)
class Measure:
    """Seconds of the clock, seconds of all processors, and the most MiB of a process."""

    wall: float
    cpu: float
    memory: float


def measured(commands: Mapping[str, Command], rounds: int) -> dict[str, Measure]:
    """The medians by name; all are run in each round, so that what else goes on in the machine meets all of them."""
    found: dict[str, list[Measure]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            if command.before:
                _run(command.before, command.folder)
            found[name].append(_run(command.arguments, command.folder))
    return {
        name: Measure(median(one.wall for one in all_), median(one.cpu for one in all_), median(one.memory for one in all_))
        for name, all_ in found.items()
    }


def _run(arguments: Sequence[str], folder: Path) -> Measure:
    begun = monotonic()
    # a checkout is found from everywhere, and modules are compiled once, as an installation does
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": ""}
    nothing = subprocess.DEVNULL
    with subprocess.Popen(arguments, cwd=folder, env=env, stdout=nothing, stderr=nothing) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode in _FAILED or process.returncode < 0:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    return Measure(monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
