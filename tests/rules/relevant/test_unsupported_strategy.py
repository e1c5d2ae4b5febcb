from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.unsupported_strategy import UnsupportedStrategy

#: A strategic goal that is worked at.
WORK = "\nstrategic goal S9: Open 9 shops\n  goal G9: Rent 9 shops by 30 June 2026\n"


def test_cases() -> None:
    check_rule(
        UnsupportedStrategy,
        valid=[
            # nested, or supporting it, or over files
            "strategic goal S1: Reach a margin of 30 %\n  goal G1: Win 40 customers\n" + WORK,
            "strategisk mål S1: Nå en margin på 30 %\n\nmål 1: Få 40 kunder\n  støtter: S1\n",
            "strategisk mål S1: Nå ein margin på 30 %\n\nmål 1: Få 40 kundar\n  støttar: S1\n",
            {
                "company.goals": "team: Bolaget\nstrategiskt mål S1: Nå en marginal på 30 %\n",
                "web.goals": "team: Webb\nmål 1: Få 40 kunder\n  stödjer: Bolaget/S1\n",
            },
            {
                "firma.goals": "hold: Firmaet\nstrategisk mål S1: Nå en margin på 30 %\n",
                "nord/web.goals": "hold: Web\nmål 1: Få 40 kunder\n  støtter: Firmaet/S1\n",
            },
            # by another strategic goal, or by one that is done
            "strategic goal S1: Reach a margin of 30 %\n  strategic goal S1.1: Open 3 shops\n    goal: Rent 1 shop\n",
            "strategic goal S1: Reach a margin of 30 %\n\ngoal G1: Win 40 customers\n  supports: S1\n  status: done\n" + WORK,
            # key results lead to it
            "strategic goal S1: Happy guests\n  KR1: 60 % of the guests come back\n" + WORK,
            # a strategy and nothing else; or with goals only in another folder
            "strategisk mål S1: Nå en margin på 30 %\n",
            {"a/s.goals": "strategiskt mål S1: Nå en marginal på 30 %\n", "b/g.goals": "mål 1: Få 40 kunder\n"},
            "strategic goal S1: Reach a margin of 30 %\n\ngoal G1: Win 40 customers\n  status: cancelled\n",
            # where nothing is linked yet, that is a finding of each goal
            "strategisk mål S1: Nå en margin på 30 %\n\nmål 1: Få 40 kunder\n",
            # neither a vision nor what is done asks for work
            "strategic vision: Best in town\n" + WORK,
            "strategic goal S1: Reach a margin of 30 %\n  status: done\n" + WORK,
        ],
        invalid=[
            Invalid("⟦strategic goal S1⟧: Reach a margin of 30 %\n" + WORK, "unsupported", {"id": "S1"}),
            Invalid("⟦strategic goal⟧: Reach a margin of 30 %\n" + WORK, "unsupported", {"id": "⟨ID⟩"}),
            Invalid(
                "⟦strategisk mål S1⟧: Nå en margin på 30 %\n\nstrategisk mål S2: Åpne 3 butikker\n\n"
                "mål 1: Få 40 kunder\n  støtter: S2\n",
                "unsupported",
            ),
            Invalid(
                "⟦strategisk mål S1⟧: Nå ein margin på 30 %\n\nstrategisk mål S2: Opna 3 butikkar\n  mål 1: Få 40 kundar\n",
                "unsupported",
            ),
            Invalid(
                "⟦strategiskt mål S1⟧: Nå en marginal på 30 %\n\n⟦strategiskt mål S2⟧: Få 4 000 medlemmar\n" + WORK,
                "unsupported",
            ),
            # a goal that was given up leads nowhere
            Invalid(
                "⟦strategisk mål S1⟧: Nå en margin på 30 %\n  mål 1: Få 40 kunder\n    status: aflyst\n\n"
                "strategisk mål S2: Åbne 3 butikker\n  mål 2: Få 9 kunder\n",
                "unsupported",
            ),
            # goals further down in the folders
            Invalid(
                {
                    "strategi.goals": "team: A\n⟦strategisk mål S1⟧: Nå en margin på 30 %\nstrategisk mål S2: Få 400 kunder\n",
                    "nord/2026/plan.goals": "mål 1: Få 40 kunder\n  støtter: A/S2\n",
                },
                "unsupported",
            ),
        ],
    )


def test_in_a_part_of_a_project_what_may_stand_elsewhere_is_said_once() -> None:
    text = "strategic goal S1: Win 40 customers\n\nstrategic goal S2: Win 50\n\nstrategic goal: Win 60\n" + WORK
    result = lint(text, UnsupportedStrategy, partial=True)
    # a goal with no ID cannot be supported from anywhere else
    assert [found.params["id"] for found in result.findings] == ["⟨ID⟩"]
    assert [notice.params for notice in result.notices] == [{"count": 2}]


def test_page() -> None:
    check_page(UnsupportedStrategy)
