import pytest

from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.owned.unknown_owner import UnknownOwner

ROSTER = ["Kari Nordmann <kari@example.com>", "Björn Ek", "@signe", "ruth.okafor@example.com", "Anna Maria Vik"]


def test_cases() -> None:
    check_rule(
        UnknownOwner,
        valid=[
            "mål: Få 9 kunder\n  eier: Kari Nordmann\n",
            "mål: Få 9 kunder\n  eier: KARI  NORDMANN\n",
            "mål: Få 9 kundar\n  eigar: Kari\n",
            "mål: Få 9 kunder\n  ägare: Bjo\u0308rn Ek\n",
            "mål: Få 9 kunder\n  ägare: Björn E.\n",
            "mål: Få 9 kunder\n  ejer: Anna Vik\n",
            "goal: Win 9 customers\n  owner: kari@example.com\n",
            "goal: Win 9 customers\n  owner: Kari N. <KARI@example.com>\n",
            "goal: Win 9 customers\n  owner: @signe\n",
            "goal: Win 9 customers\n  owner: @ruth.okafor\n",
            "goal: Win 9 customers\n  owner: KN\n",
            # roles and groups are nobody's names
            "goal: Win 9 customers\n  owner: Head of Sales\n",
            "mål: Få 9 kunder\n  ejer: Salgsteamet\n",
            "mål: Få 9 kunder\n",
            # what is over, and visions
            "goal: Win 9 customers\n  owner: Per Hansen\n  status: done\n",
            "vision: Best in town\n  owner: Per Hansen\n",
        ],
        invalid=[
            Invalid("goal: Win 9 customers\n  owner: ⟦Per Hansen⟧\n", "unknown", {"owner": "Per Hansen"}),
            Invalid("goal: Win 9 customers\n  owner: ⟦per@example.com⟧\n", "unknown"),
            Invalid("goal: Win 9 customers\n  owner: ⟦@per⟧\n", "unknown"),
            Invalid(
                "mål: Få 9 kunder\n  eier: ⟦Kari Normann⟧\n",
                "near",
                {"near": "Kari Nordmann"},
                fixed="mål: Få 9 kunder\n  eier: Kari Nordmann\n",
            ),
            Invalid("mål: Få 9 kundar\n  eigar: ⟦Kari Ek⟧\n", "near"),
            Invalid("mål: Få 9 kundar\n  eigar: ⟦Torgeir⟧\n", "unknown"),
            Invalid("mål: Få 9 kunder\n  ägare: ⟦Bjorn Ek⟧\n", "near", {"near": "Björn Ek"}),
            Invalid("mål: Få 9 kunder\n  ejer: ⟦Jeppe⟧\n", "unknown"),
            Invalid("mål: Få 9 kunder\n  ejer: Björn Ek, ⟦Jeppe Lund⟧\n", "unknown"),
            # the heading's owner, and that of a goal above, once
            Invalid("eier: ⟦Per Hansen⟧\nmål 1: Få 9 kunder\nmål 2: Få 10 kunder\n", "unknown"),
            Invalid("mål 1: Få 9 kunder\n  eier: ⟦Per Hansen⟧\n  mål 1.1: Få 4 kunder\n", "unknown"),
        ],
        roster=ROSTER,
    )


def test_without_a_roster_everybody_may_own() -> None:
    assert not lint("goal: Win 9 customers\n  owner: Per Hansen\n", UnknownOwner).findings


@pytest.mark.parametrize(
    ("roster", "owner"),
    [("kari@example.com", "Per Hansen"), ("Kari Nordmann", "per@example.com"), ("Kari Nordmann", "@per")],
)
def test_what_the_roster_holds_none_of_is_not_asked_for(roster: str, owner: str) -> None:
    assert not lint(f"goal: Win 9 customers\n  owner: {owner}\n", UnknownOwner, roster=[roster]).findings


def test_an_owner_of_the_heading_belongs_to_no_goal() -> None:
    text = "owner: Per Hansen\ngoal A: Win 9 customers\n"
    assert [found.goal for found in lint(text, UnknownOwner, roster=ROSTER).findings] == [()]
    text = "goal A: Win 9 customers\n  owner: Per Hansen\n"
    assert [found.goal for found in lint(text, UnknownOwner, roster=ROSTER).findings] == [("A",)]


def test_page() -> None:
    check_page(UnknownOwner, roster=["Astrid Vik", "Björn Ek", "Signe Dahl"])
