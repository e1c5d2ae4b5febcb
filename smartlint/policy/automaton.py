"""Searches a text for a pattern in a time that grows with the text and the pattern, and never with their product's power.

All ways through the pattern are followed at once, sign by sign (Thompson's construction), so that no text can make it try
again what it has tried.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from smartlint.policy.mistake import Exceeded
from smartlint.policy.pattern import MOST_STATES, Part, Pattern, Signs

#: A pattern longer than this is not read.
LONGEST_PATTERN = 1_000
_WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
#: So many signs a state remembers to hold or not: texts of many scripts must not fill the memory.
_REMEMBERED = 2_000
#: The steps that a sign of a pattern, and a state made of it, count for.
_READING, _BUILDING = 4, 8


class _State(NamedTuple):
    """``signs`` to take, or a ``place`` to be at, before going on; else a choice of ways on; ``found`` has none."""

    kind: str
    test: Any
    ways: tuple[int, ...]


class _Test:
    """Whether a sign is in a set, remembered."""

    __slots__ = ("_known", "_signs")

    def __init__(self, signs: Signs) -> None:
        self._signs = signs
        self._known: dict[str, bool] = {}

    def __call__(self, sign: str) -> bool:
        found = self._known.get(sign)
        if found is None:
            found = sign in self._signs
            if len(self._known) < _REMEMBERED:
                self._known[sign] = found
        return found


class Automaton:
    """The states of a pattern, and where one starts."""

    def __init__(self, part: Part) -> None:
        self.states: list[_State] = []
        self.start = self._built(part, self._add("found", None))

    def _add(self, kind: str, test: Any, *ways: int) -> int:
        if len(self.states) >= MOST_STATES:
            raise Exceeded("the pattern is too large")
        self.states.append(_State(kind, test, ways))
        return len(self.states) - 1

    def _built(self, part: Part, then: int) -> int:
        """The state at which a part begins that goes on with another state."""
        if part.kind == "signs":
            return self._add("signs", _Test(part.value), then)
        if part.kind == "place":
            return self._add("place", part.value, then)
        if part.kind == "choice":
            return self._add("choice", None, *(self._built(one, then) for one in part.parts))
        if part.kind == "row":
            for one in reversed(part.parts):
                then = self._built(one, then)
            return then
        return self._repeated(part.parts[0], part.least, part.most, then)

    def _repeated(self, part: Part, least: int, most: int | None, then: int) -> int:
        if most is None:
            loop = self._add("choice", None)
            self.states[loop] = _State("choice", None, (self._built(part, loop), then))
            then = loop
        else:
            end = then
            for _ in range(most - least):
                then = self._add("choice", None, self._built(part, then), end)
        for _ in range(least):
            then = self._built(part, then)
        return then

    def search(self, text: str, spend: Callable[[int], None]) -> bool:
        """Whether the pattern is found anywhere in a text."""
        states = self.states
        waiting: list[int] = []
        for at in range(len(text) + 1):
            seen: set[int] = set()
            taking: list[_State] = []
            waiting.append(self.start)
            while waiting:
                number = waiting.pop()
                if number in seen:
                    continue
                seen.add(number)
                state = states[number]
                if state.kind == "signs":
                    taking.append(state)
                elif state.kind == "found":
                    return True
                elif state.kind == "choice" or _is_at(state.test, text, at):
                    waiting += state.ways
            spend(len(seen))
            if at < len(text):
                sign = text[at]
                waiting = [state.ways[0] for state in taking if state.test(sign)]
        return False


def _is_at(place: str, text: str, at: int) -> bool:
    if place == "start":
        return at == 0
    if place == "end":
        return at == len(text)
    if place == "line start":
        return at == 0 or text[at - 1] == "\n"
    if place == "line end":
        return at == len(text) or text[at] == "\n"
    edge = (at > 0 and text[at - 1] in _WORD) != (at < len(text) and text[at] in _WORD)
    return edge is (place == "word edge")


@lru_cache(maxsize=256)
def automaton(pattern: str) -> Automaton:
    """The automaton of a pattern; raises ``Failure`` where it is none."""
    if len(pattern) > LONGEST_PATTERN:
        raise Exceeded("a pattern may have at most {limit} signs", limit=LONGEST_PATTERN)
    return Automaton(Pattern(pattern).read())


def search(pattern: str, text: str, spend: Callable[[int], None]) -> bool:
    """Whether a pattern is found anywhere in a text; that it has to be read costs too, whether or not it was read before."""
    spend(len(pattern) * _READING)
    found = automaton(pattern)
    spend(len(found.states) * _BUILDING)
    return found.search(text, spend)
