"""Whether the time for a goal stays the same, however many there are, in one file and over many."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import click

from tests.bench.corpus import made, write
from tests.bench.measuring import Command, measured

_CHECK = (sys.executable, "-m", "smartlint", "check", "--no-cache", "--isolated", "--jobs", "1", "--profile", "all")


def growth(folder: Path, most: int, rounds: int) -> Iterator[tuple[str, int, float, float]]:
    """Where the goals are, how many there are, milliseconds for each, and the MiB of the process; the start is taken off."""
    commands = {}
    for goals in (1, *(10**power for power in range(2, len(str(most)) + 1) if 10**power <= most)):
        write(folder / f"file-{goals}", "goals", made(1, goals))
        write(folder / f"files-{goals}", "goals", made(max(1, goals // 10), min(10, goals)))
        for where in ("file", "files"):
            commands[where, goals] = Command((*_CHECK, f"{where}-{goals}", "--output-format", "concise"), folder)
    found = {name: measured({"": command}, rounds)[""] for name, command in commands.items()}
    start = median(found[where, 1].cpu for where in ("file", "files"))
    for (where, goals), measure in found.items():
        if goals > 1:
            yield where, goals, (measure.cpu - start) / goals * 1000, measure.memory


@click.command(name="growth")
@click.option("--most", default=10_000, show_default=True, help="So many goals at most.")
@click.option("--rounds", default=3, show_default=True)
def main(most: int, rounds: int) -> None:
    """Time for a goal, however many there are."""
    with tempfile.TemporaryDirectory() as folder:
        click.echo("| goals | in | ms a goal | MiB |\n|---|---|---|---|")
        for where, goals, each, memory in growth(Path(folder), most, rounds):
            click.echo(f"| {goals:,} | {'one file' if where == 'file' else 'files of 10'} | {each:.2f} | {memory:.0f} |")
