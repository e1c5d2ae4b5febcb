from smartlint.parser import parse
from smartlint.rule import Context, Report, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule
from smartlint_rules.planned.missing_first_step import MissingFirstStep

EN = "goal: Win 50 customers\n  start: 2026-03-02\n  how:\n    - Rent a stall (deadline: {})\n"
NB = "mål: Få 50 kunder\n  start: 2026-03-02\n  hvordan:\n    - Leie en bod (frist: {})\n"
NN = "mål: Få 50 kundar\n  start: 2026-03-02\n  korleis:\n    - Leige ei bu (frist: {})\n"
SV = "mål: Få 50 kunder\n  start: 2026-03-02\n  hur:\n    - Hyra ett stånd (senast: {})\n"
DA = "mål: Få 50 kunder\n  start: 2026-03-02\n  hvordan:\n    - Leje en bod (frist: {})\n"


def test_cases() -> None:
    check_rule(
        MissingFirstStep,
        valid=[
            EN.format("2026-03-16"),
            NB.format("2026-03-13"),
            NN.format("13. mars 2026"),
            SV.format("2026-03-06"),
            DA.format("2026-03-10"),
            # the first day of a week counts
            EN.format("2026-W12"),
            # a step with no day, or one that is done every week, may come first
            EN.format("2026-05-29") + "    - Ask the council\n",
            NB.format("2026-05-29") + "    - Ringe ti kunder hver uke\n",
            # a step below another is a step
            EN.format("2026-05-29") + "      - Ask the council (deadline: 2026-03-06)\n",
            # nobody knows when it begins
            "goal: Win 50 customers\n  how:\n    - Rent a stall (deadline: 2026-09-30)\n",
            "periode: 2026\nmål: Få 50 kunder\n  hvordan:\n    - Leie en bod (frist: 2026-09-30)\n",
            SV.format("29 maj"),
            "mål: Få 50 kunder\n  start: 2. marts\n  hvordan:\n    - Leje en bod (frist: 2026-05-29)\n",
            "mål: Få 50 kundar\n  start: 2026-03-02\n  korleis: ringje alle\n",
        ],
        invalid=[
            Invalid(EN.format("⟦2026-03-17⟧"), "late", {"count": 15, "date": date(2026, 3, 2), "limit": 14}, level="info"),
            Invalid(NB.format("⟦2026-05-29⟧"), "late"),
            Invalid(NN.format("⟦29. mai 2026⟧"), "late"),
            Invalid(SV.format("⟦2026-05-29⟧"), "late"),
            Invalid(DA.format("⟦2026-05-29⟧"), "late"),
            # the soonest of several
            Invalid(NB.format("2026-05-29") + "    - Trykke plakater (frist: ⟦2026-04-17⟧)\n", "late", {"count": 46}),
            # the period, or a start from the top of the file
            Invalid("period: 2026-Q2\ngoal: Win 9 customers\n  how:\n    - Rent a stall (deadline: ⟦2026-05-15⟧)\n", "late"),
            Invalid("start: 2026-03-02\nmål: Få 9 kunder\n  hvordan:\n    - Leie en bod (frist: ⟦2026-05-15⟧)\n", "late"),
        ],
    )


def test_the_option_decides() -> None:
    document = parse(EN.format("2026-03-17"), "test.goals", today=TODAY)
    found = {
        days: list(MissingFirstStep().check(document.goals[0], Context(document, TODAY, {"days": days}))) for days in (14, 15)
    }
    assert [isinstance(one, Report) for one in found[14]] == [True]
    assert not any(isinstance(one, Report) for one in found[15])


def test_page() -> None:
    check_page(MissingFirstStep)
