from smartlint.rule import date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.ambiguous_date import AmbiguousDate


def test_cases() -> None:
    check_rule(
        AmbiguousDate,
        valid=[
            "goal: Sign 12 customers by 25/04/2026\n",
            "goal: Sign 12 customers by 04/25/2026\n",
            "goal: Sign 12 customers by 04/04/2026\n",
            "goal: Answer the phone 24/7 by 3 April 2026\n",
            "mål: Få 12 kunder innen 03.04.26\n",
            "mål: Få 12 kunder innen 03/04/2026\n",
            "mål: Få 12 kundar innan 3/4\n",
            "mål: Få 12 kundar innan 31/12/26\n",
            "mål: Sälja 40 kort\n  senast: 2026-04-03\n",
            "mål: Sälja 40 kort senast den 3 april\n",
            "mål: Få 12 kunder inden d. 3/4 2026\n",
            "mål: Få 12 kunder inden 03.04.26\n",
            "goal: Sign 12 customers by 03/04/26\n  status: done\n",
        ],
        invalid=[
            Invalid(
                "goal: Sign 12 customers ⟦by 03/04/26⟧\n",
                "ambiguous",
                {"one": date(2026, 4, 3), "other": date(2026, 3, 4)},
                "warning",
            ),
            Invalid(
                "goal: Sign 12\n  start: ⟦03/02/2026⟧\n  deadline: ⟦3/4-26⟧\n  milestones:\n    - ⟦02/03/2026⟧: 4\n",
                "ambiguous",
            ),
            Invalid("goal: Sign 12 by 1 June 2026\n  how:\n    - Call 40 firms (deadline: ⟦03/04/26⟧)\n", "ambiguous"),
            Invalid("deadline: ⟦03/04/26⟧\ngoal 1: Sign 12 customers\ngoal 2: Sign 3 partners\n", "ambiguous"),
            Invalid("mål: Få 12 kunder ⟦innen 03/04/26⟧\n", "ambiguous"),
            Invalid("mål: Få 12 kunder\n  frist: ⟦01/02/27⟧\n", "ambiguous"),
            Invalid("mål: Få 12 kundar ⟦innan 03/04/26⟧\n", "ambiguous"),
            Invalid("mål: Få 12 kundar\n  frist: ⟦05/06/26⟧\n", "ambiguous"),
            Invalid("mål: Sälja 40 kort\n  senast: ⟦05/06/26⟧\n", "ambiguous"),
            Invalid("mål: Sälja 40 kort ⟦senast 03/04/26⟧\n", "ambiguous"),
            Invalid("mål: Få 12 kunder ⟦inden 03/04/26⟧\n", "ambiguous"),
            Invalid("mål: Få 12 kunder\n  frist: ⟦05/06/26⟧\n", "ambiguous", {"other": date(2026, 5, 6)}),
        ],
    )


def test_it_belongs_to_its_goal() -> None:
    (found,) = lint("goal A: Sign 9\ngoal B: Sign 12 customers by 03/04/26\n", AmbiguousDate).findings
    assert found.goal == ("B",)


def test_page() -> None:
    check_page(AmbiguousDate)
