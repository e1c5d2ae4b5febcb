import pytest

from smartlint.rule import date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.missing_deadline import MissingDeadline
from smartlint_rules.time_bound.vague_deadline import VagueDeadline


def test_cases() -> None:
    check_rule(
        VagueDeadline,
        valid=[
            "goal: Answer 90 % of calls within one minute by 30 June 2026\n",
            "goal: Make 20 calls a week continuously\n  deadline: 30 June 2026\n",
            "mål: Ringe 20 kunder i uken fortløpende\n  periode: 2026\n",
            "mål: Få 30 kundar innan 31. mars 2026\n  kvifor: på sikt treng me fleire\n",
            "mål: Sälja 40 presentkort innan sommaren\n",
            "goal: Sign 12 new customers\n  deadline: TBD\n",
            "mål: Få 45 nye kunder\n  frist: 2026-04-30\n  bemærkning: ring hurtigst muligt\n",
        ],
        invalid=[
            Invalid("mål 2: 20 fler stamgäster ⟦på sikt⟧\n", "only", {"text": "på sikt"}, "error"),
            Invalid("goal: Sign 12 customers ⟦soon⟧\n  deadline: from 1 May 2026\n", "only"),
            Invalid("goal: Call customers every week, ⟦eventually⟧\n", "only"),
            Invalid("goal: Sign 12 new customers\n  deadline: ⟦ASAP⟧\n", "only", {"text": "ASAP"}, "error"),
            Invalid(
                "mål: Få 12 nye kunder ⟦snarest⟧\n  frist: 2026-06-30\n",
                "beside",
                {"date": date(2026, 6, 30)},
                "warning",
            ),
            Invalid(
                "periode: K1 2026\nmål: Få 30 kundar\n  frist: ⟦snarast⟧\n",
                "beside-header",
                {"date": date(2026, 3, 31)},
                "warning",
            ),
            Invalid(
                "mål R1: Få 45 nye kunder inden 30. april 2026\n  delmål: Ringe til skolerne ⟦hurtigst muligt⟧\n",
                "beside-goal",
                {"date": date(2026, 4, 30)},
            ),
        ],
    )


def test_a_goal_that_only_says_soon_lacks_no_deadline_as_well() -> None:
    for text in ("goal: Sign 12 customers soon\n", "mål: Få 12 kunder\n  frist: snarest\n"):
        found = lint(text, VagueDeadline, MissingDeadline).findings
        assert [finding.rule.code for finding in found] == ["TIM002"], text


def test_two_vague_words_are_one_finding() -> None:
    (finding,) = lint("goal: Sign 12 customers soon\n  deadline: asap\n", VagueDeadline).findings
    assert [place.start.line for place in finding.related] == [2]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("goal: Sell 20 cakes by ASAP", "goal: Sell 20 cakes"),
        ("goal: Sell 20 cakes no later than asap", "goal: Sell 20 cakes"),
        ("mål: Selge 20 kaker til hver kunde innen snarest mulig", "mål: Selge 20 kaker til hver kunde"),
        ("mål: Få 20 kundar innan snarast", "mål: Få 20 kundar"),
        ("mål: Sälja 20 presentkort senast snarast möjligt", "mål: Sälja 20 presentkort"),
        ("mål: Få 20 nye kunder inden snarest", "mål: Få 20 nye kunder"),
    ],
)
def test_what_stands_before_a_day_goes_with_it(said: str, left: str) -> None:
    for rest in ("\n", "\n  deadline: 2026-06-30\n"):
        (finding,) = lint(said + rest, VagueDeadline).findings
        assert finding.fix is not None
        (edit,) = finding.fix.edits
        kept = said[: edit.span.start].rstrip()
        assert (kept, edit.span.end) == (left, len(said))


def test_page() -> None:
    check_page(VagueDeadline)
