from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Related, Report, Witness
from smartlint_rules.arithmetic.from_to import Way, near, way_of, worth
from smartlint_rules.arithmetic.written import written


class DeltaMismatch(GoalRule):
    """The change does not lead from the baseline to the target.

    ## What it finds
    A change in units or percentage points (`by 20 customers`, `med 3 prosentpoeng`) that stands with its baseline and
    its target, where the three do not fit one another. What rounding explains passes, and so does a change that comes
    back (`by 5 a week`) or speaks of something else than the two figures. Changes in percent are ARI001's.

    ## Why it matters
    One of the three numbers is wrong, and everybody picks another one to work towards. It mostly happens when a target
    is negotiated and only one place is corrected.

    ## Example
    ```goals
    goal: Raise the price of a haircut by £3 from £18 to £22
      owner: Grace Mbeki
    ```

    ```goals
    mål K1: Auke talet på elevar i korpsskulen med 12 frå 36 til 50
      eigar: Synnøve Aasen
    ```

    ```goals
    mål R4: Sænke ventetiden på akut tid med 10 minutter fra 40 til 25 minutter
      ejer: Jonas Brandt
    ```

    ## Use instead
    ```goals
    goal: Raise the price of a haircut by £4 from £18 to £22
      owner: Grace Mbeki
    ```

    ```goals
    mål K1: Auke talet på elevar i korpsskulen med 14 frå 36 til 50
      eigar: Synnøve Aasen
    ```

    ```goals
    mål R4: Sænke ventetiden på akut tid med 15 minutter fra 40 til 25 minutter
      ejer: Jonas Brandt
    ```

    ## Sources
    Plain arithmetic, after conversion to one unit, with a tolerance for rounding.
    """

    code = "ARI002"
    name = "delta-mismatch"
    title = "A change that does not fit its baseline and target"
    passes_as = "change adds up"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA007", "MEA008")
    closed = True
    messages = {
        "mismatch": "a change of {change} from {baseline} leads to {before}{expected}{after}, not to {target}",
        "from": "from here",
        "to": "to here",
    }
    helps = {
        "mismatch": "write `{left}{difference}{right}`, which fits the figures, "
        "or `{before}{expected}{after}`, which fits {change}"
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        way = way_of(goal)
        factor = _factor(way) if way else None
        size = written(way.change) if way else None
        if way is None or factor is None or size is None:
            return
        change = way.change.value * factor
        rounded = size.step * factor / 2 if size.decimals else 0.0
        if near(change, way.length, way.step + rounded):
            yield Witness(way.change.span)
            return
        yield self.report(
            "mismatch",
            way.change.span,
            related=(Related(way.baseline.span, "from"), Related(way.target.span, "to")),
            change=way.change.text,
            baseline=way.baseline.text,
            target=way.target.text,
            before=way.end.before,
            expected=way.end.shown(way.begin + (change if way.rises else -change)),
            after=way.end.after,
            left=size.before,
            difference=size.shown(way.length / factor),
            right=size.after,
        )


def _factor(way: Way) -> float | None:
    """What one unit of the change is worth in the target's; None where they cannot be compared."""
    change, unit = way.change, way.unit
    if change.unit in ("percent", "times") or not way.length or _is_rate(way):
        return None
    if way.length > 100 * change.value or change.value > 100 * max(way.length, way.begin):
        return None  # "3 people" beside "10 to 12 million"
    if change.unit == "percentage_point" or unit == "percent":
        return 1.0 if (change.unit, unit) == ("percentage_point", "percent") else None
    return worth(change.unit, unit)


def _is_rate(way: Way) -> bool:
    """So much again and again, unless the figures are rates too."""
    return bool(way.change.per) and way.change.per not in (way.baseline.per, way.target.per)
