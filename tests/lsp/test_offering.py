from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartlint.language.pack import CODES, load
from smartlint.lsp.offering import offers
from smartlint.lsp.session import Session
from smartlint.parser import parse
from tests.lsp.conftest import TODAY


def texts(session: Session, field: str, text: str = "goal A: Sell 4\n") -> list[str]:
    return [offer for offer, _ in offers(session, parse(text, "other.goals", today=TODAY), field, None)]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("field", ["period", "review", "deadline", "start", "status", "priority", "fiscal_year"])
def test_what_is_offered_can_be_read(session: Session, language: str, field: str) -> None:
    found = texts(session, field, f"language: {language}\ngoal A: Sell 4\n")
    assert found
    for offer in found:
        document = parse(f"language: {language}\ngoal A: Sell 4\n  {field.replace('_', ' ')}: {offer}\n", today=TODAY)
        assert [problem for problem in document.problems if problem.kind == "invalid-value"] == [], offer


def test_periods_begin_with_that_of_today(session: Session) -> None:
    assert texts(session, "period") == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2026", "2027"]


@pytest.mark.parametrize("language", CODES)
def test_periods_are_those_of_the_fiscal_year(session: Session, language: str) -> None:
    today = session.workspace._day = lambda: date(2026, 11, 22)
    month = load(language).data["time"]["months"]
    for number, words in enumerate(month.values(), 1):
        header = f"language: {language}\nfiscal year: {words[0]}\n"
        found = texts(session, "period", f"{header}goal A: Sell 4\n")
        for offer in (found[0], found[5]):
            period = parse(f"{header}period: {offer}\ngoal A: Sell 4\n", today=today()).goals[0].period
            first, last = (period.start, period.end) if period is not None else (None, None)
            assert first is not None, offer
            assert last is not None, offer
            assert first <= today() <= last, (number, offer)


def test_the_fiscal_year_may_be_configured(session: Session, folder: Path) -> None:
    session.workspace._day = lambda: date(2026, 11, 22)
    (folder / "smartlint.toml").write_text("[calendar]\nfiscal-year-starts = 7\n", "utf-8")
    assert texts(session, "period")[:2] == ["2027-Q2", "2027-Q3"]
    assert texts(session, "period", "fiscal year: january\ngoal A: Sell 4\n")[0] == "2026-Q4"


def test_days_go_over_the_end_of_the_year(session: Session) -> None:
    session.workspace._day = lambda: date(2026, 11, 22)
    assert texts(session, "deadline")[:3] == ["2026-11-30", "2026-12-31", "2027-01-31"]


def test_teams_are_those_of_the_roster_and_of_other_goals(session: Session, folder: Path) -> None:
    (folder / "smartlint.toml").write_text('[roster]\nteams = ["Office"]\n', "utf-8")
    assert list(dict.fromkeys(texts(session, "team"))) == ["Office", "Bakery", "Kjøkken"]


def test_a_field_of_text_has_no_values(session: Session) -> None:
    assert texts(session, "why") == []
    assert texts(session, "") == []
