from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Milestone, Option, Related, Report, Witness, date
from smartlint_rules.achievable.course import Point, aim_of, begin_of, direction_of, is_amount, points_of


class BehindPlan(GoalRule):
    """The progress lies behind the milestones, or behind the straight line to the target.

    ## What it finds
    A goal whose last dated progress does not reach the last milestone before it. Without milestones: whose progress
    has fallen behind the straight line from the start to the deadline by more than `slack` percentage points of the way.
    Goals that already say that they are at risk, or are paused, are left alone.

    ## Why it matters
    It is the last moment at which something can be done about it. Later the same figures only explain why the goal was
    missed.

    ## Example
    ```goals
    mål F1: Sälja 600 årskort till badhuset senast 30 april 2026
      ägare: Maja Lindqvist
      framsteg:
        - 2026-01-30: 140 årskort
      milstolpar:
        - 2026-01-30: 250 årskort
        - 2026-03-31: 480 årskort
    ```

    ```goals
    mål 2: Korte saksbehandlingstida frå 60 til 30 dagar innan 31. mars 2026
      eigar: Torunn Eikeland
      start: 2025-10-01
      framdrift:
        - 2026-01-30: 55 dagar
    ```

    ## Use instead
    ```goals
    mål F1: Sälja 600 årskort till badhuset senast 30 april 2026
      ägare: Maja Lindqvist
      status: hotat
      framsteg:
        - 2026-01-30: 140 årskort
      milstolpar:
        - 2026-01-30: 250 årskort
        - 2026-03-31: 480 årskort
    ```

    ```goals
    mål 2: Korte saksbehandlingstida frå 60 til 30 dagar innan 31. mars 2026
      eigar: Torunn Eikeland
      start: 2025-10-01
      framdrift:
        - 2026-01-30: 41 dagar
    ```

    ## Options
    - `slack` (default 15): how many percentage points of the way the progress may be behind the straight line.

    ## Sources
    Feedback on where one stands against the plan is part of why goals work (Locke & Latham 2002): people who learn that
    they are behind raise their effort or change their way of working.
    """

    code = "ACH007"
    name = "behind-plan"
    title = "Progress behind the plan"
    passes_as = "on course"
    level = "info"
    profiles = ()
    yields_to = ("ACH001", "MEA007", "MEA008", "TIM003", "TIM005", "TIM006")
    options = (
        Option(
            "slack",
            15,
            {"type": "number", "minimum": 0, "maximum": 100},
            "how many percentage points of the way the progress may be behind the straight line",
        ),
    )
    messages = {
        "milestone": "{value} on {date} does not reach the milestone of {day}, {planned}",
        "line": "{value} on {date}: {done} % of the way, with {gone} % of the time gone; at most {limit} points behind: "
        "`behind-plan.slack`",
        "planned": "this is the milestone",
    }
    helps = {
        "milestone": "say in `how` what will be done differently, or write `status: at risk`",
        "line": "say in `how` what will be done differently, or write `status: at risk`",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        points = points_of(goal, "progress")
        if not points or goal.status in ("at_risk", "paused", "draft") or goal.reading.of("keep") or _is_flow(points[-1], goal):
            return
        last, start = points[-1], _start(goal, points)
        aim = aim_of(goal, last)
        if aim is None:
            return
        if goal.says("milestones"):
            due = [one for one in points_of(goal, "milestones") if one.day <= last.day]
            sign = direction_of(goal) or (1 if due and aim >= due[0].value else -1)
            if due and (last.value - due[-1].value) * sign < 0:
                yield self._against(last, due[-1].item)
        elif start is not None:
            yield from self._on_line(goal, start, last, aim, context.options["slack"])

    def _against(self, last: Point, planned: Milestone) -> Report:
        return self.report(
            "milestone",
            last.item.span,
            related=(Related(planned.span, "planned"),),
            value=last.item.text.plain,
            date=last.day,
            day=planned.time.end,
            planned=planned.text.plain,
        )

    def _on_line(
        self, goal: Goal, start: tuple[date, float], last: Point, aim: float, limit: float
    ) -> Iterator[Report | Witness]:
        end = goal.deadline.end if goal.deadline else None
        day, value = start
        if end is None or not day < last.day <= end or aim == value:
            return
        gone = 100 * (last.day - day).days / (end - day).days
        done = 100 * (last.value - value) / (aim - value)
        if gone - done <= limit:
            yield Witness(last.item.span)
            return
        text = last.item.text.plain
        yield self.report("line", last.item.span, value=text, date=last.day, done=round(done), gone=round(gone), limit=limit)


def _is_flow(last: Point, goal: Goal) -> bool:
    """Figures of single months do not add up by themselves; a rate is compared at once and has no line."""
    time, number = last.item.time, goal.target or goal.change
    if number is None or number.per or goal.reading.time("recurrence"):
        return True
    return is_amount(number) and time.start is not None and time.start != time.end


def _start(goal: Goal, points: list[Point]) -> tuple[date, float] | None:
    """Where the line to the target starts: at the baseline, at nothing, or at the first of several figures."""
    begin, baseline, target = begin_of(goal), goal.baseline, goal.target
    if begin is not None and baseline is not None:
        return begin, baseline.value
    from_nothing = target is not None and target.role == "target" and is_amount(target) and not direction_of(goal)
    if begin is not None and from_nothing:
        return begin, 0.0
    return (points[0].day, points[0].value) if len(points) > 1 else None
