from smartlint.rule import ProblemRule


class UnknownField(ProblemRule):
    """A field name is not known, but nearly.

    ## What it finds
    One or two words and a colon, in the column of the fields, that differ by a letter or two from the name of a field:
    `eigra:` for `eigar:`, `ansvrig:` for `ansvarig:`. A name that is not close to any field is text and is left alone.

    ## Why it matters
    A misspelt field is not read. The goal looks as if it had an owner or a deadline, and every list of owners and
    deadlines leaves it out.

    ## Example
    ```goals
    mål 1: Få 30 nye avtalekundar innan 31. mars 2026
      eigra: Olav Tveit
    ```

    ```goals
    mål 1: Sälja 40 presentkort senast 30 april 2026
      ansvrig: Maja Lindqvist
    ```

    ## Use instead
    ```goals
    mål 1: Få 30 nye avtalekundar innan 31. mars 2026
      eigar: Olav Tveit
    ```

    ```goals
    mål 1: Sälja 40 presentkort senast 30 april 2026
      ansvarig: Maja Lindqvist
    ```

    ## Sources
    Common practice of checkers of structured text: a name within two edits of a known one is a slip, and the nearest
    one is offered.
    """

    code = "SYN002"
    name = "unknown-field"
    title = "A field name that is not known"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "unknown-field"
    closed = True
    visions = True
    messages = {"near": "`{word}` is no field, so this line is not read as one; did you mean `{suggestion}`?"}
    helps = {"near": "write `{suggestion}:`, or begin the name with `x-` if it is a field of your own"}
