from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.arithmetic.back_loaded import BackLoaded
from smartlint_rules.arithmetic.milestone_values import MilestoneValues

YEAR = "  start: 2026-01-01\n  deadline: 2026-12-31\n"


def goal(sentence: str, *milestones: str, fields: str = YEAR) -> str:
    items = "".join(f"    - {milestone}\n" for milestone in milestones)
    return f"goal: {sentence}\n{fields}  milestones:\n{items}"


def test_cases() -> None:
    check_rule(
        BackLoaded,
        valid=[
            goal("Raise the share from 20 % to 80 %", "2026-06-30: 45 %", "2026-10-31: 70 %"),
            # slow at first, and yet 60 % is left
            goal("Raise the share from 20 % to 80 %", "2026-08-31: 44 %"),
            goal("Win 100 customers", "2026-03-31: 10", "2026-06-30: 30", "2026-09-30: 60"),
            goal("Cut the wait from 90 to 30 minutes", "2026-06-30: 60 minutes", "2026-09-30: 45 minutes"),
            # early ones say nothing about the end
            goal("Win 100 customers", "2026-01-31: 1 customer"),
            "mål: Vinne 100 kunder\n  start: 2026-01-01\n  frist: 2026-12-31\n  milepæler:\n    - 2026-08-31: 60 kunder\n",
            "mål: Vinne 100 kundar\n  start: 2026-01-01\n  frist: 2026-12-31\n  milepælar:\n    - 2026-08-31: 60 kundar\n",
            "mål: Vinna 100 kunder\n  start: 2026-01-01\n  senast: 2026-12-31\n  milstolpar:\n    - 2026-08-31: 60 kunder\n",
            "mål: Vinde 100 kunder\n  start: 2026-01-01\n  frist: 2026-12-31\n  milepæle:\n    - 2026-08-31: 60 kunder\n",
            # so much for each quarter
            goal("Sell 100 skis", "2026-Q1: 10 skis", "2026-Q2: 10 skis", "2026-Q3: 10 skis", "2026-Q4: 70 skis"),
            # last year's total is no place to start from
            goal("Sell 500 bikes", "2026-04-30: 150", "2026-08-31: 330", fields=f"{YEAR}  baseline: 430 bikes\n"),
            # nobody knows when it starts, or when it ends
            goal("Win 100 customers", "2026-08-31: 10", fields="  deadline: 2026-12-31\n"),
            goal("Win 100 customers", "2026-08-31: 10", fields="  start: 2026-01-01\n"),
            # no target, no baseline that can be compared, something else on the way
            goal("Sell more skis", "2026-08-31: 10 skis"),
            goal("Win 100 customers", "2026-08-31: 10", fields=f"{YEAR}  baseline: 3 %\n"),
            goal("Win 100 customers", "2026-08-31: 10 visits"),
            # it is over
            goal("Win 100 customers", "2026-08-31: 10", fields=f"{YEAR}  status: done\n"),
        ],
        invalid=[
            Invalid(
                goal("Raise the share from 20 % to 80 %", "2026-06-30: 22 %", "2026-10-31: ⟦30 %⟧"),
                "late",
                {"share": 90, "limit": 60},
                level="info",
            ),
            Invalid(goal("Win 100 customers", "2026-03-31: 2", "2026-09-01: ⟦20 customers⟧"), "late"),
            Invalid(goal("Cut the wait from 90 to 30 minutes", "2026-09-30: ⟦80 minutes⟧"), "late"),
            Invalid(
                "team: Ski\nperiod: 2026\ngoal: Win 100 customers\n  milestones:\n    - 2026-08-31: ⟦10 customers⟧\n",
                "late",
                {"share": 90},
            ),
            Invalid(
                "mål: Vinne 100 kunder\n  start: 2026-01-01\n  frist: 2026-12-31\n  milepæler:\n    - 2026-08-31: ⟦20⟧\n",
                "late",
            ),
            Invalid(
                "mål: Auke delen frå 40 % til 60 %\n  start: 2026-01-01\n  frist: 2026-12-31\n  milepælar:\n"
                "    - 2026-09-30: ⟦42 %⟧\n",
                "late",
            ),
            Invalid(
                "mål: Vinna 100 kunder\n  start: 2026-01-01\n  senast: 2026-12-31\n  milstolpar:\n    - 2026-08-31: ⟦20⟧\n",
                "late",
            ),
            Invalid(
                "mål: Vinde 100 kunder\n  start: 2026-01-01\n  frist: 2026-12-31\n  milepæle:\n    - 2026-08-31: ⟦20 kunder⟧\n",
                "late",
            ),
            # so much up to now, where the baseline is last year's
            Invalid(goal("Sell 500 bikes", "2026-08-31: ⟦60⟧", fields=f"{YEAR}  baseline: 430 bikes\n"), "late", {"share": 88}),
        ],
    )


def test_a_milestone_beyond_the_target_is_one_finding() -> None:
    text = goal("Raise the share from 20 % to 80 %", "2026-06-30: 22 %", "2026-08-31: 21 %")
    found = lint(text, BackLoaded, MilestoneValues).findings
    assert [one.rule.code for one in found] == ["ARI005"]


def test_page() -> None:
    check_page(BackLoaded)
