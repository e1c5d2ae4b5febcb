from dataclasses import replace

import pytest

from smartlint.parser import parse
from smartlint.rule import Context, Report
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.owned.several_owners import SeveralOwners


def test_cases() -> None:
    check_rule(
        SeveralOwners,
        valid=[
            "goal: Sign 12 new customers\n  owner: Amy Holt\n  with: Tom Adeyemi and Priya Nair\n",
            "mål: Få 12 nye kunder\n  eier: Salgs- og markedssjef\n",
            "mål: Sälja 40 presentkort\n  ägare: Maja Lindqvist, butikschef\n",
            "mål: Få 30 nye kundar\n  eigar: Olav Tveit <olav@bil.no>\n",
            "mål: Få 45 nye kunder\n  ejer: salg og marketing\n",
            "eier: Kari Nordmann, Per Hansen\nmål: Få 12 nye kunder\n  eier: Per Hansen\n",
            "goal: Sign 12 customers\n  owner: Amy Holt and Tom Adeyemi\n  status: done\n",
            "vision: Everybody knows us\n  owner: Amy Holt and Tom Adeyemi\n",
        ],
        invalid=[
            Invalid(
                "goal: Sign 12 customers\n  owner: ⟦Amy Holt and Lars Bergh⟧\n",
                "several",
                {"count": 2, "first": "Amy Holt", "others": ["Lars Bergh"]},
                "warning",
            ),
            Invalid("mål: Sælge 600 togrejser\n  ejer: ⟦Camilla Friis, Anders Lund⟧\n", "several"),
            Invalid("mål: Sälja 40 presentkort\n  ägare: ⟦@maja och @omar⟧\n", "several"),
            Invalid("mål: Få 12\n  eier: ⟦kari@salg.no, Per Hansen og Ola Vik⟧\n", "several", {"count": 3}),
            Invalid(
                "eigar: ⟦Olav Tveit og Sigrid Aase⟧\nmål 1: Få 30 kundar\n  delmål: Ringje 200\nmål 2: Få 3\n",
                "header",
            ),
        ],
    )


def test_two_roles_may_be_one_person() -> None:
    document = parse("goal: Sign 12 customers\n  owner: Amy Holt\n", today=TODAY)
    (goal,) = document.goals
    roles = (goal.owner[0]._replace(kind="role"), goal.owner[0]._replace(kind="person"))
    document = replace(document, goals=(replace(goal, owner=roles),))
    said = SeveralOwners().check(document, Context(document, TODAY, {}))
    assert not [one for one in said if isinstance(one, Report)]


def test_what_is_inherited_from_a_goal_is_found_at_that_goal() -> None:
    found = lint("mål: Få 12\n  eier: Kari Nordmann, Per Hansen\n  delmål: Ringe 200\n", SeveralOwners).findings
    assert [finding.goal for finding in found] == [("#1",)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.goals", "goal: Sell 20 cakes\n  owner: Amy and Bo\n"),
        ("a.goals", "mål: Selge 20 kaker\n  eier: Kari og Per\n"),
        ("a.md", "# Mål 2026\n\n- Auke salet frå 2 til 4 (Ingrid og Ola)\n"),
        ("a.csv", "Mål;Ägare\nSälja 20 tårtor;Anna och Erik\n"),
        ("a.md", "# Mål 2026\n\n- Øge salget fra 2 til 4\n  - Ejer: Mette og Lars\n"),
        ("a.yaml", "goals:\n  - goal: Sell 20 cakes\n    owner: [Amy, Bo]\n"),
    ],
)
def test_two_first_names_are_two_owners(path: str, text: str) -> None:
    (finding,) = lint({path: text}, SeveralOwners).findings
    assert finding.params["count"] == 2


def test_page() -> None:
    check_page(SeveralOwners)
