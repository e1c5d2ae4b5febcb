from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Related, Report, Witness
from smartlint_rules.arithmetic.from_to import Way, near, way_of

#: A multiple is a round word: 480 to 1000 is called a doubling.
_LOOSE = 0.05


class MultipleMismatch(GoalRule):
    """The multiple does not lead from the baseline to the target.

    ## What it finds
    A multiple (*double*, *tredoble*, *halvera*, `3x`) that stands with its baseline and its target, where the three do
    not fit one another. A figure within 5 % of what the multiple gives passes. So do `more than double`, a multiple
    that is reached in several rounds (`double every year`), and `3 times more`, which some read as four times.

    ## Why it matters
    The word is what people remember, and the figure is what the report compares. Half of the team celebrates a
    doubling, and the other half has missed the target, or the other way round.

    ## Example
    ```goals
    mål B2: Doble salget av sykkelservice fra 120 til 200 avtaler
      eier: Jon Aune
    ```

    ```goals
    goal B3: Halve the number of late returns from 64 to 40 books a week
      owner: Imogen Hale
    ```

    ## Use instead
    ```goals
    mål B2: Doble salget av sykkelservice fra 120 til 240 avtaler
      eier: Jon Aune
    ```

    ```goals
    goal B3: Halve the number of late returns from 64 to 32 books a week
      owner: Imogen Hale
    ```

    ## Sources
    Plain arithmetic, after conversion to one unit. The tolerance is our own choice: wide enough for round figures, and
    too narrow for a slip.
    """

    code = "ARI003"
    name = "multiple-mismatch"
    title = "A multiple that does not fit its baseline and target"
    passes_as = "multiple adds up"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA007", "MEA008")
    closed = True
    messages = {
        "mismatch": "`{change}` from {baseline} leads to {before}{expected}{after}, not to {target}",
        "from": "from here",
        "to": "to here",
    }
    helps = {
        "mismatch": "write `{before}{expected}{after}`, which fits `{change}`, or change `{change}` so that it fits the figures"
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        way = way_of(goal)
        if way is None or way.change.unit != "times" or not way.begin or not way.length or _is_bounded(goal, way):
            return
        factors = list(_factors(goal, way))
        expected = [way.begin * factor for factor in factors]
        slack = [max(way.step * (1 + factor) / 2, way.end.step / 2, way.begin * factor * _LOOSE) for factor in factors]
        if any(near(value, way.target.value, room) for value, room in zip(expected, slack, strict=True)):
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
            expected=way.end.shown(expected[0]),
            after=way.end.after,
        )


def _factors(goal: Goal, way: Way) -> Iterator[float]:
    """What a multiple can mean: down where the figures fall, once more unless it is a word, and over several rounds."""
    factor = way.change.value
    factor = 1 / factor if factor > 1 and not way.rises else factor
    yield factor
    if not way.change.text.isalpha():
        yield way.change.value + 1 if way.rises else 1 / (way.change.value + 1)
    if goal.reading.time("recurrence"):
        yield from (factor**rounds for rounds in range(2, 6))


def _is_bounded(goal: Goal, way: Way) -> bool:
    """A word right before the multiple opens it: ``more than double``, ``at least 3x``."""
    return any(0 <= way.change.span.start - hit.span.end <= 1 for hit in goal.reading.of("margins"))
