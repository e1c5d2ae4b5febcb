"""How goals are referred to, and which reference was probably meant."""

from bisect import bisect_left
from collections import defaultdict
from difflib import SequenceMatcher
from posixpath import basename, splitext

from smartlint.rule import GoalFact, LinkFact, Project, fold

#: How many neighbours in the alphabet are compared: a file of thousands of broken links must not take for ever.
_NEIGHBOURS = 20
_ALIKE = 0.5
_SHOWN = 3


def reference(goal: GoalFact, near: GoalFact) -> str:
    """What ``near`` writes to mean a goal: its ID, with team or file where that is another one."""
    here = goal.file == near.file or (goal.team and fold(goal.team) == fold(near.team))
    return goal.id if here else _full_reference(goal)


def _full_reference(goal: GoalFact) -> str:
    return f"{goal.team or basename(splitext(goal.file)[0])}/{goal.id}"


class Directory:
    """All goals that can be referred to, for finding the nearest ones."""

    def __init__(self, project: Project) -> None:
        self._by_id: dict[str, list[GoalFact]] = defaultdict(list)
        places: dict[str, dict[str, GoalFact]] = defaultdict(dict)
        for fact in project.goals:
            if fact.id:
                self._by_id[fold(fact.id)].append(fact)
                places[""][fold(_full_reference(fact))] = fact
                places[fold(fact.team) or fact.file][fold(fact.id)] = fact
        self._places = {place: (sorted(goals), goals) for place, goals in places.items()}

    def nearest(self, fact: GoalFact, link: LinkFact) -> tuple[str, ...]:
        """References to goals with the same ID elsewhere, else to those whose reference looks alike."""
        place, _, own_name = link.text.rpartition("/")
        same = [reference(other, fact) for other in self._by_id.get(fold(own_name), ())[:_SHOWN] if other is not fact]
        if same:
            return tuple(dict.fromkeys(same))
        wanted = fold(link.text)
        names, goals = self._places.get("" if place else fold(fact.team) or fact.file, ([], {}))
        at = bisect_left(names, wanted)
        around = names[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
        likeness = {name: SequenceMatcher(None, name, wanted).ratio() for name in around}
        best = sorted((name for name in around if likeness[name] >= _ALIKE), key=lambda name: (-likeness[name], name))
        return tuple(reference(goals[name], fact) for name in best[:_SHOWN] if goals[name] is not fact)
