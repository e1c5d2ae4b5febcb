from datetime import date

from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.outlives_parent import OutlivesParent

COMPANY = "team: Company\ngoal S1: Reach a margin of 30 % by 30 June 2026\n"


def test_cases() -> None:
    check_rule(
        OutlivesParent,
        valid=[
            "goal 1: Win 40 customers by 30 June 2026\n  goal 1.1: Hold 20 meetings by 30 June 2026\n",
            "mål 1: Få 40 kunder innen 30. juni 2026\n  mål 1.1: Holde 20 møter innen 31. mars 2026\n",
            "mål 1: Få 40 kundar innan 30. juni 2026\n  mål 1.1: Halde 20 møte innan 31. mars 2026\n",
            "mål 1: Få 40 kunder senast 30 juni 2026\n  mål 1.1: Hålla 20 möten senast 31 mars 2026\n",
            "mål 1: Få 40 kunder inden 30. juni 2026\n  mål 1.1: Holde 20 møder inden 31. marts 2026\n",
            {"a.goals": COMPANY, "b.goals": "team: Web\ngoal 1: Hold 20 meetings by 29 June 2026\n  supports: Company/S1\n"},
            # one of the days is inherited, or its year was guessed, or there is none
            "goal 1: Win 40 customers by 30 June 2026\n  goal 1.1: Hold 20 meetings\n",
            "period: 2026-Q2\ngoal 1: Win 40 customers\n  goal 1.1: Hold 20 meetings by 31 July 2026\n",
            "mål 1: Få 40 kunder innen 30. juni\n  mål 1.1: Holde 20 møter innen 31. juli 2026\n",
            "mål 1: Få 40 kunder innen 30. juni 2026\n  mål 1.1: Holde 20 møter innen 31. juli\n",
            "mål 1: Få 40 kunder\n  mål 1.1: Holde 20 møter innen 31. juli 2026\n",
            # a year to compare with is no deadline
            "goal 1: Win more customers than in 2025\n  goal 1.1: Hold 20 meetings by 31 July 2026\n",
            # the goal above is closed, or a vision, or this one is a longer goal of its own
            "goal 1: Win 40 by 30 June 2026\n  status: done\n  goal 1.1: Win 4 by 31 July 2026\n    status: at risk\n",
            "vision V: Best in town by 30 June 2026\n\ngoal 1: Win 4 by 31 July 2026\n  supports: V\n",
            "goal 1: Win 40 by 30 June 2026\n\nstrategic goal S1: Win 400 by 31 July 2027\n  supports: 1\n",
            "goal 1: Win 40 customers by 30 June 2026\n  goal 1.1: Win 4 by 31 July 2026\n    status: done\n",
            # a circle has no top
            "goal 1: Win 40 by 30 June 2026\n  supports: 2\n\ngoal 2: Win 4 by 31 July 2026\n  supports: 1\n",
        ],
        invalid=[
            Invalid(
                "goal 1: Win 40 customers by 30 June 2026\n  goal 1.1: Hold 20 meetings ⟦by 31 July 2026⟧\n",
                "later",
                {"deadline": date(2026, 7, 31), "due": date(2026, 6, 30), "parent": "1"},
            ),
            Invalid("mål 1: Få 40 kunder innen 30. juni 2026\n  mål 1.1: Holde 20 møter\n    frist: ⟦2026-07-01⟧\n", "later"),
            Invalid("mål 1: Få 40 kundar\n  frist: 2026-06-30\n  mål: Halde 20 møte ⟦innan 31. juli 2026⟧\n", "later"),
            Invalid(
                "mål 1: Få 40 kunder senast 30 juni 2026\n\nmål 2: Hålla 20 möten ⟦senast 31 juli 2026⟧\n  stödjer: 1\n",
                "later",
            ),
            Invalid(
                {
                    "a.goals": COMPANY,
                    "b.goals": "hold: Web\nmål 1: Holde 20 møder ⟦inden 31. juli 2026⟧\n  støtter: Company/S1\n",
                },
                "later",
                {"parent": "Company/S1"},
            ),
            # of two goals above, the one that is due first
            Invalid(
                "goal 1: Win 40 by 30 June 2026\n\ngoal 2: Win 4 by 31 March 2026\n\n"
                "goal 3: Hold 9 meetings ⟦by 31 July 2026⟧\n  supports: 1, 2\n",
                "later",
                {"parent": "2"},
            ),
            # a goal without an ID is called by its sentence; each step down is its own
            Invalid(
                "goal: Win 40 by 30 June 2026\n  goal: Win 9 ⟦by 31 July 2026⟧\n    goal: Win 4 ⟦by 31 August 2026⟧\n",
                "later",
                {},
            ),
        ],
    )


def test_both_days_are_shown() -> None:
    files = {"a.goals": COMPANY, "b.goals": "goal 1: Hold 20 meetings by 1 July 2026\n  supports: Company/S1\n"}
    (found,) = lint(files, OutlivesParent).findings
    (place,) = found.related
    assert (place.path, COMPANY[slice(*place.span)]) == ("a.goals", "by 30 June 2026")


def test_page() -> None:
    check_page(OutlivesParent)
