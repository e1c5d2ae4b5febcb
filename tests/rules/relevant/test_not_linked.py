from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.not_linked import NotLinked

STRATEGY = "strategic goal S1: Grow turnover from 48 to 62 million by 31 December 2028\n"


def test_cases() -> None:
    check_rule(
        NotLinked,
        valid=[
            # no strategic goal, so nothing is asked
            "goal G1: Win 40 customers\n",
            "team: A\ngoal G1: Win 40 customers\n",
            STRATEGY,
            # linked, by a link of its own or of the heading, or nested
            STRATEGY + "goal G1: Win 40 customers\n  supports: S1\n",
            STRATEGY + "  goal G1: Win 40 customers\n",
            "støtter: S1\n" + STRATEGY + "mål 1: Få 40 kunder\n",
            STRATEGY + "mål 1: Få 40 kunder\n  støtter: S1\nprestasjonsmål P1: Ringe 20 kunder\n  støtter: 1\n",
            # a link that leads nowhere has its own finding
            STRATEGY + "mål 1: Få 40 kunder\n  støtter: S7\n",
            # what is closed, and what is no operational goal
            STRATEGY + "goal 1: Win 40 customers\n  status: done\n",
            STRATEGY + "visjon: Best i byen\n",
            # a strategic goal of another folder
            {"a/strategy.goals": STRATEGY, "b/team.goals": "goal G1: Win 40 customers\n"},
            # one that is over
            STRATEGY + "  status: done\nmål 1: Sälja 40 presentkort\n",
        ],
        invalid=[
            Invalid(STRATEGY + "⟦goal G1⟧: Win 40 customers\n", "unlinked", {"first": "S1", "goals": ["S1"]}),
            Invalid("strategisk mål S1: Øke omsetningen til 62 MNOK\n\n⟦mål 3⟧: Lage en plan\n", "unlinked"),
            Invalid("strategiskt mål S1: Öka till 62 Mkr\n\n⟦mål⟧: Sälja 40 presentkort\n", "unlinked"),
            Invalid("strategisk mål: Auke til 62 MNOK\n\n⟦mål 1⟧: Selje 30 timar\n", "unnamed"),
            Invalid(
                {
                    "selskab.goals": "hold: Selskabet\nstrategisk mål S1: Nå 62 mio. kr.\n",
                    "nord/nord.goals": "hold: Nord\n⟦mål 1⟧: Få 40 kunder\n",
                },
                "unlinked",
                {"first": "Selskabet/S1"},
            ),
            Invalid(
                {"strategy.goals": "team: Web\n" + STRATEGY, "team.goals": "team: web\n⟦goal 1⟧: Win 4 customers\n"},
                "unlinked",
                {"first": "S1"},
            ),
            Invalid(
                {"strategy.goals": STRATEGY, "team.goals": "⟦goal 1⟧: Win 4 customers\n"},
                "unlinked",
                {"first": "strategy/S1"},
            ),
            # two strategies that are named alike are named once
            Invalid(
                {
                    "one.goals": "team: Web\n" + STRATEGY,
                    "two.goals": "team: Web\n" + STRATEGY,
                    "team.goals": "team: Bar\n⟦goal 1⟧: Win 4 customers\n",
                },
                "unlinked",
                {"goals": ["Web/S1"]},
            ),
        ],
    )


def test_page() -> None:
    check_page(NotLinked)


def test_a_link_that_cannot_be_read_is_not_missing_as_well() -> None:
    text = "strategic goal S1: Grow to 5 MNOK by 31 December 2028\n\ngoal 2: Sign 12 customers\n  supprts: S1\n"
    assert not lint(text, NotLinked).findings
