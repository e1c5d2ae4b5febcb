"""Judged files that wait for the others: the first ones as they are, further ones packed, in a temporary file."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from smartlint.record import NamedTuple
from smartlint.ruling import Judged, Known
from smartlint.running import Bench
from smartlint.source import Source

if TYPE_CHECKING:
    from smartlint.rows import Row

#: So many files are kept as they are: most runs have fewer.
_FEW = 8
#: So many bytes of packed files are kept in memory, before a file is made for them.
_IN_MEMORY = 4 << 20


class _Place(NamedTuple):
    """Where a packed file lies: its source, with what was said of it right behind, each so many bytes long."""

    start: int
    source: int
    said: int


class Shelf:
    """Judged files by path, in whatever order they come. Where ``all_live``, none is packed.

    They are taken out one at a time; what is changed of one that was packed is lost.
    """

    def __init__(self, *, all_live: bool) -> None:
        self._all_live = all_live
        self._live: dict[str, Judged] = {}
        self._packed: dict[str, _Place] = {}
        self._facts: dict[str, bytes] = {}
        self._benches: dict[str, Bench] = {}
        self._known: dict[str, Known] = {}
        self._file: IO[bytes] | None = None
        self._end = 0

    def put(self, file: Judged) -> None:
        """Takes a file."""
        if self._all_live or len(self._live) < _FEW:
            self._live[file.document.source.path] = file
        else:
            from smartlint.rows import packed  # here, like the others: a run over few files packs none

            self.put_row(packed(file), file.bench)

    def put_row(self, row: Row, bench: Bench) -> None:
        """Takes a file that is packed already, and what it was judged by."""
        self._open().seek(self._end)
        self._open().write(row.source + row.said)
        self._packed[row.path] = _Place(self._end, len(row.source), len(row.said))
        self._facts[row.path] = row.facts
        self._benches[row.path] = bench
        self._end += len(row.source) + len(row.said)

    def known(self) -> Mapping[str, Known]:
        """What rules over all files may know of each, in order of path."""
        for path, file in self._live.items():
            self._known[path] = Known(file.bench, file.facts, file.facts_of)
        if self._facts:
            from smartlint.rows import facts

            self._known.update((path, Known(self._benches[path], *facts(data))) for path, data in self._facts.items())
            self._facts.clear()
        self._known = dict(sorted(self._known.items()))
        return self._known

    def files(self) -> Iterator[Judged]:
        """The files in order of path; ask ``known`` first."""
        for path, known in self._known.items():
            if path in self._live:
                yield self._live[path]
                continue
            from smartlint.rows import unpacked

            place = self._packed[path]
            yield unpacked(self.source(path), self._read(place.start + place.source, place.said), known)

    def source(self, path: str) -> Source:
        """The text of a file."""
        if path in self._live:
            return self._live[path].document.source
        from smartlint.rows import source

        return source(self._read(self._packed[path].start, self._packed[path].source))

    def _read(self, start: int, size: int) -> bytes:
        self._open().seek(start)
        return self._open().read(size)

    def _open(self) -> IO[bytes]:
        if self._file is None:
            from tempfile import SpooledTemporaryFile  # here: most runs have few files

            self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - it is closed when the shelf goes
            weakref.finalize(self, _close, self._file)
        return self._file


def _close(file: IO[bytes]) -> None:
    """Closes a file that nobody needs any more, even one that its disk has no room for."""
    with suppress(OSError):
        file.close()
