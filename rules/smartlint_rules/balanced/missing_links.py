"""Results and what causes them: which goals are led to, and which link is missing; shared by both rules that look for it."""

from collections.abc import Iterator

from smartlint.rule import GoalFact, Project


def key(fact: GoalFact) -> tuple[str, int]:
    """What tells a goal from all others."""
    return fact.file, fact.index


def led_to(project: Project) -> set[tuple[str, int]]:
    """The goals that stand above a performance goal, or are one."""
    found: set[tuple[str, int]] = set()
    waiting = list(project.of_kind("performance"))
    while waiting:
        fact = waiting.pop()
        if key(fact) not in found:
            found.add(key(fact))
            waiting.extend(project.above(fact))
    return found


def leading_nowhere(project: Project) -> Iterator[GoalFact]:
    """The open performance goals that stand under no goal and name none that they support."""
    for fact in project.of_kind("performance"):
        if fact.open and fact.parent is None and not fact.supports and not fact.supports_attempted:
            yield fact


def missing_links(project: Project) -> dict[tuple[str, int], GoalFact]:
    """The result that each performance goal without one may be there for, where there is one in its file or team.

    A result that nothing leads to comes first, then one in the same file, then the nearest.
    """
    results = [fact for fact in project.of_kind("result") if fact.open]
    served = led_to(project)
    found = {}
    for fact in leading_nowhere(project):
        near = [one for one in results if one.file == fact.file or (one.id and one.team and one.team == fact.team)]
        if near:
            found[key(fact)] = min(near, key=lambda one: _distance(fact, one, served))
    return found


def _distance(fact: GoalFact, result: GoalFact, served: set[tuple[str, int]]) -> tuple[bool, bool, int, int]:
    return key(result) in served, result.file != fact.file, abs(result.index - fact.index), result.index
