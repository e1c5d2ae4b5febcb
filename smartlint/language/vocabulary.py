"""The words that open a line, in all languages: goal words, fields, and the words of status and priority."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache

from smartlint.language.pack import CODES, packs
from smartlint.record import dataclass


@dataclass(frozen=True)
class GoalWord:
    """A goal word: its kind, its level where it names one, and whether it is a sub-goal."""

    kind: str
    level: str
    sub: bool
    language: str


@dataclass(frozen=True)
class Vocabulary:
    """By word or phrase in lower case: what it means, with its language."""

    kinds: dict[str, list[tuple[str, str]]]
    levels: dict[str, list[tuple[str, str]]]
    fields: dict[str, list[tuple[str, str]]]
    nouns: dict[str, str]
    statuses: dict[str, str]
    priorities: dict[str, int]

    def goal_word(self, words: tuple[str, ...], language: str) -> tuple[GoalWord, int] | None:
        """The goal word that a line's words start with, and how many words it takes."""
        level, taken = "", 0
        if words and words[0] in self.levels and len(words) > 1:
            level, taken = _of(self.levels[words[0]], language)[0], 1
        for length in range(min(4, len(words) - taken), 0, -1):
            phrase = " ".join(words[taken : taken + length])
            if phrase in self.kinds:
                kind, source = _of(self.kinds[phrase], language)
                sub = kind == "sub"
                return GoalWord("goal" if sub else kind, level, sub, source), taken + length
        return None

    def field_names(self, phrase: str) -> dict[str, str]:
        """What a phrase names as a field: language to canonical name."""
        return {language: name for name, language in self.fields.get(phrase, ())}

    @cached_property
    def spellings(self) -> dict[int, tuple[str, ...]]:
        """The field words by length, for finding the nearest one."""
        found: dict[int, list[str]] = defaultdict(list)
        for phrase in self.fields:
            found[len(phrase)].append(phrase)
        return {length: tuple(sorted(words)) for length, words in found.items()}

    @cached_property
    def letters(self) -> dict[str, frozenset[str]]:
        """The letters of each field word: two words that are near to one another have nearly the same."""
        return {phrase: frozenset(phrase) for phrase in self.fields}


def _of(meanings: list[tuple[str, str]], language: str) -> tuple[str, str]:
    """The meaning in a language, else the first one."""
    return next((meaning for meaning in meanings if meaning[1] == language), meanings[0])


@lru_cache
def vocabulary() -> Vocabulary:
    kinds: dict[str, list[tuple[str, str]]] = defaultdict(list)
    levels: dict[str, list[tuple[str, str]]] = defaultdict(list)
    fields: dict[str, list[tuple[str, str]]] = defaultdict(list)
    nouns: dict[str, str] = {}
    statuses: dict[str, str] = {}
    priorities: dict[str, int] = {}
    for pack in packs():
        data = pack.data
        for table, found in (("goals", kinds), ("levels", levels), ("fields", fields)):
            for name, words in data[table].items():
                for word in words:
                    found[word.lower()].append((name, pack.code))
        for word in data["nouns"]["fields"]:
            names = {language: name for name, language in fields[word.lower()]}
            if pack.code in names:
                nouns.setdefault(word.lower(), names[pack.code])
        for name, words in data["status"].items():
            for word in words:
                statuses.setdefault(word.lower(), name)
        for name, words in data["priority"].items():
            for word in words:
                priorities.setdefault(word.lower(), int(name))
    return Vocabulary(dict(kinds), dict(levels), dict(fields), nouns, statuses, priorities)


def ambiguous_words() -> dict[str, dict[str, str]]:
    """Every word that opens a line and means different things over all languages: by word, language to meaning."""
    known = vocabulary()
    found: dict[str, dict[str, str]] = {}
    for word in sorted({*known.kinds, *known.fields}):
        meanings: dict[str, set[str]] = defaultdict(set)
        for table, mark in ((known.kinds, "goal:"), (known.fields, "")):
            for name, language in table.get(word, ()):
                meanings[language].add(mark + name)
        if len(set().union(*meanings.values())) > 1:
            found[word] = {code: " ".join(sorted(meanings[code])) for code in CODES if code in meanings}
    return found


def distance(left: str, right: str, limit: int) -> int:
    """Edits between two words (insert, delete, change, swap two neighbours), or ``limit + 1`` when there are more."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before = before, row
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


#: Languages that a short file is not always told apart in.
_NEIGHBOURS = frozenset({"nb", "nn", "da"})


@lru_cache(4096)
def nearest_field(word: str, language: str) -> str:
    """The field word that a misspelt one most likely means in a file of some language, or "".

    English words are meant in any file; a neighbour's are not: ``plass`` in a Norwegian file is not Swedish ``plats``.

    Up to five letters may differ by one edit, longer words by two. Short words are near to too many others: up to four
    letters must begin and end alike, and lack a letter or have two neighbours swapped (``ownr``, ``taem``; not ``tema``).
    """
    limit = 2 if len(word) > 5 else 1
    best, score = "", limit + 1
    letters, own = vocabulary().letters, frozenset(word)
    meant = frozenset({"en", language}) | (_NEIGHBOURS if language in _NEIGHBOURS else frozenset())
    if language == "en":
        meant = frozenset(CODES)  # a short file may be taken for English
    for length in range(len(word) - limit, len(word) + limit + 1):
        for known in vocabulary().spellings.get(length, ()):
            if len(word) <= 4 and not _near_short(word, known):
                continue
            if len(own ^ letters[known]) > 2 * limit:
                continue  # an edit takes one letter away and brings another at most
            if not meant & {code for _, code in vocabulary().fields[known]}:
                continue
            found = distance(word, known, min(limit, score - 1))
            if 0 < found < score:
                best, score = known, found
    return _in_own_words(best, word, language, limit) if best else ""


def _in_own_words(best: str, word: str, language: str, limit: int) -> str:
    """What a field is called in a file's own language, if that is as near: ``eiar`` is ``eier`` in bokmål."""
    fields = vocabulary().fields
    meant = {(name, language) for name, _ in fields[best]}
    if not meant.isdisjoint(fields[best]):
        return best
    own = (known for known, meanings in fields.items() if not meant.isdisjoint(meanings))
    return next((known for known in own if 0 < distance(word, known, limit) <= distance(word, best, limit)), best)


def _near_short(word: str, known: str) -> bool:
    alike = word[:1] == known[:1] and word[-1:] == known[-1:]
    return alike and (sorted(word) == sorted(known) or len(known) == len(word) + 1 > 4)
