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
    passes_as = "milestones in order"
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
        milestones = list(_stated(goal))
        said = list(self._compare(goal, milestones))
        yield from [one for one in said if isinstance(one, Report)] or said[-1:]

    def _compare(self, goal: Goal, milestones: list[tuple[date, date, Milestone]]) -> Iterator[Report | Witness]:
        if not milestones:
            return
        for (first, _, above), (_, last, one) in pairwise(milestones):
            if last < first:
                yield self.report("unsorted", one.time.span, related=(Related(above.time.span, "above"),))
            else:
                yield Witness(one.time.span)
        start = goal.start
        if start and start.start and not start.derived and "start" not in goal.inherited:
            early = next((one for _, last, one in milestones if last < start.start), None)
            if early:
                related = (Related(start.span, "start"),)
                yield self.report("before-start", early.time.span, related=related, date=start.start)
            else:
                yield Witness(milestones[0][2].time.span)
        deadline, origin = goal.deadline, goal.inherited.get("deadline")
        if deadline and deadline.end and not deadline.derived and not (origin and goal.level == "strategic"):
            late = next((one for first, _, one in milestones if first > deadline.end), None)
            if late:
                message = f"after-{origin.place}" if origin else "after-deadline"
                related = (Related(deadline.span, "deadline"),)
                yield self.report(message, late.time.span, related=related, date=deadline.end)
            else:
                yield Witness(milestones[-1][2].time.span)


def _stated(goal: Goal) -> Iterator[tuple[date, date, Milestone]]:
    """The milestones with their first and last day, but for those whose year was guessed."""
    field = goal.fields.get("milestones")
    for one in field.value if field and type(field.value) is tuple else ():
        if one.time.end and not one.time.derived:
            yield one.time.start or one.time.end, one.time.end, one
