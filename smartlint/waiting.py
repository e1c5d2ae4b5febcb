"""What rules over all files say of each, until it is the file's turn: the first of it as it is, more packed and laid aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartlint.policy.policy import Policy
from smartlint.rule import Report, Rule
from smartlint.swap import Swap

if TYPE_CHECKING:
    from smartlint.packing import Numbers

#: What a rule reported, and on behalf of which policy, if it was for one's sake.
Heard = tuple[Policy | None, type[Rule], Report]

#: So many reports are kept as they are: most runs have fewer.
_FEW = 1000


class Waiting:
    """Reports by the file that each names, in the order in which they were heard. Where ``all_live``, none is packed."""

    def __init__(self, swap: Swap, *, all_live: bool) -> None:
        self._swap = swap
        self._most = float("inf") if all_live else _FEW
        self._size = 0
        self._heard: dict[str, list[Heard]] = {}
        self._laid: dict[str, int] = {}  # where the last lies of what was laid aside
        self._numbers: Numbers | None = None

    def put(self, heard: Heard) -> None:
        """Takes a report."""
        self._heard.setdefault(heard[-1].file, []).append(heard)
        self._size += 1
        if self._size >= self._most:
            self._lay()

    def of(self, path: str) -> list[Heard]:
        """What was said of a file."""
        heard, start = self._heard.get(path, []), self._laid.get(path)
        while start is not None:
            start, before = self._fetched(start)
            heard = before + heard
        return heard

    def _fetched(self, start: int) -> tuple[int | None, list[Heard]]:
        """What lies somewhere, and where that lies which was said of the same file before."""
        import pickle

        before, packed = pickle.loads(self._swap.get(start))  # which comes from nowhere but this process
        return before, self._unpacked(packed)

    def _lay(self) -> None:
        import pickle  # here: most runs pack none

        for path, heard in self._heard.items():
            before = self._laid.get(path)
            self._laid[path] = self._swap.put(pickle.dumps((before, self._packed(heard)), pickle.HIGHEST_PROTOCOL))
        self._heard, self._size = {}, 0

    def _packed(self, heard: list[Heard]) -> list[tuple[int, int, Report]]:
        if self._numbers is None:
            from smartlint.packing import Numbers

            self._numbers = Numbers()
        number = self._numbers.of
        return [(number(id(policy), policy), number(id(rule), rule), report) for policy, rule, report in heard]

    def _unpacked(self, packed: Any) -> list[Heard]:
        numbers = self._numbers
        assert numbers is not None
        return [(numbers[policy], numbers[rule], report) for policy, rule, report in packed]
