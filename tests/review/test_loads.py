"""How many goals teams and owners have."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import pytest

from smartlint.record import replace
from smartlint.review import loads
from smartlint.review.basis import Basis
from smartlint.rule import Notice, Project, ProjectRule, Report, Tally, date
from tests.review.organisation import basis, reviewed, settings


def many(count: int, team: str = "Sales", owner: str = "Amy Holt") -> str:
    goals = "".join(f"goal G{n}: Win {n + 3} shops by 30 June 2026\n  owner: {owner}\n" for n in range(count))
    return f"team: {team}\nperiod: 2026-H1\n{goals}"


@pytest.mark.parametrize(("count", "state"), [(5, "within"), (6, "warning"), (10, "error")])
def test_a_team_is_held_against_its_limit(count: int, state: str) -> None:
    (limit,) = reviewed({"a.goals": many(count)}).limits
    assert (len(limit.goals), limit.warn, limit.most, limit.state) == (count, 5, 9, state)
    assert (limit.level, limit.period) == ("operational", ("2026-01-01", "2026-06-30"))


def test_those_above_their_limit_come_first() -> None:
    review = reviewed({"a.goals": many(2, "A"), "b.goals": many(10, "B"), "c.goals": many(6, "C"), "d.goals": many(3, "D")})
    assert [review.teams[limit.team].name for limit in review.limits] == ["B", "C", "D", "A"]


def test_where_the_rule_is_off_there_is_no_limit_and_the_goals_are_counted_all_the_same() -> None:
    judged_by = settings()
    off = replace(judged_by, rules=tuple(rule for rule in judged_by.rules if rule.name != "too-many-goals"))
    (limit,) = reviewed({"a.goals": many(10)}, off).limits
    assert (len(limit.goals), limit.warn, limit.most, limit.state) == (10, None, None, "within")


def test_each_team_is_held_against_the_limit_of_its_own_folder() -> None:
    rules = settings().known
    few = next(rule for rule in rules if rule.name == "too-many-goals")
    strict = replace(settings(), configured={few: {"operational": {"warn": 2, "max": 3}}})
    made = basis({"a/a.goals": many(4, "A"), "b/b.goals": many(4, "B")})
    made = Basis(made.result, lambda path: strict if path.startswith("a/") else settings(), made.text_of, made.today, "en")
    limits = {made.team_names[limit.team][0]: limit for limit in loads.limits(made, loads.counted(made))}
    assert (limits["A"].most, limits["A"].state) == (3, "error")
    assert (limits["B"].most, limits["B"].state) == (9, "within")


def test_an_owner_is_one_however_the_name_is_written_and_is_told_with_the_busiest_day() -> None:
    review = reviewed(
        {
            "a.goals": many(3),
            "b.goals": many(2, "Support", "AMY HOLT"),
            "c.goals": "team: C\ngoal: Win 4 shops by 1 May 2026\n  owner: Leo Grant\n",
        }
    )
    amy, leo = review.owners
    assert (amy.name, len(amy.goals), amy.busiest, len(amy.teams)) == ("Amy Holt", 5, 5, 2)
    assert (amy.day, amy.most, amy.next_deadline) == ("2026-02-01", None, "2026-06-30")
    assert (leo.name, leo.busiest, leo.day) == ("Leo Grant", 1, "2026-02-01")


def test_the_limit_of_an_owner_is_told_where_there_is_one() -> None:
    (amy,) = reviewed({"a.goals": many(3)}, settings("sales")).owners
    assert amy.most == 7


def test_what_is_done_or_a_vision_is_no_load() -> None:
    done = "goal: Win 4 shops by 1 May 2026\n  owner: Amy Holt\n  status: done\n"
    text = f"team: A\n{done}vision: A shop in every town\n  owner: Leo\n"
    assert reviewed({"a.goals": text}).owners == ()


class Failing(ProjectRule):
    code = "BAD001"
    name = "failing"
    title = "Fails"
    level = "warning"
    messages: ClassVar[Mapping[str, str]] = {}

    def tallies(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Tally]:
        raise SystemExit(3)

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        yield from ()


class Rambling(Failing):
    code = "BAD002"
    name = "rambling"

    def tallies(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Tally]:
        yield "many"  # type: ignore[misc]
        yield Tally("team", (replace(project.goals[0], file="nowhere.goals"),))


@pytest.mark.parametrize("rule", [Failing, Rambling])
def test_a_rule_that_fails_or_says_anything_else_counts_nothing_and_stops_nothing(rule: type[ProjectRule]) -> None:
    judged_by = settings()
    judged_by = replace(judged_by, known=(*judged_by.known, rule))
    made = basis({"a.goals": many(3)}, judged_by)
    assert {one.code for one in loads.counted(made)} == {"LIM001", "OWN005"}
