from smartlint.rule import ProblemRule


class SyntaxErrors(ProblemRule):
    """A line cannot be read.

    ## What it finds
    A line that is neither a goal, a field, a list item nor the continuation of a text above it: most often a loose
    note at the left edge in the middle of the goals. A list item with nothing above it that takes a list. A field of a
    goal (`target:`, `how:`) before the first goal. A line so long that it is not read. Lines of this sort that
    follow one another are one finding, and all other goals are checked as usual.

    ## Why it matters
    What cannot be read is not followed up: a reader sees a note and believes that it is part of the goal, while every
    list, report and check leaves it out.

    ## Example
    ```goals
    goal G1: Sign 12 new customers by 30 June 2026
      owner: Amy Holt
    Remember to ask Priya for the list from the fair
    ```

    ```goals
    måltall: 12 nye bedriftskunder
    mål 1: Få flere bedriftskunder innen 30. juni 2026
      eier: Kari Nordmann
    ```

    ## Use instead
    ```goals
    goal G1: Sign 12 new customers by 30 June 2026
      owner: Amy Holt
      note: remember to ask Priya for the list from the fair
    ```

    ```goals
    mål 1: Få flere bedriftskunder innen 30. juni 2026
      eier: Kari Nordmann
      måltall: 12 nye bedriftskunder
    ```

    ## Sources
    The form of a goal file. Checkers of specifications show the same: what does not fit the form is reported with its
    place and a way to write it, and the rest is still read.
    """

    code = "SYN001"
    name = "syntax-error"
    title = "A line that cannot be read"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "syntax-error"
    closed = True
    visions = True
    messages = {
        "line": "this line is neither a goal nor a field, and it continues no text above: `{text}`",
        "item": "this list item stands under nothing that takes a list: `{text}`",
        "orphan": "`{word}` says something of a goal, but no goal stands above it",
        "too-long": "this line has {length} characters; lines of more than {limit} are not read",
        "long-text": "this text has {length} characters; only its first {limit} are understood",
    }
    helps = {
        "line": "indent it to continue the text above, begin it with `note:`, or make it a comment with `# ` in front",
        "item": "write `how:` or `goal:` on a line of its own above the list",
        "orphan": "move it below the goal it belongs to, or write `goal: ⟨what is to be reached⟩` above it",
        "too-long": "break it into several lines; an indented line continues the one above",
        "long-text": "say in one sentence what is to be reached, and leave the rest to lines of their own, such as `note:`",
    }
