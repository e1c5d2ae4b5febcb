from collections.abc import Iterator

from smartlint.rule import Action, Context, Goal, GoalRule, Related, Report, Witness
from smartlint_rules.planned.steps import every


class ActionAfterDeadline(GoalRule):
    """A step of the plan is due when the goal is over.

    ## What it finds
    An action whose stated deadline lies after the goal's stated deadline. Where the goal has its deadline from the
    top of the file or from the goal above, the message says so. Days whose year had to be guessed are left alone, and
    so is what is rightly done afterwards: measuring, evaluating, reporting, celebrating. Reports that are counted
    (`move the last six reports`) are things like others.

    ## Why it matters
    Either the step cannot help the goal, or the goal will be late and nobody has said so. The one who does the step
    thinks there is time; the one who owns the goal knows there is not.

    ## Example
    ```goals
    goal: Plant 400 trees along the river by 30 April 2026
      owner: Tom Reid
      how:
        - Dig the holes (owner: Tom Reid, deadline: 2026-05-15)
    ```

    ```goals
    mål P2: Sælge 300 billetter til sommerkoncerten inden 29. maj 2026
      ejer: Birthe Krag
      hvordan:
        - Hænge plakater op i alle butikker på Torvet (ejer: Jesper Bach, frist: 2026-06-12)
    ```

    ```goals
    team: Mottaket
    periode: 2026-Q2

    mål 1: Svare på 95 % av førespurnadene same dag
      eigar: Marit Hovland
      korleis:
        - Lære opp to vikarar (frist: 2026-08-14)
    ```

    ## Use instead
    ```goals
    goal: Plant 400 trees along the river by 30 April 2026
      owner: Tom Reid
      how:
        - Dig the holes (owner: Tom Reid, deadline: 2026-04-15)
    ```

    ```goals
    mål P2: Sælge 300 billetter til sommerkoncerten inden 29. maj 2026
      ejer: Birthe Krag
      hvordan:
        - Hænge plakater op i alle butikker på Torvet (ejer: Jesper Bach, frist: 2026-05-01)
    ```

    ```goals
    team: Mottaket
    periode: 2026-Q2

    mål 1: Svare på 95 % av førespurnadene same dag
      eigar: Marit Hovland
      frist: 2026-10-30
      korleis:
        - Lære opp to vikarar (frist: 2026-08-14)
    ```

    ## Sources
    Two dates that contradict each other cannot both be kept: this follows from what a deadline is.
    """

    code = "PLN003"
    name = "action-after-deadline"
    title = "A step of the plan after the goal's deadline"
    passes_as = "plan ends in time"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "after-deadline": "this step is due after the goal's deadline {date}",
        "after-header": "this step is due after {date}, the deadline from the top of the file",
        "after-goal": "this step is due after {date}, the deadline of the goal above",
        "deadline": "this is the deadline",
    }
    helps = {
        "after-deadline": "move the step before {date}, or correct the goal's deadline",
        "after-header": "move the step before {date}, or give the goal a line `deadline: ⟨date⟩`",
        "after-goal": "move the step before {date}, or give the goal a line `deadline: ⟨date⟩`",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        deadline, origin = goal.deadline, goal.inherited.get("deadline")
        if deadline is None or deadline.end is None or deadline.derived or (origin and goal.level == "strategic"):
            return
        message = f"after-{origin.place}" if origin else "after-deadline"
        in_time, late = [], False
        for action in every(goal.actions):
            due = action.deadline
            if due is None or due.end is None or due.derived or _looks_back(action):
                continue
            if (due.start or due.end) > deadline.end:
                late = True
                related = (Related(deadline.span, "deadline"),)
                yield self.report(message, due.span, related=related, date=deadline.end)
            else:
                in_time.append(due)
        if in_time and not late:
            yield Witness(in_time[0].span)


def _looks_back(action: Action) -> bool:
    counted = [number.span for number in action.reading.quantities]
    return any(not any(span.contains(hit.span) for span in counted) for hit in action.reading.of("looking_back"))
