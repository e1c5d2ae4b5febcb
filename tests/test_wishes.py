"""A wish of a few words is told what it lacks, and each thing once: one cause, one finding."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from smartlint.linter import Finding, Settings, choose, lint_texts
from smartlint.registry import load

SETTINGS = Settings(choose(load()), date(2026, 2, 1))
#: What a goal that says no more than a wish lacks: a measure, an owner, a deadline, a plan.
MOST = 4
WORDS = {"en": "goal", "nb": "mål", "nn": "mål", "sv": "mål", "da": "mål"}
WISHES = {
    "en": (
        "Improve sales",
        "Be the best",
        "Better service",
        "Consider outsourcing",
        "Happier customers",
        "More sales, faster",
        "Grow significantly",
        "Try to improve quality",
        "World-class support",
        "Can we sell more?",
        "Work harder",
        "Increase brand awareness",
        "Good team spirit",
        "Sales and marketing",
        "Try harder if possible",
        "Many more happy customers",
        "Improve quality, service, etc.",
        "Explore new markets soon",
        "Everyone works smarter",
        "Delight our guests",
        "A stronger brand",
        "Reduce stress at work",
        "Become more digital",
        "Less waste, more fun",
        "Focus on quality",
        "Look into new suppliers",
        "Customer satisfaction",
    ),
    "nb": (
        "Bli best",
        "Styrke merkevaren",
        "Økt lønnsomhet",
        "Bedre samarbeid",
        "Vurdere outsourcing",
        "Øke salget",
        "Mer fornøyde kunder",
        "Bli ledende i bransjen",
        "Redusere kostnader snarest",
        "Jobbe smartere",
        "God kundeservice",
        "Kan vi selge mer?",
        "Forsøke å bli bedre",
        "Vesentlig bedre resultater",
        "Flere kunder osv.",
        "Effektiv drift på sikt",
        "Kundefokus i alle ledd",
        "Mindre byråkrati",
        "Trygge og gode skoler",
        "Fortsette det gode arbeidet",
        "Utrede ny organisering",
        "Få ned sykefraværet",
        "Verdens beste barnehage",
    ),
    "nn": (
        "Bli best i bygda",
        "Betre trivsel",
        "Auke salet",
        "Styrkje samarbeidet",
        "Vurdere nye marknader",
        "Meir nøgde kundar",
        "God stemning",
        "Vere leiande",
        "Prøve å bli betre",
        "Mange fleire gjester",
        "Lågare kostnader snart",
        "Korleis får vi fleire kundar?",
        "Jobbe hardare",
        "Effektiv drift m.m.",
        "Eit levande bygdesenter",
        "Mindre svinn",
        "Halde fram som før",
        "Gode tenester til innbyggjarane",
        "Greie ut ny skulestruktur",
    ),
    "sv": (
        "Bli bäst",
        "Bättre service",
        "Förbättra försäljningen",
        "Öka lönsamheten",
        "Nöjdare kunder",
        "Överväga outsourcing",
        "Stärka varumärket",
        "Bli marknadsledande",
        "Effektivare processer",
        "Försöka bli bättre",
        "Många fler kunder",
        "God arbetsmiljö",
        "Hur säljer vi mer?",
        "Jobba hårdare",
        "Minskade kostnader på sikt",
        "Högre kvalitet m.m.",
        "Ökad trygghet i centrum",
        "Fokus på kunden",
        "Fortsätta det goda arbetet",
        "Utreda ny organisation",
        "Snabbare handläggning",
        "Sveriges bästa skola",
    ),
    "da": (
        "Blive bedst",
        "Øge tilfredsheden",
        "Bedre service",
        "Styrke samarbejdet",
        "Overveje outsourcing",
        "Flere kunder",
        "Mere tilfredse medarbejdere",
        "Være førende",
        "Prøve at blive bedre",
        "Effektiv drift",
        "Betydeligt højere salg",
        "Arbejde hårdere",
        "Hvordan sælger vi mere?",
        "Lavere omkostninger snarest",
        "Godt arbejdsmiljø osv.",
        "Forbedre kvaliteten",
        "Bedre trivsel på arbejdspladsen",
        "Fokus på kunden",
        "Fortsætte det gode arbejde",
        "Danmarks bedste hotel",
        "Hurtigere sagsbehandling",
        "Undersøge nye markeder",
        "Mindre spild",
    ),
}
KINDS = {
    "en": ("result goal", "performance goal", "objective", "strategic goal"),
    "nb": ("resultatmål", "prestasjonsmål", "nøkkelresultat", "effektmål"),
    "nn": ("resultatmål", "prestasjonsmål", "nøkkelresultat", "effektmål"),
    "sv": ("resultatmål", "prestationsmål", "nyckelresultat", "effektmål"),
    "da": ("resultatmål", "præstationsmål", "nøgleresultat", "effektmål"),
}
ALL = [(language, wish) for language, wishes in WISHES.items() for wish in wishes]


def _findings(language: str, word: str, wish: str) -> list[Finding]:
    return list(lint_texts({"wish.goals": f"language: {language}\n{word}: {wish}\n"}, SETTINGS).findings)


@pytest.mark.parametrize(("language", "wish"), ALL, ids=[wish for _, wish in ALL])
def test_a_wish_draws_four_findings_at_most(language: str, wish: str) -> None:
    found = _findings(language, WORDS[language], wish)
    codes = [one.rule.code for one in found]
    assert len(codes) <= MOST, codes
    assert {"OWN001", "PLN001"} < set(codes)
    assert {"TIM001", "TIM002"} & set(codes)
    assert {"MEA001", "SPC011"} & set(codes), f"nothing says that it cannot be measured: {codes}"
    start = len(f"language: {language}\n{WORDS[language]}: ")
    places = Counter(one.place.span for one in found if one.place.span.start >= start)
    assert max(places.values(), default=1) == 1, f"two findings at one word: {codes}"


@pytest.mark.parametrize("language", list(KINDS))
def test_whatever_kind_of_goal_it_is_called(language: str) -> None:
    for word in KINDS[language]:
        for wish in WISHES[language][:6]:
            codes = [one.rule.code for one in _findings(language, word, wish)]
            assert 0 < len(codes) <= MOST, (word, wish, codes)


def test_there_are_enough_wishes() -> None:
    assert len(ALL) >= 40
    assert min(len(wishes) for wishes in WISHES.values()) >= 8
    assert all(2 <= len(wish.split()) <= 5 for _, wish in ALL)


def test_what_has_no_finding_of_its_own_is_shown_beside_it() -> None:
    text = "goal: Try to be the best, most helpful, etc.\n"
    (found,) = (one for one in lint_texts({"wish.goals": text}, SETTINGS).findings if one.rule.code == "MEA001")
    shown = {text[slice(*place.span)]: found.note(place, "en") for place in found.related}
    assert shown["Try"] == "promises no more than a try or a thought"
    assert shown["etc."] == "leaves the list open"
