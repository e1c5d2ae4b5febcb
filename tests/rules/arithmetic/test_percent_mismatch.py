from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.arithmetic.percent_mismatch import PercentMismatch
from smartlint_rules.measurable.direction_conflict import DirectionConflict


def test_cases() -> None:
    check_rule(
        PercentMismatch,
        valid=[
            "mål: Øke salget med 10 % fra 9 mill. kr til 9,9 mill. kr\n",
            "goal: Reduce costs by 25 % from €80k to €60k\n",
            # what rounding explains
            "mål: Öka försäljningen med 17 % från 9 till 10,5 miljoner kr\n",
            "mål: Auke salet med 10 % frå 9 mill. kr til 10 mill. kr\n",
            "mål: Øge salget med 33,3 % fra 1.200 kr. til 1.600 kr.\n",
            "mål: Øke salget med 19 % fra 9 til 10,7 mill. kr for hele året\n",
            "goal: Raise sales by 240 % from €0.3m to €1.1m\n",
            "goal: Raise sales by 240 % from €3m to €11m\n",
            "goal: Grow by 20 % from 3 orders to four orders\n",
            "goal: Raise output by 240 % from 0.3 kg to 1.1 kg\n",
            "mål: Auke salet med ti prosent frå 100 til 110 ordrar\n",
            "mål: Øke salget fra tre til fire mill. kr, altså med 20 %\n",
            # a rate may be meant in points
            "goal: Raise the renewal rate by 5 % from 80 % to 85 %\n",
            # a growth that comes back
            "goal: Grow sales by 10 % a year from 10 to 13.3 million\n",
            "mål: Øke salget med 10 % hvert år fra 10 til 13,3 mill. kr\n",
            # about so much, from so much to so much
            "goal: Grow sales by about 20 % from 150 to 210 orders\n",
            "goal: Grow sales by 10–20 % from 150 to 210 orders\n",
            # a number that may be read in two ways
            "mål: Öka antalet kunder med 20 % från 1,500 till 2,500 kunder\n",
            # another unit, another rate, a change that is no percentage
            "goal: Reduce the waiting time by 50 % from 8 weeks to 30 days\n",
            "goal: Increase calls by 20 % from 20 calls per week to 60 calls per month\n",
            "goal: Increase the number of customers by 50 customers from 100 customers to 200 customers\n",
            # from nothing
            "goal: Increase sales by 20 % from 0 to 10 orders\n",
            # one of the three is not there
            "goal: Increase sales by 10 % to 12 million\n",
            "goal: Increase sales from 10 to 12 million\n",
            "goal: Increase sales by 10 %\n  baseline: 10 million\n",
            # no word says which way, and the numbers do
            "goal: Costs go from €100k to €90k, by 10 %\n",
            "mål: Øke salget med 10 % til 12 mill. kr\n  utgangspunkt: ?\n",
        ],
        invalid=[
            Invalid(
                "resultatmål R1: Øke salget med ⟦10 %⟧ fra 9 mill. kr til 10,5 mill. kr\n",
                "mismatch",
                {"expected": 9.9, "before": "", "after": " mill. kr", "percent": 16.7, "target": "10,5 mill. kr"},
            ),
            Invalid("mål R1: Øge antallet med ⟦20 %⟧ fra 150 til 210 om måneden\n", "mismatch", {"percent": 40.0}),
            Invalid(
                "goal: Increase sales by ⟦20 %⟧\n  baseline: €10,000\n  target: €13,000\n",
                "mismatch",
                {"before": "€", "expected": 12000.0, "after": "", "percent": 30.0},
            ),
            Invalid("mål: Minska svinnet med ⟦50 %⟧ från 14 kg till 8 kg\n", "mismatch", {"expected": 7.0}),
            Invalid("mål: Auke omsetninga med ⟦20 %⟧ frå kr 410 000 til kr 520 000\n", "mismatch", {"percent": 26.8}),
            Invalid("goal: Reduce costs by ⟦10 %⟧ from €50k to €55k\n", "mismatch", {"expected": 45.0}),
            Invalid("mål: Øge salget med ⟦20 %⟧ fra 1.200 kr. til 1.600 kr.\n", "mismatch", {"expected": 1440.0}),
            Invalid("mål: Auke salet med ⟦20 %⟧ frå 2.5 mill. kr til 3.5 mill. kr\n", "mismatch", {"expected": 3.0}),
            Invalid("goal: Raise output by ⟦20 %⟧ from 0.250 kg to 0.350 kg\n", "mismatch", {"expected": 0.3}),
            Invalid(
                "mål: Øke salget med ⟦ti prosent⟧ fra 100 til 120 ordre\n  eier: Kari Nordmann\n", "mismatch", {"percent": 20.0}
            ),
            Invalid("goal: Grow by ⟦10 %⟧ in 2026 from 100 to 130 orders\n", "mismatch"),
            Invalid("goal: Grow by ⟦20 %⟧ from 20 calls per week to 30 calls per week\n", "mismatch"),
            Invalid("goal: Grow by ⟦20 %⟧ from 20 calls per week to 30 calls\n", "mismatch"),
            Invalid("goal: Grow by ⟦12.5 %⟧ from 200 to 250 orders, every week\n", "mismatch", {"percent": 25.0}),
            Invalid("goal: Grow by ⟦12.5 %⟧ from 10000 to 11290 orders\n", "mismatch", {"percent": 12.9}),
            # arithmetic holds for closed goals, too
            Invalid("goal: Increase sales by ⟦20 %⟧ from 10 to 13 customers\n  status: done\n", "mismatch"),
        ],
    )


def test_a_wrong_direction_is_one_finding() -> None:
    found = lint("goal: Reduce costs by 10 % from 50 to 55 million\n", PercentMismatch, DirectionConflict).findings
    assert [one.rule.code for one in found] == ["MEA007"]


def test_the_numbers_are_those_of_the_reader() -> None:
    text = "mål: Øke salget med 10 % fra 9 mill. kr til 10,5 mill. kr\n"
    (found,) = lint(text, PercentMismatch).findings
    assert "9.9 mill. kr" in found.message("en")
    assert "9,9 mill. kr" in found.message("nb")
    assert [(text[slice(*place.span)], place.note) for place in found.related] == [
        ("9 mill. kr", "from"),
        ("10,5 mill. kr", "to"),
    ]


def test_page() -> None:
    check_page(PercentMismatch)
