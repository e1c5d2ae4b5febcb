from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.limits.empty_objective import EmptyObjective
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.planned.missing_plan import MissingPlan


def test_cases() -> None:
    check_rule(
        EmptyObjective,
        valid=[
            "goal: Win 50 customers\n",
            "mål:\n- Selje 30 timar\n- Starte 2 grupper\n",
            "mål M1: Sälja 40 presentkort\n\nmål M2: Sälja 20 kakor\n",
            "mål T1: Få 40 kunder\n  ejer: Pia Holm\n",
        ],
        invalid=[
            Invalid("⟦O3⟧:\n", "empty", {"word": "O3"}),
            Invalid("⟦goal G2⟧:\n", "empty", {"word": "goal G2"}),
            Invalid("mål 1: Få 40 kunder\n\n⟦mål 2⟧:\n", "empty"),
            Invalid("⟦mål M2⟧:\n\nmål M3: Sälja 20 kakor\n", "empty"),
            Invalid("⟦resultatmål R1⟧:\n", "empty"),
            Invalid("⟦målsætning⟧:\n", "empty"),
        ],
    )


def test_a_goal_with_something_below_it_is_not_empty() -> None:
    for below in ("owner: Priya Nair", "ownr: Priya Nair", "- Ask the team", "KR 1.1: 90 % renew"):
        assert not lint(f"objective O3:\n  {below}\n", EmptyObjective).findings, below


def test_an_empty_goal_is_one_finding() -> None:
    found = lint("goal G2:\n", EmptyObjective, NotMeasurable, MissingPlan).findings
    assert [one.rule.code for one in found] == ["LIM004"]


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = (
        ("goal: Win 50 customers\n", ["Win 50 customers"]),
        ("goal:\n  owner: Priya Nair\n", []),
    )
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = EmptyObjective().check(document.all_goals[0], Context(document, TODAY, {}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(EmptyObjective)
