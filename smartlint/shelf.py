"""Judged files that wait for the others: the first ones as they are, further ones packed and laid aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from functools import lru_cache
from typing import TYPE_CHECKING

from smartlint.record import NamedTuple
from smartlint.ruling import Judged, Known
from smartlint.running import Bench
from smartlint.source import Source
from smartlint.swap import Slot, Swap

if TYPE_CHECKING:
    from smartlint.rows import Row

#: So many files are kept as they are: most runs have fewer.
_FEW = 8
#: Of so many files that are packed the text is at hand while others speak of them.
_TEXTS = 20


class _Packed(NamedTuple):
    """Where a packed file lies, and what it was judged by."""

    source: Slot
    facts: Slot
    said: Slot
    bench: Bench


class Shelf:
    """Judged files by path, in whatever order they come. Where ``all_live``, none is packed.

    They are taken out one at a time; what is changed of one that was packed is lost.
    """

    def __init__(self, swap: Swap, *, all_live: bool) -> None:
        self._swap = swap
        self._all_live = all_live
        self._live: dict[str, Judged] = {}
        self._packed: dict[str, _Packed] = {}
        self._known: dict[str, Known] = {}

    def put(self, file: Judged) -> None:
        """Takes a file."""
        if self._all_live or len(self._live) < _FEW:
            self._live[file.document.source.path] = file
        else:
            from smartlint.rows import packed  # here, like the others: a run over few files packs none

            self.put_row(packed(file), file.bench)

    def put_row(self, row: Row, bench: Bench) -> None:
        """Takes a file that is packed already, and what it was judged by."""
        put = self._swap.put
        self._packed[row.path] = _Packed(put(row.source), put(row.facts), put(row.said), bench)

    def known(self) -> Mapping[str, Known]:
        """What rules over all files may know of each, in order of path."""
        for path, file in self._live.items():
            self._known[path] = Known(file.bench, file.facts, file.facts_of)
        if self._packed:
            from smartlint.rows import Facts

            facts = Facts()
            for path, packed in self._packed.items():
                self._known[path] = Known(packed.bench, *facts.of(self._swap.get(packed.facts)))
        self._known = dict(sorted(self._known.items()))
        return self._known

    def files(self) -> Iterator[Judged]:
        """The files in order of path; ask ``known`` first."""
        for path, known in self._known.items():
            if path in self._live:
                yield self._live[path]
                continue
            from smartlint.rows import unpacked

            yield unpacked(self.source(path), self._swap.get(self._packed[path].said), known)

    def source(self, path: str) -> Source:
        """The text of a file."""
        if path in self._live:
            return self._live[path].document.source
        from smartlint.rows import source

        return source(self._swap.get(self._packed[path].source))

    def is_packed(self, path: str) -> bool:
        """Whether a file is laid aside, so that its text is made anew each time."""
        return path in self._packed


class Texts(MutableMapping[str, Source]):
    """The texts of files by path: those of packed ones are fetched from a shelf when they are asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._texts: dict[str, Source | None] = {}
        self._fetched = lru_cache(_TEXTS)(lambda path: shelf.source(path).file)

    def __setitem__(self, path: str, source: Source) -> None:
        self._texts[path] = None if self._shelf.is_packed(path) else source

    def __getitem__(self, path: str) -> Source:
        return self._texts[path] or self._fetched(path)

    def __delitem__(self, path: str) -> None:
        del self._texts[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
