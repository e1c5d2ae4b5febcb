from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Report, Span, Witness
from smartlint_rules.measurable.counted import names_nothing

_ROLES = ("target", "change", "bound_min", "bound_max")


class PercentOfWhat(GoalRule):
    """A percentage, and no word of what.

    ## What it finds
    A percentage in a sentence where nothing says what it is a part of or what grows by it: `Grow by 15 %`, `Bli 20 %
    bedre`, `Nå 80 % innen juni`. A metric, a label, a goal above, a baseline with a unit, or any noun in the sentence
    that could be meant settles it.

    ## Why it matters
    The shop thinks of turnover, the owner of profit, the bank of margin. All three can be 15 % up or down in the same
    year, and each has kept the goal in mind.

    ## Example
    ```goals
    goal: Become 20 % more efficient by 1 December 2026
      owner: Nadia Osei
    ```

    ```goals
    mål 1: Bli 20 % mer effektive innen 1. desember 2026
      eier: Kari Nordmann
    ```

    ```goals
    mål V1: Vi skal vokse med 15 % i 2026
      ejer: Sanne Dahl
    ```

    ## Use instead
    ```goals
    goal: Spend 20 % fewer hours on each application by 1 December 2026
      owner: Nadia Osei
    ```

    ```goals
    mål 1: Bruke 20 % færre timer på hver søknad innen 1. desember 2026
      eier: Kari Nordmann
    ```

    ```goals
    mål V1: Vi skal øge omsætningen med 15 % i 2026
      ejer: Sanne Dahl
    ```

    ## Sources
    Textbooks of statistics: a percentage has a base, and without it says nothing. Marketing guides ask the same of
    growth goals, where the base is what is quarrelled about afterwards.
    """

    code = "MEA005"
    name = "percent-of-what"
    title = "A percentage of nothing in particular"
    passes_as = "percentage of something"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {"nothing": "{number} of what? Nothing in the goal says what the percentage is counted of"}
    helps = {"nothing": "name what changes or what the share is of: `{number} ⟨of the orders, more turnover⟩`"}
    patterns = {"of": " ⟨of the orders, more turnover⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        numbers = [one for one in goal.reading.quantities if one.unit == "percent" and one.role in _ROLES]
        if numbers and names_nothing(goal):
            end = numbers[0].span.end
            fix = Fix((Edit(Span(end, end), "of", {}),), "display")
            yield self.report("nothing", numbers[0].span, fix=fix, number=numbers[0].text)
        elif numbers:
            yield Witness(numbers[0].span)
