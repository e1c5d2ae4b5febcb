"""Work told from what comes of it, in all languages: how often, to how many, what is kept up, what kind of thing is made."""

from __future__ import annotations

import pytest

from tests.language.reading import sentence

ROUTINE = [
    ("en", "Post three photos a week"),
    ("nb", "Legge ut et bilde hver fredag"),
    ("nn", "Leggje ut eit bilete kvar fredag"),
    ("sv", "Publicera ett recept varje vecka"),
    ("da", "Udgive en opskrift hver uge"),
]
MADE_SELDOM = [
    ("en", "Publish a report every quarter"),
    ("nb", "Publisere en rapport hvert kvartal"),
    ("sv", "Publicera en rapport varje kvartal"),
]
UPKEEP = [
    ("en", "Keep the opening hours up to date"),
    ("en", "Keep asking for references"),
    ("nb", "Holde åpningstidene oppdatert"),
    ("nn", "Halde opningstidene oppdaterte"),
    ("sv", "Hålla öppettiderna uppdaterade"),
    ("da", "Holde åbningstiderne opdaterede"),
]
KEPT = [
    ("en", "Maintain a rating of 4.5"),
    ("en", "Maintain the trust of our members"),
    ("nb", "Holde prisen på 2025-nivå"),
]
EFFORT = [
    ("en", "Increase focus on fire safety"),
    ("nb", "Øke fokuset på brannvern"),
    ("nn", "Auke merksemda om brannvern"),
    ("sv", "Öka fokus på brandskydd"),
    ("da", "Øge fokus på brandsikkerhed"),
]
ANY_NUMBER = [
    ("en", "Attend four street markets"),
    ("nb", "Delta på fire torgdager"),
    ("nn", "Delta på fire torgdagar"),
    ("sv", "Delta i fyra torgdagar"),
    ("da", "Deltage i fire torvedage"),
]
FEATS = [
    ("en", "Read twelve novels"),
    ("nb", "Lese tolv romaner"),
    ("sv", "Läsa tolv romaner"),
    ("da", "Læse tolv romaner"),
]
HABITS = [
    ("en", "Call former tenants"),
    ("nb", "Ringe tidligere leietakere"),
    ("nn", "Ringje tidlegare leigetakarar"),
    ("sv", "Ringa tidigare hyresgäster"),
    ("da", "Ringe tidligere lejere"),
]
IMMATERIAL = [
    ("en", "Build trust among the tenants"),
    ("en", "Create a workplace where nobody is shouted at"),
    ("nb", "Bygge tillit blant leietakerne"),
    ("sv", "Skapa en trygg arbetsplats"),
    ("da", "Skabe en tryg arbejdsplads"),
]


@pytest.mark.parametrize(("code", "text"), [*ROUTINE, *UPKEEP, *EFFORT, *ANY_NUMBER, *HABITS])
def test_it_is_work(code: str, text: str) -> None:
    assert sentence(code, text).form == "activity"


@pytest.mark.parametrize(("code", "text"), MADE_SELDOM)
def test_what_is_made_a_few_times_a_year_is_a_thing_each_time(code: str, text: str) -> None:
    assert sentence(code, text).form == "deliverable"


@pytest.mark.parametrize(("code", "text"), [*KEPT, *FEATS])
def test_it_is_a_state_or_something_achieved(code: str, text: str) -> None:
    assert sentence(code, text).form == "outcome"


@pytest.mark.parametrize(("code", "text"), IMMATERIAL)
def test_what_cannot_be_handed_over_is_an_outcome_that_nobody_can_check(code: str, text: str) -> None:
    seen = sentence(code, text)
    assert (seen.form, seen.measurable) == ("outcome", "no")
