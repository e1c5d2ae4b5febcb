from smartlint.facts import collect
from smartlint.parser import parse
from smartlint.project import Project
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.limits.empty_objective import EmptyObjective
from smartlint_rules.limits.too_few_key_results import TooFewKeyResults
from smartlint_rules.measurable.not_measurable import NotMeasurable


def test_cases() -> None:
    check_rule(
        TooFewKeyResults,
        valid=[
            "O1: Guests come back\n  KR 1: 30 % return\n  KR 2: 4.6 of 5\n",
            "objective O1: Gästerna kommer tillbaka\n- 30 % bokar igen\n- 4,6 av 5 i betyg\n",
            "OKR-mål 1: Gjestane kjem att\n  nøkkelresultat 1: 30 % bestiller på nytt\n  nøkkelresultat 2: 4,6 av 5\n",
            "OKR-mål: Gjestene kommer igjen\n  delmål 1: 30 % bestiller på nytt\n  delmål 2: 4,6 av 5\n",
            "OKR-mål 1: Gæsterne kommer igen\n  nøgleresultat 1: 30 % bestiller\n    status: nået\n  nøgleresultat 2: 4 af 5\n",
            # what supports it from elsewhere in the file
            "team: Hotel\nO1: Guests come back\n  KR 1: 30 % return\n\ngoal G2: Sell 40 cards\n  supports: Hotel/O1\n",
            # what supports it from another file
            {
                "company/2026.goals": "team: Hotel\nO1: Guests come back\n  KR 1: 30 % return\n",
                "desk/2026.goals": "team: Desk\ngoal G2: Sell 40 cards\n  supports: Hotel/O1\n",
            },
            # no objective
            "goal 1: Win 20 customers\n",
            "mål 1: Få 20 kunder\n  delmål 1.1: Få 5 kunder\n",
            # none is missed where the objective is done or dropped
            "O1: Guests come back\n  status: done\n",
        ],
        invalid=[
            Invalid("⟦O1⟧: Guests come back\n  KR 1: 30 % return\n", "few", {"count": 1, "limit": 2}, "warning"),
            Invalid("⟦objective O1⟧: 99.9 % uptime\n", "none", {"limit": 2}),
            Invalid("⟦objective O1⟧: Gästerna kommer tillbaka\n- 30 % bokar igen\n", "few"),
            Invalid("⟦OKR-mål⟧: Gjestene kommer igjen\n  nøkkelresultat 1: 30 % bestiller på nytt\n", "few"),
            Invalid("⟦OKR-mål 4⟧: Gjestane kjem att\n  eigar: Olav Tveit\n", "none"),
            Invalid("⟦OKR-mål⟧: Gæsterne kommer igen\n  nøgleresultat 1: 30 % bestiller igen\n", "few"),
            Invalid("⟦O1⟧: Guests come back\n  KR 1: 30 % return\n  KR 2: 4.6 of 5\n    status: dropped\n", "few"),
            # a plain goal with a key result is an objective
            Invalid("⟦mål 1⟧: Gæsterne kommer igen\n  nøgleresultat 1: 30 % bestiller igen\n", "few"),
            # what supports another objective, or the same ID in vain
            Invalid("⟦O1⟧: Guests come back\n  KR 1: 30 % return\n\ngoal G2: Sell 40 cards\n  supports: O11\n", "few"),
            Invalid(
                {
                    "a.goals": "team: Hotel\n⟦O1⟧: Guests come back\n  KR 1: 30 % return\n",
                    "b.goals": "team: Desk\ngoal G2: Sell 40 cards\n  supports: Hotel/O2\n",
                    "c.goals": "team: Shop\ngoal G2: Sell 40 cards\n  supports: Hotel/O1\n  status: cancelled\n",
                },
                "few",
            ),
        ],
    )


def test_a_line_that_cannot_be_read_may_be_the_missing_one() -> None:
    for line in ("  key reslt: 4.6 of 5", "KR 2 4.6 of 5"):
        assert not lint(f"O1: Guests come back\n  KR 1: 30 % return\n{line}\n", TooFewKeyResults).findings, line
    wrong_day = "O1: Guests come back\n  KR 1: 30 % return\n  deadline: 31 June 2026\n"
    assert len(lint(wrong_day, TooFewKeyResults).findings) == 1


def test_one_cause_is_one_finding() -> None:
    for text, code in (("O3:\n", "LIM004"), ("O3: Happy guests\n", "MEA001")):
        found = lint(text, TooFewKeyResults, EmptyObjective, NotMeasurable, profile="okr").findings
        assert [one.rule.code for one in found] == [code], text


def test_the_limit_is_an_option() -> None:
    document = parse("O1: Guests come back\n  KR 1: 30 % return\n  KR 2: 4.6 of 5\n", "test.goals", today=TODAY)
    for limit, count in ((3, 1), (2, 0)):
        said = TooFewKeyResults().check(Project([collect(document)]), {"min": limit}, TODAY)
        assert len(list(said)) == count, limit


def test_page() -> None:
    check_page(TooFewKeyResults)
