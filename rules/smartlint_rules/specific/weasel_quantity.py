from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Report, Witness
from smartlint_rules.measurable.measured import is_half_said, measure_of


class WeaselQuantity(GoalRule):
    """A word such as "some" stands where a number should.

    ## What it finds
    Words that sound like an amount and are none, such as *some*, *many*, *significantly*, *regularly* or *as few as
    possible*, in a goal in which nothing says how much: no number, no metric, no `done when`, no measurable goal below.
    Words of importance (*key customers*) are no amounts and are left alone.

    ## Why it matters
    "Several" is three to the one who does the work and ten to the one who pays for it. Both can say afterwards that
    the goal was reached, or that it was not.

    ## Example
    ```goals
    goal: Publish several case studies before 1 June 2026
      owner: Priya Nair
    ```

    ```goals
    mål 2: Fylgje opp nokre av kundane som slutta, innan 30. april 2026
      eigar: Ingrid Hauge
    ```

    ## Use instead
    ```goals
    goal: Publish 6 case studies before 1 June 2026
      owner: Priya Nair
    ```

    ```goals
    mål 2: Fylgje opp 25 av kundane som slutta, innan 30. april 2026
      eigar: Ingrid Hauge
    ```

    ## Sources
    Guides to requirements list vague quantifiers among the words to avoid and ask for a number in their place. Where
    the goal has a number of its own the word does little harm, so it is judged only where there is none.
    """

    code = "SPC003"
    name = "weasel-quantity"
    title = 'A word such as "some" where a number belongs'
    passes_as = "says how many"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {"word": "`{word}` is no amount: each reader thinks of another number"}
    helps = {"word": "write the number instead of `{word}`: ⟨how many, how much or how often⟩"}
    patterns = {"number": "⟨how many⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        said, words = goal.reading.of("weasel"), [hit for hit in goal.reading.vague if hit.kind == "weasel"]
        measure = measure_of(goal, context.document) if said or words else None
        if measure is not None and said:
            yield Witness(measure)
        if words and measure is None and not is_half_said(goal, context.document):
            picks = {hit.span for hit in goal.reading.of("picks")}
            for hit in words:
                if hit.span not in picks:
                    yield self.report("word", hit.span, fix=Fix((Edit(hit.span, "number", {}),), "display"), word=hit.text)
