from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.housekeeping.malformed_suppression import MalformedSuppression


def test_cases() -> None:
    check_rule(
        MalformedSuppression,
        valid=[
            "goal G1: Sign 12 new customers  # smartlint: ignore[OWN001] until=2026-12-31 -- begins in March\n",
            "mål 1: Få 12 nye kunder  #smartlint: ignore[OWN001 TIM001]\n",
            "team: Butikken\n# smartlint: ignore-file[OWN001] -- stillinga er lyst ut\nmål 1: Få 30 nye avtalekundar\n",
            "mål 1: Sälja 40 presentkort  # smartlint: ignore[OWN001] -- [se mötet] until=slutet av mars -- allt\n",
            "# smartlint er et program\nmål 1: Få 45 nye kunder\n",
        ],
        invalid=[
            Invalid(
                "goal G1: Sign 12 new customers  ⟦# smartlint: ignore⟧\n",
                "codes",
                level="warning",
            ),
            Invalid("⟦# smartlint: ignore[]  -- alt⟧\nmål 1: Få 12 nye kunder\n", "codes"),
            Invalid("goal G1: Sign 12 new customers  # smartlint: ignore⟦[OWN001 -- begins in March⟧\n", "open"),
            Invalid("mål 1: Få 30 nye avtalekundar  # smartlint: ⟦disable=OWN001⟧\n", "form", {"word": "disable=OWN001"}),
            Invalid(
                "mål 1: Sälja 40 presentkort  # smartlint: ignore[OWN001] until=⟦2026-04-31⟧ -- senare\n",
                "day",
                {"day": "2026-04-31"},
            ),
            Invalid(
                "mål 1: Få 45 nye kunder  # smartlint: ignore[OWN001] ⟦– ny leder⟧\n",
                "rest",
                {"text": "– ny leder"},
                fixed="mål 1: Få 45 nye kunder  # smartlint: ignore[OWN001] -- ny leder\n",
            ),
            Invalid(
                "goal G1: Sign 12 customers\n  owner: Amy Holt\n⟦# smartlint: ignore-file[TIM001] -- no days yet⟧\n",
                "late",
            ),
        ],
    )


def test_what_may_be_a_day_is_not_taken_for_a_reason() -> None:
    text = "mål 1: Få 12 nye kunder  # smartlint: ignore[OWN001]⟦, until=2026-12-31 -- kommer⟧\n"
    valid = ["mål 1: Få 12 nye kunder\n"]
    check_rule(MalformedSuppression, valid=valid, invalid=[Invalid(text, "rest")])


def test_page() -> None:
    check_page(MalformedSuppression)
