"""Text becomes a document: goals in trees, what could not be read, and suppressions. It never raises on any text."""

from __future__ import annotations

from datetime import date, datetime

from smartlint.goal import Document
from smartlint.parser.blocks import cut
from smartlint.parser.lines import spoken
from smartlint.parser.parts import Parts
from smartlint.source import Source

__all__ = ["parse"]


def parse(text: str, path: str = "", *, language: str = "", today: date | None = None, fiscal_year_starts: int = 1) -> Document:
    """The document that a text is.

    ``language`` is that of the text, found out where it is empty; a ``language:`` in the text wins over it. Open dates
    are resolved from ``today`` (the machine's day where it is not given). ``fiscal_year_starts`` is the number of the
    month in which the fiscal year starts where the text does not say.
    """
    voted = spoken(text, language)
    parts = Parts(voted, today or datetime.now().astimezone().date(), fiscal_year_starts)
    return parts.read(Source(text, path), cut(text, voted.languages[0]))
