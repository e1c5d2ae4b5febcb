from smartlint.rule import ProblemRule


class ExpiredWaiver(ProblemRule):
    """A waiver has passed its last day.

    ## What it finds
    A waiver whose `expires` lies in the past. It holds up to and with that day; from the next day on, what it excused is
    found again, and this is found beside it. One whose findings have been mended meanwhile is only unused.

    ## Why it matters
    Whoever approved it let the goal off for a time, not for good. If nobody is told that the time is over, an exception
    becomes the rule without anybody having decided so.

    ## Example
    ```toml
    [[waiver]]
    rule = "MEA001"
    goal = "School/S2"
    reason = "the ministry's new indicator comes in January"
    owner = "Amy Holt"
    approved-by = "the head teacher"
    expires = 2026-01-15
    ```

    ## Use instead
    ```text
    Mend the goal and remove the waiver, or have it approved again with a later day.
    ```

    ## Sources
    Risk management accepts an exception for a limited time, with a day on which it is looked at again.
    """

    code = "WAI002"
    name = "expired-waiver"
    title = "A waiver that has expired"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "expired-waiver"
    messages = {"expired": "the waiver of {rule} for `{where}` ended on {expires} and excuses nothing any more"}
    helps = {"expired": "mend the goal and remove the waiver, or have it approved again with a later day"}
