"""The whole review: its parts speak of the same goals, whatever the files hold."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.record import replace
from smartlint.review.making import review
from smartlint.review.model import Review
from smartlint.review.outputs import ENDINGS, output
from smartlint.rule import Notice, Project, ProjectRule
from smartlint.source import Source, Span
from smartlint.waiver import Waiver
from tests.review import organisation
from tests.review.organisation import TEXTS, basis, reviewed

LINES = st.sampled_from(
    [
        "team: Sales", "team: Support", "owner: Amy Holt", "period: 2026", "goal G1: Win 40 shops by 30 June 2026",
        "goal: Better bread", "  owner: Leo Grant, Amy Holt", "  supports: G1, Sales/S1", "strategic goal S1: Grow to 9 towns",
        "  goal G1: Call 9", "vision: Bread for all", "  status: done", "# smartlint: ignore[OWN001] -- later", "  how:", "",
        "    - bake", "mål 1: Øke salget fra 4 til 6", "  deadline: 2025-01-01", "\tgoal: x", "O1: Be loved", "  - KR1: NPS 40",
    ]
)  # fmt: skip
FILES = st.dictionaries(
    st.sampled_from(["a.goals", "b.goals", "sales/a.goals", "plan.md"]),
    st.lists(LINES, max_size=12).map("\n".join),
    min_size=1,
    max_size=3,
)


def must_hold_together(made: Review) -> None:
    """Every number names something, and what is counted twice is counted alike."""
    goals, teams = range(len(made.goals)), range(len(made.teams))
    assert [goal.number for goal in made.goals] == list(goals)
    assert {goal.team for goal in made.goals} == set(teams)
    assert sum(team.goals for team in made.teams) == made.summary.goals == len(made.goals)
    assert made.summary.counts.total == len(made.findings) == sum(rule.counts.total for rule in made.rules)
    named = [number for goal in made.goals for number in (*goal.supports, *([] if goal.parent is None else [goal.parent]))]
    for groups in (made.owners, made.limits, made.deadlines, made.overlaps):
        named += [number for one in groups for number in one.goals]
    named += [number for link in made.links for number in (link.above, link.below)]
    named += [*made.undated, *made.unaligned, *(shown.goal for shown in (*made.mended_first, *made.exemplary))]
    named += [one.goal for one in (*made.findings, *made.excused) if one.goal is not None]
    assert set(named) <= set(goals)
    assert {one.team for one in made.findings} - {None} <= set(teams)
    for one in made.findings:
        assert one.goal is None or one.team == made.goals[one.goal].team
    for goal in made.goals:
        found = [one.level for one in made.findings if one.goal == goal.number]
        assert (goal.counts.errors, goal.counts.warnings) == (found.count("error"), found.count("warning"))
        assert len(goal.profile) == len(made.qualities)
    assert len(set(made.links)) == len(made.links)


@settings(max_examples=25, deadline=None)
@given(FILES)
def test_whatever_the_files_hold_it_holds_together(texts: dict[str, str]) -> None:
    made = reviewed(texts)
    must_hold_together(made)
    for ending in ENDINGS:
        assert b"".join(output(ending).write(made, ""))


def test_the_same_files_give_the_same_review() -> None:
    assert reviewed() == reviewed(dict(reversed(TEXTS.items())))


def test_what_cannot_be_judged_is_told_once() -> None:
    class Unsure(ProjectRule):
        code = "BAD001"
        name = "unsure"
        title = "Is not sure"
        level = "info"
        messages = {"unsure": "nobody knows"}

        def check(self, project: Project, options: object, today: date):  # type: ignore[no-untyped-def]
            yield Notice("unsure", {})
            yield Notice("unsure", {})

    assert reviewed(judged_by=organisation.settings(extra=[Unsure])).notices == ("nobody knows",)


@pytest.mark.parametrize("complete", [True, False])
def test_what_is_missing_is_told(complete: bool) -> None:
    made = basis()
    made = type(made)(
        made.result, made.settings_of, made.text_of, made.today, "en", is_part=True, is_complete=complete, title="Spring"
    )
    found = review(made)
    assert (found.is_part, found.is_complete, found.title) == (True, complete, "Spring")


def test_waivers_that_lapse_soon_come_first_and_those_of_no_use_next() -> None:
    stated = Source("", "smartlint-waivers.toml")
    waiver = Waiver("OWN001", "vacant", "Ida Holm", stated, Span(0, 0))
    waivers = [
        replace(waiver, goal="R1", expires=date(2026, 12, 31)),
        replace(waiver, goal="G2", expires=date(2026, 1, 15)),
        replace(waiver, goal="G2", expires=date(2026, 2, 20)),
        replace(waiver, goal="G2"),
    ]
    made = reviewed(judged_by=organisation.settings(waivers=waivers))
    assert [(one.where, one.state, one.days_left, one.lapses_soon) for one in made.waivers] == [
        ("G2", "active", 19, True),
        ("G2", "expired", -17, False),
        ("R1", "unused", 333, False),
        ("G2", "active", None, False),
    ]
    assert made.summary.soon == 1
