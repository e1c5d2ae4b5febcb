from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.consistent.baseline_drift import BaselineDrift


def test_cases() -> None:
    check_rule(
        BaselineDrift,
        valid=[
            # one figure, or a rounded one, or one called approximate
            "goal 1: Raise turnover from €40,000 to €60,000\n\ngoal 2: Raise turnover from €40,000 to €50,000\n",
            "mål 1: Øke svarandelen fra 2,46 % til 4 %\n\nmål 2: Øke svarandelen fra 2,5 % til 5 %\n",
            "mål 1: Auke svardelen frå om lag 40 % til 60 %\n\nmål 2: Auke svardelen frå 45 % til 60 %\n",
            # from another day
            (
                "goal 1: Raise turnover from €40,000 to €60,000\n  start: 2026-01-01\n\n"
                "goal 2: Raise turnover from €50,000 to €70,000\n  start: 2026-04-01\n"
            ),
            (
                "mål 1: Öka svarsandelen från 40 % till 60 %\n  period: K1 2026\n\n"
                "mål 2: Öka svarsandelen från 60 % till 80 %\n  period: K2 2026\n"
            ),
            (
                "mål 1: Øge svarandelen fra 40 % til 60 % inden 31. marts 2026\n\n"
                "mål 2: Øge svarandelen fra 60 % til 80 % inden 30. juni 2026\n"
            ),
            # of another thing, place, person, team; in another unit
            "mål 1: Senke fraværet på lager fra 9 % til 6 %\n\nmål 2: Senke fraværet på kontoret fra 4 % til 3 %\n",
            "mål 1: Sänka frånvaron från 9 % till 6 %\n  var: Lund\n\nmål 2: Sänka frånvaron från 4 % till 3 %\n  var: Umeå\n",
            "mål: Øke salget fra 9 til 12\n  eier: Ida Moe\n\nmål: Øke salget fra 4 til 8\n  eier: Pål Aas\n",
            {
                "a.goals": "team: A\nmål: Hæve salget fra 4 mio. kr. til 5 mio. kr.\n",
                "b.goals": "team: B\nmål: Hæve salget fra 2 mio. kr. til 5 mio. kr.\n",
            },
            "goal 1: Cut waiting from 3 days to 1 day\n\ngoal 2: Cut waiting from 70 hours to 20 hours\n",
            "goal 1: Raise turnover to €60,000\n\ngoal 2: Raise turnover from €50,000 to €60,000\n",
            "goal 1: Raise prices from €4 to €6\n  status: cancelled\n\ngoal 2: Raise prices from €5 to €6\n",
        ],
        invalid=[
            Invalid(
                "goal 1: Raise turnover from €40,000 to €60,000\n\ngoal 2: Raise turnover from ⟦€50,000⟧ to €60,000\n",
                "drift",
                {"baseline": "€50,000", "theirs": "€40,000", "other": "1"},
            ),
            Invalid(
                "mål 1: Øke svarandelen fra 2,4 % til 4 %\n\nmål 2: Øke svarandelen fra ⟦2,5 %⟧ til 5 %\n",
                "drift",
            ),
            Invalid(
                {
                    "a.goals": "team: Sal\nperiode: K1 2026\nmål: Auke svardelen frå 40 % til 60 %\n",
                    "b.goals": "team: Sal\nperiode: K1 2026\nmål: Auke svardelen\n  utgangspunkt: ⟦35 %⟧\n",
                },
                "drift",
            ),
            # a quarter and the half-year that begin on one day
            Invalid(
                "mål 1: Öka svarsandelen från 40 % till 60 %\n  period: K1 2026\n\n"
                "mål 2: Öka svarsandelen från ⟦45 %⟧ till 80 %\n  period: H1 2026\n",
                "drift",
            ),
            # the goal below starts from somewhere else; the metric says what the sentence leaves out
            Invalid("mål 1: Sænke ventetiden fra 9 til 6 dage\n  mål: Sænke ventetiden fra ⟦7⟧ til 6 dage\n", "drift"),
            Invalid(
                "goal 1: Raise conversion\n  metric: conversion rate\n  baseline: 2 %\n\n"
                "goal 2: Raise the conversion rate from ⟦3 %⟧ to 4 %\n",
                "drift",
            ),
            # each differs from the first
            Invalid(
                "mål 1: Senke svinnet fra 9 % til 6 %\n\nmål 2: Senke svinnet fra ⟦8 %⟧ til 6 %\n\n"
                "mål 3: Senke svinnet fra ⟦7 %⟧ til 6 %\n",
                "drift",
            ),
        ],
    )


def test_the_other_baseline_is_shown() -> None:
    text = "goal 1: Raise turnover from €40,000 to €60,000\n\ngoal 2: Raise turnover from €50,000 to €60,000\n"
    (found,) = lint(text, BaselineDrift).findings
    assert [text[slice(*place.span)] for place in found.related] == ["€40,000"]


def test_page() -> None:
    check_page(BaselineDrift)
