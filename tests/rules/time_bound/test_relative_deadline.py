from smartlint.rule import date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.relative_deadline import RelativeDeadline


def test_cases() -> None:
    check_rule(
        RelativeDeadline,
        valid=[
            "goal: Sign 12 customers by 30 June 2026\n",
            "goal: Sign 12 customers\n  start: 2026-03-01\n  deadline: in six months\n",
            "goal: Sign 12 customers within three months\n  status: cancelled\n",
            "period: 2026\ngoal: Sign 12 customers by the end of the year\n",
            "period: 2026-Q1\ngoal: 30 % of the guests book a second stay within a year\n",
            "periode: 2026-Q2\nmål: Få 12 kunder i løpet av kvartalet\n",
            "mål: Få 12 kunder innen 30. juni\n",
            "mål: Få 12 kundar i løpet av 2026\n",
            "mål: Få 12 kundar innan årsskiftet\n",
            "mål: Sälja 40 kort inom kort\n",
            "mål: 40 % köper en gång till inom ett år\n",
            "period: 2026\nmål: Sälja 40 kort i år\n",
            "mål: Få 12 kunder inden sommerferien\n",
            # a length that is measured in a goal whose period ends it
            "period: 2026-H1\ngoal: Fill vacancies in 35 days or fewer on average\n",
            "språk: sv\nperiod: 2026\nmål: Minst 92 % av patienterna får bedömning inom tre dagar\n  nuläge: 84 %\n",
            # counted from an event, in a week that is named, and what is to come of it
            "language: nb\nmål: Kassereren sender regnskapet til revisor senest to uker før årsmøtet\n",
            "language: nb\nmål: Null åpne avvik innen fredag i uke 19\n",
            "language: nb\nmål: Null åpne avvik innen fredag\n      i uke 19\n",
            "language: da\nmål: Sænke gennemsnitsalderen i klubben, så vi også er her om tyve år\n",
            "mål: Få 12 kunder inden 3. kvartal\n",
        ],
        invalid=[
            Invalid(
                "goal: Sign 12 customers ⟦within three months⟧\n",
                "today",
                {"date": date(2026, 5, 1)},
                "info",
                fixed="goal: Sign 12 customers by ⟨date⟩\n",
            ),
            Invalid("period: ⟦next quarter⟧\ngoal 1: Sign 12 customers\ngoal 2: Sign 3 partners\n", "today"),
            Invalid("mål: Få 12 kunder ⟦innen utgangen av året⟧\n", "today", {"date": date(2026, 12, 31)}),
            Invalid(
                "goal: Sign 12 customers\n  deadline: ⟦in six months⟧\n",
                "today",
                fixed="goal: Sign 12 customers\n  deadline: ⟨date⟩\n",
            ),
            Invalid("mål: Få 12 kunder\n  frist: ⟦om seks måneder⟧\n", "today"),
            Invalid("mål: Få 12 kundar ⟦innan fredag⟧\n", "today"),
            Invalid(
                "periode: 2026-H2\nmål: Få 12 kundar ⟦innan tre månader⟧\n",
                "period",
                {"start": date(2026, 7, 1), "date": date(2026, 10, 1)},
            ),
            Invalid("mål: Sälja 40 kort ⟦senast nästa kvartal⟧\n", "today", {"date": date(2026, 6, 30)}),
            Invalid("mål: Sälja 40 kort ⟦i år⟧\n", "today"),
            Invalid("mål: Øge salget med 3 % ⟦i næste måned⟧\n", "today"),
            Invalid("mål: Få 300 abonnenter ⟦inden for seks måneder⟧\n", "today"),
        ],
    )


def test_a_deadline_of_the_goal_above_is_found_once() -> None:
    (found,) = lint("mål 1: Få 12 kunder innen fredag\n  delmål 1.1: Ringe 40 kunder\n", RelativeDeadline).findings
    assert found.goal == ("1",)


def test_page() -> None:
    check_page(RelativeDeadline)
