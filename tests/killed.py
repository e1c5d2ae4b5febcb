"""Runs that are killed at any moment (``python -m tests.killed [TIMES] [--seed N]``): no file is lost or half written.

Each operation is run whole once, to see what it makes of the files and how long it takes; then it is killed at random
moments, and every file must be what it was before or what the whole run made of it. A run after that must work.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

_SLIP = """\
team: Bakery {number}
review: every two weeks

goal B{number}: Sell {figure} cakes a day by 30 June 2027
  ownr: Amy Holt
  how:  open at 6
"""
_FILES = 60
#: Files are written at the end of a run: every third run is killed in this last part of it.
_WRITING = 0.8
_SMARTLINT = (sys.executable, "-m", "smartlint")
_TODAY = ("--today", "2026-11-22")


class Operation(NamedTuple):
    """What is run, what is in the folder besides the goals, and what holds of a file that is neither old nor new."""

    arguments: tuple[str, ...]
    given: Mapping[str, str] = {}
    may_be: Callable[[Path], bool] = lambda path: False


def _whole_lines(path: Path) -> bool:
    """A log of whole lines; the last one may be cut off where its writer was killed."""
    lines = path.read_bytes().split(b"\n")[:-1]
    return all(isinstance(json.loads(line), dict) for line in lines)


def _whole_review(path: Path) -> bool:
    """A whole page, which tells when it was made, or a database that can be opened, with what SQLite has beside it."""
    if path.suffix == ".html":
        return path.read_text("utf-8").endswith("</html>\n")
    if path.suffix != ".db":
        return False
    with closing(sqlite3.connect(path)) as database:
        return bool(database.execute("PRAGMA integrity_check").fetchone() == ("ok",))


_PLAN = "# Goals\n\n" + "".join(f"- Sell {number} cakes a day by 30 June 2027 (owner: Amy Holt)\n" for number in range(7, 300))


OPERATIONS = {
    "check --fix": Operation(("check", ".", *_TODAY, "--fix")),
    "format": Operation(("format", ".")),
    "check --write-baseline": Operation(("check", ".", *_TODAY, "--baseline", "known.json", "--write-baseline")),
    "check --decision-log": Operation(("check", ".", *_TODAY, "--decision-log", "log.jsonl"), {}, _whole_lines),
    "check, with a cache": Operation(("check", ".", *_TODAY, "--cache-dir", "kept", "--jobs", "1")),
    "convert": Operation(("convert", "plan.md", "--to", "goals", "--output", "plan.goals", "--force"), {"plan.md": _PLAN}),
    "review": Operation(("review", ".", *_TODAY, "--output", "out.html", "--output", "out.csv"), {}, _whole_review),
    "check --report": Operation(("check", ".", *_TODAY, "--report", "sarif=out.sarif", "--report", "junit=out.xml")),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.killed", description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=200, help="for all operations together")
    parser.add_argument("--only", choices=OPERATIONS, action="append", help="these operations, and no others")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    wrong = 0
    names = given.only or list(OPERATIONS)
    for name in names:
        counts = _tried(OPERATIONS[name], max(1, given.times // len(names)), chance)
        wrong += counts["wrong"]
        sys.stdout.write(f"{name}: {', '.join(f'{count} {what}' for what, count in sorted(counts.items()))}\n")
    sys.exit(int(bool(wrong)))


def _tried(operation: Operation, times: int, chance: random.Random) -> Counter[str]:
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        start, folder = Path(name) / "start", Path(name) / "folder"
        _fill(start, operation)
        shutil.copytree(start, folder)
        began = time.monotonic()
        ends = {_run(operation, folder)}
        whole = time.monotonic() - began
        before, after = _read(start), _read(folder)
        ends.add(_run(operation, folder))
        for number in range(times):
            shutil.rmtree(folder)
            shutil.copytree(start, folder)
            moment = chance.uniform(0 if number % 3 else _WRITING, 1) * whole
            counts["killed" if _run(operation, folder, after=moment) is None else "done"] += 1
            counts["wrong"] += len(list(_wrong(folder, operation, before, after)))
            counts["wrong"] += _run(operation, folder) not in ends
            counts["wrong"] += sum(_read(folder).get(path) != data for path, data in after.items() if path.endswith(".goals"))
    return counts


def _fill(folder: Path, operation: Operation) -> None:
    folder.mkdir()
    for number in range(_FILES):
        (folder / f"{number}.goals").write_text(_SLIP.format(number=number, figure=number + 7), "utf-8")
    for path, text in operation.given.items():
        (folder / path).write_text(text, "utf-8")


def _run(operation: Operation, folder: Path, after: float | None = None) -> int | None:
    """Runs an operation, whole or for so many seconds; how it ended, None if it was killed."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*_SMARTLINT, *operation.arguments], cwd=folder, **quiet) as process:  # type: ignore[call-overload]
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return None
    return int(process.returncode)


def _read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _wrong(folder: Path, operation: Operation, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """Files that are lost, or neither what they were nor what they become; what is being written has a name of its own."""
    now = _read(folder)
    wrong = [path for path in before if path not in now]
    for path, data in now.items():
        known = path in before or path in after
        if known and data not in (before.get(path), after.get(path)) and not operation.may_be(folder / path):
            wrong.append(path)
    for path in wrong:
        sys.stdout.write(f"  wrong: {path}\n")
    return wrong


if __name__ == "__main__":
    main()
