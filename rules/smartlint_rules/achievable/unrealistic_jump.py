from collections.abc import Iterator
from itertools import pairwise

from smartlint.rule import Context, Goal, GoalRule, Option, Related, Report, Witness
from smartlint_rules.achievable.course import Point, aim_of, course_of, covers, spans_fit


class UnrealisticJump(GoalRule):
    """The goal asks for far more in the time than was ever done before.

    ## What it finds
    A goal with three dated figures or more in `progress` or `evidence`, whose way from the last of them to the target
    takes more than `factor` times the best pace so far. Without such figures, or where they stand close together and
    the deadline is far away, nothing is said. Where the figures never
    moved the right way yet, nothing is said either: to turn a trend may be what the goal is for.

    ## Why it matters
    A goal that nobody believes in is not worked for: people who are handed one give up early, or cut corners to look
    as if they had reached it.

    ## Example
    ```goals
    goal D2: Raise the share of patients who book online to 80 % by 31 December 2026
      owner: Ravi Pillai
      evidence:
        - 2023: 22 %
        - 2024: 27 %
        - 2025: 35 %
    ```

    ```goals
    mål 3: Øke antall overnattinger fra 6100 til 9000
      eier: Ingrid Solbakken
      frist: 2026-12-31
      historikk:
        - 2023: 5400
        - 2024: 5900
        - 2025: 6100
    ```

    ## Use instead
    ```goals
    goal D2: Raise the share of patients who book online to 48 % by 31 December 2026
      owner: Ravi Pillai
      evidence:
        - 2023: 22 %
        - 2024: 27 %
        - 2025: 35 %
    ```

    ```goals
    mål 3: Øke antall overnattinger fra 6100 til 6900
      eier: Ingrid Solbakken
      frist: 2026-12-31
      historikk:
        - 2023: 5400
        - 2024: 5900
        - 2025: 6100
    ```

    ## Options
    - `factor` (default 2): how many times the best pace so far a goal may ask for.

    ## Sources
    The A of SMART. Goal-setting research finds that hard goals raise performance as long as people accept them and
    are able to reach them (Locke & Latham 2002). Over-optimism is on every list of pitfalls of marketing goals.
    """

    code = "ACH001"
    name = "unrealistic-jump"
    title = "A target far beyond what was ever done"
    passes_as = "within reach"
    level = "warning"
    profiles = ()
    yields_to = ("MEA007", "MEA013", "TIM003", "TIM005")
    options = (
        Option(
            "factor",
            2,
            {"type": "number", "exclusiveMinimum": 1},
            "how many times the best pace so far a goal may ask for",
        ),
    )
    messages = {
        "jump": "from {last} to {target} by {date} takes {times} times the best pace so far, at most {limit}: "
        "`unrealistic-jump.factor`",
        "best": "the best pace so far led to this figure",
    }
    helps = {"jump": "set a target that the figures support, give it more time, or say in `how` what is new this time"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        points, deadline, number = course_of(goal), goal.deadline, goal.target or goal.change
        if not points or deadline is None or deadline.end is None or number is None or not spans_fit(goal, points):
            return
        last = points[-1]
        aim, days = aim_of(goal, last), (deadline.end - last.day).days
        if aim is None or days <= 0 or not covers(points, days):
            return
        pace, best = _best(points, 1 if aim > last.value else -1)
        if pace <= 0:
            return
        times, limit = round(abs(aim - last.value) / days / pace, 1), context.options["factor"]
        if times <= limit:
            yield Witness(last.item.span)
            return
        yield self.report(
            "jump",
            number.span,
            related=(Related(best.item.span, "best"),),
            last=last.item.text.plain,
            target=number.text,
            date=deadline.end,
            times=times,
            limit=limit,
        )


def _best(points: list[Point], sign: int) -> tuple[float, Point]:
    """The fastest change a day in the wanted direction, and the point that it led to."""
    paces = (((new.value - old.value) * sign / (new.day - old.day).days, new) for old, new in pairwise(points))
    return max(paces, key=lambda pair: pair[0])
