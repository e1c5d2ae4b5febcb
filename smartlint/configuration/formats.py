"""What texts in a configuration must be like beyond what a JSON Schema can say: selectors, patterns, days, versions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Any

from smartlint import __version__
from smartlint.configuration.definition import MONTHS
from smartlint.configuration.globs import BadGlob, pattern
from smartlint.pattern import compile_late
from smartlint.record import dataclass, field
from smartlint.registry import UnknownRule, find
from smartlint.rule import Rule
from smartlint.source import Span

_CODE = compile_late("[A-Z]{3}[0-9]{3}")
_KEBAB = compile_late("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NAME = compile_late("[a-z]+(?:-[a-z]+)*")
_COUNTRY = compile_late("[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
ADDRESS = compile_late(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_SPECIFIER = compile_late(r"\s*(>=|<=|==|!=|~=|>|<)\s*(\d+(?:\.\d+)*)\s*")
_DAY = compile_late(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Fault:
    """Why a text will not do: an English message, its parameters, the words that may be meant."""

    message: str
    params: Mapping[str, Any] = field(default_factory=dict)
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What a configuration may speak of: rules, and codes and names of rules that configurations declare.

    ``lenient``: a plugin is missing, so that a rule which nobody knows may be its.
    """

    rules: Sequence[type[Rule]]
    declared: tuple[tuple[str, str], ...] = ()
    lenient: bool = False


def near(word: str, words: Iterable[str], count: int = 1) -> tuple[str, ...]:
    """The words that look most like one."""
    from difflib import get_close_matches  # here: mistakes are rare

    known = {each.lower(): each for each in words}
    return tuple(known[match] for match in get_close_matches(word.lower().replace("_", "-"), known, count, 0.6))


def _selector(text: str, known: Known) -> Fault | None:
    upper = text.strip().upper()
    if not upper:
        return Fault("an empty text names no rule")
    if any(code.startswith(upper) or name.upper() == upper for code, name in known.declared):
        return None
    try:
        find(text, known.rules)
    except UnknownRule as error:
        words = _family(text, known) or error.near or near(text, (word for pair in known.declared for word in pair))
        return (
            None if known.lenient and text.strip() else Fault("no rule is called `{value}`", {"value": text}, tuple(words[:3]))
        )
    return None


def _family(text: str, known: Known) -> tuple[str, ...]:
    """The letters of a family that a word without digits begins with."""
    letters = text.strip().upper()[:3]
    return (letters,) if text.strip().isalpha() and any(rule.code[:3] == letters for rule in known.rules) else ()


_GLOBS = {
    "empty": "the pattern is empty",
    "backslash": "the pattern `{value}` has a backslash: folders are parted by `/`",
    "absolute": "the pattern `{value}` is not relative to this file",
    "above": "the pattern `{value}` leaves the folder of this file: a configuration speaks of what lies beside and below it",
    "bracket": "the pattern `{value}` has a `{sign}`, which means nothing: there are `*`, `**` and `?`",
    "stars": "the pattern `{value}` has a `**` beside a letter: it stands for whole folders, as in `drafts/**`",
    "negated": "the pattern `{value}` begins with `!`: there are no exceptions",
}


def _glob(text: str, known: Known) -> Fault | None:
    try:
        pattern(text)
    except BadGlob as error:
        return Fault(_GLOBS[error.reason], {"value": text, "sign": text[error.at : error.at + 1]})
    return None


def _date(text: str, known: Known) -> Fault | None:
    if not _DAY.fullmatch(text):
        return Fault("`{value}` is no day like 2026-09-30", {"value": text})
    try:
        date.fromisoformat(text)
    except ValueError:
        return Fault("there is no day `{value}`", {"value": text})
    return None


def period(text: str, fiscal_year_starts: int = 1) -> tuple[date, date] | None:
    """The first and the last day of a period that names its year (``2026``, ``Q1 2026``), in any of the languages."""
    from smartlint.language.calendar import Anchor  # here: few configurations name a period
    from smartlint.language.pack import CODES
    from smartlint.language.prose import whole_time
    from smartlint.language.times import BadDate
    from smartlint.reading import Text

    try:
        found = whole_time(Text(text, Span(0, len(text))), CODES, Anchor(date.min, fiscal_start=fiscal_year_starts))
    except BadDate:
        return None
    if found is None or found.derived or found.start is None or found.end is None:
        return None
    return found.start, found.end


def _period(text: str, known: Known) -> Fault | None:
    return None if period(text) else Fault("`{value}` is no period like 2026 or Q1 2026", {"value": text})


def _country(text: str, known: Known) -> Fault | None:
    if not _COUNTRY.fullmatch(text):
        upper = (text.strip().upper(),)
        fitting = upper if _COUNTRY.fullmatch(upper[0]) else ()
        return Fault("`{value}` is no country code like NO or DE-BY", {"value": text}, fitting)
    countries = _countries()
    country, _, part = text.partition("-")
    if countries and country not in countries:
        return Fault("the package `holidays` knows no country `{value}`", {"value": country}, near(country, countries, 2))
    if countries and part and part not in countries[country]:
        return Fault("the package `holidays` knows no part `{value}` of {country}", {"value": part, "country": country})
    return None


@lru_cache
def _countries() -> dict[str, list[str]]:
    """The countries with the parts that the package ``holidays`` knows; none where it is not installed."""
    try:
        package = import_module("holidays")
    except ImportError:
        return {}
    return dict(package.list_supported_countries(include_aliases=True))


def has_holidays() -> bool:
    """Whether the package ``holidays`` is installed."""
    from importlib.util import find_spec

    return find_spec("holidays") is not None


def month(text: str | int) -> int:
    """The number of a month that is named in one of the languages, or given as a number; 0 if it is none."""
    word = str(text).strip().lower()
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else 0
    return _months().get(word, 0) if word not in MONTHS else MONTHS.index(word) + 1


@lru_cache
def _months() -> dict[str, int]:
    from smartlint.language.pack import CODES, load  # all packs: most configurations name a month in English

    return {name: int(one) for code in CODES for one, names in load(code).data["time"]["months"].items() for name in names}


def _month(text: str, known: Known) -> Fault | None:
    if month(text):
        return None
    return Fault("`{value}` is no month: write `july`, or 7", {"value": text}, near(text, (*MONTHS, *_months())))


def _specifier(text: str, known: Known) -> Fault | None:
    if all(_SPECIFIER.fullmatch(part) for part in text.split(",")):
        return None
    return Fault("`{value}` says no version: write for instance `>=0.1` or `>=0.1,<1`", {"value": text})


def is_met(specifier: str, version: str = __version__) -> bool:
    """Whether a version is one of those that a right specifier such as ``>=0.1,<1`` asks for."""
    return all(_meets(match[1], match[2], version) for part in specifier.split(",") if (match := _SPECIFIER.fullmatch(part)))


def _meets(sign: str, wanted: str, version: str) -> bool:
    numbers = [int(number) for number in wanted.split(".")]
    have = [int(number) for number in re.findall(r"\d+", re.split(r"[^\d.]", version)[0])]
    length = max(len(numbers), len(have))
    left, right = have + [0] * (length - len(have)), numbers + [0] * (length - len(numbers))
    return {
        ">=": left >= right,
        "<=": left <= right,
        ">": left > right,
        "<": left < right,
        "==": left == right,
        "!=": left != right,
        "~=": left >= right and left[: max(1, len(numbers) - 1)] == right[: max(1, len(numbers) - 1)],
    }[sign]


def _kebab(text: str, known: Known) -> Fault | None:
    if _KEBAB.fullmatch(text):
        return None
    fitting = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")
    return Fault(
        "`{value}` is no name like missing-budget-line: small letters a to z, digits, and hyphens between words",
        {"value": text},
        (fitting,) if _KEBAB.fullmatch(fitting) else (),
    )


def _rule_name(text: str, known: Known) -> Fault | None:
    if not _NAME.fullmatch(text):
        fitting = re.sub("[^a-z]+", "-", text.lower()).strip("-")
        message = "`{value}` is no name like missing-budget-line: small letters a to z, and hyphens between words"
        return Fault(message, {"value": text}, (fitting,) if _NAME.fullmatch(fitting) else ())
    taken = [rule.code for rule in known.rules if rule.name == text]
    return Fault("`{value}` is the name of {code}: take another", {"value": text, "code": taken[0]}) if taken else None


def _rule_code(text: str, known: Known) -> Fault | None:
    if not _CODE.fullmatch(text):
        return Fault("`{value}` is no code like ACM001: three letters and three digits", {"value": text})
    for rule in known.rules:
        if rule.code == text:
            return Fault("`{value}` is the code of {name}: take letters of your own", {"value": text, "name": rule.name})
    letters = text[:3]
    if any(rule.code[:3] == letters and rule.__module__.startswith("smartlint_rules") for rule in known.rules):
        return Fault("`{value}`: the letters {letters} are smartlint's own; take others", {"value": text, "letters": letters})
    return None


def _address(text: str, known: Known) -> Fault | None:
    return None if ADDRESS.fullmatch(text) else Fault("`{value}` is no e-mail address", {"value": text})


#: By the name of a format: why a text does not have it, or None.
FORMATS: Mapping[str, Callable[[str, Known], Fault | None]] = {
    "rule-selector": _selector,
    "glob": _glob,
    "date": _date,
    "period": _period,
    "country": _country,
    "month": _month,
    "version-specifier": _specifier,
    "kebab": _kebab,
    "rule-code": _rule_code,
    "rule-name": _rule_name,
    "address": _address,
}
