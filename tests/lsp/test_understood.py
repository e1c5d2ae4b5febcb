from __future__ import annotations

from datetime import timedelta

import pytest

from smartlint.lsp.hover import values
from smartlint.lsp.understood import amount, distance, when
from smartlint.parser import parse
from smartlint.reading import Quantity
from tests.lsp.conftest import TODAY


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today"), (1, "in 1 day"), (-1, "1 day ago"), (69, "in 69 days"), (-2, "2 days ago")]
)
def test_how_far_a_day_is(days: int, said: str) -> None:
    assert distance(TODAY + timedelta(days), "en", TODAY) == said


def told(text: str, language: str) -> list[str]:
    """What was understood of a sentence and of its fields."""
    goal = parse(f"language: {language}\ngoal A: {text}\n", today=TODAY).goals[0]
    return [
        amount(one, language) if isinstance(one, Quantity) else when(one, language, TODAY)
        for one in values(goal.fields.values(), goal.reading)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sell 20 loaves a week", "20 loaves per week"),
        ("Answer within 24 hours", "24 hours"),
        ("Answer within 1 hour", "1 hour"),
        ("Raise it by 2 percentage points", "2 percentage points"),
        ("Raise it by 1 percentage point", "1 percentage point"),
        ("Raise it by 2–3 %", "2–3 %"),
        ("Halve the waste", "× 0.5"),
        ("Reach 4.5 of 5", "4.5 of 5"),
        ("Serve 4 guests per waiter", "4 guests per waiter"),
        ("Bake every day", "every day"),
        ("Bake\n  review: every two weeks", "every two weeks"),
        ("Bake\n  review: every five weeks", "every 5 weeks"),
        ("Bake\n  review: quarterly", "every quarter"),
        ("Train three times a week", "3 times every week"),
    ],
)
def test_what_was_understood_is_told_in_words(text: str, said: str) -> None:
    assert said in told(text, "en")


SAID = {
    "nb": ("Svare innen 24 timer, 20 kunder i uka, øke med 2 prosentpoeng\n  oppfølging: annenhver uke", "Levere hver dag"),
    "nn": ("Svare innan 24 timar, 20 kundar i veka, auke med 2 prosentpoeng\n  oppfølging: annankvar veke", "Levere kvar dag"),
    "sv": (
        "Svara inom 24 timmar, 20 kunder i veckan, öka med 2 procentenheter\n  uppföljning: varannan vecka",
        "Leverera varje dag",
    ),
    "da": (
        "Svare inden for 24 timer, 20 kunder om ugen, øge med 2 procentpoint\n  opfølgning: hver anden uge",
        "Levere hver dag",
    ),
}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("number", [0, 1])
def test_no_code_is_shown(language: str, number: int) -> None:
    found = told(SAID[language][number], language)
    assert found
    assert not [said for said in found if "/" in said or "_" in said or "PT24H" in said or "P2W" in said or "P1D" in said]
