"""Headings that are clauses: ``What we heard in May``, ``Det vi står for`` name a part of a text."""

from __future__ import annotations

import re

from smartlint.language.people import is_first_name
from smartlint.readers.whose import names_owner
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import asks_for_goals, is_denied, is_past, numbered, phrase_of, tells_how, worded
from smartlint.source import Span

_REMARK = re.compile(r"(?<![ \t])[ \t]*\([^()]*\)[ \t]*$")
_YEAR = re.compile(r"\b20\d\d\b")
_PARTED = re.compile(r"(?<![ \t])[ \t]+[–—-][ \t]+|:[ \t]+")
_PIECES = re.compile(r"(?<![ \t])[ \t]+[–—-][ \t]+|[:,][ \t]+")
_WORD = re.compile(r"[^\W\d_]+")
#: One word, or the two names of a person.
_NAME_OR_WORD = re.compile(r"[A-ZÆØÅÄÖ][^\W\d_]+ [A-ZÆØÅÄÖ][^\W\d_]+|[^\W\d_]+")
#: A clause has its pronoun or its verb among the first words behind the one that opens it.
_REACH = 3
#: The name of a part has no more words; its first one says which: ``Viktigste risikoer``.
_NAME = 3
#: A heading that asks for goals is no longer.
_LONGEST = 12


def is_clause(text: str) -> bool:
    """A heading that begins with a question word, or points to something, and goes on with who does it or what it is."""
    known = document_words()
    words = [word.partition("'")[0].partition("’")[0] for word in worded(text[numbered(text) :]).split()]
    if not words or len(words) > _LONGEST:
        return False
    if wanting(text) is not None:
        return True
    if words[0] in known.questions:
        return any(word in known.persons or word in known.copulas for word in words[1 : _REACH + 1])
    return words[0] in known.pointers and any(word in known.persons for word in words[1 : _REACH + 1])


def wanting(text: str) -> Span | None:
    """Who wants it, in a clause that says what somebody wants: ``What Kim wants to get to by March``, ``Det vil Bo nå``."""
    known, first = document_words(), _WORD.match(text)
    words = [first, *_NAME_OR_WORD.finditer(text, first.end())] if first is not None else []
    said = [word[0].lower() for word in words]
    verbs = known.modals | known.wishes
    if not words or said[0] not in known.questions | known.pointers:
        return None
    at = 2 if said[1:2] and said[1] in known.particles else 1
    turned = said[at : at + 1] and said[at] in verbs
    who, verb = (at + 1, at) if turned else (at, at + 1)
    if max(who, verb) >= len(words) or said[verb] not in verbs:
        return None
    name = words[who]
    is_known = is_first_name(name[0].partition(" ")[0]) or names_owner(name[0])
    return Span(*name.span()) if is_known else None


def wants(text: str) -> bool:
    """A clause that says what somebody wants to reach: ``What we commit to``, ``Det vil jeg nå i denne uge``."""
    if asks_for_goals(text):
        return True
    parted = _PARTED.split(text, 1)
    if len(parted) > 1:  # ``Housekeeping – what we are going for this winter``
        return wants(parted[1])
    if is_denied(text) or is_past(text) or text.rstrip().endswith((".", "!")):
        return False
    known, said = document_words(), worded(text[numbered(text) :])
    first = next(iter(said.split()), "")
    if first in known.manners or not (is_clause(text) or first in known.questions):
        return False
    is_question = text.rstrip().endswith("?")
    is_asked = is_question and _YEAR.search(text) is not None  # ``What do you want to achieve in 2027?``
    if not is_asked and not known.addressed.isdisjoint(said.split()):
        return False
    asked = known.reaching if is_question else (*known.intentions, *known.resolves)  # ``Hvad skal vi nå?``
    behind = f" {' '.join(word for word in said.split() if word not in known.persons)} "  # ``Det här siktar vi på``
    return any(f" {one} " in said or f" {one} " in behind for one in asked)


def wants_at_end(text: str) -> bool:
    """A sentence that leads to a list with such a clause: ``The team has thought about what we want to reach by June:``."""
    if is_denied(text) or is_past(text):
        return False
    known = document_words()
    clauses = (text[word.start() :].rstrip(" :") for word in _WORD.finditer(text) if word[0] in known.questions)
    return any(wants(clause) and any(f" {one} " in worded(clause) for one in known.reaching) for clause in clauses)


def is_wish(text: str) -> bool:
    """The name of a column that says who wants what stands there: ``Outcome we want``, ``Vi vil oppnå``."""
    known, words = document_words(), worded(text)
    if known.persons.isdisjoint(words.split()) or words.split()[0] in known.manners or tells_how(text):
        return False
    return any(f" {one} " in words for one in known.intentions) and not is_denied(text)


def tells_results(text: str) -> bool:
    """Goals of which a heading says how they went: ``Goals 2026 – how it went``, ``Målen för 2026, som de slutade``."""
    said = {phrase_of(piece) for piece in _PIECES.split(text)[1:]}
    return any(" " in phrase for phrase in said & document_words().results)


def is_other(text: str) -> bool:
    """A clause over something else than goals."""
    return is_clause(text) and not wants(text)


def is_section(text: str) -> bool:
    """The name of a part that goals do not stand in: ``Budget``, ``Våra värderingar``, ``Økonomi (status)``."""
    remark = _REMARK.search(text)
    if remark is not None and phrase_of(remark[0].strip(" \t()")) in document_words().told:
        return True
    phrase = phrase_of(_REMARK.sub("", text[numbered(text) :]))
    words = phrase.split() or [""]
    is_aspect = 1 < len(words) <= _NAME and words[-1] in document_words().aspects  # ``Principal risks``
    return phrase in document_words().sections or (is_aspect and words[0] in document_words().ranking)


def is_watched(text: str) -> bool:
    """What is told only, and not aimed at: ``Reported only``, ``Tall vi bare følger``, ``Numbers we keep an eye on``."""
    known, said = document_words(), worded(text)
    is_of_figures = not known.figures.isdisjoint(said.split()[:1]) and not known.persons.isdisjoint(said.split()[1:3])
    if is_of_figures and any(f" {one} " in said for one in (*known.watching, *known.reporting)):
        return True
    return not known.onlys.isdisjoint(said.split()) or any(said.endswith(f" {one} ") for one in known.watching)
