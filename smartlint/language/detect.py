"""Which language a text is in: a vote of its words, and where a word is unknown, of its letters and endings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from smartlint.language.pack import CODES, packs

_WORD = re.compile(r"[^\W\d_]+")
#: The name of a field at the start of a line.
_NAME = re.compile(r"^[ \t>*#-]{0,12}[^\W\d_][\w -]{0,30}:", re.MULTILINE)
#: How much of a long text is looked at, and how often one word counts.
_ENOUGH, _OFTEN = 20_000, 3
#: What a word of the [detect] list weighs, one of the lexicon, and the letters of an unknown word.
_LISTED, _LEXICAL, _ENDING, _LETTERS = 3.0, 1.5, 0.8, 0.35
#: What a word of another language's [detect] list weighs for a language whose lexicon has it, and a word with a letter
#: that only some languages have.
_KNOWN, _ALPHABET, _KEYWORD = 1.2, 1.0, 2.0
_ALPHABETS = (("äö", ("sv",)), ("æø", ("nb", "nn", "da")))

#: Which language is taken where two have the same votes: the one that more people write.
_FIRST = ("en", "nb", "sv", "da", "nn")

Weights = tuple[tuple[str, float], ...]


def _share(base: float, codes: Iterable[str]) -> Weights:
    """The weight of a word for its languages: the more languages have it, the less it says."""
    known = sorted(set(codes))
    return tuple((code, base * (1 - len(known) / len(CODES))) for code in known) if len(known) < len(CODES) else ()


@lru_cache
def _words() -> dict[str, Weights]:
    """By word: the languages it speaks for, from the lists made for this and from everything else that a pack knows."""
    listed: dict[str, set[str]] = {}
    lexical: dict[str, set[str]] = {}
    for pack in packs():
        for word in pack.data["detect"]["words"]:
            listed.setdefault(word.lower(), set()).add(pack.code)
        for phrase in pack.words():
            if " " not in phrase and len(phrase) > 1:
                lexical.setdefault(phrase, set()).add(pack.code)
    found = {word: _share(_LEXICAL, codes) + _ending(word) for word, codes in lexical.items()}
    for word, codes in listed.items():
        known = lexical.get(word, set()) - codes
        # A language that only knows the word (bokmål "auke") has less of it than those whose telling word it is.
        lesser = _share(_LISTED, codes) + _share(_KNOWN, known)
        found[word] = lesser if len(known) == 1 else _share(_LISTED, codes | known)
    return found


def _ending(word: str) -> Weights:
    """What the longest known ending of a word says."""
    endings = _table("endings")
    for length in range(min(6, len(word) - 2), 1, -1):
        weights = endings.get(word[-length:])
        if weights is not None:
            return weights
    return ()


@lru_cache
def _table(name: str) -> dict[str, Weights]:
    """The endings or groups of letters of the packs, each with the languages that have it."""
    owners: dict[str, set[str]] = {}
    for pack in packs():
        for part in pack.data["detect"][name]:
            owners.setdefault(part.lower().lstrip("-"), set()).add(pack.code)
    base = _ENDING if name == "endings" else _LETTERS
    return {part: _share(base, codes) for part, codes in owners.items()}


@lru_cache(4096)
def _unknown(word: str) -> Weights:
    """What the ending and the letters of a word that no list has say; ``^`` and ``$`` are its edges."""
    scores = dict.fromkeys(CODES, 0.0)
    letters = _table("letters")
    for code, weight in _ending(word):
        scores[code] += weight
    edged = f"^{word}$"
    for size in (1, 2, 3):
        for at in range(len(edged) - size + 1):
            for code, weight in letters.get(edged[at : at + size], ()):
                scores[code] += weight
    return tuple((code, score) for code, score in scores.items() if score)


def _counted(text: str) -> Counter[str]:
    """The words of a text; a capital letter by itself is a name (``goal A``) and no word."""
    return Counter(word.lower() for word in _WORD.findall(text) if len(word) > 1 or word.islower())


def _without_english(name: re.Match[str]) -> str:
    """The name of a field, or nothing where it is an English one, which says little of the language below it."""
    words = _words()
    known = (words.get(word, ()) for word in _WORD.findall(name[0].lower()))
    return "" if all(any(code == "en" for code, _ in weights) for weights in known) else name[0]


def votes(text: str, keywords: Iterable[Iterable[str]] = ()) -> dict[str, float]:
    """The weight of a text for each language; ``keywords`` gives the languages of each known keyword in it."""
    words = _words()
    scores = dict.fromkeys(CODES, 0.0)
    named = [set(speakers) for speakers in keywords]
    if named:
        text = _NAME.sub(_without_english, text[:_ENOUGH])
    for word, count in _counted(text[:_ENOUGH]).items():
        weights = words.get(word)
        if weights is None:
            weights = _unknown(word) if 2 < len(word) < 60 else ()
        for code, weight in weights:
            scores[code] += weight * min(count, _OFTEN)
        if not word.isascii():
            for letters, codes in _ALPHABETS:
                if any(letter in word for letter in letters):
                    for code in codes:
                        scores[code] += _ALPHABET
    for code in CODES:
        keyed = sum(_KEYWORD / len(languages) for languages in named if code in languages)
        # English names of fields are used in any language: many of them say no more than one.
        scores[code] += min(keyed, _KEYWORD) if code == "en" else keyed
    return scores


def detect(text: str, keywords: Iterable[Iterable[str]] = ()) -> str:
    """The language with the most votes; English where nothing speaks for any."""
    scores = votes(text, keywords)
    best = max(_FIRST, key=lambda code: round(scores[code], 6))
    return best if scores[best] > 0 else "en"
