from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.balanced.result_without_performance import ResultWithoutPerformance


def test_cases() -> None:
    check_rule(
        ResultWithoutPerformance,
        valid=[
            "resultatmål R1: Øke salget til 14 mill. kr\n  prestasjonsmål P1: Gjøre 20 kundebesøk i uken\n",
            "resultatmål R1: Nå 14 Mkr\n\nprestationsmål P1: Boka 20 möten i veckan\n  stödjer: R1\n",
            # by another goal on the way
            "result goal R1: Reach €14m\n  goal G1: Win 40 customers\n    performance goal: Make 20 visits a week\n",
            "result goal R1: Get €14m\n  goal G1: Win 4 customers\n\nperformance goal: Call 5 a day\n  supports: G1\n",
            {
                "a.goals": "hold: A\nresultatmål R1: Nå 14 mio. kr.\n",
                "b.goals": "hold: B\npræstationsmål: Ringe til 30 om ugen\n  støtter: A/R1\n",
            },
            # goals in a circle
            "resultatmål A: Nå 14 Mkr\n  stödjer: B\n\nmål B: Nå 5 Mkr\n  stödjer: A\n  prestationsmål: Ringa 5\n",
            # one that leads nowhere is the link that is missing: another rule says so
            "resultatmål R1: Nå 14 Mkr\n\nprestationsmål P1: Boka 20 möten i veckan\n",
            # a plain goal is left alone, and so is what is closed
            "mål: Auke salet til 14 mill. kr\n",
            "resultatmål: Auke salet til 14 mill. kr\n  status: cancelled\n",
            "prestasjonsmål: Ringje 20 kundar i veka\n",
        ],
        invalid=[
            Invalid("⟦resultatmål R1⟧: Øke salget til 14 mill. kr\n", "alone", {"id": "R1"}),
            Invalid("⟦resultatmål⟧: Auke salet til 14 mill. kr\n  eigar: Kari Nordmann\n", "alone", {"id": "⟨ID⟩"}),
            Invalid("⟦result goal R1⟧: Reach €14m\n  goal: Win 40 customers\n", "alone"),
            Invalid("⟦resultatmål R1⟧: Nå 14 Mkr\n\nresultatmål R2: Nå 9 %\n\nprestationsmål P1: Boka 20 möten\n", "alone"),
            Invalid("⟦resultatmål R1⟧: Nå 14 Mkr\n\nprestationsmål P1: Boka 20 möten\n  status: klart\n", "alone"),
            Invalid("⟦resultatmål R1⟧: Nå 14 mio. kr.\n\nmål P1: Ringe til 30 om ugen\n  støtter: R1\n", "alone"),
            # of results that make up another one, those at the bottom
            Invalid(
                "resultatmål R1: Omsetja for 9 MNOK\n  ⟦resultatmål R1.1⟧: Omsetja for 4 MNOK\n"
                "  ⟦resultatmål R1.2⟧: Omsetja for 5 MNOK\n",
                "alone",
            ),
            # one that the performance goal supports is no cause for its neighbour
            Invalid("resultatmål R1: Nå 14 MNOK\n  prestasjonsmål: Ringe 20 i uken\n\n⟦resultatmål R2⟧: Nå 25 %\n", "alone"),
        ],
    )


def test_support_from_files_that_were_not_given_is_said_once() -> None:
    text = "language: nb\n\nresultatmål R1: Nå 14 MNOK\n\nresultatmål R2: Nå 25 %\n\nresultatmål: Nå 40 kunder\n"
    result = lint(text, ResultWithoutPerformance, partial=True)
    assert [text[slice(*one.place.span)] for one in result.findings] == ["resultatmål"]
    assert [notice.params for notice in result.notices] == [{"count": 2}]
    assert "2" in result.notices[0].message("nb")


def test_nothing_is_said_where_nothing_is_left_open() -> None:
    assert not lint("language: nb\nresultatmål: Nå 14 MNOK\n", ResultWithoutPerformance, partial=True).notices


def test_page() -> None:
    check_page(ResultWithoutPerformance)
