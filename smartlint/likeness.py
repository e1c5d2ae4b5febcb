"""What is written differently and means the same: the words of two sentences, and names with a slip of the pen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from smartlint.pattern import compile_late

_WORD = compile_late(r"(?<!\d)\d*[^\W\d_][^\W_]*(?:-[^\W_]+)*")
#: Words this short are articles and prepositions in all the languages, unless capitals make them a name (``NPS``).
_SMALL = 3
_LEAST = 3
_PLURAL = compile_late(r"s$")
_ENDING = compile_late(r"(?:erne|ene|ane|arna|orna|erna|en|et|er|ar|or|na|e|a|n|t)$")
#: How many names on each side in the alphabet are compared: the time must not grow with the square of the names.
_NEIGHBOURS = 8
_ALIKE = 0.5


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    """The words that carry what a text is about, without their endings; digits are none."""
    words = (word for word in _WORD.findall(normalize("NFC", text)) if len(word) > _SMALL or word.isupper())
    return frozenset(_stem(word.casefold()) for word in words)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A word without the ``s`` and the ending of its number, definiteness or tense; rough, and the same for all forms."""
    for ending in (_PLURAL, _ENDING):
        shorter = ending.sub("", word)
        if len(shorter) >= _LEAST:
            word = shorter
    return word


def likeness(one: str, other: str) -> float:
    """From 0 to 1: how much two names share at their beginning and at their end."""
    shorter = min(len(one), len(other))
    before = 0
    while before < shorter and one[before] == other[before]:
        before += 1
    after = 0
    while after < shorter - before and one[-1 - after] == other[-1 - after]:
        after += 1
    return 2 * (before + after) / (len(one) + len(other) or 1)


class NameIndex:
    """Names among which the nearest one to a misspelt name is looked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._forward = sorted(set(names))
        self._backward = sorted(name[::-1] for name in self._forward)

    def nearest(self, name: str, count: int) -> list[str]:
        """The names that look most like one, best first: what begins or ends alike, and is half the same at least."""
        around = {*_around(self._forward, name), *(found[::-1] for found in _around(self._backward, name[::-1]))}
        alike = {found: likeness(found, name) for found in around}
        best = sorted((found for found in around if alike[found] >= _ALIKE), key=lambda found: (-alike[found], found))
        return best[:count]


def _around(names: list[str], name: str) -> list[str]:
    at = bisect_left(names, name)
    return names[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
