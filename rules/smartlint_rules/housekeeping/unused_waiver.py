from smartlint.rule import ProblemRule


class UnusedWaiver(ProblemRule):
    """A waiver excuses nothing.

    ## What it finds
    A waiver for which there was no finding, although its rule was on and its files were checked; one of a rule that there
    is not; and one that a policy does not accept: somebody else approved it than the policy names, it lasts longer than the
    policy allows, or the policy makes its rules mandatory, which nothing excuses. Then the finding stays as well.

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
        "mandatory": "the waiver of {rule} for `{where}` does not excuse what the policy `{policy}` makes mandatory",
        "unapproved": "nobody has approved the waiver of {rule} for `{where}`, as the policy `{policy}` asks",
        "approver": "`{approver}` may not approve the waiver of {rule} for `{where}`, by the policy `{policy}`",
        "endless": "the waiver of {rule} for `{where}` has no end, and the policy `{policy}` allows {limit} days",
        "length": "the waiver of {rule} for `{where}` lasts {days} days, and the policy `{policy}` allows {limit}",
    }
    helps = {
        "unused": "remove the waiver",
        "unknown": "write a rule's code or name: `smartlint rules` lists them",
        "mandatory": "mend the goal and remove the waiver",
        "unapproved": "have it approved: `approved-by` may be {approvers}",
        "approver": "have it approved again: `approved-by` may be {approvers}",
        "endless": "state its last day: `expires = ⟨date⟩`",
        "length": "state an earlier day in `expires`, and where it is missing the first in `from`",
    }
