from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.syntax.empty_field import EmptyField


def test_cases() -> None:
    check_rule(
        EmptyField,
        valid=[
            "goal: Sign 12 new customers\n  owner: Amy Holt\n  how:\n    - Ring the list from the fair\n",
            "mål: Få 12 nye kunder\n  hvorfor:\n    de gamle kundene blir eldre\n  eier: Kari Nordmann\n",
            "mål:\n- Sälja 40 presentkort i april\n- Sälja 70 luncher per dag\n",
            "mål: Få 30 kundar\n  korleis:\n  - Ringje lista frå messa\n  eigar: Olav Tveit\n",
            "mål: Få 45 nye kunder\n  udgangspunkt: ?\n",
        ],
        invalid=[
            Invalid("mål: Få 30 kundar\n  ⟦korleis⟧:\n", "field", {"word": "korleis"}, level="warning"),
            Invalid("goal: Sign 12 customers\n  ⟦owner⟧:\n  deadline: 30 June 2026\n", "field"),
            Invalid("team: Salg\n⟦periode⟧:\nmål: Få 12 nye kunder\n", "field"),
            Invalid("mål: Sälja 40 presentkort\n  hur:\n    - Ställa en skylt vid kassan\n    ⟦-⟧\n", "item"),
            Invalid("⟦mål⟧:\n  ejer: Mette Krogh\n  frist: 2026-04-30\n", "goal", {"word": "mål"}),
        ],
    )


def test_page() -> None:
    check_page(EmptyField)
