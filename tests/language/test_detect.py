"""The language of a text, on sentences made up for this; the labelled corpus is measured by tests.accuracy."""

from __future__ import annotations

from random import Random

import pytest

from smartlint.language.detect import detect, votes

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


def test_a_long_text_is_looked_at_in_part() -> None:
    assert detect("ikkje " * 1_000_000) == "nn"


def test_the_notes_of_the_bakery_are_bokmal() -> None:
    from tests.examples import EXAMPLES

    assert detect((EXAMPLES / "bakery" / "ideer-personalmote.goals").read_text("utf-8")) == "nb"
