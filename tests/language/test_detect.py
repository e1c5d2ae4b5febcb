"""The language of a text, on sentences made up for this; the labelled corpus is measured by tests.accuracy."""

from __future__ import annotations

from random import Random

import pytest

from smartlint.language.detect import candidates, detect, own_language, votes

SENTENCES = {
    "en": """Win two new customers every month; Finish the kitchen before the summer; Fewer complaints on late orders;
        Everyone answers the phone within a minute; Clean the storage room each Friday; Lower the power bill""",
    "nb": """Få to nye kunder hver måned; Bli ferdig med kjøkkenet før sommeren; Færre klager på sene leveringer;
        Alle svarer på telefonen innen ett minutt; Rydde lageret hver fredag; Senke strømregningen;
        Hvordan kan vi gjøre det hyggeligere; Øke andelen fornøyde brukere; Trivselen blant de ansatte er høyere""",
    "nn": """Få to nye kundar kvar månad; Bli ferdig med kjøkkenet før sommaren; Færre klager på seine leveringar;
        Alle svarer på telefonen innan eitt minutt; Rydde lageret kvar fredag; Korleis kan vi gjere det hyggelegare;
        Auke delen nøgde brukarar; Trivselen blant dei tilsette er høgare; Ikkje meir enn tre feil i veka""",
    "sv": """Få två nya kunder varje månad; Bli klar med köket före sommaren; Färre klagomål på sena leveranser;
        Alla svarar i telefon inom en minut; Städa lagret varje fredag; Sänka elräkningen;
        Hur kan vi göra det trevligare; Öka andelen nöjda användare; Inte mer än tre fel i veckan""",
    "da": """Få to nye kunder hver måned af gangen; Blive færdig med køkkenet før sommeren; Færre klager over leverancer;
        Alle tager telefonen inden for et minut; Rydde op på lageret hver uge; Sænke elregningen;
        Hvordan kan vi gøre det hyggeligere; Øge andelen af tilfredse brugere; Ikke mere end tre fejl om ugen""",
}
CASES = [(language, " ".join(one.split())) for language, text in SENTENCES.items() for one in text.split(";")]


@pytest.mark.parametrize(("language", "value"), CASES)
def test_a_sentence(language: str, value: str) -> None:
    assert detect(value) == language


def test_documents_of_three_goals() -> None:
    chance = Random(20260115)
    for _ in range(300):
        language = chance.choice(list(SENTENCES))
        text = "\n".join(chance.sample([value for code, value in CASES if code == language], 3))
        assert detect(text) == language, text


def test_keywords_vote_and_a_tie_goes_to_the_language_that_more_people_write() -> None:
    assert detect("Q3 2026") == "en"
    assert detect("Få 50 nye kunder") == "nb"
    assert detect("Få 50 nye kunder", [["da"], ["da", "nb"]]) == "da"
    assert votes("")["sv"] == 0


def test_languages_tie_where_their_votes_are_nearly_the_same() -> None:
    assert candidates("Halvere svartiden på kundeservice") == ("nb", "da")
    assert candidates("Halvere svartiden på kundeservice hver måned; skolene er ferdige") == ("nb",)
    assert candidates("Q3 2026") == ("en",)
    assert candidates("mål") == ("nb",), "a goal word alone is no text whose language could be asked for"


def test_where_goals_are_called_by_another_name_english_ones_are_guests() -> None:
    text = "Korta svarstiden i supporten från 9 till 4 timmar\nAll our customers have been moved to the new platform"
    assert detect(text) == "en"
    named = ["nb", "nn", "sv", "da"]
    assert detect(text, [named, named]) == "sv"
    assert detect(text, [named, ["en"]]) == "en"
    assert detect("All our customers have been moved to the new platform", [named]) == "en"


@pytest.mark.parametrize(
    ("around", "value", "language"),
    [
        ("nb", "Reduce the number of open incidents from 40 to 15", "en"),
        ("en", "Redusere antall åpne avvik fra 40 til 15", "nb"),
        ("nb", "Minska antalet öppna ärenden från 40 till 15", "sv"),
        ("sv", "Nedbringe antallet af åbne sager fra 40 til 15", "da"),
        ("nb", "Få køkkenet godkendt af Fødevarestyrelsen, før vi åbner", "da"),
        ("nb", "Auke delen kundar som kjøper igjen frå 20 til 28 prosent", "nn"),
        ("nn", "Øke andelen kunder som kjøper igjen fra 20 til 28 prosent", "nb"),
        ("da", "Styret kjenner de fem største risikoene og hvem som eier dem", "nb"),
    ],
)
def test_a_sentence_among_others_of_another_language(around: str, value: str, language: str) -> None:
    assert own_language(value, (around,)) == language
    assert own_language(value, (language,)) in ("", language)


@pytest.mark.parametrize(
    ("around", "value"),
    [
        ("nb", "Øke NPS i webshopen fra 40 til 55 ved å teste nye features hver sprint"),
        ("nb", "Øke churn rate-målingen til weekly active users per account"),
        ("nb", "Lansere Customer Success Platform for the Enterprise"),
        ("nb", "Få «The way we work and what we want to be» inn i alle kurs"),
        ("nb", "Få 'Best place to work' for tredje gang i 2026"),
        ("nb", "Svenska kraftnät och Vattenfall er kunder hos oss"),
        ("nb", "Jenta og gutta fikk henta boka på hytta si"),
        ("nb", "Vurdere å bytte ut dagens CRM-system dersom budsjettet tillater det"),
        ("nb", "Best in class på customer experience"),
        ("da", "Go-live for self service i Q2"),
        ("da", "Norske kunder hos Equinor og Telenor får svar samme dag"),
        ("sv", "Rulla ut Microsoft Dynamics 365 Business Central"),
        ("nn", "Rekruttere 5 lærarar til Førde"),
        ("en", "Launch the Norsk Tipping and Svenska Spel partnership"),
        ("en", "Best kundeservice in town"),
        ("nb", "Reduce churn"),
        ("en", "Øke salget"),
        ("nn", "Q3 2026"),
        ("nb", ""),
    ],
)
def test_names_quotations_jargon_and_short_sentences_are_not_another_language(around: str, value: str) -> None:
    assert own_language(value, (around,)) in ("", around)


def test_a_stated_near_language_yields_only_to_overwhelming_evidence() -> None:
    sentence = "Auke delen nøgde gjester frå 20 til 28 prosent"
    assert own_language(sentence, ("nb",)) == "nn"
    assert own_language(sentence, ("nb",), stated=True) == ""
    sure = "Ingen veit kva dei ikkje gjer, men me skal auke talet frå 20 til 40 og spørje kvar einaste kunde"
    assert own_language(sure, ("nb",), stated=True) == "nn"


def test_no_sentence_of_the_set_is_taken_for_another_language_by_itself() -> None:
    for language, value in CASES:
        assert own_language(value, (language,)) in ("", language), value


def test_between_languages_that_tie_only_a_clear_sentence_has_its_own() -> None:
    assert own_language("Minska antalet öppna ärenden från 40 till 15", ("en", "sv")) == "sv"
    assert own_language("Reduce the number of open incidents from 40 to 15", ("en", "sv")) == "en"
    assert own_language("Halvere svartiden på kundeservice", ("nb", "da")) == ""


def test_below_a_goal_of_another_language_less_is_enough() -> None:
    assert own_language("Reduce churn to 3 %", ("nb",)) == ""
    assert own_language("Reduce churn to 3 %", ("nb",), "en") == "en"
    assert own_language("Redusere frafallet til 3 %", ("nb",), "en") in ("", "nb")
    assert own_language("NPS 40", ("nb",), "en") == ""


def test_a_long_text_is_looked_at_in_part() -> None:
    assert detect("ikkje " * 1_000_000) == "nn"


def test_the_notes_of_the_bakery_are_bokmal() -> None:
    from tests.examples import EXAMPLES

    assert detect((EXAMPLES / "bakery" / "ideer-personalmote.goals").read_text("utf-8")) == "nb"
