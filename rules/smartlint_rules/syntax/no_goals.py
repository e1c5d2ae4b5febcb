from smartlint.rule import ProblemRule


class NoGoals(ProblemRule):
    """A file has text, but no goal in it.

    ## What it finds
    A file in which no line begins with a goal word (goal, objective, mål, resultatmål …), and a file with nothing in
    it. The first line is shown as it would look as a goal.

    ## Why it matters
    A team believes that its goals are checked, and nothing is: good intentions and the minutes of a meeting are not
    yet goals that somebody has taken on.

    ## Example
    ```goals
    Møte 14. januar, det vi snakka om
    Fleire burde få vite om frukostpakkane
    ```

    ```goals
    Ideas for the spring
    More people should know about the breakfast boxes
    ```

    ## Use instead
    ```goals
    # Møte 14. januar
    mål: Selje 60 frukostpakkar i veka innan 30. april 2026
      eigar: Ingrid Solbakken
    ```

    ```goals
    # Ideas for the spring
    goal: Sell 60 breakfast boxes a week by 30 April 2026
      owner: Ingrid Solbakken
    ```

    ## Sources
    Goal-setting theory (Locke & Latham 2002): an intention directs work when it says what is to be reached. Here it
    must at least be told apart from the text around it.
    """

    code = "SYN010"
    name = "no-goals"
    title = "A file without goals"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "no-goals"
    messages = {
        "none": "no line in this file is a goal, so there is nothing to check",
        "data": "nothing in this file is known as a goal, so there is nothing to check",
        "table": "no column in this file is one of goals, so there is nothing to check",
        "empty": "this file is empty",
    }
    helps = {
        "none": "begin each goal with a goal word and a colon: `{example}`",
        "data": "put goals under a key such as `{word}`, or say in `[documents]` of the configuration what yours is called",
        "table": "call the column with the goals `{word}`",
        "empty": "write a goal: `goal: ⟨what is to be reached⟩`",
    }
