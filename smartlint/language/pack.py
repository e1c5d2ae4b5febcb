"""A language pack: what its TOML file says, turned into tables by word.

A pack takes long to read, so its tables are kept compiled beside it (``languages/compiled/``): made when the wheel is
built, and again whenever the file or this module has changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartlint.language.roles import (
    ADJECTIVE,
    ADVERB,
    COMPOUNDED,
    DIRECTIONS,
    FORMS,
    INDEX,
    JOINER,
    LABEL,
    LEXICON,
    MARK,
    NO_ROLES,
    SERVICE,
    STOP,
    Roles,
    bits,
)

if TYPE_CHECKING:
    from smartlint.language.tokens import Word

CODES = ("en", "nb", "nn", "sv", "da")

#: Lists of the quantities that are looked up as sets.
_NOT_ROLES = frozenset({"stop", "labels", "indexes", "adjectives"})
_NAMED = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "nok": "NOK", "sek": "SEK", "dkk": "DKK"}


@dataclass(frozen=True)
class Pack:
    """The words of one language. ``data`` is the TOML file as it stands, ``roles`` what each word can mean in prose."""

    code: str
    data: Mapping[str, Any]
    roles: Mapping[str, Mapping[str, Any]]

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
    def stops(self) -> frozenset[str]:
        """Words that cannot be what a number counts."""
        return frozenset(self.data["quantities"]["stop"])

    @cached_property
    def joiners(self) -> frozenset[str]:
        return frozenset(self.data["numbers"]["join"])

    @cached_property
    def labels(self) -> frozenset[str]:
        """Words that number things rather than count them: ``phase 2``, ``ISO 9001``."""
        return frozenset(self.data["quantities"]["labels"])

    @cached_property
    def indexes(self) -> frozenset[str]:
        """Names of measures whose number is a value: ``NPS 60``."""
        return frozenset(self.data["quantities"]["indexes"])

    @cached_property
    def adjectives(self) -> frozenset[str]:
        """Adjectives that often stand between a number and its noun."""
        return frozenset(self.data["quantities"]["adjectives"])

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
    def adverbs(self) -> frozenset[str]:
        """Adverbs that may stand between "by" and its verb."""
        return frozenset(self.data["words"]["means"]["adverbs"])

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

    @cached_property
    def events(self) -> dict[str, tuple[str, ...]]:
        """By kind: nouns and verbs of what happens at a time that no calendar knows."""
        table = self.data["time"]["events"]
        return {kind: tuple(form for forms in names for form in _forms(forms)) for kind, names in table.items()}

    @cached_property
    def pieces(self) -> dict[str, Pieces]:
        """The tokens of what was met between blanks, with their places in it; the tokenizer keeps it small."""
        return {}

    @cached_property
    def memo(self) -> dict[str, Word]:
        """What is known of the words met so far, as they were written; the tokenizer keeps it small."""
        return {}

    def meaning(self, word: str) -> Roles:
        """What a word or phrase in lower case can mean."""
        found = self._meanings.get(word)
        if found is None:
            known = self.roles.get(word)
            found = self._meanings[word] = NO_ROLES if known is None else Roles(known)
        return found

    @cached_property
    def _meanings(self) -> dict[str, Roles]:
        return {}

    def bits_of(self, word: str) -> int:
        """The bits of the lists that a word is in, whole or by its ending or beginning."""
        found = self._lists.get(word, 0)
        for bit, endings in self._endings:
            if word.endswith(endings):
                found |= bit
        return found | SERVICE if word[:1].isalpha() and word.startswith(self.events["service"]) else found

    @cached_property
    def _lists(self) -> dict[str, int]:
        """By word: the bits of the lists that it is in whole."""
        found: dict[str, int] = {}
        lists = [
            (STOP, self.data["quantities"]["stop"]),
            (LABEL, self.data["quantities"]["labels"]),
            (INDEX, self.data["quantities"]["indexes"]),
            (ADJECTIVE, self.data["quantities"]["adjectives"]),
            (JOINER, self.data["numbers"]["join"]),
            (ADVERB, self.data["words"]["means"]["adverbs"]),
            *((bits(f"event.{kind}"), words) for kind, words in self.events.items()),
        ]
        for bit, words in lists:
            for word in words:
                found[word] = found.get(word, 0) | bit
        return found

    @cached_property
    def _endings(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Bits of words by their endings: events that are written together with what stands before them."""
        return () if self.code == "en" else tuple((bits(f"event.{kind}"), self.events[kind]) for kind in COMPOUNDED)

    @cached_property
    def phrases(self) -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
        """By first and second word: what follows them in the phrases that start so, the longest first."""
        found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for phrase in self.roles:
            words = phrase.split()
            if len(words) > 1:
                found.setdefault(words[0], {}).setdefault(words[1], []).append(tuple(words[2:]))
        return {
            first: {second: tuple(sorted(rest, key=len, reverse=True)) for second, rest in seconds.items()}
            for first, seconds in found.items()
        }

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words that end in a dot, without it."""
        return frozenset(word.removesuffix(".") for phrase in self.roles for word in phrase.split()[-1:] if word.endswith("."))


#: What stands between two blanks: words with start and end, and whether they may go on after the blank.
Pieces = tuple[tuple["Word", int, int, bool], ...]
Entries = Iterator[tuple[str, Any, Iterable[str]]]


def _entries(data: Mapping[str, Any]) -> Entries:
    """Every role with its value and its words."""
    yield from _number_entries(data["numbers"])
    yield from _quantity_entries(data["quantities"], data["language"]["currency"])
    yield from _time_entries(data["time"])
    yield from _lexicon_entries(data["words"])
    for name, table in data["lists"].items():
        for entry in table["forms"]:
            for lemma, forms in _paradigms(entry):
                yield f"{MARK}{name}", lemma, forms
    yield "owner_word", True, data["fields"]["owner"]


def _number_entries(numbers: Mapping[str, Any]) -> Entries:
    yield "article", 1.0, numbers["article"]
    for role, table in (
        ("number", "words"),
        ("multiplier", "multipliers"),
        ("scale", "scales"),
        ("fraction", "fractions"),
        ("ordinal", "ordinals"),
    ):
        for word, value in numbers[table].items():
            yield role, float(value), (word,)
    for forms, value in numbers["multiples"].items():
        yield "multiple", float(value), _forms(forms)


def _quantity_entries(quantities: Mapping[str, Any], local: str) -> Entries:
    for role, table in quantities.items():
        if isinstance(table, list) and role not in _NOT_ROLES:
            yield f"q.{role}", True, table
    for code, names in quantities["currencies"].items():
        yield "currency", code, names
    for word, value in quantities["currency_scales"].items():
        yield "money", (_currency_of(word, local), float(value)), (word,)
    for unit, names in quantities["units"].items():
        yield "measure", unit, names


def _time_entries(time: Mapping[str, Any]) -> Entries:
    for group, mark in (("prepositions", "p"), ("edges", "e"), ("relative", "r")):
        for role, names in time[group].items():
            yield f"{mark}.{role}", True, names
    for word, value in time["times"].items():
        yield "t.times", float(value), (word,)
    for role, table in (
        ("t.unit", "units"),
        ("t.definite", "units_definite"),
        ("t.genitive", "genitives"),
        ("t.season", "seasons"),
        ("t.holiday", "holidays"),
        ("t.point", "points"),
        ("t.numbered", "abbreviations"),
    ):
        for value, names in time[table].items():
            yield role, value, names
    for role, table in (("t.month", "months"), ("t.weekday", "weekdays")):
        for value, names in time[table].items():
            yield role, int(value), names
    for word, value in time["recurrence"].items():
        yield "t.recurrence", value, (word,)
    yield "vague_time", "", time["vague"]["words"]


def _lexicon_entries(words: Mapping[str, Any]) -> Entries:
    for direction, name in DIRECTIONS:
        for entry in words["change"][direction]:
            for lemma, forms in _paradigms(entry):
                yield name, lemma, forms
    for table, name in LEXICON:
        for entry in words[table]["forms"]:
            for lemma, forms in _paradigms(entry):
                yield name, lemma, forms
    yield from _form_entries(words)
    means = words["means"]
    for name, table in (("verb", "before_verb"), ("phrase", "phrases"), ("clause", "clauses")):
        yield f"means.{name}", True, means[table]
    yield "placeholder", "", words["placeholders"]["words"]
    yield "noun_too", True, words["noun_too"]
    yield "before_verb", True, words["before_verb"]


def _form_entries(words: Mapping[str, Any]) -> Entries:
    for form in FORMS:
        for entry in words["form"][form]:
            for lemma, forms in _paradigms(entry):
                yield f"form.{form}", lemma, forms
    for name, table in (("determiner", "determiners"), ("relative", "relatives"), ("clause", "clauses")):
        yield name, True, words["syntax"][table]
    for name in ("new", "become", "continuous", "finished"):
        yield name, True, words["syntax"][name]


def _paradigms(entry: str) -> Iterator[tuple[str, list[str]]]:
    """Each dictionary form of an entry with its forms.

    Forms are separated by blanks, the dictionary form first; ``good: better`` names it where it is no form of the list,
    and ``|`` parts a verb from its noun. A blank inside a form is written as a no-break space.
    """
    for part in entry.split("|"):
        lemma, colon, rest = part.partition(":")
        forms = _forms(rest if colon else part)
        yield (lemma.strip() if colon else forms[0]), forms


def _forms(forms: str) -> list[str]:
    return [form.replace("\u00a0", " ") for form in forms.split(" ") if form]


def _currency_of(word: str, local: str) -> str:
    return next((code for name, code in _NAMED.items() if name in word.lower()), local)


@lru_cache
def load(code: str) -> Pack:
    """The pack of a language: ``en``, ``nb``, ``nn``, ``sv`` or ``da``."""
    import smartlint_grammar

    folder = Path(smartlint_grammar.__file__).parent / "languages"
    source = (folder / f"{code}.toml").read_bytes()
    kept = folder / "compiled" / f"{code}.json"
    digest = blake2b(source + Path(__file__).read_bytes(), digest_size=16).hexdigest()
    try:
        compiled = json.loads(kept.read_bytes())
    except (OSError, ValueError):
        compiled = {}
    if compiled.get("digest") != digest:
        compiled = {"digest": digest, **compile_pack(source.decode("utf-8"))}
        _keep(kept, compiled)
    return Pack(code, compiled["data"], compiled["roles"])


def compile_pack(text: str) -> dict[str, Any]:
    """The tables of a pack's TOML text: ``data`` as it stands, and ``roles`` by word or phrase in lower case."""
    import tomllib  # here, because a compiled pack does without it

    data = tomllib.loads(text)
    roles: dict[str, dict[str, Any]] = {}
    for role, value, words in _entries(data):
        for word in words:
            roles.setdefault(word.lower(), {}).setdefault(role, value)
    return {"data": data, "roles": roles}


def _keep(path: Path, compiled: Mapping[str, Any]) -> None:
    """Writes a compiled pack beside its source, whole or not at all; where nothing may be written it is done without."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(exist_ok=True)
        part.write_text(json.dumps(compiled, ensure_ascii=False, separators=(",", ":")), "utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)


def packs() -> tuple[Pack, ...]:
    return tuple(load(code) for code in CODES)
