from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.syntax.syntax_error import SyntaxErrors


def test_cases() -> None:
    check_rule(
        SyntaxErrors,
        valid=[
            "goal G1: Sign 12 new customers by 30 June 2026\n  owner: Amy Holt\n",
            "mål 1: Øke antall bestillinger på nett\n    fra 300 til 450 innen 30. juni 2026\n  eier: Kari Nordmann\n",
            "mål M1: Sälja 40 presentkort\n  hur:\n    - Ställa en skylt vid kassan\n      som syns från dörren\n",
            "# Ei løs setning her oppe er ein merknad\nmål 1: Få 30 nye avtalekundar\n  eigar: Olav Tveit\n",
            "mål F1: Få 45 nye kunder\n  ejer: Mette Krogh\n\n# Husk at spørge Sanne\n",
            "mål:\n- Øke salget av brød fra 140 til 180 innen 30. juni 2026\n- Få 12 nye kunder innen 1. juni 2026\n",
            "goal G1: Sign 12 new customers by 30 June 2026\n  why: our rule is this\n    one: more customers\n",
        ],
        invalid=[
            Invalid(
                "goal G1: Sign 12 new customers\n  owner: Amy Holt\n⟦Remember the list from the fair⟧\n",
                "line",
                {"text": "Remember the list from the fair"},
                level="error",
            ),
            Invalid(
                "mål O1: Kunderna slipper ringa två gånger\n  ägare: Elin Sandström\n\n"
                "⟦Glöm inte att fråga Omar om siffrorna från växeln⟧\n\nmål O2: Alla kan svara om fakturor\n",
                "line",
            ),
            Invalid(
                "mål 1: Få 30 nye avtalekundar\n  eigar: Olav Tveit\n⟦Hugs lista frå messa⟧\nog ring Sigrid\n",
                "line",
            ),
            Invalid("⟦måltall⟧: 12 kunder\nmål 1: Få flere kunder\n  eier: Kari Nordmann\n", "orphan"),
            Invalid("team: Eleverne\n⟦- Ringe til skolerne⟧\nmål F1: Få 45 nye kunder\n", "item"),
        ],
    )


def test_a_line_that_is_too_long() -> None:
    check_rule(
        SyntaxErrors,
        valid=["goal: " + "Sign 12 new customers " * 40 + "\n"],
        invalid=[Invalid("goal: Sign 12 customers\n⟦x⟧" + "x" * 29_999 + "\n", "too-long", {"limit": 20_000})],
    )


def test_a_sentence_that_is_too_long() -> None:
    start = "goal: " + "a" * 4000
    check_rule(
        SyntaxErrors,
        valid=["goal: " + "a" * 4000 + "\n"],
        invalid=[Invalid(f"{start}⟦b⟧ccc\n", "long-text", {"limit": 4000, "length": 4004})],
    )


def test_page() -> None:
    check_page(SyntaxErrors)
