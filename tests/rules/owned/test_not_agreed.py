from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.limits.empty_objective import EmptyObjective
from smartlint_rules.owned.not_agreed import NotAgreed


def test_cases() -> None:
    check_rule(
        NotAgreed,
        valid=[
            "goal 1: Sell 40 tickets\n  agreed: the shop, 12 January\n",
            "mål 1: Selge 40 billetter\n  avtalt med: Tone Moe\n",
            "mål 1: Selje 40 billettar\n  avtalt: 12. januar\n",
            "mål 1: Sälja 40 biljetter\n  överenskommet med: Maja Ek\n",
            "mål 1: Sælge 40 billetter\n  aftalt: 12. januar\n",
            # it holds for what stands below, and the other way round
            "goal 1: Sell 40 tickets\n  agreed: the shop\n  sub-goal 1.1: Call 20 schools\n",
            "O1: Guests come back\n  KR 1: 30 %\n    agreed: the desk\n  KR 2: 4.6 of 5\n    agreed: the kitchen\n",
            "goal 1: Sell 40 tickets\n  status: draft\n",
            "goal 1: Sell 40 tickets\n  status: done\n",
            "vision: The best shop in town\n",
        ],
        invalid=[
            Invalid("⟦goal 1⟧: Sell 40 tickets\n  owner: Amy Holt\n", "missing", level="warning"),
            Invalid("⟦mål 1⟧: Selge 40 billetter\n  eier: Tone Moe\n", "missing"),
            Invalid("⟦mål⟧: Selje 40 billettar\n", "missing"),
            Invalid("⟦mål 1⟧: Sälja 40 biljetter\n  status: pågår\n", "missing"),
            Invalid("⟦mål 1⟧: Sælge 40 billetter\n  delmål: Ringe til 20 skoler\n", "missing"),
            Invalid("⟦O1⟧: Guests come back\n  KR 1: 30 %\n    agreed: the desk\n  KR 2: 4.6 of 5\n", "missing"),
        ],
    )


def test_a_field_that_is_empty_or_a_goal_with_nothing_in_it_is_found_as_that() -> None:
    assert not lint("goal 1: Sell 40 tickets\n  agreed:\n", NotAgreed).findings
    assert [one.rule.code for one in lint("goal 1:\n", NotAgreed, EmptyObjective).findings] == ["LIM004"]


def test_page() -> None:
    check_page(NotAgreed)
