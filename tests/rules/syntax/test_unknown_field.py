from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.syntax.unknown_field import UnknownField


def test_cases() -> None:
    check_rule(
        UnknownField,
        valid=[
            "goal: Sign 12 new customers by 30 June 2026\n  owner: Amy Holt\n",
            "mål: Få 12 nye kunder innen 30. juni 2026\n  x-avdeling: Nord\n  eier: Kari Nordmann\n",
            "mål: Sälja 40 presentkort i april\n  Obs! Kom ihåg: fråga Omar\n  ägare: Maja Lindqvist\n",
            "mål: Få 30 nye avtalekundar\n  eigar: Olav Tveit\n  kvifor: det er plass: tre til\n",
            "mål: Få 45 nye kunder\n  ejer: Mette Krogh\n  Sanne mener: ring først til skolerne\n",
        ],
        invalid=[
            Invalid(
                "mål 2: Få 30 nye avtalekundar innan 31. mars 2026\n  ⟦eigra⟧: Olav Tveit\n",
                "near",
                {"word": "eigra", "suggestion": "eigar"},
                level="warning",
            ),
            Invalid("goal: Sign 12 new customers\n  ⟦deadlne⟧: 30 June 2026\n", "near", {"suggestion": "deadline"}),
            Invalid("mål: Få 12 nye kunder\n  ⟦utgangspnkt⟧: 4 kunder\n", "near", {"suggestion": "utgangspunkt"}),
            Invalid("mål: Sälja 40 presentkort i april\n  ⟦ansvrig⟧: Maja Lindqvist\n", "near", {"suggestion": "ansvarig"}),
            Invalid("mål: Få 45 nye kunder\n  ⟦milepele⟧:\n    - 2026-03-31: 30 kunder\n", "near"),
        ],
    )


def test_page() -> None:
    check_page(UnknownField)
