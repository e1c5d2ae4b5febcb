from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Related, Report, date
from smartlint_rules.relevant.references import reference


class OutlivesParent(ProjectRule):
    """A goal is due after the goal that it is there for.

    ## What it finds
    A goal whose deadline lies after that of a goal it stands under or supports. Only written days count, on both
    sides: what is inherited, and a day whose year had to be guessed, are not held against anybody.

    ## Why it matters
    When the goal above is to be reached, the work for it is not done yet. Either the goal above will be late, or it
    does not need this one.

    ## Example
    ```goals
    resultatmål R1: Øge omsætningen fra 3,1 mio. kr. til 4 mio. kr. inden 30. september 2026
      ejer: Pia Holm

      præstationsmål P1: Indgå 40 nye firmaaftaler inden 31. december 2026
        ejer: Anders Lund
    ```

    ```goals
    goal 1: Cut the waiting time for a first visit from 21 to 10 days by 30 June 2026
      owner: Head of the clinic

    goal 2: Train 6 receptionists in the new booking system by 31 August 2026
      owner: Ruth Okafor
      supports: 1
    ```

    ## Use instead
    ```goals
    resultatmål R1: Øge omsætningen fra 3,1 mio. kr. til 4 mio. kr. inden 31. december 2026
      ejer: Pia Holm

      præstationsmål P1: Indgå 40 nye firmaaftaler inden 31. oktober 2026
        ejer: Anders Lund
    ```

    ```goals
    goal 1: Cut the waiting time for a first visit from 21 to 10 days by 30 June 2026
      owner: Head of the clinic

    goal 2: Train 6 receptionists in the new booking system by 31 March 2026
      owner: Ruth Okafor
      supports: 1
    ```

    ## Sources
    Goals are broken down in time as well as in size: operational goals are the short ones, and they add up to the
    long ones above them.
    """

    code = "REL006"
    name = "outlives-parent"
    title = "A goal that is due after the goal above it"
    level = "warning"
    profiles = ()
    yields_to = ("TIM004", "MEA009")
    messages = {
        "later": "due {deadline}, after {parent}, which is due {due}",
        "parent": "the goal above is due here",
    }
    helps = {"later": "move this deadline before {due}, or the one above after {deadline}"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        for fact in project.goals:
            if not _is_due(fact) or fact.level == "strategic":
                continue
            above = [goal for goal in project.above(fact) if _is_before(project, goal, fact)]
            if above:
                first = min(above, key=lambda goal: goal.deadline)
                yield self.report(
                    "later",
                    fact.due,
                    related=(Related(first.due, "parent", first.file),),
                    goal=fact.index,
                    file=fact.file,
                    deadline=date.fromisoformat(fact.deadline),
                    due=date.fromisoformat(first.deadline),
                    parent=reference(first, fact) if first.id else first.name,
                )


def _is_due(fact: GoalFact) -> bool:
    """Open, and due on a written day."""
    return fact.open and fact.kind != "vision" and bool(fact.due.end)


def _is_before(project: Project, above: GoalFact, fact: GoalFact) -> bool:
    """It is due before a goal that leads to it; of two that lead to one another, none is above."""
    return _is_due(above) and above.deadline < fact.deadline and not any(goal is fact for goal in project.above(above))
