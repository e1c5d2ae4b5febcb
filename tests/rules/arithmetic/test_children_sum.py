from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.arithmetic.children_sum import ChildrenSum


def test_cases() -> None:
    check_rule(
        ChildrenSum,
        valid=[
            # they do add up, or to a little more, or rounding explains it
            "goal 1: Sell 40 bikes\n  goal: Sell 25 bikes to hotels\n  goal: Sell 15 bikes to schools\n",
            "mål 1: Selge 40 sykler\n  mål: Selge 25 sykler til hotell\n  mål: Selge 22 sykler til skoler\n",
            (
                "mål 1: Selje for 10 mill. kr\n  mål: Selje for 3,3 mill. kr i nord\n  mål: Selje for 3,3 mill. kr i sør\n"
                "  mål: Selje for 3,3 mill. kr i vest\n"
            ),
            # what is counted is something else, or there is one share only
            "goal 1: Win 40 customers\n  goal: Call 9 customers\n  goal: Visit 8 customers\n",
            "mål 1: Sälja 40 cyklar\n  mål: Sälja 25 cyklar till hotell\n  mål: Ringa 9 hotell\n",
            "mål 1: Sälja 40 cyklar i butiken\n  mål: Sälja 9 cyklar\n  mål: Sälja 8 cyklar till skolor\n",
            (
                "goal 1: Sell 40 bikes\n  metric: bikes\n  goal: Sell 9 bikes to hotels\n    metric: e-bikes\n"
                "  goal: Sell 8 bikes to schools\n    metric: e-bikes\n"
            ),
            # levels do not add up
            "mål 1: Nå 40 % dækning\n  mål: Nå 9 % dækning i nord\n  mål: Nå 8 % dækning i syd\n",
            "mål 1: Nå 4,5 af 5 i tilfredshed\n  mål: Nå 2 af 5 i tilfredshed i nord\n  mål: Nå 1 af 5 i tilfredshed i syd\n",
            "goal 1: Reach NPS 60\n  goal: Reach NPS 20 in the north\n  goal: Reach NPS 20 in the south\n",
            "goal 1: Answer within 40 hours\n  goal: Answer within 9 hours on Mondays\n  goal: Answer within 8 hours in May\n",
            # steps on the way to it, or as much as it
            "goal 1: Sell 40 bikes\n  goal: Sell 10 bikes by 31 March 2026\n  goal: Sell 20 bikes by 30 June 2026\n",
            "goal 1: Sell 40 bikes\n  goal: Sell 10 bikes in the north\n  goal: Sell 40 bikes in the south\n",
            # other intervals, other currencies, ranges
            "goal 1: Sell 40 bikes\n  goal: Sell 3 bikes a month to hotels\n  goal: Sell 2 bikes a week to schools\n",
            "goal 1: Sell for €40,000\n  goal: Sell for £9,000 in Leeds\n  goal: Sell for £9,000 in York\n",
            "goal 1: Sell 40 bikes\n  goal: Sell 8–9 bikes to hotels\n  goal: Sell 8 bikes to schools\n",
            # what is to be less may be much less
            "mål 1: Redusere til 40 feil\n  mål: Redusere til 9 feil i nord\n  mål: Redusere til 8 feil i sør\n",
            "goal 1: Sell 40 bikes\n  status: done\n  goal: Sell 9 bikes to hotels\n  goal: Sell 8 bikes to schools\n",
            # a share that was given up counts nothing, and then there is but one
            "goal 1: Sell 40 bikes\n  goal: Sell 9 bikes to hotels\n  goal: Sell 8 bikes to schools\n    status: cancelled\n",
        ],
        invalid=[
            Invalid(
                "goal 1: Sell ⟦40 bikes⟧\n  goal: Sell 20 bikes to hotels\n  goal: Sell 10 bikes to schools\n",
                "short",
                {"count": 2, "sum": 30, "after": " bikes", "target": "40 bikes"},
            ),
            Invalid(
                "mål 1: Øke salget til ⟦10 mill. kr⟧\n  mål: Øke salget i nord til 4 mill. kr\n"
                "  mål: Øke salget i sør til 4,5 mill. kr\n",
                "short",
                {"sum": 8.5, "after": " mill. kr"},
            ),
            Invalid(
                "mål 1: Selje ⟦40 syklar⟧\n  mål: Selje 10 syklar i nord\n  mål: Selje 10 syklar i sør\n",
                "short",
            ),
            Invalid(
                "mål 1: Sälja ⟦40 cyklar⟧ i månaden\n  mål: Sälja 9 cyklar i månaden i norr\n"
                "  mål: Sälja 9 cyklar i månaden i söder\n",
                "short",
            ),
            # in other files, and by metric
            Invalid(
                {
                    "a.goals": "hold: A\nresultatmål R1: Mere salg\n  måles ved: omsætning\n  målværdi: ⟦4 mio. kr.⟧\n",
                    "b.goals": "hold: B\nmål 1: Salg\n  støtter: A/R1\n  måles ved: Omsætning\n  målværdi: 1 mio. kr.\n",
                    "c.goals": "hold: C\nmål 1: Salg\n  støtter: A/R1\n  måles ved: omsætningen\n  målværdi: 2 mio. kr.\n",
                },
                "short",
                {"sum": 3},
            ),
            # far too much
            Invalid(
                "goal 1: Sell ⟦40 bikes⟧\n  goal: Sell 30 bikes to hotels\n  goal: Sell 25 bikes to schools\n",
                "surplus",
                {"sum": 55, "surplus": 25},
            ),
            Invalid(
                "mål 1: Holde kostnadene under ⟦4 mill. kr⟧\n  mål: Holde kostnadene i nord under 3 mill. kr\n"
                "  mål: Holde kostnadene i sør under 3,5 mill. kr\n",
                "surplus",
            ),
            # the same words, for each seller
            Invalid(
                "goal 1: Sell ⟦40 bikes⟧\n  goal: Sell 9 bikes\n    owner: Amy Holt\n  goal: Sell 8 bikes\n    owner: Leo\n",
                "short",
            ),
        ],
    )


def test_the_shares_are_shown() -> None:
    text = "goal 1: Sell 40 bikes\n  goal: Sell 20 bikes to hotels\n  goal: Sell 10 bikes to schools\n"
    (found,) = lint(text, ChildrenSum).findings
    assert [text[slice(*place.span)] for place in found.related] == ["20 bikes", "10 bikes"]
    assert found.message("en") == "the 2 goals below share out 30 bikes of 40 bikes: who takes the rest?"


def test_in_a_part_of_a_project_the_rest_may_stand_elsewhere() -> None:
    short = "goal 1: Sell 40 bikes\n  goal: Sell 20 bikes to hotels\n  goal: Sell 10 bikes to schools\n"
    result = lint(short, ChildrenSum, partial=True)
    assert not result.findings
    assert [notice.params for notice in result.notices] == [{"count": 1}]
    assert lint(short.replace("goal 1", "goal"), ChildrenSum, partial=True).findings
    assert lint(short.replace("10", "35"), ChildrenSum, partial=True).findings


def test_page() -> None:
    check_page(ChildrenSum)
