"""Judged files that are laid aside, side by side: of each nothing is held but a few numbers."""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import overload

from smartlint.facts import GoalFact
from smartlint.laid_facts import LaidFacts, Packed
from smartlint.ruling import Known
from smartlint.running import Bench
from smartlint.swap import Swap

#: The facts of a file, and those where policies read it otherwise.
Facts = tuple[Packed, Mapping[tuple[int, bool], Packed]]


class LaidFiles(Mapping[str, Known]):
    """What rules over all files may know of each, by its path, and the rest of it. ``sort`` it before it is asked."""

    def __init__(self, swap: Swap) -> None:
        self._swap = swap
        self._facts = LaidFacts(swap)
        self._paths: list[str] = []
        self._benches: list[Bench] = []
        # the number of the first fact of each, how many there are, and where the rest lies
        self._firsts, self._sizes, self._rests = array("q"), array("q"), array("q")
        self._otherwise: dict[str, dict[tuple[int, bool], range]] = {}
        self._documents = self._in_order()

    def lay(self, path: str, bench: Bench, facts: Facts, rest: tuple[bytes, bytes]) -> None:
        """Takes a file: what it is judged by, its facts, its source and what was said of it."""
        own, otherwise = facts
        numbers = self._facts.lay(path, own)
        if otherwise:
            self._otherwise[path] = {how: self._facts.lay(path, found) for how, found in otherwise.items()}
        self._paths.append(path)
        self._benches.append(bench)
        self._firsts.append(numbers.start)
        self._sizes.append(len(numbers))
        self._rests.append(self._swap.put(marshal.dumps(rest)))

    def sort(self) -> None:
        """Puts the files in order of path; of two with one path the last counts."""
        paths = self._paths
        last = {path: at for at, path in enumerate(paths)}
        order = [last[path] for path in sorted(last)]
        self._paths = [paths[at] for at in order]
        self._benches = [self._benches[at] for at in order]
        self._firsts = array("q", map(self._firsts.__getitem__, order))
        self._sizes = array("q", map(self._sizes.__getitem__, order))
        self._rests = array("q", map(self._rests.__getitem__, order))
        self._documents = self._in_order()

    def _in_order(self) -> Documents:
        ends = array("q", accumulate(self._sizes, initial=0))
        return Documents(ends, self._facts_of, lambda at, index: self._facts.fact(self._firsts[at] + index))

    def _at(self, path: str) -> int | None:
        """Which of the files has this path."""
        at = bisect_left(self._paths, path)
        return at if at < len(self._paths) and self._paths[at] == path else None

    def _facts_of(self, at: int) -> tuple[GoalFact, ...]:
        first = self._firsts[at]
        return self._facts.facts(range(first, first + self._sizes[at]))

    def documents(self, wanted: Callable[[Bench], bool]) -> Sequence[tuple[GoalFact, ...]]:
        """The facts of the files that are judged by a bench that is wanted."""
        if all(map(wanted, self._benches)):
            return self._documents
        return [self._facts_of(at) for at, bench in enumerate(self._benches) if wanted(bench)]

    def rest(self, path: str) -> tuple[bytes, bytes]:
        """The source of a file that is laid aside, and what was said of it."""
        at = self._at(path)
        assert at is not None
        found: tuple[bytes, bytes] = marshal.loads(self._swap.get(self._rests[at]))
        return found

    def __getitem__(self, path: str) -> Known:
        at = self._at(path)
        if at is None:
            raise KeyError(path)
        facts_of = {how: self._facts.facts(numbers) for how, numbers in self._otherwise.get(path, {}).items()}
        return Known(self._benches[at], self._facts_of(at), facts_of)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._at(path) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class Documents(Sequence[tuple[GoalFact, ...]]):
    """The facts of each file, which ``of`` gives, and ``one`` a single one. ``ends`` says how many are in the files before."""

    def __init__(
        self, ends: array[int], of: Callable[[int], tuple[GoalFact, ...]], one: Callable[[int, int], GoalFact]
    ) -> None:
        self._of = of
        self._size = len(ends) - 1
        self.goals = Goals(self, ends, one)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[tuple[GoalFact, ...]]:
        return map(self._of, range(self._size))

    @overload
    def __getitem__(self, index: int) -> tuple[GoalFact, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> list[tuple[GoalFact, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[GoalFact, ...] | list[tuple[GoalFact, ...]]:
        at = range(self._size)[index]
        return self._of(at) if isinstance(at, int) else list(map(self._of, at))


class Goals(Sequence[GoalFact]):
    """The facts of all files, one after the other."""

    def __init__(self, documents: Documents, ends: array[int], one: Callable[[int, int], GoalFact]) -> None:
        self._documents = documents
        self._ends = ends
        self._one = one

    def __len__(self) -> int:
        return self._ends[-1]

    def __iter__(self) -> Iterator[GoalFact]:
        return chain.from_iterable(self._documents)

    @overload
    def __getitem__(self, index: int) -> GoalFact: ...
    @overload
    def __getitem__(self, index: slice) -> list[GoalFact]: ...
    def __getitem__(self, index: int | slice) -> GoalFact | list[GoalFact]:
        at = range(len(self))[index]
        return self._goal(at) if isinstance(at, int) else list(map(self._goal, at))

    def _goal(self, at: int) -> GoalFact:
        document = bisect_right(self._ends, at) - 1
        return self._one(document, at - self._ends[document])
