from smartlint.parser import parse
from smartlint.rule import Context, Witness, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.outside_period import OutsidePeriod
from smartlint_rules.time_bound.past_deadline import PastDeadline


def test_cases() -> None:
    check_rule(
        OutsidePeriod,
        valid=[
            "period: 2026-Q2\ngoal: Sign 12 new customers by 30 June 2026\n",
            "periode: 2026\nstrategisk mål S1: Øke andelen fra 41 % til 50 % innen 31. desember 2028\n",
            "periode: 2026-Q1\nmål: Få 45 nye kunder\n  periode: 2026-Q2\n  frist: 2026-06-15\n",
            "period: 2026-Q2\nmål: Sälja 400 presentkort\n",
            "periode: K1 2026\nmål: Få 30 nye kundar innan sommaren\n",
            "period: 2026-Q2\ngoal: Sign more customers than the 40 in 2025\n",
            "goal: Sign 12 new customers by 30 June 2031\n",
            "periode: 2026-Q2\nmål: Få 45 nye kunder\n  frist: 2026-04-01\n",
            "period: 2026-Q2\ndeadline: 2026-12-31\ngoal: Sign 12 new customers\n",
            "periode: 2. kvartal\nmål: Få 12 nye kunder\n  frist: 2026-07-31\n",
            "periode: 2026-Q2\nmål: Få 12 nye kunder\n  frist: fra 1. juli 2026\n",
        ],
        invalid=[
            Invalid(
                "period: 2026-Q2\ngoal C2: Sign 12 new customers\n  deadline: ⟦2026-07-31⟧\n",
                "after-header",
                {"date": date(2026, 7, 31), "end": date(2026, 6, 30)},
                "error",
            ),
            Invalid("periode: 2026-Q1\nmål: Få 45 nye kunder ⟦inden 30. april 2026⟧\n", "after-header"),
            Invalid("period: 2026-Q2\ngoal: Sign 12 customers ⟦by 31 March 2026⟧\n", "before-header"),
            Invalid("period: 2026-Q2\ngoal: Sign 12 customers ⟦on 30 March 2026⟧\n", "before-header"),
            Invalid("periode: 2026-Q2\nmål: Få 30 kundar\n  frist: ⟦1. kvartal 2026⟧\n", "before-header"),
            Invalid("period: 2026-Q2\nmål: Sälja 400 presentkort\n  senast: ⟦31 mars 2026⟧\n", "before-header"),
            Invalid(
                "mål R1: Få 30 nye kundar\n  periode: K1 2026\n  delmål: Ringje 200\n    frist: ⟦2026-05-01⟧\n",
                "after-goal",
            ),
            Invalid(
                "mål R1: Få 12 nye kunder\n  periode: 2026-Q3\n  delmål: Ringe 200\n    frist: ⟦2026-05-01⟧\n",
                "before-goal",
                {"start": date(2026, 7, 1)},
            ),
        ],
    )


def test_the_period_is_shown() -> None:
    (finding,) = lint("period: 2026-Q2\ngoal: Sign 12 by 31 July 2026\n", OutsidePeriod).findings
    assert [(place.start.line, place.start.column) for place in finding.related] == [(1, 9)]


def test_a_deadline_that_has_passed_is_one_finding() -> None:
    text = "period: 2026\ngoal 1: Sign 12\n  deadline: 2025-06-30\ngoal 2: Sign 3 partners\n"
    assert [finding.rule.code for finding in lint(text, OutsidePeriod, PastDeadline).findings] == ["TIM003"]


def test_a_deadline_within_the_period_is_kept() -> None:
    texts = {
        "period: 2026-Q2\ngoal: Sign 12 customers\n  deadline: 2026-06-30\n": ["2026-06-30"],
        "period: 2026-Q2\ngoal: Sign 12 customers\n": [],
    }
    for text, places in texts.items():
        document = parse(text, "test.goals", today=TODAY)
        said = list(OutsidePeriod().check(document.all_goals[0], Context(document, TODAY, {})))
        assert [text[slice(*one.span)] for one in said if isinstance(one, Witness)] == places, text


def test_page() -> None:
    check_page(OutsidePeriod)
