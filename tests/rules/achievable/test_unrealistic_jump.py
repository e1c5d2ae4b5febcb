from smartlint.rule import Option, date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.achievable.unrealistic_jump import UnrealisticJump


def _series(word: str, *items: str) -> str:
    return f"  {word}:\n" + "".join(f"    - {item}\n" for item in items)


def test_cases() -> None:
    check_rule(
        UnrealisticJump,
        valid=[
            "goal: Sign 90 customers by 31 December 2026\n",
            "goal: Sign 90 customers by 31 December 2026\n" + _series("evidence", "2024: 30", "2025: 40"),
            "goal: Sign 55 customers by 31 December 2026\n" + _series("evidence", "2023: 22", "2024: 30", "2025: 40"),
            # to turn the trend is what the goal is for
            "goal: Cut absence to 6 % by 31 December 2026\n" + _series("evidence", "2023: 7 %", "2024: 8 %", "2025: 9 %"),
            # as much again and once more, in a leap year
            "goal: Raise turnover from €8m to €9m by 31 December 2026\n"
            + _series("evidence", "2023: €7.1m", "2024: €7.6m", "2025: €8m"),
            # three days say nothing about eleven months
            "goal: Sign 900 customers by 31 December 2026\n"
            + _series("progress", "2026-01-07: 1", "2026-01-08: 2", "2026-01-09: 3"),
            # quarters against a year
            "mål: Få 160 kunder\n  periode: 2026\n" + _series("historikk", "2025-Q1: 20", "2025-Q2: 30", "2025-Q3: 40"),
            "mål: Øke salget til 14 mill. kr i 2026\n" + _series("historikk", "2023: 8", "2024: 9", "2025: 10"),
            "mål: Få 90 kunder innen 30. april 2026\n" + _series("fremdrift", "5. januar: 2", "12. januar: 4", "19. januar: 6"),
            "mål: Auke delen til 40 % innan 31. desember 2026\n"
            + _series("historikk", "2023: 10 %", "2024: 20 %", "2025: 30 %"),
            "mål: Få 900 kundar\n" + _series("historikk", "2023: 22", "2024: 30", "2025: 40"),
            "mål: Sälja 90 kort senast 31 december 2026\n" + _series("historik", "2023: 22 %", "2024: 30 %", "2025: 40 %"),
            "mål: Sälja 90 kort i veckan till 31 december 2026\n" + _series("historik", "2023: 60", "2024: 70", "2025: 80"),
            "mål: Nedbringe fejlene fra 40 til 30 inden 31. december 2026\n"
            + _series("historik", "2023: 60", "2024: 55", "2025: 40"),
            "mål: Få 70-90 kunder inden 31. december 2026\n" + _series("historik", "2023: 22", "2024: 30", "2025: 40"),
        ],
        invalid=[
            Invalid(
                "goal: Sign ⟦90 customers⟧ by 31 December 2026\n" + _series("evidence", "2023: 22", "2024: 30", "2025: 40"),
                "jump",
                {"last": "40", "target": "90 customers", "date": date(2026, 12, 31), "times": 5.0, "limit": 2},
                "warning",
            ),
            Invalid(
                "goal: Grow turnover by ⟦60 %⟧ by 31 December 2026\n"
                + _series("evidence", "2023: €4.0m", "2024: €4.3m", "2025: €4.6m"),
                "jump",
            ),
            Invalid(
                "mål: Kutte ventetiden fra 40 til ⟦10 dager⟧ innen 31. mars 2026\n"
                + _series("fremdrift", "2025-11-30: 46 dager", "2025-12-31: 43 dager", "2026-01-31: 40 dager"),
                "jump",
            ),
            Invalid(
                "periode: 2026\nmål: Få kunder\n  måltall: ⟦900⟧\n"
                + _series("historikk", "2023: 220", "2024: 300", "2025: 400"),
                "jump",
            ),
            Invalid(
                "mål: Auke delen til ⟦70 %⟧ innan 31. desember 2026\n"
                + _series("historikk", "2023: 10 %", "2024: 20 %", "2025: 30 %"),
                "jump",
                {"times": 4.0},
            ),
            Invalid(
                "mål: Få ⟦90 kundar⟧ innan 30. april 2026\n"
                + _series("framdrift", "2025-12-30: 2", "2026-01-12: 4", "2026-01-25: 6"),
                "jump",
            ),
            Invalid(
                "mål: Sälja ⟦900 kort⟧ senast 31 december 2026\n" + _series("historik", "2023: 222", "2024: 300", "2025: 400"),
                "jump",
            ),
            Invalid(
                "mål: Sänka andelen från 40 % till ⟦5 %⟧ senast 31 december 2026\n"
                + _series("historik", "2023: 44 %", "2024: 43 %", "2025: 40 %"),
                "jump",
            ),
            Invalid(
                "mål: Øge salget til ⟦9 mio. kr.⟧ inden 31. december 2026\n"
                + _series("historik", "2023: 4 mio. kr.", "2024: 4,5 mio. kr.", "2025: 5 mio. kr."),
                "jump",
            ),
            Invalid(
                "mål: Få ⟦90 kunder⟧ inden 31. december 2026\n" + _series("historik", "2025: 40", "2024: 30", "2023: 22"),
                "jump",
            ),
        ],
    )


def test_progress_counts_before_evidence() -> None:
    text = "goal: Sign 90 customers by 31 December 2026\n" + _series("evidence", "2023: 22", "2024: 30", "2025: 40")
    text += _series("progress", "2026-01-10: 5", "2026-01-20: 11", "2026-01-31: 17")
    assert not lint(text, UnrealisticJump).findings


def test_the_factor_is_an_option() -> None:
    class Bold(UnrealisticJump):
        options = (Option("factor", 6, {"type": "number"}, ""),)

    text = "goal: Sign 90 customers by 31 December 2026\n" + _series("evidence", "2023: 22", "2024: 30", "2025: 40")
    assert lint(text, UnrealisticJump).findings
    assert not lint(text, Bold).findings


def test_page() -> None:
    check_page(UnrealisticJump)
