from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.direction_conflict import DirectionConflict


def test_cases() -> None:
    check_rule(
        DirectionConflict,
        valid=[
            "goal: Reduce churn from 6 % to 4 %\n",
            "mål: Sænke ventetiden fra 14 minutter til 10 minutter\n",
            "mål: Øke salget fra 8 til 10 mill. kr\n",
            "mål: Öka antalet sålda luncher från 55 till 70 per dag\n",
            # the word of the means is another one
            "goal: Raise the margin from 21 % to 25 % by reducing waste\n",
            "mål: Få dekningsgraden fra 21 % til 25 % ved å redusere svinnet\n",
            # two words: no single direction
            "goal: Increase profit and cut cost from 6 to 4 million\n",
            # other units
            "mål: Redusere ventetida frå 2 veker til 9 dagar\n",
            # other rates
            "goal: Reduce calls from 20 calls per week to 60 calls per month\n",
            # nor those that are reached by it
            "language: sv\nmål: Minska restlagret genom att öka utförsäljningen från 40 % till 60 %\n",
            "language: en\ngoal: Reduce churn by raising completion from 55 % to 80 %\n",
            "language: nb\nmål: Øke kapasiteten slik at ventetiden går fra 9 til 5 uker\n",
            # an age is no target
            "language: nb\nmål: Øke besøket av unge under 20 fra 300 til 450 i måneden\n",
            "language: en\ngoal: Raise visits by people over 60 from 30 to 45 a week\n",
            "language: nb\nmål: Flytte korte møter fra 8 til 20 i måneden\n",
            # no direction
            "goal: Go from 6 to 4 releases\n",
            # the numbers are those of another measure
            "goal: Reduce the waiting time, from 64 % to 90 % answered within a day\n",
            "mål: Redusere ventetiden\n  måles ved: andel svart samme dag\n  utgangspunkt: 64 %\n  måltall: 90 %\n",
            "mål: Reducere ventetiden: 90 % får svar samme dag\n  udgangspunkt: 64 %\n",
            # equal numbers have their own rule
            "goal: Reduce churn from 4 % to 4 %\n",
            "goal: Keep churn between 4 % and 6 %\n",
        ],
        invalid=[
            Invalid("mål F1: ⟦Sænke⟧ ventetiden fra 10 minutter til 14 minutter\n", "conflict", {"target": "14 minutter"}),
            Invalid("goal: ⟦Reduce⟧ churn from 4 % to 6 %\n", "conflict", {"word": "Reduce", "baseline": "4 %"}),
            Invalid("mål: ⟦Øke⟧ salget fra 10 til 8 mill. kr\n  eier: Kari Nordmann\n", "conflict"),
            Invalid("mål: ⟦Minska⟧ matsvinnet från 8 kg till 14 kg i veckan\n", "conflict"),
            Invalid("mål: ⟦Auke⟧ medlemstalet\n  utgangspunkt: 720 medlemer\n  måltal: 640 medlemer\n", "conflict"),
            Invalid("goal: ⟦Reduce⟧ calls from 20 calls to 60 calls per week\n", "conflict"),
            Invalid("goal: ⟦Reduce⟧ calls from 20 calls per week to 60 calls\n", "conflict"),
            Invalid("goal: ⟦Reduce⟧ calls from 20 calls per week to 60 calls per week\n", "conflict"),
            Invalid("language: nb\nmål: ⟦Korte⟧ saksbehandlingstiden fra 8 til 20 dager\n", "conflict", {"word": "Korte"}),
            Invalid("language: nn\nmål: ⟦Korte ned⟧ ventetida frå 8 til 20 dagar\n", "conflict"),
            Invalid("language: da\nmål: ⟦Korte⟧ ventetiden fra 8 til 20 dage\n", "conflict"),
            Invalid("goal: ⟦Reduce⟧ churn to 6 %\n  baseline: 4 %\n", "conflict"),
        ],
    )


def test_both_numbers_are_shown() -> None:
    text = "goal: Reduce churn to 6 %\n  baseline: 4 %\n"
    (found,) = lint(text, DirectionConflict).findings
    assert [(text[slice(*place.span)], place.note) for place in found.related] == [("4 %", "from"), ("6 %", "to")]


def test_a_word_that_fits_its_numbers_is_kept() -> None:
    texts = {
        "goal: Reduce churn from 6 % to 4 %\n": ["Reduce"],
        "goal: Go from 6 to 4 releases\n": [],
    }
    for text, places in texts.items():
        document = parse(text, "test.goals", today=TODAY)
        said = list(DirectionConflict().check(document.all_goals[0], Context(document, TODAY, {})))
        assert [text[slice(*one.span)] for one in said if isinstance(one, Witness)] == places, text


def test_page() -> None:
    check_page(DirectionConflict)
