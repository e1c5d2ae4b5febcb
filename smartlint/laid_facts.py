"""Facts that are laid aside, and read again while somebody asks for them: those of very many goals take little memory."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any, cast
from weakref import ref

from smartlint.facts import GoalFact, LinkFact
from smartlint.reading import Person, Quantity
from smartlint.record import NamedTuple
from smartlint.source import Span
from smartlint.swap import Swap

#: So many facts are read at a time: a power of two, as the last bits of a number tell which of them is meant.
_BITS = 4
_TOGETHER = 1 << _BITS
_LAST = _TOGETHER - 1
#: So many times that many are at hand.
_AT_HAND = 32
#: Once there are so many facts that somebody has asked for, those are let go that nobody holds any more.
_MANY = 1024


class _Form(NamedTuple):
    """How values of a kind lie as plain tuples, and how they are made of these again."""

    laid: Callable[[Any], Any]
    taken: Callable[[Any], Any]


def _laid_text(value: Person | Quantity) -> tuple[Any, ...]:
    span, *others = value
    return (tuple(span), *others)


def _quantity(laid: Sequence[Any]) -> Quantity:
    span, *others = laid
    return Quantity(Span(*span), *others)


def _person(laid: Sequence[Any]) -> Person:
    span, *others = laid
    return Person(Span(*span), *others)


#: By the type of a field; what has another one is plain as it is.
_FORMS = {
    "Span": _Form(tuple, Span._make),
    "Quantity | None": _Form(lambda value: value and _laid_text(value), lambda laid: laid and _quantity(laid)),
    "tuple[Person, ...]": _Form(
        lambda people: tuple([_laid_text(one) for one in people]), lambda laid: tuple([_person(one) for one in laid])
    ),
    "tuple[LinkFact, ...]": _Form(
        lambda links: tuple([(one.text, tuple(one.span)) for one in links]),
        lambda laid: tuple([LinkFact(text, Span(*span)) for text, span in laid]),
    ),
}
_FIELDS = GoalFact.__match_args__
_FORMED = [(at, _FORMS[kind]) for at, kind in enumerate(GoalFact.__annotations__.values()) if kind in _FORMS]


class Packed(NamedTuple):
    """The facts of a file, so many, as bytes: some together."""

    size: int
    leaves: list[bytes]


def packed(facts: Sequence[GoalFact]) -> Packed:
    """The facts of a file as bytes."""
    rows = list(map(_plain, facts))
    places = range(0, len(rows), _TOGETHER)
    return Packed(len(rows), [pickle.dumps(rows[at : at + _TOGETHER], pickle.HIGHEST_PROTOCOL) for at in places])


class _Loader(pickle.Unpickler):
    """Loads plain values and nothing else: they may come from a folder in which others can write."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")


class LaidFacts:
    """Lays facts aside. Of each a number is known, and what stands for it is there while somebody holds it."""

    def __init__(self, swap: Swap) -> None:
        self._swap = swap
        # facts that lie side by side: where in the swap, of which file, and the number of the first one of that
        self._starts = array("q")
        self._paths: list[str] = []
        self._firsts = array("q")
        self.at_hand: dict[int, list[tuple[Any, ...]]] = {}
        self._there: dict[int, ref[_LaidFact]] = {}
        self._most = _MANY

    def lay(self, path: str, facts: Packed) -> range:
        """Takes the facts of a file and gives their numbers."""
        first = len(self._starts) * _TOGETHER
        for leaf in facts.leaves:
            self._starts.append(self._swap.put(leaf))
            self._paths.append(path)
            self._firsts.append(first)
        return range(first, first + facts.size)

    def facts(self, numbers: range) -> tuple[GoalFact, ...]:
        """What stands for the facts of a file until something is asked: the same each time, while anybody holds it."""
        return tuple(map(self.fact, numbers))

    def fact(self, number: int) -> GoalFact:
        """What stands for one of them."""
        known = self._there.get(number)
        found = known() if known is not None else None
        if found is None:
            found = _LaidFact(self, number)
            if len(self._there) >= self._most:
                self._there = {number: one for number, one in self._there.items() if one() is not None}
                self._most = 2 * len(self._there) + _MANY
            self._there[number] = ref(found)
        return cast("GoalFact", found)

    def read(self, leaf: int) -> list[tuple[Any, ...]]:
        """Facts as they were laid aside, which are at hand from now on; those read long ago are not any more."""
        if len(self.at_hand) >= _AT_HAND:
            del self.at_hand[next(iter(self.at_hand))]
        rows: list[tuple[Any, ...]] = _Loader(BytesIO(self._swap.get(self._starts[leaf]))).load()
        self.at_hand[leaf] = rows
        return rows

    def path(self, number: int) -> str:
        """The file of a fact."""
        return self._paths[number // _TOGETHER]

    def index(self, number: int) -> int:
        """Which of the facts of its file one is."""
        return number - self._firsts[number // _TOGETHER]


class _LaidFact:
    """Stands for a fact: to whoever asks it is one."""

    __slots__ = ("__weakref__", "_laid", "_number")
    __class__ = cast("Any", property(lambda self: GoalFact))

    def __init__(self, laid: LaidFacts, number: int) -> None:
        self._laid = laid
        self._number = number

    @property
    def file(self) -> str:
        return self._laid.path(self._number)

    @property
    def index(self) -> int:
        return self._laid.index(self._number)

    @property
    def _fact(self) -> GoalFact:
        return GoalFact(*[getattr(self, name) for name in _FIELDS])

    @property
    def name(self) -> str:
        return self._fact.name

    def as_json(self) -> dict[str, Any]:
        return self._fact.as_json()

    def __eq__(self, other: object) -> bool:
        if self is other or (self.file, self.index) != (getattr(other, "file", None), getattr(other, "index", None)):
            return self is other
        return self._fact == (other._fact if isinstance(other, _LaidFact) else other)

    def __hash__(self) -> int:
        return hash((self.file, self.index))

    def __repr__(self) -> str:
        return repr(self._fact)


def _asked(at: int, taken: Callable[[Any], Any] | None) -> property:
    def plain(fact: _LaidFact) -> Any:
        laid, number = fact._laid, fact._number
        leaf = number >> _BITS
        return (laid.at_hand.get(leaf) or laid.read(leaf))[number & _LAST][at]

    return property(plain if taken is None else lambda fact: taken(plain(fact)))


def _properties() -> Iterator[tuple[str, property]]:
    taken = {at: form.taken for at, form in _FORMED}
    for at, name in enumerate(_FIELDS):
        if not hasattr(_LaidFact, name):
            yield name, _asked(at, taken.get(at))


for _name, _property in _properties():
    setattr(_LaidFact, _name, _property)


def _plain(fact: GoalFact) -> tuple[Any, ...]:
    """The values of a fact as plain ones."""
    values = [getattr(fact, name) for name in _FIELDS]
    for at, form in _FORMED:
        values[at] = form.laid(values[at])
    return tuple(values)
