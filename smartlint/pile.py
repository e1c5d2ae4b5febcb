"""The findings of many files, in order: the first ones as they are, those of further files packed and laid aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, overload

from smartlint.finding import Counted, Finding, Kind, Tally, order
from smartlint.moving import Found
from smartlint.swap import Swap

if TYPE_CHECKING:
    from smartlint.packing import Packer

#: So many findings are kept as they are: most runs have fewer.
_FEW = 2000


class Pile(Counted):
    """Findings by path, place and code; those of a file come one after the other. Where ``all_live``, none is packed."""

    def __init__(self, swap: Swap, *, all_live: bool) -> None:
        self._swap = swap
        self._most = float("inf") if all_live else _FEW
        self._files: dict[str, list[Finding] | int] = {}
        self._last: list[Finding] = []
        self._size = 0
        self._packer: Packer | None = None
        self.tally = Tally()

    @classmethod
    def of(cls, swap: Swap, places: Mapping[str, int], packer: Packer, tally: Tally) -> Pile:
        """Findings that lie in some places already, by path, packed and counted."""
        pile = cls(swap, all_live=False)
        pile._files, pile._packer, pile.tally = dict(places), packer, tally
        pile._size = tally.kinds.total()
        return pile

    @property
    def packer(self) -> Packer:
        """What they are packed with, where they are."""
        assert self._packer is not None
        return self._packer

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Those of each file, packed, where they are."""
        for path, held in sorted(self._files.items()):
            assert isinstance(held, int)
            yield path, self._swap.get(held)

    def append(self, found: Found) -> None:
        """Takes a finding."""
        finding = found.here
        if self._last and self._last[0].place.path != finding.place.path:
            self._lay()
        self._last.append(finding)

    def findings(self) -> list[Finding] | Pile:
        """All of them, when there are no more to come: as a list, if there are few."""
        self._lay()
        return self if self._size > self._most else list(self)

    def __iter__(self) -> Iterator[Finding]:
        for path in sorted(self._files):
            yield from self._of(path)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        return list(self)[index]

    def _of(self, path: str) -> Sequence[Finding]:
        held = self._files.get(path, ())
        if not isinstance(held, int):
            return held
        return self.packer.unpacked(self._swap.get(held))

    def _lay(self) -> None:
        """Lays the findings of a file to the others."""
        if not self._last:
            return
        path, found, self._last = self._last[0].place.path, self._last, []
        held = sorted((*self._of(path), *found), key=order)
        self._size += len(found)
        self._files[path] = held
        if self._packer is not None:
            self._pack(self._packer, path, held, found)
        elif self._size > self._most:
            from smartlint.packing import Packer  # here: most runs need none

            self._packer = Packer()
            for each, own in self._files.items():
                assert not isinstance(own, int)
                self._pack(self._packer, each, own, own)

    def _pack(self, packer: Packer, path: str, held: list[Finding], found: Sequence[Finding]) -> None:
        """Lays aside all findings of a file, some of which have come only now."""
        new = set(map(id, found))
        self.tally.add(list(map(Kind.of, found)), [Kind.of(one) for one in held if id(one) not in new])
        self._files[path] = self._swap.put(packer.packed(held))
