from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.parent_echo import ParentEcho


def test_cases() -> None:
    check_rule(
        ParentEcho,
        valid=[
            # a share, a part, another means
            "goal 1: Win 40 customers by 30 June 2026\n  goal 1.1: Win 20 customers by 30 June 2026\n",
            "mål 1: Skaffe 40 nye kunder\n  mål 1.1: Skaffe 40 nye kunder på Sørlandet\n",
            "mål 1: Skaffe 40 nye kundar\n  mål 1.1: Ringje 40 kundar\n",
            "mål 1: Öka antalet bokningar från 40 till 60\n  mål 1.1: Öka antalet bokningar från 10 till 60\n",
            "mål 1: Sælge 40 billetter\n  mål 1.1: Sælge 40 billetter\n    kanal: nettbutikken\n",
            "goal 1: Sell cards\n  metric: cards sold\n  goal 1.1: Sell cards\n    metric: cards returned\n",
            # each team has to come to the same percentage
            {
                "a.goals": "team: Kommunen\nmål 1: Senke sykefraværet til 5 %\n",
                "b.goals": "team: Skolen\nmål 1: Senke sykefraværet til 5 %\n  støtter: Kommunen/1\n",
            },
            # a word or two are too few to tell
            "goal 1: Grow\n  goal 1.1: Grow\n",
            "goal 1: Win 40 customers\n  goal 1.1: Keep 40 customers\n",
            "goal 1: Open 40 new shops in the north of Norway\n  goal 1.1: Open 40 shops\n",
            "visjon V: Selge 40 nye sykler\n\nmål 1: Selge 40 nye sykler\n  støtter: V\n",
            "goal 1: Sell 40 new bikes\n\ngoal 2: Sell 40 new bikes\n",
            "goal 1: Sell 40 new bikes\n  supports: 1\n",
            "goal 1: Plant 40 trees in 2 parks\n  goal 1.1: Plant trees in 3 parks\n",
        ],
        invalid=[
            Invalid("goal 1: Win 40 customers in Leeds\n  goal 1.1: ⟦Win 40 customers in Leeds⟧\n", "echo", {"above": "1"}),
            Invalid("goal: Sell 40 new bikes by 30 June 2026\n  goal: ⟦Sell 40 new bikes by 31 May 2026⟧\n", "echo"),
            Invalid("mål 1: Øke antall bestillinger fra 40 til 60\n  mål: ⟦Antall bestillinger økes fra 40 til 60⟧\n", "echo"),
            Invalid("mål 1: Selje 40 nye syklar i butikken\n\nmål 2: ⟦Selje 40 syklar i butikken⟧\n  støttar: 1\n", "echo"),
            Invalid("mål 1: Sälja 40 begagnade cyklar\n  mål 1.1: ⟦Sälja 40 begagnade cyklar i maj⟧\n", "echo"),
            Invalid("O1: Nå en tilfredshed blandt gæsterne på 60 %\n  KR1: ⟦Tilfredshed blandt gæsterne på 60 %⟧\n", "echo"),
            Invalid(
                {
                    "a.goals": "team: Company\ngoal S1: Sell 400 bikes to hotels\n",
                    "b.goals": "team: Web\ngoal 1: ⟦Sell 400 bikes to hotels⟧\n  supports: Company/S1\n",
                },
                "echo",
                {"above": "Company/S1"},
            ),
            # no number at all
            Invalid("mål 1: Trygge barn på skolevegen\n  mål 1.1: ⟦Trygge barn på skolevegen⟧\n", "echo"),
        ],
    )


def test_the_goal_above_is_shown() -> None:
    text = "goal 1: Sell 40 new bikes\n  goal 1.1: Sell 40 new bikes\n"
    (found,) = lint(text, ParentEcho).findings
    assert [text[slice(*place.span)] for place in found.related] == ["Sell 40 new bikes"]


def test_page() -> None:
    check_page(ParentEcho)
