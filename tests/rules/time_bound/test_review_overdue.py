from smartlint.rule import date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.review_overdue import ReviewOverdue


def test_cases() -> None:
    check_rule(
        ReviewOverdue,
        valid=[
            "goal: Sign 12 by 1 June 2026\n  review: weekly\n  progress:\n    - 2026-01-05: 1\n    - 2026-01-23: 2\n",
            "goal: Sign 12 by 1 June 2026\n  review: weekly\n",
            "goal: Sign 12 by 1 June 2026\n  progress:\n    - 2025-10-05: 1\n",
            "goal: Sign 12 by 1 June 2026\n  review: before every match\n  progress:\n    - 2025-10-05: 1\n",
            "oppfølging: hver måned\nmål: Få 12 innen 1. juni 2026\n  fremdrift:\n    - 2025-12-31: 1\n",
            "mål: Få 12 innen 1. juni 2026\n  oppfølging: hver uke\n  status: på vent\n  fremdrift:\n    - 2025-11-03: 1\n",
            "mål: Få 12 innan 1. juni 2026\n  oppfølging: kvar veke\n  framdrift:\n    - 5. januar: 1\n",
            "mål: Få 12 innan 1. juni 2026\n  oppfølging: kvar veke\n  framdrift:\n    - 2026-01-29: 1\n",
            "mål: Sälja 40 senast 31 januari 2026\n  uppföljning: varje vecka\n  framsteg:\n    - 2026-01-05: 1\n",
            "mål: Sälja 40 senast 1 juni 2026\n  uppföljning: varje kvartal\n  framsteg:\n    - 2025-10-05: 1\n",
            "mål: Få 12 inden 1. juni 2026\n  opfølgning: hver uge\n  fremdrift:\n    - 2026-02: 1\n",
            "mål: Få 12 inden 1. juni 2026\n  opfølgning: hver uge\n  status: nået\n  fremdrift:\n    - 2025-11-05: 1\n",
        ],
        invalid=[
            Invalid(
                "goal: Sign 12 by 1 June 2026\n  review: weekly\n  progress:\n    - ⟦2026-01-21⟧: 1\n",
                "overdue",
                {"date": date(2026, 1, 21), "days": 11, "rhythm": "weekly"},
                "warning",
            ),
            Invalid("review: monthly\ngoal: Sign 12 by 1 June 2026\n  progress:\n    - ⟦2025-Q3⟧: 1\n", "overdue"),
            Invalid("oppfølging: hver uke\nmål: Få 12\n  frist: 2026-06-01\n  fremdrift:\n    - ⟦2025-11-03⟧: 1\n", "overdue"),
            Invalid("mål: Få 12 kunder\n  oppfølging: hver 14. dag\n  fremdrift:\n    - ⟦2025-12-01⟧: 1\n", "overdue"),
            Invalid("mål: Få 12 kundar\n  oppfølging: kvar veke\n  framdrift:\n    - ⟦5. januar 2026⟧: 1\n", "overdue"),
            Invalid("mål: Få 12 kundar\n  oppfølging: annakvar veke\n  framdrift:\n    - ⟦2025-12-19⟧: 1\n", "overdue"),
            Invalid("mål: Sälja 40\n  uppföljning: varje vecka\n  framsteg:\n    - ⟦2026-01-12⟧: 9\n", "overdue"),
            Invalid(
                "mål: Sälja 40\n  uppföljning: varje vecka\n  framsteg:\n    - ⟦2026-01-12⟧: 9\n    - 2026-01-05: 3\n",
                "overdue",
                {"date": date(2026, 1, 12)},
            ),
            Invalid("mål: Få 12 kunder\n  opfølgning: hver uge\n  fremdrift:\n    - ⟦2026-01-05⟧: 1\n", "overdue"),
            Invalid("opfølgning: hver måned\nmål: Få 12 kunder\n  fremdrift:\n    - ⟦november 2025⟧: 1\n", "overdue"),
        ],
    )


def test_the_rhythm_is_shown_where_it_stands() -> None:
    text = "review: weekly\ngoal: Sign 12 by 1 June 2026\n  progress:\n    - 2026-01-05: 1\n"
    (found,) = lint(text, ReviewOverdue).findings
    assert [(one.note, one.start.line) for one in found.related] == [("review", 1)]


def test_page() -> None:
    check_page(ReviewOverdue)
