"""What open times are resolved from, and what is wrong with a time that the calendar does not have."""

from __future__ import annotations

from datetime import date

from smartlint.language import calendar
from smartlint.record import NamedTuple


class BadDate(ValueError):
    """What reads as a date or week that the calendar does not have: ``31 September``, ``week 54``."""


class WrongWeekday(BadDate):
    """A date whose weekday is another one; ``day`` is the date."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class Anchor(NamedTuple):
    """What open dates are resolved from: the day of the run, the goal's start, its period, the fiscal year's month."""

    today: date
    start: date | None = None
    period: tuple[date, date] | None = None
    fiscal_start: int = 1

    @property
    def day(self) -> date:
        """A date with no year is the first one not before this day."""
        return self.start or (self.period[0] if self.period else self.today)

    def after(self, count: float, unit: str) -> date:
        """The end of a length of time: from the start or the period's start if it fits inside, else from today."""
        for begin, end in ((self.start, None), self.period or (None, None)):
            if begin is not None:
                day = calendar.add(begin, count, unit)
                limit = end or (self.period[1] if self.period else None)
                if limit is None or day <= limit:
                    return day
        return calendar.add(self.today, count, unit)
