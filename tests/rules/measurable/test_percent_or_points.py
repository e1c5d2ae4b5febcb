from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.percent_or_points import PercentOrPoints


def test_cases() -> None:
    check_rule(
        PercentOrPoints,
        valid=[
            # not counted in percent
            "goal: Raise sales by 5 %\n",
            "mål: Öka försäljningen med 5 %\n  nuläge: 310 tkr\n",
            # points are written
            "goal: Raise the conversion rate by 5 percentage points\n",
            "mål: Øke svarprosenten med 5 prosentpoeng\n",
            "mål: Auke svarprosenten med 5 prosentpoeng\n",
            "mål: Øge svarprocenten med 5 procentpoint\n",
            # so is the target
            "goal: Raise the conversion rate from 2.1 % to 2.6 %\n",
            "goal: Raise the conversion rate by 5 %\n  target: 3.2 %\n",
            "mål: Öka svarsfrekvensen från 60 % till 66 %, alltså med 10 %\n",
            # so is that a part is meant
            "goal: Raise the conversion rate by 5 % relative to last year\n",
            # points would pass the ends, or be a great many
            "goal: Reduce the error rate by 30 %\n  baseline: 2 %\n",
            "goal: Raise the answer rate by 20 %\n  baseline: 85 %\n",
            "goal: Cut the error rate by 50 %\n",
            "goal: Raise the answer rate by 150 %\n",
            # another number or a comma between the rate and the change
            "goal: Hold the conversion rate at 3 % and raise sales by 5 %\n",
            "mål: Samme svarprosent, og øke salget med 5 %\n",
            "goal: Raise sales by 5 % with a higher conversion rate\n",
            # nothing is known of a start
            "goal: Raise sales by 5 %\n  baseline: ?\n",
            "mål: Halvere feilprosenten\n",
        ],
        invalid=[
            Invalid(
                "goal: Raise the conversion rate by ⟦5 %⟧\n", "rate", {"word": "conversion rate", "number": "5 %"}, "warning"
            ),
            Invalid("goal: Raise the share of returning guests by ⟦10 %⟧\n", "rate", {"word": "share"}),
            Invalid("goal: Raise occupancy by ⟦10 %⟧\n  baseline: 60 %\n", "start", {"relative": 66.0, "points": 70.0}),
            Invalid("goal: Reduce absence by ⟦20 %⟧\n  baseline: 25 %\n", "start", {"relative": 20.0, "points": 5.0}),
            Invalid("language: nb\nmål: Øke andelen fornøyde kunder med ⟦5 %⟧\n", "rate", {"word": "andelen"}),
            Invalid("language: nb\nmål: Redusere sykefraværet med ⟦2 %⟧\n  utgangspunkt: 8 %\n", "start", {"points": 6.0}),
            Invalid("language: nn\nmål: Auke dekningsgraden med ⟦3 %⟧\n", "rate"),
            Invalid("language: nn\nmål: Auke svarprosenten med ⟦5 prosent⟧\n", "rate", {"number": "5 prosent"}),
            Invalid("language: sv\nmål: Öka svarsfrekvensen i enkäten\n    med ⟦5 %⟧\n", "rate"),
            Invalid("language: sv\nmål: Öka beläggningen med ⟦10 %⟧\n  nuläge: 60 %\n", "start", {"relative": 66.0}),
            Invalid("language: da\nmål: Øge svarprocenten med ⟦5 %⟧\n", "rate"),
            Invalid("language: da\nmål: Øge belægningen i hverdagene med ⟦10 %⟧\n", "rate"),
        ],
    )


def test_the_start_is_shown() -> None:
    text = "goal: Raise occupancy by 10 %\n  baseline: 60 %\n"
    (found,) = lint(text, PercentOrPoints).findings
    assert [(text[slice(*place.span)], place.note) for place in found.related] == [("60 %", "from")]


def test_page() -> None:
    check_page(PercentOrPoints)
