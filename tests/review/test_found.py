"""The findings of a review, and what keeps others quiet."""

from datetime import date

from smartlint.review import found
from smartlint.rule import Rule
from smartlint.source import Source, Span
from smartlint.waiver import Waiver
from tests.review.organisation import TEXTS, basis, named, reviewed, settings

HIDDEN = TEXTS["kitchen.goals"].replace(
    "goal G2:", "# smartlint: ignore[OWN001] until=2026-06-30 -- a new head comes in May\ngoal G2:"
)


def test_each_finding_has_its_goal_its_team_its_quality_and_what_to_do() -> None:
    review = reviewed()
    unowned = next(one for one in review.findings if one.rule == "missing-owner")
    assert unowned.goal == named(review, "G2").number
    assert review.teams[unowned.team or 0].name == "Kitchen"
    assert (unowned.quality, unowned.level, unowned.line) == ("owned", "error", 9)
    assert unowned.message
    assert unowned.help
    assert [one.number for one in review.findings] == list(range(len(review.findings)))


def test_all_is_told_in_the_language_of_the_reader() -> None:
    english, danish = reviewed(language="en"), reviewed(language="da")
    assert [one.code for one in english.findings] == [one.code for one in danish.findings]
    assert all(one.message != other.message for one, other in zip(english.findings, danish.findings, strict=True))


def test_a_comment_is_told_with_its_reason_and_its_last_day() -> None:
    review = reviewed({**TEXTS, "kitchen.goals": HIDDEN})
    assert "missing-owner" not in {one.rule for one in review.findings if one.file == "kitchen.goals"}
    (hidden,) = review.excused
    assert hidden.excuse is not None
    assert (hidden.rule, hidden.excuse.by, hidden.excuse.until) == ("missing-owner", "comment", "2026-06-30")
    assert (hidden.excuse.reason, hidden.excuse.line) == ("a new head comes in May", 9)


def test_a_waiver_is_told_with_those_who_stand_for_it() -> None:
    stated = Source("", "smartlint-waivers.toml")
    waiver = Waiver("OWN001", "vacant", "Ida Holm", stated, Span(0, 0), approver="The Board", expires=date(2026, 2, 20))
    review = reviewed(judged_by=settings(waivers=[waiver]))
    (waived,) = review.excused
    assert waived.excuse is not None
    assert (waived.excuse.by, waived.excuse.owner, waived.excuse.approver) == ("waiver", "Ida Holm", "The Board")
    assert review.summary.waived == 1


def test_rules_are_counted_those_with_most_first() -> None:
    review = reviewed({**TEXTS, "kitchen.goals": HIDDEN})
    totals = [rule.counts.total for rule in review.rules]
    assert totals == sorted(totals, reverse=True)
    assert sum(totals) == len(review.findings)
    quiet = next(rule for rule in review.rules if rule.name == "missing-owner")
    assert (quiet.counts.total, quiet.excused) == (0, 1)
    most = review.rules[0]
    assert most.goals == len({one.goal for one in review.findings if one.code == most.code} - {None})


def test_what_is_found_in_no_goal_belongs_to_the_team_of_its_file() -> None:
    review = reviewed({"a.goals": "team: A\ngoal G1: Win 9 customers by 30 June 2026\n  owner: Amy Holt\n"})
    of_file = [one for one in review.findings if one.goal is None]
    assert of_file
    assert {one.team for one in of_file} == {0}


def test_other_places_are_told_with_their_goals() -> None:
    from smartlint.registry import load

    double = TEXTS["board.goals"] + "\n" + TEXTS["board.goals"].split("\n\n", 1)[1].replace("S1", "S2")
    extra: list[type[Rule]] = [rule for rule in load() if rule.name == "duplicate-goal"]
    made = basis({"board.goals": double}, settings(extra=extra))
    same = next(one for one in found.findings(made) if one.rule == "duplicate-goal")
    assert [place.goal for place in same.related] == [0]
    assert same.related[0].message
