from datetime import date, timedelta
from itertools import pairwise

import pytest

from smartlint.language import calendar


def test_months_are_added_to_the_last_day_where_a_month_is_shorter() -> None:
    assert calendar.add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert calendar.add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)
    assert calendar.add(date(2024, 2, 29), 1, "year") == date(2025, 2, 28)
    with pytest.raises(ValueError, match="range"):
        calendar.add_months(date(9999, 12, 1), 1)


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (10, "day", date(2026, 1, 25)),
        (2, "week", date(2026, 1, 29)),
        (10, "workday", date(2026, 1, 29)),
        (3, "workday", date(2026, 1, 20)),
        (1.5, "month", date(2026, 3, 2)),
        (1, "quarter", date(2026, 4, 15)),
        (1, "tertial", date(2026, 5, 15)),
        (1, "half", date(2026, 7, 15)),
        (0.5, "year", date(2026, 7, 15)),
    ],
)
def test_a_length_of_time_is_added(count: float, unit: str, day: date) -> None:
    assert calendar.add(date(2026, 1, 15), count, unit) == day


def test_weeks_are_those_of_iso_8601() -> None:
    assert calendar.week(2026, 1) == (date(2025, 12, 29), date(2026, 1, 4))
    assert calendar.week(2026, 53) == (date(2026, 12, 28), date(2027, 1, 3))
    for year in (2025, 2027):
        with pytest.raises(ValueError, match="week"):
            calendar.week(year, 53)


def test_parts_of_a_year_fill_it() -> None:
    for start in (1, 4, 7):
        first, last = calendar.year(2026, start)
        for unit, count in (("quarter", 4), ("tertial", 3), ("half", 2)):
            parts = [calendar.part(2026, unit, number, start) for number in range(1, count + 1)]
            assert (parts[0][0], parts[-1][1]) == (first, last)
            assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(parts))
            with pytest.raises(ValueError, match=unit):
                calendar.part(2026, unit, count + 1, start)
    assert calendar.year(2026, 4) == (date(2025, 4, 1), date(2026, 3, 31))


def test_what_a_day_lies_in() -> None:
    day = date(2026, 5, 17)
    assert calendar.running(day, "week") == (date(2026, 5, 11), date(2026, 5, 17))
    assert calendar.running(day, "month") == (date(2026, 5, 1), date(2026, 5, 31))
    assert calendar.running(day, "quarter") == (date(2026, 4, 1), date(2026, 6, 30))
    assert calendar.running(day, "quarter", 5) == (date(2026, 5, 1), date(2026, 7, 31))
    assert calendar.running(day, "tertial") == (date(2026, 5, 1), date(2026, 8, 31))
    assert calendar.running(day, "half") == (date(2026, 1, 1), date(2026, 6, 30))


def test_seasons_and_their_year() -> None:
    assert calendar.season(2026, "summer") == (date(2026, 6, 1), date(2026, 8, 31))
    assert calendar.season(2026, "winter") == (date(2026, 12, 1), date(2027, 2, 28))


def test_easter_by_formula() -> None:
    known = {1961: (4, 2), 2000: (4, 23), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2038: (4, 25)}
    assert {year: (calendar.easter(year).month, calendar.easter(year).day) for year in known} == known
    assert all(calendar.easter(year).isoweekday() == 7 for year in range(1990, 2101))


def test_holidays_as_the_countries_keep_them() -> None:
    assert calendar.holiday(2026, "easter", "nb") == (date(2026, 4, 2), date(2026, 4, 6))
    assert calendar.holiday(2026, "whitsun", "da") == (date(2026, 5, 24), date(2026, 5, 25))
    assert calendar.holiday(2026, "midsummer", "sv") == (date(2026, 6, 19), date(2026, 6, 20))
    assert calendar.holiday(2026, "midsummer", "nb") == (date(2026, 6, 23), date(2026, 6, 24))
    assert calendar.holiday(2026, "christmas", "nn")[0] == date(2026, 12, 24)
    assert calendar.holiday(2026, "christmas", "en")[0] == date(2026, 12, 25)
    for name in ("common_holiday", "autumn_break", "winter_break", "school_start", "new_year"):
        for code in ("en", "nb", "nn", "sv", "da"):
            first, last = calendar.holiday(2026, name, code)
            assert first <= last
    with pytest.raises(KeyError):
        calendar.holiday(2026, "carnival", "en")


@pytest.mark.parametrize(
    ("lo", "hi", "middle"),
    [
        (date(2026, 3, 1), date(2026, 3, 31), date(2026, 3, 15)),
        (date(2026, 2, 1), date(2026, 2, 28), date(2026, 2, 15)),
        (date(2026, 7, 1), date(2026, 9, 30), date(2026, 8, 15)),
        (date(2026, 1, 1), date(2026, 6, 30), date(2026, 3, 31)),
        (date(2026, 1, 1), date(2026, 12, 31), date(2026, 6, 30)),
        (date(2026, 6, 1), date(2026, 6, 7), date(2026, 6, 4)),
    ],
)
def test_middle_first_and_last_part(lo: date, hi: date, middle: date) -> None:
    assert calendar.middle(lo, hi) == middle
    for part in (calendar.first_part, calendar.middle_part, calendar.last_part):
        first, last = part(lo, hi)
        assert lo <= first <= last <= hi
    assert calendar.first_part(lo, hi)[0] == lo
    assert calendar.last_part(lo, hi)[1] == hi
