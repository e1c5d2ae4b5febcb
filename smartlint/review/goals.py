"""The goals and the teams of a review."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from smartlint.facts import GoalFact
from smartlint.review.basis import Basis
from smartlint.review.found import counts
from smartlint.review.loads import key_of
from smartlint.review.model import Deadline, Finding, Goal, Share, Shown, State, Team
from smartlint.review.profile import shares

#: So many goals are shown with their text, and so many of one team among the exemplary ones.
SHOWN, OF_ONE_TEAM = 10, 2
#: What is shown of a goal's text at most.
_LONGEST = 2000


def goals(
    basis: Basis, found: Sequence[Finding], quiet: Sequence[Finding], profiles: Sequence[tuple[State, ...]]
) -> tuple[Goal, ...]:
    """All goals, by file and line."""
    levels = _by_goal(found)
    silent = Counter(one.goal for one in quiet)
    made = []
    for number, fact in enumerate(basis.facts):
        here = counts(one.level for one in levels.get(number, ()))
        made.append(
            Goal(
                number=number,
                name=fact.name,
                id=fact.id,
                path=fact.path,
                file=fact.file,
                line=fact.line,
                team=basis.team_of(fact),
                statement=fact.statement,
                kind=fact.kind,
                level=fact.level,
                status=fact.status,
                is_open=fact.open,
                language=fact.language,
                owners=tuple(person.text for person in fact.owners),
                start=fact.start,
                deadline=fact.deadline,
                period=fact.period,
                metric=fact.metric,
                baseline=fact.baseline.text if fact.baseline else "",
                target=fact.target.text if fact.target else "",
                parent=None if fact.parent is None else basis.numbers[fact.file, fact.parent],
                supports=_supported(basis, fact),
                said=fact.said,
                profile=profiles[number],
                counts=here,
                excused=silent[number],
                is_sound=not (here.errors or here.warnings or silent[number]),
            )
        )
    return tuple(made)


def _by_goal(found: Iterable[Finding]) -> Mapping[int, Sequence[Finding]]:
    by_goal: dict[int, list[Finding]] = defaultdict(list)
    for one in found:
        if one.goal is not None:
            by_goal[one.goal].append(one)
    return by_goal


def _supported(basis: Basis, fact: GoalFact) -> tuple[int, ...]:
    """The goals that it supports by name, itself or all of its file; what the goal above it supports, that one does."""
    if fact.supports_inherited and fact.parent is not None:
        return ()
    matches = (match for link in fact.supports for match in basis.project.resolve(fact, link).matches)
    return tuple(dict.fromkeys(basis.number(match) for match in matches if match is not fact))


def counts_in(goal: Goal) -> bool:
    """Whether it is work to be done: open, and no vision."""
    return goal.is_open and goal.kind != "vision"


def teams(basis: Basis, made: Sequence[Goal], found: Sequence[Finding], quiet: Sequence[Finding]) -> tuple[Team, ...]:
    """The teams, by name; goals that name none are those of their file."""
    by_team: dict[int, list[Goal]] = defaultdict(list)
    for goal in made:
        by_team[goal.team].append(goal)
    levels: dict[int | None, list[Finding]] = defaultdict(list)
    for one in found:
        levels[one.team].append(one)
    silent = Counter(one.team for one in quiet)
    rows = []
    for number, (name, is_file) in enumerate(basis.team_names):
        theirs = by_team[number]
        current = [goal for goal in theirs if counts_in(goal)]
        facts = [basis.facts[goal.number] for goal in current]
        rows.append(
            Team(
                number=number,
                name=name,
                is_file=is_file,
                files=tuple(sorted({goal.file for goal in theirs})),
                goals=len(theirs),
                open=len(current),
                operational=sum(goal.level == "operational" for goal in current),
                strategic=sum(goal.level == "strategic" for goal in current),
                owners=len({key_of(person) for fact in facts for person in fact.owners}),
                counts=counts(one.level for one in levels[number]),
                excused=silent[number],
                sound=sound(theirs),
                profile=shares([goal.profile for goal in theirs]),
            )
        )
    return tuple(rows)


def sound(made: Iterable[Goal]) -> Share:
    """How many of the open goals have nothing but notes."""
    current = [goal for goal in made if counts_in(goal)]
    return Share(len(current), sum(goal.is_sound for goal in current))


def deadlines(basis: Basis, made: Sequence[Goal]) -> tuple[Deadline, ...]:
    """The days on which open goals are due, in order."""
    days: dict[str, list[int]] = defaultdict(list)
    for goal in made:
        if counts_in(goal) and goal.deadline:
            days[goal.deadline].append(goal.number)
    today = basis.today.isoformat()
    return tuple(Deadline(day, tuple(days[day]), day < today) for day in sorted(days))


def undated(made: Sequence[Goal]) -> tuple[int, ...]:
    return tuple(goal.number for goal in made if counts_in(goal) and not goal.deadline)


def mended_first(basis: Basis, made: Sequence[Goal], found: Sequence[Finding]) -> tuple[Shown, ...]:
    """The open goals with most to mend."""
    failing = [goal for goal in made if counts_in(goal) and goal.counts.errors + goal.counts.warnings]
    failing.sort(key=lambda goal: (-goal.counts.errors, -goal.counts.warnings, -goal.counts.infos, goal.number))
    by_goal = _by_goal(found)
    return tuple(
        Shown(goal.number, _text(basis, goal), tuple(one.number for one in by_goal[goal.number])) for goal in failing[:SHOWN]
    )


def exemplary(basis: Basis, made: Sequence[Goal]) -> tuple[Shown, ...]:
    """Open goals in which nothing was found, not even a note: those that say most, few of each team."""
    good = [goal for goal in made if counts_in(goal) and goal.is_sound and not goal.counts.total and "passes" in goal.profile]
    good.sort(key=lambda goal: (-len(goal.said), goal.number))
    shown: list[Goal] = []
    for goal in good:
        if sum(other.team == goal.team for other in shown) < OF_ONE_TEAM and len(shown) < SHOWN:
            shown.append(goal)
    return tuple(Shown(goal.number, _text(basis, goal), ()) for goal in shown)


def _text(basis: Basis, goal: Goal) -> str:
    text = basis.text_of(basis.facts[goal.number])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
