"""The files of a run judged, in this process or in several of them, while it is shown how far that has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from smartlint.cli.frame import say
from smartlint.cli.progress import Progress
from smartlint.record import NamedTuple
from smartlint.reporters.visible import visible

if TYPE_CHECKING:
    from smartlint.chunks import Done, Job
    from smartlint.files import File, Unreadable
    from smartlint.linter import Linter

#: So many bytes of goals are worth the start of another process.
_WORTH = 150_000


class Where(NamedTuple):
    """Where files are judged: by so many processes, 0 for as many as the work is worth, of this machine or of a cluster.

    ``cluster`` is the address of a Dask scheduler, "" for a cluster that is started here.
    """

    jobs: int = 0
    cluster: str | None = None


HERE = Where()


class Taken(NamedTuple):
    """Whether every file that was named could be read, and by what name the cache knows each; "" where it does not."""

    is_complete: bool
    keys: Sequence[str]


def take_all(
    linter: Linter,
    files: Sequence[File],
    job: Job,
    *,
    where: Where = HERE,
    texts: Mapping[str, str | Unreadable] | None = None,
    is_watched: bool = False,
) -> Taken:
    """Has the linter take what comes of the files. ``texts`` are those of files that have another than on disk."""
    from smartlint.ruling import Judged  # here: not all that spreads judges

    is_complete = True
    keys = []
    with Progress(len(files), enabled=is_watched) as progress:
        for file, done in zip(files, _done(linter, files, job, where, texts), strict=True):
            # of a path that came with it there would be two
            linter.take(done.file if isinstance(done.file, Judged) else done.file._replace(path=file.path))
            is_complete = is_complete and (done.readable or not file.named)
            keys.append(done.key)
            progress.advance()
    if job.cache is not None:
        job.cache.tidy()
    return Taken(is_complete, keys)


def _done(
    linter: Linter, files: Sequence[File], job: Job, where: Where, texts: Mapping[str, str | Unreadable] | None
) -> Iterator[Done]:
    from smartlint.chunks import chunks, judge

    must_be_here = linter.is_alone or texts or any(file.where is None for file in files)
    jobs = 1 if must_be_here else where.jobs or _worth(files)
    if must_be_here or (jobs == 1 and where.cluster is None):
        yield from judge(linter, files, job, texts)
        return
    from smartlint.cli.refusing import Impossible
    from smartlint.processes import Lost, in_processes

    try:
        if where.cluster is not None:
            done = _in_cluster(job, list(chunks(files, jobs)), where)
        else:
            done = in_processes(job, list(chunks(files, jobs)), jobs)
        for chunk in done:
            yield from chunk
    except Lost as error:
        raise Impossible(_lost(error.files)) from None


def _in_cluster(job: Job, parts: Sequence[Sequence[File]], where: Where) -> Iterator[list[Done]]:
    from smartlint.cli.refusing import Impossible

    try:
        from smartlint.cluster import Unusable, in_cluster
    except ImportError:
        raise Impossible(say("--engine dask needs the Python package distributed: pip install smartlint[dask]")) from None
    try:
        yield from in_cluster(job, parts, where.cluster or "", where.jobs)
    except Unusable as error:
        raise Impossible(say(error.why, **error.params)) from None


def _worth(files: Sequence[File]) -> int:
    """So many processes the work is worth."""
    if len(files) < 2:
        return 1
    from smartlint.chunks import size_of
    from smartlint.processes import cores

    return max(1, min(cores(), sum(map(size_of, files)) // _WORTH))


def _lost(files: Sequence[File]) -> str:
    text = "A process ended without a word while it checked {first} … {last}, and did so again: there may be too little memory."
    names = {"first": visible(files[0].path), "last": visible(files[-1].path)}
    return say(text, **names) + " " + say("Try --jobs 1.")
