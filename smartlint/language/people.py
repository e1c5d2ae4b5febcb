"""Owners: people by name, e-mail or handle, roles, and groups that nobody in particular belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from smartlint.language.pack import Pack, people
from smartlint.language.roles import bits
from smartlint.pattern import Pattern
from smartlint.reading import Person
from smartlint.record import Final
from smartlint.source import Span

_UNIT: Final = bits("unit")
#: English words for many people of a body, which is named before them.
MEMBERS: Final = ("members", "collaborators", "contributors", "maintainers")
EMAIL = Pattern(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
#: What makes a genitive of a name.
_POSSESSIVE: Final = ("'", "’", "'s", "’s")
_HANDLE = Pattern(r"@[\w.-]{1,64}")
_NAME_PART = r"(?:d['’])?[^\W\d_a-zæøåäöéü][\w'’.-]*"
_NAME = Pattern(rf"{_NAME_PART}(?:[ \u00a0](?:av|von|van|de|der|{_NAME_PART})){{0,4}}")
_SPLIT = Pattern(r"[,;/&+]|(?<=\s)(?:and|og|och|samt)(?=\s)", re.IGNORECASE)
#: What joins the halves of one role: ``Salgs- og markedssjef`` stays whole.
_HALF = Pattern(r"-\s{1,4}(?:and|og|och)\s", re.IGNORECASE)


def read_people(text: str, offset: int = 0) -> tuple[Person, ...]:
    """The people that a field names. Several parts are several people only where each is one by its look.

    ``Kari Nordmann``, ``@kari``, ``kari@example.com``, ``Kari Nordmann <kari@example.com>``, ``Head of Sales``;
    ``Salgs- og markedssjef`` and ``Research & Development`` are one; ``Kari og Per`` are two by their first names.
    """
    if not text.strip():
        return ()
    parts = _parts(text) if not _HALF.search(text) else []
    persons = [_of_several(_person(part, start, offset)) for part, start in parts]
    if len(persons) > 1 and all(person.kind == "person" for person in persons):
        return tuple(persons)
    start = len(text) - len(text.lstrip())
    return (_person(text.strip(), start, offset),)


def split_people(text: str, offset: int = 0) -> tuple[Person, ...]:
    """A list of contributors, parted by commas: each part is one of them."""
    found = []
    start = 0
    for piece in text.split(","):
        stripped = piece.strip()
        if stripped:
            found.append(_person(stripped, start + len(piece) - len(piece.lstrip()), offset))
        start += len(piece) + 1
    return tuple(found)


def _parts(text: str) -> list[tuple[str, int]]:
    found, last = [], 0
    for mark in _SPLIT.finditer(text):
        found.append((text[last : mark.start()], last))
        last = mark.end()
    found.append((text[last:], last))
    return [(part.strip(), start + len(part) - len(part.lstrip())) for part, start in found if part.strip()]


def _person(text: str, start: int, offset: int) -> Person:
    email, handle = EMAIL.search(text), _HANDLE.fullmatch(text)
    return Person(
        Span(offset + start, offset + start + len(text)),
        text,
        "person" if email or handle else _kind(text),
        email[0] if email else "",
        handle[0] if handle else "",
    )


def _of_several(person: Person) -> Person:
    """One of several: beside others a first name alone is a person as well."""
    named = person.kind == "name" and person.text[:1].isupper() and is_first_name(person.text)
    return person._replace(kind="person") if named else person


@lru_cache(4096)
def _kind(text: str) -> str:
    """``person``, ``role``, ``group``, or ``name`` for a single word that is none of them."""
    known = people()
    low = " ".join(text.lower().split())
    if low in known["groups"]:
        return "group"
    words = re.findall(r"[\w-]+", low)
    if any(word in known["roles"] or word.endswith(known["role_endings"]) for word in words):
        return "role"
    if words and words[-1].endswith(known["group_endings"]):
        return "group"
    if _NAME.fullmatch(text.strip()) and len(words) > 1:
        return "person"
    return "role" if len(words) > 1 else "name"


def is_first_name(text: str) -> bool:
    """Whether a word is a common first name, or two of them with a hyphen."""
    return bool(text) and all(part in people()["names"] for part in text.lower().split("-"))


def is_owner(text: str, pack: Pack) -> bool:
    """Whether a piece of a sentence names who could own it: a unit of an organisation, a role, a team, a full name."""
    words = text.lower().split()
    if not words:
        return False
    last = words[-1]
    if pack.meaning(last).mask & _UNIT or (len(words) > 1 and pack.meaning(" ".join(words)).mask & _UNIT):
        return True
    if _is_role(last):
        return len(words) - words.count("&") < 4
    return len(words) > 1 and all(word[:1].isupper() for word in text.split()) and bool(_NAME.fullmatch(text))


#: Definite plurals of those who do something, and the end of the singular.
_PLURALS: Final = (
    ("arane", "ar"), ("ane", ""), ("erne", "er"), ("erne", ""), ("ene", ""),
    ("arna", "are"), ("arna", ""), ("erna", ""), ("orna", "a"), ("na", ""),
)  # fmt: skip


@lru_cache(4096)
def _is_role(word: str) -> bool:
    """A word in lower case that a role or group ends in."""
    known = people()
    endings = known["role_endings"]
    forms = (word, _indefinite(word), *_one_of(word))
    role = len(word) < 25 and any(form.endswith(endings) for form in forms)
    return role or word in known["roles"] or word.endswith(known["group_endings"])


def _one_of(word: str) -> Iterator[str]:
    """One of those whom a definite plural of the Nordic languages names: ``lærerne``, ``pedagogerna``, ``kontaktlærarane``."""
    for ending, singular in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            yield word[: -len(ending)] + singular


def _indefinite(word: str) -> str:
    """A role without its definite ending in the Nordic languages: ``kassereren``, ``rådmannen``."""
    length = 2 if word.endswith(("en", "et")) else 1 if word.endswith(("n", "a")) else 0
    stem = word[: len(word) - length]
    return stem if len(stem) >= 4 and stem[-4:].isalpha() else word


def is_genitive(name: str) -> bool:
    """``Anna's``, ``Annas'``."""
    return name.endswith(_POSSESSIVE)


def without_genitive(name: str) -> str:
    """``Anna's``, ``Annas'``: the name."""
    if not is_genitive(name):
        return name
    return name[:-2] if name[-1] == "s" else name[:-1]
