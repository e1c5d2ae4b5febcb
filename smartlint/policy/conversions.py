"""From one type of value to another, as CEL converts them; what cannot be converted raises ``Failure``."""

from __future__ import annotations

import re
from typing import Any

from smartlint.policy.literals import LEAST, MOST
from smartlint.policy.mistake import Failure
from smartlint.policy.moments import SECOND, Timestamp, timestamp

_WHOLE = re.compile(r"\s*([+-]?\d+)\s*", re.ASCII)
_NUMBER = re.compile(
    r"\s*[+-]?(?:\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?|nan)\s*", re.ASCII | re.IGNORECASE
)
_TRUE, _FALSE = frozenset("true True TRUE t 1".split()), frozenset("false False FALSE f 0".split())
_LONGEST_NUMBER = 1000
#: From this power of ten on, and below that one, a number is written with an exponent.
_LARGE, _SMALL = 6, -4
_EDGE = 2.0**63


def in_range(value: int) -> int:
    """A whole number, if it fits in 64 bits."""
    if not LEAST <= value <= MOST:
        raise Failure("the number does not fit in 64 bits")
    return value


def to_int(value: Any) -> int:
    """A number cut to a whole one, a text read, a point in time as its seconds since 1970."""
    if isinstance(value, str):
        match = _WHOLE.fullmatch(value[:_LONGEST_NUMBER])
        if match is None or len(value) > _LONGEST_NUMBER:
            raise Failure("`{text}` is no whole number", text=value[:40])
        return in_range(int(match[1]))
    if isinstance(value, float):
        if not -_EDGE < value < _EDGE:
            raise Failure("the number does not fit in 64 bits")
        return int(value)
    return value.seconds if isinstance(value, Timestamp) else int(value)


def to_double(value: Any) -> float:
    if isinstance(value, str) and (len(value) > _LONGEST_NUMBER or not _NUMBER.fullmatch(value)):
        raise Failure("`{text}` is no number", text=value[:40])
    return float(value)


def to_bool(value: Any) -> bool:
    if isinstance(value, str):
        if value not in _TRUE and value not in _FALSE:
            raise Failure("`{text}` is neither `true` nor `false`", text=value[:40])
        return value in _TRUE
    return bool(value)


def to_string(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _written(value) if isinstance(value, float) else str(value)


def _written(value: float) -> str:
    """The shortest digits that mean the number; those of very large and small ones with an exponent."""
    text = repr(value)
    if text[-1] in "fn":  # inf, nan
        return text
    digits, _, power = text.partition("e")
    sign = "-" if text[0] == "-" else ""
    whole, _, fraction = digits.lstrip("-").partition(".")
    significant = (whole + fraction).lstrip("0")
    exponent = (int(power) if power else 0) + len(whole) - 1 - (len(whole + fraction) - len(significant))
    significant = significant.rstrip("0") or "0"
    if significant == "0":
        return f"{sign}0"
    if _SMALL <= exponent < _LARGE:
        places = max(0, len(significant) - 1 - exponent)
        return f"{value:.{places}f}"
    rest = f".{significant[1:]}" if len(significant) > 1 else ""
    return f"{sign}{significant[0]}{rest}e{exponent:+03}"


def to_timestamp(value: int) -> Timestamp:
    """The point in time so many seconds after 1970 began."""
    return timestamp(value * SECOND)
