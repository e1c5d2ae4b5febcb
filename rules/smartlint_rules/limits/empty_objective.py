from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, Goal, GoalRule, Report, Span, Witness


class EmptyObjective(GoalRule):
    """A goal word stands alone: nothing beside it, nothing below it.

    ## What it finds
    A goal or heading with no sentence, no field and no goal or item below it.

    ## Why it matters
    On a list of goals it counts as one, in a meeting as decided. Nobody is working on it.

    ## Example
    ```goals
    objective O2: Releases take less than an hour by 30 June 2026
      owner: Priya Nair

    objective O3:
    ```

    ```goals
    mål M1: Sälja 40 presentkort i månaden senast 30 juni 2026
      ägare: Maja Lindqvist

    mål M2:
    ```

    ## Use instead
    ```goals
    objective O2: Releases take less than an hour by 30 June 2026
      owner: Priya Nair

    objective O3: Nobody is woken at night by 30 June 2026
      owner: Priya Nair
    ```

    ```goals
    mål M1: Sälja 40 presentkort i månaden senast 30 juni 2026
      ägare: Maja Lindqvist
    ```

    ## Sources
    Real goal lists: headings of departments, or of objectives, that nobody came back to.
    """

    code = "LIM004"
    name = "empty-objective"
    title = "A goal with nothing in it"
    passes_as = "not empty"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {"empty": "nothing stands under `{word}`, so nobody can work on it"}
    helps = {"empty": "write after `{word}:` what is to be reached, or delete the line"}
    patterns = {"sentence": " ⟨what is to be reached⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.statement:
            yield Witness(goal.statement.span)
            return
        # Where something stands below it, even a misspelt field, the parser has a problem with this goal.
        if all(problem.goal != goal.index for problem in context.document.problems):
            source = context.document.source
            yield self.report("empty", goal.head, fix=_sentence(goal, context.document), word=source.slice(goal.head))


def _sentence(goal: Goal, document: Document) -> Fix | None:
    """What is to be reached, behind the colon."""
    source = document.source
    line = source.line_span(source.position(goal.head.end).line)
    colon = source.slice(Span(goal.head.end, line.end)).find(":")
    place = goal.head.end + colon + 1
    return Fix((Edit(Span(place, place), "sentence", {}),), "display") if colon >= 0 else None
