from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Span, Witness

_AMOUNTS = ("target", "change", "bound_min", "bound_max")


class VanityMetric(GoalRule):
    """Attention is counted, and nothing that it leads to.

    ## What it finds
    A goal for followers, likes, page views or impressions with a number, where neither the goal, its `why`, what it
    supports, nor the goals around it under the same parent speak of customers, orders, enquiries, bookings,
    applications or money.

    ## Why it matters
    Followers can be bought for the price of a lunch. The shop that reports 10 000 of them still has an empty till,
    and the budget goes to what is easy to count.

    ## Example
    ```goals
    mål 2: Få 5 000 følgjarar på Instagram innan 1. oktober 2026
      eigar: Torunn Eikeland
    ```

    ```goals
    goal M4: Grow to 20,000 page views a month by the end of Q3 2026
      owner: Amy Holt
    ```

    ## Use instead
    ```goals
    mål 2: Få 60 bestillingar i månaden frå Instagram innan 1. oktober 2026
      eigar: Torunn Eikeland
    ```

    ```goals
    goal M4: Grow to 20,000 page views a month by the end of Q3 2026
      owner: Amy Holt
      why: one reader in fifty asks for a quote
    ```

    ## Sources
    Writers on lean start-ups call figures that rise without telling what to do vanity metrics. Nordic advice on
    marketing goals: count what turns into business, and attention only beside it.
    """

    code = "MEA012"
    name = "vanity-metric"
    title = "Attention with nothing that it leads to"
    passes_as = "turns into business"
    level = "info"
    profiles = ("marketing",)
    messages = {"vanity": "`{word}` is attention: nothing here says what it is to turn into"}
    helps = {"vanity": "add what it is to lead to: `⟨orders, enquiries, bookings⟩`, or say it in a line `why:`"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        hits = goal.reading.of("vanity")
        numbers = [number for number in (goal.target, goal.change) if number is not None]
        numbers += [number for number in goal.reading.quantities if number.role in _AMOUNTS]
        if not hits or not numbers:
            return
        reason = _business_of(goal, context)
        if reason is not None:
            yield Witness(reason)
        elif "why" not in goal.attempted:
            yield self.report("vanity", hits[0].span, word=hits[0].text)


def _business_of(goal: Goal, context: Context) -> Span | None:
    """What says that it pays: a reason, a link, an amount of money, or a word in the goal, the one above or those below."""
    places = [goal.fields["why"].span] if "why" in goal.fields else []
    places += [link.span for link in goal.supports]
    places += [number.span for number in (goal.target, goal.change) if number is not None and number.unit.isupper()]
    around = context.parent(goal) or goal
    places += [hit.span for one in around.walk() for hit in one.reading.of("business", "money")]
    return places[0] if places else None
