"""Which text of a data file can be the sentence of a goal: people call settings, labels and commands goals as well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smartlint.language.prose import placeholder, read
from smartlint.language.times import Anchor
from smartlint.parser.names import order
from smartlint.readers.nodes import Scalar
from smartlint.readers.words import kind_in
from smartlint.reading import Text

_LONGEST = 60
#: A text with a goal word in so few words names goals and is none: ``Your goals``, ``Add a goal``.
_NAMING = 4
_TOPIC = 3
_TEMPLATE = re.compile(r"[\W_]*(?:[xX]{2,}|[zZ]{2,}|N/?A|TBA|TODO)?[\W_]*$|\{[^}]*\}$|<[^>]*>$")
#: Holes for programs, flags of commands, names in programs, places of files.
_HOLES = re.compile(r"\{\{|\$\{|\$\(|%\(|\{\w+\}|(?:^|\s)--?[a-zA-Z]")
_CODE = re.compile(r"\w+(?:[_:/\\=]|::|\.(?=\w))\w\S*$|\S*[(){}<>;|]\S*$|https?://\S+$|[a-z]+[A-Z]\w*$")


class Sentences:
    """Judges texts; ``language`` is that of the file."""

    def __init__(self, language: str, anchor: Anchor) -> None:
        self._language = language
        self._anchor = anchor

    def is_goal(self, scalar: Scalar, support: int = 0) -> bool:
        """Whether a text can be a goal's sentence; ``support`` is how many fields of goals stand beside it."""
        text = scalar.text.strip()
        words = text.split()
        if scalar.null or not any(char.isalpha() for char in text) or len(words) > _LONGEST:
            return False
        if _TEMPLATE.match(text) or _HOLES.search(text) or self._is_code(words) or self._is_naming(text, words):
            return False
        if placeholder(Text(text, scalar.content), order(self._language)) is not None:
            return False
        if len(words) < _TOPIC:
            return support > (2 - len(words)) or (len(words) == 2 and not self.is_topic(scalar))
        return True

    def are_goals(self, scalars: Sequence[Scalar], *, clearly: bool = False) -> bool:
        """Whether a list of texts is one of goals: most of them can be, or ``clearly`` are."""
        good = sum((self.is_clearly_goal if clearly else self.is_goal)(scalar) for scalar in scalars)
        return good > 0 and 2 * good >= len(scalars)

    def is_clearly_goal(self, scalar: Scalar) -> bool:
        """A sentence that says what is to be reached, and does not speak of goals."""
        text = scalar.text.strip()
        reading = read(Text(text, scalar.content), self._language, self._anchor)
        return reading.form not in ("", "topic") and len(text.split()) >= _TOPIC and not self.speaks_of_goals(scalar)

    def is_topic(self, scalar: Scalar) -> bool:
        """``Reliability``: what a goal is about, rather than a goal."""
        text = scalar.text.strip()
        if len(text.split()) > _TOPIC:
            return False
        reading = read(Text(text, scalar.content), self._language, self._anchor)
        return reading.form in ("", "topic") and not reading.quantities

    def speaks_of_goals(self, scalar: Scalar) -> bool:
        return kind_in(scalar.text, self._language) is not None

    def _is_naming(self, text: str, words: Sequence[str]) -> bool:
        kind = kind_in(text, self._language)
        return kind is not None and (kind.bare or (len(words) <= _NAMING and not any(char.isdigit() for char in text)))

    @staticmethod
    def _is_code(words: Sequence[str]) -> bool:
        return 2 * sum(_CODE.match(word) is not None for word in words) >= len(words)
