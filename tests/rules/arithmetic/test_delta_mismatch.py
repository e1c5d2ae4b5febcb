from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.arithmetic.delta_mismatch import DeltaMismatch
from smartlint_rules.measurable.direction_conflict import DirectionConflict


def test_cases() -> None:
    check_rule(
        DeltaMismatch,
        valid=[
            "goal: Increase visitors by 30, from 100 to 130\n",
            "goal: Raise the fee by €200 from €1,000 to €1,200\n",
            "mål: Øke salget med 3 mill. kr fra 9 mill. kr til 12 mill. kr\n",
            "mål: Kutte ventetiden med 30 minutter fra 2 timer til 1,5 timer\n",
            "mål: Auke NPS med 8 poeng frå 32 til 40\n",
            "mål: Auke delen med 3 prosentpoeng frå 10 % til 13 %\n",
            "mål: Minska sjukfrånvaron med 3 procentenheter från 8 % till 5 %\n",
            "mål: Öka antalet elever med 15 från 30 till 45\n",
            "mål: Sænke ventetiden med 15 minutter fra 30 til 15 minutter\n",
            "mål: Øge antallet med 10 kunder fra 40 til 50 kunder\n",
            # what rounding explains
            "mål: Øke salget med 1,3 mill. kr fra 9,3 mill. kr til 10,5 mill. kr\n",
            "goal: Raise output by 0.4 t from 1.25 t to 1.6 t\n",
            # a percentage is another rule's, and may mean points where the figures are rates
            "goal: Increase the share by 10 % from 40 % to 60 %\n",
            "goal: Increase sales by 10 % from 100 to 150 orders\n",
            # again and again
            "goal: Increase visits by 5 visits a week from 10 visits to 60 visits\n",
            # of something else
            "goal: Increase the staff by 3 to lift sales from 10 to 14 million\n",
            "mål: Øke bemanningen med 2 årsverk for å redusere ventetiden fra 40 til 25 minutter\n",
            "mål: Utöka med 3 butiker och öka omsättningen från 10 till 14 Mkr\n",
            # about so much, from so much to so much, at least so much
            "goal: Increase visitors by about 20, from 100 to 130\n",
            "goal: Increase visitors by 10–20, from 100 to 130\n",
            "goal: Increase visitors by 20 from 100 to at least 130\n",
            # a number that may be read in two ways
            "mål: Öka antalet kunder med 500 från 1,500 till 2,500 kunder\n",
            # one of the three is not there, or there is no way to go
            "goal: Increase visitors by 20 to 130\n",
            "goal: Increase visitors by 20\n  baseline: 100\n",
            "goal: Increase visitors by 20 from 100 to 100\n",
            # another unit
            "goal: Increase visits by 20 minutes from 100 visits to 140 visits\n",
            # no scale is lost
            "goal: Increase sales by 2 from 10 to 12 million\n",
        ],
        invalid=[
            Invalid(
                "goal: Increase visitors by ⟦20⟧, from 100 to 130\n",
                "mismatch",
                {"expected": 120.0, "difference": 30.0, "target": "130", "before": "", "after": ""},
                level="error",
            ),
            Invalid(
                "goal: Raise the fee by ⟦€200⟧\n  baseline: €1,000\n  target: €1,500\n",
                "mismatch",
                {"before": "€", "expected": 1200.0, "left": "€", "difference": 500.0},
            ),
            Invalid(
                "mål: Øke salget med ⟦2 mill. kr⟧ fra 9 mill. kr til 12 mill. kr\n  eier: Ida Berg\n",
                "mismatch",
                {"expected": 11.0, "difference": 3.0, "right": " mill. kr"},
            ),
            Invalid("mål: Øke med ⟦3 ansatte⟧ fra 10 til 14\n  eier: Ida Berg\n", "mismatch", {"expected": 13.0}),
            Invalid(
                "mål: Kutte ventetiden med ⟦15 minutter⟧ fra 2 timer til 1,5 timer\n  eier: Ida Berg\n",
                "mismatch",
                {"expected": 1.75, "difference": 30.0},
            ),
            Invalid("mål: Auke NPS med ⟦8 poeng⟧ frå 32 til 45\n  eigar: Ida Berg\n", "mismatch", {"difference": 13.0}),
            Invalid("mål: Auke delen med ⟦2 prosentpoeng⟧ frå 10 % til 13 %\n  eigar: Ida Berg\n", "mismatch"),
            Invalid("mål: Minska sjukfrånvaron med ⟦2 procentenheter⟧ från 8 % till 5 %\n  ägare: Ida Berg\n", "mismatch"),
            Invalid("mål: Öka antalet elever med ⟦12⟧ från 30 till 45\n  ägare: Ida Berg\n", "mismatch", {"expected": 42.0}),
            Invalid("mål: Sænke ventetiden med ⟦10 minutter⟧ fra 30 til 15 minutter\n  ejer: Ida Berg\n", "mismatch"),
            Invalid("mål: Øge antallet med ⟦15 kunder⟧ fra 40 til 50 kunder\n  ejer: Ida Berg\n", "mismatch"),
            Invalid("goal: Increase visits by ⟦5 visits⟧ a week from 20 visits a week to 30 visits a week\n", "mismatch"),
            # arithmetic holds for closed goals, too
            Invalid("goal: Increase visitors by ⟦20⟧ from 100 to 140\n  status: done\n", "mismatch"),
        ],
    )


def test_a_wrong_direction_is_one_finding() -> None:
    found = lint("goal: Reduce costs by 10 from 50 to 55 million\n", DeltaMismatch, DirectionConflict).findings
    assert [one.rule.code for one in found] == ["MEA007"]


def test_the_two_figures_are_shown() -> None:
    text = "mål: Auke talet på elevar med 12 frå 36 til 50\n"
    (found,) = lint(text, DeltaMismatch).findings
    assert [(text[slice(*place.span)], place.note) for place in found.related] == [("36", "from"), ("50", "to")]


def test_page() -> None:
    check_page(DeltaMismatch)
