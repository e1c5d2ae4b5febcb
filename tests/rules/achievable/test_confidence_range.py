from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.achievable.confidence_range import ConfidenceRange


def test_cases() -> None:
    check_rule(
        ConfidenceRange,
        valid=[
            "goal: Win 10 customers\n  confidence: 0.7\n",
            "goal: Win 10 customers\n  confidence: 70 %\n",
            "goal: Win 10 customers\n  confidence: 1\n",
            "goal: Win 10 customers\n  confidence: 0\n",
            "goal: Win 10 customers\n  confidence: 100%\n",
            "mål: Få 10 kunder\n  tiltro: 0,7\n",
            "mål: Få 10 kundar\n  tiltru: 70 %\n",
            "mål: Få 10 kunder\n  tilltro: 0,65\n",
            "mål: Få 10 kunder\n  sandsynlighed: 65 %\n",
            # not said yet, and not said at all
            "goal: Win 10 customers\n  confidence: ???\n",
            "goal: Win 10 customers\n",
            # a percentage that is no confidence
            "goal: Grow sales by 120 %\n  confidence: 50 %\n",
        ],
        invalid=[
            Invalid(
                "goal: Win 10 customers\n  confidence: ⟦75⟧\n",
                "bare",
                {"number": "75"},
                level="error",
                fixed="goal: Win 10 customers\n  confidence: 75 %\n",
            ),
            Invalid("goal: Win 10 customers\n  confidence: ⟦120 %⟧\n", "over"),
            Invalid("goal: Win 10 customers\n  confidence: ⟦850⟧\n", "over"),
            Invalid("goal: Win 10 customers\n  confidence: ⟦1.5⟧\n", "ten", {"share": 15.0}),
            Invalid("mål: Få 10 kunder\n  tiltro: ⟦8⟧\n  eier: Kari Berg\n", "ten", {"number": "8", "share": 80.0}),
            Invalid("mål: Få 10 kunder\n  sannsynlighet: ⟦60⟧\n", "bare"),
            Invalid("mål: Få 10 kundar\n  tiltru: ⟦10⟧\n", "ten", {"share": 100.0}),
            Invalid("mål: Få 10 kundar\n  sannsyn: ⟦101%⟧\n", "over"),
            Invalid("mål: Få 10 kunder\n  tilltro: ⟦7,5⟧\n", "ten", {"share": 75.0}),
            Invalid("mål: Få 10 kunder\n  sannolikhet: ⟦80⟧\n", "bare", fixed="mål: Få 10 kunder\n  sannolikhet: 80 %\n"),
            Invalid("mål: Få 10 kunder\n  tiltro: ⟦110 %⟧\n  ejer: Pia Holm\n", "over"),
            Invalid("mål: Få 10 kunder\n  sandsynlighed: ⟦55⟧\n", "bare"),
        ],
    )


def test_page() -> None:
    check_page(ConfidenceRange)
