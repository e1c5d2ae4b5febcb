"""What is wrong with a configuration, with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from smartlint.record import dataclass, field
from smartlint.source import Source, Span
from smartlint.translation import fill, translate


@dataclass(frozen=True)
class Mistake:
    """An English message with its parameters, the place, and the words that may have been meant."""

    source: Source
    span: Span
    message: str
    params: Mapping[str, Any] = field(default_factory=dict)
    near: tuple[str, ...] = ()

    def text(self, language: str) -> str:
        """The message in a language, with the nearest right word."""
        said = fill(translate(self.message, language), self.params, language)
        if not self.near:
            return said
        words = translate(" or ", language).join(f"`{word}`" for word in self.near)
        return said + fill(translate(". Did you mean {words}?", language), {"words": words}, language)

    @property
    def order(self) -> tuple[str, Span]:
        return self.source.path, self.span


class Mistakes(Exception):
    """All that is wrong with the configurations of a run."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        unique = {(*mistake.order, mistake.text("en")): mistake for mistake in mistakes}
        self.mistakes = tuple(sorted(unique.values(), key=lambda mistake: mistake.order))
        super().__init__("\n".join(mistake.text("en") for mistake in self.mistakes))
