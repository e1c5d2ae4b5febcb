"""Files are judged in chunks, here or in another process; the linter takes what comes of each file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from smartlint.files import File, Unreadable, read
from smartlint.linter import Linter
from smartlint.record import NamedTuple
from smartlint.ruling import Judged
from smartlint.settings import Settings

if TYPE_CHECKING:
    from smartlint.result_cache import Cache
    from smartlint.rows import Row

#: So many files, and so many bytes, are a chunk at most.
_FILES, _BYTES = 32, 200_000


class Done(NamedTuple):
    """What came of a file, whether it could be read, and by what name the cache knows it, if it does."""

    file: Judged | Row
    readable: bool
    key: str = ""


class Job(NamedTuple):
    """How chunks are judged, wherever that is.

    ``settings`` tells by what each of some files is judged; it travels, where the job does. ``language`` is that of whoever
    reads of a file whose own nobody knows. With a ``cache``, what is in there is not judged again.
    """

    settings: Callable[[Iterable[File]], Callable[[str], Settings]]
    language: str
    cache: Cache | None = None


def judge(
    linter: Linter, files: Iterable[File], job: Job, texts: Mapping[str, str | Unreadable] | None = None
) -> Iterator[Done]:
    """Judges files one after the other, each by itself; ``texts`` are those of files that have another than on disk."""
    cache = job.cache if not (texts or linter.is_alone) else None
    for file in files:
        text = texts[file.path] if texts and file.path in texts else read(file)
        if isinstance(text, Unreadable):
            yield Done(linter.judged_unreadable(file.path, text.variant, text.data, job.language), readable=False)
        elif cache is not None and file.where is not None:
            key = cache.key(linter.settings_of(file.path), file.path, text, job.language)
            yield Done(_kept(linter, file.path, text, job.language, cache, key), readable=True, key=key)
        else:
            yield Done(linter.judged_text(text, file.path, job.language), readable=True)


def _kept(linter: Linter, path: str, text: str, language: str, cache: Cache, key: str) -> Judged | Row:
    """What comes of a text, from the cache or into it; that a rule has failed may be another thing the next time."""
    from smartlint.rows import packed

    row = cache.get(key)
    if row is not None:
        return row
    file = linter.judged_text(text, path, language)
    if not file.failed:
        cache.put(key, packed(file))
    return file


def judge_chunk(job: Job, chunk: Sequence[File], texts: Mapping[str, str | Unreadable] | None = None) -> list[Done]:
    """The same for another process: what comes of a chunk, packed. It depends on nothing else than what it is given."""
    from smartlint.rows import packed

    linter = Linter(job.settings(chunk))
    done = judge(linter, chunk, job, texts)
    return [one._replace(file=packed(one.file)) if isinstance(one.file, Judged) else one for one in done]


def chunks(files: Sequence[File], jobs: int) -> Iterator[Sequence[File]]:
    """Files in chunks: not so large that processes wait for the last one, nor so small that it costs to send them."""
    most = max(1, min(_FILES, len(files) // (jobs * 4)))
    chunk: list[File] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += size_of(file)
        if len(chunk) >= most or size >= _BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def size_of(file: File) -> int:
    """How many bytes a file has; 0 where nobody can tell."""
    place = file.place
    try:
        return place.stat().st_size if place is not None else 0
    except OSError:
        return 0
