from collections.abc import Iterator

from smartlint.rule import Action, Context, Goal, GoalRule, Related, Report, Span, Witness

#: So far into an action, in characters, the word that says "as before" may begin; at its end it may stand as well.
_LEAD = 12


class SameAsBefore(GoalRule):
    """More is to come of what is done already.

    ## What it finds
    A plan of which every action is to continue, keep or carry on, or ends in *as before* or *som vanlig*, although the
    goal asks for something new. A goal that only keeps what one has may well be reached by going on.

    ## Why it matters
    Nobody was idle last year. The same work gives the same result, and the seller who is measured on a higher figure
    has been given nothing to reach it with.

    ## Example
    ```goals
    mål S2: Öka antalet medlemmar från 310 till 400 senast 30 september 2026
      ägare: Ali Demir
      hur:
        - Fortsätta med provträning på onsdagar
        - Dela ut reklamblad som vanligt
    ```

    ```goals
    goal 2: Win 30 new subscribers by 30 June 2026
      owner: Joan Pike
      how: keep on calling former subscribers
    ```

    ## Use instead
    ```goals
    mål S2: Öka antalet medlemmar från 310 till 400 senast 30 september 2026
      ägare: Ali Demir
      hur:
        - Fortsätta med provträning på onsdagar
        - Öppna klockan sex i stället för åtta
    ```

    ```goals
    goal 2: Win 30 new subscribers by 30 June 2026
      owner: Joan Pike
      how: call former subscribers in the week after the programme is out, not in August
    ```

    ## Sources
    Practice in sales: the same effort gives the same result. "Ten per cent more" needs something that is started,
    changed or stopped, by people who were not idle last year.
    """

    code = "PLN006"
    name = "same-as-before"
    title = "A plan that only goes on as before"
    passes_as = "something new is done"
    level = "info"
    profiles = ("sales",)
    messages = {
        "one": "`{word}`: the goal is new and the plan is the old one",
        "several": "all {count} steps go on as before, and the goal is new",
        "also": "and this",
    }
    helps = {
        "one": "add what is started, changed or stopped",
        "several": "add what is started, changed or stopped",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if not goal.actions or _keeps(goal):
            return
        found: list[tuple[Span, str]] = []
        for action in goal.actions:
            hit = _unchanged(action)
            if hit is None:
                yield Witness(action.text.span)
                return
            found.append(hit)
        (place, word), *others = found
        related = tuple(Related(other, "also") for other, _ in others)
        if related:
            yield self.report("several", place, related=related, count=len(found))
        else:
            yield self.report("one", place, word=word)


def _keeps(goal: Goal) -> bool:
    """It asks for no more than there is."""
    return bool(goal.reading.of("keep", "unchanged")) and not goal.reading.of("increase", "decrease")


def _unchanged(action: Action) -> tuple[Span, str] | None:
    """The word that says that an action goes on as it is; what is done below it may be new."""
    if action.actions:
        return None
    start, end = action.text.span
    for hit in action.reading.of("unchanged"):
        if hit.span.start - start <= _LEAD or (" " in hit.text and end - hit.span.end <= 1):
            return hit.span, hit.text
    return None
