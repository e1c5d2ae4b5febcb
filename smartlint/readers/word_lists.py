"""The words of documents as ``documents.toml`` has them: what headings, lead-ins, columns and signs say, in all languages."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from smartlint.record import dataclass


@dataclass(frozen=True)
class Words:
    """The lists of ``documents.toml``, those of all languages together."""

    asides: frozenset[str]
    sections: frozenset[str]
    gaps: frozenset[str]
    summaries: frozenset[str]
    past: tuple[str, ...]
    legends: frozenset[str]
    explanations: tuple[str, ...]
    answering: tuple[str, ...]
    taking: tuple[str, ...]
    titles: tuple[str, ...]
    offices: tuple[str, ...]
    speaking: frozenset[str]
    homonyms: frozenset[str]
    vacant: tuple[str, ...]
    todos: tuple[str, ...]
    records: frozenset[str]
    meetings: tuple[str, ...]
    illustrations: re.Pattern[str]
    indirect: re.Pattern[str]
    plans: tuple[str, ...]
    introducing: frozenset[str]
    projects: frozenset[str]
    negations: frozenset[str]
    limits: frozenset[str]
    openings: tuple[str, ...]
    proposals: tuple[str, ...]
    wholes: tuple[str, ...]
    ways: tuple[str, ...]
    personal: frozenset[str]
    selves: frozenset[str]
    one_person: frozenset[str]
    authors: frozenset[str]
    own: frozenset[str]
    ongoing: frozenset[str]
    talks: tuple[str, ...]
    reaching: tuple[str, ...]
    told: frozenset[str]
    results: frozenset[str]
    possessives: frozenset[str]
    ranks: frozenset[str]
    deliverables: frozenset[str]
    targets: frozenset[str]
    areas: frozenset[str]
    area: frozenset[str]
    aspects: frozenset[str]
    ranking: frozenset[str]
    modals: frozenset[str]
    wishes: frozenset[str]
    aims: tuple[str, ...]
    intentions: tuple[str, ...]
    also: tuple[str, ...]
    unwanted: tuple[str, ...]
    others: frozenset[str]
    statements: frozenset[str]
    fields: dict[str, str]
    departments: frozenset[str]
    everybody: frozenset[str]
    greetings: frozenset[str]
    remarks: frozenset[str]
    signs: dict[str, str]
    points: tuple[str, ...]
    memo: frozenset[str]
    nothings: frozenset[str]
    first_names: frozenset[str]
    achievements: tuple[str, ...]
    units: frozenset[str]
    totals: frozenset[str]
    shares: frozenset[str]
    places_and_tags: frozenset[str]
    leads: frozenset[str]
    sponsors: frozenset[str]
    logs: frozenset[str]
    lists: tuple[str, ...]
    queues: frozenset[str]
    schedules: tuple[str, ...]
    validity: frozenset[str]
    spans: tuple[str, ...]
    habits: tuple[str, ...]
    places: frozenset[str]
    presenting: re.Pattern[str]
    excerpts: frozenset[str]
    reports: tuple[str, ...]
    questions: frozenset[str]
    pointers: frozenset[str]
    manners: frozenset[str]
    particles: frozenset[str]
    persons: frozenset[str]
    addressed: frozenset[str]
    copulas: frozenset[str]
    knowing: tuple[str, ...]
    conditions: frozenset[str]
    following: frozenset[str]
    figures: frozenset[str]
    reporting: tuple[str, ...]
    resolves: tuple[str, ...]
    onlys: frozenset[str]
    watching: tuple[str, ...]
    watched: frozenset[str]
    keys: dict[str, tuple[str, ...]]


@lru_cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("smartlint_grammar") / "documents.toml").read_text("utf-8"))


def listed(name: str) -> tuple[str, ...]:
    """The words of a list, those of all languages together."""
    return tuple(dict.fromkeys(word for words in _data()[name].values() for word in words))


def any_of(name: str) -> str:
    """A pattern for any word of a list."""
    return "|".join(map(re.escape, listed(name)))


@lru_cache
def document_words() -> Words:
    data = _data()
    fields = {word: name for name, tables in data["fields"].items() for words in tables.values() for word in words}
    keys = {name: tuple(dict.fromkeys(word for words in one.values() for word in words)) for name, one in data["keys"].items()}
    made: dict[str, Any] = {
        name: frozenset(listed(name)) if kind == "frozenset[str]" else listed(name)
        for name, kind in Words.__annotations__.items()
        if kind in ("frozenset[str]", "tuple[str, ...]")
    }
    made |= {
        "illustrations": re.compile(rf"(?<![\w.])(?:{any_of('illustrations')})(?![\w-]|\.\w)"),
        "indirect": re.compile(rf" (?:{any_of('indirect')}) (?:\w+ ){{0,2}}?(?:{any_of('intentions')})(?= )"),
        "presenting": re.compile(
            rf"(?<!\w)(?P<opening>{any_of('presenting')})(?!\w)[^\n]*?(?=[.!][ \t]+(?-i:[A-ZÆØÅÄÖ])|[;,][ \t]|[.!:]?[ \t]*$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        "proposals": tuple(f" {one} " for one in listed("proposals")),
        "wholes": tuple(f" {one}" for one in listed("wholes")),
        "titles": tuple(f"{one} " for one in listed("titles")),
        "ways": tuple(f" {one}" for one in listed("ways")),
        "intentions": (*listed("intentions"), *listed("aims")),
        "fields": fields,
        "signs": {sign: status for status, signs in data["signs"].items() for sign in signs},
        "first_names": frozenset(" ".join(data["first_names"].values()).split()),
        "keys": keys,
    }
    return Words(**made)
