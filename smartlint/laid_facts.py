"""Facts that are laid aside, and read again while somebody asks for them: those of very many goals take little memory."""

from __future__ import annotations

import marshal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

from smartlint.facts import GoalFact, LinkFact
from smartlint.reading import Person, Quantity
from smartlint.record import NamedTuple
from smartlint.source import Span
from smartlint.swap import Swap

#: So many facts are read at a time: a power of two, as the last bits of an index tell which of them is meant.
_TOGETHER = 16
#: So many times that many are at hand.
_AT_HAND = 32


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


def values(fact: GoalFact) -> tuple[Any, ...]:
    """All that a fact has."""
    return tuple([getattr(fact, name) for name in _FIELDS])


class LaidFacts:
    """Lays facts aside."""

    def __init__(self, swap: Swap) -> None:
        self._swap = swap
        self._at_hand: deque[_Leaf] = deque()

    def lay(self, path: str, facts: Iterable[Iterable[Any]]) -> tuple[GoalFact, ...]:
        """The facts of a file, each given by its values: what stands for them until something is asked."""
        rows = list(map(_plain, facts))
        found: list[_LaidFact] = []
        for first in range(0, len(rows), _TOGETHER):
            together = rows[first : first + _TOGETHER]
            leaf = _Leaf(self, path, self._swap.put(marshal.dumps(together)))
            found += [_LaidFact(leaf, first + at) for at in range(len(together))]
        return cast("tuple[GoalFact, ...]", tuple(found))

    def read(self, leaf: _Leaf, start: int) -> list[tuple[Any, ...]]:
        """Facts as they were laid aside, which are at hand from now on; those read long ago are not any more."""
        if len(self._at_hand) >= _AT_HAND:
            self._at_hand.popleft().rows = None
        self._at_hand.append(leaf)
        rows: list[tuple[Any, ...]] = marshal.loads(self._swap.get(start))  # which comes from nowhere but this process
        return rows


class _Leaf:
    """Facts of one file that lie side by side."""

    __slots__ = ("_facts", "_start", "path", "rows")

    def __init__(self, facts: LaidFacts, path: str, start: int) -> None:
        self._facts = facts
        self._start = start
        self.path = path
        self.rows: list[tuple[Any, ...]] | None = None

    def read(self) -> list[tuple[Any, ...]]:
        self.rows = rows = self._facts.read(self, self._start)
        return rows


class _LaidFact:
    """Stands for a fact: to whoever asks it is one."""

    __slots__ = ("_leaf", "index")
    __class__ = cast("Any", property(lambda self: GoalFact))

    def __init__(self, leaf: _Leaf, index: int) -> None:
        self._leaf = leaf
        self.index = index

    @property
    def file(self) -> str:
        return self._leaf.path

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
        return hash((self._leaf.path, self.index))

    def __repr__(self) -> str:
        return repr(self._fact)


def _asked(at: int, taken: Callable[[Any], Any] | None) -> property:
    def plain(fact: _LaidFact) -> Any:
        leaf = fact._leaf
        return (leaf.rows or leaf.read())[fact.index % _TOGETHER][at]

    return property(plain if taken is None else lambda fact: taken(plain(fact)))


def _properties() -> Iterator[tuple[str, property]]:
    taken = {at: form.taken for at, form in _FORMED}
    for at, name in enumerate(_FIELDS):
        if not hasattr(_LaidFact, name):
            yield name, _asked(at, taken.get(at))


for _name, _property in _properties():
    setattr(_LaidFact, _name, _property)


def _plain(fact: Iterable[Any]) -> tuple[Any, ...]:
    """The values of a fact as plain ones."""
    values = list(fact)
    for at, form in _FORMED:
        values[at] = form.laid(values[at])
    return tuple(values)
