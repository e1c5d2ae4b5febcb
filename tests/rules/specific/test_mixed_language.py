from dataclasses import replace

from smartlint.parser import parse
from smartlint.rule import Context, Document, Report
from smartlint.testing import TODAY, Invalid, check_page, check_rule
from smartlint_rules.specific.mixed_language import MixedLanguage

NB = "team: Drift\nspråk: nb\nmål 1: Korte svartiden i kundeservice fra 9 til 4 timer\n"
SV = "team: Drift\nmål 1: Korta svarstiden i supporten från 9 till 4 timmar\n"


def as_if(text: str, *languages: str) -> Document:
    """A document whose goals are in these languages."""
    document = parse(text, "test.goals", today=TODAY)
    goals = tuple(replace(goal, language=language) for goal, language in zip(document.goals, languages, strict=True))
    return replace(document, goals=goals)


def found(document: Document) -> list[Report]:
    context = Context(document, TODAY, {})
    return [said for said in MixedLanguage().check(document, context) if isinstance(said, Report)]


def test_each_language_is_found_once_at_its_first_goal() -> None:
    text = NB + "mål 2: Reduce incidents\nmål 3: Sell 40 seats\nmål 4: Minska antalet\n"
    english, swedish = found(as_if(text, "nb", "en", "en", "sv"))
    assert english.params == {"here": "English", "elsewhere": "norsk bokmål", "code": "en"}
    assert text[slice(*english.span)] == "Reduce incidents"
    assert [text[slice(*other.span)] for other in english.related] == ["Sell 40 seats"]
    assert text[slice(*swedish.span)] == "Minska antalet"
    assert not swedish.related


def test_what_is_stated_counts() -> None:
    section = NB + "\nteam: Ops\nlanguage: en\ngoal 2: Reduce incidents\n"
    assert not found(as_if(section, "nb", "en"))
    assert len(found(as_if(section, "nb", "sv"))) == 1
    assert not found(as_if(NB + "mål 2: Reduce incidents\n  språk: en\n", "nb", "en"))
    later = NB + "\nteam: Ops\nmål 2: Redusere feil\n"
    assert not found(as_if(later, "nb", "nb"))
    assert len(found(as_if(later, "nb", "en"))) == 1


def test_a_language_that_nobody_writes_is_called_stated() -> None:
    document = parse("goal 1: Improve the shop\ngoal 2: Become more efficient\n", language="da", today=TODAY)
    (report,) = found(document)
    assert report.message_id == "stated"
    assert report.params == {"here": "English", "elsewhere": "dansk", "code": "en"}


def test_visions_and_what_is_over_are_left_alone() -> None:
    assert not found(
        as_if(NB + "vision: The best shop\nmål 2: Reduce incidents\n  status: done\nmål 3:\n", "nb", "en", "en", "en")
    )


def test_cases() -> None:
    check_rule(
        MixedLanguage,
        valid=[
            NB,
            SV,
            NB + "mål 2: Øke NPS i webshopen fra 40 til 55 ved å teste nye features hver sprint\n",
            SV + "\nteam: Ops\nlanguage: en\ngoal 2: Reduce the number of open incidents from 40 to 15 by June\n",
            "team: Drift\nmål 1: Sænke svartiden fra 9 til 4 timer\nmål 2: Alle kunder er flyttet til den nye platform\n",
            "team: Drift\nmål 1: Korte svartida frå 9 til 4 timar\nmål 2: Alle kundane er flytta til den nye plattforma\n",
            "team: Ops\ngoal 1: Cut the response time from 9 to 4 hours\ngoal 2: All customers are on the new platform\n",
        ],
        invalid=[
            Invalid(
                NB + "mål 2: ⟦Reduce the number of open incidents from 40 to 15 by the end of June⟧\n", "mixed", {"code": "en"}
            ),
            Invalid(SV + "mål 2: ⟦All our customers have been moved to the new platform⟧\n", "mixed", level="info"),
        ],
    )


def test_page() -> None:
    check_page(MixedLanguage)
