from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.missing_review import MissingReview


def test_cases() -> None:
    check_rule(
        MissingReview,
        valid=[
            "review: weekly\ngoal: Sign 12 new customers by 30 June 2026\n",
            "mål 1: Få 12 nye kunder innen 30. juni 2026\n\nmål 2: Få 3 partnere\n  oppfølging: hver måned\n",
            "mål: Få 30 nye kundar innan 27. februar 2026\n",
            "mål: Öppna ett kontor i Lund senast 30 juni 2026\n",
            "mål: Få 45 nye kunder inden 30. juni 2026\n  start: 2026-06-01\n",
            "goal: Improve the service\n",
            "goal: Improve the service by 30 June 2026\n",
            "goal: Sign 12 new customers\n",
            "goal: Sign 12 new customers by 4 March 2026\n",
            "mål:\n  oppfølging: hver måned\n  - Få 12 nye kunder innen 30. juni 2026\n",
            "visjon: 1000 kunder i hele landet innen 31. desember 2030\n",
            "mål: Få 12 nye kunder innen 30. juni 2026\n  status: ferdig\n",
        ],
        invalid=[
            Invalid("⟦goal⟧: Sign 12 new customers by 30 June 2026\n", "missing", level="warning"),
            Invalid("periode: 2026\nmål 1: Åpne et kontor\n\n⟦mål 2⟧: Få 12 kunder\n\nmål 3: Få 3 partnere\n", "missing"),
            Invalid("⟦mål⟧: Öka antalet luncher från 55 till 70 per dag\n  senast: 2026-06-30\n", "missing"),
            Invalid("⟦mål⟧: Korte ventetida frå tolv til sju dagar innan 30. juni 2026\n", "missing"),
            Invalid("⟦mål⟧: Få minst 12 kunder innen 5. mars 2026\n", "missing"),
            Invalid("⟦mål⟧: Øge salget med 10 % inden 31. december 2026\n", "missing"),
        ],
    )


def test_a_review_that_cannot_be_read_is_not_missing_as_well() -> None:
    for text in (
        "mål: Sälja 400 presentkort senast 30 juni 2026\n  uppföljning:\n",
        "oppfølging:\nmål: Få 12 nye kunder innen 30. juni 2026\n",
    ):
        assert not lint(text, MissingReview).findings, text


def test_page() -> None:
    check_page(MissingReview)
