from smartlint.rule import ProblemRule


class RuleCrashed(ProblemRule):
    """A rule failed, which is a fault in the rule and not in the goal.

    ## What it finds
    A rule that broke off with an error of its own while it looked at a goal or a file. It is left out there, and all
    other rules go on. The run ends with exit status 2. This rule is always on: nothing switches it off and no
    suppression hides it.

    ## Why it matters
    Without it a goal would pass although one of its rules was never applied.

    ## Example
    ```text
    mal.goals:4:1: error INT001 rule-crashed: the rule TIM001 missing-deadline failed here and was left out
    ```

    ## Use instead
    ```text
    Report the error with the text of the goal and the line that help shows. Until it is mended, go on without the rule:
    smartlint check --ignore TIM001
    ```

    ## Sources
    Common practice of checkers that take plug-ins: one fault in one rule must not silence the others, and it must be
    seen.
    """

    code = "INT001"
    name = "rule-crashed"
    title = "A rule that failed"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "rule-crashed"
    closed = True
    visions = True
    always = True
    messages = {"crashed": "the rule {rule} {name} failed here and was left out: {error}"}
    helps = {"crashed": "your goals are not the cause; report this text, with the goal and `{where}`"}
