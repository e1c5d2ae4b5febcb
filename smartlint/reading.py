"""What is understood of prose: texts, amounts, times, people and words, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from smartlint.record import TYPE_CHECKING, NamedTuple
from smartlint.source import Span

if TYPE_CHECKING:
    from typing import Any

#: Among so many hits it is faster to look again than to keep what was found.
_FEW = 100


class Text(NamedTuple):
    """A piece of the source. ``text`` is as long as ``span``; a comment inside is blanked out."""

    text: str
    span: Span

    @property
    def plain(self) -> str:
        """The text on one line, without repeated blanks."""
        return " ".join(self.text.split())

    def __bool__(self) -> bool:
        return bool(self.text)


class Quantity(NamedTuple):
    """A number with what it counts.

    ``low`` and ``high`` are equal but for a range. ``unit`` is ``percent``, ``percentage_point``, an ISO currency code, one
    of ``s min h d wk mo yr`` for a measured time, ``times`` for a multiple, a unit such as ``kg``, the counted noun as
    written, or empty. A level below nothing is negative (``-18 degrees``); the amount of a change has no sign (``by -10 %``
    is 10), nor has a score the limits of its scale (``5.4 of 5``). ``per`` is what a rate is counted over (``month``,
    ``kunde``). ``role`` is ``target``, ``baseline``, ``change``, ``bound_min``, ``bound_max`` or ``other``.
    """

    span: Span
    text: str
    low: float
    high: float
    unit: str = ""
    per: str = ""
    role: str = "other"
    approximate: bool = False
    ambiguous: bool = False

    @property
    def value(self) -> float:
        return self.high

    @property
    def is_range(self) -> bool:
        return self.low != self.high


class TimeRef(NamedTuple):
    """A time expression, resolved to days; both ends are inclusive.

    ``role`` is ``deadline``, ``period``, ``duration`` or ``recurrence``. A deadline has no ``start``; ``iso`` is the
    ISO 8601 duration of a duration or recurrence. ``derived`` says that a year had to be guessed or a length of time was
    counted from a reference date: such a time satisfies "there is a deadline" and never causes an error. ``unfixed``
    says that ``end`` is only the eve of a season or holiday whose days no calendar fixes (``before the summer``). ``repeats``
    is how many times a recurrence happens in its interval.
    """

    span: Span
    text: str
    role: str
    start: date | None = None
    end: date | None = None
    iso: str = ""
    derived: bool = False
    relative: bool = False
    ambiguous: bool = False
    repeats: int = 1
    unfixed: bool = False


class Person(NamedTuple):
    """An owner or contributor. ``kind`` is ``person``, ``role``, ``group``, or ``name`` for a single name."""

    span: Span
    text: str
    kind: str
    email: str = ""
    handle: str = ""


class Hit(NamedTuple):
    """A word of the lexicon found in prose: ``kind`` is the list it stands in, ``lemma`` its first form."""

    span: Span
    text: str
    kind: str
    lemma: str


class Hits(Sequence[Hit]):
    """Hits in order of place, put together when they are first asked for: of most readings nobody asks them."""

    __slots__ = ("_asked", "_kinds", "_made", "_of")

    def __init__(self, of: Callable[[], tuple[Hit, ...]]) -> None:
        self._of = of
        self._made: tuple[Hit, ...] | None = None
        self._kinds: frozenset[str] | None = None
        self._asked: dict[tuple[str, ...], tuple[Hit, ...]] | None = None

    def _all(self) -> tuple[Hit, ...]:
        if self._made is None:
            self._made = self._of()
            del self._of
        return self._made

    def of(self, kinds: tuple[str, ...]) -> tuple[Hit, ...]:
        """The hits of these lists; what was found among many is kept, as rules ask again for each number of a sentence."""
        if self._kinds is None:
            self._kinds = frozenset([hit.kind for hit in self._all()])
        if self._kinds.isdisjoint(kinds):
            return ()
        if self._asked is not None and kinds in self._asked:
            return self._asked[kinds]
        found = tuple([hit for hit in self._all() if hit.kind in kinds])
        if len(self._all()) > _FEW:
            self._asked = self._asked or {}
            self._asked[kinds] = found
        return found

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[Hit]:
        return iter(self._all())

    def __getitem__(self, at: int | slice) -> Any:
        return self._all()[at]

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, Hits) else other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


class Reading(NamedTuple):
    """What was understood of a piece of prose, each part with its span in the file, in order of place.

    ``vague`` are the hits that nothing in the sentence makes precise. ``form`` is ``outcome``, ``activity``,
    ``deliverable`` or ``topic``; ``measurable`` is ``quantified``, ``verifiable`` or ``no``. ``joint`` is the word or sign
    that joins two outcomes; ``apart``: one can be reached without the other, as they are no steps with one thing.
    """

    language: str = "en"
    words: int = 0
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeRef, ...] = ()
    hits: Sequence[Hit] = ()
    means: tuple[Span, ...] = ()
    vague: tuple[Hit, ...] = ()
    owners: tuple[Span, ...] = ()
    form: str = ""
    measurable: str = "no"
    joint: Span | None = None
    apart: bool = False
    hedge: bool = False

    @property
    def compound(self) -> bool:
        """Two outcomes share the sentence."""
        return self.joint is not None

    def of(self, *kinds: str) -> tuple[Hit, ...]:
        """The hits of these lists, in order of place."""
        if isinstance(self.hits, Hits):
            return self.hits.of(kinds)
        return tuple([hit for hit in self.hits if hit.kind in kinds])

    def quantity(self, *roles: str) -> Quantity | None:
        """The first quantity in one of these roles."""
        return next((quantity for quantity in self.quantities if quantity.role in roles), None)

    def time(self, *roles: str) -> TimeRef | None:
        """The first time in one of these roles."""
        return next((time for time in self.times if time.role in roles), None)


#: The reading of no prose at all.
UNREAD = Reading()
