"""Which language a text is in: a vote of words that are clearer in one language than in its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from smartlint.language.pack import CODES, packs

_WORD = re.compile(r"[^\W\d_]+")
#: Letters that some of the languages do not have.
_LETTERS = {"ä": ("sv",), "ö": ("sv",), "ø": ("nb", "nn", "da"), "æ": ("nb", "nn", "da"), "å": ("nb", "nn", "sv", "da")}
#: How much of a long text is looked at.
_ENOUGH = 20_000


@lru_cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """By word: the languages it speaks for. A word of several languages counts less for each of them."""
    owners: dict[str, set[str]] = {}
    for pack in packs():
        for word in pack.data["detect"]["words"]:
            owners.setdefault(word.lower(), set()).add(pack.code)
    lexical: dict[str, set[str]] = {}
    for pack in packs():
        for phrase in pack.roles:
            if " " not in phrase and len(phrase) > 2:
                lexical.setdefault(phrase, set()).add(pack.code)
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for word in {*owners, *lexical}:
        table, base = (owners, 3.0) if word in owners else (lexical, 1.5)
        codes = table[word]
        if len(codes) < len(CODES):
            found[word] = tuple((code, base / len(codes) ** 1.5) for code in sorted(codes))
    return found


@lru_cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Typical endings, each with the languages that have it."""
    owners: dict[str, set[str]] = {}
    for pack in packs():
        for ending in pack.data["detect"]["endings"]:
            owners.setdefault(ending.lower().lstrip("-"), set()).add(pack.code)
    return tuple(
        (ending, tuple(sorted(codes)))
        for ending, codes in sorted(owners.items(), key=lambda item: -len(item[0]))
        if len(codes) < len(CODES)
    )


def votes(text: str, keywords: Iterable[Iterable[str]] = ()) -> dict[str, float]:
    """The weight of a text for each language; ``keywords`` gives the languages of each known keyword in it."""
    weights, endings = _weights(), _endings()
    scores = dict.fromkeys(CODES, 0.0)
    text = text[:_ENOUGH].lower()
    for word, count in Counter(_WORD.findall(text)).items():
        times = min(count, 3)
        for code, weight in weights.get(word, ()):
            scores[code] += weight * times
        if word not in weights and len(word) > 4:
            for ending, codes in endings:
                if word.endswith(ending) and len(word) > len(ending) + 2:
                    for code in codes:
                        scores[code] += 0.5 / len(codes)
                    break
        for letter in set(word) & _LETTERS.keys():
            for code in _LETTERS[letter]:
                scores[code] += 0.6 * times / len(_LETTERS[letter])
    for speakers in keywords:
        languages = set(speakers)
        for code in languages:
            scores[code] += 2.0 / len(languages)
    return scores


def detect(text: str, keywords: Iterable[Iterable[str]] = ()) -> str:
    """The language with the most votes; English where nothing speaks for any."""
    scores = votes(text, keywords)
    best = max(CODES, key=lambda code: scores[code])
    return best if scores[best] > 0 else "en"
