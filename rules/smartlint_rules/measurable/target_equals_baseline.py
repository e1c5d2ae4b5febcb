from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Quantity, Related, Report, Witness

_BOUNDS = ("bound_min", "bound_max")
#: Up to here, two equal bare numbers in a sentence may be hours of the day: `open from 8 to 8`.
_CLOCK = 24


class TargetEqualsBaseline(GoalRule):
    """The goal ends where it starts.

    ## What it finds
    A baseline and a target that are the same figure in the same unit. It is an error where a word says that something
    is to change (`raise`, `fewer`) or where both stand in the sentence, and a warning where only two fields are alike.
    Silent where the goal is to hold a level (`keep`, `at least`, `below`).

    ## Why it matters
    It is reached on the day it is written. Mostly one of the two figures was to be changed and was forgotten, so the
    team works towards a number that nobody meant.

    ## Example
    ```goals
    goal: Increase the number of regulars from 140 guests to 140 guests
      owner: Amy Holt
    ```

    ```goals
    mål S2: Øge antallet af faste kunder fra 140 kunder til 140 kunder
      ejer: Lone Vestergaard
    ```

    ```goals
    mål 5: Auke svarprosenten i foreldreundersøkinga
      eigar: Silje Myklebust
      utgangspunkt: 64 %
      måltal: 64 %
    ```

    ## Use instead
    ```goals
    goal: Increase the number of regulars from 140 guests to 180 guests
      owner: Amy Holt
    ```

    ```goals
    mål S2: Øge antallet af faste kunder fra 140 kunder til 180 kunder
      ejer: Lone Vestergaard
    ```

    ```goals
    mål 5: Halde svarprosenten i foreldreundersøkinga over 64 %
      eigar: Silje Myklebust
      utgangspunkt: 64 %
      måltal: 64 %
    ```

    ## Sources
    A goal is a gap between where one is and where one wants to be (goal-setting theory). Holding a level is a goal as
    well, and then the sentence says so.
    """

    code = "MEA008"
    name = "target-equals-baseline"
    title = "Target and baseline are the same figure"
    passes_as = "target differs from baseline"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("ARI001", "ARI002", "ARI003")
    messages = {
        "same": "{target} is where it starts: nothing would change",
        "hold": "target and baseline are both {target}: is something to change, or to be kept?",
        "from": "it starts here",
    }
    helps = {
        "same": "write the figure that is to be reached",
        "hold": "write the figure that is to be reached, or say `keep` in the sentence if the level is to be held",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        start, target = goal.baseline, goal.target
        if start is None or target is None or not _comparable(start, target):
            return
        if start.value != target.value:
            yield Witness(target.span)
            return
        if _holds(goal, start, target):
            return
        words = goal.reading.of("increase", "decrease", "comparative")
        inside = [goal.statement.span.contains(number.span) for number in (start, target)]
        if not target.unit and target.value <= _CLOCK and any(inside):
            return
        place = (Related(start.span, "from"),)
        if all(inside) or (words and goal.reading.quantity("target") is None):
            yield self.report("same", target.span, related=place, target=target.text)
        elif target.value or words:
            yield self.report("hold", target.span, related=place, level="warning", target=target.text)


def _comparable(start: Quantity, target: Quantity) -> bool:
    loose = any(number.is_range or number.approximate or number.ambiguous for number in (start, target))
    return not loose and start.unit == target.unit and start.per == target.per


def _holds(goal: Goal, start: Quantity, target: Quantity) -> bool:
    """The level is to be held: a word says so (`keep`, `must not rise`), or a number of the sentence is a bound."""
    bounds = (start, target, *goal.reading.quantities)
    return bool(goal.reading.of("keep", "steady", "negation")) or any(number.role in _BOUNDS for number in bounds)
