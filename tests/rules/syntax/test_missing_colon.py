from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.syntax.missing_colon import MissingColon


def test_cases() -> None:
    check_rule(
        MissingColon,
        valid=[
            "goal: Sign 12 new customers\n  by 30 June 2026\n  owner: Amy Holt\n",
            "mål: Få 12 nye kunder i Bergen\n    innen 30. juni 2026\n  eier: Kari Nordmann\n",
            "mål: Sälja 40 presentkort\n  varför: bra för\n    ägare av små hundar\n",
            "mål: Få 30 kundar\n  kvifor: me treng ein ny\n    eigar som bur i bygda\n",
            "mål: Få 45 kunder\n  ejer: Mette Krogh\n  med: Sanne Dahl\n",
        ],
        invalid=[
            Invalid(
                "mål F1: Sænke ventetiden fra 14 til 10 minutter\n  ⟦ejer⟧ Sanne Dahl\n  frist: 2026-03-27\n",
                "missing",
                {"word": "ejer", "value": "Sanne Dahl"},
                level="warning",
            ),
            Invalid("goal: Sign 12 new customers\n  ⟦owner⟧ Amy Holt\n", "missing"),
            Invalid("mål: Få 12 nye kunder\n  ⟦frist⟧ 30. juni 2026\n  eier: Kari Nordmann\n", "missing"),
            Invalid("mål: Sälja 40 presentkort\n  ⟦ägare⟧ Maja Lindqvist\n", "missing", {"value": "Maja Lindqvist"}),
            Invalid("mål: Få 30 kundar\n  ⟦frist⟧ 31. mars 2026\n", "missing"),
        ],
    )


def test_page() -> None:
    check_page(MissingColon)
