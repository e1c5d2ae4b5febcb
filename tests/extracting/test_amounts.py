"""Numbers of a workbook are written as its reader sees them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.extracting.amounts import format_of, shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("3", "", "3"),
        ("12.5", "General", "12.5"),
        ("0.1", "", "0.1"),
        ("0.30000000000000004", "", "0.3"),
        ("1200000", "#,##0", "1200000"),
        ("1E+3", "", "1000"),
        ("-0.0", "0", "0"),
        ("0.12", "0%", "12 %"),
        ("0.125", "0.0 %", "12.5 %"),
        ("0.005", "0.00%", "0.5 %"),
        ("1200", '#,##0 "kr"', "1200 kr"),
        ("1200", '_-* #,##0.00\\ "kr"_-;-* #,##0.00\\ "kr"_-', "1200 kr"),
        ("18.5", "[$€-2] #,##0.00", "€ 18.5"),
        ("9", '0" dager"', "9 dager"),
        ("1.234", "", "1.2340"),  # 1.234 would be a thousand and more to a Norwegian
        ("1.234", "0.00", "1.23"),
    ],
)
def test_numbers(value: str, code: str, text: str) -> None:
    assert shown(value, code, since_1904=False) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("46203", "yyyy\\-mm\\-dd", "2026-06-30"),
        ("46203", "d. mmmm yyyy", "2026-06-30"),
        ("46203", "[$-414]d. mmm. yyyy;@", "2026-06-30"),
        ("46203", "dd/mm/yy", "2026-06-30"),
        ("46203", "mmm yyyy", "2026-06"),
        ("46203", "yyyy", "2026"),
        ("46203.5", "yyyy-mm-dd hh:mm", "2026-06-30 12:00"),
        ("0.75", "hh:mm", "18:00"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
    ],
)
def test_days(value: str, code: str, text: str) -> None:
    assert shown(value, code, since_1904=False) == text


def test_days_since_1904() -> None:
    assert shown("44741", "yyyy-mm-dd", since_1904=True) == "2026-06-30"


@pytest.mark.parametrize(
    ("number", "value", "text"), [(9, "0.5", "50 %"), (14, "46203", "2026-06-30"), (17, "46203", "2026-06")]
)
def test_formats_that_are_a_number_alone(number: int, value: str, text: str) -> None:
    assert shown(value, format_of(number, {}), since_1904=False) == text
    assert format_of(number, {number: "0"}) == "0"


@given(
    st.text(max_size=30) | st.floats().map(str) | st.integers().map(str),
    st.text('0#.,;%yMdhs"[]$_* kr-GeneralE+@\\', max_size=20),
)
def test_no_number_and_no_format_is_too_odd(value: str, code: str) -> None:
    assert isinstance(shown(value, code, since_1904=False), str)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_plain_number_keeps_its_value(number: Decimal) -> None:
    assert abs(Decimal(shown(str(number), "", since_1904=False)) - number) < Decimal("0.1")
