from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Related, Report, date
from smartlint_rules.relevant.references import reference

#: What a key result may stand under; an effect goal is measured by the results below it.
_HOLDS_KEY_RESULTS = ("objective", "effect")


class WrongParentLevel(ProjectRule):
    """A goal stands under one of the wrong level.

    ## What it finds
    - A goal written as strategic that stands under, or supports, one written as operational or a performance goal.
    - A key result under what is no objective: under a vision, a result goal, another key result.
    - An operational goal that leads to another one, and on to no strategic goal, although the project has one. A goal
      that leads nowhere itself is left to `not-linked`.

    ## Why it matters
    Goals are read from the top: what the firm wants, and what each team does for it. Where the order is turned round,
    nobody can tell which of the two has to give way when they collide.

    ## Example
    ```goals
    operativt mål O1: Halda 12 kundekveldar innan 31. desember 2026
      eigar: Ingunn Lie

      strategisk mål S1: Auke marknadsdelen i fylket frå 18 % til 25 % innan 31. desember 2028
        eigar: Ingunn Lie
    ```

    ```goals
    result goal R1: Cut the average stay in the ward from 6.2 to 5.5 days by 31 December 2026
      owner: Head nurse

      key result KR1: 80 % of patients have a discharge plan on day one
        owner: Ruth Okafor
    ```

    ## Use instead
    ```goals
    strategisk mål S1: Auke marknadsdelen i fylket frå 18 % til 25 % innan 31. desember 2028
      eigar: Ingunn Lie

      operativt mål O1: Halda 12 kundekveldar innan 31. desember 2026
        eigar: Ingunn Lie
    ```

    ```goals
    result goal R1: Cut the average stay in the ward from 6.2 to 5.5 days by 31 December 2026
      owner: Head nurse

      performance goal P1: Make a discharge plan on day one for 80 % of patients
        owner: Ruth Okafor
    ```

    ## Sources
    Practice in sales tells operational goals, short and countable, from strategic ones, and lets the first add up to the
    second. In OKR a key result is how one objective is measured, and nothing by itself.
    """

    code = "REL007"
    name = "wrong-parent-level"
    title = "A goal under one of the wrong level"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("REL001", "REL002", "REL003")
    messages = {
        "upside-down": "a strategic goal that leads to the operational `{above}`: the other way round?",
        "key-result": "a key result, and `{above}` above it is no objective",
        "no-path": "leads to `{above}`, and from there to none of the strategic goals",
        "above": "the goal above",
    }
    helps = {
        "upside-down": "put `{above}` below this goal, or call one of them what it is",
        "key-result": "put it below the objective it measures, or call it what it is, such as `performance goal`",
        "no-path": "let it, or `{above}`, say `supports: ⟨ID of a strategic goal⟩`",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        for fact in project.goals:
            if not fact.open or fact.kind == "vision":
                continue
            if fact.kind == "key_result":
                parent = project.parent(fact)
                if parent is not None and parent.kind not in _HOLDS_KEY_RESULTS:
                    yield self._at(fact, "key-result", parent)
            elif fact.level_stated and fact.level == "strategic":
                wrong = next(filter(_is_work, project.above(fact)), None)
                if wrong is not None:
                    yield self._at(fact, "upside-down", wrong)
        for dead_end, fact in _lost(project):
            yield self._at(fact, "no-path", dead_end)

    def _at(self, fact: GoalFact, message: str, above: GoalFact) -> Report:
        related = (Related(above.head, "above", above.file),)
        name = reference(above, fact) if above.id else above.name
        return self.report(message, fact.head, related=related, goal=fact.index, file=fact.file, above=name)


def _is_work(fact: GoalFact) -> bool:
    """Written as operational, or work by its kind."""
    return fact.kind == "performance" or (fact.level_stated and fact.level == "operational")


def _lost(project: Project) -> Iterator[tuple[GoalFact, GoalFact]]:
    """Goals with the one they lead to, which leads nowhere and which `not-linked` says nothing of."""
    if not project.has_strategies:
        return
    if not any((fact.parent is not None or fact.supports) and _is_asked(project, fact) for fact in project.goals):
        return
    served = _below(project, (fact for fact in project.goals if fact.level == "strategic" or fact.kind == "vision"))
    dead_ends = {_key(fact): fact for fact in project.goals if _is_dead_end(project, fact) and _key(fact) not in served}
    seen: set[tuple[str, int]] = set()
    for dead_end in dead_ends.values():
        for fact in project.below(dead_end):
            if _key(fact) in seen or _key(fact) in served or not _is_asked(project, fact):
                continue
            seen.add(_key(fact))
            if all(_key(above) in dead_ends for above in project.above(fact)) and not _is_broken(project, fact):
                yield dead_end, fact


def _is_asked(project: Project, fact: GoalFact) -> bool:
    return fact.open and fact.level == "operational" and fact.kind != "key_result" and project.has_strategy(fact)


def _is_broken(project: Project, fact: GoalFact) -> bool:
    return any(not project.resolve(fact, link).matches for link in fact.supports)


def _is_dead_end(project: Project, fact: GoalFact) -> bool:
    """It leads nowhere, and nobody is told: it is closed, or no strategic goal stands where it stands."""
    if fact.parent is not None or fact.supports or fact.supports_attempted:
        return False
    return not fact.open or fact.kind == "key_result" or not project.has_strategy(fact)


def _below(project: Project, tops: Iterable[GoalFact]) -> set[tuple[str, int]]:
    """Goals and all that lead to them, by file and index."""
    waiting = list(tops)
    found: set[tuple[str, int]] = set()
    while waiting:
        fact = waiting.pop()
        if _key(fact) not in found:
            found.add(_key(fact))
            waiting.extend(project.below(fact))
    return found


def _key(fact: GoalFact) -> tuple[str, int]:
    return fact.file, fact.index
