"""How the tests of the language read a field or a sentence."""

from __future__ import annotations

from datetime import date

from smartlint.language.calendar import Anchor
from smartlint.language.prose import read, whole_quantity, whole_time
from smartlint.reading import Quantity, Reading, Text, TimeRef
from smartlint.source import Span

TODAY = date(2026, 1, 15)
LANGUAGES = ("en", "nb", "nn", "sv", "da")


def text(value: str, start: int = 0) -> Text:
    return Text(value, Span(start, start + len(value)))


def sentence(language: str, value: str, anchor: Anchor | None = None, start: int = 0) -> Reading:
    return read(text(value, start), language, anchor or Anchor(TODAY))


def time_field(language: str, value: str, anchor: Anchor | None = None) -> TimeRef | None:
    return whole_time(text(value), (language,), anchor or Anchor(TODAY))


def quantity_field(language: str, value: str) -> Quantity | None:
    return whole_quantity(text(value), (language,))


def times_of(language: str, value: str, anchor: Anchor | None = None) -> list[tuple[str, str, str, str]]:
    """Of every time in a sentence: its text, role, first day and last day (or ISO duration)."""
    found = sentence(language, value, anchor).times
    return [(time.text, time.role, str(time.start or ""), str(time.end or time.iso)) for time in found]


def spans(reading: Reading) -> list[tuple[Span, str]]:
    """The span and text of everything that was found."""
    return [
        *((time.span, time.text) for time in reading.times),
        *((quantity.span, quantity.text) for quantity in reading.quantities),
        *((hit.span, hit.text) for hit in reading.hits),
    ]


def quantities_of(language: str, value: str) -> list[tuple[str, float, str, str]]:
    """Of every quantity in a sentence: its text, value, unit and role."""
    return [(one.text, one.high, one.unit, one.role) for one in sentence(language, value).quantities]
