import pytest

from smartlint.rule import date
from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.syntax.invalid_value import InvalidValue


def test_cases() -> None:
    check_rule(
        InvalidValue,
        valid=[
            "goal: Sign 12 new customers\n  deadline: end of the quarter\n  status: on track\n  priority: P1\n",
            "mål: Få 12 nye kunder\n  frist: 29. februar 2028\n  utgangspunkt: ?\n  konfidens: 70 %\n",
            "mål: Sälja 40 presentkort\n  senast: så snart som möjligt\n  uppföljning: varannan vecka\n",
            "mål: Få 30 kundar\n  periode: K1 2026\n  milepælar:\n    - 2026-02-27: 10 kundar\n",
            "mål: Få 45 nye kunder\n  frist: fredag den 27. marts 2026\n  målværdi: 45 nye kunder\n",
            "goal: Sell 60 boxes in week 53 of 2026\n  deadline: week 53 2026\n",
        ],
        invalid=[
            Invalid(
                "mål R4: Tage 95 % af opkaldene\n  frist: ⟦uge 54⟧\n",
                "impossible-date",
                {"value": "uge 54"},
                level="error",
            ),
            Invalid("goal: Sign 12 customers\n  deadline: ⟦31 June 2026⟧\n", "impossible-date"),
            Invalid("mål: Sälja 40 presentkort\n  senast: ⟦29 februari 2026⟧\n", "impossible-date"),
            Invalid(
                "mål: Få 12 nye kunder\n  frist: ⟦mandag 30. juni 2026⟧\n",
                "wrong-weekday",
                {"date": date(2026, 6, 30)},
            ),
            Invalid("mål: Få 30 kundar\n  frist: ⟦når vi får tid til det⟧\n", "date", {"word": "frist"}),
        ],
    )


@pytest.mark.parametrize(
    ("line", "message_id"),
    [
        ("period: ⟦the good old days⟧", "period"),
        ("review: ⟦when it suits⟧", "recurrence"),
        ("status: ⟦fine⟧", "status"),
        ("priority: ⟦purple⟧", "priority"),
        ("confidence: ⟦pretty sure⟧", "confidence"),
        ("milestones:\n    - ⟦half of them signed⟧", "milestone"),
    ],
)
def test_each_type_of_field(line: str, message_id: str) -> None:
    check_rule(
        InvalidValue,
        valid=["goal: Sign 12 customers\n"],
        invalid=[Invalid(f"goal: Sign 12 customers\n  {line}\n", message_id)],
    )


def test_the_language_of_the_file() -> None:
    check_rule(
        InvalidValue,
        valid=["language: no\nmål: Få 12 kunder\n", "språk: nn\nmål: Få 12 kundar\n"],
        invalid=[
            Invalid("language: ⟦klingon⟧\ngoal: Sign 12 customers\n", "language", {"value": "klingon"}),
            Invalid("fiscal year: ⟦the usual one⟧\ngoal: Sign 12 customers\n", "month"),
        ],
    )


def test_page() -> None:
    check_page(InvalidValue)
