"""What a heading says: goals of a kind, a field, something else, or that there are no goals below it."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from smartlint.language.pack import CODES
from smartlint.readers.words import (
    field_called,
    field_ending,
    is_aside,
    is_denied,
    is_habit,
    is_memo,
    is_past,
    is_record,
    kind_in,
    opens_goals,
)
from tests.readers.told import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("OKRs 2026", "objective"),
        ("OKR:er 2026", "objective"),
        ("Our goals", "goal"),
        ("2.1 Effektmål", "effect"),
        ("Læringsmål", "goal"),
        ("Goals and key results", "key_result"),
        ("Hållbarhetsmål", "goal"),
        ("Spørsmål", ""),
        ("Formål", ""),
        ("It costs 500 kr", ""),
        ("Contributing", ""),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    found = kind_in(text, "nb")
    assert (found.word.kind if found is not None else "") == kind


@pytest.mark.parametrize(
    "text",
    [
        "What are OKRs?",
        "1. Background and context?",
        "Slik gjør du",
        "Avgränsningar",
        "Utfall 2025:",
        "Non-goals",
        "Eksempler",
        "Mal",
    ],
)
def test_asides(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize("text", ["Goals", "Malmö", "Omsetning", "Logistics", "Resultatmål", "Så", "Contents of the shop"][:5])
def test_no_asides(text: str) -> None:
    assert not is_aside(text)


def test_fields() -> None:
    assert field_called("Point of contact", "en") == "owner"
    assert field_called("3. Milepæler", "nb") == "milestones"
    assert field_ending("Detta mål är uppnått när:") == "done_when"
    assert field_called("Weather", "en") == ""


def test_lead_ins() -> None:
    assert opens_goals("By June we will:")
    assert not opens_goals("We willingly do this:")
    assert is_denied("Goals we did not choose")
    assert not is_denied("Notable goals")


def test_every_list_has_words_of_each_language_in_lower_case() -> None:
    data = tomllib.loads((files("smartlint_grammar") / "documents.toml").read_text("utf-8"))
    nested = ("fields", "keys")
    tables = [data[name] for name in data if name not in nested] + [one for name in nested for one in data[name].values()]
    for table in tables:
        by_language = set(table) & set(CODES)
        assert not by_language or by_language == set(CODES)
        for words in table.values():
            assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    "text", ["Planleggingsmøte 29/9", "Styrelsemöte", "From the minutes", "Fra gruppens referat", "Ur protokollet"]
)
def test_records_of_meetings(text: str) -> None:
    assert is_record(text)


@pytest.mark.parametrize(
    "text",
    ["How Q3 went", "Slik gikk det", "Så gick det i fjol", "Det gik sådan", "Forslag der blev stemt ned", "Kva det vart til"],
)
def test_headings_over_what_was(text: str) -> None:
    assert is_past(text)


@pytest.mark.parametrize(
    "text",
    ["Training diary", "Dagbok", "Hvem gør hvad", "Utstyr jeg mangler", "Backlog, inte nu", "Det gör vi", "Dugnadsliste"],
)
def test_headings_over_logs_deeds_and_things(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text", ["Venteliste", "Customers trust the log we keep", "A dialogue with everyone", "What we need to achieve"]
)
def test_headings_that_only_look_so(text: str) -> None:
    assert not is_aside(text)
    assert not is_past(text)
    assert not is_record(text)


@pytest.mark.parametrize("heading", ["Vaner på afsnittet", "Our habits", "Rutinar i laget", "Vanor"])
def test_headings_over_habits(heading: str) -> None:
    assert is_habit(heading) is (" " in heading)


def test_to_whom_a_paper_goes_is_no_goal() -> None:
    head = "# Mål for museumsbutikken 2027\n\n**Til:** Styret i stiftelsen\n**Fra:** Daglig leder\n"
    document = read(f"{head}\n## Mål\n\n- Salg på 65 kroner per besøk\n")
    assert is_memo("Til: Styret")
    assert ([goal.statement.plain for goal in document.all_goals], document.problems) == (["Salg på 65 kroner per besøk"], ())


@pytest.mark.parametrize(
    "text", ["Three goals, no more", "Tre mål, ikke flere", "Våra mål – inte så många", "Mål (ikkje fleire)"]
)
def test_how_many_goals_there_are_denies_none(text: str) -> None:
    assert not is_denied(text)


def test_what_goals_are_denied() -> None:
    assert is_denied("Mål vi ikke har satt")
    assert is_denied("Goals, not tasks")


def test_milestones_along_the_way() -> None:
    assert {field_called(text, "da") for text in ("Milepæle på vejen", "Milestones along the way")} == {"milestones"}


@pytest.mark.parametrize("text", ["From the annual report 2026", "Frå årsmeldinga 2026", "Ur verksamhetsberättelsen 2026"])
def test_excerpts_of_reports(text: str) -> None:
    assert is_record(text)
