"""How goals are referred to, and which reference was probably meant."""

from collections import defaultdict
from posixpath import basename, splitext

from smartlint.rule import GoalFact, LinkFact, NameIndex, Project, fold

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
        self._places = {place: (NameIndex(goals), goals) for place, goals in places.items()}

    def nearest(self, fact: GoalFact, link: LinkFact) -> tuple[str, ...]:
        """References to goals with the same ID elsewhere, else to those whose reference looks alike."""
        place, _, own_name = link.text.rpartition("/")
        same = [reference(other, fact) for other in self._by_id.get(fold(own_name), ())[:_SHOWN] if other is not fact]
        if same:
            return tuple(dict.fromkeys(same))
        index, goals = self._places.get("" if place else fold(fact.team) or fact.file, (NameIndex(()), {}))
        best = index.nearest(fold(link.text), _SHOWN)
        return tuple(reference(goals[name], fact) for name in best if goals[name] is not fact)
