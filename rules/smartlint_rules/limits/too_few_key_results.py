from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, Notice, Option, Project, ProjectRule, Report, date


class TooFewKeyResults(ProjectRule):
    """An objective has too few key results to show that it is reached.

    ## What it finds
    An objective with fewer key results than the option asks for. Goals of any kind below it count, done ones too, and
    so do goals of the same file that support it. Cancelled ones do not. An objective that holds a line which cannot be
    read is left alone until the line is mended.

    ## Why it matters
    An objective says where we want to go, and the key results say how we see that we have come there. With a single one
    the objective is only another name for that number, and the number can be reached in ways that nobody wanted.

    ## Example
    ```goals
    objective O1: Borgerne får svar første gang, de ringer
      ejer: Lone Vestergaard
      nøgleresultat N1: 75 % af opkaldene løses uden viderestilling
    ```

    ```goals
    OKR-mål 2: Pasientane ventar kortare på time
      eigar: Silje Myklebust
      nøkkelresultat 2.1: Ventetida går ned frå 34 til 20 dagar
    ```

    ## Use instead
    ```goals
    objective O1: Borgerne får svar første gang, de ringer
      ejer: Lone Vestergaard
      nøgleresultat N1: 75 % af opkaldene løses uden viderestilling
      nøgleresultat N2: Ventetiden i telefonen er højst 3 minutter
    ```

    ```goals
    OKR-mål 2: Pasientane ventar kortare på time
      eigar: Silje Myklebust
      nøkkelresultat 2.1: Ventetida går ned frå 34 til 20 dagar
      nøkkelresultat 2.2: Minst 90 % møter til timen dei har fått
    ```

    ## Options
    - `min` (default 2): how many key results an objective needs.

    ## Sources
    Handbooks of objectives and key results ask for two to five for each objective, and for pairs in which one number
    guards the other.
    """

    code = "LIM003"
    name = "too-few-key-results"
    title = "An objective with too few key results"
    level = "warning"
    profiles = ("okr",)
    yields_to = ("LIM004", "MEA001")
    options = (Option("min", 2, {"type": "integer", "minimum": 1}, "how many key results an objective needs"),)
    messages = {
        "none": "no key results under this objective, at least {limit}: `too-few-key-results.min`",
        "few": "too few key results under this objective: {count}, at least {limit}: `too-few-key-results.min`",
    }
    helps = {
        "none": "add below it what will be seen when it is reached: `KR 1: ⟨what is counted⟩ from ⟨baseline⟩ to ⟨target⟩`",
        "few": "add one that would tell if the first was reached at the cost of something else",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        limit = options["min"]
        for goal in project.goals:
            if goal.kind != "objective" or not goal.open or _has_unread_line(goal, project):
                continue
            below = {(one.file, one.index) for one in project.below(goal) if one.status != "cancelled" and one is not goal}
            if below and len(below) < limit:
                yield self.report("few", goal.head, goal=goal.index, file=goal.file, count=len(below), limit=limit)
            elif not below:
                yield self.report("none", goal.head, goal=goal.index, file=goal.file, limit=limit)


def _has_unread_line(goal: GoalFact, project: Project) -> bool:
    """A line under the goal was not understood: it may be the key result that is missed."""
    return goal.unread or any(_has_unread_line(child, project) for child in project.children(goal))
