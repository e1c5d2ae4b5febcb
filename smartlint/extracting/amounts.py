"""Numbers of a workbook as its reader sees them: with their per cent, their currency, as the day that they are."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

#: Formats that have a number only; dates among them are those of all languages.
_BUILT_IN = {
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "yyyy-mm-dd"),
    17: "mmm-yy",
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "hh:mm"),
}
#: What of a format stands as it is, what is a currency or language, and what is nothing to see.
_PIECE = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|[_*].'
    r"|(?P<number>[0#?][0#?,. ]*)|(?P<letters>[A-Za-z]+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SEEN = re.compile(r"[%$€£¥]")
_DECIMALS = re.compile(r"\.(0*)[#?]*")
#: As many digits as a cell without a format shows.
_DIGITS = 10
#: Numbers with more figures before or behind the point than this are left as they are.
_FARTHEST = 15


def format_of(number: int, stated: dict[int, str]) -> str:
    """The format that a number stands for in a workbook that has stated others; "" for none."""
    return stated.get(number) or _BUILT_IN.get(number, "")


def shown(value: str, code: str, *, since_1904: bool) -> str:
    """A number as its format shows it: ``0.12`` as ``12 %``, ``46203`` as ``2026-06-30``."""
    try:
        number = Decimal(value)
    except ArithmeticError:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _FARTHEST:
        return value
    section = code.split(";", maxsplit=1)[0]
    kind = _date_kind(section)
    if kind:
        return _day(number, kind, since_1904=since_1904) or _plain(number, None)
    before, after, decimals, percent = _around(section)
    text = _plain(number * 100 if percent else number, decimals)
    return " ".join(part for part in (before, text, after) if part)


def _date_kind(section: str) -> str:
    """The letters of a format that shows a date or a time: ``ymd``; "" for other numbers."""
    letters = "".join((match["letters"] or match["elapsed"] or "").lower() for match in _PIECE.finditer(section))
    letters = letters.replace("am", "").replace("pm", "")
    found = "".join(letter for letter in "ymdhs" if letter in letters)
    return found if letters and not letters.strip("ymdhsaebg") and "general" not in letters else ""


def _day(number: Decimal, kind: str, *, since_1904: bool) -> str:
    """The day that a number counts to; its month or year alone where no more is shown."""
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a cell knows no zone
    if not since_1904 and number < 61:
        first += timedelta(days=1)  # as if 1900 had been a leap year
    try:
        moment = first + timedelta(days=float(number))
    except OverflowError:
        return ""
    moment += timedelta(milliseconds=500)
    if "y" not in kind and "d" not in kind:
        return f"{moment:%H:%M}" if "h" in kind else ""
    if "d" in kind:
        return f"{moment:%Y-%m-%d %H:%M}" if number % 1 and "h" in kind else f"{moment:%Y-%m-%d}"
    return f"{moment:%Y-%m}" if "m" in kind else f"{moment:%Y}"


def _around(section: str) -> tuple[str, str, int | None, bool]:
    """What stands before and behind the number, how many decimals it has, and whether it is a percentage."""
    sides = ["", ""]
    decimals: int | None = None
    side = 0
    for match in _PIECE.finditer(section):
        if match["number"]:
            if side == 0:
                places = _DECIMALS.search(match["number"])
                decimals = len(places[1]) if places else 0
            side = 1
        elif match["letters"]:
            side = 1
            decimals = None
        else:
            seen = match["text"] or match["currency"] or match["sign"] or ""
            sides[side] += seen or (
                match["other"] if match["other"] and (match["other"].isspace() or _SEEN.match(match[0])) else ""
            )
    percent = "%" in sides[1] or "%" in sides[0]
    return sides[0].strip(" -"), sides[1].strip(" -"), decimals, percent


def _plain(number: Decimal, decimals: int | None) -> str:
    """A number that is read the same in all languages.

    Three decimals would be thousands to some, so that a fourth is added.
    """
    if decimals is not None:
        number = round(number, min(decimals, _DIGITS))
    else:
        number = round(number, max(0, _DIGITS - max(0, number.adjusted() + 1)))
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, part = text.partition(".")
    if len(part) == 3 and len(whole.lstrip("-")) <= 3:
        text += "0"
    return "0" if text in ("-0", "") else text
