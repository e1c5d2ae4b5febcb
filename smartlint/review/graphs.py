"""What serves what as a graph: of all goals, or of some teams."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smartlint.facts import fold
from smartlint.record import NamedTuple
from smartlint.reporters.visible import visible
from smartlint.review import alignment, goals
from smartlint.review.basis import Basis
from smartlint.review.model import Goal, Link, Review


class Graph(NamedTuple):
    """Goals and the links between them; ``teams`` are the names of all teams by number."""

    goals: Sequence[Goal]
    links: Sequence[Link]
    teams: Sequence[str]

    def linked(self) -> Graph:
        """Without the goals that have no link."""
        inside = {number for link in self.links for number in (link.above, link.below)}
        return self._replace(goals=[goal for goal in self.goals if goal.number in inside])


def graph(basis: Basis) -> Graph:
    """The goals of a run that has only read them, with no verdict on any."""
    made = goals.goals(basis, (), (), [()] * len(basis.facts))
    return Graph(made, alignment.links(made), [name for name, _ in basis.team_names])


def graph_of(review: Review) -> Graph:
    """The goals of a review."""
    return Graph(review.goals, review.links, [team.name for team in review.teams])


def of_teams(whole: Graph, names: Iterable[str]) -> Graph:
    """The goals of some teams, with all that they serve, and with what serves them directly."""
    wanted = {fold(name) for name in names}
    numbers = {goal.number for goal in whole.goals if fold(whole.teams[goal.team]) in wanted}
    kept = numbers | {link.below for link in whole.links if link.above in numbers}
    above: dict[int, list[int]] = {}
    for link in whole.links:
        above.setdefault(link.below, []).append(link.above)
    waiting = list(numbers)
    while waiting:
        for number in above.get(waiting.pop(), ()):
            if number not in kept:
                kept.add(number)
                waiting.append(number)
    inside = [link for link in whole.links if link.above in kept and link.below in kept]
    return whole._replace(goals=[goal for goal in whole.goals if goal.number in kept], links=inside)


def named(goal: Goal) -> str:
    """The ID and the sentence of a goal, in their visible form."""
    return visible(f"{goal.id}: {goal.statement}" if goal.id and goal.statement else goal.statement or goal.name)
