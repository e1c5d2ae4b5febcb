from collections.abc import Iterator
from itertools import pairwise

from smartlint.rule import Context, Goal, GoalRule, Option, Report, Witness
from smartlint_rules.arithmetic.from_to import worth
from smartlint_rules.arithmetic.milestone_path import Step, adds_up, are_parts, is_exact, is_sorted, steps_to

_LATE = 2 / 3


class BackLoaded(GoalRule):
    """The milestones leave most of the way for the end.

    ## What it finds
    Milestones after which more than `max-share` per cent of the way is left for the last third of the time. In between
    two milestones the way is taken to be even; the time runs from `start`, or from the start of the period, to the
    deadline.

    ## Why it matters
    A plan that rises late looks as if it were on track until there is no time left to change course. Where the late
    rise has a reason, such as a season, it is worth writing down.

    ## Example
    ```goals
    mål S1: Selje 600 sesongkort i skitrekket
      eigar: Torunn Eikeland
      start: 2026-02-01
      frist: 2026-11-30
      milepælar:
        - 2026-05-31: 40
        - 2026-09-30: 120
    ```

    ```goals
    goal T3: Raise the share of invoices sent by machine from 20 % to 80 %
      owner: Gordon Pike
      start: 2026-01-01
      deadline: 2026-12-31
      milestones:
        - 2026-06-30: 22 %
        - 2026-10-31: 30 %
    ```

    ## Use instead
    ```goals
    mål S1: Selje 600 sesongkort i skitrekket
      eigar: Torunn Eikeland
      start: 2026-02-01
      frist: 2026-11-30
      milepælar:
        - 2026-05-31: 150
        - 2026-09-30: 400
    ```

    ```goals
    goal T3: Raise the share of invoices sent by machine from 20 % to 80 %
      owner: Gordon Pike
      start: 2026-01-01
      deadline: 2026-12-31
      milestones:
        - 2026-06-30: 45 %
        - 2026-10-31: 70 %
    ```

    ## Options
    - `max-share` (default `60`): how much of the way, in per cent, may be left for the last third of the time. On an
      even way it is 33.

    ## Sources
    Planners call it a hockey stick. Research on planning finds that people believe in late spurts of their own more
    than their past allows (the planning fallacy, Kahneman & Tversky).
    """

    code = "ARI007"
    name = "back-loaded"
    title = "Milestones that leave most of the way for the end"
    passes_as = "milestones evenly spread"
    level = "info"
    profiles = ()
    yields_to = ("ARI005", "TIM006", "MEA007")
    options = (
        Option(
            "max-share",
            60,
            {"type": "integer", "minimum": 34, "maximum": 100},
            "how much of the way, in per cent, may be left for the last third of the time",
        ),
    )
    messages = {
        "late": "{share} % of the way is left for the last third of the time, at most {limit} %: `back-loaded.max-share`"
    }
    helps = {"late": "move some of the way forward, or say in `note` why it comes late"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        target = goal.target
        if target is None or not is_exact(target):
            return
        steps = list(steps_to(goal, target))
        begin = _begin(goal, steps)
        if begin is None or not is_sorted(steps) or are_parts(steps, goal, target):
            return
        days = _days(goal, steps, begin, target.value)
        if len(days) < 3 or target.value == begin:
            return
        left = (target.value - _value_at(days, _LATE)) / (target.value - begin)
        share, limit = round(left * 100), context.options["max-share"]
        if share > limit:
            yield self.report("late", steps[-1][0].text.span, share=share, limit=limit)
        else:
            yield Witness(steps[-1][0].text.span)


def _begin(goal: Goal, steps: list[Step]) -> float | None:
    """Where the way begins: at the baseline, or at nothing where the first milestone adds up from there."""
    target, baseline = goal.target, goal.baseline
    if target is None or not steps:
        return None
    first = steps[0][1]
    factor = worth(baseline.unit, target.unit) if baseline and is_exact(baseline) else None
    if baseline is not None and factor is None:
        return None
    begin = baseline.value * factor if baseline and factor else 0.0
    if min(begin, target.value) <= first <= max(begin, target.value):
        return begin
    return 0.0 if adds_up(target) and begin < target.value and first < begin else None


def _days(goal: Goal, steps: list[Step], begin: float, end: float) -> list[tuple[float, float]]:
    """The way as points: the share of the time that has passed, and the value; empty where its length is not known."""
    start = goal.start or goal.period
    first, last = (start.start if start else None), (goal.deadline.end if goal.deadline else None)
    if first is None or last is None or last <= first:
        return []
    passed = [((one.time.end - first) / (last - first), value) for one, value in steps if one.time.end]
    return [(0.0, begin), *(point for point in passed if 0 < point[0] < 1), (1.0, end)]


def _value_at(points: list[tuple[float, float]], share: float) -> float:
    """The value at a share of the time, on an even way from point to point."""
    for (early, low), (late, high) in pairwise(points):
        if share <= late:
            return low + (high - low) * (share - early) / (late - early) if late > early else high
    return points[-1][1]
