"""Times that an event sets, rhythms of what is held, and what only looks like them."""

from __future__ import annotations

from datetime import date

import pytest

from smartlint.language.inspection import inspect


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ship the beta ahead of the spring conference", [("ahead of the spring conference", "deadline")]),
        ("en", "By the time the shop opens, ten people are trained", [("By the time the shop opens", "deadline")]),
        ("en", "Win 40 customers by dropping free delivery", []),
        ("nb", "Skaffe åtte dommere før kampstart", [("før kampstart", "deadline")]),
        ("en", "First-time right 95 % (was 91 % in Q2)", []),
        ("da", "Ventetid under 20 minutter, var 45 minutter i 2025", []),
        ("en", "Reopen in Q3 2026 the hall that was shut in 2025", [("in Q3 2026", "period"), ("in 2025", "period")]),
        ("en", "Interview 8 users before sprint 5", [("before sprint 5", "deadline")]),
        ("nb", "Intervjue 8 brukere før sprint 5", [("før sprint 5", "deadline")]),
        ("sv", "Byta kassorna före Black Friday", [("före Black Friday", "deadline")]),
        ("da", "Trivslen er mindst 4,2 ved næste måling", [("ved næste måling", "period")]),
        ("sv", "Nå 400 prenumeranter före halvårsskiftet", [("före halvårsskiftet", "deadline")]),
        ("nn", "Opne den nye hallen hausten 2027", [("hausten 2027", "period")]),
        ("nb", "Score to mål per kamp", [("per kamp", "recurrence")]),
        ("nn", "Få 20 nye medlemer før årsmøtet", [("før årsmøtet", "deadline")]),
        ("sv", "Ha tio ledare på plats före terminsstart", [("före terminsstart", "deadline")]),
        ("sv", "Måla om i vår lokal", []),
        ("da", "Nå 500 medlemmer inden generalforsamlingen", [("inden generalforsamlingen", "deadline")]),
        ("da", "Svare på alle mails inden for to hverdage", [("inden for to hverdage", "duration")]),
    ],
)
def test_a_time_that_an_event_sets(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(time["text"], time["role"]) for time in inspect(text, language, date(2026, 1, 15))["times"]] == expected
