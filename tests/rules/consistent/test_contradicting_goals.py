from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.consistent.contradicting_goals import ContradictingGoals


def test_cases() -> None:
    check_rule(
        ContradictingGoals,
        valid=[
            # one target, or one after the other, or two things
            "goal 1: Reach a margin of 30 %\n\ngoal 2: Reach a margin of 30 %\n",
            "goal 1: Reach 30 % margin by 31 March 2026\n\ngoal 2: Reach 35 % margin by 30 June 2026\n",
            "mål 1: Nå 30 % margin på ferskvarer\n\nmål 2: Nå 35 % margin på tørrvarer\n",
            "mål 1: Nå 30 % margin\n  kanal: nettbutikken\n\nmål 2: Nå 35 % margin\n  kanal: torget\n",
            "mål 1: Selje 30 syklar\n  eigar: Ida Moe\n\nmål 2: Selje 35 syklar\n  eigar: Pål Aas\n",
            {"a.goals": "team: A\nmål: Nå 30 % marginal\n", "b.goals": "team: B\nmål: Nå 35 % marginal\n"},
            # rounding, ranges, bounds on both sides
            "mål 1: Nå 30 % marginal\n\nmål 2: Nå 30,4 % marginal\n",
            "mål 1: Nå 30–32 % margin\n\nmål 2: Nå 35 % margin\n",
            "mål 1: Holde temperaturen over 2 grader\n\nmål 2: Holde temperaturen under 5 grader\n",
            # another interval, another unit, a share of the goal above
            "goal 1: Sell 30 bikes a week\n\ngoal 2: Sell 100 bikes a month\n",
            "goal 1: Sell for €300 a day\n\ngoal 2: Sell for £350 a day\n",
            "goal 1: Sell 40 bikes\n  goal 1.1: Sell 30 bikes\n",
            "goal 1: Sell 30 pads of A4\n\ngoal 2: Sell 40 pads of A3\n",
            "mål 1: Ta 30 elever til nivå 2\n\nmål 2: Ta 40 elever til nivå 3\n",
            # less of one thing, more of another; some are won and others lost; at another time
            "goal 1: Increase sales of cards\n\ngoal 2: Reduce returns of cards\n",
            "goal 1: Win 40 customers\n\ngoal 2: Lose fewer than 5 customers\n",
            "mål 1: Øke bemanningen på lager\n  periode: K2 2026\n\nmål 2: Redusere bemanningen på lager\n  periode: K3 2026\n",
            "mål 1: Öka antalet rabatter\n  status: klart\n\nmål 2: Minska antalet rabatter\n",
            # a metric that is of many things
            (
                "goal 1: Raise conversion to 4 %\n  metric: conversion rate\n\n"
                "goal 2: Raise conversion on mobile to 2 %\n  metric: conversion rate\n"
            ),
            (
                "goal 1: Fill the shop on Mondays\n  metric: sales\n  target: £300\n\n"
                "goal 2: Fill the shop on Fridays\n  metric: sales\n  target: £900\n"
            ),
        ],
        invalid=[
            Invalid(
                "goal 1: Reach a margin of 30 %\n\ngoal 2: Reach a margin of ⟦35 %⟧\n",
                "targets",
                {"target": "35 %", "theirs": "30 %", "other": "1"},
            ),
            Invalid("mål 1: Selge 30 sykler\n  eier: Ida Moe\n\nmål 2: Selge ⟦40 sykler⟧\n", "targets"),
            Invalid(
                {
                    "a.goals": "team: Sal\nmål 1: Nå 30 % margin innan 30. juni 2026\n",
                    "b.goals": "team: Sal\nmål 2: Nå ⟦35 %⟧ margin innan 30. juni 2026\n",
                },
                "targets",
            ),
            Invalid("mål 1: Minska priserna\n\nmål 2: ⟦Öka priserna⟧\n", "more", {"other": "1"}),
            Invalid("mål 1: Øge forbruget af rabatter\n\nmål 2: ⟦Mindske forbruget af rabatter⟧\n", "less"),
            Invalid("mål 1: Øke svartiden til 4 timer\n\nmål 2: ⟦Redusere svartiden til 2 timer⟧\n", "less"),
            # the metric says what one sentence leaves out
            Invalid(
                "goal 1: Raise conversion\n  metric: conversion rate\n  target: 4 %\n\n"
                "goal 2: Raise the conversion rate to ⟦5 %⟧\n",
                "targets",
            ),
            # things that are counted, with one metric
            Invalid(
                "mål 1: Øge antallet af ansatte til 40\n  måles ved: ansatte\n\n"
                "mål 2: ⟦Mindske antallet af ansatte til 30⟧\n  måles ved: ansatte\n",
                "less",
            ),
        ],
    )


def test_the_other_goal_is_shown() -> None:
    text = "goal 1: Increase prices\n\ngoal 2: Reduce prices\n\ngoal 3: Reach 30 % margin\n\ngoal 4: Reach 35 % margin\n"
    found = lint(text, ContradictingGoals).findings
    assert [text[slice(*place.span)] for one in found for place in one.related] == ["Increase prices", "30 %"]


def test_page() -> None:
    check_page(ContradictingGoals)
