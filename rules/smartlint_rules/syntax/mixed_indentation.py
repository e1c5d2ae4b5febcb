from smartlint.rule import ProblemRule


class MixedIndentation(ProblemRule):
    """Two lines are indented with tabs and spaces in a way that cannot be compared.

    ## What it finds
    A line whose indentation is neither the same as that of the line it is compared with, nor longer, nor shorter: one
    begins with a tab where the other begins with spaces. Tabs alone are fine, and so are spaces alone. In the examples `⇥`
    stands for a tab.

    ## Why it matters
    Indentation says what belongs to what. A tab is as wide as each program makes it, so the same file shows a key
    result under one objective on one screen and under another on the next.

    ## Example
    ```goals
    goal G1: Sign 12 new customers by 30 June 2026
      owner: Amy Holt
    ⇥how: ring everybody who came to the fair
    ```

    ```goals
    mål M1: Sälja 40 presentkort senast 30 april 2026
    ⇥ägare: Maja Lindqvist
        hur: en skylt vid kassan
    ```

    ## Use instead
    ```goals
    goal G1: Sign 12 new customers by 30 June 2026
      owner: Amy Holt
      how: ring everybody who came to the fair
    ```

    ```goals
    mål M1: Sälja 40 presentkort senast 30 april 2026
    ⇥ägare: Maja Lindqvist
    ⇥hur: en skylt vid kassan
    ```

    ## Sources
    The rule of languages in which indentation carries meaning: tabs and spaces may be used, but two lines must be
    comparable whatever the width of a tab.
    """

    code = "SYN007"
    name = "mixed-indentation"
    title = "Tabs and spaces that cannot be compared"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "mixed-indentation"
    closed = True
    visions = True
    messages = {
        "mixed": "tabs and spaces are mixed, so nobody can tell what this line belongs to",
        "first": "this line is indented in the other way",
    }
    helps = {"mixed": "indent both lines with spaces only, two for each level"}
