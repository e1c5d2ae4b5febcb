from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.housekeeping.suppression_without_reason import SuppressionWithoutReason
from smartlint_rules.owned.missing_owner import MissingOwner


def test_cases() -> None:
    check_rule(
        SuppressionWithoutReason,
        beside=(MissingOwner,),
        valid=[
            "goal G1: Sign 12 new customers  # smartlint: ignore[OWN001] -- begins in March\n",
            "mål 1: Få 12 nye kunder  # smartlint: ignore[OWN001] until=2026-03-01 -- ny leder\n",
            "# smartlint: ignore-file[OWN001] --stillinga er lyst ut\nmål 1: Få 30 nye avtalekundar\n",
            # what is to be removed needs no reason
            "mål 1: Sälja 40 presentkort  # smartlint: ignore[OWN001]\n  ägare: Maja Lindqvist\n",
            "mål 1: Få 45 nye kunder  # smartlint: ignore[OWN001] until=2026-01-15\n",
            "mål 1: Få 45 nye kunder  # smartlint: ignore[OWN01]\n",
            "mål 1: Få 45 nye kunder  # smartlint: ignore OWN001\n",
        ],
        invalid=[
            Invalid(
                "goal G1: Sign 12 new customers  ⟦# smartlint: ignore[OWN001]⟧\n",
                "missing",
                {"codes": ("OWN001",)},
                level="info",
                fixed="goal G1: Sign 12 new customers  # smartlint: ignore[OWN001] -- ⟨reason⟩\n",
            ),
            Invalid(
                "⟦# smartlint: ignore[OWN001] until=2026-03-01 --⟧\ngoal G1: Sign 12 new customers\n",
                "missing",
                fixed="# smartlint: ignore[OWN001] until=2026-03-01 -- ⟨reason⟩\ngoal G1: Sign 12 new customers\n",
            ),
            Invalid("mål 1: Få 12 nye kunder  ⟦# smartlint: ignore[OWN001] until=2026-03-01⟧\n", "missing"),
            Invalid("⟦# smartlint: ignore-file[missing-owner]⟧\nmål 1: Få 30 nye avtalekundar\n", "missing"),
            Invalid("mål 1: Sälja 40 presentkort  ⟦# smartlint: ignore[ALL]⟧\n", "missing"),
            # whether it is needed is not known
            Invalid(
                "mål 1: Få 45 nye kunder  ⟦# smartlint: ignore[MEA001, TIM001]⟧\n", "missing", {"codes": ("MEA001", "TIM001")}
            ),
        ],
    )


def test_it_hides_no_want_of_its_own_reason() -> None:
    text = "# smartlint: ignore-file[SUP003]\nmål 1: Få 45 nye kunder  # smartlint: ignore[OWN001]\n"
    result = lint(text, SuppressionWithoutReason, MissingOwner)
    assert [found.place.start for found in result.findings] == [(1, 1)]
    assert [(found.rule.code, found.place.start.line) for found in result.suppressed] == [("OWN001", 2), ("SUP003", 2)]


def test_page() -> None:
    check_page(SuppressionWithoutReason)
