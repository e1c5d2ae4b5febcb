"""The options of ``smartlint check`` about where files are judged, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smartlint.cli.caching import cache
from smartlint.cli.frame import say
from smartlint.cli.spread import Where
from smartlint.record import dataclass

if TYPE_CHECKING:
    from smartlint.result_cache import Cache

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class SpreadOptions:
    """What was asked for; the fields are named after the options."""

    jobs: int
    engine: str | None
    no_cache: bool
    cache_dir: Path | None

    @property
    def where(self) -> Where:
        """Where files are to be judged."""
        return Where(self.jobs, self.engine)

    @property
    def cache(self) -> Cache | None:
        """Where results are kept, if they are."""
        return None if self.no_cache else cache(self.cache_dir)


def spreads(command: _Command) -> _Command:
    """The options, in the order in which they are listed."""
    folder = "Keep in this folder what was found in each file, and not with the user's other caches."
    command = click.option("--cache-dir", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help=folder)(command)
    command = click.option("--no-cache", is_flag=True, help="Judge every file anew, and keep nothing.")(command)
    engine = "Let a Dask cluster check: dask starts one here, dask=tcp://HOST:PORT is that of a scheduler."
    command = click.option("--engine", callback=_engine, default="local", metavar="ENGINE", help=engine)(command)
    jobs = "Check in so many processes; by default in as many as it pays."
    return click.option("--jobs", "-j", callback=_jobs, default="auto", metavar="N", help=jobs)(command)


def _engine(ctx: click.Context, param: click.Parameter, value: str) -> str | None:
    """The address of a scheduler, "" for a cluster of our own, None for none."""
    name, given, address = value.partition("=")
    if name not in ("local", "dask") or (given and (name != "dask" or not address)):
        raise click.BadParameter(say("{value} is none of local, dask and dask=ADDRESS.", value=repr(value)))
    return address if name == "dask" else None


def _jobs(ctx: click.Context, param: click.Parameter, value: str) -> int:
    if value == "auto":
        return 0
    try:
        jobs = int(value)
    except ValueError:
        jobs = 0
    if jobs < 1:
        raise click.BadParameter(say("{value} is neither a number from 1 on nor auto.", value=repr(value)))
    return jobs
