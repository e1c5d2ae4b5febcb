from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Related, Report, Witness
from smartlint_rules.time_bound.horizon import begin_of

#: A goal for a working year, with the holidays left out, is still a goal for a year.
_STRATEGIC_DAYS = 330
#: A goal for a year that is written a month ahead is no longer one.
_OPERATIONAL_DAYS = 396
_MONTH = 365.25 / 12


class HorizonMismatch(GoalRule):
    """The level of a goal and its length do not go together.

    ## What it finds
    A goal that is called operational and runs for clearly more than a year, from its start or from today, and one that
    is called strategic and runs from its start, or the start of its period, for less than about eleven months. Only a
    level that is written counts, and only dates with their year.

    ## Why it matters
    An operational goal that is due in two years gets no attention this month, which is what it was meant to get. A
    strategic goal for a quarter is one more task, and the strategy is still missing.

    ## Example
    ```goals
    operationelt mål 2: Få alle 34 medarbejdere gennem førstehjælpskurset
      ejer: Pia Holm
      start: 2026-01-05
      frist: 2027-12-17
    ```

    ```goals
    periode: 2026-Q1

    strategisk mål S1: Bli størst på sykler til barn i Trondheim, med 30 % av salget
      eier: Ingrid Solbakken
    ```

    ## Use instead
    ```goals
    operationelt mål 2: Få alle 34 medarbejdere gennem førstehjælpskurset
      ejer: Pia Holm
      start: 2026-01-05
      frist: 2026-12-18
    ```

    ```goals
    periode: 2026-Q1

    strategisk mål S1: Bli størst på sykler til barn i Trondheim, med 30 % av salget
      eier: Ingrid Solbakken
      frist: 2028-12-31
    ```

    ## Sources
    Handbooks on sales goals: operational goals run for a month or a quarter and are countable; strategic ones, such as
    growth and market share, run for years, and the operational ones add up to them.
    """

    code = "TIM014"
    name = "horizon-mismatch"
    title = "A level that does not go with the length"
    passes_as = "level fits the length"
    level = "info"
    profiles = ()
    yields_to = ("TIM003", "TIM005")
    messages = {
        "operational": "called operational, but it runs for {months} months, to {date}",
        "strategic": "called strategic, but it runs for {months} months only, to {date}",
        "deadline": "the end is here",
    }
    helps = {
        "operational": "give it a nearer deadline, or make it strategic with operational goals below it",
        "strategic": "leave out the level, or give the goal a deadline of its own that is a year or more away",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        deadline, begin = goal.deadline, begin_of(goal)
        if not goal.level_stated or deadline is None or deadline.end is None or deadline.derived:
            return
        related = (Related(deadline.span, "deadline"),)
        days = (deadline.end - (begin or context.today)).days
        months = round(days / _MONTH)
        if goal.level == "operational" and days > _OPERATIONAL_DAYS:
            yield self.report("operational", goal.head, related=related, months=months, date=deadline.end)
        elif goal.level == "strategic" and begin is not None and 0 < days < _STRATEGIC_DAYS:
            yield self.report("strategic", goal.head, related=related, months=months, date=deadline.end)
        elif days > 0 and (goal.level == "operational" or (goal.level == "strategic" and begin is not None)):
            yield Witness(deadline.span)
