"""Days, weeks, quarters, seasons and holidays; all intervals are inclusive. And what open times are resolved from."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from smartlint.record import Final

Interval = tuple[date, date]
#: First month and number of months of a part of the year.
PARTS: Final = {"quarter": 3, "tertial": 4, "half": 6}
#: Meteorological seasons: first month; three months each.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
#: Terms of schools, whose days no calendar fixes: first month, number of months.
TERMS: Final = {"spring_term": (1, 6), "summer_term": (4, 4), "autumn_term": (8, 5), "school_year": (8, 11)}
#: Holidays whose days a formula gives; those of schools and trades are not the same everywhere.
FIXED: Final = frozenset({"christmas", "new_year", "easter", "whitsun", "midsummer"})
#: ISO 8601 letters of lengths of time.
ISO: Final = {"day": "D", "workday": "D", "week": "W", "month": "M", "quarter": "M", "tertial": "M", "half": "M", "year": "Y"}
_MONTHS: Final = {"month": 1, "quarter": 3, "tertial": 4, "half": 6, "year": 12}


def _days(year: int, month: int) -> int:
    """How many days a month has."""
    return (date(year, month + 1, 1) - date(year, month, 1)).days if month < 12 else 31


def last_day(year: int, month: int) -> date:
    return date(year, month, _days(year, month))


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day. Raises ``ValueError`` beyond year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError("year out of range")
    return date(year, month + 1, min(day.day, _days(year, month + 1)))


def add(day: date, count: float, unit: str) -> date:
    """A day moved by so many units (``day``, ``workday``, ``week``, ``month``, ``quarter``, ``half``, ``year`` …)."""
    if abs(count) > 100_000:
        raise ValueError("too long")
    if unit == "week":
        return day + timedelta(days=round(count * 7))
    if unit == "day":
        return day + timedelta(days=round(count))
    if unit == "workday":
        return _add_workdays(day, round(count))
    months = count * _MONTHS[unit]
    whole = int(months)
    return add_months(day, whole) + timedelta(days=round((months - whole) * 30))


def _add_workdays(day: date, count: int) -> date:
    weeks, rest = divmod(count, 5)
    day += timedelta(days=weeks * 7)
    while rest:
        day += timedelta(days=1)
        rest -= day.isoweekday() < 6
    return day


def year(number: int, fiscal_start: int = 1) -> Interval:
    """A year; a fiscal year is named after the calendar year in which it ends."""
    if fiscal_start == 1:
        return date(number, 1, 1), date(number, 12, 31)
    start = date(number - 1, fiscal_start, 1)
    return start, add_months(start, 12) - timedelta(days=1)


@lru_cache
def part(number: int, unit: str, ordinal: int, fiscal_start: int = 1) -> Interval:
    """The n-th quarter, tertial or half of a year. Raises ``ValueError`` where there is none."""
    months = PARTS[unit]
    if not 1 <= ordinal <= 12 // months:
        raise ValueError(f"no {unit} {ordinal}")
    start = add_months(year(number, fiscal_start)[0], (ordinal - 1) * months)
    return start, add_months(start, months) - timedelta(days=1)


@lru_cache
def month(number: int, ordinal: int) -> Interval:
    return date(number, ordinal, 1), last_day(number, ordinal)


def week(number: int, ordinal: int) -> Interval:
    """An ISO week. Raises ``ValueError`` where the year has none of that number."""
    start = date.fromisocalendar(number, ordinal, 1)
    return start, start + timedelta(days=6)


@lru_cache
def season(number: int, name: str) -> Interval:
    """A season or term by the months; winter starts in December, a school year in August."""
    first, months = TERMS.get(name) or (SEASONS[name], 3)
    start = date(number, first, 1)
    return start, add_months(start, months) - timedelta(days=1)


@lru_cache
def running(day: date, unit: str, fiscal_start: int = 1) -> Interval:
    """The day, week, month, quarter, tertial, half or year that a day lies in."""
    if unit in ("day", "workday"):
        return day, day
    if unit == "week":
        start = day - timedelta(days=day.isoweekday() - 1)
        return start, start + timedelta(days=6)
    if unit == "month":
        return month(day.year, day.month)
    months = _MONTHS[unit]
    offset = (day.month - fiscal_start) % 12
    start = add_months(date(day.year, day.month, 1), -(offset % months))
    return start, add_months(start, months) - timedelta(days=1)


def easter(number: int) -> date:
    """Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = number % 19, number // 100, number % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number_of_month, day = divmod(h + m - 7 * n + 114, 31)
    return date(number, number_of_month, day + 1)


@lru_cache
def holiday(number: int, name: str, code: str) -> Interval:
    """The days of a holiday in a year, as the language's country keeps them. Raises ``KeyError`` for an unknown one."""
    if name == "christmas":
        if code == "en":
            return date(number, 12, 25), date(number, 12, 26)
        return date(number, 12, 24), date(number, 12, 25)
    if name == "new_year":
        return date(number, 12, 31), date(number, 12, 31)
    if name == "easter":
        sunday = easter(number)
        return sunday - timedelta(days=3), sunday + timedelta(days=1)
    if name == "whitsun":
        sunday = easter(number) + timedelta(days=49)
        return sunday, sunday + timedelta(days=1)
    if name == "midsummer":
        if code != "sv":
            return date(number, 6, 23), date(number, 6, 24)
        eve = date(number, 6, 19)
        eve += timedelta(days=(5 - eve.isoweekday()) % 7)
        return eve, eve + timedelta(days=1)
    weeks = {"common_holiday": (28, 30), "autumn_break": (40, 41), "winter_break": (8, 9)}
    if code == "da":
        weeks = {"common_holiday": (29, 31), "autumn_break": (42, 42), "winter_break": (7, 8)}
    if code == "sv":
        weeks = {"common_holiday": (28, 31), "autumn_break": (44, 44), "winter_break": (7, 10)}
    if name == "school_start":
        return date(number, 8, 15), date(number, 8, 22)
    first, last = weeks[name]
    return week(number, first)[0], week(number, last)[1]


def middle(lo: date, hi: date) -> date:
    """The day in the middle: a month's 15th, a quarter's in its second month, a half's and a year's end of a month."""
    days = (hi - lo).days + 1
    if days < 28:
        return lo + timedelta(days=days // 2)
    months = round(days / 30.4)
    if months % 2:
        return add_months(lo, months // 2) + timedelta(days=14)
    return add_months(lo, months // 2) - timedelta(days=1)


def first_part(lo: date, hi: date) -> Interval:
    """What "early in" means: the first ten days of a month, the first month of what is longer, a week's first days."""
    days = (hi - lo).days + 1
    if days > 31:
        return lo, add_months(lo, 1) - timedelta(days=1)
    return lo, min(hi, lo + timedelta(days=9 if days > 7 else 1))


def last_part(lo: date, hi: date) -> Interval:
    """What "late in" means: the last ten days of a month, the last month of what is longer, a week's last days."""
    days = (hi - lo).days + 1
    if days > 31:
        return add_months(hi + timedelta(days=1), -1), hi
    return max(lo, hi - timedelta(days=9 if days > 7 else 2)), hi


def middle_part(lo: date, hi: date) -> Interval:
    """What "in the middle of" means: a month's 11th to 20th, the middle month or two of what is longer."""
    days = (hi - lo).days + 1
    if days <= 7:
        return lo + timedelta(days=days // 3), hi - timedelta(days=days // 3)
    if days <= 31:
        return lo + timedelta(days=10), lo + timedelta(days=19)
    months = round(days / 30.4)
    before = (months - 1) // 2
    return add_months(lo, before), add_months(hi + timedelta(days=1), -before) - timedelta(days=1)


class BadDate(ValueError):
    """What reads as a date or week that the calendar does not have: ``31 September``, ``week 54``."""


class WrongWeekday(BadDate):
    """A date whose weekday is another one; ``day`` is the date."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class Anchor:
    """What open dates are resolved from: the day of the run, the goal's start, its period, the fiscal year's month."""

    __slots__ = ("day", "fiscal_start", "period", "start", "today")

    def __init__(self, today: date, start: date | None = None, period: Interval | None = None, fiscal_start: int = 1) -> None:
        self.today = today
        self.start = start
        self.period = period
        self.fiscal_start = fiscal_start
        #: A date with no year is the first one not before this day.
        self.day: date = start or (period[0] if period else today)

    def after(self, count: float, unit: str) -> date:
        """The end of a length of time: from the start or the period's start if it fits inside, else from today."""
        for begin, end in ((self.start, None), self.period or (None, None)):
            if begin is not None:
                day = add(begin, count, unit)
                limit = end or (self.period[1] if self.period else None)
                if limit is None or day <= limit:
                    return day
        return add(self.today, count, unit)
