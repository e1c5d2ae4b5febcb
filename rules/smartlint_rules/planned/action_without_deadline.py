from collections.abc import Iterator

from smartlint.rule import Action, Context, Edit, Fix, Goal, GoalRule, Related, Report, Span, Witness
from smartlint_rules.planned.steps import attributes_of, place_of, steps

#: Times in the text of an action that say when.
_WHEN = ("deadline", "period", "recurrence", "duration")


class ActionWithoutDeadline(GoalRule):
    """A step of the plan has no day of its own.

    ## What it finds
    An item of `how` with no deadline in its parenthesis and no time in its text: no day, no rhythm, no length of time
    and no event that sets it off (`every shift`, `the day before`, `when the last one has moved`). The
    finding stands at the first such step of a goal; the others are shown beside it. Where the items below a step all
    say when, the step needs no day. A sentence after `how:` is left alone, for it tells a way of working and lists no steps.

    ## Why it matters
    A step without a day waits for a quiet week. All steps are then done in the last month, and the one who owns the
    goal learns too late that the first was never begun.

    ## Example
    ```goals
    mål 2: Få 60 elever på leksehjelp hver uke innen 19. juni 2026
      eier: Hege Sund
      hvordan:
        - Spørre idrettslaget om å låne klubbhuset (eier: Hege Sund)
        - Verve åtte frivillige lærere (frist: 2026-03-13)
    ```

    ```goals
    goal 4: Fill 85 % of the rooms in November
      owner: Rosa Marsh
      how:
        - Offer the theatre a fixed price for its guests
    ```

    ## Use instead
    ```goals
    mål 2: Få 60 elever på leksehjelp hver uke innen 19. juni 2026
      eier: Hege Sund
      hvordan:
        - Spørre idrettslaget om å låne klubbhuset (eier: Hege Sund, frist: 2026-02-20)
        - Verve åtte frivillige lærere (frist: 2026-03-13)
    ```

    ```goals
    goal 4: Fill 85 % of the rooms in November
      owner: Rosa Marsh
      how:
        - Offer the theatre a fixed price for its guests by 1 September 2026
    ```

    ## Sources
    Research on planning: those who decide when they will act, act more often. Practice in projects says the same of
    tasks: one with no date has the date of the project.
    """

    code = "PLN002"
    name = "action-without-deadline"
    title = "A step of the plan with no deadline"
    passes_as = "actions have deadlines"
    level = "info"
    profiles = ()
    yields_to = ("PLN004", "PLN005")
    messages = {
        "one": "this step has no deadline: when is it done?",
        "several": "{count} steps have no deadline: when is each of them done?",
        "also": "and this one",
    }
    helps = {
        "one": "add `(deadline: ⟨date⟩)`, or say how often: `every ⟨day⟩`",
        "several": "add `(deadline: ⟨date⟩)` to each, or say how often: `every ⟨day⟩`",
    }
    patterns = {"alone": " (deadline: ⟨date⟩)", "beside": ", deadline: ⟨date⟩)"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        listed = steps(goal, context.document)
        undated = [action for action in listed if not _dated(action)]
        if not undated:
            if listed:
                yield Witness(listed[0].text.span)
            return
        related = tuple(Related(place_of(action), "also") for action in undated[1:])
        fix = Fix(tuple(_edit(action) for action in undated), "display")
        place = place_of(undated[0])
        if related:
            yield self.report("several", place, related=related, fix=fix, count=len(undated))
        else:
            yield self.report("one", place, fix=fix)


def _dated(action: Action) -> bool:
    """It says when, or all the steps below it do."""
    reading = action.reading
    if action.deadline is not None or reading.time(*_WHEN) is not None or reading.of("part_of_day", "occasion"):
        return True
    return bool(action.actions) and all(_dated(below) for below in action.actions)


def _edit(action: Action) -> Edit:
    closing = attributes_of(action)
    if closing is None:
        return Edit(Span(action.text.span.end, action.text.span.end), "alone", {})
    return Edit(Span(closing.end - 1, closing.end), "beside", {})
