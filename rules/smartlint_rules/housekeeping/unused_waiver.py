from smartlint.rule import ProblemRule


class UnusedWaiver(ProblemRule):
    """A waiver excuses nothing.

    ## What it finds
    A waiver for which there was no finding, although its rule was on and its files were checked; and one of a rule that
    there is not.

    ## Why it matters
    The list of waivers is what a board reads to see which goals are let off. What stands there without need makes the
    organisation look worse than it is, and excuses the same fault unseen when it comes back.

    ## Example
    ```toml
    # The goal has had an owner since February.
    [[waiver]]
    rule = "OWN001"
    path = "clinic/2026.goals"
    reason = "the post is vacant"
    owner = "Amy Holt"
    approved-by = "the board"
    expires = 2026-06-30
    ```

    ## Use instead
    ```text
    Remove the waiver.
    ```

    ## Sources
    Internal control: a register of exceptions is of use only while each of them is still one.
    """

    code = "WAI001"
    name = "unused-waiver"
    title = "A waiver that excuses nothing"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "unused-waiver"
    messages = {
        "unused": "the waiver of {rule} for `{where}` excuses nothing: there is no such finding",
        "unknown": "`{rule}` is no rule, so the waiver for `{where}` excuses nothing",
    }
    helps = {
        "unused": "remove the waiver",
        "unknown": "write a rule's code or name: `smartlint rules` lists them",
    }
