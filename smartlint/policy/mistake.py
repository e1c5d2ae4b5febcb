"""What is wrong with an expression, at its place; and what goes wrong while one is evaluated."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from smartlint.source import Span
from smartlint.translation import Term, fill, translate


class Mistake(ValueError):
    """An expression that cannot be used: an English text with ``{parameters}``, the place, and words that may be meant.

    ``beside`` are the others in the same text.
    """

    def __init__(self, text: str, span: Span, near: Iterable[str] = (), /, **params: Any) -> None:
        self.text = text
        self.span = span
        self.near = tuple(near)
        self.params = params
        self.beside: tuple[Mistake, ...] = ()
        super().__init__(self.message("en"))

    @classmethod
    def together(cls, wrong: Iterable[Mistake]) -> Mistake:
        """Several as one."""
        first, *others = [one for each in wrong for one in each.each()]
        first.beside = tuple(others)
        return first

    def each(self) -> tuple[Mistake, ...]:
        """It and those beside it."""
        return self, *self.beside

    def message(self, language: str) -> str:
        """What is wrong, in a language."""
        said = fill(translate(self.text, language), self.params, language)
        if not self.near:
            return said
        words = translate(" or ", language).join(f"`{word}`" for word in self.near)
        return said + fill(translate(". Did you mean {words}?", language), {"words": words}, language)


class Failure(Exception):
    """An expression has no value: division by zero, a key that a map lacks. ``span`` is the part that failed."""

    def __init__(self, text: str, span: Span | None = None, /, **params: Any) -> None:
        super().__init__(text)
        self.text = text
        self.span = span
        self.params = params

    def __str__(self) -> str:
        return self.message("en")

    def message(self, language: str) -> str:
        """What went wrong, in a language."""
        return self.term.spoken(language)

    @property
    def term(self) -> Term:
        """What went wrong, as a part of a message."""
        return Term(self.text, **self.params)


class Exceeded(Failure):
    """An expression takes more steps, or makes a larger value, than any may. No ``||`` makes up for that."""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The words that look most like one, best first; case does not matter."""
    by_case = {name.lower(): name for name in sorted(known)}
    return [by_case[name] for name in get_close_matches(word.lower(), by_case, 2, 0.6)]
