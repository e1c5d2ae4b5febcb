"""What the keys of data files mean: goals of some kind, fields, teams, or nothing of the sort."""

from __future__ import annotations

import re
from functools import lru_cache

from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.readers.mapping import DocumentMapping, words_of
from smartlint.readers.nodes import Pairs, Scalar
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import field_called, is_denied, is_past, is_plan, kind_in

#: A key of more words is a sentence.
_LONGEST = 5
_NUMBER = re.compile(r"\d+|[qthsfk][1-4]|(?:fy|sy)\d\d(?:\d\d)?|h[12]|\d{4} ?[qth]\d", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<word>[^\W\d_][^\d]*?) ?#?\d{1,3}(?:\.\d{1,3}){0,3}$")
#: What may stand behind the word for a goal in a key that is a name of goals: ``goals for sales``.
_LINKS = frozenset(("for", "of", "in", "til", "till", "i", "på", "av", "af", "til", "from"))
#: Lists of keys that stand for no field.
_NO_FIELDS = frozenset(("statement", "key_results", "teams", "people", "machine", "asides", "done", "unit", "type", "wrappers"))
#: What types of values are called in descriptions of data.
_TYPES = frozenset(("string", "array", "object", "number", "integer", "boolean", "str", "int", "text", "list"))


#: What stands in addresses, commands and holes for programs.
_NO_NAME = re.compile(r"[/\\<>{}()$@=]|\.\w")
#: How letters that programs dislike are written in keys.
_PLAIN = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "ae", "é": "e"})
#: A field word this short is another word without its letters: ``for`` and ``før``.
_SHORT = 3
_DOUBLE = ((("aa", "å"), ("oe", "ø"), ("ae", "æ")), (("aa", "å"), ("oe", "ö"), ("ae", "ä")))


@lru_cache
def _without_letters() -> dict[str, str]:
    """Nordic words by how they are written without their letters: ``agare``, ``nokkelresultater``."""
    known = vocabulary()
    found: dict[str, str] = {}
    for word in (*known.kinds, *known.fields, *(word for words in document_words().keys.values() for word in words)):
        plain = word.translate(_PLAIN)
        is_long = len(plain) > _SHORT or word in known.kinds
        if plain != word and is_long and plain not in known.kinds and plain not in known.fields:
            found.setdefault(plain, word)
    return found


def spelt(phrase: str) -> str:
    """A phrase with its Nordic letters, where it is a word that is known with them: ``maal``, ``agare``."""
    if not phrase.isascii():
        return phrase
    for letters in _DOUBLE:
        doubled = phrase
        for written, letter in letters:
            doubled = doubled.replace(written, letter)
        known = (vocabulary().kinds, vocabulary().fields, document_words().fields)
        if doubled != phrase and any(doubled in words for words in known):
            return doubled
    return _without_letters().get(phrase, phrase)


@lru_cache
def _goal_words() -> tuple[str, ...]:
    """How words for goals begin, as they may be written in keys; the longer ones begin like a shorter one."""
    kinds = vocabulary().kinds
    plain = [word for word, meant in _without_letters().items() if meant in kinds]
    doubled = [word.replace("å", "aa").replace("ø", "oe").replace("æ", "ae") for word in kinds]
    found: list[str] = []
    written = {word.replace(" ", sign) for word in (*kinds, *plain, *doubled) for sign in ("", " ", "_", "-")}
    for word in sorted(written, key=len):
        if not word.startswith(tuple(found)):
            found.append(word)
    return tuple(found)


def may_hold_goals(text: str) -> bool:
    """Whether a word for goals is in a text at all, as in all that has goals."""
    low = text.lower()
    return "mål" in low or "maal" in low or any(_begins(low, word) for word in _goal_words())


def _begins(text: str, word: str) -> bool:
    """Whether some word of a text begins so."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalpha():
        at = text.find(word, at + 1)
    return at >= 0


class Keys:
    """Looks keys up: what the configuration says of them, then the words of all languages."""

    def __init__(self, language: str, mapping: DocumentMapping) -> None:
        self._language = language
        self._mapping = mapping
        self._kinds: dict[str, GoalWord | None] = {}
        self._named: dict[str, str] = {}
        words = document_words().keys
        self._fields = {word: name for name in words if name not in _NO_FIELDS for word in words[name]}
        self._of = {name: frozenset(words[name]) for name in words}
        self._ranks = {word: rank for rank, word in enumerate(words["statement"])}

    @staticmethod
    def _phrase(key: Scalar) -> str:
        return spelt(words_of(key.text))

    def is_stated(self, key: Scalar) -> bool:
        """Whether the configuration says what a key is."""
        mapping, name = self._mapping, key.text
        return bool(mapping) and bool(mapping.kind(name) or mapping.field(name) or mapping.is_statement(name))

    def numbered(self, key: Scalar) -> GoalWord | None:
        """The kind of the one goal that a key names with its number: ``KR1``, ``goal 2``, ``mål_3``."""
        match = _NUMBERED.match(self._phrase(key))
        if match is None or self.is_stated(key):
            return None
        word = {"o": "objective", "kr": "kr"}.get(match["word"], match["word"])
        found = vocabulary().goal_word(tuple(word.split()), self._language)
        return found[0] if found is not None and found[1] == len(word.split()) else None

    def kind(self, key: Scalar) -> GoalWord | None:
        """The kind of goals that a key speaks of: ``okrs``, ``team_goals``, ``objectives-2026``, ``mål for salg``."""
        if key.text not in self._kinds:
            self._kinds[key.text] = self._kind(key)
        return self._kinds[key.text]

    def _kind(self, key: Scalar) -> GoalWord | None:
        stated = self._mapping.kind(key.text)
        if stated is not None or self.is_stated(key) or _NO_NAME.search(key.text):
            return stated
        words = [word for word in self._phrase(key).split() if not _NUMBER.fullmatch(word)]
        if not words or len(words) > _LONGEST or is_denied(" ".join(words)):
            return None
        known = vocabulary()
        words = ["okr" if word == "okrs" else spelt(word) for word in words]
        for start in range(len(words)):
            found = known.goal_word(tuple(words[start:]), self._language)
            if found is None or (start and words[start - 1] in _LINKS):
                continue
            rest = words[start + found[1] :]
            if not rest or rest[0] in _LINKS:
                return found[0]
        compound = kind_in(words[-1], self._language)
        return compound.word if compound is not None and compound.bare else None

    def field(self, key: Scalar) -> str:
        """The field that a key names, or ""."""
        if key.text not in self._named:
            self._named[key.text] = self._field(key)
        return self._named[key.text]

    def _field(self, key: Scalar) -> str:
        stated = self._mapping.field(key.text)
        if stated or self.is_stated(key):
            return stated
        phrase = self._phrase(key)
        return self._fields.get(phrase, "") or field_called(phrase, self._language)

    def statement_rank(self, key: Scalar) -> int | None:
        """How surely a key has the sentence of a goal: the lower, the surer."""
        if self._mapping.is_statement(key.text):
            return -1
        return None if self.is_stated(key) else self._ranks.get(self._phrase(key))

    def names(self, what: str, key: Scalar) -> bool:
        """Whether a key is one of a list: ``teams``, ``people``, ``done``, ``unit``, ``key_results``, ``note``."""
        return not self.is_stated(key) and self._phrase(key) in self._of[what]

    def is_closed(self, key: Scalar) -> bool:
        """Nothing below the key is a goal."""
        if self._mapping.is_ignored(key.text):
            return True
        phrase = words_of(key.text)
        if self.is_stated(key) or self.names("key_results", key):
            return False
        speaks = kind_in(phrase, self._language) is not None
        is_told = is_past(phrase) and not speaks and not self.field(key)  # ``last_year: 61`` is a baseline
        return phrase in self._of["asides"] or (is_denied(phrase) and speaks) or is_told

    def is_department(self, key: Scalar) -> bool:
        """``sales``; what is personal is a department in Norwegian and Swedish only."""
        phrase = words_of(key.text)
        return phrase in document_words().departments and (phrase != "personal" or self._language != "en")

    def is_machine(self, node: Pairs) -> bool:
        """A map that is a program's: an instruction, a form, a text of a user interface."""
        return any(words_of(key.text) in self._of["machine"] and not self.is_stated(key) for key, _ in node.pairs)

    @staticmethod
    def is_of_plan(key: Scalar, value: Pairs) -> bool:
        """What a file says of the plan that it is: ``plan: {title: …, year: 2027}``."""
        return is_plan(words_of(key.text)) and all(isinstance(inner, Scalar) for _, inner in value.pairs)

    @staticmethod
    def is_description(node: Pairs) -> bool:
        """A map that describes data: ``type: string``."""
        return any(key.text == "type" and isinstance(value, Scalar) and value.text in _TYPES for key, value in node.pairs)
