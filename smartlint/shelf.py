"""Judged files that wait for the others: the first ones as they are, further ones packed and laid aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from smartlint.facts import GoalFact, linked
from smartlint.record import replace
from smartlint.ruling import Judged, Known
from smartlint.running import Bench
from smartlint.source import Source
from smartlint.swap import Swap

if TYPE_CHECKING:
    from smartlint.laid_files import LaidFiles
    from smartlint.rows import Row

#: So many files are kept as they are: most runs have fewer.
_FEW = 8
#: Of a file with more goals nothing is kept that is not asked for any more.
_MANY = 400
#: Of so many files that are packed the text is at hand while others speak of them.
_TEXTS = 20


class Shelf:
    """Judged files by path, in whatever order they come. Where ``all_live``, none is packed.

    They are taken out one at a time, when ``known`` was asked; what is changed of one that was packed is lost.
    """

    def __init__(self, swap: Swap, *, all_live: bool) -> None:
        self._swap = swap
        self._all_live = all_live
        self._live: dict[str, Judged] = {}
        self._laid: LaidFiles | None = None
        self._known: Mapping[str, Known] = {}

    def put(self, file: Judged) -> None:
        """Takes a file."""
        path = file.document.source.path
        are_few = self._laid is None and (self._all_live or len(self._live) < _FEW)
        if are_few and (self._all_live or len(file.facts) <= _MANY):
            self._live[path] = file
            return
        from smartlint.rows import spared  # here, like the others: most runs pack none

        linked.cache_clear()  # which holds the last document
        if are_few:
            self._live[path] = replace(file, document=spared(file.document))
        else:
            self._lay(file)

    def put_row(self, row: Row, bench: Bench) -> None:
        """Takes a file that is packed already, and what it was judged by."""
        from smartlint.rows import loaded

        self._aside.lay(row.path, bench, loaded(row.facts), (row.source, row.said))

    def _lay(self, file: Judged) -> None:
        from smartlint.rows import dumped, facts, said

        source = file.document.source
        self._aside.lay(source.path, file.bench, facts(file), (dumped(source), said(file)))

    @property
    def _aside(self) -> LaidFiles:
        """Where files are packed: from the first one on, all of them are."""
        if self._laid is None:
            from smartlint.laid_files import LaidFiles

            self._laid = LaidFiles(self._swap)
            live, self._live = self._live, {}
            for file in live.values():
                self._lay(file)
        return self._laid

    def known(self) -> Mapping[str, Known]:
        """What rules over all files may know of each, in order of path."""
        if self._laid is not None:
            self._laid.sort()
            self._known = self._laid
        else:
            live = sorted(self._live.items())
            self._known = {path: Known(file.bench, file.facts, file.facts_of) for path, file in live}
        return self._known

    def facts(self, wanted: Callable[[Bench], bool] = lambda bench: True) -> Sequence[tuple[GoalFact, ...]]:
        """The facts of each file that is judged by a bench that is wanted."""
        if self._laid is not None:
            return self._laid.documents(wanted)
        return [known.facts for known in self._known.values() if wanted(known.bench)]

    def files(self) -> Iterator[Judged]:
        """The files in order of path."""
        if self._laid is None:
            yield from (self._live[path] for path in self._known)
            return
        from smartlint.rows import unpacked

        for path, known in self._laid.items():
            text, said = self._laid.rest(path)
            yield unpacked(_source(text, path), said, known)

    def source(self, path: str) -> Source:
        """The text of a file."""
        return self._live[path].document.source if self._laid is None else _source(self._laid.rest(path)[0], path)

    def is_packed(self, path: str) -> bool:
        """Whether a file is laid aside, so that its text is made anew each time."""
        return self._laid is not None and path in self._laid


def _source(data: bytes, path: str) -> Source:
    """The text of a file that was packed; its path is the one that is there already, as many will hold it."""
    from smartlint.rows import source

    found = source(data)
    found.path = path
    return found


class Texts(MutableMapping[str, Source]):
    """The texts of files by path: ``fetched`` when they are asked for, where they lie aside, as those of ``laid`` do."""

    def __init__(
        self,
        fetched: Callable[[str], Source],
        is_aside: Callable[[str], bool] = lambda path: False,
        laid: Iterable[str] = (),
    ) -> None:
        self._is_aside = is_aside
        self._texts: dict[str, Source | None] = dict.fromkeys(laid)
        self._fetched = lru_cache(_TEXTS)(lambda path: fetched(path).file)

    def __setitem__(self, path: str, source: Source) -> None:
        self._texts[path] = None if self._is_aside(path) else source

    def __getitem__(self, path: str) -> Source:
        return self._texts[path] or self._fetched(path)

    def __delitem__(self, path: str) -> None:
        del self._texts[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
