"""A language pack: what each word of a language can mean.

A pack takes long to read, so its tables are kept compiled beside it (``languages/compiled/``): made when the wheel is
built, and again whenever the file or the way in which it is compiled has changed.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from os.path import dirname, join

from smartlint.language.roles import (
    COMPOUNDED,
    GATHERING,
    IMMATERIAL,
    NO_MEANING,
    SERVICE,
    Meaning,
    bits,
    read_roles,
)
from smartlint.record import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Any

    from smartlint.language.tokens import Token

#: The format of `marshal` that every Python reads.
FORMAT = 2
CODES = ("en", "nb", "nn", "sv", "da")
#: How many different words are remembered for each language.
REMEMBERED: Final = 4_000


class Clues:
    """What tells a verb from a noun in a language, and what a verb makes of a goal (``words.clues`` of its pack)."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self.noun_endings = tuple(table["noun_endings"])
        self.verb_too = tuple(table["verb_too"])
        self.verb_endings = tuple(table["verb_endings"])
        self.prefixes = tuple(table["prefixes"])
        self.infinitives = tuple(table["infinitives"])
        self.present = tuple(table["present"])
        self.known_many = tuple(table["known_many"])
        self.known_one = tuple(table["known_one"])
        self.many = frozenset(table["many"])
        self.after_noun = frozenset(table["after_noun"])
        self.built = frozenset(table["built"])
        self.no_participles = frozenset(table["no_participles"])
        self.be = frozenset(table["be"])
        self.ensuring = frozenset(table["ensuring"])
        self.before_clause = frozenset(table["before_clause"])
        self.known = frozenset(table["known"])
        self.asking = frozenset(table["asking"])
        self.to_nothing = frozenset(table["to_nothing"])
        self.holding = frozenset(table["holding"])
        self.measures = frozenset(table["measures"])
        self.still_work = frozenset(table["still_work"])
        self.efforts = frozenset(table["efforts"])
        self.getting = frozenset(table["getting"])
        self.plurals = tuple(table["plurals"])


class Tables:
    """The tables of a pack's source by name, each read when it is first asked for."""

    def __init__(self, written: Mapping[str, bytes]) -> None:
        self._written = written
        self._read: dict[str, Any] = {}

    def keys(self) -> Iterable[str]:
        return self._written.keys()

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = marshal.loads(self._written[name])
        return self._read[name]


class Pack:
    """The words of one language, and in ``data`` what is asked of its source."""

    def __init__(self, code: str, compiled: Mapping[str, Any]) -> None:
        self.code = code
        self.data = Tables(compiled["data"])
        self._by_initial: Mapping[str, bytes] = compiled["words"]
        self._initial: int = compiled["initial"]
        self._phrases: dict[str, dict[str, list[list[str]]]] = {}
        #: By kind: nouns and verbs of what happens at a time that no calendar knows.
        self.events: Mapping[str, tuple[str, ...]] = compiled["events"]
        #: Bits with the words that have them.
        self._lists = tuple([(bits(name), frozenset(words)) for name, words in compiled["lists"].items()])
        #: Words that end in a dot, without it.
        self.abbreviations = frozenset(compiled["abbreviations"])
        #: What is known of the words met so far, as they were written, after a blank and glued to what stands before, and
        #: of what was met between blanks; the tokenizer keeps them small.
        self.memo: dict[str, Token] = {}
        self.glued: dict[str, Token] = {}
        self.pieces: dict[str, list[Token]] = {}
        self._meanings: dict[str, Meaning] = {}
        self._bits: dict[str, int] = {}
        self.clues = Clues(self.data["words"]["clues"])
        self.decimal = str(self.data["language"]["decimal"])
        numbers, words = self.data["numbers"], self.data["words"]
        #: Morphemes of number words that add (units, teens, tens), those that multiply, and how a number of several of them
        #: can begin, two letters of it.
        self.number_words: dict[str, float] = {word: float(value) for word, value in numbers["words"].items()}
        self.multipliers: dict[str, float] = {word: float(value) for word, value in numbers["multipliers"].items()}
        self.number_starts = frozenset([word[:2] for word in (*self.number_words, *self.multipliers, *numbers["article"])])
        #: What the verb ends in after a word such as "by"; empty where the word itself is enough.
        self.means_endings: tuple[str, ...] = tuple(words["means"]["verb_endings"])
        #: What stands before and after a word such as "through" where it tells a way or a time, not a means.
        self.means_passing: frozenset[str] = frozenset(words["means"]["passing"])
        self.means_whole: frozenset[str] = frozenset(words["means"]["whole"])
        #: Modals of what one can do, which is a state: ``kan``, ``be able to``.
        self.abilities: frozenset[str] = frozenset(words["syntax"]["abilities"])
        #: Verbs with which somebody is told to do something: ``have``, ``få``.
        self.causatives: frozenset[str] = frozenset(words["owners"]["causatives"])
        #: What is in the ways out that leave open when, rather than whether: ``as needed``.
        self.needs: tuple[str, ...] = tuple(words["syntax"]["needs"])
        #: Verbs of work that only goes on: ``continue``, ``work on``.
        self.goings_on: tuple[str, ...] = tuple(words["syntax"]["goings_on"])
        #: Bits of words by their endings: what can be neither seen nor handed over, what is held rather than kept as it is
        #: (meetings, courses), and events that are written together with what stands before them.
        endings = [(IMMATERIAL, tuple(words["clues"]["immaterial"])), (GATHERING, tuple(words["syntax"]["gatherings"]))]
        if code != "en":
            endings += [(bits(f"event.{kind}"), self.events[kind]) for kind in COMPOUNDED]
        self._endings: list[tuple[int, tuple[str, ...]]] = endings

    def written(self, word: str) -> str | None:
        """The roles of a word or phrase in lower case, as the compiled pack has them; None where it is unknown."""
        known = self._by_initial.get(word[: self._initial].partition(" ")[0])
        if known is None:
            return None
        line = f"\n{word}\t".encode("utf-8", "surrogatepass")
        start = known.find(line)
        if start < 0 or "\t" in word:
            return None
        start += len(line)
        return known[start : known.index(b"\n", start)].decode()

    def words(self) -> Iterator[str]:
        """Every word and phrase."""
        for known in self._by_initial.values():
            yield from [line.partition("\t")[0] for line in known.decode().split("\n") if line]

    def meaning(self, word: str) -> Meaning:
        """What a word or phrase in lower case can mean."""
        found = self._meanings.get(word)
        if found is None:
            if len(self._meanings) > REMEMBERED:
                self._meanings.clear()
            known = self.written(word)
            found = self._meanings[word] = NO_MEANING if known is None else Meaning(read_roles(known))
        return found

    def phrases_after(self, first: str) -> dict[str, list[list[str]]] | None:
        """By second word: what follows two words in the phrases that start with them, the longest first."""
        found = self._phrases.get(first)
        if found is None:
            known = self._by_initial.get(first[: self._initial], b"")
            opening = f"\n{first} ".encode("utf-8", "surrogatepass")
            start = known.find(opening)
            if start < 0 or " " in first or "\t" in first:
                return None
            phrases = []
            while start >= 0:
                start += len(opening)
                phrases.append(known[start : known.index(b"\t", start)].decode().split(" "))
                start = known.find(opening, start)
            found = self._phrases[first] = {}
            for following, *others in sorted(phrases, key=len, reverse=True):
                found.setdefault(following, []).append(others)
        return found

    def bits_of(self, word: str) -> int:
        """The bits of the lists that a word is in, whole or by its ending or beginning."""
        known = self._bits.get(word)
        if known is not None:
            return known
        found = 0
        for bit, words in self._lists:
            if word in words:
                found |= bit
        for bit, endings in self._endings:
            if word.endswith(endings):
                found |= bit
        if word[:1].isalpha() and word.startswith(self.events["service"]):
            found |= SERVICE
        if len(self._bits) > REMEMBERED:
            self._bits.clear()
        self._bits[word] = found
        return found


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
    paths = [join(dirname(__file__), "packing.py"), *[join(folder, f"{code}.toml") for code in codes]]
    stamps = [_stamp(path) for path in paths]
    kept = join(folder, "compiled", f"{name}.marshal")
    known: Any = None
    seen: Any = None
    compiled: dict[str, Any] = {}
    try:
        known, seen, compiled = marshal.loads(_bytes(kept))
    except (OSError, ValueError, EOFError, TypeError):
        known = None
    if known is not None and seen == stamps:
        return compiled
    sources = [_bytes(path) for path in paths]
    from binascii import crc32  # here, because a compiled pack does without it

    digest = 0
    for source in sources:
        digest = crc32(source, digest)
    if known != digest:
        from smartlint.language import packing

        texts = [source.decode("utf-8") for source in sources[1:]]
        compiled = packing.compile_people(texts) if len(texts) > 1 else packing.compile_pack(texts[0])
    _keep(kept, marshal.dumps((digest, stamps, compiled), FORMAT))
    return compiled


def _stamp(path: str) -> tuple[int, int]:
    """The size of a file and when it was written: where both are as they were, nobody need read it again."""
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns


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
