from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.wrong_parent_level import WrongParentLevel

STRATEGY = "strategic goal S1: Reach a margin of 30 %\n\n"


def test_cases() -> None:
    check_rule(
        WrongParentLevel,
        valid=[
            # operational under strategic, at any depth, or under a vision
            STRATEGY + "goal 1: Win 40 customers\n  supports: S1\n  goal 1.1: Hold 20 meetings\n",
            "strategisk mål S1: Nå en margin på 30 %\n  operativt mål 1: Få 40 kunder\n    prestasjonsmål: Holde 9 møter\n",
            "strategisk mål S1: Nå ein margin på 30 %\n  operativt mål 1: Få 40 kundar\n",
            "visjon V: Best i byen\n\nstrategisk mål S1: Nå en margin på 30 %\n\nmål 1: Få 40 kunder\n  støtter: V\n",
            # strategic goals under one another, or under a goal whose level nobody has written
            "strategiskt mål S1: Nå en marginal på 30 %\n  strategiskt mål S1.1: Öppna 3 butiker\n",
            "effektmål E1: Ni av tio boende äter upp maten\n  strategiskt mål S1: Anställa 3 kockar\n",
            "mål 1: Få 40 kunder\n  strategisk mål S1: Åbne 3 butikker\n",
            # key results of objectives, also of plain and strategic goals, and of effect goals
            "O1: Glade gæster\n  KR1: 60 % af gæsterne kommer igen\n",
            "mål 1: Glade kunder\n  nøkkelresultat 1: 60 % av kundene kommer igjen\n",
            "strategiskt mål S1: Nöjda gäster\n  nyckelresultat 1: 60 % av gästerna kommer tillbaka\n",
            "effektmål E1: Brukarane klarar seg lenger heime\n  nøkkelresultat 1: 60 % bur heime\n",
            # the goal that leads nowhere is a finding of `not-linked`
            STRATEGY + "goal 1: Win 40 customers\n  goal 1.1: Hold 20 meetings\n",
            STRATEGY + "goal 1: Win 40 customers\n\ngoal 2: Hold 20 meetings\n  supports: 1\n",
            # and so is a broken link, or a circle
            STRATEGY + "goal 2: Hold 20 meetings\n  supports: 9\n",
            STRATEGY + "goal 1: Win 40\n  supports: 2\n\ngoal 2: Hold 20 meetings\n  supports: 1\n",
            # one of two links is enough; no strategy, no question
            STRATEGY + "goal 1: Win 40\n  status: done\n\ngoal 2: Hold 20 meetings\n  supports: 1, S1\n",
            "goal 1: Win 40 customers\n  status: done\n\ngoal 2: Hold 20 meetings\n  supports: 1\n",
            # what is done is not sorted again
            "operational goal 1: Win 40 customers\n  strategic goal S1: Open 3 shops\n    status: done\n",
        ],
        invalid=[
            Invalid(
                "operational goal 1: Win 40 customers\n  ⟦strategic goal S1⟧: Open 3 shops\n", "upside-down", {"above": "1"}
            ),
            Invalid("operativt mål 1: Få 40 kunder\n  ⟦strategisk mål S1⟧: Åpne 3 butikker\n", "upside-down"),
            Invalid("operativt mål 1: Få 40 kundar\n\n⟦strategisk mål S1⟧: Opna 3 butikkar\n  støttar: 1\n", "upside-down"),
            Invalid("prestationsmål: Hålla 9 möten\n  ⟦strategiskt mål S1⟧: Öppna 3 butiker\n", "upside-down"),
            Invalid(
                {
                    "a.goals": "hold: A\noperativt mål 1: Få 40 kunder\n",
                    "b.goals": "hold: B\n⟦strategisk mål S1⟧: Åbne 3 butikker\n  støtter: A/1\n",
                },
                "upside-down",
                {"above": "A/1"},
            ),
            Invalid("result goal R1: Win 40 customers\n  ⟦KR1⟧: 60 % of the guests come back\n", "key-result"),
            Invalid("visjon: Best i byen\n  ⟦KR1⟧: 60 % av gjestene kommer igjen\n", "key-result"),
            Invalid(
                "O1: Nöjda gäster\n  KR1: 60 % kommer tillbaka\n    ⟦KR1.1⟧: 20 % har klippkort\n",
                "key-result",
                {"above": "KR1"},
            ),
            Invalid("resultatmål R1: Få 40 kunder\n  ⟦nøgleresultat 1⟧: 60 % af gæsterne kommer igen\n", "key-result"),
            # a goal that is over leads nowhere, and nobody else says so; the one below is the same cause
            Invalid(
                STRATEGY + "goal 1: Win 40\n  status: done\n\n⟦goal 2⟧: Hold 20 meetings\n  supports: 1\n"
                "  goal 2.1: Call 9 customers\n",
                "no-path",
                {"above": "1"},
            ),
            # it leads into a folder where there is no strategy
            Invalid(
                {
                    "nord/plan.goals": "team: Nord\nstrategisk mål S1: Nå 30 %\n\n⟦mål 1⟧: Få 40\n  støtter: Sør/1\n",
                    "sor/plan.goals": "team: Sør\nmål 1: Få 9 kunder\n",
                },
                "no-path",
                {"above": "Sør/1"},
            ),
            # of two goals above that lead nowhere, the first
            Invalid(
                STRATEGY + "goal 1: Win 40\n  status: done\n\ngoal 2: Win 4\n  status: cancelled\n\n"
                "⟦goal 3⟧: Hold 20 meetings\n  supports: 2, 1\n",
                "no-path",
                {"above": "1"},
            ),
        ],
    )


def test_a_link_out_of_the_files_that_were_given_may_lead_to_a_strategic_goal() -> None:
    text = STRATEGY + "goal 1: Win 40\n  status: done\n\ngoal 2: Hold 20 meetings\n  supports: 1, Company/S4\n"
    assert not lint(text, WrongParentLevel, partial=True).findings


def test_page() -> None:
    check_page(WrongParentLevel)
