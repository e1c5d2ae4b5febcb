"""Judged files that wait for the others: the first ones as they are, further ones packed and laid aside."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from smartlint.facts import GoalFact, linked
from smartlint.record import replace
from smartlint.ruling import Judged, Known
from smartlint.running import Bench
from smartlint.source import Source
from smartlint.swap import Swap

if TYPE_CHECKING:
    from smartlint.laid_facts import LaidFacts
    from smartlint.rows import Row

#: So many files are kept as they are: most runs have fewer.
_FEW = 8
#: Of a file with more goals nothing is kept that is not asked for any more.
_MANY = 400
#: Of so many files that are packed the text is at hand while others speak of them.
_TEXTS = 20
#: Most files are read in one way.
_NOTHING: dict[tuple[int, bool], tuple[GoalFact, ...]] = {}


class Shelf:
    """Judged files by path, in whatever order they come. Where ``all_live``, none is packed.

    They are taken out one at a time; what is changed of one that was packed is lost.
    """

    def __init__(self, swap: Swap, *, all_live: bool) -> None:
        self._swap = swap
        self._all_live = all_live
        self._live: dict[str, Judged] = {}
        self._packed: dict[str, int] = {}
        self._facts: LaidFacts | None = None
        self._known: dict[str, Known] = {}

    def put(self, file: Judged) -> None:
        """Takes a file."""
        path = file.document.source.path
        if self._all_live or (len(self._live) < _FEW and len(file.facts) <= _MANY):
            self._live[path] = file
            return
        from smartlint.rows import dumped, said, spared  # here, like the others: most runs pack none

        linked.cache_clear()  # which holds the last document
        if len(self._live) < _FEW:
            self._live[path] = replace(file, document=spared(file.document))
            return
        from smartlint.laid_facts import values

        facts = map(values, file.facts), {how: map(values, facts) for how, facts in file.facts_of.items()}
        self._lay(path, file.bench, facts, (dumped(file.document.source), said(file)))

    def put_row(self, row: Row, bench: Bench) -> None:
        """Takes a file that is packed already, and what it was judged by."""
        from smartlint.rows import facts

        self._lay(row.path, bench, facts(row.facts), (row.source, row.said))

    def _lay(
        self,
        path: str,
        bench: Bench,
        facts: tuple[Iterable[Iterable[Any]], Mapping[tuple[int, bool], Iterable[Iterable[Any]]]],
        rest: tuple[bytes, bytes],
    ) -> None:
        if self._facts is None:
            from smartlint.laid_facts import LaidFacts

            self._facts = LaidFacts(self._swap)
        lay = self._facts.lay
        own, otherwise = facts
        laid = {how: lay(path, found) for how, found in otherwise.items()}
        self._known[path] = Known(bench, lay(path, own), laid or _NOTHING)
        self._packed[path] = self._swap.put(marshal.dumps(rest))

    def known(self) -> Mapping[str, Known]:
        """What rules over all files may know of each, in order of path."""
        for path, file in self._live.items():
            self._known[path] = Known(file.bench, file.facts, file.facts_of)
        self._known = dict(sorted(self._known.items()))
        return self._known

    def files(self) -> Iterator[Judged]:
        """The files in order of path; ask ``known`` first."""
        for path, known in self._known.items():
            if path in self._live:
                yield self._live[path]
                continue
            from smartlint.rows import source, unpacked

            text, said = self._rest(path)
            yield unpacked(source(text), said, known)

    def source(self, path: str) -> Source:
        """The text of a file."""
        if path in self._live:
            return self._live[path].document.source
        from smartlint.rows import source

        return source(self._rest(path)[0])

    def _rest(self, path: str) -> tuple[bytes, bytes]:
        """The source of a packed file, and what was said of it."""
        found: tuple[bytes, bytes] = marshal.loads(self._swap.get(self._packed[path]))
        return found

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
