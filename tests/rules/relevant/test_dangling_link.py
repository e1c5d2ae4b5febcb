from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.dangling_link import DanglingLink

COMPANY = "team: Company\nstrategic goal S1: Grow turnover to 62 million\nstrategic goal S2: Cut waste to 5 %\n"


def test_cases() -> None:
    check_rule(
        DanglingLink,
        valid=[
            "goal S1: Win 40 customers\n\ngoal G1: Hold 20 meetings\n  supports: S1\n",
            # case and Unicode form do not matter
            "mål Ås1: Få 40 kunder\n\nmål G1: Holde 20 møter\n  støtter: ås1\n",
            "mål Ås1: Få 40 kundar\n\nmål G1: Halde 20 møte\n  støttar: A\u030as1\n",
            # in a file of the same team, with the team, with the file
            {"a.goals": COMPANY, "b.goals": "team: Company\nmål 1: Sälja 40 kort\n  stödjer: S1\n"},
            {"a.goals": COMPANY, "b.goals": "team: Web\ngoal 1: Sell 40 cards\n  supports: company/S1\n"},
            {"x/a.goals": COMPANY, "b.goals": "hold: Web\nmål 1: Sælge 40 kort\n  støtter: x/a/S1\n"},
            # the file's own goal comes first
            {"a.goals": "goal S1: Win 4 customers\n", "b.goals": "goal S1: Win 5\n\ngoal G1: Win 6\n  supports: S1\n"},
            # a doubled ID has its own rule
            "mål S1: Få 4 kunder\n\nmål S1: Få 5 kunder\n\nmål 2: Få 6 kunder\n  støtter: S1\n",
            {
                "a.goals": "team: Salg\nmål S1: Få 4 kunder\n",
                "b.goals": "team: salg\nmål S1: Få 5 kunder\n",
                "c.goals": "mål 2: Få 6 kunder\n  støtter: Salg/S1\n",
            },
        ],
        invalid=[
            Invalid(
                "goal S1: Win 40 customers\n\ngoal G1: Win 4\n  supports: ⟦S7⟧\n",
                "near",
                {"near": ("S1",), "first": "S1"},
            ),
            Invalid("mål G1: Få 40 kundar\n  støttar: ⟦Selskapet/S7⟧\n", "missing", {"link": "Selskapet/S7"}),
            Invalid("mål G1: Sälja 40 kort\n  stödjer: ⟦Bolaget/S1⟧\n  status: avslutad\n", "missing"),
            Invalid("vision: Bäst i stan\n  stödjer: ⟦S1⟧\n", "missing"),
            # the goal is there, in another team
            Invalid(
                {"a.goals": COMPANY, "b.goals": "team: Web\ngoal 1: Sell 40 cards\n  supports: ⟦S1⟧\n"},
                "near",
                {"first": "Company/S1", "link": "S1"},
            ),
            Invalid(
                {"a.goals": COMPANY, "b.goals": "hold: Web\nmål 1: Sælge 40 kort\n  støtter: ⟦Compny/S2⟧\n"},
                "near",
                {"first": "Company/S2"},
            ),
            # one letter off, in another file of the team
            Invalid(
                {
                    "a.goals": "team: Web\ngoal Growth: Win 4 customers\n",
                    "b.goals": "team: Web\ngoal G1: Win 5 customers\n  supports: ⟦Grwth⟧\n",
                },
                "near",
                {"near": ("Growth",)},
            ),
            # neither the goal itself nor one without an ID is offered
            Invalid("goal S1: Win 4 customers\n  supports: ⟦Company/S1⟧\n", "missing"),
            Invalid("goal: Win 4 customers\n  supports: ⟦test/S9⟧\n\ngoal: Win 5 customers\n", "missing"),
            # a link of the heading is one finding
            Invalid("supports: ⟦S9⟧\ngoal A: Win 4 customers\n\ngoal B: Win 5 customers\n", "missing"),
            # two periods, one ID
            Invalid(
                {
                    "q1.goals": "team: Web\nperiod: 2026-Q1\ngoal G1: Win 4 customers\n",
                    "q2.goals": "team: Web\nperiod: 2026-Q2\ngoal G1: Win 5 customers\n",
                    "x.goals": "team: Web\ngoal G2: Win 6 customers\n  supports: ⟦G1⟧\n",
                },
                "ambiguous",
            ),
            # two files of one name
            Invalid(
                {
                    "nord/plan.goals": "mål S1: Få 4 kunder\n",
                    "sor/plan.goals": "mål S1: Få 5 kunder\n",
                    "x.goals": "mål 2: Få 6 kunder\n  støtter: ⟦plan/S1⟧\n",
                },
                "ambiguous",
            ),
            Invalid("goal G1: Win 4 customers\n  supports: ⟦X1⟧, ⟦X2⟧\n", "missing"),
        ],
    )


def test_a_link_of_the_heading_belongs_to_no_goal() -> None:
    texts = ("supports: S9\ngoal A: Win 4 customers\n", "goal A: Win 4 customers\n  supports: S9\n")
    assert [lint(text, DanglingLink).findings[0].goal for text in texts] == [(), ("A",)]


def test_both_places_are_shown_where_a_link_may_mean_two_goals() -> None:
    texts = {
        "q1.goals": "team: Web\nperiod: 2026-Q1\ngoal G1: Win 4 customers\n",
        "q2.goals": "team: Web\nperiod: 2026-Q2\ngoal G1: Win 5 customers\n",
        "x.goals": "team: Web\ngoal G2: Win 6 customers\n  supports: G1\n",
    }
    (found,) = lint(texts, DanglingLink).findings
    assert [(place.path, place.note) for place in found.related] == [("q1.goals", "match"), ("q2.goals", "match")]


def test_links_out_of_a_part_of_a_project_are_said_once() -> None:
    text = "team: Web\n" + "".join(f"goal G{n}: Win 4 customers\n  supports: Company/S{n}\n" for n in range(1, 8))
    result = lint(text, DanglingLink, partial=True)
    assert not result.findings
    (notice,) = result.notices
    assert notice.params["count"] == 7
    assert notice.params["links"] == [*(f"Company/S{n}" for n in range(1, 6)), "…"]
    assert "7 (Company/S1, " in notice.message("en")


def test_a_broken_link_inside_the_files_that_were_given_is_found_in_a_part_of_a_project() -> None:
    texts = {"a.goals": COMPANY, "b.goals": "team: Web\ngoal G1: Win 4 customers\n  supports: Company/S7\n"}
    result = lint(texts, DanglingLink, partial=True)
    assert [one.message_id for one in result.findings] == ["near"]
    assert not result.notices


def test_page() -> None:
    check_page(DanglingLink)
