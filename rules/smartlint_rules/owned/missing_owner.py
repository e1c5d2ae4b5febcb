from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Witness, new_line


class MissingOwner(GoalRule):
    """Nobody answers for a goal.

    ## What it finds
    A goal with no owner of its own and none from the goal above or the top of the file. Those who help (`with`) are no
    owners. Who is named in the sentence as the one who does it (`Marit hires two drivers`, `The head of sales signs …`)
    owns it. An owner field that is empty or misspelt is reported as that, and not as missing too.

    ## Why it matters
    What belongs to all is done by those who have time for it, and that is nobody in a busy month. The one who asks how
    the goal is doing does not know whom to ask.

    ## Example
    ```goals
    goal G1: Sign 12 new customers by 30 June 2026
      how: ring everybody who came to the fair
    ```

    ```goals
    mål F1: Sænke ventetiden i døren fra 14 til 10 minutter inden 27. marts 2026
      sammen med: Sanne Dahl
    ```

    ## Use instead
    ```goals
    goal G1: Sign 12 new customers by 30 June 2026
      owner: Amy Holt
      how: ring everybody who came to the fair
    ```

    ```goals
    mål F1: Sænke ventetiden i døren fra 14 til 10 minutter inden 27. marts 2026
      ejer: Mette Krogh
      sammen med: Sanne Dahl
    ```

    ## Sources
    In Doran's first account of SMART (1981) the A stands for assignable: say who will do it. Figures from thousands of
    published plans, given by those who sell tools for them, show most goals without a named owner.
    """

    code = "OWN001"
    name = "missing-owner"
    title = "A goal without an owner"
    passes_as = "owned"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("LIM004",)
    messages = {"missing": "no owner: who answers for it?"}
    helps = {"missing": "add a line `owner: ⟨name⟩`: a person or a role, such as `head of sales`"}
    patterns = {"line": "owner: ⟨name⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.owner:
            yield Witness(goal.owner[0].span)
        elif goal.reading.owners:
            yield Witness(goal.reading.owners[0])
        elif not goal.says("owner"):
            yield self.report("missing", goal.head, fix=new_line("line"))
