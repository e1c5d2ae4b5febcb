"""Measures smartlint beside its peers, as far as they are installed, and prints the tables that the README shows.

python -m tests.bench                      one file, and 2,000 files of every kind; --tools FOLDER has a node_modules
python -m tests.bench growth               time for a goal, from 100 goals on
python -m tests.bench prose                how fast prose is read in each language
python -m tests.bench keystroke            how long an editor waits for findings after a key
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import click

from tests.bench.measuring import Measure, measured
from tests.bench.peers import Bench

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


class _Parts(click.Group):
    """Imports a command when it is called: each needs what another may do without."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["growth", "keystroke", "prose"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"tests.bench.{cmd_name}").main
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Parts, invoke_without_command=True)
@click.option("--files", default=2000, show_default=True, help="So many files are checked at once.")
@click.option("--rounds", default=5, show_default=True, help="So often one file is checked; many files, a third as often.")
@click.option("--tools", type=_FOLDER, help="Where a node_modules lies with the tools that npm installs.")
@click.pass_context
def main(ctx: click.Context, files: int, rounds: int, tools: Path | None) -> None:
    """Measures."""
    if ctx.invoked_subcommand is None:
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder), files, tools)
            click.echo("\n".join(_one(measured(bench.one(), rounds))))
            click.echo()
            click.echo("\n".join(_many(measured(bench.many(), max(1, rounds // 3)), bench.sizes, files)))


def _one(found: Mapping[str, Measure]) -> Iterator[str]:
    yield "| one file of 5 KB, a fresh process | seconds | of processors | MiB |"
    yield "|---|---|---|---|"
    for name, measure in found.items():
        yield f"| {name} | {measure.wall:.3f} | {measure.cpu:.3f} | {measure.memory:.0f} |"


def _many(found: Mapping[str, Measure], sizes: Mapping[str, int], files: int) -> Iterator[str]:
    yield f"| {files:,} files, {sizes['goals'] / 1e6:.1f} MB of goals | seconds | of processors | MB/s | MiB of a process |"
    yield "|---|---|---|---|---|"
    for name, measure in found.items():
        rate = sizes["goals"] / 1e6 / measure.wall
        yield f"| {name} | {measure.wall:.2f} | {measure.cpu:.2f} | {rate:.2f} | {measure.memory:.0f} |"


if __name__ == "__main__":
    main()
