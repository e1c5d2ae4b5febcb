from collections.abc import Callable, Iterator
from itertools import pairwise
from math import log

from smartlint.rule import Context, Goal, GoalRule, Option, Related, Report, Witness
from smartlint_rules.achievable.course import ENOUGH, Point, aim_of, course_of, covers, direction_of, points_of, spans_fit

_Scale = Callable[[float], float]


class SandbaggedTarget(GoalRule):
    """The goal asks for less than what happens anyway.

    ## What it finds
    A goal with three dated figures or more, in `evidence` or `progress`, whose target was already reached with the last
    figure of its `evidence`, or lies so near that it takes less than `share` of the slowest pace so far, although all
    figures moved that way. The pace is compared in figures and in percent, so that growth may slow down as it does.
    A level that is to be kept is no finding.

    ## Why it matters
    The goal is reached without anybody doing anything for it. Those whose targets were set in earnest see a bonus being
    paid for nothing, and set theirs low next year.

    ## Example
    ```goals
    mål 5: Auke talet på lån i biblioteket til 41 000 innan 31. desember 2026
      eigar: Siv Aasen
      historikk:
        - 2023: 38 200
        - 2024: 40 100
        - 2025: 42 300
    ```

    ```goals
    mål S4: Øge andelen af ordrer over nettet fra 52 % til 53 %
      ejer: Mads Krogh
      frist: 2026-12-31
      historik:
        - 2023: 31 %
        - 2024: 42 %
        - 2025: 52 %
    ```

    ## Use instead
    ```goals
    mål 5: Auke talet på lån i biblioteket til 44 500 innan 31. desember 2026
      eigar: Siv Aasen
      historikk:
        - 2023: 38 200
        - 2024: 40 100
        - 2025: 42 300
    ```

    ```goals
    mål S4: Øge andelen af ordrer over nettet fra 52 % til 62 %
      ejer: Mads Krogh
      frist: 2026-12-31
      historik:
        - 2023: 31 %
        - 2024: 42 %
        - 2025: 52 %
    ```

    ## Options
    - `share` (default 0.5): how much of the slowest pace so far a goal must ask for at least.

    ## Sources
    Goal-setting research: hard goals lead to more than easy ones (Locke & Latham 2002). Handbooks on OKR and on sales
    bonuses know the habit of bidding low, and call it sandbagging.
    """

    code = "ACH005"
    name = "sandbagged-target"
    title = "A target that is reached anyway"
    passes_as = "asks for an effort"
    level = "info"
    profiles = ()
    yields_to = ("MEA007", "MEA008", "MEA013", "TIM003", "TIM005")
    options = (
        Option(
            "share",
            0.5,
            {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
            "how much of the slowest pace so far a goal must ask for at least",
        ),
    )
    messages = {
        "reached": "{target} was reached already: the last figure is {last}",
        "slow": "from {last} to {target} by {date} is slower than it ever went, less than {limit} of the slowest pace: "
        "`sandbagged-target.share`",
        "last": "this is the last figure",
    }
    helps = {
        "reached": "set a target that takes an effort, or write `keep` if the level is to be held",
        "slow": "set a target that takes an effort, or say in `why` what has made it harder",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        number, deadline = goal.target or goal.change, goal.deadline
        if number is None or goal.reading.of("keep"):
            return
        evidence, course = points_of(goal, "evidence"), course_of(goal)
        if len(evidence) >= ENOUGH and spans_fit(goal, evidence):
            last, sign = evidence[-1], direction_of(goal)
            aim = aim_of(goal, last)
            if aim is not None and sign and (aim - last.value) * sign <= 0 and not goal.says("progress"):
                related = (Related(last.item.span, "last"),)
                yield self.report("reached", number.span, related=related, target=number.text, last=last.item.text.plain)
                return
        if course and deadline is not None and deadline.end is not None and spans_fit(goal, course):
            last = course[-1]
            aim, days = aim_of(goal, last), (deadline.end - last.day).days
            limit = context.options["share"]
            if aim is None or days <= 0 or not covers(course, days):
                return
            if _is_slow(course, aim, days, limit):
                related = (Related(last.item.span, "last"),)
                text = last.item.text.plain
                yield self.report(
                    "slow", number.span, related=related, last=text, target=number.text, date=deadline.end, limit=limit
                )
            elif (aim - last.value) * direction_of(goal) > 0:
                yield Witness(number.span)


def _is_slow(points: list[Point], aim: float, days: int, share: float) -> bool:
    """On every scale that the figures fit, the way to the aim is slower than a share of the slowest step before."""
    last = points[-1].value
    sign = 1 if aim > last else -1
    values = [*(point.value for point in points), aim]
    scales: list[_Scale] = [float]
    if min(values) > 0:
        scales.append(log)
    quantity = points[-1].item.quantity
    if quantity is not None and quantity.unit == "percent" and max(values) < 100:
        scales.append(lambda value: -log(100 - value))
    for scale in scales:
        paces = [(scale(new.value) - scale(old.value)) * sign / (new.day - old.day).days for old, new in pairwise(points)]
        needed = (scale(aim) - scale(last)) * sign / days
        if not 0 < needed < share * min(paces):
            return False
    return True
