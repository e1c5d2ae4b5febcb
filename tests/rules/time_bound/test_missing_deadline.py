from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.missing_deadline import MissingDeadline


def test_cases() -> None:
    check_rule(
        MissingDeadline,
        valid=[
            "goal: Sign 12 new customers by 30 June 2026\n",
            "mål: Øke omsetningen fra 8 til 10 mill. kr\n  frist: 2026-12-31\n",
            "periode: K1 2026\nmål: Få 30 nye avtalekundar\n  prestasjonsmål: Ringje 25 kundar kvar veke\n",
            "resultatmål: Sälja 400 presentkort senast 30 juni 2026\n  prestationsmål: Sälja 20 presentkort i veckan\n",
            "mål: Få 45 nye kunder\n  periode: 2026-Q1\n",
            "goal: Sign 12 new customers within six months\n",
            "mål: Få 12 nye kunder innen utgangen av året\n",
            "vision: Alla i stan känner till vårt kafé\n",
            "mål: Øge salget til 4 mio. kr.\n  status: nået\n",
            "mål: Øke salget til 4 mill. kr\n  frist: snarest\n",
            "goal: Sign 12 new customers\n  deadline: <date>\n",
        ],
        invalid=[
            Invalid("⟦goal G1⟧: Sign 12 new customers\n  owner: Amy Holt\n", "missing", level="error"),
            Invalid("⟦mål⟧: Sälja 40 presentkort i månaden\n  ägare: Maja Lindqvist\n", "missing"),
            Invalid("⟦resultatmål R1⟧: Øke omsetningen fra 8 til 10 mill. kr\n", "missing"),
            Invalid("⟦mål 1⟧: Få 30 kundar\n  ⟦delmål 1.1⟧: Ringje 200 bedrifter\n", "missing"),
            Invalid("⟦mål⟧: Få 45 nye kunder\n  start: 2026-02-01\n", "missing"),
            Invalid("mål:\n- ⟦Få 12 nye kunder⟧\n- Få 3 nye partnere innen 30. juni 2026\n", "missing"),
        ],
    )


def test_what_cannot_be_read_above_is_not_missing_below_as_well() -> None:
    for text in (
        "period: 2026-Q7\ngoal: Sign 12 customers\ngoal: Sign 3 partners\n",
        "periode:\nmål: Få 12 kunder\n",
        "goal: Sign 12 new customers\n  period: the good old days\n",
        "mål: Sälja 400 presentkort\n  senast:\n  delmål: Sälja 20 i veckan\n",
    ):
        assert not lint(text, MissingDeadline).findings, text


def test_the_period_of_the_file_holds_for_later_sections() -> None:
    text = "team: Salg\nperiode: 2026\nmål: Få 12 kunder\n\nteam: Lager\nmål: Sende 95 % samme dag\n"
    assert not lint(text, MissingDeadline).findings


def test_a_deadline_of_one_section_is_not_that_of_the_next() -> None:
    text = "mål: Få 12 kunder\n  frist: 2026-06-01\n\nteam: Lager\nmål: Sende 95 % samme dag\n"
    assert [finding.place.start.line for finding in lint(text, MissingDeadline).findings] == [5]


def test_an_event_is_a_deadline_without_a_day() -> None:
    assert not lint("mål: Få 12 nye sponsorer innen sesongstart\n", MissingDeadline).findings


def test_page() -> None:
    check_page(MissingDeadline)
