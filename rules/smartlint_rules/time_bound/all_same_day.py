from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Goal, Option, Report, TimeRef, Witness
from smartlint_rules.time_bound.horizon import every_action, stated_deadline

#: A period about as short as a quarter has one end for all its goals.
_SHORT = 100


class AllSameDay(DocumentRule):
    """All goals in the file are due on one and the same day.

    ## What it finds
    A file with `min-goals` goals or more that state their deadlines, all of them the same day. Key results and goals with
    milestones or dated actions are not counted. The last day of a period of about a quarter or less is the natural end
    of its goals, and is no finding.

    ## Why it matters
    Everything is finished in the same week, so most of it is not. A day that stands everywhere was not chosen for any
    of the goals: it is where the calendar ended.

    ## Example
    ```goals
    mål 1: Ansette to sykepleiere innen 15. desember 2026
    mål 2: Legge om vaktplanen til tolv timer innen 15. desember 2026
    mål 3: Få ned sykefraværet fra 9 % til 7 % innen 15. desember 2026
    mål 4: Innføre det nye journalsystemet innen 15. desember 2026
    ```

    ```goals
    periode: 2026

    mål 1: Få 120 nye medlemmer inden 31. december 2026
    mål 2: Åbne en ny hal til badminton inden 31. december 2026
    mål 3: Uddanne 12 trænere inden 31. december 2026
    mål 4: Skaffe 400.000 kr. fra sponsorer inden 31. december 2026
    ```

    ## Use instead
    ```goals
    mål 1: Ansette to sykepleiere innen 31. mars 2026
    mål 2: Legge om vaktplanen til tolv timer innen 29. mai 2026
    mål 3: Få ned sykefraværet fra 9 % til 7 % innen 15. desember 2026
    mål 4: Innføre det nye journalsystemet innen 15. oktober 2026
    ```

    ```goals
    periode: 2026

    mål 1: Få 120 nye medlemmer inden 31. december 2026
    mål 2: Åbne en ny hal til badminton inden 28. august 2026
    mål 3: Uddanne 12 trænere inden 30. april 2026
    mål 4: Skaffe 400.000 kr. fra sponsorer inden 30. september 2026
    ```

    ## Options
    - `min-goals` (default 4): how many goals must share the day before it is found.

    ## Sources
    Planning handbooks warn against plans whose dates all fall on the last day of the year: deadlines direct effort
    only where each of them is meant.
    """

    code = "TIM012"
    name = "all-same-day"
    title = "All goals due on the same day"
    level = "info"
    profiles = ()
    options = (Option("min-goals", 4, {"type": "integer", "minimum": 2}, "how many goals must share the day"),)
    messages = {"same": "all {count} goals are due on {date}: `all-same-day.min-goals` is {limit}"}
    helps = {"same": "give each goal the day by which it can be reached, so that they do not all come at once"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        limit = context.options["min-goals"]
        goals = [goal for goal in document.all_goals if goal.is_open and goal.kind not in ("vision", "key_result")]
        dated = [(goal, time) for goal in goals if (time := stated_deadline(goal)) and not _has_days_on_the_way(goal)]
        if len(dated) < limit or len(dated) < len([goal for goal in goals if goal.deadline]):
            return
        if len({time.end for _, time in dated}) == 1 and not any(_closes_a_short_period(goal, time) for goal, time in dated):
            goal, time = dated[0]
            yield self.report("same", time.span, goal=goal.index, count=len(dated), date=time.end, limit=limit)


def _has_days_on_the_way(goal: Goal) -> bool:
    return goal.says("milestones") or any(action.deadline for action in every_action(goal.actions))


def _closes_a_short_period(goal: Goal, deadline: TimeRef) -> bool:
    """The day is the last one of a period of about a quarter or less, of the goal or of the file."""
    period = goal.period
    if period is None or period.start is None or period.end is None:
        return False
    return period.end == deadline.end and (period.end - period.start).days <= _SHORT
