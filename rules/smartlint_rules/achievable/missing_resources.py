from collections.abc import Iterator

from smartlint.rule import Action, Context, Goal, GoalRule, Hit, Quantity, Reading, Report, Witness, new_line

_MEANS = ("resources", "budget")
#: Working time that is set aside: "two hours a week".
_TIMES = frozenset({"h", "d", "wk"})


class MissingResources(GoalRule):
    """The plan costs money or working time, and nothing says how much there is.

    ## What it finds
    A goal that is to be reached with what has to be paid for (a campaign, an advertisement, an agency, a trade fair, a
    photographer), in `how` or after `by` in its sentence, without `resources` or `budget` and without a sum or a number of
    hours in the plan. What stands with the goal above counts.

    ## Why it matters
    The money is asked for when the campaign should have been running. Or the goal is followed up as if there had been
    money, and the one who owns it answers for what was never given.

    ## Example
    ```goals
    mål 1: Få 60 bestillinger av bryllupskaker innen 30. april 2026
      eier: Hanne Moe
      hvordan:
        - Annonse i lokalavisen i mars
        - Vise kakene på bryllupsmessen
    ```

    ```goals
    goal M3: Fill 80 of the 90 places at the summer school by 29 May 2026
      owner: Grace Adebayo
      how:
        - Run a campaign on Instagram in April
        - Write to the parents of last year's pupils
    ```

    ## Use instead
    ```goals
    mål 1: Få 60 bestillinger av bryllupskaker innen 30. april 2026
      eier: Hanne Moe
      budsjett: 25 000 kr
      hvordan:
        - Annonse i lokalavisen i mars
        - Vise kakene på bryllupsmessen
    ```

    ```goals
    goal M3: Fill 80 of the 90 places at the summer school by 29 May 2026
      owner: Grace Adebayo
      how:
        - Run a campaign on Instagram in April for 600 euros
        - Write to the parents of last year's pupils
    ```

    ## Sources
    Advice on marketing goals asks with which resources a goal is to be reached, and what it may cost. Lack of means is
    among the commonest reasons why accepted goals are missed (Locke & Latham 2002 name it as a condition).
    """

    code = "ACH006"
    name = "missing-resources"
    title = "A plan that costs, and no budget"
    passes_as = "resources named"
    level = "info"
    profiles = ("marketing",)
    yields_to = ("SPC012",)
    messages = {"missing": "`{word}` takes money or working time, and nothing says how much there is"}
    helps = {"missing": "add a line `budget: ⟨amount⟩`, or `resources: ⟨people and hours⟩`"}
    patterns = {"line": "budget: ⟨amount⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        readings = [goal.reading, *_readings(goal.actions)]
        hits = [*_in_means(goal.reading), *(hit for reading in readings[1:] for hit in reading.of("outlay"))]
        if not hits:
            return
        above: Goal | None = goal
        while above is not None:
            if any(above.says(name) for name in _MEANS):
                yield from (Witness(above.fields[name].span) for name in _MEANS if name in above.fields)
                return
            above = context.parent(above)
        given = next((number for reading in readings for number in reading.quantities if _is_means(goal, number)), None)
        if given is not None:
            yield Witness(given.span)
        else:
            yield self.report("missing", hits[0].span, fix=new_line("line"), word=hits[0].text)


def _readings(actions: tuple[Action, ...]) -> Iterator[Reading]:
    for action in actions:
        yield action.reading
        yield from _readings(action.actions)


def _in_means(reading: Reading) -> tuple[Hit, ...]:
    """What stands after the words that introduce the means: before them, a campaign is what the goal is about."""
    start = reading.means[0].start if reading.means else None
    return tuple(hit for hit in reading.of("outlay") if start is not None and hit.span.start > start)


def _is_means(goal: Goal, number: Quantity) -> bool:
    """A sum or a number of hours that is put in, and not what is to come out."""
    if any(number is own for own in (goal.target, goal.baseline, goal.change)):
        return False
    is_money = len(number.unit) == 3 and number.unit.isupper()
    return is_money or number.unit in _TIMES
