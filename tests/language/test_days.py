"""Days as people of each language write them."""

from datetime import date

import pytest

from smartlint.language.days import day, month


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "3 March 2026"), ("nb", "3. mars 2026"), ("nn", "3. mars 2026"), ("sv", "3 mars 2026"), ("da", "3. marts 2026")],
)
def test_days_are_written_as_the_language_has_it(language: str, written: str) -> None:
    assert day(date(2026, 3, 3), language) == written


@pytest.mark.parametrize(("language", "written"), [("en", "May"), ("nb", "mai"), ("nn", "mai"), ("sv", "maj"), ("da", "maj")])
def test_months_are_written_as_in_a_sentence(language: str, written: str) -> None:
    assert month(5, language) == written
