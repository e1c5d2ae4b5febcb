from smartlint.rule import ProblemRule


class ConfigWarning(ProblemRule):
    """Something in the configuration is not as it should be, though it can be used.

    ## What it finds
    What the reading of a configuration file leaves to say without being an error: a setting that will not be there much
    longer, or one that changes nothing. What cannot be understood at all stops the run instead.

    ## Why it matters
    The one who set it relies on it. If it does nothing, or soon will not, the goals are judged otherwise than the team
    has agreed.

    ## Example
    ```toml
    [lint]
    ignore = ["MEA010"]
    extend-select = ["MEA010"]
    ```

    ## Use instead
    ```toml
    [lint]
    extend-select = ["MEA010"]
    ```

    ## Sources
    Common practice of configurable tools: a setting without effect is said to be one.
    """

    code = "CFG001"
    name = "config-warning"
    title = "A setting that is not as it should be"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "config-warning"
    messages = {"warning": "{text}"}
