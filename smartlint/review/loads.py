"""How many goals teams and owners have, beside how many they should have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from smartlint.facts import GoalFact, fold
from smartlint.finding import Finding
from smartlint.linter import folder_of
from smartlint.project import Project
from smartlint.reading import Person
from smartlint.record import dataclass
from smartlint.registry import load
from smartlint.review.basis import Basis
from smartlint.review.model import Limit, Owner
from smartlint.rule import ProjectRule, Tally
from smartlint.settings import Settings


@dataclass(frozen=True)
class Counted:
    """A tally, the code of the rule that counts, and whether it would say so: without that, there is no limit."""

    tally: Tally
    code: str
    is_on: bool


def counted(basis: Basis) -> tuple[Counted, ...]:
    """What the rules count, each tally by the settings of the nearest folder that holds its goals."""
    known = {rule for settings in basis.different_settings for rule in settings.known or load()}
    counting = [rule for rule in known if issubclass(rule, ProjectRule) and rule.tallies is not ProjectRule.tallies]
    found = (one for rule in sorted(counting, key=lambda rule: rule.code) for one in _by(basis, rule))
    return tuple(found)


def _by(basis: Basis, rule: type[ProjectRule]) -> Iterator[Counted]:
    """What a rule counts, with each of the options that it is set to anywhere."""
    waiting: list[dict[str, Any]] = []
    for settings in basis.different_settings:
        if settings.options(rule) not in waiting:
            waiting.append(settings.options(rule))
    for options in waiting:  # which grows
        for tally in _tallied(rule, basis.project, options, basis):
            settings = _settings_of(basis, tally.goals)
            theirs = settings.options(rule)
            if theirs == options:
                yield Counted(tally, rule.code, rule in settings.rules)
            elif theirs not in waiting:
                waiting.append(theirs)


def _tallied(rule: type[ProjectRule], project: Project, options: dict[str, Any], basis: Basis) -> list[Tally]:
    """The tallies of a rule, which may be a plugin's: one that fails, or says anything else, has none."""
    try:
        return [one for one in rule().tallies(project, options, basis.today) if _is_sound(one, basis)]
    except (Exception, SystemExit):
        return []


def _is_sound(tally: object, basis: Basis) -> bool:
    """Whether it counts goals that there are."""
    return isinstance(tally, Tally) and all((goal.file, goal.index) in basis.numbers for goal in tally.goals)


def _settings_of(basis: Basis, goals: tuple[GoalFact, ...]) -> Settings:
    files = {goal.file for goal in goals}
    return basis.settings[next(iter(files))] if len(files) == 1 else basis.settings_of(folder_of(files))


def limits(basis: Basis, tallies: tuple[Counted, ...]) -> tuple[Limit, ...]:
    """The goals of teams by level and period, those above their limit first, then those with most."""
    said: dict[tuple[str, int | None], list[Finding]] = defaultdict(list)
    for found in basis.result.findings:
        said[found.rule.code, basis.goal_of(found)].append(found)
    made = [_limit(basis, one, said) for one in tallies if one.tally.of == "team" and one.tally.goals]
    order = ("error", "warning", "within")
    return tuple(sorted(made, key=lambda one: (order.index(one.state), -len(one.goals), one.team, one.level, one.period)))


def _limit(basis: Basis, one: Counted, said: Mapping[tuple[str, int | None], Sequence[Finding]]) -> Limit:
    tally, first = one.tally, one.tally.goals[0]
    numbers = tuple(map(basis.number, tally.goals))
    most, warn = (tally.most, tally.warn) if one.is_on else (None, None)
    found = next((found for number in numbers for found in said.get((one.code, number), ())), None)
    if found is not None:  # it may be a policy that has set another limit
        limit = found.params.get("limit")
        limit = limit if isinstance(limit, int) else None
        most, warn = (limit, warn) if found.level == "error" else (most, limit)
        warn = warn if warn is None or most is None or warn < most else None
    many = len(numbers)
    state: Literal["within", "warning", "error"] = "within"
    if most is not None and many > most:
        state = "error"
    elif warn is not None and many > warn:
        state = "warning"
    return Limit(basis.team_of(first), first.level, first.period, numbers, warn, most, state)


def owners(basis: Basis, tallies: tuple[Counted, ...]) -> tuple[Owner, ...]:
    """Everybody who owns an open goal, those with most at a time first."""
    owned: dict[str, list[int]] = defaultdict(list)
    people: dict[str, Person] = {}
    for number, fact in enumerate(basis.facts):
        if fact.open and fact.kind != "vision":
            for person in fact.owners:
                people.setdefault(key_of(person), person)
                owned[key_of(person)].append(number)
    loads = {key_of(one.tally.owner): one for one in tallies if one.tally.owner is not None}
    made = [_owner(basis, people[key], tuple(dict.fromkeys(goals)), loads.get(key)) for key, goals in owned.items()]
    return tuple(sorted(made, key=lambda one: (-one.busiest, -len(one.goals), fold(one.name))))


def key_of(person: Person) -> str:
    """What makes two names the same owner."""
    return fold(person.email or person.handle or person.text)


def _owner(basis: Basis, person: Person, goals: tuple[int, ...], load: Counted | None) -> Owner:
    today = basis.today.isoformat()
    coming = [day for number in goals if (day := basis.facts[number].deadline) and day >= today]
    tally = load.tally if load else None
    return Owner(
        name=person.text,
        kind=person.kind,
        goals=goals,
        teams=tuple(sorted({basis.team_of(basis.facts[number]) for number in goals})),
        busiest=len(tally.goals) if tally else 0,
        day=tally.day.isoformat() if tally and tally.day else "",
        most=load.tally.most if load and load.is_on else None,
        next_deadline=min(coming, default=""),
    )
