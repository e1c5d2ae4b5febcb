from collections.abc import Iterator

from smartlint.rule import (
    Context,
    Document,
    DocumentRule,
    Edit,
    Fix,
    Goal,
    Option,
    Related,
    Report,
    Span,
    TimeRef,
    Witness,
    new_line,
)
from smartlint_rules.time_bound.horizon import begin_of, interval_of

#: A quarter is a day or two longer or shorter than another.
_SLACK = 2
#: A shorter goal falls between two reviews more often than not.
_MUCH = 0.6


class ReviewTooRare(DocumentRule):
    """Goals are looked at so seldom that nothing can be changed on the way.

    ## What it finds
    A rhythm of review with more days in between than `max-interval`, or `max-strategic-interval` for strategic goals,
    and a goal whose first review comes on the day it is due or later: a goal for the quarter that is looked at every
    quarter, or a single review after the deadline. A rhythm at the top of the file is found once.

    ## Why it matters
    The one who falls behind gets no help in time, and the meeting at the end can only hand out blame. A campaign that
    did not work after two weeks runs on for three months.

    ## Example
    ```goals
    team: Kundservice
    period: 2026
    uppföljning: en gång om året

    mål K1: Sänka väntetiden i telefon från nio till fyra minuter
      ägare: Karin Ek
    ```

    ```goals
    periode: 2026-Q2
    oppfølging: hvert kvartal

    mål 1: Selge 60 gavekort på hudpleie
      eier: Hanne Moe
    ```

    ## Use instead
    ```goals
    team: Kundservice
    period: 2026
    uppföljning: varje månad

    mål K1: Sänka väntetiden i telefon från nio till fyra minuter
      ägare: Karin Ek
    ```

    ```goals
    periode: 2026-Q2
    oppfølging: hver måned

    mål 1: Selge 60 gavekort på hudpleie
      eier: Hanne Moe
    ```

    ## Options
    - `max-interval` (default 92; 31 in the profile `marketing`): how many days there may be from one review to the
      next.
    - `max-strategic-interval` (default 184; 92 in the profile `marketing`): the same for strategic goals.

    ## Sources
    A review of 138 studies (Harkin and others 2016): the more often people look at their progress, the more often they
    reach their goals. Handbooks on marketing goals ask for a look every month, and at least every quarter.
    """

    code = "TIM009"
    name = "review-too-rare"
    title = "Goals that are looked at too seldom"
    level = "warning"
    profiles = ("sales", "marketing")
    options = (
        Option(
            "max-interval",
            92,
            {"type": "integer", "minimum": 1},
            "how many days there may be from one review to the next",
            {"marketing": 31},
        ),
        Option(
            "max-strategic-interval",
            184,
            {"type": "integer", "minimum": 1},
            "how many days there may be from one review of a strategic goal to the next",
            {"marketing": 92},
        ),
    )
    messages = {
        "rare": "`{text}` leaves {days} days between reviews, at most {limit}: `review-too-rare.{option}`",
        "none": "`{text}`: the first review comes when the goal is due, on {date}",
        "late": "the review {review} does not come before the deadline {date}",
        "review": "this is the review",
        "deadline": "this is the deadline",
    }
    helps = {
        "rare": "look at the goals more often: `review: every month`",
        "none": "look at the goal on the way: `review: every two weeks`",
        "late": "look at the goal on the way: `review: every two weeks`",
    }
    patterns = {"line": "review: ⟨how often⟩", "often": "⟨how often⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        seen: set[Span] = set()
        for goal in document.all_goals:
            review = goal.review
            if review is None or not goal.is_open or goal.kind == "vision":
                continue
            inherited = "review" in goal.inherited
            option = "max-strategic-interval" if goal.level == "strategic" else "max-interval"
            days, limit = interval_of(review), context.options[option]
            if days is not None and days > limit:
                if review.span not in seen:
                    seen.add(review.span)
                    index = None if inherited else goal.index
                    between = round(days)
                    yield self.report(
                        "rare",
                        review.span,
                        goal=index,
                        fix=_oftener(review),
                        text=review.text,
                        days=between,
                        limit=limit,
                        option=option,
                    )
            elif goal.deadline is None or goal.deadline.end is None or goal.deadline.end >= context.today:
                yield from self._on_the_way(goal, review, days, goal.head if inherited else review.span)

    def _on_the_way(self, goal: Goal, review: TimeRef, days: float | None, place: Span) -> Iterator[Report | Witness]:
        """Whether there is a review between the start and the deadline."""
        deadline, begin = goal.deadline, begin_of(goal)
        if deadline is None or deadline.end is None or deadline.derived:
            return
        related = (Related(review.span, "review"), Related(deadline.span, "deadline"))
        fix = _oftener(review) if place == review.span else new_line("line")
        if days is not None:
            if begin is not None and _is_within(goal, (deadline.end - begin).days + 1, days):
                yield self.report("none", place, related=related, goal=goal.index, fix=fix, text=review.text, date=deadline.end)
        elif review.end is not None and not review.derived and review.end >= deadline.end:
            yield self.report("late", place, related=related, goal=goal.index, fix=fix, review=review.end, date=deadline.end)


def _oftener(review: TimeRef) -> Fix:
    """Another rhythm in the place of this one."""
    return Fix((Edit(review.span, "often", {}),), "display")


def _is_within(goal: Goal, lasts: int, days: float) -> bool:
    """The goal starts and ends between two reviews: it fills a period as long as the rhythm, or is much shorter."""
    period, deadline = goal.period, goal.deadline
    fills = period is not None and deadline is not None and deadline.end == period.end and begin_of(goal) == period.start
    return 0 < lasts <= (days + _SLACK if fills else days * _MUCH) and days > 1
