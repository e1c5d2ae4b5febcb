from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Related, Report, Witness


class StartAfterDeadline(GoalRule):
    """A goal starts after it is to be reached.

    ## What it finds
    A `start` that lies after the deadline of the goal, be it the goal's own or the end of the period it belongs to.
    Both must be stated with their year. A strategic goal may start after the end of the file's period.

    ## Why it matters
    One of the two dates is wrong, and the people who plan by one of them find out from those who planned by the other.

    ## Example
    ```goals
    mål R2: Auke talet på medlemer frå 410 til 480
      eigar: Håkon Røyset
      start: 2026-09-01
      frist: 2026-06-30
    ```

    ```goals
    period: 2026-Q2

    goal G1: Sell 600 rail journeys
      owner: Amy Holt
      start: 2026-08-01
    ```

    ## Use instead
    ```goals
    mål R2: Auke talet på medlemer frå 410 til 480
      eigar: Håkon Røyset
      start: 2026-02-01
      frist: 2026-06-30
    ```

    ```goals
    period: 2026-Q2

    goal G1: Sell 600 rail journeys
      owner: Amy Holt
      start: 2026-04-01
    ```

    ## Sources
    The calendar. A goal has a start and an end, and the way between them is what is planned.
    """

    code = "TIM005"
    name = "start-after-deadline"
    title = "A start after the deadline"
    passes_as = "starts before it is due"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "after": "the start {start} comes after the deadline {end}",
        "after-header": "the start {start} comes after {end}, the deadline from the top of the file",
        "after-goal": "the start {start} comes after {end}, the deadline of the goal above",
        "deadline": "this is the deadline",
    }
    helps = {
        "after": "correct the one that is wrong",
        "after-header": "correct the one that is wrong, or give the goal a line `deadline: ⟨date⟩`",
        "after-goal": "correct the one that is wrong, or give the goal a line `deadline: ⟨date⟩`",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        start, deadline, origin = goal.start, goal.deadline, goal.inherited.get("deadline")
        if start is None or start.derived or "start" in goal.inherited or deadline is None or deadline.derived:
            return
        if origin and goal.level == "strategic":
            return
        if start.start and deadline.end and start.start > deadline.end:
            message = f"after-{origin.place}" if origin else "after"
            related = (Related(deadline.span, "deadline"),)
            yield self.report(message, start.span, related=related, start=start.start, end=deadline.end)
        elif start.start and deadline.end:
            yield Witness(start.span)
