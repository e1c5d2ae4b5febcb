"""Amounts and times as they were understood, in the reader's words."""

from __future__ import annotations

import re
from datetime import date

from smartlint.language.days import day
from smartlint.reading import Quantity, TimeRef
from smartlint.translation import fill, number, translate

#: Lengths of time, of one and of more.
_LENGTHS = {
    "s": ("1 second", "{count} seconds"),
    "min": ("1 minute", "{count} minutes"),
    "h": ("1 hour", "{count} hours"),
    "d": ("1 day", "{count} days"),
    "wk": ("1 week", "{count} weeks"),
    "mo": ("1 month", "{count} months"),
    "yr": ("1 year", "{count} years"),
}
_AMOUNTS = {**_LENGTHS, "percentage_point": ("1 percentage point", "{count} percentage points")}
_EVERY = {
    "min": ("every minute", "every {count} minutes"),
    "h": ("every hour", "every {count} hours"),
    "d": ("every day", "every {count} days"),
    "wk": ("every week", "every {count} weeks"),
    "mo": ("every month", "every {count} months"),
    "yr": ("every year", "every {count} years"),
}
_OFTEN = {"P2W": "every two weeks", "P3M": "every quarter"}
_RATES = {
    "second": "per second",
    "minute": "per minute",
    "hour": "per hour",
    "day": "per day",
    "workday": "per workday",
    "week": "per week",
    "month": "per month",
    "quarter": "per quarter",
    "tertial": "per tertial",
    "half": "per half-year",
    "year": "per year",
}
#: A length of time in one unit, as ISO 8601 has it.
_ISO = re.compile(r"P(?:(\d+)([YMWD])|T(\d+)([HMS]))")
_DATES = {"Y": "yr", "M": "mo", "W": "wk", "D": "d"}
_CLOCK = {"H": "h", "M": "min", "S": "s"}
_SCALE = "of "


def amount(value: Quantity, language: str) -> str:
    """An amount: ``12 %``, ``3–4 kg per month``, ``24 hours``, ``× 2``."""
    figures = number(value.high, language)
    if value.is_range:
        figures = f"{number(value.low, language)}–{figures}"
    said = _counted(figures, value.unit, language)
    if not value.per:
        return said
    rate = _RATES.get(value.per)
    return f"{said} {_said(rate, language) if rate else _said('per {what}', language, what=value.per)}"


def _counted(figures: str, unit: str, language: str) -> str:
    if unit in _AMOUNTS:
        one, more = _AMOUNTS[unit]
        return _said(one if figures == "1" else more, language, count=figures)
    if unit == "times":
        return f"× {figures}"
    if unit.startswith(_SCALE):
        return _said("{count} of {scale}", language, count=figures, scale=unit.removeprefix(_SCALE))
    return f"{figures} {'%' if unit == 'percent' else unit}".rstrip()


def when(value: TimeRef, language: str, today: date) -> str:
    """A time: ``31 March 2026, in 69 days``, ``every two weeks``, ``24 hours``."""
    if value.end is None:
        return _length(value, language) or " ".join(value.text.split())
    days = [day(one, language) for one in dict.fromkeys((value.start, value.end)) if one is not None]
    return f"{' – '.join(days)}, {distance(value.end, language, today)}"


def _length(value: TimeRef, language: str) -> str:
    """A length of time, or how often something happens; "" where nothing tells."""
    found = _ISO.fullmatch(value.iso)
    if found is None:
        return ""
    count, unit = (found[1], _DATES[found[2]]) if found[1] else (found[3], _CLOCK[found[4]])
    if value.role != "recurrence":
        return _said(_LENGTHS[unit][count != "1"], language, count=count)
    if unit not in _EVERY:
        return ""
    often = _said(_OFTEN.get(value.iso, _EVERY[unit][count != "1"]), language, count=count)
    return often if value.repeats == 1 else _said("{count} times {often}", language, count=value.repeats, often=often)


def distance(one: date, language: str, today: date) -> str:
    """How far a day is from today."""
    days = (one - today).days
    if days == 0:
        return translate("today", language)
    many = abs(days) != 1
    if days > 0:
        text = "in {days} days" if many else "in 1 day"
    else:
        text = "{days} days ago" if many else "1 day ago"
    return _said(text, language, days=abs(days))


def _said(english: str, language: str, **params: object) -> str:
    return fill(translate(english, language), params, language)
