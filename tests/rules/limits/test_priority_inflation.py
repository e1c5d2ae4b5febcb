from smartlint.parser import parse
from smartlint.rule import Context, Report
from smartlint.testing import TODAY, Invalid, check_page, check_rule
from smartlint_rules.limits.priority_inflation import PriorityInflation


def goals(*priorities: str, word: str = "goal", field: str = "priority") -> str:
    """A goal for each priority; "" is one without, and ⟦ marks the place of a finding."""
    lines = []
    for number, priority in enumerate(priorities, 1):
        lines.append(f"{word} {number}: 1{number} %")
        mark, value = ("⟦", priority[1:] + "⟧") if priority.startswith("⟦") else ("", priority)
        lines += [f"  {mark}{field}: {value}"] if priority else []
    return "\n".join(lines) + "\n"


def test_cases() -> None:
    check_rule(
        PriorityInflation,
        valid=[
            goals("high", "high", "low", "medium"),
            goals("P0", "P1", "P1", "P1", "P1"),
            goals("1", "1", "2", "3"),
            goals("høy", "høy", "lav", "middels", word="mål", field="prioritet"),
            goals("høg", "høg", "låg", "middels", word="mål", field="prioritet"),
            goals("hög", "hög", "låg", "medel", word="mål", field="prioritet"),
            goals("høj", "høj", "lav", "middel", word="mål", field="prioritet"),
            # only the important ones are marked
            goals("high", "high", "high", "", "", ""),
            # too few to judge
            goals("high", "high", "high"),
            # not counted: what is done, and what stands under another goal without a word on it
            goals("high", "high", "high", "low", "low").replace("priority: high\n", "priority: high\n  status: done\n", 1),
            goals("high", "high", "low", "low") + "  sub-goal: 5 %\n    priority: low\n",
            # two teams
            "team: North\n" + goals("high", "high", "low", "low") + "team: South\n" + goals("high", "low"),
            "goal 1: 5 %\n  vision: Best in town\n    priority: high\n" + goals("high", "high", "low"),
        ],
        invalid=[
            Invalid(goals("high", "high", "⟦high", "low"), "most", {"count": 3, "total": 4, "limit": 50}, "info"),
            Invalid(goals("must", "must", "⟦must", "must", "should"), "most", {"count": 4, "total": 5}),
            Invalid(goals("P0", "P0", "P1", "⟦P0", "P3"), "most", {"count": 3}),
            Invalid(goals("1", "1", "⟦1", "1"), "most"),
            Invalid(goals("høy", "høy", "⟦høy", "lav", word="mål", field="prioritet"), "most"),
            Invalid(goals("høg", "høg", "⟦høg", "", word="mål", field="prioritet"), "most"),
            Invalid(goals("hög", "hög", "⟦hög", "låg", word="mål", field="prioritet"), "most"),
            Invalid(goals("høj", "høj", "⟦høj", "høj", word="mål", field="prioritet"), "most"),
            # a sub-goal that states a priority counts
            Invalid(goals("high", "high", "low") + "  sub-goal 3.1: 5 %\n    ⟦priority: high⟧\n", "most", {"total": 4}),
        ],
    )


def test_the_share_and_the_least_number_of_goals_are_options() -> None:
    document = parse(goals("high", "high", "low"), "test.goals", today=TODAY)
    for percent, least, count in ((50, 3, 1), (70, 3, 0), (50, 4, 0)):
        context = Context(document, TODAY, {"max-percent": percent, "min-goals": least})
        said = PriorityInflation().check(document, context)
        assert len([one for one in said if isinstance(one, Report)]) == count, (percent, least)


def test_page() -> None:
    check_page(PriorityInflation)
