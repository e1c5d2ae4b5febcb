from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, ProblemRule, Report, Span, Witness, replace


class SuppressionWithoutReason(ProblemRule):
    """A suppression does not say why.

    ## What it finds
    A suppression that is in use and ends without `-- ` and a reason.

    ## Why it matters
    A year later nobody knows whether the finding was wrong, the goal was special, or somebody had no time. Nobody
    dares to remove the comment, and those who have to answer for the goals cannot tell an exception from a habit.

    ## Example
    ```goals
    # smartlint: ignore[TIM001]
    mål 1: Holde sygefraværet under 4 %
      ejer: Søren Lund
    ```

    ```goals
    # smartlint: ignore-file[OWN001]
    team: Resepsjonen

    mål 1: Øke andelen gjester som bestiller direkte fra 22 % til 30 % innen 30. september 2026
    ```

    ## Use instead
    ```goals
    # smartlint: ignore[TIM001] -- gælder, så længe aftalen med kommunen løber
    mål 1: Holde sygefraværet under 4 %
      ejer: Søren Lund
    ```

    ```goals
    # smartlint: ignore-file[OWN001] -- ny hotellsjef fra 1. mars tar over alle målene
    team: Resepsjonen

    mål 1: Øke andelen gjester som bestiller direkte fra 22 % til 30 % innen 30. september 2026
    ```

    ## Sources
    Internal control in any trade asks of an exception who made it and why; version control keeps the who, and the
    reason has to be written down.
    """

    code = "SUP003"
    name = "suppression-without-reason"
    title = "A suppression without a reason"
    level = "info"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "suppression-without-reason"
    messages = {"missing": "no reason is given for hiding {codes}"}
    helps = {"missing": "say why at the end of the comment: `-- ⟨reason⟩`"}
    patterns = {"reason": " -- ⟨reason⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for found in super().check(document, context):
            if isinstance(found, Report):
                comment = document.source.slice(found.span).rstrip()
                kept = found.span.start + len(comment.removesuffix("--").rstrip())
                reason = Edit(Span(kept, found.span.start + len(comment)), "reason", {})
                yield replace(found, fix=Fix((reason,), "display"))
