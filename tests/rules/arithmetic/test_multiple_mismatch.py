from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.arithmetic.multiple_mismatch import MultipleMismatch
from smartlint_rules.measurable.direction_conflict import DirectionConflict


def test_cases() -> None:
    check_rule(
        MultipleMismatch,
        valid=[
            "goal: Double the number of volunteers from 20 to 40\n",
            "goal: Triple sales from €3m to €9m\n",
            "mål: Doble salget fra 3 til 6 mill. kr\n  eier: Ida Berg\n",
            "mål: Halvere sykefraværet fra 8 % til 4 %\n  eier: Ida Berg\n",
            "mål: Doble talet på elevar frå 12 til 24\n  eigar: Ida Berg\n",
            "mål: Halvere køen frå 15 til 7 saker\n  eigar: Ida Berg\n",
            "mål: Tredubbla antalet medlemmar från 100 till 300\n  ägare: Ida Berg\n",
            "mål: Halvera väntetiden från 2 timmar till 60 minuter\n  ägare: Ida Berg\n",
            "mål: Fordoble antallet af besøg fra 200 til 400\n  ejer: Ida Berg\n",
            "mål: Halvere spildet fra 40 kg til 20 kg\n  ejer: Ida Berg\n",
            # round figures
            "mål: Doble salget fra 1,3 til 2,5 mill. kr\n  eier: Ida Berg\n",
            "goal: Double the number of volunteers from 480 to 1000\n",
            "mål: Tredobbel omsetning, fra 3,4 til 10 mill. kr\n  eier: Ida Berg\n",
            # more than that, nearly that
            "goal: More than double bookings from 10 to 25\n",
            "goal: Nearly double bookings from 10 to 17\n",
            "goal: Grow bookings at least 3x from 10 to 50\n",
            "mål: Minst doble antallet fra 10 til 25 kunder\n  eier: Ida Berg\n",
            "mål: Meir enn doble talet frå 10 til 25 kundar\n  eigar: Ida Berg\n",
            "mål: Mer än fördubbla antalet från 10 till 25 kunder\n  ägare: Ida Berg\n",
            "mål: Mere end fordoble antallet fra 10 til 25 kunder\n  ejer: Ida Berg\n",
            # three times more is four times as much to some
            "goal: Win 3 times more orders, from 10 to 40 orders\n",
            "goal: Reduce the backlog 4x from 400 to 100 tickets\n",
            # over several rounds
            "goal: Double the number of members every year, from 100 to 400\n",
            "mål: Doble omsetningen hvert år, fra 1 til 8 mill. kr\n  eier: Ida Berg\n",
            # of something else
            "goal: Double the number of demos to lift sales from 9 to 12 million\n",
            "mål: Doble antall kundemøter for å øke salget fra 9 til 12 mill. kr\n  eier: Ida Berg\n",
            "mål: Dubbla antalet kundbesök och öka försäljningen från 9 till 12 Mkr\n  ägare: Ida Berg\n",
            # a bound, a range
            "goal: Double bookings from 10 to at least 30\n",
            "goal: Double bookings from 10 to 30–40 bookings\n",
            # another unit, from nothing, no figures
            "goal: Double sales from 3 orders to 9 customers\n",
            "goal: Double sales from 0 to 9 orders\n",
            "goal: Double sales\n",
            "goal: Double sales\n  target: 40 orders\n",
        ],
        invalid=[
            Invalid(
                "goal: ⟦Double⟧ the number of volunteers from 20 to 35\n",
                "mismatch",
                {"change": "Double", "expected": 40.0, "target": "35"},
                level="error",
            ),
            Invalid(
                "goal: ⟦Triple⟧ sales\n  baseline: €3m\n  target: €6m\n",
                "mismatch",
                {"before": "€", "expected": 9.0, "after": "m"},
            ),
            Invalid("goal: Increase traffic ⟦3x⟧ from 1000 to 2500 visits\n", "mismatch", {"expected": 3000.0}),
            Invalid("mål: ⟦Doble⟧ salget fra 3 til 5 mill. kr\n  eier: Ida Berg\n", "mismatch", {"expected": 6.0}),
            Invalid("mål: ⟦Halvere⟧ sykefraværet fra 8 % til 5 %\n  eier: Ida Berg\n", "mismatch", {"expected": 4.0}),
            Invalid("mål: ⟦Doble⟧ talet på elevar frå 12 til 20\n  eigar: Ida Berg\n", "mismatch"),
            Invalid("mål: ⟦Halvere⟧ køen frå 40 til 30 saker\n  eigar: Ida Berg\n", "mismatch"),
            Invalid(
                "mål: ⟦Tredubbla⟧ antalet medlemmar från 100 till 250\n  ägare: Ida Berg\n", "mismatch", {"expected": 300.0}
            ),
            Invalid(
                "mål: ⟦Halvera⟧ väntetiden från 2 timmar till 90 minuter\n  ägare: Ida Berg\n",
                "mismatch",
                {"expected": 60.0, "after": " minuter"},
            ),
            Invalid("mål: ⟦Fordoble⟧ antallet af besøg fra 200 til 500\n  ejer: Ida Berg\n", "mismatch"),
            Invalid("mål: ⟦Halvere⟧ spildet fra 40 kg til 30 kg\n  ejer: Ida Berg\n", "mismatch"),
            Invalid("goal: ⟦Double⟧ the number of volunteers from 20 to 35\n  status: cancelled\n", "mismatch"),
        ],
    )


def test_a_wrong_direction_is_one_finding() -> None:
    found = lint("goal: Reduce the number of visits 2x from 10 to 50\n", MultipleMismatch, DirectionConflict).findings
    assert [one.rule.code for one in found] == ["MEA007"]


def test_page() -> None:
    check_page(MultipleMismatch)
