"""What serves what: the links from strategic goals down, and goals of different teams that overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from smartlint.facts import GoalFact, fold, measure
from smartlint.likeness import stems
from smartlint.reading import Quantity
from smartlint.review.basis import Basis
from smartlint.review.goals import counts_in
from smartlint.review.model import Finding, Goal, Link, Overlap
from smartlint.review.qualities import OVERLAPPING

#: A sentence with fewer words that carry it says too little to be laid beside another one.
_FEWEST = 2


def links(goals: Sequence[Goal]) -> tuple[Link, ...]:
    """Each goal with those it is part of or supports, by the goal above."""
    parts = [Link(goal.parent, goal.number, "part") for goal in goals if goal.parent is not None]
    named = [Link(above, goal.number, "supports") for goal in goals for above in goal.supports if above != goal.parent]
    return tuple(sorted((*parts, *named), key=lambda link: (link.above, link.below)))


def unaligned(basis: Basis, goals: Sequence[Goal], made: Sequence[Link]) -> tuple[int, ...]:
    """The open operational goals that no way leads to from a strategic one, though there is one for them."""
    below: dict[int, list[int]] = defaultdict(list)
    for link in made:
        below[link.above].append(link.below)
    reached = {goal.number for goal in goals if goal.level == "strategic" or goal.kind == "vision"}
    waiting = list(reached)
    while waiting:
        for number in below[waiting.pop()]:
            if number not in reached:
                reached.add(number)
                waiting.append(number)
    left = (goal for goal in goals if counts_in(goal) and goal.number not in reached)
    return tuple(goal.number for goal in left if basis.project.has_strategy(basis.facts[goal.number]))


def overlaps(basis: Basis, goals: Sequence[Goal], found: Sequence[Finding]) -> tuple[Overlap, ...]:
    """What rules have found about several goals at once, and goals of different teams that are alike."""
    made = [*_found(goals, found), *_across(basis, goals)]
    return tuple(sorted(made, key=lambda one: (-len(one.teams), one.goals, one.kind)))


def _found(goals: Sequence[Goal], found: Sequence[Finding]) -> Iterator[Overlap]:
    for one in found:
        numbers = tuple(dict.fromkeys(n for n in (one.goal, *(place.goal for place in one.related)) if n is not None))
        if one.quality == OVERLAPPING and numbers:
            yield Overlap("finding", numbers, _teams(goals, numbers), one.message, one.number)


def _teams(goals: Sequence[Goal], numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted({goals[number].team for number in numbers}))


def _across(basis: Basis, goals: Sequence[Goal]) -> Iterator[Overlap]:
    """Open goals of different teams that say the same, or the opposite."""
    groups: dict[Hashable, list[Goal]] = defaultdict(list)
    for goal in goals:
        fact = basis.facts[goal.number]
        words = stems(fact.measured) | stems(fact.metric)
        if counts_in(goal) and len(words) >= _FEWEST:
            scope = tuple(map(fold, fact.scope))
            groups[words, scope, goal.deadline].append(goal)
    for alike in groups.values():
        if len({goal.team for goal in alike}) > 1:
            yield from _same(basis, goals, alike)
            yield from _opposite(basis, goals, alike)


def _same(basis: Basis, goals: Sequence[Goal], alike: Sequence[Goal]) -> Iterator[Overlap]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for goal in alike:
        fact = basis.facts[goal.number]
        groups[_amount(fact.baseline), _amount(fact.target), fact.direction].append(goal.number)
    for numbers in groups.values():
        apart = _unrelated(goals, numbers)
        if len(_teams(goals, apart)) > 1:
            yield Overlap("same", apart, _teams(goals, apart), "")


def _amount(amount: Quantity | None) -> Hashable:
    return (amount.low, amount.high, measure(amount), amount.per) if amount else None


def _unrelated(goals: Sequence[Goal], numbers: Sequence[int]) -> tuple[int, ...]:
    """Without goals that are part of, or support, another one of these: a goal is handed down in its own words."""
    inside = set(numbers)
    return tuple(n for n in numbers if not inside & {goals[n].parent, *goals[n].supports})


def _opposite(basis: Basis, goals: Sequence[Goal], alike: Sequence[Goal]) -> Iterator[Overlap]:
    """More in one team, and less in another; things that are counted may be won here and lost there."""
    facts = {goal.number: basis.facts[goal.number] for goal in alike}
    more = [number for number, fact in facts.items() if fact.direction > 0 and not _counts(fact)]
    less = [number for number, fact in facts.items() if fact.direction < 0 and not _counts(fact)]
    apart = _unrelated(goals, (*more, *less))
    if set(apart) & set(more) and set(apart) & set(less) and len(_teams(goals, apart)) > 1:
        yield Overlap("opposite", tuple(sorted(apart)), _teams(goals, apart), "")


def _counts(fact: GoalFact) -> bool:
    return not fact.metric and fact.target is not None and not measure(fact.target)
