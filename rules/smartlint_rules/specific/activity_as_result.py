from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Span, Witness

#: A goal of these kinds says what comes of the work.
_RESULTS = {"key_result": "key-result", "result": "result", "effect": "effect"}
#: Fields that say what comes of it.
_MEASURES = ("metric", "target", "baseline", "done_when", "milestones")
_SHARES = ("percent", "percentage_point", "times")


class ActivityAsResult(GoalRule):
    """A goal of results tells only of work.

    ## What it finds
    A result goal, effect goal or key result that is led by work (*work on*, *hold meetings*, *følge opp*) and has no
    measure of what comes of it: no metric, target, `done when` or share, and no measurable goal below. How often the
    work is done does not count: it measures the effort.

    ## Why it matters
    All of the work can be done and nothing has changed. The team has worked, the list is green, and those who needed
    the result are where they were.

    ## Example
    ```goals
    objective O1: Guests come back
      KR 1.1: Follow up guests by e-mail every week
    ```

    ```goals
    resultatmål R2: Holde ukentlige møter med de største kundene
      eier: Terje Moen
    ```

    ## Use instead
    ```goals
    objective O1: Guests come back
      KR 1.1: Raise the share of returning guests from 22 % to 30 %
    ```

    ```goals
    resultatmål R2: Øke salget til de største kundene fra 4 til 5 mill. kr
      eier: Terje Moen

    prestasjonsmål P2: Holde ukentlige møter med de største kundene
      eier: Terje Moen
      støtter: R2
    ```

    ## Sources
    The OKR literature asks that a key result describe an outcome and not an activity. Nordic sales handbooks keep
    result goals and performance goals apart: the second kind causes the first and does not replace it.
    """

    code = "SPC007"
    name = "activity-as-result"
    title = "Work in the place of a result"
    level = "warning"
    profiles = ()
    messages = {
        "key-result": "a key result says what the work leads to, and this is only the work",
        "result": "a result goal says what the work leads to, and this is only the work",
        "effect": "an effect goal says what the work leads to, and this is only the work",
    }
    helps = {
        "key-result": "write what changes when the work succeeds, `from ⟨baseline⟩ to ⟨target⟩`, and put the work under `how:`",
        "result": "write what changes when the work succeeds, `from ⟨baseline⟩ to ⟨target⟩`, or call it a performance goal",
        "effect": "write what changes for those it is done for, and how it will be seen",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.kind in _RESULTS and goal.reading.form == "activity" and not _has_effect(goal):
            start = goal.statement.span.start
            line = goal.statement.text.partition("\n")[0].rstrip()
            yield self.report(_RESULTS[goal.kind], Span(start, start + len(line)))


def _has_effect(goal: Goal) -> bool:
    """What comes of the work is measured: in a field, as a share or change in the sentence, or by a goal below."""
    shares = any(number.unit in _SHARES or number.role == "baseline" for number in goal.reading.quantities)
    below = any(child.reading.form != "activity" or _has_effect(child) for child in goal.children)
    return shares or below or any(goal.says(name) for name in _MEASURES)
