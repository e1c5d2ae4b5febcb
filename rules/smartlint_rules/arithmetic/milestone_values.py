from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Milestone, Quantity, Related, Report, Witness
from smartlint_rules.arithmetic.from_to import near, worth
from smartlint_rules.arithmetic.milestone_path import Step, adds_up, are_parts, is_exact, is_sorted, steps_to


class MilestoneValues(GoalRule):
    """The value of a milestone does not lie on the way to the target.

    ## What it finds
    A milestone further from the target than the one before it; one that lies beyond the target; and one on the day of
    the deadline whose value is not the target. Milestones whose values add up to the target are taken to be parts of
    it, a bound (`at least 90 %`) may be passed, and a goal that keeps something as it is may move about.

    ## Why it matters
    Milestones tell in time whether a goal is within reach. Where one of them contradicts the target, being on plan
    means missing the goal, and the team learns it on the last day.

    ## Example
    ```goals
    mål U1: Öka andelen elever som klarar simprovet från 62 % till 80 %
      ägare: Maja Lindqvist
      senast: 2026-12-18
      milstolpar:
        - 2026-04-30: 70 %
        - 2026-08-31: 66 %
    ```

    ```goals
    mål V2: Auke talet på påmelde til kulturskulen frå 140 til 180
      eigar: Synnøve Aasen
      frist: 2026-09-30
      milepælar:
        - 2026-06-30: 160
        - 2026-09-30: 170
    ```

    ## Use instead
    ```goals
    mål U1: Öka andelen elever som klarar simprovet från 62 % till 80 %
      ägare: Maja Lindqvist
      senast: 2026-12-18
      milstolpar:
        - 2026-04-30: 66 %
        - 2026-08-31: 70 %
    ```

    ```goals
    mål V2: Auke talet på påmelde til kulturskulen frå 140 til 180
      eigar: Synnøve Aasen
      frist: 2026-09-30
      milepælar:
        - 2026-06-30: 160
        - 2026-09-30: 180
    ```

    ## Sources
    Plain arithmetic. Goals work through feedback on the way to them (Locke & Latham 2002), and it has to point the
    same way as the goal.
    """

    code = "ARI005"
    name = "milestone-values"
    title = "Milestones that do not lead to the target"
    passes_as = "milestones lead to the target"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA007", "MEA008", "MEA009")
    closed = True
    messages = {
        "back": "{value} is further from the target {target} than {above} before it",
        "beyond": "{value} lies beyond the target {target}",
        "end": "{value} on {date}, the day of the deadline, but the target is {target}",
        "above": "this one is nearer to it",
        "target": "this is the target",
    }
    helps = {
        "back": "correct the value, or the one before it",
        "beyond": "correct the value, or the target",
        "end": "make the two the same, or leave the milestone out",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        target = goal.target
        if target is None or not is_exact(target) or goal.reading.of("keep"):
            return
        steps = list(steps_to(goal, target))
        sign = _sign(goal, target, steps)
        if not sign or not is_sorted(steps):
            return
        places = (Related(target.span, "target"),)
        before: Step | None = None
        for milestone, value in steps:
            text, span = milestone.text.plain, milestone.text.span
            if target.role == "target" and sign * (value - target.value) > 0:
                yield self.report("beyond", span, related=places, value=text, target=target.text)
                return
            if _is_last_day(goal, milestone) and not _is_reached(value, target):
                yield self.report("end", span, related=places, value=text, date=milestone.time.end, target=target.text)
                return
            if before and sign * (value - before[1]) < 0:
                above = before[0].text
                nearer = (Related(above.span, "above"), *places)
                yield self.report("back", span, related=nearer, value=text, above=above.plain, target=target.text)
                return
            before = milestone, value
        if len(steps) > 1:
            yield Witness(steps[-1][0].text.span)


def _sign(goal: Goal, target: Quantity, steps: list[Step]) -> int:
    """1 where the way goes up, -1 where it goes down, 0 where the values are no way to the target."""
    if not steps or are_parts(steps, goal, target):
        return 0
    first = steps[0][1]
    baseline = goal.baseline
    factor = worth(baseline.unit, target.unit) if baseline else None
    if baseline and factor and baseline.value * factor != target.value:
        falls = target.value < baseline.value * factor
        if falls and adds_up(target) and first < target.value:
            return 0  # costs of 10 million a year down to 8: 2 million by March is no milestone beyond it
        return -1 if falls else 1
    if adds_up(target) and target.role == "target" and not goal.reading.of("decrease"):
        return 1
    return (first < target.value) - (first > target.value)


def _is_last_day(goal: Goal, milestone: Milestone) -> bool:
    """The milestone is a stated day, and the deadline is the same."""
    time, deadline = milestone.time, goal.deadline
    if deadline is None or deadline.end is None or deadline.derived or time.derived:
        return False
    return time.end == deadline.end and time.start in (None, time.end)


def _is_reached(value: float, target: Quantity) -> bool:
    if target.role == "bound_min":
        return value >= target.value
    if target.role == "bound_max":
        return value <= target.value
    return near(value, target.value, 0)
