from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartlint.language.pack import CODES
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


def test_days_go_over_the_end_of_the_year(session: Session) -> None:
    session.workspace._day = lambda: date(2026, 11, 22)
    assert texts(session, "deadline")[:3] == ["2026-11-30", "2026-12-31", "2027-01-31"]


def test_teams_are_those_of_the_roster_and_of_other_goals(session: Session, folder: Path) -> None:
    (folder / "smartlint.toml").write_text('[roster]\nteams = ["Office"]\n', "utf-8")
    assert list(dict.fromkeys(texts(session, "team"))) == ["Office", "Bakery", "Kjøkken"]


def test_a_field_of_text_has_no_values(session: Session) -> None:
    assert texts(session, "why") == []
    assert texts(session, "") == []
