"""How a language pack's TOML file becomes tables by word: done when a wheel is built, and when the file has changed."""

from __future__ import annotations

import marshal
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from smartlint.language.pack import FORMAT
from smartlint.language.roles import DIRECTIONS, FORMS, LEXICON, MARK, written

#: By how many letters of their first word words and phrases are kept together.
_INITIAL = 3
#: Lists of the quantities that are looked up as sets.
_NOT_ROLES = frozenset({"stop", "labels", "indexes", "adjectives", "aged"})
_NAMED = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "nok": "NOK", "sek": "SEK", "dkk": "DKK"}


#: What is still asked of the source by its place in it; all else is in the tables.
_KEPT = {
    **dict.fromkeys(("language", "goals", "levels", "fields", "nouns", "status", "priority", "detect"), ()),
    "numbers": ("words", "multipliers", "article", "join"),
    "quantities": ("stop", "labels", "indexes", "adjectives"),
    "time": ("months",),
    "words": ("means", "syntax", "clues", "coordination", "owners", "placeholders"),
}


def compile_pack(text: str) -> dict[str, Any]:
    """The tables of a pack's TOML text: words with their roles, phrases, abbreviations, and ``data`` as it stands."""
    source = tomllib.loads(text)
    roles: dict[str, dict[str, Any]] = {}
    for role, value, words in _entries(source):
        for word in words:
            roles.setdefault(word.lower(), {}).setdefault(role, value)
    events = {
        kind: tuple(form for entry in entries for form in _forms(entry)) for kind, entries in source["time"]["events"].items()
    }
    return {
        "data": {
            name: marshal.dumps({key: value for key, value in source[name].items() if not keys or key in keys}, FORMAT)
            for name, keys in _KEPT.items()
        },
        "events": events,
        "lists": {
            "word.stop": source["quantities"]["stop"],
            "word.label": source["quantities"]["labels"],
            "word.index": source["quantities"]["indexes"],
            "word.adjective": source["quantities"]["adjectives"],
            "word.aged": source["quantities"]["aged"],
            "word.joiner": source["numbers"]["join"],
            "word.adverb": source["words"]["means"]["adverbs"],
            **{f"event.{kind}": forms for kind, forms in events.items()},
        },
        "words": _by_initial(roles),
        "initial": _INITIAL,
        "abbreviations": [word.removesuffix(".") for phrase in roles for word in phrase.split()[-1:] if word.endswith(".")],
    }


def compile_people(texts: Iterable[str]) -> dict[str, Any]:
    """The words of all packs for people: roles and their endings, groups and theirs, first names."""
    owners = [tomllib.loads(text)["words"]["owners"] for text in texts]

    def every(table: str) -> list[str]:
        return sorted({word.lower() for one in owners for word in one[table]})

    roles = every("roles")
    return {
        "roles": frozenset(roles),
        "role_endings": tuple(word for word in roles if len(word) > 3),
        "groups": frozenset(every("groups")),
        "group_endings": tuple(every("group_endings")),
        "names": frozenset(every("names")),
    }


def _by_initial(roles: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
    """By their first letters: the words and phrases, each on a line of its own with its roles as written.

    A text needs few of them: as bytes they are read fastest, and looked through faster than a table of them is made.
    """
    found: dict[str, list[str]] = {}
    for word, meaning in roles.items():
        found.setdefault(word[:_INITIAL].partition(" ")[0], []).append(f"\n{word}\t{written(meaning)}")
    return {first: "".join([*lines, "\n"]).encode() for first, lines in found.items()}


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
        yield "money", f"{_currency_of(word, local)} {value}", (word,)
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
    for role, table in (("t.month", "months"), ("t.of_month", "month_genitives"), ("t.weekday", "weekdays")):
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
    for name in ("new", "become", "continuous", "finished", "upkeep"):
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
