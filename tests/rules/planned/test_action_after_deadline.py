from smartlint.parser import parse
from smartlint.rule import Context, Witness, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.planned.action_after_deadline import ActionAfterDeadline

EN = "goal: Win 50 customers by 30 June 2026\n  how:\n    - {} (owner: Amy Holt, deadline: {})\n"
NB = "mål: Få 50 kunder\n  frist: 2026-06-30\n  hvordan:\n    - {} (frist: {})\n"
NN = "mål: Få 50 kundar\n  frist: 2026-06-30\n  korleis:\n    - {} (frist: {})\n"
SV = "mål: Få 50 kunder senast 30 juni 2026\n  hur:\n    - {} (senast: {})\n"
DA = "mål: Få 50 kunder inden 30. juni 2026\n  hvordan:\n    - {} (frist: {})\n"


def test_cases() -> None:
    check_rule(
        ActionAfterDeadline,
        valid=[
            EN.format("Call last year's buyers", "2026-06-30"),
            NB.format("Ringe dem som kjøpte i fjor", "2026-03-31"),
            NN.format("Ringje dei som kjøpte i fjor", "31. mars 2026"),
            SV.format("Ringa förra årets köpare", "2026-05-29"),
            DA.format("Ringe til dem, der købte sidste år", "2026-06-01"),
            # the quarter in which the goal ends
            EN.format("Rent a stall", "2026-Q2"),
            # what is rightly done afterwards
            EN.format("Report the result to the board", "2026-08-14"),
            NB.format("Evaluere kampanjen", "2026-08-14"),
            NN.format("Evaluere kampanjen", "2026-08-14"),
            SV.format("Utvärdera kampanjen", "2026-08-14"),
            DA.format("Evaluere kampagnen", "2026-08-14"),
            # a year that was guessed, there or here
            "goal: Win 50 customers\n  deadline: 30 June\n  how:\n    - Rent a stall (deadline: 2026-08-14)\n",
            NB.format("Leie en bod", "14. august"),
            # a strategic goal outlives the period of its file
            "period: 2026\nstrategisk mål: Nå 62 MNOK\n  hvordan:\n    - Åpne i Bodø (frist: 2027-03-01)\n",
            "goal: Win 50 customers\n  how:\n    - Rent a stall (deadline: 2026-08-14)\n",
            "goal: Win 50 customers by 30 June 2026\n  status: done\n  how:\n    - Rent a stall (deadline: 2026-08-14)\n",
        ],
        invalid=[
            Invalid(EN.format("Rent a stall", "⟦2026-07-03⟧"), "after-deadline", {"date": date(2026, 6, 30)}, level="error"),
            Invalid(NB.format("Leie en bod", "⟦2026-08-14⟧"), "after-deadline"),
            Invalid(NN.format("Leige ei bu", "⟦14. august 2026⟧"), "after-deadline"),
            Invalid(SV.format("Hyra ett stånd", "⟦2026-08-14⟧"), "after-deadline"),
            Invalid(DA.format("Leje en bod", "⟦2026-08-14⟧"), "after-deadline"),
            Invalid(EN.format("Rent a stall", "⟦2026-Q3⟧"), "after-deadline"),
            # reports that are counted are things like others
            Invalid(EN.format("Move the last six reports to the warehouse", "⟦2026-07-03⟧"), "after-deadline"),
            # on a line of its own, and below another step
            Invalid("mål: Få 9 kunder\n  frist: 2026-05-29\n- Leje en bod\n  frist: ⟦2026-06-01⟧\n", "after-deadline"),
            Invalid(
                "mål: Få 9 kunder\n  frist: 2026-05-29\n  hvordan:\n    - Leie en bod\n      - Spørre (frist: ⟦2026-06-01⟧)\n",
                "after-deadline",
            ),
            # a deadline that is inherited
            Invalid(
                "period: 2026-Q2\ngoal: Win 9 customers\n  how:\n    - Rent a stall (deadline: ⟦2026-07-01⟧)\n", "after-header"
            ),
            Invalid(
                "mål 1: Få 40 kundar\n  frist: 2026-05-29\n  delmål: Få 20 kundar\n    korleis:\n"
                "      - Leige ei bu (frist: ⟦2026-06-01⟧)\n",
                "after-goal",
            ),
        ],
    )


def test_the_deadline_is_shown() -> None:
    found = lint(EN.format("Rent a stall", "2026-07-03"), ActionAfterDeadline).findings
    assert [place.start.line for one in found for place in one.related] == [1]


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = (
        (EN.format("Rent a stall", "2026-06-01"), ["2026-06-01"]),
        (EN.format("Report the result to the board", "2026-08-14"), []),
        ("goal: Win 50 customers by 30 June 2026\n", []),
    )
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = ActionAfterDeadline().check(document.all_goals[0], Context(document, TODAY, {}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(ActionAfterDeadline)
