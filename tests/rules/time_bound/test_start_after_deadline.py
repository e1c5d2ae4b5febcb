from smartlint.parser import parse
from smartlint.rule import Context, Witness, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.start_after_deadline import StartAfterDeadline


def test_cases() -> None:
    check_rule(
        StartAfterDeadline,
        valid=[
            "goal: Sign 12 new customers by 30 June 2026\n  start: 2026-02-01\n",
            "mål: Få 12 nye kunder\n  start: 2026-06-30\n  frist: 2026-06-30\n",
            "mål: Sälja 400 presentkort\n  start: 2026-09-01\n",
            "mål: Få 30 nye kundar\n  start: 1. september\n  frist: 30. juni 2026\n",
            "periode: 2026\nstrategisk mål: Øge andelen fra 12 % til 30 %\n  start: 2027-01-01\n",
            "periode: 2. kvartal\nmål: Få 12 kunder\n  start: 2026-09-01\n",
            "goal: Sign 12 customers by 30 April 2026\n  start: by 1 May 2026\n",
            "start: 2026-09-01\nmål: Få 12 kunder\n  frist: 2026-06-30\n",
            "mål: Få 12 kunder innen 30. juni\n  start: 2026-09-01\n",
            "mål: Sälja 400 presentkort\n  start: 2026-09-01\n  senast: från 1 maj 2026\n",
            "mål: Få 45 nye kunder\n  start: 2026-Q1\n  frist: 2026-02-15\n",
        ],
        invalid=[
            Invalid(
                "resultatmål R2: Redusere antall klager fra 40 til 25\n  start: ⟦2026-09-01⟧\n  frist: 2026-06-30\n",
                "after",
                {"start": date(2026, 9, 1), "end": date(2026, 6, 30)},
                "error",
            ),
            Invalid("period: 2026-Q2\ngoal: Sell 600 journeys\n  start: ⟦1 August 2026⟧\n", "after-header"),
            Invalid("mål: Sälja 400 presentkort senast 30 juni 2026\n  start: ⟦2026-07-01⟧\n", "after"),
            Invalid("mål 1: Få 30 kundar\n  frist: 2026-03-31\n  delmål: Ringje\n    start: ⟦2026-04-07⟧\n", "after-goal"),
            Invalid(
                "strategisk mål: Øge andelen til 30 % inden 31. december 2027\n  start: ⟦2028-01-01⟧\n",
                "after",
            ),
            Invalid("mål: Få 45 nye kunder\n  start: ⟦2026-Q3⟧\n  frist: 2026-06-15\n", "after"),
        ],
    )


def test_the_deadline_is_shown() -> None:
    (finding,) = lint("mål: Få 12\n  start: 2026-09-01\n  frist: 2026-06-30\n", StartAfterDeadline).findings
    assert [(place.start.line, place.start.column) for place in finding.related] == [(3, 10)]


def test_a_start_before_the_deadline_is_kept() -> None:
    texts = {
        "mål: Få 12 kunder\n  start: 2026-02-01\n  frist: 2026-06-30\n": ["2026-02-01"],
        "mål: Sälja 400 presentkort\n  start: 2026-02-01\n": [],
    }
    for text, places in texts.items():
        document = parse(text, "test.goals", today=TODAY)
        said = list(StartAfterDeadline().check(document.all_goals[0], Context(document, TODAY, {})))
        assert [text[slice(*one.span)] for one in said if isinstance(one, Witness)] == places, text


def test_page() -> None:
    check_page(StartAfterDeadline)
