"""Files with goals in several languages: each is read in its own, and one language stays one."""

from __future__ import annotations

import pytest

from smartlint.goal import Document
from smartlint.language.prose import read
from smartlint.language.times import Anchor
from smartlint.parser import resolve
from smartlint.reading import Reading, Text
from smartlint.registry import load
from smartlint.testing import examples
from tests.accuracy.corpus import sentences
from tests.examples import EXAMPLES
from tests.parser.reading import parse

WORDS = {"en": "goal", "nb": "mål", "nn": "mål", "sv": "mål", "da": "mål"}
GOALS = {
    "en": """Cut the time customers wait on the phone from 9 to 4 minutes by the end of June
        Move every invoice to the new system without losing a day of work
        No patient waits more than 30 minutes in the emergency room
        Answer all complaints in writing within three working days
        Double the number of volunteers who help at the food bank
        Bring the error rate in the warehouse down to one in a thousand""",
    "nb": """Korte ned ventetiden på telefon fra 9 til 4 minutter innen utgangen av juni
        Holde sykefraværet under 5 % gjennom hele året
        Ingen pasienter venter mer enn 30 minutter på legevakten
        Svare skriftlig på alle klager innen tre virkedager
        Doble antallet frivillige som hjelper til på matsentralen
        Vinne tilbake 30 av kundene som vi mistet i fjor""",
    "nn": """Korte ned ventetida på telefon frå 9 til 4 minutt innan utgangen av juni
        Halde sjukefråværet under 5 % gjennom heile året
        Ingen pasientar ventar meir enn 30 minutt på legevakta
        Svare skriftleg på alle klager innan tre vyrkedagar
        Alle tilsette har teke førstehjelpskurset innan 1. oktober
        Vinne tilbake 30 av kundane som vi mista i fjor""",
    "sv": """Korta väntetiden i telefon från 9 till 4 minuter före utgången av juni
        Flytta alla fakturor till det nya systemet utan att tappa en arbetsdag
        Ingen patient väntar mer än 30 minuter på akuten
        Svara skriftligt på alla klagomål inom tre arbetsdagar
        Dubbla antalet volontärer som hjälper till på matbanken
        Få ner felen på lagret till ett på tusen""",
    "da": """Forkorte ventetiden i telefonen fra 9 til 4 minutter inden udgangen af juni
        Flytte alle fakturaer til det nye system uden at miste en arbejdsdag
        Ingen patienter venter mere end 30 minutter på skadestuen
        Svare skriftligt på alle klager inden for tre hverdage
        Fordoble antallet af frivillige, som hjælper i madbanken
        Vinde 30 af de kunder tilbage, som vi mistede sidste år""",
}
SENTENCES = {language: [line.strip() for line in text.splitlines()] for language, text in GOALS.items()}
NEAR = {"nb", "nn", "da"}


def file(language: str, goals: list[str]) -> Document:
    return parse("".join(f"{WORDS[language]} {number}: {goal}\n" for number, goal in enumerate(goals, 1)))


def languages(document: Document) -> list[str]:
    return [goal.language for goal in document.all_goals]


@pytest.mark.parametrize("other", GOALS)
@pytest.mark.parametrize("language", GOALS)
def test_a_goal_among_those_of_another_language(language: str, other: str) -> None:
    """Between near languages, what is not clear keeps the file's language; nothing gets a third one."""
    hosts = SENTENCES[language]
    found = []
    for number, guest in enumerate(SENTENCES[other]):
        document = file(language, [*hosts[:number], guest, *hosts[number:]])
        assert document.language == language
        given = languages(document)
        found.append(given.pop(number))
        assert given == [language] * len(hosts)
        assert {goal.reading.language for goal in document.all_goals if goal.language == other} <= {other}
    if {language, other} <= NEAR:
        assert set(found) <= {language, other}
        assert found.count(other) >= 3
    else:
        assert found == [other] * len(found)


def test_goals_of_the_set_have_the_language_of_their_file() -> None:
    cases: dict[str, list[str]] = {}
    for case in sentences(None):
        cases.setdefault(case.language, []).append(case.text)
    for language, texts in cases.items():
        for start in range(0, len(texts), 6):
            document = file(language, texts[start : start + 6])
            assert set(languages(document)) == {document.language} == {language}


def test_goals_of_the_examples_have_the_language_of_their_file() -> None:
    for path in EXAMPLES.rglob("*.goals"):
        document = parse(path.read_text("utf-8"))
        stated = {goal.inherited["language"].place for goal in document.all_goals if "language" in goal.inherited}
        if not stated and not document.tied:
            assert set(languages(document)) <= {document.language}, path


def test_goals_on_the_pages_of_rules_have_the_language_of_their_file() -> None:
    for rule in load():
        if rule.always or rule.code == "SPC017":  # whose examples are mixed
            continue
        for heading in ("Example", "Use instead"):
            for texts in examples(rule, heading):
                for text in texts.values():
                    document = parse(text)
                    stated = any("language" in section.fields for section in document.sections)
                    assert stated or set(languages(document)) <= {document.language}, f"{rule.code}\n{text}"


def test_a_goal_is_read_in_its_own_language_with_all_its_fields() -> None:
    text = (
        "mål 1: Korte ned ventetiden på telefon fra 9 til 4 minutter\nmål 2: Holde sykefraværet under 5 % hele året\n"
        "mål 3: Win back half of the customers that we lost last year by the end of June\n"
        "  target: 1,500 customers\n  måles ved: the number of customers with an order in the last month\n"
    )
    goal = parse(text).all_goals[2]
    assert (goal.language, goal.reading.language) == ("en", "en")
    assert goal.deadline is not None
    assert goal.fields["metric"].reading.language == "en"
    assert goal.fields["target"].value.value == 1500
    assert parse(text, "nb").all_goals[2].language == "en", "what the user says holds for what is not clearly another one"


def test_sub_goals_go_by_their_own_sentence() -> None:
    text = (
        "mål 1: Korte ned ventetiden på telefon fra 9 til 4 minutter\nmål 2: Holde sykefraværet under 5 % hele året\n"
        "mål 3: Win back half of the customers that we lost last year\n"
        "  mål 3.1: Reduce churn to 3 %\n  mål 3.2: Redusere frafallet blant de yngste kundene til 3 %\n  mål 3.3: NPS 40\n"
        "  mål 3.4: Svara skriftligt på alla klagomål inom tre arbetsdagar\n"
        "mål 4: Reduce churn to 3 %\n"
    )
    assert languages(parse(text)) == ["nb", "nb", "en", "en", "nb", "nb", "sv", "nb"]


@pytest.mark.parametrize("stated", ["nb", "sv"])
def test_what_a_goal_states_holds_for_it_and_those_below_that_are_not_clearly_another_language(stated: str) -> None:
    text = f"mål 1: Reduce churn\n  språk: {stated}\n  mål 1.1: NPS 40\n  mål 1.2: Double the number of our volunteers\n"
    assert languages(parse(text)) == [stated, stated, "en"]


@pytest.mark.parametrize("form", ["goal: {}\n", "goal: {}\n  language: {stated}\n", "language: {stated}\ngoal: {}\n"])
@pytest.mark.parametrize("stated", ["nb", "nn", "sv", "da"])
def test_no_statement_makes_a_clear_sentence_one_of_another_language(stated: str, form: str) -> None:
    for sentence in ("Become more efficient", "Improve the shop", *SENTENCES["en"]):
        given = stated if "{stated}" not in form else ""
        (goal,) = parse(form.format(sentence, stated=stated), given).all_goals
        assert (goal.language, goal.reading.language) == ("en", "en"), sentence


@pytest.mark.parametrize("stated", GOALS)
@pytest.mark.parametrize("language", GOALS)
def test_of_near_languages_the_stated_one_holds(language: str, stated: str) -> None:
    found = [parse(f"mål: {sentence}\n", stated).all_goals[0].language for sentence in SENTENCES[language]]
    assert set(found) <= {language, stated}
    if not {language, stated} <= NEAR:
        assert set(found) == {language}
    elif "nb" in (language, stated):
        assert found.count(stated) >= 5


def test_a_language_that_is_misspelt_states_none() -> None:
    document = parse("goal: Improve the shop\n  language: klingon\n", "da")
    assert languages(document) == ["en"]
    assert [problem.variant for problem in document.problems] == ["language"]


def test_what_a_heading_states_holds_for_all_that_is_not_clearly_another_language() -> None:
    text = "språk: nb\nmål 1: Reduce churn to 3 %\nmål 2: Win back the customers that we lost\nmål 3: Fordoble antallet\n"
    assert languages(parse(text)) == ["nb", "en", "nb"]


def test_a_section_that_states_its_language_has_no_vote() -> None:
    swedish = "team: Drift\nmål 1: Korta svarstiden i supporten från 9 till 4 timmar\n"
    english = "".join(f"goal {number}: {goal}\n" for number, goal in enumerate(SENTENCES["en"], 2))
    document = parse(f"{swedish}\nteam: Ops\nlanguage: en\n{english}\nteam: Salg\nmål 9: Hälften av gästerna kommer tillbaka\n")
    assert document.language == "sv"
    assert languages(document) == ["sv", *["en"] * 6, "sv"]
    assert parse(f"{swedish}\nteam: Ops\n{english}").language == "en"


def test_languages_that_tie_are_all_tried_and_the_document_says_so() -> None:
    document = parse("mål: Halvere svartiden på kundeservice\nmål: Sende faktura den 1. hver måned\n")
    assert document.tied == ("nb", "da")
    assert languages(document) == ["nb", "nb"]


def test_in_a_tie_the_reading_that_understood_more_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def understood(reading: Reading) -> int:
        tried.append(reading.language)
        return 1 if reading.language == "da" else 0

    monkeypatch.setattr(resolve, "_understood", understood)
    document = parse("mål: Halvere svartiden på kundeservice\n")
    assert tried == ["nb", "da"]
    assert document.language == "nb"
    assert document.goals[0].language == document.goals[0].reading.language == "da"


def test_where_nothing_ties_no_sentence_is_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counting(text: Text, language: str, anchor: Anchor) -> Reading:
        seen.append(text.text)
        return read(text, language, anchor)

    monkeypatch.setattr(resolve, "read", counting)
    goals = [*SENTENCES["nb"], SENTENCES["en"][0]]
    assert not file("nb", goals).tied
    assert seen == goals
    seen.clear()
    assert file("nb", ["Halvere svartiden på kundeservice"]).tied
    assert len(seen) == 3
