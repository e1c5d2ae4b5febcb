"""The files of a check, judged by their configurations."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from smartlint.chunks import Job
from smartlint.cli.frame import locale_language
from smartlint.cli.spread import HERE, Where, take_all
from smartlint.linter import Linter
from smartlint.readers import read_document

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.files import File, Unreadable
    from smartlint.linter import Reader, Result
    from smartlint.result_cache import Cache

#: Fewer files are as fast from what is kept of each.
_MANY = 50


def judged(
    files: Sequence[File],
    configurations: Configurations,
    today: date,
    paths: Sequence[str],
    *,
    stdin_filename: str = "",
    texts: Mapping[str, str | Unreadable] | None = None,
    reader: Reader | None = None,
    evidence: bool = False,
    cache: Cache | None = None,
    where: Where = HERE,
    is_watched: bool = False,
) -> tuple[Result, bool]:
    """The result, and whether every file that was named could be read. Of many files with a cache it has no facts.

    ``paths`` are those that were named, none standing for the current folder; ``texts`` are those of files that
    have another than on disk.
    """
    linter = Linter(configurations.judging(files, today), evidence=evidence, reader=reader or read_document)
    job = Job(functools.partial(configurations.judging, today=today), locale_language(), cache)
    where = where if reader is None else Where(1)
    partial = configurations.are_part(paths or (".",), stdin_filename)
    kept = None
    if cache is not None and len(files) >= _MANY and not texts and reader is None:
        from smartlint.kept_run import kept_run  # here: most runs have few files

        kept = kept_run(cache, linter, files, job.language, partial=partial)
    known = kept.result() if kept is not None else None
    if known is not None:
        return known, True
    taken = take_all(linter, files, job, where=where, texts=texts, is_watched=is_watched)
    result = linter.finish(partial=partial)
    if kept is not None:
        kept.keep(taken.keys, result)
    return result, taken.is_complete
