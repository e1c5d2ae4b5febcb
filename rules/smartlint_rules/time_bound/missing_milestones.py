from collections.abc import Iterator

from smartlint.rule import Context, Fix, Goal, GoalRule, Option, Related, Report, TimeRef, Witness, date, new_line
from smartlint_rules.time_bound.horizon import begin_of, every_action

#: A time in the sentence that is shorter is when it is measured (`in week 20`), not how long it takes.
_SEASON = 60


class MissingMilestones(GoalRule):
    """A long goal has no point on the way at which one sees whether it will be reached.

    ## What it finds
    A goal with a number or a deliverable that lasts longer than `max-days`, and has no milestones, no dated action and
    no goals below it. It lasts from its start or the start of its period, else from today. A weekly or monthly amount
    is its own milestone, and a level that is to be kept needs none.

    ## Why it matters
    Of a goal for the whole year people say in March that there is plenty of time, and in November that there is none.
    Whoever could have helped finds out when nothing can be done.

    ## Example
    ```goals
    mål 2: Auke talet på faste verkstadkundar frå 180 til 240 innan 30. november 2026
      eigar: Olav Tveit
    ```

    ```goals
    goal S3: Fill 70 % of the 48 hotel rooms on weekdays
      owner: Grace Adebayo
      start: 2026-02-01
      deadline: 2026-09-30
    ```

    ## Use instead
    ```goals
    mål 2: Auke talet på faste verkstadkundar frå 180 til 240 innan 30. november 2026
      eigar: Olav Tveit
      milepælar:
        - 2026-05-29: 200 kundar
        - 2026-08-28: 220 kundar
    ```

    ```goals
    goal S3: Fill 70 % of the 48 hotel rooms on weekdays
      owner: Grace Adebayo
      start: 2026-02-01
      deadline: 2026-09-30
      milestones:
        - 2026-04-30: 55 %
        - 2026-07-31: 65 %
    ```

    ## Options
    - `max-days` (default 100): how many days a goal may last without milestones. A quarter passes.

    ## Sources
    Goal-setting research finds that near goals on the way to a distant one keep up effort and belief in success
    (Locke & Latham 2002). Advice on marketing goals asks for milestones on the way.
    """

    code = "TIM007"
    name = "missing-milestones"
    title = "A long goal without milestones"
    passes_as = "has milestones"
    level = "info"
    profiles = ()
    options = (Option("max-days", 100, {"type": "integer", "minimum": 1}, "how many days a goal may last without milestones"),)
    yields_to = ("MEA001", "TIM001", "TIM003")
    messages = {
        "missing": "{days} days to {date} and no milestone on the way; more than {limit}: `missing-milestones.max-days`",
        "deadline": "the deadline comes from here",
    }
    helps = {"missing": "add a line `milestones:` and below it `- ⟨date⟩: ⟨value⟩`, about one a quarter"}
    patterns = {"series": "milestones:\n  - ⟨date⟩: ⟨value⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        deadline, limit = goal.deadline, context.options["max-days"]
        if deadline is None or deadline.end is None or not _is_one_amount(goal):
            return
        days = (deadline.end - (_window(deadline) or begin_of(goal) or context.today)).days
        if days <= limit:
            return
        if goal.says("milestones"):
            if "milestones" in goal.fields:
                yield Witness(goal.fields["milestones"].span)
        elif not goal.children and not any(action.deadline for action in every_action(goal.actions)):
            related = (Related(deadline.span, "deadline"),) if "deadline" in goal.inherited else ()
            yield self.report(
                "missing", goal.head, related=related, fix=_series(goal), days=days, date=deadline.end, limit=limit
            )


def _window(deadline: TimeRef) -> date | None:
    """The first day of the season or quarter in which it is to be done (`in the spring`)."""
    if deadline.start is None or deadline.end is None or (deadline.end - deadline.start).days < _SEASON:
        return None
    return deadline.start


def _is_one_amount(goal: Goal) -> bool:
    """Something is to be reached once, at the end: no rate, no rhythm, no level to be kept."""
    if goal.reading.of("keep") or goal.reading.time("recurrence"):
        return False
    numbers = [number for number in (goal.target, goal.change) if number is not None]
    return not any(number.per for number in numbers) and (bool(numbers) or goal.reading.measurable != "no")


def _series(goal: Goal) -> Fix | None:
    """A series to be filled in; the items of a plan without its field would be read as the series' own."""
    return None if goal.actions and "how" not in goal.fields else new_line("series")
