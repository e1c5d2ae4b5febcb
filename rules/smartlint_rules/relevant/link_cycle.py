from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, LinkFact, Notice, Project, ProjectRule, Report, date
from smartlint_rules.relevant.references import reference

_Key = tuple[str, int]
_Edge = tuple[GoalFact, LinkFact | None]
_SHOWN = 6


class LinkCycle(ProjectRule):
    """Goals support one another in a circle.

    ## What it finds
    A chain of `supports` that comes back to where it began, over any number of goals and files; a goal that supports
    itself, or one that stands below it. A goal counts as supporting the one it stands under.

    ## Why it matters
    Each goal says that it is there for the sake of the next, and none is there for the sake of the firm. What the
    work is for cannot be read from the chain, nor which goal goes first when money is short.

    ## Example
    ```goals
    mål G1: Indgå 40 nye firmaaftaler inden 30. juni 2026
      støtter: G2

    mål G2: Hæve omsætningen fra 3,1 mio. kr. til 4 mio. kr. inden 31. december 2026
      støtter: G1
    ```

    ```goals
    mål 1: Auke omsetninga på dekkhotellet frå 410 000 kr til 520 000 kr innan 30. oktober 2026
      støttar: 1.1

      mål 1.1: Få 30 nye avtalekundar innan 31. mars 2026
    ```

    ## Use instead
    ```goals
    mål G1: Indgå 40 nye firmaaftaler inden 30. juni 2026
      støtter: G2

    mål G2: Hæve omsætningen fra 3,1 mio. kr. til 4 mio. kr. inden 31. december 2026
    ```

    ```goals
    mål 1: Auke omsetninga på dekkhotellet frå 410 000 kr til 520 000 kr innan 30. oktober 2026

      mål 1.1: Få 30 nye avtalekundar innan 31. mars 2026
    ```

    ## Sources
    Alignment of goals is a hierarchy: each goal serves one nearer to the purpose. Tools for requirements check for
    cyclic links likewise.
    """

    code = "REL003"
    name = "link-cycle"
    title = "Goals that support one another in a circle"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    visions = True
    messages = {"circle": "the goals support one another in a circle: {path}"}
    helps = {"circle": "remove the link from the goal that is nearest to the purpose"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        done: set[_Key] = set()
        seen: set[tuple[str, tuple[int, int]]] = set()
        for root in project.goals if any(fact.supports for fact in project.goals) else ():
            for fact, link, path in _circles(project, root, done):
                if (fact.file, link.span) not in seen:
                    seen.add((fact.file, link.span))
                    goal = None if fact.supports_inherited else fact.index
                    yield self.report("circle", link.span, goal=goal, file=fact.file, path=path)


def _circles(project: Project, root: GoalFact, done: set[_Key]) -> Iterator[tuple[GoalFact, LinkFact, str]]:
    """The circles met on a depth-first walk from a goal: the first link of each with its goal, and the path.

    A loop rather than a recursion, and each goal and link is visited once: chains may be long.
    """
    trail: list[GoalFact] = [root]
    taken: list[LinkFact | None] = [None]
    open_edges = [_edges(project, root)]
    place = {_key(root): 0}
    while trail:
        edge = next(open_edges[-1], None)
        if edge is None:
            done.add(_key(trail[-1]))
            del place[_key(trail.pop())]
            taken.pop()
            open_edges.pop()
            continue
        target, taken[-1] = edge
        start = place.get(_key(target))
        if start is not None:
            first, link = next((at, link) for at in range(start, len(trail)) if (link := taken[at]) is not None)
            yield trail[first], link, _path(trail, start, first)
        elif _key(target) not in done:
            place[_key(target)] = len(trail)
            trail.append(target)
            taken.append(None)
            open_edges.append(_edges(project, target))


def _edges(project: Project, fact: GoalFact) -> Iterator[_Edge]:
    """What an open goal serves: each goal that a link of its own means beyond doubt, and the goal it stands under."""
    if not fact.open:
        return
    for link in fact.supports:
        matches = project.resolve(fact, link).matches
        if len(matches) == 1 and not (fact.supports_inherited and matches[0].file == fact.file):
            yield matches[0], link
    parent = project.parent(fact)
    if parent is not None:
        yield parent, None


def _path(trail: list[GoalFact], start: int, first: int) -> str:
    """The names along a circle that begins at ``start`` of the trail, from ``first`` on; long ones are cut short."""
    length = len(trail) - start
    goals = [trail[start + (first - start + step) % length] for step in range(min(length, _SHOWN))]
    names = [reference(goal, goals[0]) if goal.id else goal.name for goal in goals]
    return " → ".join([*names, *["…"] * (length > _SHOWN), names[0]])


def _key(fact: GoalFact) -> _Key:
    return fact.file, fact.index
