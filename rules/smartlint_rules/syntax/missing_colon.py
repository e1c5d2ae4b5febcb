from smartlint.rule import ProblemRule


class MissingColon(ProblemRule):
    """The colon after a field's name is missing.

    ## What it finds
    A line that begins with the name of a field, in the column of the fields, and goes on with what that field holds:
    `owner Kari Nordmann`, `frist 30. juni 2026`. Only names that are nouns count; `by 30 June` and `med Kari` are
    text.

    ## Why it matters
    Without the colon the line is part of the sentence above it. The goal has no owner, though everybody who reads it
    believes that it has one.

    ## Example
    ```goals
    mål M1: Sälja 40 presentkort i april
      ägare Maja Lindqvist
      hur: en skylt vid kassan
    ```

    ```goals
    mål F1: Sænke ventetiden i døren fra 14 minutter til 10 minutter
      ejer Sanne Dahl
      frist: 2026-03-27
    ```

    ## Use instead
    ```goals
    mål M1: Sälja 40 presentkort i april
      ägare: Maja Lindqvist
      hur: en skylt vid kassan
    ```

    ```goals
    mål F1: Sænke ventetiden i døren fra 14 minutter til 10 minutter
      ejer: Sanne Dahl
      frist: 2026-03-27
    ```

    ## Sources
    The form of a goal file: a field is a name, a colon and a value.
    """

    code = "SYN008"
    name = "missing-colon"
    title = "A field without its colon"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "missing-colon"
    closed = True
    visions = True
    messages = {"missing": "`{word}` has no colon, so the line is read as part of the text above"}
    helps = {"missing": "write `{word}: {value}`"}
