from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.owned.no_team_involved import NoTeamInvolved


def test_cases() -> None:
    check_rule(
        NoTeamInvolved,
        valid=[
            "team: Shop\ngoal 1: Sell 40 tickets\n  owner: Amy Holt\n  with: Per Ek\n",
            "team: Butikk\nmål 1: Selge 40\n  eier: Tone Moe\n  avtalt: hele laget 12. januar\n",
            "team: Butikken\nmål 1: Sälja 40\n  ägare: Maja Ek\n  hur:\n    - Ringa 20 (ägare: Omar Haddad)\n",
            "team: Butik\nmål 1: Sælge 40\n  ejer: Pia Holm\n  delmål 1.1: Ringe til 20\n    ejer: Sanne Dahl\n",
            "team: Butikken\nmål 1: Selje 40\n  eigar: Olav Tveit\nmål 2: Ringje 20\n  eigar: Kari Lie\n",
            "team: Shop\nowner: Amy Holt\ngoal 1: Sell 40 tickets\ngoal 2: Call 20 schools\n  owner: Per Ek\n",
            # one person alone, with no team
            "mål 1: Selge 40 billetter\n  eier: Tone Moe\n\nmål 2: Ringe 20\n  eier: Tone Moe\n",
            # other rules speak of these: nobody, a group, several
            "team: Shop\ngoal 1: Sell 40 tickets\n",
            "team: Shop\ngoal 1: Sell 40 tickets\n  owner: everyone\n",
            "team: Shop\ngoal 1: Sell 40 tickets\n  owner: Amy Holt, Per Ek\n",
            "team: Shop\ngoal 1: Sell 40 tickets\n  owner: Amy Holt\n  status: done\n",
        ],
        invalid=[
            Invalid(
                "team: Shop\ngoal 1: Sell 40\n  owner: ⟦Amy Holt⟧\n", "alone", {"owner": "Amy Holt", "team": "Shop"}, "info"
            ),
            Invalid("team: Shop\ngoal 1: Sell 40\n  owner: ⟦Amy Holt⟧\n  how:\n    - Call 20 (owner: amy  holt)\n", "alone"),
            Invalid("team: Butikk\nmål 1: Selge 40\n  eier: ⟦daglig leder⟧\n", "alone"),
            Invalid("team: Butikk\nmål 1: Selje 40\n  eigar: ⟦Olav Tveit⟧\nmål 2: Ringje 20\n", "alone"),
            Invalid("team: Butiken\nmål 1: Sälja 40\n  ägare: ⟦Maja Ek⟧\nmål 2: Ringa 20\n  ägare: Maja Ek\n", "alone"),
            Invalid("team: Butik\nmål 1: Sælge 40\n  ejer: ⟦Pia Holm⟧\n  delmål: Ringe til 20\n    ejer: Pia Holm\n", "alone"),
            # once, at the top of the file; each team by itself
            Invalid("team: Butikk\neier: ⟦Tone Moe⟧\nmål 1: Selge 40\nmål 2: Ringe 20\n", "alone", {"owner": "Tone Moe"}),
            Invalid(
                "team: Nord\nmål 1: Selge 40\n  eier: ⟦Tone Moe⟧\nteam: Sør\nmål 2: Ringe 20\n  eier: Per Lie\n  med: Eva\n",
                "alone",
                {"team": "Nord"},
            ),
        ],
        profile="marketing",
    )


def test_a_field_that_is_empty_is_found_as_that() -> None:
    assert not lint("team: Shop\ngoal 1: Sell 40 tickets\n  owner: Amy Holt\n  with:\n", NoTeamInvolved).findings


def test_page() -> None:
    check_page(NoTeamInvolved)
