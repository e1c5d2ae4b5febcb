from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Hit, Quantity, Report, Witness, measure, new_line
from smartlint_rules.measurable.measured import DIRECTIONS


class MissingBaseline(GoalRule):
    """A goal is a change, and nobody says from where.

    ## What it finds
    A goal that raises or lowers something to a figure or by an amount, with no `baseline` in the sentence or in a
    field, and no `progress` or `evidence` that would show where one stands. `baseline: ?` is an answer: it is not
    known yet.

    A count that starts from nothing (`Win 50 new customers`, `Add and keep five members`, `Raise £12,500`) needs no
    baseline.

    ## Why it matters
    Without today's figure nobody can tell whether the target is a stroll or a miracle, and 15 % of an unknown start
    is an unknown amount. The seller who takes the goal on takes a risk that nobody has looked at.

    ## Example
    ```goals
    goal C2: Increase sales of rain jackets by 15 %
      owner: Amy Holt
      deadline: 2026-07-31
    ```

    ```goals
    mål M1: Höja snittnotan till 104 kr senast 30 juni 2026
      ägare: Maja Lindqvist
    ```

    ## Use instead
    ```goals
    goal C2: Increase sales of rain jackets by 15 %
      owner: Amy Holt
      baseline: 480 jackets
      deadline: 2026-07-31
    ```

    ```goals
    mål M1: Höja snittnotan från 92 kr till 104 kr senast 30 juni 2026
      ägare: Maja Lindqvist
    ```

    ## Sources
    Advice for small firms' marketing: know today's figures first, for that is the zero point. Among practitioners,
    key results without a starting value are one of the commonest faults.
    """

    code = "MEA003"
    name = "missing-baseline"
    title = "A change from an unknown start"
    passes_as = "baseline known"
    level = "warning"
    profiles = ("sales", "marketing")
    yields_to = ("MEA001",)
    messages = {
        "change": "{number}, but from where? Nothing says what the figure is today",
        "target": "to {number}, but from where? Nothing says what the figure is today",
    }
    helps = {
        "change": "add a line `baseline: ⟨figure today⟩`, or `baseline: ?` if nobody knows it yet",
        "target": "write `from ⟨baseline⟩ to {number}`, or add a line `baseline: ?` if nobody knows the figure yet",
    }
    patterns = {"line": "baseline: ⟨figure today⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.baseline is not None:
            yield Witness(goal.baseline.span)
        elif not any(goal.says(name) for name in ("baseline", "progress", "evidence")) and not _compares(goal, context):
            words = goal.reading.of(*DIRECTIONS)
            change, target = goal.change, goal.target
            if change is not None and target is not None and _settles(target, change):
                return
            if change is not None and (words or change.unit == "times"):
                yield self.report("change", change.span, fix=new_line("line"), number=change.text)
            elif target is not None and _moves(goal, words, target):
                # "Under 150 000" is no "to 150 000".
                variant = "change" if target.role.startswith("bound") and not _to(goal, target) else "target"
                yield self.report(variant, target.span, fix=new_line("line"), number=target.text)


def _settles(target: Quantity, change: Quantity) -> bool:
    """The start follows from both ("by 2 points to 40"), or a level is to be kept whatever else changes."""
    return target.role == "target" or target.span.start < change.span.start


def _compares(goal: Goal, context: Context) -> bool:
    """A time in the sentence that is over names the start: "compared with 2024"."""
    return any(time.end is not None and time.end < context.today for time in goal.reading.times)


def _moves(goal: Goal, words: tuple[Hit, ...], number: Quantity) -> bool:
    """Something is moved to the number: it is no count of what is won, added or raised, which starts from nothing."""
    gaps = [number.span.start - word.span.end for word in words]
    if all(gap <= 0 for gap in gaps) or 1 in gaps:
        return False
    level = number.unit == "percent" or number not in goal.reading.quantities
    if level or any(word.kind == "decrease" for word in words) or _to(goal, number):
        return True
    above = number.role == "bound_min" and (not number.unit or bool(measure(number)))
    return above and all(hit.span.end + 1 != number.span.start for hit in goal.reading.of("margins"))


def _to(goal: Goal, number: Quantity) -> bool:
    """Right before the number stands where the change leads: `to 40`, `to at least 40`, `opp til over 40`."""
    start = number.span.start
    for hit in reversed(goal.reading.of("whither", "margins", "nameless")):
        if hit.span.end + 1 == start:
            if hit.kind == "whither":
                return True
            start = hit.span.start
    return False
