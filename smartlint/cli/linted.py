"""A run over goal files for commands that tell what came of it in their own way."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smartlint.cli.caching import cache
from smartlint.cli.configured import must_be_right
from smartlint.cli.spread import HERE, take_all
from smartlint.cli.spread_options import SpreadOptions
from smartlint.files import find, is_folder

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.files import File
    from smartlint.finding import Result
    from smartlint.settings import Settings


class Linted(NamedTuple):
    """What came of the files, and what each of them was judged by.

    ``is_part``: the project has more files. ``is_complete``: every file that was named could be read.
    """

    result: Result
    settings_of: Callable[[str], Settings]
    files: Sequence[File]
    is_part: bool
    is_complete: bool


def linted(
    paths: Sequence[str],
    configurations: Configurations,
    today: date,
    *,
    evidence: bool = False,
    language: str = "",
    profile: str = "",
    is_watched: bool = False,
    spread: SpreadOptions | None = None,
) -> Linted:
    """What comes of these files and of those in these folders; ends the command where a configuration is wrong.

    ``profile`` and ``spread`` are what options ask for. Where it ``is_watched``, how far it has come is shown on a terminal.
    """
    from smartlint.chunks import Job
    from smartlint.linter import Linter

    files = find(paths, walk=configurations.walk)
    for path in (*paths, *(file.path for file in files)):
        configurations.of(f"{path.rstrip('/')}/" if is_folder(Path(path)) else path)
    must_be_right(configurations, {}, profile, language=language)
    settings_of = configurations.judging(files, today)
    linter = Linter(settings_of, evidence=evidence)
    kept = spread.cache if spread else cache()
    job = Job(functools.partial(configurations.judging, today=today), language or "en", kept)
    taken = take_all(linter, files, job, where=spread.where if spread else HERE, is_watched=is_watched)
    is_part = configurations.are_part(paths)
    return Linted(linter.finish(partial=is_part), settings_of, files, is_part, taken.is_complete)
