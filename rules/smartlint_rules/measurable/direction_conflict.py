from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Hit, Quantity, Related, Report, Witness, compile_late
from smartlint_rules.measurable.measured import DIRECTIONS

_PARTED = compile_late(r"[,;:–]\s")


class DirectionConflict(GoalRule):
    """The word says one way and the numbers the other.

    ## What it finds
    A sentence whose only direction word is one of more (`raise`) or one of less (`reduce`), while the baseline and
    the target, in the sentence or in the fields, go the other way in the same unit. Words in the part that says *how*
    do not count.

    ## Why it matters
    One of the two is a slip: two swapped numbers, or a sentence copied from another goal. Whoever reads only the
    number works against whoever reads only the sentence.

    ## Example
    ```goals
    goal: Reduce the waiting time at the door from 10 minutes to 14 minutes
      owner: Tom Reid
    ```

    ```goals
    mål F1: Sænke ventetiden i døren fra 10 minutter til 14 minutter
      ejer: Sanne Dahl
    ```

    ```goals
    mål 1: Auke talet på medlemer
      eigar: Torunn Eikeland
      utgangspunkt: 720 medlemer
      måltal: 640 medlemer
    ```

    ## Use instead
    ```goals
    goal: Reduce the waiting time at the door from 14 minutes to 10 minutes
      owner: Tom Reid
    ```

    ```goals
    mål F1: Sænke ventetiden i døren fra 14 minutter til 10 minutter
      ejer: Sanne Dahl
    ```

    ```goals
    mål 1: Auke talet på medlemer
      eigar: Torunn Eikeland
      utgangspunkt: 640 medlemer
      måltal: 720 medlemer
    ```

    ## Sources
    No rubric that we know of checks it, and no reader should have to: it is arithmetic. Tools for key results keep a
    type for "from lower to higher" and one for "from higher to lower" for the same reason.
    """

    code = "MEA007"
    name = "direction-conflict"
    title = "Word and numbers point in opposite directions"
    passes_as = "word and numbers agree"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "conflict": "`{word}` points one way and the numbers the other: from {baseline} to {target}",
        "from": "it starts here",
        "to": "and ends here",
    }
    helps = {"conflict": "swap the two numbers, or write the word that fits them"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        baseline, target = goal.baseline, _target(goal)
        if baseline is None or target is None or baseline.unit != target.unit:
            return
        if baseline.per and target.per and baseline.per != target.per:
            return
        words = _words(goal, baseline, target)
        kinds = {word.kind for word in words}
        rises, falls = target.low > baseline.high, target.high < baseline.low
        if (kinds == {"increase"} and falls) or (kinds == {"decrease"} and rises):
            places = (Related(baseline.span, "from"), Related(target.span, "to"))
            word = words[0]
            yield self.report("conflict", word.span, related=places, word=word.text, baseline=baseline.text, target=target.text)
        elif (kinds == {"increase"} and rises) or (kinds == {"decrease"} and falls):
            yield Witness(words[0].span)


def _target(goal: Goal) -> Quantity | None:
    """The target; where a bound stands before it in the sentence (`young people under 20`), the number that is the aim."""
    target, aimed = goal.target, goal.reading.quantity("target")
    bound = target is not None and target in goal.reading.quantities and target.role != "target"
    return aimed if bound and aimed is not None else target


def _words(goal: Goal, baseline: Quantity, target: Quantity) -> list[Hit]:
    """The direction words that speak of these numbers.

    A word in the means does not, nor one whose numbers are in them, nor one that a comma parts from its number (`Reduce
    the waiting time: from 64 % to 90 % within a day`), nor one beside a metric that the fields' numbers may be counted in.
    """
    text, offset = goal.statement.text, goal.statement.span.start
    how = min((means.start for means in goal.reading.means), default=goal.statement.span.end)
    words = [hit for hit in goal.reading.of(*DIRECTIONS) if hit.span.start < how]
    words += [hit._replace(kind="decrease") for hit in goal.reading.of("shortening") if hit.span.start == offset]
    inside = [number.span.start for number in (baseline, target) if goal.statement.span.contains(number.span)]
    if inside and min(inside) > how:
        return []  # "cut waste by raising the share of … from 40 % to 60 %"
    if not inside:
        return [] if "metric" in goal.fields else words
    if any(hit.span.start < min(inside) for hit in goal.reading.of("reason", "so")):
        return []  # "raise the capacity so that the wait goes from 9 to 5 weeks"
    return words if all(not _PARTED.search(text[word.span.end - offset : min(inside) - offset]) for word in words) else []
