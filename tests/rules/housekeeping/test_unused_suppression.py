from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.housekeeping.unused_suppression import UnusedSuppression
from smartlint_rules.limits.too_many_goals import TooManyGoals
from smartlint_rules.owned.missing_owner import MissingOwner
from smartlint_rules.time_bound.missing_deadline import MissingDeadline

BESIDE = (MissingOwner, MissingDeadline, TooManyGoals)


def test_cases() -> None:
    check_rule(
        UnusedSuppression,
        beside=BESIDE,
        valid=[
            "# smartlint: ignore[OWN001] -- begins in March\ngoal G1: Sign 12 new customers\n",
            "mål 1: Få 12 nye kunder  # smartlint: ignore[TIM001, OWN001] -- kommer\n",
            "# smartlint: ignore[missing-owner] -- tillträder i mars\nmål 1: Sälja 40 presentkort\n",
            "# smartlint: ignore-file[OWN001] -- lyst ut\nmål 1: Få 30 nye kundar\n  eigar: Olav Tveit\n\nmål 2: X\n",
            # of what was not looked for nothing is known
            "# smartlint: ignore[MEA001] -- afventer måling\nmål 1: Styrke trivslen\n  ejer: Mette Krogh\n",
            "# smartlint: ignore[OWN] -- some of these rules are off\ngoal G1: Sign 12 new customers\n  owner: Amy Holt\n",
            "# smartlint: ignore[ALL] -- some rules are off\ngoal G1: Sign 12 new customers\n  owner: Amy Holt\n",
            # opened again, it would need it
            "# smartlint: ignore[OWN001] -- slutat\nmål 1: Sälja 40 presentkort\n  status: klart\n",
            "# smartlint: ignore[TIM001] -- no day\nvision: A shop in every town\n",
            # said by other rules
            "# smartlint: ignore[OWN01] -- a slip\ngoal G1: Sign 12 new customers\n  owner: Amy Holt\n",
            "# smartlint: ignore[OWN001] until=2026-01-15 -- a promise\ngoal G1: Sign 12 new customers\n",
        ],
        invalid=[
            Invalid(
                "team: Sales\n\n⟦# smartlint: ignore[OWN001] -- begins in March⟧\ngoal G1: Sign 12 customers\n  owner: Amy\n",
                "unused",
                {"codes": ("OWN001",)},
                level="warning",
                fixed="team: Sales\n\ngoal G1: Sign 12 customers\n  owner: Amy\n",
            ),
            Invalid(
                "mål 1: Få 12 nye kunder  ⟦# smartlint: ignore[TIM001] -- kommer⟧\n  frist: 2026-06-30\n",
                "unused",
                fixed="mål 1: Få 12 nye kunder\n  frist: 2026-06-30\n",
            ),
            Invalid(
                "mål 1: Selje 60 frukostpakkar i veka  # smartlint: ignore[⟦OWN001⟧, TIM001] -- heile året\n  eigar: Olav\n",
                "part",
                {"codes": ("OWN001",)},
                fixed="mål 1: Selje 60 frukostpakkar i veka  # smartlint: ignore[TIM001] -- heile året\n  eigar: Olav\n",
            ),
            Invalid(
                "⟦# smartlint: ignore-file[OWN001 missing-deadline]⟧\r\nmål 1: Sälja 40 presentkort senast 30 april 2026\r\n"
                "  ägare: Maja Lindqvist\r\n",
                "unused",
                {"codes": ("OWN001", "missing-deadline")},
                fixed="mål 1: Sälja 40 presentkort senast 30 april 2026\r\n  ägare: Maja Lindqvist\r\n",
            ),
            # expired, and the promise was kept
            Invalid(
                "⟦# smartlint: ignore[OWN001] until=2026-01-15 -- begynder i januar⟧\nmål 1: Få 45 kunder\n  ejer: Mette\n",
                "unused",
            ),
            # it speaks of what stands below it, and nothing does
            Invalid(
                "mål 1: Få 45 nye kunder\n⟦# smartlint: ignore[OWN001] -- står for langt nede⟧",
                "unused",
                fixed="mål 1: Få 45 nye kunder\n",
            ),
            Invalid(
                "⟦# smartlint: ignore[too-many-goals] -- only two of them⟧\ngoal G1: Sign 12 new customers\n",
                "unused",
            ),
        ],
    )


def test_page() -> None:
    check_page(UnusedSuppression, beside=(MissingOwner,))
