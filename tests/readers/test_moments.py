"""Times in headings and lead-ins hold for the goals below them."""

from __future__ import annotations

from datetime import date

import pytest

from smartlint.readers.moments import interval
from smartlint.source import Span
from tests.readers.told import due, the


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("OKRs 2019 Q4", "2019-12-31"),
        ("Goals for Q2 2026", "2026-06-30"),
        ("2026 goals", "2026-12-31"),
        ("Goals FY26-Q3", "2026-09-30"),
        ("2026 H1 goals", "2026-06-30"),
        ("Mål for 2. tertial 2026", "2026-08-31"),
        ("Mål för kvartal 2 2026", "2026-06-30"),
        ("Mål 2026–2028", "2028-12-31"),
        ("Mål for mars 2026", "2026-03-31"),
        ("Release goals for v4 (by 2026-08-15)", "2026-08-15"),
        ("Goals", ""),
        ("Goals for this week", ""),
    ],
)
def test_headings(heading: str, day: str) -> None:
    assert due(the(f"# {heading}\n\n- Sell 9 cakes\n")) == day


@pytest.mark.parametrize(
    ("lead_in", "day"),
    [
        ("By June 2027, we will:", "2027-06-30"),
        ("Innen 2030 skal vi:", "2030-12-31"),
        ("Till år 2030 ska vi:", "2030-12-31"),
        ("I 2027 vil vi:", "2027-12-31"),
        ("Our goals for 2026:", "2026-12-31"),
    ],
)
def test_lead_ins(lead_in: str, day: str) -> None:
    assert due(the(f"We are a bakery.\n\n{lead_in}\n\n- Sell 9 cakes\n")) == day


def test_the_nearest_heading_wins_and_an_open_time_is_that_of_the_title() -> None:
    assert due(the("# Goals 2027\n\n## Q3\n\n- Sell 9 cakes\n")) == "2027-09-30"


def test_the_sentence_wins_over_the_heading() -> None:
    assert due(the("# Goals 2026\n\n- Sell 9 cakes by 1 May 2026\n")) == "2026-05-01"


def test_what_is_inherited_says_from_where() -> None:
    text = "# Goals for Q2 2026\n\n- Sell 9 cakes\n"
    origin = the(text).inherited["deadline"]
    assert text[origin.span.start : origin.span.end] in ("Q2 2026", "for Q2 2026")


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("2. kvartal 2027", "2027-06-30"),
        ("2\\. kvartal 2027", "2027-06-30"),
        ("Våren 2027", "2027-06-30"),
        ("Hösten 2027", "2027-12-31"),
        ("H1-27", "2027-06-30"),
        ("No patient is harmed by a fall", ""),
    ],
)
def test_headings_with_a_part_of_a_year(heading: str, day: str) -> None:
    assert due(the(f"# Mål\n\n## {heading}\n\n- Selge 9 kaker\n")) == day


@pytest.mark.parametrize("period", ["2026-08-09/2027-06-26", "2026-08-09 – 2027-06-26"])
def test_a_period_of_two_days(period: str) -> None:
    assert due(the(f"---\nperiode: {period}\n---\n\n# Mål\n\n- Selge 9 kaker\n")) == "2027-06-26"


def test_a_period_of_two_days_that_there_are_not_is_none() -> None:
    assert due(the("---\nperiode: 2026-08-32/2027-06-26\n---\n\n# Mål\n\n- Selge 9 kaker\n")) == ""


@pytest.mark.parametrize("text", ["1. kvt. 2027", "1. kv. 2027", "1. kvart 2027"])
def test_quarters_as_tables_write_them(text: str) -> None:
    time = interval(text, Span(0, len(text)))
    assert time is not None
    assert (time.start, time.end) == (date(2027, 1, 1), date(2027, 3, 31))


def test_the_day_on_which_goals_were_agreed_is_not_their_time() -> None:
    text = "# Projektmål, fastställda {day}\n\n- Sälj 9 kakor\n"
    assert due(the(text.format(day="2026-01-12"), "sv")) == ""
    assert due(the(text.format(day="våren 2027"), "sv")) == "2027-06-30"


def test_a_day_without_its_last_stop_where_only_a_day_can_stand() -> None:
    assert due(the("# Mål\n\n- Selge 40 båter\n  - Frist: 23.12\n", "nb")) == "2026-12-23"
