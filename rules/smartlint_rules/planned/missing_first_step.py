from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Option, Related, Report, TimeRef, Witness, date, timedelta
from smartlint_rules.planned.steps import every

#: A period of more days than this says nothing of when its goals begin.
_LONG = 124


class MissingFirstStep(GoalRule):
    """The plan has days, and none of them is soon.

    ## What it finds
    A goal whose steps all have a day, the first of them later than the option allows after the goal's `start`, or
    after the first day of its quarter or shorter period. A step with no day, or with a rhythm, may be the one that
    comes first: then nothing is said. So it is where no start is known, and where the period is a whole year.

    ## Why it matters
    What is not begun in the first fortnight is pushed aside by what was there before. The first step shows the team
    that the goal is meant.

    ## Example
    ```goals
    goal L1: Enrol 60 families in the summer reading scheme by 30 June 2026
      owner: Ruth Bell
      start: 2026-03-02
      how:
        - Print the cards (owner: Ruth Bell, deadline: 2026-05-15)
        - Visit the six schools (owner: Sean Daly, deadline: 2026-06-12)
    ```

    ```goals
    period: 2026-Q2

    mål 2: Sälja 80 cykelservicar
      ägare: Lena Holm
      hur:
        - Ställa en skylt vid cykelvägen (ägare: Lena Holm, senast: 2026-05-08)
    ```

    ## Use instead
    ```goals
    goal L1: Enrol 60 families in the summer reading scheme by 30 June 2026
      owner: Ruth Bell
      start: 2026-03-02
      how:
        - Ask the six schools for a day to visit (owner: Sean Daly, deadline: 2026-03-13)
        - Print the cards (owner: Ruth Bell, deadline: 2026-05-15)
    ```

    ```goals
    period: 2026-Q2

    mål 2: Sälja 80 cykelservicar
      ägare: Lena Holm
      hur:
        - Beställa skylten (ägare: Lena Holm, senast: 2026-04-10)
        - Ställa skylten vid cykelvägen (ägare: Lena Holm, senast: 2026-05-08)
    ```

    ## Options
    - `days` (default `14`): how many days after the start the first step may be due.

    ## Sources
    Research on planning finds most of its effect in the beginning: plans help people to get started. Practice in
    project work asks for a first step that is small and near.
    """

    code = "PLN008"
    name = "missing-first-step"
    title = "A plan with no step in the first weeks"
    passes_as = "begins soon"
    level = "info"
    profiles = ()
    options = (
        Option("days", 14, {"type": "integer", "minimum": 1}, "how many days after the start the first step may be due"),
    )
    yields_to = ("PLN003",)
    messages = {
        "late": "the first step is due {count} days after the start {date}, at most {limit}: `missing-first-step.days`",
        "start": "this is the start",
    }
    helps = {"late": "add a first step that is done in the first {limit} days: `⟨what⟩ (deadline: ⟨date⟩)`"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        start = _start(goal)
        if start is None or not goal.actions:
            return
        first, begun = start
        due: list[tuple[date, TimeRef]] = []
        for action in every(goal.actions):
            day = action.deadline
            if day is not None and day.end is not None and not day.derived:
                due.append((day.start or day.end, day))
            elif not action.actions:
                return
        if not due:
            return
        soonest, place = min(due, key=lambda one: one[0])
        limit = context.options["days"]
        if soonest - begun > timedelta(days=limit):
            count = (soonest - begun).days
            related = (Related(first.span, "start"),)
            yield self.report("late", place.span, related=related, count=count, date=begun, limit=limit)
        else:
            yield Witness(place.span)


def _start(goal: Goal) -> tuple[TimeRef, date] | None:
    """The day on which work begins: the stated start, else the first day of a short period."""
    if goal.start is not None:
        day = goal.start.start or goal.start.end
        return (goal.start, day) if day and not goal.start.derived else None
    period = goal.period
    if period is None or period.derived or not period.start or not period.end:
        return None
    return (period, period.start) if (period.end - period.start).days <= _LONG else None
