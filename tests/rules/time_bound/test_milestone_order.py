from smartlint.parser import parse
from smartlint.rule import Context, Witness, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.milestone_order import MilestoneOrder


def test_cases() -> None:
    check_rule(
        MilestoneOrder,
        valid=[
            "goal: Sign 12 customers by 30 June 2026\n  milestones:\n    - 2026-03-31: 4\n    - 2026-06-30: 12\n",
            "mål: Få 12 kunder\n  frist: 2026-06-30\n  milepæler:\n    - 31. mars: 4 kunder\n    - 28. februar: 2\n",
            "period: 2026\nstrategiskt mål: Höja andelen från 12 % till 30 %\n  milstolpar:\n    - 2027-06-30: 20 %\n",
            "mål: Få 45 kunder\n  frist: 2026-08-15\n  milepæle:\n    - 2026-Q2: 30 kunder\n    - 2026-Q3: 45 kunder\n",
            "mål: Få 30 kundar\n  milepælar:\n    - 2026-Q1: 10 kundar\n    - 2026-02-15: 5 kundar\n",
            "mål: Få 12 kunder\n  frist: 2026-06-30\n",
            "goal: Sign 12\n  start: 2026-03-01\n  deadline: 2026-03-01\n  milestones:\n    - 2026-03-01: 12\n",
            "mål: Sälja 9\n  start: 1 mars\n  milstolpar:\n    - 2026-02-15: 4\n",
            "mål: Sälja 9\n  senast: 30 juni\n  milstolpar:\n    - 2027-01-01: 9\n",
            "start: 2026-03-01\nmål: Få 12 kunder\n  milepæler:\n    - 2026-02-15: 4 kunder\n",
            "mål: Få 12 kunder\n  milepæler: TBD\n",
            "goal: Sign 12\n  start: by 1 May 2026\n  deadline: from 1 May 2026\n  milestones:\n    - 2026-04-30: 4\n",
            "mål: Få 45 kunder\n  milepæle:\n    - 2026-03-31: 30 kunder\n    - 2026-03-31: 45 kunder\n",
        ],
        invalid=[
            Invalid(
                "mål F2: Få 45 kunder\n  frist: 2026-04-30\n  milepæle:\n    - 2026-03-31: 30 kunder\n"
                "    - ⟦2026-02-27⟧: 15 kunder\n",
                "unsorted",
                level="error",
            ),
            Invalid(
                "mål: Få 12 kunder\n  frist: 2026-06-30\n  milepæler:\n    - 2026-05-29: 10\n"
                "    - ⟦2026-07-31⟧: 11\n    - 2026-08-31: 12\n",
                "after-deadline",
                {"date": date(2026, 6, 30)},
            ),
            Invalid(
                "goal: Sign 12 by 30 June 2026\n  start: 2026-03-01\n  milestones:\n    - ⟦2026-02-15⟧: 4\n",
                "before-start",
                {"date": date(2026, 3, 1)},
            ),
            Invalid(
                "strategisk mål: Øke andelen innen 31. desember 2027\n  milepæler:\n    - ⟦2028-06-30⟧: 40 %\n",
                "after-deadline",
            ),
            Invalid("goal: Sign 12\n  milestones:\n    - by 1 May 2026: 4\n    - ⟦by 1 March 2026⟧: 2\n", "unsorted"),
            Invalid("period: 2026-Q2\nmål: Sälja 400\n  milstolpar:\n    - ⟦2026-07-31⟧: 300\n", "after-header"),
            Invalid(
                "mål: Få 30 kundar\n  frist: 2026-03-31\n  delmål: Ringje 200\n    milepælar:\n      - ⟦2026-04-30⟧: 100\n",
                "after-goal",
            ),
        ],
    )


def test_the_other_place_is_shown() -> None:
    text = "mål: Få 9\n  frist: 2026-04-30\n  milepæle:\n    - 2026-03-31: 3\n    - 2026-02-27: 1\n    - 2026-05-05: 9\n"
    found = lint(text, MilestoneOrder).findings
    assert [(one.message_id, one.related[0].start.line) for one in found] == [("unsorted", 4), ("after-deadline", 2)]


def test_milestones_in_order_are_kept() -> None:
    texts = {
        "mål: Få 9\n  frist: 2026-04-30\n  milepæle:\n    - 2026-02-27: 1\n    - 2026-03-31: 3\n": ["2026-03-31"],
        "mål: Få 9\n  milepæle:\n    - 2026-02-27: 1\n": [],
    }
    for text, places in texts.items():
        document = parse(text, "test.goals", today=TODAY)
        said = list(MilestoneOrder().check(document.all_goals[0], Context(document, TODAY, {})))
        assert [text[slice(*one.span)] for one in said if isinstance(one, Witness)] == places, text


def test_page() -> None:
    check_page(MilestoneOrder)
