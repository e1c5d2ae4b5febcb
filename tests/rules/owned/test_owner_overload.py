from datetime import date

from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.owned.owner_overload import OwnerOverload


def goals(count: int, word: str = "goal", rest: str = "", first: int = 1, marked: int = 0) -> str:
    """So many goals with a line each below them; the head of one is marked."""
    heads = (f"{word} {number}" for number in range(first, first + count))
    lines = (f"⟦{head}⟧" if number == marked else head for number, head in enumerate(heads, first))
    return "".join(f"{line}: Win 10 customers\n{rest}" for line in lines)


Q2 = "period: 2026-Q2\n"


def test_cases() -> None:
    check_rule(
        OwnerOverload,
        valid=[
            "owner: Amy Holt\n" + Q2 + goals(7),
            # others, or no one, or a group
            "eier: Ida Moe\n" + Q2 + goals(7, "mål") + "mål 8: Få 9 kunder\n  eier: Pål Aas\n",
            Q2 + goals(9),
            "eigar: Salslaget\n" + Q2 + goals(9, "mål"),
            # what is over, a vision, key results, and goals below another one of the same owner
            "owner: Amy Holt\n" + Q2 + goals(7) + "goal 8: Win 5\n  status: done\ngoal 9: Win 6\n  status: cancelled\n",
            "ägare: Siv Ek\n" + Q2 + goals(7, "mål") + "vision: Bäst i stan\n",
            "owner: Amy Holt\n" + Q2 + "O1: Happy guests\n" + "".join(f"  KR{n}: {n} guests\n" for n in range(1, 9)),
            "ejer: Bo Lund\n" + Q2 + goals(7, "mål") + "  mål 7.1: Få 9 kunder\n\nmål 8: Få 9\n  støtter: 1\n",
            # one after the other
            "owner: Amy Holt\n" + goals(4, rest="  period: 2026-Q2\n") + goals(4, rest="  period: 2026-Q3\n", first=5),
            "owner: Amy Holt\n" + goals(4, rest="  deadline: 2026-03-31\n") + goals(4, "goal", "  by: 2026-08-31\n", 5),
            # what was due is asked for by another rule
            "owner: Amy Holt\n" + goals(8, rest="  deadline: 2025-11-30\n"),
        ],
        invalid=[
            Invalid(
                "owner: Amy Holt\n" + Q2 + goals(8, marked=8),
                "overload",
                {"owner": "Amy Holt", "count": 8, "limit": 7, "day": date(2026, 4, 1)},
            ),
            Invalid("eier: Ida Moe\n" + Q2 + goals(10, "mål", marked=8), "overload", {"count": 10}),
            Invalid("eigar: Salssjef\n" + Q2 + goals(8, "mål", marked=8), "overload"),
            # over files, written in another way
            Invalid(
                {
                    "a.goals": "team: A\n" + Q2 + "ägare: Siv Ek\n" + goals(5, "mål"),
                    "b.goals": "team: B\n" + Q2 + "ägare: SIV EK\n" + goals(4, "mål", marked=3),
                },
                "overload",
                {"count": 9},
            ),
            Invalid(
                {
                    "a.goals": "hold: A\n" + Q2 + "ejer: Bo Lund <bo@example.com>\n" + goals(5, "mål"),
                    "b.goals": "hold: B\n" + Q2 + "ejer: bo@example.com\n" + goals(3, "mål", marked=3),
                },
                "overload",
            ),
            # a year and a quarter of it
            Invalid(
                "owner: Amy Holt\n" + goals(4, rest="  period: 2026\n") + goals(4, "goal", "  period: 2026-Q3\n", 5, 8),
                "overload",
                {"day": date(2026, 7, 1)},
            ),
            # a deadline, and the quarter before it
            Invalid(
                "owner: Amy Holt\n"
                + goals(4, rest="  deadline: 2026-06-30\n")
                + goals(4, "goal", "  deadline: 2026-08-31\n", 5, 8),
                "overload",
                {"day": date(2026, 6, 1)},
            ),
            # no deadline at all
            Invalid("owner: Amy Holt\n" + goals(8, marked=8), "overload", {"day": date(2026, 2, 1)}),
        ],
    )


def test_the_other_goals_are_shown() -> None:
    (found,) = lint("owner: Amy Holt\n" + goals(8), OwnerOverload).findings
    assert len(found.related) == 7


def test_each_of_two_owners_is_counted() -> None:
    found = lint("owner: Amy Holt, Bo Lund\n" + goals(8), OwnerOverload).findings
    assert [one.params["owner"] for one in found] == ["Amy Holt", "Bo Lund"]


def test_page() -> None:
    check_page(OwnerOverload)
