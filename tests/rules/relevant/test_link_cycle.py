from datetime import date
from time import perf_counter

from smartlint.rule import GoalFact, LinkFact, Project, Report, Span
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.link_cycle import LinkCycle


def goal(name: str, *supports: str) -> str:
    return f"goal {name}: Win 10 customers\n" + (f"  supports: {', '.join(supports)}\n" if supports else "")


def test_cases() -> None:
    check_rule(
        LinkCycle,
        valid=[
            goal("A", "B") + goal("B", "C") + goal("C"),
            # a diamond, and a tree: no circle
            goal("A", "B", "C") + goal("B", "D") + goal("C", "D") + goal("D"),
            "mål A: Få 4 kunder\n  mål A.1: Få 2 kunder\n    støtter: A\n",
            # a dangling or ambiguous link has its own rule
            "mål A: Sälja 4 kort\n  stödjer: B\n",
            # the heading's link is not a goal's own
            "støttar: S1\nstrategisk mål S1: Auke til 62 MNOK\nmål 1: Selje 30 timar\n",
            # what is closed leads nowhere
            "mål A: Få 4 kunder\n  støtter: B\n\nmål B: Få 5 kunder\n  støtter: A\n  status: afsluttet\n",
        ],
        invalid=[
            Invalid(goal("A", "⟦B⟧") + goal("B", "A"), "circle", {"path": "A → B → A"}),
            Invalid(goal("A", "⟦A⟧"), "circle", {"path": "A → A"}),
            Invalid(goal("X", "A") + goal("A", "⟦B⟧") + goal("B", "C") + goal("C", "A"), "circle"),
            Invalid("mål 1: Få 4 kundar\n  støttar: ⟦1.1⟧\n\n  mål 1.1: Få 2 kundar\n", "circle", {"path": "1 → 1.1 → 1"}),
            Invalid("mål G1: Få 4 kunder\n  støtter: ⟦G2⟧\n\nmål G2: Få 5 kunder\n  støtter: G1\n", "circle"),
            Invalid("mål M1: Sälja 4 kort\n  stödjer: ⟦M2⟧\n\nmål M2: Sälja 5 kort\n  stödjer: M1\n", "circle"),
            # two circles are two findings
            Invalid(goal("A", "⟦B⟧") + goal("B", "A") + goal("C", "⟦D⟧") + goal("D", "C"), "circle"),
            Invalid(goal("A", "⟦B⟧", "⟦C⟧") + goal("B", "A") + goal("C", "A"), "circle"),
            # two circles with one link in common are one finding
            Invalid(goal("A", "⟦B⟧") + goal("B", "A", "C") + goal("C", "A"), "circle"),
            # the first link, though the walk comes in from the side
            Invalid(goal("X", "1.1") + goal("1", "⟦1.1⟧") + "  " + goal("1.1"), "circle", {"path": "1 → 1.1 → 1"}),
            # a goal without an ID
            Invalid(
                "goal: Win 4 customers\n  supports: ⟦A⟧\n\n  goal A: Win 2 customers\n",
                "circle",
                {"path": "Win 4 customers → A → Win 4 customers"},
            ),
            # over files
            Invalid(
                {
                    "a.goals": "hold: A\nstøtter: ⟦B/S1⟧\nmål S1: Få 4 kunder\n",
                    "b.goals": "hold: B\nmål S1: Få 5 kunder\n  støtter: A/S1\n",
                },
                "circle",
            ),
            Invalid(
                {
                    "a.goals": "team: A\nmål S1: Få 4 kunder\n  støtter: ⟦B/S1⟧\n",
                    "b.goals": "team: B\nmål S1: Få 5 kunder\n  støtter: A/S1\n",
                },
                "circle",
                {"path": "S1 → B/S1 → S1"},
            ),
            Invalid(
                goal("A1", "⟦A2⟧") + "".join(goal(f"A{n}", f"A{n % 8 + 1}") for n in range(2, 9)),
                "circle",
                {"path": "A1 → A2 → A3 → A4 → A5 → A6 → … → A1"},
            ),
        ],
    )


def test_a_link_of_the_heading_belongs_to_no_goal() -> None:
    texts = {
        "a.goals": "team: A\nsupports: B/S1\ngoal S1: Win 4 customers\n",
        "b.goals": "team: B\ngoal S1: Win 5 customers\n  supports: A/S1\n",
    }
    assert [found.goal for found in lint(texts, LinkCycle).findings] == [()]
    assert [found.goal for found in lint(goal("A", "A"), LinkCycle).findings] == [("A",)]


def fact(index: int, *supports: int) -> GoalFact:
    place = Span(index, index + 1)
    links = tuple(LinkFact(f"G{other}", place) for other in supports)
    return GoalFact(
        "a.goals", index, None, (f"G{index}",), f"G{index}", place, place, place, "goal", "operational", False, False,
        True, "", ("", ""), "", "Win", links, False,
    )  # fmt: skip


def test_a_long_chain_is_neither_slow_nor_too_deep() -> None:
    size = 100_000
    chain = [fact(index, (index + 1) % size) for index in range(size)]
    started = perf_counter()
    (found,) = LinkCycle().check(Project([chain]), {}, date(2026, 2, 1))
    assert isinstance(found, Report)
    assert found.params["path"].startswith("G0 → G1 → G2")
    assert perf_counter() - started < 20


def test_many_ways_to_one_goal_are_walked_once() -> None:
    ladder = [fact(index, index + 1, index + 2) for index in range(200)]
    assert not list(LinkCycle().check(Project([ladder]), {}, date(2026, 2, 1)))


def test_page() -> None:
    check_page(LinkCycle)
