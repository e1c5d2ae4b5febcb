from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Witness, new_line


class NotAgreed(GoalRule):
    """Nobody has said yes to a goal.

    ## What it finds
    A goal without the field `agreed`. It counts for all that stands below it, and a goal whose open goals below are
    all agreed needs none of its own. Drafts are left alone: they wait for just that.

    ## Why it matters
    A goal that was handed down is somebody else's goal. The first bad month shows it: those who are to reach it explain
    why it was never realistic.

    ## Example
    ```goals
    mål S2: Auke dekningsgraden frå 31 % til 34 % innan 31. desember 2026
      eigar: dagleg leiar
    ```

    ```goals
    goal 7: Answer 95 % of alarm calls within 10 seconds by 1 June 2026
      owner: Head of the control room
    ```

    ## Use instead
    ```goals
    mål S2: Auke dekningsgraden frå 31 % til 34 % innan 31. desember 2026
      eigar: dagleg leiar
      avtalt: leiarmøtet 12. januar
    ```

    ```goals
    goal 7: Answer 95 % of alarm calls within 10 seconds by 1 June 2026
      owner: Head of the control room
      agreed: all three shifts, 14 January
    ```

    ## Sources
    The A of SMART is read as achievable, and by many as accepted: without commitment a hard goal does not raise
    performance (Locke & Latham 2002). Sales handbooks ask for a goal that the seller has agreed to.
    """

    code = "OWN008"
    name = "not-agreed"
    title = "A goal that nobody has agreed to"
    passes_as = "agreed"
    level = "warning"
    profiles = ()
    yields_to = ("LIM004",)
    messages = {"missing": "no `agreed`: who has said yes to this goal?"}
    helps = {"missing": "talk it through with those who are to reach it, and add a line `agreed: ⟨with whom, when⟩`"}
    patterns = {"line": "agreed: ⟨with whom, when⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if context.parent(goal) is not None or goal.status == "draft":
            return
        if "agreed" in goal.fields:
            yield Witness(goal.fields["agreed"].span)
        elif not goal.says("agreed") and not _is_agreed_below(goal):
            yield self.report("missing", goal.head, fix=new_line("line"))


def _is_agreed_below(goal: Goal) -> bool:
    """All open goals directly below are agreed."""
    below = [child for child in goal.children if child.is_open]
    return bool(below) and all(child.says("agreed") for child in below)
