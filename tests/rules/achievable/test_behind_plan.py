from smartlint.rule import Option, date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.achievable.behind_plan import BehindPlan


def _series(word: str, *items: str) -> str:
    return f"  {word}:\n" + "".join(f"    - {item}\n" for item in items)


_Q1 = "  start: 2026-01-01\n  deadline: 2026-03-31\n"


def test_cases() -> None:
    check_rule(
        BehindPlan,
        valid=[
            "goal: Sign 90 customers\n" + _Q1,
            "goal: Sign 90 customers\n" + _Q1 + _series("progress", "2026-01-31: 28"),
            "goal: Sign 90 customers\n" + _Q1 + _series("progress", "2026-01-06: 0"),
            "goal: Sign 90 customers\n  status: at risk\n" + _Q1 + _series("progress", "2026-01-31: 2"),
            "goal: Sign 90 customers a month\n" + _Q1 + _series("progress", "2026-01-31: 2"),
            # what one month brought, not what has come together
            "goal: Sign 90 customers\n" + _Q1 + _series("progress", "2026-01: 9"),
            "mål: Få 90 kunder\n" + _Q1 + _series("fremdrift", "2026-01-30: 12") + _series("milepæler", "2026-01-30: 10"),
            "mål: Få 90 kunder\n" + _Q1 + _series("fremdrift", "2026-01-30: 2") + _series("milepæler", "2026-02-27: 60"),
            "mål: Holde andelen over 90 %\n" + _Q1 + _series("fremdrift", "2026-01-30: 80 %"),
            "mål: Korte tida frå 60 til 30 dagar\n" + _Q1 + _series("framdrift", "2026-01-31: 48 dagar"),
            "mål: Auke delen til 30 %\n" + _Q1 + _series("framdrift", "2026-01-31: 11 %"),
            "mål: Öka antalet från 55 till 70\n" + _Q1 + _series("framsteg", "31 januari: 55"),
            "mål: Sälja 90 kort senast 31 mars 2026\n" + _series("framsteg", "2026-01-31: 2"),
            "mål: Øge andelen fra 10 % til 30 %\n" + _Q1 + _series("fremdrift", "2026-01-31: 16 %"),
            "mål: Få 90 kunder\n  status: på pause\n" + _Q1 + _series("fremdrift", "2026-01-31: 2"),
        ],
        invalid=[
            Invalid(
                "goal: Sign 90 customers\n" + _Q1 + _series("progress", "2026-01-06: 1", "⟦2026-01-31: 9⟧"),
                "line",
                {"value": "9", "date": date(2026, 1, 31), "done": 10, "gone": 34, "limit": 15},
                "info",
            ),
            Invalid(
                "goal: Sign 90 customers\n"
                + _Q1
                + _series("progress", "⟦2026-01-31: 28⟧")
                + _series("milestones", "2026-01-30: 30"),
                "milestone",
                {"value": "28", "day": date(2026, 1, 30), "planned": "30"},
            ),
            Invalid("periode: 2026-Q1\nmål: Få 90 kunder\n" + _series("fremdrift", "⟦2026-01-31: 9⟧"), "line"),
            Invalid(
                "mål: Øke andelen fra 10 % til 30 %\n" + _Q1 + _series("fremdrift", "⟦2026-01-31: 11 %⟧"),
                "line",
                {"done": 5},
            ),
            Invalid("mål: Korte tida frå 60 til 30 dagar\n" + _Q1 + _series("framdrift", "⟦2026-01-31: 58 dagar⟧"), "line"),
            Invalid(
                "mål: Korte tida frå 60 til 30 dagar\n"
                + _Q1
                + _series("framdrift", "⟦2026-01-31: 52 dagar⟧")
                + _series("milepælar", "2026-01-15: 55 dagar", "2026-01-29: 50 dagar"),
                "milestone",
            ),
            Invalid("mål: Öka antalet från 55 till 70\n" + _Q1 + _series("framsteg", "⟦2026-01-31: 54⟧"), "line", {"done": -7}),
            Invalid(
                "mål: Öka antalet luncher till 70 senast 31 mars 2026\n"
                + _series("framsteg", "2025-12-31: 40", "⟦2026-01-31: 42⟧"),
                "line",
            ),
            Invalid("mål: Få 90 kunder\n" + _Q1 + _series("fremdrift", "⟦2026-01-31: 9 kunder⟧"), "line"),
            Invalid(
                "mål: Øge andelen fra 10 % til 30 %\n"
                + _Q1
                + _series("fremdrift", "⟦2026-01-31: 16 %⟧")
                + _series("milepæle", "2026-01-30: 20 %"),
                "milestone",
            ),
        ],
    )


def test_the_slack_is_an_option() -> None:
    class Patient(BehindPlan):
        options = (Option("slack", 30, {"type": "number"}, ""),)

    text = "goal: Sign 90 customers\n" + _Q1 + _series("progress", "2026-01-31: 9")
    assert lint(text, BehindPlan).findings
    assert not lint(text, Patient).findings


def test_page() -> None:
    check_page(BehindPlan)
