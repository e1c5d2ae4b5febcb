"""What stands where a goal is still to be written: ``XXX``, ``TBD``, ``[goal here]``, ``fill in``."""

from __future__ import annotations

import re

from smartlint.language.prose import placeholder
from smartlint.parser.names import order
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import phrase_of
from smartlint.reading import Text
from smartlint.source import Span

_SIGNS = re.compile(r"(?:[A-ZÆØÅÄÖ]{1,3}\d[\d.]*[:.)]?)?[\W_]*(?:[xX]{2,}|[zZ]{2,}|N/?A|TBA|TODO)?[\W_]*$|\{[^}]*\}$")
#: What is no sentence of a goal: ``TBC once the figures are in``, ``yellow = needs help``, ``Page 8 of 22``.
_TOLD = re.compile(r"TB[ACD] |[^\W\d_]+ = |(?:[Ss]id[ae]|[Pp]age) \d+ (?:of|av|af) \d+$")


def is_template(text: str, language: str) -> bool:
    """Nothing is said yet: ``XXX``, ``TBD``, ``[goal here]``, ``lime???``."""
    if text.endswith("??"):
        return True
    if _TOLD.match(text) is not None:
        return True
    if text[:1] == "=" or (text[:1] == "(" and text[-1:] == ")"):  # ``✅ = done`` explains a sign
        return True
    known = document_words()
    return _SIGNS.match(text) is not None or phrase_of(text) in known.gaps | known.nothings or is_open(text, language)


def is_open(text: str, language: str) -> bool:
    """A word that says that the goal is still to be found: ``TBD``."""
    return placeholder(Text(text, Span(0, len(text))), order(language)) is not None
