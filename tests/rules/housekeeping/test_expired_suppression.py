from datetime import date

from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.housekeeping.expired_suppression import ExpiredSuppression
from smartlint_rules.owned.missing_owner import MissingOwner


def test_cases() -> None:
    check_rule(
        ExpiredSuppression,
        beside=(MissingOwner,),
        valid=[
            "goal G1: Sign 12 new customers  # smartlint: ignore[OWN001] until=2026-02-01 -- the last day\n",
            "mål 1: Få 12 nye kunder  # smartlint: ignore[OWN001] -- uten sluttdato\n",
            "# smartlint: ignore-file[OWN001] until=2026-12-31 -- stillinga er lyst ut\nmål 1: Få 30 nye avtalekundar\n",
            # the promise was kept: it is only unused
            "mål 1: Sälja 40 presentkort  # smartlint: ignore[OWN001] until=2026-01-15 -- börjar\n  ägare: Maja Lindqvist\n",
            "mål 1: Få 45 nye kunder  # smartlint: ignore[OWN001] until=2026-01-32 -- ingen dag\n",
        ],
        invalid=[
            Invalid(
                "goal G1: Sign 12 new customers  ⟦# smartlint: ignore[OWN001] until=2026-01-31 -- begins in January⟧\n",
                "expired",
                {"codes": ("OWN001",), "until": date(2026, 1, 31)},
                level="error",
            ),
            Invalid("⟦# smartlint: ignore[OWN001] until=2025-06-30⟧\nmål 1: Få 12 nye kunder\n", "expired"),
            Invalid("⟦# smartlint: ignore-file[OWN] until=2026-01-01 -- lyst ut⟧\nmål 1: Få 30 nye avtalekundar\n", "expired"),
            # whether it is still needed is not known
            Invalid(
                "mål 1: Sälja 40 presentkort  ⟦# smartlint: ignore[TIM001] until=2026-01-15 -- i januari⟧\n  ägare: Maja\n",
                "expired",
            ),
            Invalid(
                "mål 1: Få 45 nye kunder  ⟦# smartlint: ignore[OWN001, TIM001] until=2026-01-15 -- i januar⟧\n",
                "expired",
                {"codes": ("OWN001", "TIM001")},
            ),
        ],
    )


def test_the_finding_comes_back() -> None:
    text = "mål 1: Få 45 nye kunder  # smartlint: ignore[OWN001] until=2026-01-31 -- i januar\n"
    rules = (ExpiredSuppression, MissingOwner)
    assert [found.rule.code for found in lint(text, *rules, today=date(2026, 1, 31)).findings] == []
    assert [found.rule.code for found in lint(text, *rules, today=date(2026, 2, 1)).findings] == ["OWN001", "SUP004"]


def test_page() -> None:
    check_page(ExpiredSuppression)
