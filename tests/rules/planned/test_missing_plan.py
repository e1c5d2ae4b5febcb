from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.planned.missing_plan import MissingPlan

KEY_RESULT = "O1: Happy customers\n  {}KR 1.1{}: 90 % renew\n"


def test_cases() -> None:
    check_rule(
        MissingPlan,
        valid=[
            "goal: Win 50 customers\n  how: call those who bought tyres last year\n",
            "mål: Få 50 kunder\n  hvordan:\n    - Ringe dem som kjøpte i fjor\n",
            # the sentence says how
            "mål: Sälja 40 presentkort genom att ställa en skylt vid kassan\n",
            "mål: Selje 30 timar ved å gi nye medlemer ein prøvetime\n",
            "goal: Raise the margin to 25 % by dropping free delivery\n",
            "mål:\n- Minska matsvinnet till 8 kg\n  - Väga det som slängs\n",
            # in a parenthesis, as an action says its owner
            "goal: Win 12 customers in Bergen (owner: Kari Nordmann, how: visit ten shops a week)\n",
            "mål: Få 12 kunder i Bergen (hvordan: besøke ti butikker i uka)\n",
            # the goals below are the plan: nested, or by a link
            "resultatmål R1: Få 40 kunder\n  præstationsmål: Ringe til 30 om ugen ved at dele listen\n",
            "goal R1: Win 40 customers\n\ngoal P1: Call 20 a week\n  supports: R1\n  how: from the list\n",
            # the plan of the goal above
            "O1: Happy customers\n  how: answer templates\n  KR 1.1: 90 % renew\n",
            "mål 1: Få 40 kundar\n  korleis: ringje alle\n  delmål: Få 20 kundar\n",
            # closed goals and visions
            "goal: Win 50 customers\n  status: done\n",
            "visjon: Best i byen\n",
        ],
        invalid=[
            Invalid("⟦goal⟧: Win 50 customers (owner: Kari Nordmann)\n", "missing"),
            Invalid("⟦goal⟧: Win 50 customers (owner: Kari Nordmann, how: -)\n", "missing"),
            Invalid("⟦goal⟧: Win 50 customers\n", "missing"),
            Invalid("⟦mål G4⟧: Åbne et kontor i Aalborg\n", "missing"),
            Invalid("⟦mål 2⟧: Få 30 nye avtalekundar\n  eigar: Olav Tveit\n", "missing"),
            Invalid("⟦mål⟧: Sälja 40 presentkort senast 30 juni 2026\n", "missing"),
            # an end is no means
            Invalid("⟦mål⟧: Få 40 kunder innen utgangen av året\n", "missing"),
            Invalid("mål 1: Få 40 kunder\n  hvordan: ringe\n  ⟦mål 1.1⟧: Få 20 kunder i Bergen\n", "missing"),
            Invalid("⟦KR 1.1⟧: 90 % renew\n", "missing"),
            # one that was cancelled is no plan
            Invalid("⟦goal R1⟧: Win 4 customers\n\ngoal P1: Call 9 a week\n  supports: R1\n  status: cancelled\n", "missing"),
            Invalid(KEY_RESULT.format("⟦", "⟧"), "missing"),
        ],
    )


def test_key_results_need_none_in_okr() -> None:
    check_rule(
        MissingPlan,
        valid=[KEY_RESULT.format("", "")],
        invalid=[Invalid("⟦goal⟧: Win 50 customers\n", "missing")],
        profile="okr",
    )


def test_an_empty_plan_has_its_own_finding() -> None:
    assert not lint("mål 1: Få 30 nye kundar\n  korleis:\n", MissingPlan).findings


def test_page() -> None:
    check_page(MissingPlan)
