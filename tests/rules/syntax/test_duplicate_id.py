from dataclasses import replace

from smartlint.facts import collect
from smartlint.parser import parse
from smartlint.rule import Project, Report
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.syntax.duplicate_id import DuplicateId


def test_cases() -> None:
    check_rule(
        DuplicateId,
        valid=[
            "goal G1: Sign 12 new customers\ngoal G2: Sign 3 partners\ngoal: Open a shop\ngoal: Close a shop\n",
            "team: Salg\nmål 1: Få 12 nye kunder\n\nteam: Lager\nmål 1: Sende 95 % samme dag\n",
            "team: Salg\nperiode: 2026-Q1\nmål 1: Få 12 kunder\n\nteam: Salg\nperiode: 2026-Q2\nmål 1: Få 15 kunder\n",
            {
                "salg.goals": "team: Salg\nmål 1: Få 12 kunder\n",
                "lager.goals": "team: Lager\nmål 1: Sende 95 % samme dag\n",
            },
            # parts that are counted anew under each goal
            "O1: Calm nights\n  KR1: 2 alarms a month\nO2: Fast answers\n  KR1: 90 % in a day\n  KR2: 3 steps\n",
            "team: Salg\nmål 1: Få 12 kunder\n  delmål A: Ringe 40\n\nmål 2: Selge for 3 MNOK\n  delmål A: Sende 20 tilbud\n",
            {"a.goals": "mål M1: Sälja 40 presentkort\n", "b.goals": "mål M1: Sälja 70 luncher\n"},
            {"k1.goals": "team: Salet\nperiode: 2026-Q1\nmål 1: Få 30 kundar\n", "k2.goals": "mål 1: Få 40 kundar\n"},
        ],
        invalid=[
            Invalid(
                "team: Platform\nO1: Nobody needs to call twice\n  KR 1.1: Reduce tickets from 60 to 15\n"
                "  ⟦KR 1.1⟧: Solve 75 % of tickets at the first reply\n",
                "used",
                level="error",
            ),
            # not under one goal, nor where the ID names the goal it belongs to
            Invalid("O1: Calm weekends\n  KR1: 2 alarms a month\n  ⟦KR1⟧: 9 of 10 shifts are full\n", "used"),
            Invalid("O1: Calm\n  KR 1.1: 2 alarms a month\nO2: Fast\n  ⟦KR 1.1⟧: 90 % in a day\n", "used"),
            Invalid("mål M1: Sälja 40 presentkort\nmål ⟦m1⟧: Sälja 70 luncher\n", "used", {"id": "m1"}),
            Invalid("mål Å1: Få 45 kunder\nmål ⟦å1⟧: Sænke ventetiden til 10 minutter\n", "used"),
            Invalid(
                {
                    "a/mål.goals": "team: Salg\nperiode: 2026\nmål S1: Få 12 kunder\n",
                    "b/mål.goals": "team: SALG\nperiode: 2026\nmål ⟦S1⟧: Øke salget til 10 mill. kr\nmål ⟦s1⟧: Ny\n",
                },
                "used",
            ),
            Invalid("mål 1: Få 30 kundar\n  status: nådd\nmål ⟦1⟧: Få 40 kundar\n", "used"),
        ],
    )


def test_the_first_place_is_shown_in_its_file() -> None:
    texts = {"a.goals": "team: Salg\nmål S1: Få 12 kunder\n", "b.goals": "team: Salg\nmål S1: Få 15 kunder\n"}
    (finding,) = lint(texts, DuplicateId).findings
    (first,) = finding.related
    assert (finding.place.path, first.path, first.start) == ("b.goals", "a.goals", (2, 5))
    assert finding.goal == ("S1",)
    assert finding.note(first, "en") == "first used here"


def test_the_two_ways_to_write_a_letter_are_the_same() -> None:
    composed, other = collect(parse("mål Å1: Få 45 kunder\nmål Å2: Få 12 kunder\n", "a.goals", today=TODAY))
    project = Project([(composed, replace(other, id="A\u030a1"))])
    assert [report.goal for report in DuplicateId().check(project, {}, TODAY) if isinstance(report, Report)] == [1]


def test_page() -> None:
    check_page(DuplicateId)
