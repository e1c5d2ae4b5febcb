from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.limits.too_many_goals import TooManyGoals


def goals(count: int, word: str = "goal", marked: int = 0, first: int = 1) -> str:
    """So many goals with a head each; one of them is marked."""
    heads = (f"{word} {number}" for number in range(first, first + count))
    lines = (f"⟦{head}⟧" if number == marked else head for number, head in enumerate(heads, first))
    return "".join(f"{line}: Win 10 customers\n" for line in lines)


def test_cases() -> None:
    check_rule(
        TooManyGoals,
        valid=[
            goals(5),
            goals(5, "mål") + goals(5, "strategisk mål", first=6),
            # other teams, other periods, other folders
            "team: Nord\n" + goals(3) + "team: Sør\n" + goals(3),
            goals(4) + "".join(f"mål {n}: Få 5 kunder\n  periode: K2 2026\n" for n in range(5, 9)),
            {"a/a.goals": goals(3), "b/b.goals": goals(3)},
            # what is not counted
            goals(5) + "goal 6: Win 5 customers\n  status: done\ngoal 7: Win 5 customers\n  status: cancelled\n",
            goals(5) + "visjon: Best i byen\n",
            goals(5) + "  delmål: Få 5 kunder\n  mål 6: Få 5 kunder\n",
            "delmål: Få 5 kunder\n\n" + goals(5),
            goals(5) + "prestasjonsmål 6: Ringje 5 kundar i veka\n  støttar: 1\n",
            "O1: Happy customers\n" + "".join(f"  KR {n}: {n} customers\n" for n in range(1, 9)),
        ],
        invalid=[
            Invalid(goals(6, marked=6), "operational", {"count": 6, "limit": 5, "bound": "warn"}, "warning"),
            Invalid(goals(9, marked=6), "operational", {"count": 9, "limit": 5}, "warning"),
            Invalid(goals(11, marked=10), "operational", {"count": 11, "limit": 9, "bound": "max"}, "error"),
            Invalid(goals(6, "strategiskt mål", marked=6), "strategic", {"count": 6, "bound": "warn"}, "warning"),
            Invalid(goals(5) + goals(1, "prestationsmål", marked=6, first=6), "operational"),
            Invalid(goals(5) + "⟦mål 6⟧: Få 5 kunder\n  støtter: 1\n", "operational"),
            Invalid(
                {"nord.goals": "team: Nord\n" + goals(4), "ny.goals": "team:  nord\n" + goals(2, "mål", 6, 5)},
                "operational",
            ),
            # one team over several folders
            Invalid(
                {
                    "a/a.goals": "team: Nord\n" + goals(3),
                    "b/b.goals": "team: nord\n" + goals(2),
                    "c.goals": "team: Nord\n" + goals(1, marked=1),
                },
                "operational",
            ),
            Invalid("team: A\n" + goals(6, marked=6) + "team: B\n" + goals(6, "mål", marked=6), "operational"),
        ],
    )


def test_marketing_has_three() -> None:
    check_rule(
        TooManyGoals,
        valid=[goals(3)],
        invalid=[
            Invalid(goals(4, marked=4), "operational", {"limit": 3}, "warning"),
            Invalid(goals(6, marked=6), "operational", {"limit": 5}, "error"),
            Invalid(goals(4, "strategisk mål", marked=4), "strategic", {"limit": 3}, "warning"),
        ],
        profile="marketing",
    )


def test_sales_has_three_strategic_goals_and_five_others() -> None:
    check_rule(
        TooManyGoals,
        valid=[goals(5, "mål")],
        invalid=[
            Invalid(goals(4, "strategisk mål", marked=4), "strategic", {"limit": 3}, "warning"),
            Invalid(goals(8, marked=8), "operational", {"limit": 7}, "error"),
        ],
        profile="sales",
    )


def test_the_message_names_the_option() -> None:
    check_rule(
        TooManyGoals,
        valid=[goals(5, "O")],
        invalid=[Invalid(goals(8, "OKR", marked=8), "operational", {"limit": 7, "bound": "max"}, "error")],
        profile="okr",
    )


def test_page() -> None:
    check_page(TooManyGoals)
