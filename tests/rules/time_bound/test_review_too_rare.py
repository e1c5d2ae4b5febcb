from smartlint.rule import date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.review_too_rare import ReviewTooRare


def test_cases() -> None:
    check_rule(
        ReviewTooRare,
        valid=[
            "period: 2026\nreview: quarterly\ngoal: Sign 120 customers\n",
            "goal: Sign 120 customers by 30 November 2026\n  review: 2026-06-01\n",
            "goal: Win the cup by 30 November 2026\n  review: before every match\n",
            "goal: Sign 120 customers by 30 June 2026\n  review: quarterly\n",
            "periode: 2026-2028\nstrategisk mål: Bli størst i Bergen med 30 % av salget\n  oppfølging: hvert halvår\n",
            "mål: Få 120 kunder innen 30. november 2026\n  oppfølging: to ganger i året\n  status: nådd\n",
            "mål: Få 120 kundar\n  frist: 2026-06-30\n  oppfølging: kvar månad\n",
            "mål: Få 120 kundar innan 30. juni\n  oppfølging: 15. mars\n",
            "mål: Sälja 40 kort\n  start: 2026-03-02\n  senast: 2026-03-27\n  uppföljning: varje månad\n",
            "periode: 2025-Q4\noppfølging: hvert kvartal\nmål 1: Selge 60 kort\n",
            "period: 2026-Q2\nuppföljning: varannan vecka\nmål: Sälja 400 kort\n",
            "mål: Sälja 400 kort senast 30 juni 2026\n",
            "mål: Sælge 400 rejser\n  start: 2026-03-02\n  frist: 2026-03-02\n  opfølgning: dagligt\n",
            "periode: 2026\nopfølgning: hvert kvartal\nmål: Få 12 kunder\n  frist: 2026-11-30\n",
        ],
        invalid=[
            Invalid(
                "period: 2026\nreview: ⟦every six months⟧\ngoal 1: Sign 12 customers\ngoal 2: Sign 3 partners\n",
                "rare",
                {"days": 183, "limit": 92},
                "warning",
            ),
            Invalid("goal: Sign 12 customers\n  deadline: 2026-06-30\n  review: ⟦2026-06-30⟧\n", "late"),
            Invalid(
                "periode: 2026-2030\nstrategisk mål: Bli størst i Bergen\n  oppfølging: ⟦hvert år⟧\n", "rare", {"limit": 184}
            ),
            Invalid(
                "periode: 2026-Q2\noppfølging: hvert kvartal\n⟦mål 1⟧: Selge 60 kort\n", "none", {"date": date(2026, 6, 30)}
            ),
            Invalid("mål: Få 12 kundar innan 27. mars 2026\n  oppfølging: ⟦1. april 2026⟧\n", "late"),
            Invalid("periode: 2026\nmål: Få 12 kundar\n  oppfølging: ⟦ein gong i året⟧\n", "rare"),
            Invalid("mål: Sälja 40 kort\n  start: 2026-03-02\n  senast: 2026-03-27\n  uppföljning: ⟦varje kvartal⟧\n", "none"),
            Invalid("period: 2026\nmål: Sälja 400 kort\n  uppföljning: ⟦varje halvår⟧\n", "rare"),
            Invalid(
                "mål: Få 12 kunder inden 31. maj 2026\n  opfølgning: ⟦2026-08-10⟧\n", "late", {"review": date(2026, 8, 10)}
            ),
            Invalid("periode: 2026-Q1\nmål: Få 12 kunder\n  opfølgning: ⟦hvert kvartal⟧\n", "none"),
        ],
    )


def test_marketing_is_looked_at_every_month() -> None:
    check_rule(
        ReviewTooRare,
        profile="marketing",
        valid=[
            "period: 2026-2028\nreview: quarterly\nstrategic goal: Get 90 000 subscribers\n",
            "period: 2026\nreview: monthly\ngoal: Get 900 new subscribers\n",
        ],
        invalid=[Invalid("period: 2026\nreview: ⟦quarterly⟧\ngoal: Get 900 new subscribers\n", "rare", {"limit": 31})],
    )


def test_a_rhythm_of_the_file_is_found_once_and_belongs_to_no_goal() -> None:
    (found,) = lint("period: 2026\nreview: yearly\ngoal A: Sign 12\ngoal B: Sign 3\n", ReviewTooRare).findings
    assert not found.goal


def test_page() -> None:
    check_page(ReviewTooRare)
