"""A language pack: what each word of a language can mean.

A pack takes long to read, so its tables are kept compiled beside it (``languages/compiled/``): made when the wheel is
built, and again whenever the file or the way in which it is compiled has changed.
"""

from __future__ import annotations

import marshal
import os
from binascii import crc32
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from os.path import dirname, join

from smartlint.language.roles import (
    COMPOUNDED,
    NO_ROLES,
    SERVICE,
    Roles,
    bits,
    read_roles,
)
from smartlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from smartlint.language.tokens import Word

#: The format of `marshal` that every Python reads.
_FORMAT = 2
CODES = ("en", "nb", "nn", "sv", "da")

#: What stands between two blanks: words with start and end, and whether they may go on after the blank.
Pieces = tuple[tuple["Word", int, int, bool], ...]


class Pack:
    """The words of one language, and in ``data`` what is asked of its source."""

    def __init__(self, code: str, compiled: Mapping[str, Any]) -> None:
        self.code = code
        self.data: Mapping[str, Any] = compiled["data"]
        self._by_initial: Mapping[str, tuple[str, str]] = compiled["words"]
        self._written: dict[str, dict[str, str]] = {}
        #: By first word: what follows it in the phrases that start so.
        self.phrases: Mapping[str, str] = compiled["phrases"]
        self._phrases: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        #: By kind: nouns and verbs of what happens at a time that no calendar knows.
        self.events: Mapping[str, tuple[str, ...]] = compiled["events"]
        #: Bits with the words that have them.
        self._lists = tuple((bits(name), frozenset(words)) for name, words in compiled["lists"].items())
        #: Words that end in a dot, without it.
        self.abbreviations = frozenset(compiled["abbreviations"])
        #: What is known of the words met so far, as they were written, and of what was met between blanks; the tokenizer
        #: keeps both small.
        self.memo: dict[str, Word] = {}
        self.pieces: dict[str, Pieces] = {}
        self._meanings: dict[str, Roles] = {}

    @property
    def decimal(self) -> str:
        return str(self.data["language"]["decimal"])

    @cached_property
    def number_words(self) -> dict[str, float]:
        """Morphemes of number words that add: units, teens, tens."""
        return {word: float(value) for word, value in self.data["numbers"]["words"].items()}

    @cached_property
    def multipliers(self) -> dict[str, float]:
        return {word: float(value) for word, value in self.data["numbers"]["multipliers"].items()}

    @cached_property
    def means_endings(self) -> tuple[str, ...]:
        """What the verb ends in after a word such as "by"; empty where the word itself is enough."""
        return tuple(self.data["words"]["means"]["verb_endings"])

    @cached_property
    def means_bars(self) -> tuple[frozenset[str], frozenset[str]]:
        """What stands before and after a word such as "through" where it tells a way or a time, not a means."""
        means = self.data["words"]["means"]
        return frozenset(means["passing"]), frozenset(means["whole"])

    @cached_property
    def abilities(self) -> frozenset[str]:
        """Modals of what one can do, which is a state: ``kan``, ``be able to``."""
        return frozenset(self.data["words"]["syntax"]["abilities"])

    @cached_property
    def gatherings(self) -> tuple[str, ...]:
        """Endings of what is held, rather than kept as it is: meetings, courses."""
        return tuple(self.data["words"]["syntax"]["gatherings"])

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """What is in the ways out that leave open when, rather than whether: ``as needed``."""
        return tuple(self.data["words"]["syntax"]["needs"])

    @cached_property
    def goings_on(self) -> tuple[str, ...]:
        """Verbs of work that only goes on: ``continue``, ``work on``."""
        return tuple(self.data["words"]["syntax"]["goings_on"])

    @cached_property
    def number_starts(self) -> frozenset[str]:
        """How a number of several morphemes can begin, two letters of it."""
        return frozenset(word[:2] for word in (*self.number_words, *self.multipliers, *self.data["numbers"]["article"]))

    def written(self, word: str) -> str | None:
        """The roles of a word or phrase in lower case, as the compiled pack has them; None where it is unknown."""
        first = word[:1]
        found = self._written.get(first)
        if found is None:
            words, roles = self._by_initial.get(first, ("", ""))
            found = self._written[first] = dict(zip(words.split("\t"), roles.split("\t"), strict=True))
        return found.get(word)

    def words(self) -> Iterator[str]:
        """Every word and phrase."""
        for words, _ in self._by_initial.values():
            yield from words.split("\t")

    def meaning(self, word: str) -> Roles:
        """What a word or phrase in lower case can mean."""
        found = self._meanings.get(word)
        if found is None:
            known = self.written(word)
            found = self._meanings[word] = NO_ROLES if known is None else Roles(read_roles(known))
        return found

    def phrases_after(self, first: str, second: str) -> list[tuple[str, ...]] | None:
        """What follows two words in the phrases that start with them, the longest first."""
        known = self._phrases.get(first)
        if known is None:
            known = self._phrases[first] = {}
            for rest in self.phrases[first].split("\t"):
                following, *others = rest.split(" ")
                known.setdefault(following, []).append(tuple(others))
        return known.get(second)

    def bits_of(self, word: str) -> int:
        """The bits of the lists that a word is in, whole or by its ending or beginning."""
        found = 0
        for bit, words in self._lists:
            if word in words:
                found |= bit
        for bit, endings in self._endings:
            if word.endswith(endings):
                found |= bit
        return found | SERVICE if word[:1].isalpha() and word.startswith(self.events["service"]) else found

    @cached_property
    def _endings(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Bits of words by their endings: events that are written together with what stands before them."""
        return () if self.code == "en" else tuple((bits(f"event.{kind}"), self.events[kind]) for kind in COMPOUNDED)


@lru_cache
def load(code: str) -> Pack:
    """The pack of a language: ``en``, ``nb``, ``nn``, ``sv`` or ``da``."""
    return Pack(code, _compiled(code, (code,)))


@lru_cache
def people() -> Mapping[str, Any]:
    """The words of all languages for people, which keep their form across them: ``roles``, ``groups``, ``names`` …"""
    return _compiled("people", CODES)


def _compiled(name: str, codes: Sequence[str]) -> Mapping[str, Any]:
    """What was compiled from the packs of some languages; made again where one of them has changed."""
    import smartlint_grammar

    folder = join(dirname(smartlint_grammar.__file__), "languages")
    sources = [_bytes(join(folder, f"{code}.toml")) for code in codes]
    digest = crc32(_bytes(join(dirname(__file__), "packing.py")))
    for source in sources:
        digest = crc32(source, digest)
    kept = join(folder, "compiled", f"{name}.marshal")
    known: Any = None
    compiled: Mapping[str, Any] = {}
    try:
        known, compiled = marshal.loads(_bytes(kept))
    except (OSError, ValueError, EOFError, TypeError):
        known = None
    if known != digest:
        from smartlint.language import packing  # here, because a compiled pack does without it

        texts = [source.decode("utf-8") for source in sources]
        compiled = packing.compile_people(texts) if len(texts) > 1 else packing.compile_pack(texts[0])
        _keep(kept, marshal.dumps((digest, compiled), _FORMAT))
    return compiled


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _keep(path: str, compiled: bytes) -> None:
    """Writes a compiled pack beside its source, whole or not at all; where nothing may be written it is done without."""
    part = f"{path}.{os.getpid()}.part"
    try:
        os.makedirs(dirname(path), exist_ok=True)
        with open(part, "wb") as file:
            file.write(compiled)
        os.replace(part, path)
    except OSError:
        try:
            os.unlink(part)
        except OSError:  # it was never made
            return


def packs() -> tuple[Pack, ...]:
    return tuple(load(code) for code in CODES)
