from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.consistent.mixed_units import MixedUnits


def test_cases() -> None:
    check_rule(
        MixedUnits,
        valid=[
            "goal 1: Cut downtime to 12 hours\n\ngoal 2: Cut downtime to 8 hours\n",
            # things are called by several names; a bare number may be any of them
            "mål 1: Selge 40 sykler\n\nmål 2: Selge 40 elsykler\n",
            "mål 1: Auke salet til 40\n\nmål 2: Auke salet til 40 000 kr\n",
            # percent and percentage points, and multiples, go together
            "mål 1: Höja svarsandelen till 40 %\n\nmål 2: Höja svarsandelen med 4 procentenheter\n",
            # other teams, other places, other words, other people
            {
                "a.goals": "hold: A\nmål: Sænke ventetiden til 2 dage\n",
                "b.goals": "hold: B\nmål: Sænke ventetiden til 9 timer\n",
            },
            "mål 1: Sænke ventetiden til 2 dage\n  hvor: Aarhus\n\nmål 2: Sænke ventetiden til 9 timer\n  hvor: Ribe\n",
            "goal 1: Cut waiting on the phone to 9 min\n\ngoal 2: Cut waiting in the ward to 2 hours\n",
            "goal 1: Sell for €900\n  owner: Amy Holt\n\ngoal 2: Sell for £900\n  owner: Leo Grant\n",
            "goal 1: Sell for €900\n  status: done\n\ngoal 2: Sell for £900\n",
        ],
        invalid=[
            Invalid(
                "goal 1: Cut downtime to 12 hours\n\ngoal 2: Cut downtime to ⟦1 day⟧\n",
                "mixed",
                {"figure": "1 day", "theirs": "12 hours", "other": "1"},
            ),
            Invalid("mål 1: Øke omsetningen til 4 mill. kr\n\nmål 2: Øke omsetningen til ⟦400 000 euro⟧\n", "mixed"),
            Invalid("mål 1: Korte ventetida til 2 dagar\n\nmål 2: Korte ventetida til ⟦9 timar⟧\n", "mixed"),
            Invalid(
                {
                    "a.goals": "team: A\nmål 1: Minska stilleståndet till 9 timmar\n",
                    "b.goals": "team: A\nmål 2: Minska stilleståndet till ⟦90 minuter⟧\n",
                },
                "mixed",
            ),
            # by metric, and by baseline
            Invalid(
                "mål 1: Kortere svartid\n  måles ved: svartid på klager\n  målværdi: 9 timer\n\n"
                "mål 2: Kortere svartid på klager\n  udgangspunkt: ⟦2 dage⟧\n",
                "mixed",
            ),
        ],
    )


def test_the_other_figure_is_shown() -> None:
    text = "goal 1: Cut downtime to 12 hours\n\ngoal 2: Cut downtime to 1 day\n"
    (found,) = lint(text, MixedUnits).findings
    assert [text[slice(*place.span)] for place in found.related] == ["12 hours"]


def test_page() -> None:
    check_page(MixedUnits)
