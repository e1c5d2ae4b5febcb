from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Witness
from smartlint_rules.measurable.measured import is_vague


class SuperlativeClaim(GoalRule):
    """A place at the top, and nobody who ranks.

    ## What it finds
    Claims such as *leading*, *best*, *world-class*, *ledende* or *förstahandsvalet* where nothing says who or what
    decides the rank: no ranking, award or contest in the sentence, no number, no metric, no `done when`, no measurable
    goal below. A superlative that only picks something out (`call the largest customers`) is not meant. Where
    the goal as a whole cannot be measured, `not-measurable` says so instead and shows the same words.

    ## Why it matters
    Everybody may call themselves leading, and so may the competitor. Nothing in the claim tells the staff what to do
    differently on Monday.

    ## Example
    ```goals
    goal S1: Become the leading physiotherapy clinic in the county by the end of 2027
      owner: Joan Petty
    ```

    ```goals
    mål: Vi skal være byens bedste frokostcafé i 2027
      ejer: Anders Toft
    ```

    ## Use instead
    ```goals
    goal S1: Have more patients than any other physiotherapy clinic in the county by the end of 2027
      owner: Joan Petty
      metric: patients, from the health authority's yearly figures
    ```

    ```goals
    mål: Vi skal kåres til byens bedste frokostcafé i 2027
      ejer: Anders Toft
    ```

    ## Sources
    Guides to requirements list superlatives among the words that cannot be tested. Handbooks of marketing warn against
    top-of-the-market claims without a source, and consumer law in the Nordic countries asks that they can be proved.
    """

    code = "SPC009"
    name = "superlative-claim"
    title = "A claim of rank that nobody ranks"
    passes_as = "rank is measured"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {"word": "`{word}` is a claim: nothing here says who ranks, or by what"}
    helps = {"word": "name the ranking and the place in it, or write the number that would make it true"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        reading = goal.reading
        if reading.form not in ("outcome", "topic") or not any(hit.kind == "superlative" for hit in reading.vague):
            return
        if not is_vague(goal, context.document):
            return
        ranked = reading.of("rankings", "instrument", "record")
        # What is done to a thing comes before it: "fix the most important errors" picks errors out.
        done = {hit.span for hit in reading.of("picks")}
        first = min((hit.span.start for hit in reading.of("deliver", "activity")), default=goal.statement.span.end)
        claims = [hit for hit in reading.vague if hit.kind == "superlative" and hit.span not in done and hit.span.start < first]
        if ranked and claims:
            yield Witness(ranked[0].span)
        elif claims:
            yield self.report("word", claims[0].span, word=claims[0].text)
