"""What a sentence of running text says of goals: that something is wanted, and who answers for it."""

from __future__ import annotations

import re

from smartlint.readers.words import document_words, worded

#: A sentence that says who answers has no more words.
_ANSWERING = 8


def answering(text: str) -> str:
    """Who answers for the goals below, as a short sentence says: ``The vicar is responsible.``, or ""."""
    if len(text.split()) > _ANSWERING:
        return ""
    found = (re.search(rf"^(.+?) {re.escape(phrase)}\b", text) for phrase in document_words().answering)
    return next((match[1] for match in found if match is not None), "")


def aims(text: str) -> bool:
    """``Our goal for June is …``."""
    phrase = worded(text)
    return any(f" {one} " in phrase for one in document_words().aims)


def intends(text: str) -> bool:
    """A sentence in which somebody wants something: ``By June we want to have …``, and not what they do not want."""
    known = document_words()
    phrase = known.indirect.sub(" ", worded(text))
    wanted = any(f" {one} " in phrase for one in known.intentions)
    return wanted and not any(f" {one} " in phrase for one in known.unwanted)
