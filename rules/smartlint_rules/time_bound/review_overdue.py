from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Milestone, Related, Report, Witness
from smartlint_rules.time_bound.horizon import interval_of

#: How far a review may slip: half an interval, as with a weekly meeting that is moved by three days.
_GRACE = 1.5


class ReviewOverdue(GoalRule):
    """The progress of a goal was last written down longer ago than its rhythm of review allows.

    ## What it finds
    A goal with a rhythm (`review: weekly`) and dated progress, whose last entry is older than one and a half times the
    rhythm. Goals that are paused, have no progress yet, or whose deadline has passed are left alone.

    ## Why it matters
    The review has quietly stopped. Goals are rarely given up: first nobody writes the figure down, and then nobody
    remembers it.

    ## Example
    ```goals
    mål A2: Korta svarstiden på ansökningar från 21 till 10 dagar senast 30 juni 2026
      ägare: Elin Sandström
      uppföljning: varje vecka
      framsteg:
        - 2026-01-05: 19 dagar
        - 2026-01-12: 18 dagar
    ```

    ```goals
    mål 1: Selje 90 årskort i symjehallen innan 29. mai 2026
      eigar: Håkon Røyset
      oppfølging: annakvar veke
      framdrift:
        - 2025-12-19: 12 årskort
    ```

    ## Use instead
    ```goals
    mål A2: Korta svarstiden på ansökningar från 21 till 10 dagar senast 30 juni 2026
      ägare: Elin Sandström
      uppföljning: varje vecka
      framsteg:
        - 2026-01-19: 17 dagar
        - 2026-01-26: 15 dagar
    ```

    ```goals
    mål 1: Selje 90 årskort i symjehallen innan 29. mai 2026
      eigar: Håkon Røyset
      oppfølging: annakvar veke
      framdrift:
        - 2025-12-19: 12 årskort
        - 2026-01-30: 31 årskort
    ```

    ## Sources
    A review of 138 studies (Harkin and others 2016): progress that is written down helps more than progress that is
    only thought of. Handbooks on sales goals ask for a status every week and a report every month.
    """

    code = "TIM015"
    name = "review-overdue"
    title = "A review that has not taken place"
    passes_as = "review was held"
    level = "warning"
    profiles = ("sales", "marketing")
    yields_to = ("TIM003",)
    messages = {
        "overdue": "the last figure is from {date}, {days} days ago, although the review is `{rhythm}`",
        "review": "this is the rhythm",
    }
    helps = {"overdue": "add today's figure, `- {today}: ⟨value⟩`, or change the rhythm to the one that you keep"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        review, progress = goal.review, goal.fields.get("progress")
        interval = interval_of(review) if review else None
        if review is None or interval is None or progress is None or goal.status == "paused":
            return
        series = progress.value if type(progress.value) is tuple else ()
        entries = [one for one in series if isinstance(one, Milestone) and one.time.end is not None]
        if not entries or any(one.time.derived for one in entries) or _is_over(goal, context):
            return
        end, last = max(((one.time.end, one) for one in entries if one.time.end), key=lambda pair: pair[0])
        days = (context.today - end).days
        if days <= interval * _GRACE:
            yield Witness(last.time.span)
            return
        yield self.report(
            "overdue",
            last.time.span,
            related=(Related(review.span, "review"),),
            date=end,
            days=days,
            rhythm=review.text,
            today=context.today,
        )


def _is_over(goal: Goal, context: Context) -> bool:
    return goal.deadline is not None and goal.deadline.end is not None and goal.deadline.end < context.today
