"""Headings that are clauses."""

from __future__ import annotations

import pytest

from smartlint.readers.clauses import is_clause, is_other, is_section, is_watched, is_wish, wanting, wants, wants_at_end
from tests.readers.told import due, goals, read

FIGURES = "\n\n- At least 9 of 10 calls answered\n- Waste under 5 %\n"


@pytest.mark.parametrize(
    "heading",
    ["What we heard in May", "Det vi står for", "Dette ventar vi med", "Vem vi är", "Hvad vi ved", "How we'll talk about it"],
)
def test_a_clause_over_something_else(heading: str) -> None:
    assert is_clause(heading)
    assert is_other(heading)
    assert goals(f"# Goals 2027\n\n## {heading}{FIGURES}") == []


@pytest.mark.parametrize(
    "heading",
    [
        "What we commit to",
        "Det vil jeg nå i denne uge",
        "Hva vi skal få til",
        "Vart vi ska",
        "Kva me vil",
        "Hvad skal vi nå?",
        "The laundry – what we are going for",
        "What success looks like in 2027",
    ],
)
def test_a_clause_that_promises_goals(heading: str) -> None:
    assert wants(heading)
    assert len(goals(f"# The laundry\n\n## {heading}{FIGURES}")) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "What we will not do",
        "Hvad skal vi ikke?",
        "Hva skal vi spise?",
        "What you should do",
        "How we want to work",
        "Kor og musikk",
        "Goals",
    ],
)
def test_no_promise(heading: str) -> None:
    assert not wants(heading)


def test_a_title_is_never_closed_for_what_it_asks() -> None:
    assert goals(f"# Who we are\n\n## Goals 2027{FIGURES}") == ["At least 9 of 10 calls answered", "Waste under 5 %"]


@pytest.mark.parametrize("heading", ["Budget", "3. Våra värderingar", "Økonomi (status)", "Neste steg", "Møteplan (vår)"])
def test_sections_without_goals(heading: str) -> None:
    assert is_section(heading)
    assert goals(f"# Goals 2027\n\n## {heading}{FIGURES}") == []


@pytest.mark.parametrize("heading", ["Reported only", "Tall vi bare følger med på", "Health metrics (we only watch these)"])
def test_what_is_told_and_not_aimed_at(heading: str) -> None:
    assert is_watched(heading)
    assert goals(f"# Objectives 2027\n\n## {heading}{FIGURES}") == []


def test_columns_of_wishes() -> None:
    assert is_wish("Outcome we want")
    assert is_wish("Vi vil oppnå")
    assert not any(map(is_wish, ["When we want it", "Outcome", "What we will do", "Det vi ikke vil"]))


@pytest.mark.parametrize(
    "line",
    ["What do you want to achieve in 2027?", "Hva vil du oppnå i 2027?", "Vad vill du uppnå 2027?", "Hvad vil du nå i 2027?"],
)
def test_a_talk_asks_for_goals_with_their_year(line: str) -> None:
    (goal, *_) = read(f"**{line}**\n- Stå alene i butikken på lørdager\n- Service på under 50 minutter\n").goals
    assert due(goal) == "2027-12-31"


def test_instructions_ask_for_none() -> None:
    assert not wants("What do you want to achieve?")


@pytest.mark.parametrize("heading", ["Goals 2026 – how they went", "Målen för 2026, som de slutade", "Mål 2026: slik gikk det"])
def test_headings_that_tell_how_goals_went(heading: str) -> None:
    assert goals(f"# Plan\n\n## {heading}\n\n- Sell 40 boats\n- A new jetty by June\n") == []


@pytest.mark.parametrize(
    "heading", ["Numbers we report but don't steer by", "Statistikk vi rapporterer", "Siffror vi redovisar"]
)
def test_figures_that_are_reported(heading: str) -> None:
    assert is_watched(heading)


def test_a_sentence_ends_with_what_is_wanted() -> None:
    assert wants_at_end("The team has met and thought about what we want to reach by June 2027:")
    assert wants_at_end("Vi har tænkt over, hvad vi gerne vil nå inden sommer:")
    assert not wants_at_end("We do not know what we want:")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hva Kari vil oppnå", "Kari"),
        ("Det här vill Bosse nå 2027", "Bosse"),
        ("Det vil Nikolaj nå inden jul 2027", "Nikolaj"),
        ("What the board wants to achieve", "board"),
        ("Kva styret vil oppnå i 2027", "styret"),
        ("What customers want", ""),
        ("Hva Kari lærte", ""),
    ],
)
def test_who_wants_it(text: str, who: str) -> None:
    found = wanting(text)
    assert (text[found.start : found.end] if found is not None else "") == who
