"""Two steps with one thing cannot be reached apart, and some are one outcome; two that only look like it can."""

import pytest

from tests.language.reading import sentence

ONE_THING = [
    ("en", "Get the drains inspected and have every blocked one cleared before October"),
    ("en", "Close the office in Leeds and open a new one in York"),
    ("nb", "Elevene leser hver dag og skriver i leseloggen"),
    ("sv", "Stänga kontoret i Lund och öppna ett nytt i Malmö"),
    ("da", "Lukke kontoret i Vejle og åbne et nyt i Horsens"),
    ("da", "Skrive en håndbog og trykke 300 eksemplarer"),
    ("nb", "Kassereren avslutter regnskapet og sender det til revisor"),
    ("en", "Write a handbook, publish it and walk through the changes with all managers"),
    ("en", "Buy defibrillators for the gym and train the caretakers in how they are used"),
    ("en", "Draft a succession plan and circulate among members for feedback"),
    ("en", "Deliver the report, the source code and a demo video"),
    ("en", "A visitor can open the page and see all opening hours at a glance"),
    ("en", "Interview 20 customers and summarise the findings in a report"),
    ("en", "Train 30 volunteers and get 25 of them on a fixed shift"),
    ("en", "Write a plan and present the plan to the board"),
    ("nb", "Kjøpe inn hjertestartere og lære vaktmesterne hvordan de brukes"),
    ("nb", "Lage en plan og forankre i ledergruppen"),
    ("nb", "Lage en handlingsplan og legge planen fram for styret"),
    ("nb", "Få på plass rutiner for avvik og sørge for at disse er kjent i hele organisasjonen"),
    ("nn", "Lage ein plan og leggje han fram for styret"),
    ("nn", "Få ned ventetida til to veker og halde henne der"),
    ("nn", "Intervjue 15 bønder og skrive ein rapport om funna"),
    ("sv", "Ta fram en rutin och informera alla chefer om den"),
    ("sv", "Kunden kan gå in på sidan och se sitt saldo"),
    ("sv", "Intervjua 20 kunder och sammanställa svaren"),
    ("da", "Indkøbe hjertestartere og undervise pedellerne i, hvordan de bruges"),
    ("da", "Ringe til alle passive medlemmer og få 40 af dem tilbage"),
    ("da", "Skrive en vejledning og sende vejledningen til alle"),
]
TWO_THINGS = [
    ("en", "Raise NPS to 45 and make it easier to reach a person by phone"),
    ("en", "Hire two analysts and improve the results by 10 %"),
    ("en", "Cut costs by 5 % and hire one engineer"),
    ("nb", "Åpne en butikk i Bodø og pusse opp det gamle lageret"),
    ("nb", "Legge nytt tak på skolen og åpne et nytt bibliotek i Bodø"),
    ("nn", "Byggje nytt fjøs og selje dei gamle traktorane"),
    ("sv", "Bygga om köket och anställa de två kockar som har sökt"),
    ("da", "Bygge et nyt skur og male de andre huse"),
]


@pytest.mark.parametrize(("language", "text"), ONE_THING)
def test_the_second_step_takes_up_the_first(language: str, text: str) -> None:
    assert not sentence(language, text).apart


@pytest.mark.parametrize(("language", "text"), TWO_THINGS)
def test_each_has_a_thing_of_its_own(language: str, text: str) -> None:
    assert sentence(language, text).apart


def test_what_the_second_verb_does_with_the_object_of_the_first_is_no_outcome_of_its_own() -> None:
    assert not sentence("en", "Hire two nurses and train them").compound
    assert sentence("en", "Interview 20 customers and summarise the findings in a report").compound
