from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Quantity, Related, Report
from smartlint_rules.measurable.counted import PERCENTAGES, subject_of

#: A whole in percent: no share can pass it.
_WHOLE = 100
#: A change as large as this is taken to be a part: hardly any rate moves by so many points.
_PLAINLY_A_PART = 50


class PercentOrPoints(GoalRule):
    """A percentage is changed by a percentage: which of two sums is meant?

    ## What it finds
    A change in percent of something that is counted in percent itself: a rate or share (`the conversion rate up by
    5 %`), or a start in percent (`baseline: 60 %`). Silent where the target is written, where points are written,
    where `relative` stands beside it, and where a change in points cannot be meant because it would pass 0 or 100 %.

    ## Why it matters
    From 60 %, "10 % up" is 66 % to the one and 70 % to the other. Both are honest, and one of them misses the bonus.

    ## Example
    ```goals
    mål W1: Öka öppningsgraden i nyhetsbrevet med 5 %
      ägare: Erik Sundström
      senast: 2026-09-30
    ```

    ```goals
    goal H3: Fill 10 % more rooms on weekdays
      owner: Nadia Osei
      baseline: 60 %
    ```

    ## Use instead
    ```goals
    mål W1: Öka öppningsgraden i nyhetsbrevet med 5 procentenheter
      ägare: Erik Sundström
      senast: 2026-09-30
    ```

    ```goals
    goal H3: Fill 10 % more rooms on weekdays
      owner: Nadia Osei
      baseline: 60 %
      target: 66 %
    ```

    ## Sources
    Style guides of statistical offices and newspapers tell percent and percentage points apart, because readers do
    not. The two sums are plain arithmetic.
    """

    code = "MEA006"
    name = "percent-or-points"
    title = "Percent or percentage points"
    level = "warning"
    messages = {
        "rate": "`{word}` is counted in percent: is {number} a part of it, or percentage points?",
        "start": "{number} from {baseline} is {relative} % or {points} %: which is meant?",
        "from": "it starts here",
    }
    profiles = ()
    helps = {
        "rate": "write `{number}` as percentage points, or write the rate that is to be reached: `from ⟨baseline⟩ to ⟨target⟩`",
        "start": "write the figure that is to be reached, or write percentage points",
    }
    patterns = {"points": "{value} percentage points"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report]:
        number, start, target = goal.change, goal.baseline, goal.target
        if number is None or number.unit != "percent" or goal.reading.of("relative"):
            return
        if number.value >= _PLAINLY_A_PART or (target is not None and target.unit == "percent"):
            return
        if start is not None:
            if start.unit == "percent" and not start.is_range and not number.is_range:
                yield from self._two_sums(goal, number, start)
        elif word := subject_of(goal, number, *PERCENTAGES):
            yield self.report("rate", number.span, fix=_points(number), word=word.text, number=number.text)

    def _two_sums(self, goal: Goal, number: Quantity, start: Quantity) -> Iterator[Report]:
        sign = -1 if goal.reading.of("decrease") else 1
        points = start.value + sign * number.value
        relative = start.value * (1 + sign * number.value / 100)
        if 0 < points <= _WHOLE and start.span != number.span:
            yield self.report(
                "start",
                number.span,
                related=(Related(start.span, "from"),),
                number=number.text,
                baseline=start.text,
                relative=round(relative, 2),
                points=round(points, 2),
            )


def _points(number: Quantity) -> Fix | None:
    value = number.text.removesuffix("%").rstrip()
    if value == number.text or not value.isascii() or not value[-1].isdigit():
        return None
    return Fix((Edit(number.span, "points", {"value": value}),), "unsafe")
