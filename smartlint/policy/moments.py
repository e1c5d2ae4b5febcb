"""Points in time and lengths of time, to the nanosecond, as CEL has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from smartlint.policy.literals import LEAST, MOST
from smartlint.policy.mistake import Failure

SECOND = 1_000_000_000
#: The seconds of 0001-01-01T00:00:00Z and of 10000-01-01T00:00:00Z, and the longest duration.
_FIRST, _AFTER_LAST, _LONGEST = -62_135_596_800, 253_402_300_800, 315_576_000_000
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIMESTAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_AMOUNT = re.compile(r"(\d++(?:\.\d*+)?|\.\d++)(h|ms|us|ns|m|s)", re.ASCII)
_UNITS = {"h": 3600 * SECOND, "m": 60 * SECOND, "s": SECOND, "ms": 1_000_000, "us": 1000, "ns": 1}
_LONGEST_ZONE = 60
_ZONE = re.compile(r"([+-]?)(\d\d?):(\d\d)", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Duration:
    """A length of time in nanoseconds."""

    nanoseconds: int

    def __str__(self) -> str:
        sign = "-" if self.nanoseconds < 0 else ""
        seconds, rest = divmod(abs(self.nanoseconds), SECOND)
        return f"{sign}{seconds}{_fraction(rest)}s"


@dataclass(frozen=True, order=True, slots=True)
class Timestamp:
    """A point in time in nanoseconds since 1970, UTC."""

    nanoseconds: int

    @classmethod
    def of_day(cls, day: date) -> Timestamp:
        """The first moment of a day."""
        return cls((day.toordinal() - _EPOCH.toordinal()) * 86_400 * SECOND)

    @property
    def seconds(self) -> int:
        return self.nanoseconds // SECOND

    def moment(self, zone: tzinfo = UTC) -> tuple[datetime, int]:
        """The same with whole seconds, and its year: a zone may move it into the year 0 or 10000, which Python has not."""
        try:
            moment = (_EPOCH + timedelta(seconds=self.seconds)).astimezone(zone)
        except OverflowError:
            cycles = 1 if self.seconds < 0 else -1  # the calendar repeats, weekdays and all
            moment = (_EPOCH + timedelta(seconds=self.seconds, days=cycles * _CYCLE_DAYS)).astimezone(zone)
            return moment, moment.year - cycles * _CYCLE_YEARS
        return moment, moment.year

    def __str__(self) -> str:
        text = self.moment()[0].strftime("%Y-%m-%dT%H:%M:%S")
        return f"{text:0>19}{_fraction(self.nanoseconds % SECOND)}Z"


def _fraction(nanoseconds: int) -> str:
    """Nanoseconds as a fraction of a second, in as many groups of three digits as it takes."""
    digits = f"{nanoseconds:09}"
    for size in (0, 3, 6, 9):
        if not int(digits[size:] or "0"):
            return f".{digits[:size]}" if size else ""
    return ""


def timestamp(nanoseconds: int) -> Timestamp:
    """A point in time of the years 1 to 9999."""
    if not _FIRST * SECOND <= nanoseconds < _AFTER_LAST * SECOND:
        raise Failure("no calendar reaches that far")
    return Timestamp(nanoseconds)


def duration(nanoseconds: int) -> Duration:
    """The length of time that a sum or difference is; it must fit in 64 bits."""
    if not LEAST <= nanoseconds <= MOST:
        raise Failure("the length of time does not fit in 64 bits")
    return Duration(nanoseconds)


def read_timestamp(text: str) -> Timestamp:
    """A point in time as RFC 3339 writes it: ``2026-06-30T12:00:00Z``."""
    match = _TIMESTAMP.fullmatch(text)
    if match is None:
        raise Failure("`{text}` is no point in time like `2026-06-30T12:00:00Z`", text=text[:40])
    *parts, fraction, zone = match.groups()
    try:
        moment = datetime(*map(int, parts), tzinfo=UTC)  # type: ignore[misc, arg-type]
    except ValueError:
        if parts[0] == "0000":
            raise Failure("no calendar reaches that far") from None
        raise Failure("`{text}` is no point in time like `2026-06-30T12:00:00Z`", text=text[:40]) from None
    seconds = (moment - _EPOCH) // timedelta(seconds=1)
    if zone not in "Zz":
        hours, minutes = int(zone[1:3]), int(zone[4:])
        if hours > 23 or minutes > 59:
            raise Failure("`{text}` is no point in time like `2026-06-30T12:00:00Z`", text=text[:40])
        seconds -= int(f"{zone[0]}1") * (hours * 3600 + minutes * 60)
    return timestamp(seconds * SECOND + int(f"{fraction or '':0<9}"[:9]))


def read_day(text: str) -> Timestamp:
    """A day as ISO 8601 writes it: ``2026-06-30``."""
    try:
        return Timestamp.of_day(date.fromisoformat(text if _DAY.fullmatch(text) else ""))
    except ValueError:
        raise Failure("`{text}` is no day like `2026-06-30`", text=text[:40]) from None


def read_duration(text: str) -> Duration:
    """A length of time such as ``1h30m``, ``-1.5h`` or ``100ms``."""
    sign, rest = (-1, text[1:]) if text[:1] == "-" else (1, text[1:] if text[:1] == "+" else text)
    if rest == "0":
        return Duration(0)
    total, at = 0, 0
    while amount := _AMOUNT.match(rest, at):
        whole, _, fraction = amount[1].partition(".")
        unit = _UNITS[amount[2]]
        fraction = fraction[:18]
        total += int(whole[:20] or "0") * unit + (int(fraction) * unit // 10 ** len(fraction) if fraction else 0)
        at = amount.end()
    if not rest or at < len(rest):
        raise Failure("`{text}` is no length of time like `36h` or `1h30m`", text=text[:40])
    if total > _LONGEST * SECOND:
        raise Failure("the length of time is too long")
    return Duration(sign * total)


def zone_of(name: str) -> tzinfo:
    """A time zone by its name (``Europe/Oslo``) or as a difference to UTC (``+02:00``)."""
    match = _ZONE.fullmatch(name)
    if match:
        difference = timedelta(hours=int(match[2]), minutes=int(match[3]))
        if difference < timedelta(days=1):
            return timezone(-difference if match[1] == "-" else difference)
    if not name:
        return UTC
    zone = _named_zone(name)
    if zone is None:
        raise Failure("there is no time zone `{name}`", name=name[:40])
    return zone


@lru_cache(maxsize=64)
def _named_zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if len(name) <= _LONGEST_ZONE else None
    except (KeyError, ValueError, OSError):
        return None
