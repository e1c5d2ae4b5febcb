from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, ProblemRule, Report, Witness, replace


class UnknownCode(ProblemRule):
    """A suppression names a rule that there is not.

    ## What it finds
    A code or name in the brackets of a suppression that is no rule's code, no start of one and no rule's name. The
    nearest one is offered where there is one.

    ## Why it matters
    The suppression hides nothing. Whoever wrote it believes that the matter is settled and meets the finding again, or
    goes on looking for the fault in the goal.

    ## Example
    ```goals
    # smartlint: ignore[OWM001] -- stillinga er lyst ut
    mål 1: Auke talet på månadskort frå 310 til 400 innan 30. juni 2026
    ```

    ```goals
    mål 1: Sälja 40 presentkort senast 30 april 2026  # smartlint: ignore[missing-ovner] -- tillträder i mars
    ```

    ## Use instead
    ```goals
    # smartlint: ignore[OWN001] -- stillinga er lyst ut
    mål 1: Auke talet på månadskort frå 310 til 400 innan 30. juni 2026
    ```

    ```goals
    mål 1: Sälja 40 presentkort senast 30 april 2026  # smartlint: ignore[missing-owner] -- tillträder i mars
    ```

    ## Sources
    Common practice of checkers that take suppressions: a name that means nothing is a slip and must not be passed over
    in silence.
    """

    code = "SUP002"
    name = "unknown-code"
    title = "A suppression of a rule that is not known"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "unknown-code"
    messages = {
        "unknown": "`{code}` is no rule, so nothing of it is hidden",
        "near": "`{code}` is no rule, so nothing of it is hidden; did you mean `{near}`?",
    }
    helps = {
        "unknown": "write a rule's code or name: `smartlint rules` lists them",
        "near": "write `{near}` if that is what is meant: `smartlint rules` lists all rules",
    }

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for found in super().check(document, context):
            if isinstance(found, Report):
                near = found.params.get("near")
                yield replace(found, fix=Fix((Edit(found.span, near),), "unsafe") if near else None)
