"""What amounts are counted in where that stands apart from them: ``12`` in a cell beside ``mill. kr`` in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smartlint.language.pack import CODES
from smartlint.language.prose import whole_quantity
from smartlint.parser.names import order
from smartlint.reading import Quantity, Text
from smartlint.source import Span

#: The words for units that have no meaning of their own here, by their form: ``kunder per uke``, ``kr/mnd``, ``m²``, ``1–5``.
_FORM = re.compile(
    r"(?:%|[^\W\d]{1,14}\.?|(?:[^\W\d]{1,14}\.? ){0,2}(?:per|pr\.?|i|om) [^\W\d]{1,14}|[^\W\d]{1,6}/[^\W\d]{1,8}|[€$£]"
    r"|(?:[^\W\d]{1,8}\.? )?(?:CO[2₂]e?|[ckm]?m[23²³])|(?:[^\W\d]{1,14} )?\(?\d{1,3} ?[–-] ?\d{1,3}\)?)$"
)
#: A currency stands before an amount, what is left behind it: ``USD million``, ``$k``, ``M€``.
_LEADING = re.compile(r"(?P<currency>[€$£]|[A-Z]{3}(?= ))(?P<rest> ?[^\W\d]{1,10}\.?)$")
_TRAILING = re.compile(r"(?P<rest>[^\W\d]{1,2}) ?(?P<currency>[€$£])$")
#: ``1000 kr``, ``1 000 NOK``: each amount is so many of them.
_TIMES = re.compile(r"(?:1[ \u00a0.,]?000|1)(?: [^\W\d]{2,10}\.?|[€$£])$")
_SHARES = frozenset(("percent", "percentage_point"))
_NOWHERE = Span(0, 0)


def is_measure(unit: str) -> bool:
    """What can only be a unit of measure, in whatever language: money with its size, shares, units that have a short sign."""
    for code in CODES:
        one = measured("2", unit, (code,))
        if one is not None and (one.value != 2 or one.unit in _SHARES):
            return True
        is_sign = " " not in unit and not unit.isupper()  # ``HR`` are no hours
        if one is not None and is_sign and one.unit.lower() != unit.lower().rstrip("."):
            return True
    return False


def can_measure(unit: str) -> bool:
    """What could be a unit of measure by its form."""
    return _FORM.match(unit) is not None


def with_unit(amount: str, unit: str, language: str, span: Span) -> Quantity | None:
    """An amount with its unit, which may say how many of it are meant: ``12`` and ``MNOK`` are twelve million kroner."""
    found = measured(amount, unit, order(language))
    return found._replace(span=span) if found is not None else None


def measured(amount: str, unit: str, languages: tuple[str, ...]) -> Quantity | None:
    """The first reading in which the unit has a size or is a share, else the first one of all."""
    bare = whole_quantity(Text(amount, _NOWHERE), languages)
    first = None
    for written in _forms(amount, unit) if bare is not None else ():
        for code in languages:
            found = whole_quantity(Text(written, _NOWHERE), (code,))
            if bare is not None and found is not None and (found.value != bare.value or found.unit in _SHARES):
                return found
            first = first or found
    if bare is None or first is not None or _TIMES.match(unit) is None:
        return first
    each = whole_quantity(Text(unit, _NOWHERE), languages)
    if each is None:
        return None
    return each._replace(text=f"{amount} x {unit}", low=each.low * bare.low, high=each.high * bare.high)


def _forms(amount: str, unit: str) -> Iterator[str]:
    """How one would write an amount with its unit."""
    yield f"{amount} {unit}"
    for form in (_LEADING, _TRAILING):
        match = form.match(unit)
        if match is not None:
            yield f"{match['currency']}{'' if len(match['currency']) == 1 else ' '}{amount}{match['rest']}"
    if unit[1:2] == " ":
        yield f"{amount} {unit.replace(' ', '')}"  # ``t kr``
