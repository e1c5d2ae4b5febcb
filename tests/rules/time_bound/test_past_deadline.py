from smartlint.rule import date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.past_deadline import PastDeadline


def test_cases() -> None:
    check_rule(
        PastDeadline,
        valid=[
            # a day on which something has happened
            "language: en\ngoal: Answer all letters received before 1 January 2026\n",
            "language: nb\nmål: Svare på alle brev som kom inn før 1. januar 2026\n",
            "language: nn\nmål: Svare på alle brev som kom før 1. januar 2026\n",
            "language: sv\nmål: Besvara alla ärenden som kom in före 1 januari 2026\n",
            "language: da\nmål: Besvare alle sager, der kom ind før 1. januar 2026\n",
            "goal: Sign 12 new customers by 1 February 2026\n",
            "mål: Få 12 nye kunder innen 23. januar 2026\n  status: nådd\n",
            "mål: Få 12 nye kunder\n  frist: 2026-01-23\n  status: avlyst\n",
            "mål: Få 30 nye kundar innan 23. januar\n",
            "mål: Sälja fler än 40 presentkort, som i december 2025\n  senast: 2026-06-30\n",
            "mål: Øge salget fra 3 mio. kr. i 2025 til 4 mio. kr. i 2026\n",
            "goal: Beat the 40 customers we signed in December 2025 by 10 %\n",
            "mål: Få 45 nye kunder\n  frist: fra 1. maj 2026\n",
            "visjon: Alle kjente brødet vårt innen 1. januar 2026\n",
        ],
        invalid=[
            Invalid(
                "periode: K1 2026\nmål: Få 50 svar frå kundane ⟦innan 23. januar 2026⟧\nmål: Selje 20 flasker\n",
                "past",
                {"date": date(2026, 1, 23)},
                "error",
            ),
            Invalid("goal: Sign 12 new customers\n  deadline: ⟦31 January 2026⟧\n", "past"),
            Invalid("mål: Sälja 600 tågresor\n  senast: ⟦30 januari 2026⟧\n", "past"),
            Invalid("mål: Få 12 kunder\n  frist: ⟦2025-12-31⟧\n\nmål: Få 3 partnere\n  frist: 2026-12-31\n", "past"),
            Invalid("goal 1: Sign 12 customers ⟦on 23 January 2026⟧\n", "past"),
            Invalid("mål 1: Få 12 kunder\n  frist: ⟦4. kvartal 2025⟧\n\nmål 2: Få 3 partnere\n  frist: 2026-12-31\n", "past"),
            Invalid("mål 1: Sälja 40 kort\n  period: ⟦2025-Q4⟧\n\nmål 2: Sälja 70 luncher\n  senast: 2026-12-31\n", "past"),
            Invalid("periode: 2026\nmål 1: Få 30 kundar\n  frist: ⟦2026-01-15⟧\n", "past"),
            Invalid("mål G3: Sælge 600 togrejser\n  frist: ⟦30. januar 2026⟧\n", "past"),
        ],
    )


def test_a_period_that_has_ended_is_one_warning() -> None:
    check_rule(
        PastDeadline,
        valid=[
            "periode: 2025\nmål 1: Få 12 nye kunder\n  status: nådd\n",
            "period: 2025\ngoal 1: Sign 12 customers\n  deadline: 2026-06-30\n",
            "periode: 2025\nmål 1: Få 12 innen 30. juni\nmål 2: Få 3 partnere\nmål 3: Få 9\n  frist: 2026-06-30\n",
            "frist: 2026-01-15\nmål 1: Få 30 kundar\nmål 2: Få 3 partnarar\n  frist: 2026-06-30\n",
            "period: last year\ngoal 1: Sign 12 customers\n",
        ],
        invalid=[
            Invalid(
                "periode: ⟦2025⟧\nmål 1: Få 12 nye kunder\n  frist: 2025-06-30\nmål 2: Få 3 partnere\n",
                "ended",
                {"date": date(2025, 12, 31)},
                "warning",
            ),
            Invalid("periode: ⟦2025⟧\nmål 1: Få 12 nye kunder\n  frist: snarest\n", "ended"),
            Invalid("frist: ⟦2026-01-15⟧\nmål 1: Få 45 nye kunder\nmål 2: Få 3 partnere\n", "ended"),
            Invalid("period: ⟦2025-Q4⟧\nmål 1: Sälja 40 presentkort\nmål 2: Sälja 70 luncher per dag\n", "ended"),
            Invalid(
                "periode: 2025\nmål 1: Få 45 kunder\n  frist: ⟦2025-06-30⟧\nmål 2: Få 3\n  frist: 2026-06-30\n",
                "past",
            ),
        ],
    )


def test_the_last_day_is_still_in_time() -> None:
    texts = ["periode: januar 2026\nmål 1: Få 12 kunder\n", "mål 1: Få 12 kunder\n  frist: 2026-01-31\n"]
    for text in texts:
        assert not lint(text, PastDeadline, today=date(2026, 1, 31)).findings, text
        assert lint(text, PastDeadline, today=date(2026, 2, 1)).findings, text


def test_a_single_finding_belongs_to_its_goal() -> None:
    (finding,) = lint("goal A: Sign 9 by 1 June 2026\ngoal B: Sign 12 by 9 January 2026\n", PastDeadline).findings
    assert finding.goal == ("B",)


def test_page() -> None:
    check_page(PastDeadline)
