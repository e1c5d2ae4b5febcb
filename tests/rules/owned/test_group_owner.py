from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.owned.group_owner import GroupOwner


def test_cases() -> None:
    check_rule(
        GroupOwner,
        valid=[
            "goal: Sign 12 new customers\n  owner: Head of Sales\n",
            "mål: Få 12 nye kunder\n  eier: daglig leder\n  med: hele teamet\n",
            "mål: Sälja 40 presentkort\n  ägare: säljchefen\n",
            "mål: Få 30 nye kundar\n  eigar: Olav Tveit\n",
            "mål: Få 45 nye kunder\n  ejer: teamleder Mette Krogh\n",
            "mål: Få 12 nye kunder\n  eier: alle\n  status: nådd\n",
            # a role acts, or a body that decides as one; who owns the goal stands in the field
            "goal: The head of sales will sign 12 customers\n",
            "goal: The council adopts a plan for cycle paths in 2026\n",
            "mål: Byrådet vedtager en ny skolepolitik inden 1. juni 2026\n",
            "mål: Teamet skal signere 12 kunder\n  eier: Kari Nordmann\n",
            "vision: Alla känner till vårt kafé\n  ägare: alla\n",
            "eier: alle\nmål: Få 12 nye kunder\n  eier: Kari Nordmann\n",
        ],
        invalid=[
            Invalid("mål: Få 30 nye kundar\n  eigar: ⟦alle⟧\n", "group", {"owner": "alle"}, "warning"),
            Invalid("goal: Sign 12 new customers\n  owner: ⟦the whole team⟧\n", "group"),
            Invalid(
                "goal: The ⟦sales team⟧ will sign 12 customers\n",
                "group",
                {"owner": "sales team"},
                fixed="goal: The sales team will sign 12 customers\n  owner: ⟨name⟩\n",
            ),
            Invalid("mål: ⟦Salgsavdelingen⟧ skal signere 12 kunder\n", "group"),
            Invalid("mål: ⟦Teamet⟧ skal teikne 12 avtalar\n", "group"),
            Invalid("mål: ⟦Ekonomiavdelningen⟧ ska följa upp 40 fakturor\n", "group"),
            Invalid("mål: ⟦Salgsteamet⟧ skal lave 12 aftaler\n", "group"),
            Invalid("mål 1: Trevligare kvällar\nägare: ⟦vi⟧\n", "group"),
            Invalid("mål: Få 45 nye kunder\n  ejer: ⟦salgsafdelingen⟧\n", "group"),
            Invalid("eier: ⟦teamet⟧\nmål 1: Få 12 nye kunder\n  delmål: Ringe 200\nmål 2: Få 3 partnere\n", "header"),
        ],
    )


def test_what_is_inherited_from_a_goal_is_found_at_that_goal() -> None:
    found = lint("mål: Få 12\n  eier: alle\n  delmål: Ringe 200\n", GroupOwner).findings
    assert [finding.goal for finding in found] == [("#1",)]


def test_page() -> None:
    check_page(GroupOwner)
