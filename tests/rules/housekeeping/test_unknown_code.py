from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.housekeeping.unknown_code import UnknownCode


def test_cases() -> None:
    check_rule(
        UnknownCode,
        valid=[
            "goal G1: Sign 12 new customers  # smartlint: ignore[OWN001, TIM, all] -- begins in March\n",
            "mål 1: Få 12 nye kunder  # smartlint: ignore[own001] -- kommer i mars\n",
            "# smartlint: ignore-file[missing-owner, Missing-Deadline] -- lyst ut\nmål 1: Få 30 nye avtalekundar\n",
            "mål 1: Sälja 40 presentkort  # smartlint: ignore[O] -- allt om ansvar\n",
            "mål 1: Få 45 nye kunder  # smartlint: ignore OWN01\n",
        ],
        invalid=[
            Invalid(
                "goal G1: Sign 12 new customers  # smartlint: ignore[TIM001, ⟦OWM001⟧] -- begins in March\n",
                "near",
                {"code": "OWM001", "near": "OWN001"},
                level="warning",
                fixed="goal G1: Sign 12 new customers  # smartlint: ignore[TIM001, OWN001] -- begins in March\n",
            ),
            Invalid(
                "# smartlint: ignore[⟦mising-owner⟧] -- ny leder\nmål 1: Få 12 nye kunder\n", "near", {"near": "missing-owner"}
            ),
            Invalid("# smartlint: ignore-file[⟦TMI001⟧, OWN]\nmål 1: Få 30 nye avtalekundar\n", "near", {"near": "TIM001"}),
            Invalid("mål 1: Sälja 40 presentkort  # smartlint: ignore[⟦ägare⟧] -- tillträder\n", "unknown", {"code": "ägare"}),
            Invalid("mål 1: Få 45 nye kunder  # smartlint: ignore[⟦*⟧, ⟦0⟧]\n", "unknown"),
            # of one that has expired it is still true
            Invalid("goal: Sign 12 customers  # smartlint: ignore[⟦qqqq⟧] until=2026-01-01 -- a promise\n", "unknown"),
        ],
    )


def test_page() -> None:
    check_page(UnknownCode)
