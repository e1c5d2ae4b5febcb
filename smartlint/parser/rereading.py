"""The texts of one goal file, one after the other: what has not changed keeps its place, and is not read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import accumulate, chain

from smartlint.alike import Ends, ends
from smartlint.goal import Document
from smartlint.parser.blocks import Block, Cut, cut_anew
from smartlint.parser.lines import spoken
from smartlint.parser.parts import Parts
from smartlint.source import Source, Spaced

#: So much a block may grow before all of them are placed anew, in a file of usual size and in a very long one.
_ROOM, _LITTLE = 2048, 64
_ALL_ROOM = 1 << 22
#: So many times the room that is needed may be taken.
_SPREAD = 4


class Rereader:
    """Reads a file again and again, as ``parse`` does, in documents whose offsets leave room between blocks."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._places: list[int] = []
        self._source: Source | None = None
        self._cut: Cut | None = None
        self._blocks: list[Block] = []
        self._parts: dict[tuple[str, date | None, int], Parts] = {}
        self._used: set[tuple[str, date | None, int]] = set()

    def read(self, text: str, path: str, *, language: str, today: date | None, fiscal_year_starts: int) -> Document:
        """The document that a text is."""
        voted = spoken(text, language)
        cut = cut_anew(text, voted.languages[0], self._cut)
        if self._source is None or text != self._source.text:
            self._source = Source(text, path)
            self._parts = {how: parts for how, parts in self._parts.items() if how in self._used and how[1] == today}
            self._used.clear()
        texts = list(chain.from_iterable(cut.pieces))
        before, places = self._places, self._place(texts)
        spaced = Spaced(self._source, texts, places)
        self._blocks = self._placed(cut, before)
        self._cut = cut
        how = (language, today, fiscal_year_starts)
        self._used.add(how)
        parts = self._parts.get(how)
        if parts is None or parts.voted != voted:
            day = today or datetime.now().astimezone().date()
            parts = self._parts[how] = Parts(voted, day, fiscal_year_starts, often=True)
        return parts.read(spaced, self._blocks)

    def _placed(self, cut: Cut, before: Sequence[int]) -> list[Block]:
        """The blocks where their pieces stand; of those that are as before the very same, if they stand as ``before``."""
        first, last = ends(self._cut.pieces, cut.pieces) if self._cut is not None else Ends(0, 0)
        end = len(cut.pieces) - last
        above, below = sum(map(len, cut.pieces[:first])), len(self._places) - sum(map(len, cut.pieces[end:]))
        if self._places[:above] != before[:above] or self._places[below:] != before[len(before) - len(self._places) + below :]:
            return list(_blocks(cut.heads, cut.pieces, self._places))
        between = _blocks(cut.heads[first:end], cut.pieces[first:end], self._places[above:below])
        return [*self._blocks[:first], *between, *self._blocks[len(self._blocks) - last :]]

    def _place(self, texts: list[str]) -> list[int]:
        """Where blocks stand: those at the beginning and at the end that are as before, where they stood."""
        before, places = self._texts, self._places
        first = _alike(texts, before)
        last = _alike(texts[first:][::-1], before[first:][::-1])
        changed, was = texts[first : len(texts) - last], len(before) - last
        end = places[was] if last else None
        if first < was or not first:
            between = _laid_out(changed, places[first] if first < was else 0, end)
        else:  # the block above the new ones keeps a share of the room below it
            above = _laid_out([before[first - 1], *changed], places[first - 1], end)
            between = above[1:] if above is not None else None
        self._texts = texts
        now = [*places[:first], *between, *places[was:]] if between is not None else []
        # a file begins at its beginning; and what is cut out above and pasted below leaves more and more room
        most = _SPREAD * (sum(map(len, texts)) + len(texts) * _room(len(texts)))
        self._places = now if now and not now[0] and now[-1] <= most else _laid_out(texts, 0) or []
        return self._places


def _blocks(heads: Sequence[bool], pieces: Sequence[Sequence[str]], places: Sequence[int]) -> Iterator[Block]:
    """The blocks whose pieces stand at these places."""
    count = 0
    for is_heading, own in zip(heads, pieces, strict=True):
        start, *inner = places[count : count + len(own)]
        count += len(own)
        yield Block(start, places[count - 1] + len(own[-1]), is_heading, tuple(inner))


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """How many of them are alike from the beginning."""
    count = 0
    for one, other in zip(some, others, strict=False):
        if one != other:
            break
        count += 1
    return count


def _laid_out(texts: Sequence[str], start: int, end: int | None = None) -> list[int] | None:
    """Where blocks stand, each with its room, between a place and another one; None if there is not enough."""
    if not texts:
        return []
    needed = sum(map(len, texts)) + len(texts)
    if end is None:
        room = _room(len(texts))
    elif needed > end - start:
        return None
    else:
        room = (end - start - needed) // len(texts)
    return list(accumulate([len(text) + 1 + room for text in texts], initial=start))[:-1]


def _room(count: int) -> int:
    """How much room each of so many texts gets."""
    return max(_LITTLE, min(_ROOM, _ALL_ROOM // count))
