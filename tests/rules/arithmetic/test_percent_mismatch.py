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
            # a rate may be meant in points
            "goal: Raise the renewal rate by 5 % from 80 % to 85 %\n",
            # a growth that comes back
            "goal: Grow sales by 10 % a year from 10 to 13.3 million\n",
            "mål: Øke salget med 10 % hvert år fra 10 til 13,3 mill. kr\n",
            # about so much, from so much to so much
            "goal: Grow sales by about 20 % from 150 to 210 orders\n",
            "goal: Grow sales by 20–40 % from 150 to 210 orders\n",
            # one of the three is not there
            "goal: Increase sales by 10 % to 12 million\n",
            "goal: Increase sales from 10 to 12 million\n",
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
