from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Related, Report, Witness


class OutsidePeriod(GoalRule):
    """A goal's deadline lies outside the period that the goal belongs to.

    ## What it finds
    A deadline with day, month and year that lies after the end, or before the start, of the period at the top of the
    file or of the goal above. Strategic goals, and goals with a period of their own, may outlive the period.

    ## Why it matters
    When the period is summed up, the goal is neither reached nor missed. It slips out of the report, or it is carried
    over as a matter of course.

    ## Example
    ```goals
    period: 2026-Q2

    goal: Move 12 schools to the new timetable
      owner: Nadia Osei
      deadline: 2026-08-14
    ```

    ```goals
    team: Kaféet
    period: 2026-Q2

    mål M1: Sälja 400 presentkort
      ägare: Maja Lindqvist
      senast: 2026-07-31
    ```

    ```goals
    periode: 2026-Q1

    mål F2: Få 45 nye kunder inden 30. april 2026
      ejer: Mette Krogh
    ```

    ## Use instead
    ```goals
    period: 2026-Q2

    goal: Move 12 schools to the new timetable
      owner: Nadia Osei
      deadline: 2026-06-26
    ```

    ```goals
    team: Kaféet
    period: 2026-Q2

    mål M1: Sälja 400 presentkort
      ägare: Maja Lindqvist
      senast: 2026-06-30
    ```

    ```goals
    periode: 2026-Q1

    mål F2: Få 45 nye kunder inden 30. april 2026
      ejer: Mette Krogh
      periode: januar–april 2026
    ```

    ## Sources
    Planning by period: goals are set, followed up and closed together. Files of real teams show goals in a quarter's
    plan that are due in the next, most often because one of the two dates was not changed when the file was copied.
    """

    code = "TIM004"
    name = "outside-period"
    title = "A deadline outside the period"
    passes_as = "within the period"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("TIM003",)
    messages = {
        "after-header": "the deadline {date} comes after {end}, the end of the period at the top of the file",
        "after-goal": "the deadline {date} comes after {end}, the end of the period of the goal above",
        "before-header": "the deadline {date} comes before {start}, the start of the period at the top of the file",
        "before-goal": "the deadline {date} comes before {start}, the start of the period of the goal above",
        "period": "this is the period",
    }
    helps = {
        "after-header": "correct the one that is wrong, or give the goal a line `period: ⟨period⟩` of its own",
        "after-goal": "correct the one that is wrong, or give the goal a line `period: ⟨period⟩` of its own",
        "before-header": "correct the one that is wrong, or give the goal a line `period: ⟨period⟩` of its own",
        "before-goal": "correct the one that is wrong, or give the goal a line `period: ⟨period⟩` of its own",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        deadline, period, origin = goal.deadline, goal.period, goal.inherited.get("period")
        if goal.level == "strategic" or deadline is None or period is None or origin is None:
            return
        if deadline.end is None or deadline.derived or period.derived or "deadline" in goal.inherited:
            return
        related = (Related(period.span, "period"),)
        # A sentence may compare with an earlier period: "more than in 2025" is no deadline.
        binding = goal.says("deadline") or deadline.role == "deadline" or deadline.start == deadline.end
        if period.end and deadline.end > period.end:
            message = f"after-{origin.place}"
            yield self.report(message, deadline.span, related=related, date=deadline.end, end=period.end)
        elif period.start and deadline.end < period.start and binding:
            message = f"before-{origin.place}"
            yield self.report(message, deadline.span, related=related, date=deadline.end, start=period.start)
        elif binding and period.start and period.end and deadline.end >= period.start:
            yield Witness(deadline.span)
