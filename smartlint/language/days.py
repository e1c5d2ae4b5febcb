"""How a language writes days and months."""

from __future__ import annotations

from datetime import date

from smartlint.language.pack import load
from smartlint.record import Final

_WITH_A_POINT: Final = frozenset(("nb", "nn", "da"))


def day(one: date, language: str) -> str:
    """A day with the name of its month: ``31. mars 2026``."""
    return f"{one.day}{'.' if language in _WITH_A_POINT else ''} {month(one.month, language)} {one.year}"


def month(number: int, language: str) -> str:
    """The name of a month, as it stands in a sentence."""
    name: str = load(language).data["time"]["months"][str(number)][0]
    return name.capitalize() if language == "en" else name
