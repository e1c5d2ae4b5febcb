"""A row of tokens with the small questions that every reader of it asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from smartlint.language import calendar
from smartlint.language.anchor import Anchor, BadDate
from smartlint.language.pack import Pack
from smartlint.language.tokens import Token

#: The interval of a year: a season, a quarter, a date.
OfYear = Callable[[int], calendar.Interval]
DASHES = ("-", "–", "—")


class Row:
    """The tokens of one text in a language."""

    def __init__(self, tokens: Sequence[Token], pack: Pack) -> None:
        self._tokens = tokens
        self._pack = pack
        self._size = len(tokens)

    def _token(self, at: int) -> Token | None:
        return self._tokens[at] if 0 <= at < self._size else None

    def _has(self, at: int, *roles: str) -> bool:
        if 0 <= at < self._size:
            found = self._tokens[at].roles
            if found:
                for role in roles:
                    if role in found:
                        return True
        return False

    def _sign(self, at: int, *signs: str) -> bool:
        return 0 <= at < self._size and self._tokens[at].text in signs

    def _value(self, at: int, role: str) -> str:
        return str(self._tokens[at].roles[role])


class TimeRow(Row):
    """A row read for times: what numbers, units and years are in it, resolved from an anchor."""

    def __init__(self, tokens: Sequence[Token], pack: Pack, anchor: Anchor) -> None:
        super().__init__(tokens, pack)
        self._anchor = anchor

    def _unit(self, at: int) -> str:
        """The calendar unit a token names, or ""; clock units do not count."""
        token = self._token(at)
        if token is None or not token.roles:
            return ""
        unit = str(token.roles.get("t.unit") or token.roles.get("t.definite") or "")
        return unit if unit in calendar.ISO else ""

    def _number(self, at: int) -> tuple[float, int] | None:
        """A plain number at a token (digits, a number word, an article) and the token after it and its dot."""
        token = self._token(at)
        if token is None:
            return None
        if token.kind == "number" and token.text.isdigit() and len(token.text) < 6:
            after = self._token(at + 1)
            dot = after is not None and after.text == "." and after.glued and at + 2 < self._size
            return float(token.text), at + 2 if dot else at + 1
        if not token.roles:
            return None
        if "number" in token.roles:
            return float(token.roles["number"]), at + 1
        if "q.half_more" in token.roles:
            return 1.5, at + 1
        if "article" in token.roles:
            return 1.0, at + 1
        return None

    def _day_number(self, at: int) -> tuple[int, int] | None:
        """A day of the month in digits or as an ordinal, and where it ends."""
        token = self._token(at)
        if token is None:
            return None
        if token.has("ordinal") and not self._has(at + 1, "t.unit", "t.definite"):
            return int(token.roles["ordinal"]), at + 1
        if token.kind != "number" or not token.text.isdigit() or len(token.text) > 2:
            return None
        after = self._token(at + 1)
        if after is not None and after.glued and (after.text == "." or self._is_ordinal_ending(after)):
            return int(token.text), at + 2
        return int(token.text), at + 1

    def _is_ordinal_ending(self, token: Token) -> bool:
        """``5th``, ``1:a``, ``2:dra`` …"""
        return token.low in ("st", "nd", "rd", "th", "e", "a")

    def _year_after(self, at: int) -> tuple[int, int] | None:
        """A year at a token (``2026``, after a comma too) and where it ends."""
        token = self._token(at)
        if token is None:
            return None
        if token.kind == "number":
            text = token.text
            if len(text) == 4 and text.isdigit() and 1990 <= int(text) <= 2100:
                return int(text), at + 1
            return None
        if token.text == ",":
            after = self._token(at + 1)
            return self._year_after(at + 1) if after is not None and after.kind == "number" else None
        if token.text in ("'", "’"):
            after = self._token(at + 1)
            short = after is not None and after.glued and after.text.isdigit() and len(after.text) == 2
            return (2000 + int(after.text), at + 2) if short and after is not None else None
        if token.has("t.numbered") and self._value(at, "t.numbered") == "year":
            return self._year_after(at + 1)
        return None

    def _skip(self, at: int, *roles: str, signs: str = "") -> int:
        """Past tokens with these roles or signs; units and numbers are never passed over."""
        while at < self._size:
            token = self._tokens[at]
            filler = token.has(*roles) and not token.has("t.unit", "t.definite", "number")
            if not (filler or (signs and token.text in signs)):
                break
            at += 1
        return at

    def _first_after(self, of_year: OfYear, day: date | None = None) -> tuple[calendar.Interval, bool]:
        """The first of a yearly interval that has not ended before the anchor; it is always derived."""
        anchor = day or self._anchor.day
        problem: ValueError | None = None
        for number in range(anchor.year - 1, anchor.year + 8):
            try:
                found = of_year(number)
            except ValueError as error:
                problem = error
                continue
            if found[1] >= anchor:
                return found, True
        raise problem or BadDate("never")


def full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def iso_length(count: float, unit: str) -> str:
    """An ISO 8601 duration: ``P2W``, ``P3M``, ``PT4H``."""
    number = f"{count:g}"
    if unit in ("second", "minute", "hour"):
        return f"PT{number}{unit[0].upper()}"
    months = {"quarter": 3, "tertial": 4, "half": 6}.get(unit, 0)
    if months:
        return f"P{count * months:g}M"
    if unit == "year" and count != int(count):
        return f"P{count * 12:g}M"
    if unit == "day" and count % 7 == 0 and count:
        return f"P{count / 7:g}W"
    return f"P{number}{calendar.ISO[unit]}"
