from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Witness, new_line


class MissingDeadline(GoalRule):
    """A goal has no day by which it is to be reached.

    ## What it finds
    A goal with no deadline of its own (in a field or in its sentence), none from the goal above, and no period in the
    file whose end could be its deadline. A rate such as `40 a month` says how often, not by when. A deadline field
    that is empty, misspelt or unreadable is reported as that, and not as missing too.

    ## Why it matters
    The one who is to reach the goal never fails it and never succeeds: there is always next month. The one who waits
    for the result cannot plan on it.

    ## Example
    ```goals
    goal: Open a second bike workshop in Leeds
      owner: Amy Holt
    ```

    ```goals
    mål: Øke omsetningen fra 8 til 10 mill. kr
      eier: Kari Nordmann
    ```

    ```goals
    mål: Sälja 40 presentkort i månaden
      ägare: Maja Lindqvist
    ```

    ## Use instead
    ```goals
    goal: Open a second bike workshop in Leeds
      owner: Amy Holt
      deadline: 2026-09-30
    ```

    ```goals
    mål: Øke omsetningen fra 8 til 10 mill. kr
      eier: Kari Nordmann
      frist: 2026-12-31
    ```

    ```goals
    team: Kaféet
    period: 2026-Q2

    mål: Sälja 40 presentkort i månaden
      ägare: Maja Lindqvist
    ```

    ## Sources
    The T of SMART (Doran 1981): when can the result be reached? Research on goal setting (Locke & Latham 2002) finds
    that a deadline near enough to be felt directs effort; every handbook on sales, marketing and OKR asks for one.
    """

    code = "TIM001"
    name = "missing-deadline"
    title = "A goal without a deadline"
    passes_as = "time-bound"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("TIM002", "LIM004")
    messages = {"missing": "no deadline: by when is it to be reached?"}
    helps = {"missing": "add a line `deadline: ⟨date⟩`, or write `by ⟨date⟩` in the goal"}
    patterns = {"line": "deadline: ⟨date⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        deadline = goal.deadline or goal.reading.time("deadline")  # an event has no day: `before the launch`
        if deadline is not None:
            yield Witness(deadline.span)
            return
        if not (goal.says("deadline") or goal.says("period")):
            yield self.report("missing", goal.head, fix=new_line("line"))
