from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.measurable.unknown_baseline_unplanned import UnknownBaselineUnplanned


def test_cases() -> None:
    check_rule(
        UnknownBaselineUnplanned,
        valid=[
            # an action finds it out
            "goal: Cut the wait to 10 minutes\n  baseline: ?\n  how:\n    - Count the calls\n    - Hire a cook\n",
            "goal: Cut the wait to 10 minutes\n  baseline: ?\n  how:\n    - Prepare\n      - Measure 50 calls\n",
            "mål: Kutte ventetiden til 10 minutter\n  utgangspunkt: ?\n  hvordan: måle ventetiden i uke 8\n",
            "mål: Kutte ventetiden til 10 minutter\n  utgangspunkt: ?\n  hvordan:\n    - Telle dem som venter\n",
            "mål: Kutte ventetida til 10 minutt\n  utgangspunkt: ?\n  korleis: telje dei som ventar\n",
            "mål: Kutte ventetida til 10 minutt\n  utgangspunkt: ?\n  korleis:\n    - Spørjeundersøking i mars\n",
            "mål: Minska väntetiden till 10 minuter\n  utgångsläge: ?\n  hur: mäta väntetiden under vecka 8\n",
            "mål: Minska väntetiden till 10 minuter\n  utgångsläge: ?\n  hur:\n    - En enkät till alla\n",
            "mål: Sænke ventetiden til 10 minutter\n  udgangspunkt: ?\n  hvordan: måle ventetiden i uge 8\n",
            "mål: Sænke ventetiden til 10 minutter\n  udgangspunkt: ?\n  hvordan:\n    - Lave en opgørelse\n",
            # in a goal below or above
            "goal G1: Cut the wait to 10 minutes\n  baseline: ?\n  goal G1.1: Measure 50 calls by 1 March 2026\n",
            "goal G1: Answer faster\n  how: survey in March\n  goal G1.1: Cut the wait to 10 minutes\n    baseline: ?\n",
            # said beside the question mark
            "goal: Cut the wait to 10 minutes\n  baseline: ? (switchboard, week 8)\n  how: a new rota\n",
            # measuring has begun, or is a milestone
            "goal: Cut the wait to 10 minutes\n  baseline: ?\n  progress:\n    - 2026-01-31: 14 minutes\n",
            "goal: Cut the wait to 10 minutes\n  baseline: ?\n  milestones:\n    - 2026-03-31: today's wait is known\n",
            # known, or not asked for
            "goal: Cut the wait to 10 minutes\n  baseline: 14 minutes\n  how: a new rota\n",
            "goal: Cut the wait to 10 minutes\n  how: a new rota\n",
        ],
        invalid=[
            Invalid(
                "goal: Cut the wait to 10 minutes\n  baseline: ⟦?⟧\n  how: a new rota\n",
                "unplanned",
                level="warning",
                fixed="goal: Cut the wait to 10 minutes\n  baseline: ? (measured by ⟨date⟩)\n  how: a new rota\n",
            ),
            Invalid("goal: Cut the wait to 10 minutes\n  baseline: ⟦?⟧\n  source: the switchboard\n", "unplanned"),
            Invalid(
                "goal: Cut the wait to 10 minutes\n  baseline: ⟦?⟧\n  milestones:\n    - 2026-03-31: 12 minutes\n", "unplanned"
            ),
            Invalid("mål: Kutte ventetiden til 10 minutter\n  utgangspunkt: ⟦?⟧\n  hvordan: en ny vaktplan\n", "unplanned"),
            Invalid("mål: Kutte ventetiden til 10 minutter\n  eier: Ida Berg\n  utgangspunkt: ⟦?⟧\n", "unplanned"),
            Invalid("mål: Kutte ventetida til 10 minutt\n  utgangspunkt: ⟦?⟧\n  korleis: ein ny vaktplan\n", "unplanned"),
            Invalid("mål: Kutte ventetida til 10 minutt\n  eigar: Ida Berg\n  utgangspunkt: ⟦?⟧\n", "unplanned"),
            Invalid("mål: Minska väntetiden till 10 minuter\n  utgångsläge: ⟦?⟧\n  hur: ett nytt schema\n", "unplanned"),
            Invalid("mål: Minska väntetiden till 10 minuter\n  ägare: Ida Berg\n  utgångsläge: ⟦?⟧\n", "unplanned"),
            Invalid("mål: Sænke ventetiden til 10 minutter\n  udgangspunkt: ⟦?⟧\n  hvordan: en ny vagtplan\n", "unplanned"),
            Invalid("mål: Sænke ventetiden til 10 minutter\n  ejer: Ida Berg\n  udgangspunkt: ⟦?⟧\n", "unplanned"),
        ],
    )


def test_page() -> None:
    check_page(UnknownBaselineUnplanned)
