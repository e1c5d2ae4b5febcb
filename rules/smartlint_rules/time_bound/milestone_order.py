from collections.abc import Iterator
from itertools import pairwise

from smartlint.rule import Context, Goal, GoalRule, Milestone, Related, Report, Witness, date


class MilestoneOrder(GoalRule):
    """A milestone does not lie where it should on the way to the goal.

    ## What it finds
    A milestone that comes before the one above it, before the start of the goal, or after the deadline. Only dates
    with their year count. A strategic goal's milestones may lie beyond the period of the file.

    ## Why it matters
    A milestone is the point at which one can still change course. When it lies after the deadline, or when the order
    is wrong, nobody looks at it in time.

    ## Example
    ```goals
    mål F2: Få 45 nye kunder fra skolerne i byen
      ejer: Mette Krogh
      frist: 2026-04-30
      milepæle:
        - 2026-03-31: 30 kunder
        - 2026-02-27: 15 kunder
    ```

    ```goals
    mål 1: Øke antall bestillinger på nett fra 300 til 450
      eier: Ingrid Solbakken
      frist: 2026-06-30
      milepæler:
        - 2026-04-30: 350 bestillinger
        - 2026-07-31: 400 bestillinger
    ```

    ## Use instead
    ```goals
    mål F2: Få 45 nye kunder fra skolerne i byen
      ejer: Mette Krogh
      frist: 2026-04-30
      milepæle:
        - 2026-02-27: 15 kunder
        - 2026-03-31: 30 kunder
    ```

    ```goals
    mål 1: Øke antall bestillinger på nett fra 300 til 450
      eier: Ingrid Solbakken
      frist: 2026-06-30
      milepæler:
        - 2026-04-30: 350 bestillinger
        - 2026-05-31: 400 bestillinger
    ```

    ## Sources
    Feedback on the way is part of why goals work (Locke & Latham 2002); milestones give it only in the order of time,
    between the start and the end.
    """

    code = "TIM006"
    name = "milestone-order"
    title = "Milestones out of order"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "unsorted": "this milestone comes before the one above it",
        "before-start": "this milestone comes before the start {date}",
        "after-deadline": "this milestone comes after the deadline {date}",
        "after-header": "this milestone comes after {date}, the deadline from the top of the file",
        "after-goal": "this milestone comes after {date}, the deadline of the goal above",
        "above": "this one is later",
        "start": "this is the start",
        "deadline": "this is the deadline",
    }
    helps = {
        "unsorted": "sort the milestones by day, or correct the day that is wrong",
        "before-start": "correct the day of the milestone, or the start",
        "after-deadline": "correct the day of the milestone, or the deadline",
        "after-header": "correct the day of the milestone, or give the goal a line `deadline: ⟨date⟩`",
        "after-goal": "correct the day of the milestone, or give the goal a line `deadline: ⟨date⟩`",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        field = goal.fields.get("milestones")
        milestones = [one for one in (field.value if field else None) or () if not one.time.derived and one.time.end]
        for one, other in pairwise(milestones):
            if other.time.end < _first_day(one):
                yield self.report("unsorted", other.time.span, related=(Related(one.time.span, "above"),))
        yield from self._before_start(goal, milestones)
        yield from self._after_deadline(goal, milestones)

    def _before_start(self, goal: Goal, milestones: list[Milestone]) -> Iterator[Report]:
        start = goal.start
        if start is None or start.derived:
            return
        day = start.start or start.end
        early = next((one for one in milestones if day and one.time.end and one.time.end < day), None)
        if early:
            yield self.report("before-start", early.time.span, related=(Related(start.span, "start"),), date=day)

    def _after_deadline(self, goal: Goal, milestones: list[Milestone]) -> Iterator[Report]:
        deadline, origin = goal.deadline, goal.inherited.get("deadline")
        if deadline is None or deadline.derived or (origin and goal.level == "strategic"):
            return
        day = deadline.end
        late = next((one for one in milestones if day and (_first_day(one) or day) > day), None)
        if late:
            message = f"after-{origin.place}" if origin else "after-deadline"
            yield self.report(message, late.time.span, related=(Related(deadline.span, "deadline"),), date=day)


def _first_day(milestone: Milestone) -> date | None:
    return milestone.time.start or milestone.time.end
