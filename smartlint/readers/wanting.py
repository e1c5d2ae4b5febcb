"""What a sentence of running text says of goals: that something is wanted, and who answers for it."""

from __future__ import annotations

import re
from itertools import chain

from smartlint.readers.word_lists import document_words
from smartlint.readers.words import worded

#: A sentence that says who answers has no more words.
_ANSWERING = 8


def answering(text: str) -> str:
    """Who answers for the goals below, as a short sentence says: ``The vicar is responsible.``, or ""."""
    if len(text.split()) > _ANSWERING:
        return ""
    known, said = document_words(), text.rstrip(" \t\n.!")
    behind = (re.search(rf"^(.+?) {re.escape(phrase)}\b", said) for phrase in known.answering)
    around = (re.search(rf"^{re.escape(phrase).replace('…', '(.+?)')}$", said, re.IGNORECASE) for phrase in known.taking)
    return next((match[1] for match in chain(behind, around) if match is not None), "")


def aims(text: str) -> bool:
    """``Our goal for June is …``."""
    phrase = worded(text)
    return any(f" {one} " in phrase for one in document_words().aims)


def goes_on(text: str) -> bool:
    """``We also want …``."""
    return any(f" {one} " in worded(text) for one in document_words().also)


def intends(text: str) -> bool:
    """A sentence in which somebody wants something: ``By June we want to have …``, and not what they do not want."""
    known = document_words()
    phrase = known.indirect.sub(" ", worded(text))
    wanted = any(f" {one} " in phrase for one in known.intentions)
    return wanted and not any(f" {one} " in phrase for one in known.unwanted)
