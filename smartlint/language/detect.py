"""Which language a text is in: a vote of its words, and where a word is unknown, of its letters and endings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from smartlint.language.pack import CODES, packs
from smartlint.pattern import compile_late

#: What the languages call themselves.
NAMES = {"en": "English", "nb": "norsk bokmål", "nn": "norsk nynorsk", "sv": "svenska", "da": "dansk"}
_WORD = compile_late(r"[^\W\d_]+")
#: The name of a field at the start of a line.
_NAME = compile_late(r"^[ \t>*#-]{0,12}[^\W\d_][\w -]{0,30}:", re.MULTILINE)
#: How much of a long text is looked at, and how often one word counts.
_ENOUGH, _OFTEN = 8_000, 3
#: What a word of the [detect] list weighs, one of the lexicon, and the letters of an unknown word.
_LISTED, _LEXICAL, _ENDING, _LETTERS = 3.0, 1.5, 0.8, 0.35
#: What a word of another language's [detect] list weighs for a language whose lexicon has it, and a word with a letter
#: that only some languages have.
_KNOWN, _ALPHABET, _KEYWORD = 1.2, 1.0, 2.0
_ALPHABETS = (("äö", ("sv",)), ("æø", ("nb", "nn", "da")))

#: Which language is taken where two have the same votes: the one that more people write.
_FIRST = ("en", "nb", "sv", "da", "nn")
#: A tie: a share less than the most votes, where the text says more than the word "mål" alone.
_TIE, _SAID = 0.02, 2.0
#: What share of the votes for English shows that part of a text is in another language.
_PART = 0.5

#: A word tells two languages apart if it weighs so much more for one of them.
_TELLS = 0.5
#: How many such words make a sentence clear, by how much together, and what share of that may speak against it.
_CLEAR, _WIDE, _AGAINST = 3, 3.0, 0.15
#: Between languages that share most words, and for English, from which all borrow, the margin is wider, and nothing may
#: speak against it. The words that tell near languages apart weigh much, so that two of them can be enough.
_WIDER, _NEAR, _CLEAR_NEAR = 4.0, frozenset(("nb", "nn", "da")), 2
#: Where somebody said which of the near languages it is, that holds unless so much is against it.
_SURE_NEAR, _WIDEST = 4, 8.0
#: What is not a writer's own language: quotations, and names, which have a capital letter inside a sentence.
_NOT_OWN = compile_late(r"[\"“”«»„`][^\"“”«»„`\n]{0,200}[\"“”«»„`]|(?<=\S)[ \t\u00a0]+(?:[A-ZÆØÅÄÖÉ][^\W_]*)")

Weights = tuple[tuple[str, float], ...]
#: Very many words that a pack has share few weights: each is there once.
_SHARED: dict[Weights, Weights] = {}


def _share(base: float, codes: Iterable[str]) -> Weights:
    """The weight of a word for its languages: the more languages have it, the less it says."""
    known = sorted(set(codes))
    return tuple((code, base * (1 - len(known) / len(CODES))) for code in known) if len(known) < len(CODES) else ()


@lru_cache
def _listed() -> dict[str, set[str]]:
    """By word of the lists made for this: the languages that it tells."""
    found: dict[str, set[str]] = {}
    for pack in packs():
        for word in pack.data["detect"]["words"]:
            found.setdefault(word.lower(), set()).add(pack.code)
    return found


def _known(word: str) -> Weights | None:
    """What a word says by the lists made for this and by everything else that a pack knows; None where no pack has it."""
    listed = _listed().get(word, set())
    lexical = {pack.code for pack in packs() if pack.written(word) is not None} if len(word) > 1 else set()
    if not listed:
        return _share(_LEXICAL, lexical) + _ending(word) if lexical else None
    known = lexical - listed
    # A language that only knows the word (bokmål "auke") has less of it than those whose telling word it is.
    lesser = _share(_LISTED, listed) + _share(_KNOWN, known)
    return lesser if len(known) == 1 else _share(_LISTED, listed | known)


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


@lru_cache(8192)
def _weights(word: str) -> Weights:
    """What a word in lower case says for each language."""
    known = _known(word)
    if known is None:
        known = _unknown(word) if 2 < len(word) < 60 else ()
    else:
        known = _SHARED.setdefault(known, known)
    if word.isascii():
        return known
    spelt = (codes for letters, codes in _ALPHABETS if any(letter in word for letter in letters))
    return (*known, *((code, _ALPHABET) for codes in spelt for code in codes))


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


@lru_cache(4096)
def _words(line: str, has_names: bool) -> str:
    """The words of a line in lower case, without English names of fields.

    A capital letter by itself is a name (``goal A``) and no word.
    """
    name = _NAME.match(line) if has_names else None
    text = line[name.end() :] if name is not None and _is_english(name[0]) else line
    return " ".join([word for word in _WORD.findall(text) if len(word) > 1 or word.islower()]).lower()


def _counted(text: str, *, has_names: bool = False) -> Counter[str]:
    """The words of a text; most of its lines were read before, where it is one that has changed a little."""
    return Counter(" ".join([_words(line, has_names) for line in text.split("\n")]).split())


@lru_cache(4096)
def _is_english(name: str) -> bool:
    """The name of a field is an English one, which says little of the language below it."""
    known = (_known(word) or () for word in _WORD.findall(name.lower()))
    return all(any(code == "en" for code, _ in weights) for weights in known)


def votes(text: str, keywords: Iterable[Iterable[str]] = ()) -> dict[str, float]:
    """The weight of a text for each language; ``keywords`` gives the languages of each known keyword in it."""
    return _votes(text, Counter(map(frozenset, keywords)))


def _votes(text: str, named: Mapping[frozenset[str], int]) -> dict[str, float]:
    """The same, where it was counted how often there are keywords of some languages."""
    scores = dict.fromkeys(CODES, 0.0)
    for word, count in _counted(text[:_ENOUGH], has_names=bool(named)).items():
        weights = _weights(word)
        if weights:
            often = min(count, _OFTEN)
            for code, weight in weights:
                scores[code] += weight * often
    for code in CODES:
        scores[code] += _keyed(code, named)
    return scores


def _keyed(code: str, named: Mapping[frozenset[str], int]) -> float:
    """What the names of goals and fields say for a language; ``named`` counts those that are words of some languages."""
    keyed = sum(count * _KEYWORD / len(speakers) for speakers, count in named.items() if code in speakers)
    # English names of fields are used in any language: many of them say no more than one.
    return min(keyed, _KEYWORD) if code == "en" else keyed


def candidates(text: str, keywords: Iterable[Iterable[str]] = ()) -> tuple[str, ...]:
    """The language with the most votes, and after it those that tie with it; English where nothing speaks for any."""
    named = Counter(map(frozenset, keywords))
    scores = _votes(text, named)
    best = _most(scores)
    if best == "en" and sum(count for speakers, count in named.items() if "en" not in speakers) > named[frozenset(("en",))]:
        # Nobody who writes English calls a goal "mål": it is the other goals that are in the file's language, if there are any.
        other = _most({**scores, "en": 0.0})
        best = other if scores[other] >= _PART * scores["en"] else best
    most = scores[best]
    if most - _keyed(best, named) <= _SAID:
        return (best if most > 0 else "en",)
    return (best, *(code for code in _FIRST if code != best and abs(most - scores[code]) <= _TIE * most))


def detect(text: str, keywords: Iterable[Iterable[str]] = ()) -> str:
    """The language with the most votes; English where nothing speaks for any."""
    return candidates(text, keywords)[0]


def _most(scores: dict[str, float]) -> str:
    return max(_FIRST, key=lambda code: round(scores[code], 6))


def own_language(text: str, around: Sequence[str], above: str = "", *, stated: bool = False) -> str:
    """The language that a sentence by itself is in, where the margin is wide; "" where it may be that around it.

    ``around`` are the languages of the text that it stands in: one, ``stated`` or found, or several that tie. ``above`` is
    the language of the goal over it: some words for it and none against it are enough, since the two were written together.
    """
    if len(around) == 1 and above in ("", *around):
        seen = _WORD.findall(text[:_ENOUGH].lower())
        if [_speaks_against(word, around[0]) for word in seen].count(True) < _CLEAR_NEAR:
            return ""
    words = [_weights(word) for word in _counted(_NOT_OWN.sub(" ", text[:_ENOUGH]))]
    scores = dict.fromkeys(CODES, 0.0)
    for weights in words:
        for code, weight in weights:
            scores[code] += weight
    best = _most(scores)
    if all(code == best or _is_clear(words, best, code, stated) for code in around):
        return best
    if above and above not in around:
        told = [_told(words, above, code) for code in around]
        return above if all(count and not against for count, _, against in told) else ""
    return ""


@lru_cache(8192)
def _speaks_against(word: str, code: str) -> bool:
    """It tells some other language from this one."""
    return any(_told([_weights(word)], other, code)[0] for other in CODES if other != code)


def _is_clear(words: Sequence[Weights], code: str, other: str, stated: bool) -> bool:
    """Some words tell a language from another one, by a wide margin."""
    count, spoken, against = _told(words, code, other)
    if {code, other} <= _NEAR:
        enough, wide = (_SURE_NEAR, _WIDEST) if stated else (_CLEAR_NEAR, _WIDER)
        return count >= enough and spoken >= wide and not against
    if code == "en":
        return count >= _CLEAR and spoken >= _WIDER and not against
    return count >= _CLEAR and spoken - against >= _WIDE and against <= _AGAINST * spoken


def _told(words: Sequence[Weights], code: str, other: str) -> tuple[int, float, float]:
    """How many words speak for a language rather than another one, what they weigh, and what those against it weigh."""
    count, spoken, against = 0, 0.0, 0.0
    for weights in words:
        more = sum(weight if one == code else -weight if one == other else 0.0 for one, weight in weights)
        if more > _TELLS:
            count += 1
            spoken += more
        elif more < -_TELLS:
            against -= more
    return count, spoken, against
