from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.balanced.performance_without_result import PerformanceWithoutResult
from smartlint_rules.balanced.result_without_performance import ResultWithoutPerformance


def test_cases() -> None:
    check_rule(
        PerformanceWithoutResult,
        valid=[
            "result goal R1: Reach a margin of 30 %\n  performance goal: Make 9 calls a day\n",
            "resultatmål R1: Nå 30 % margin\n\nprestasjonsmål P1: Ringe 9 kunder om dagen\n  støtter: R1\n",
            "mål 1: Nå 30 % margin\n  prestasjonsmål P1: Ringje 9 kundar om dagen\n    aktivitetsmål: Skrive 9 brev\n",
            "strategiskt mål S1: Nå 30 % marginal\n  prestationsmål P1: Ringa 9 kunder om dagen\n",
            {
                "a.goals": "hold: A\nresultatmål R1: Nå 30 %\n",
                "b.goals": "hold: B\npræstationsmål: Ringe til 9 kunder om dagen\n  støtter: A/R1\n",
            },
            # a link that leads nowhere, a link of the heading, an unreadable one
            "performance goal P1: Make 9 calls a day\n  supports: X9\n",
            "supports: X/S1\nperformance goal P1: Make 9 calls a day\n",
            # goals of other kinds, and work that is over
            "goal 1: Make 9 calls a day\n",
            "resultatmål R1: Nå 30 % marginal\n",
            "prestasjonsmål P1: Ringe 9 kunder om dagen\n  status: ferdig\n",
        ],
        invalid=[
            Invalid("⟦performance goal⟧: Make 9 calls a day\n", "alone"),
            Invalid("⟦activity goal A1⟧: Make 9 calls a day\n\ngoal 1: Win 9 customers\n", "alone"),
            Invalid("⟦prestasjonsmål P1⟧: Ringe 9 kunder om dagen\n", "alone"),
            Invalid(
                "⟦prestasjonsmål P1⟧: Ringje 9 kundar om dagen\n\nresultatmål: Nå 30 %\n", "unnamed", {"result": "Nå 30 %"}
            ),
            Invalid("⟦prestationsmål P1⟧: Ringa 9 kunder om dagen\n\nresultatmål R1: Nå 30 %\n  status: klart\n", "alone"),
            # the result it may be there for: the nearest one in the file
            Invalid(
                "resultatmål R1: Nå 30 %\n\nresultatmål R2: Få 9 kunder\n\n⟦præstationsmål P1⟧: Ringe til 9 om dagen\n",
                "near",
                {"result": "R2"},
            ),
            Invalid("⟦prestasjonsmål P1⟧: Ringje 9 om dagen\n\nresultatmål R1: Nå 30 %\n", "near", {"result": "R1"}),
            # rather one that nothing leads to than the nearest
            Invalid(
                "result goal R1: Reach 30 %\n\nresult goal R2: Win 9 customers\n  performance goal: Make 9 calls a day\n\n"
                "⟦performance goal P2⟧: Send 5 quotes a day\n",
                "near",
                {"result": "R1"},
            ),
            # one of the same team in another file, and none of another team
            Invalid(
                {
                    "a.goals": "hold: A\nresultatmål R1: Nå 30 %\n",
                    "b.goals": "hold: A\n⟦præstationsmål⟧: Ringe til 9 om dagen\n",
                },
                "near",
                {"result": "R1"},
            ),
            Invalid(
                {
                    "a.goals": "team: A\nresultatmål R1: Nå 30 %\n",
                    "b.goals": "team: B\n⟦prestationsmål⟧: Ringa 9 kunder om dagen\n",
                },
                "alone",
            ),
            # of two that stand on one another, the one at the top
            Invalid("⟦prestationsmål P1⟧: Ringa 9 om dagen\n  prestationsmål P1.1: Skriva 9 brev om dagen\n", "alone"),
        ],
    )


def test_the_result_is_shown() -> None:
    text = "result goal R1: Reach a margin of 30 %\n\nperformance goal: Make 9 calls a day\n"
    (found,) = lint(text, PerformanceWithoutResult).findings
    assert [text[slice(*place.span)] for place in found.related] == ["result goal R1"]


def test_one_missing_link_is_one_finding() -> None:
    text = "result goal R1: Reach a margin of 30 %\n\nperformance goal: Make 9 calls a day\n"
    found = lint(text, PerformanceWithoutResult, ResultWithoutPerformance).findings
    assert [one.rule.code for one in found] == ["BAL002"]
    two = text + "\nresult goal R2: Win 40 customers\n"
    found = lint(two, PerformanceWithoutResult, ResultWithoutPerformance).findings
    assert sorted(one.rule.code for one in found) == ["BAL001", "BAL002"]


def test_page() -> None:
    check_page(PerformanceWithoutResult)
