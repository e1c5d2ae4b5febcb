from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Report, Witness
from smartlint_rules.measurable.measured import is_vague


class OpenList(GoalRule):
    """A list in the goal has no end.

    ## What it finds
    *Etc.*, *osv.*, *m.m.*, *m.v.*, *and so on*, *among others* and the like: part of what the goal covers is left to
    the reader. A number does not close the list. Words that only give an example (*for example*, *f.eks.*, *t.ex.*)
    are found where nothing else in the goal says what is to be reached. Where the goal as a whole cannot be measured,
    `not-measurable` says so instead and shows the same words.

    ## Why it matters
    What stands behind "etc." is done by nobody or argued about at the end: the one who ordered thought of five things,
    the one who delivered of three.

    ## Example
    ```goals
    goal: Train 12 new drivers in loading, first aid, etc. by 1 May 2026
      owner: Tom Reid
    ```

    ```goals
    mål: Opplære 12 nye vikarar i brannvern, journalføring osv. innan 1. mai 2026
      eigar: Marit Sunde
    ```

    ```goals
    mål 4: Flytte løn, faktura m.v. til det nye system inden 1. oktober 2026
      ejer: Jens Holm
    ```

    ## Use instead
    ```goals
    goal: Train 12 new drivers in loading, first aid and defensive driving by 1 May 2026
      owner: Tom Reid
    ```

    ```goals
    mål: Opplære 12 nye vikarar i brannvern, journalføring og smittevern innan 1. mai 2026
      eigar: Marit Sunde
    ```

    ```goals
    mål 4: Flytte løn, faktura og lager til det nye system inden 1. oktober 2026
      ejer: Jens Holm
    ```

    ## Sources
    Guides to requirements call these open-ended clauses and ask that every item be named, since nobody can test what
    is not there.
    """

    code = "SPC005"
    name = "open-list"
    title = "A list without an end"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {
        "end": "`{word}` leaves the list open: nobody knows what else belongs to the goal",
        "example": "`{word}` gives examples only: nobody knows what else belongs to the goal",
    }
    helps = {
        "end": "name the rest instead of `{word}`, or leave it out",
        "example": "name all that is meant, or say what they have in common",
    }
    patterns = {"rest": "⟨the rest of the list⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        examples = {hit.span for hit in goal.reading.of("examples")}
        for hit in goal.reading.of("open_list"):
            if hit.span not in examples:
                fix = Fix((Edit(hit.span, "rest", {}),), "display")
                yield self.report("end", hit.span, fix=fix, word=hit.text)
            elif is_vague(goal, context.document):
                yield self.report("example", hit.span, word=hit.text)
