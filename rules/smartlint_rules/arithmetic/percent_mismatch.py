from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Quantity, Related, Report, Witness
from smartlint_rules.arithmetic.written import written

#: Sums of decimal fractions are not exact in floating point.
_FLOAT_SLACK = 1 + 1e-9


class PercentMismatch(GoalRule):
    """The percentage does not lead from the baseline to the target.

    ## What it finds
    A change in percent that stands with its baseline and its target, where the three do not fit one another. What
    rounding explains passes: half a unit of the last digit, in the percentage and in the finer of the two figures.
    Rates are left alone, as a change of a rate may be meant in percentage points, and so are changes that come back
    (`10 % a year`).

    ## Why it matters
    One of the three numbers is wrong, and everybody picks another one to work towards. It is usually found when the
    bonus is paid.

    ## Example
    ```goals
    goal: Increase repeat orders by 20 % from 150 to 210
      owner: Ravi Pillai
    ```

    ```goals
    resultatmål R1: Øke salget i sør med 10 % fra 9 mill. kr til 10,5 mill. kr
      eier: Ravi Pillai
    ```

    ```goals
    mål R1: Øge antallet af genbestillinger med 20 % fra 150 til 210
      ejer: Pia Holm
    ```

    ## Use instead
    ```goals
    goal: Increase repeat orders by 40 % from 150 to 210
      owner: Ravi Pillai
    ```

    ```goals
    resultatmål R1: Øke salget i sør med 10 % fra 9 mill. kr til 9,9 mill. kr
      eier: Ravi Pillai
    ```

    ```goals
    mål R1: Øge antallet af genbestillinger med 40 % fra 150 til 210
      ejer: Pia Holm
    ```

    ## Sources
    Plain arithmetic, after conversion to one unit; a tolerance for rounding, so that an honest "about 17 %" passes.
    """

    code = "ARI001"
    name = "percent-mismatch"
    title = "A percentage that does not fit its baseline and target"
    passes_as = "percentage adds up"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA007",)
    closed = True
    messages = {
        "mismatch": "a change of {change} from {baseline} leads to {before}{expected}{after}, not to {target}",
        "from": "from here",
        "to": "to here",
    }
    helps = {"mismatch": "write `{percent} %`, which fits the figures, or `{before}{expected}{after}`, which fits {change}"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        change, baseline, target = goal.change, goal.baseline, goal.target
        if change is None or baseline is None or target is None or not _comparable(goal, change, baseline, target):
            return
        share, start, end = (written(number) for number in (change, baseline, target))
        if start is None or end is None:
            return
        factor = 1 + _sign(goal, baseline, target) * change.value / 100
        expected = baseline.value * factor
        share_step, decimals = (share.step, share.decimals) if share else (1, 0)
        step = min(start.step, end.step)  # who writes 10.5 means 9.0 by 9
        rounded = 0 if start.is_count else step * factor
        slack = (step + rounded + baseline.value * share_step / 100) / 2
        if abs(expected - target.value) <= slack * _FLOAT_SLACK:
            yield Witness(change.span)
            return
        yield self.report(
            "mismatch",
            change.span,
            related=(Related(baseline.span, "from"), Related(target.span, "to")),
            change=change.text,
            baseline=baseline.text,
            target=target.text,
            before=end.before,
            expected=end.shown(expected),
            after=end.after,
            percent=round(abs(target.value / baseline.value - 1) * 100, decimals + 1),
        )


def _comparable(goal: Goal, change: Quantity, baseline: Quantity, target: Quantity) -> bool:
    """A percentage, once, of one amount to another of the same kind, all of them exact."""
    comes_back = any(time.role == "recurrence" and 0 <= time.span.start - change.span.end <= 1 for time in goal.reading.times)
    return (
        change.unit == "percent"
        and not comes_back
        and baseline.unit == target.unit
        and (baseline.per == target.per or not baseline.per or not target.per)
        and baseline.unit not in ("percent", "percentage_point")
        and not any(number.approximate or number.ambiguous or number.is_range for number in (change, baseline, target))
    )


def _sign(goal: Goal, baseline: Quantity, target: Quantity) -> int:
    """-1 where the words or, if they do not tell, the numbers go down."""
    kinds = {hit.kind for hit in goal.reading.of("increase", "decrease")}
    falls = kinds == {"decrease"} if len(kinds) == 1 else target.value < baseline.value
    return -1 if falls else 1
