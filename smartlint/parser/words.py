"""Fields whose value is a word or a number of a fixed set: status, priority, confidence, language, fiscal year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from smartlint.language.pack import CODES, load
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.lines import LANGUAGE_NAMES
from smartlint.pattern import compile_late
from smartlint.reading import Text

_PRIORITY = compile_late(r"[pP]?([0-3])$")
_CONFIDENCE = compile_late(r"(\d{1,3}(?:[.,]\d+)?)[ \u00a0]*(%?)$")


class Invalid(ValueError):
    """A value that is not of its field's type; ``variant`` names the message."""

    def __init__(self, variant: str, **data: Any) -> None:
        super().__init__(variant)
        self.variant = variant
        self.data = data


def _status(text: Text) -> str:
    low = text.plain.lower().rstrip(".")
    known = vocabulary().statuses
    if low not in known:
        expected = tuple(dict.fromkeys(next(word for word, name in known.items() if name == one) for one in known.values()))
        raise Invalid("status", expected=expected)
    return known[low]


def _priority(text: Text) -> int:
    low = text.plain.lower().rstrip(".")
    match = _PRIORITY.match(low)
    if match:
        return int(match[1])
    if low not in vocabulary().priorities:
        raise Invalid("priority")
    return vocabulary().priorities[low]


def _confidence(text: Text) -> float:
    match = _CONFIDENCE.match(text.plain)
    if not match:
        raise Invalid("confidence")
    value = float(match[1].replace(",", "."))
    return value / 100 if match[2] else value


def _language(text: Text) -> str:
    code = LANGUAGE_NAMES.get(text.plain.lower())
    if code is None:
        raise Invalid("language", expected=CODES)
    return code


def _month(text: Text) -> int:
    """The first month of the fiscal year: ``July``, ``juli``, ``7``."""
    low = text.plain.lower()
    if low.isdigit() and 1 <= int(low) <= 12:
        return int(low)
    for code in CODES:
        for month, names in load(code).data["time"]["months"].items():
            if low in names:
                return int(month)
    raise Invalid("month")


READERS: dict[str, Callable[[Text], Any]] = {
    "status": _status,
    "priority": _priority,
    "confidence": _confidence,
    "language": _language,
    "fiscal_year": _month,
}
