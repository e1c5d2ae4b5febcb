from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Hit, Report, Witness, new_line
from smartlint_rules.specific.commitments import thoughts_of

#: What tells that a verb follows: the verb, or what stands before it (`to`, `å`, `att`), with `whether` between at most.
_VERBS = {
    "verb": ("increase", "decrease", "keep", "deliver", "activity", "vague_verb"),
    "marker": ("infinitive", "purpose"),
}
_NEAR = 9


class HedgeVerb(GoalRule):
    """The goal is only to think about it.

    ## What it finds
    A goal led by *consider*, *explore*, *look into*, *vurdere*, *se över*, *overveje* and the like. With a line `done
    when` the thought has an end, and the goal is left alone. What somebody else considers (`get 30 students to
    consider nursing`) is not meant, nor work of which a share is the goal (`assess 90 % of the applications within 14
    days`); `consider answering 90 %` is. Where the goal as a whole cannot be measured, `not-measurable` says so instead
    and shows the same words.

    ## Why it matters
    Something has always been considered. The question stays open, comes back in the next period, and those who wait
    for the answer can plan for neither yes nor no.

    ## Example
    ```goals
    goal: Consider a shared booking system for all hotels
      owner: Amy Holt
      deadline: 2026-05-15
    ```

    ```goals
    mål 3: Vurdere en felles bookingløsning for alle hotellene
      eier: Siri Dahl
      frist: 2026-05-15
    ```

    ```goals
    mål: Se över rutinerna för inköp
      ägare: Johan Berg
      senast: 2026-05-15
    ```

    ## Use instead
    ```goals
    goal: Choose between a shared and a separate booking system for all hotels
      owner: Amy Holt
      deadline: 2026-05-15
    ```

    ```goals
    mål 3: Velge mellom felles og egen bookingløsning for alle hotellene
      eier: Siri Dahl
      frist: 2026-05-15
    ```

    ```goals
    mål: Se över rutinerna för inköp
      ägare: Johan Berg
      senast: 2026-05-15
      uppnått när: ledningen har beslutat vilka tre rutiner som tas bort
    ```

    ## Sources
    Guides to requirements ask for binding verbs. Goal-setting research finds that a goal works through commitment, and
    a verb that only opens a question commits to nothing.
    """

    code = "SPC010"
    name = "hedge-verb"
    title = "A goal only to think about it"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {"word": "`{word}` promises a thought, and leaves open what comes of it"}
    helps = {"word": "write what will be decided and by when, or add a line `done when: ⟨what has been decided⟩`"}
    patterns = {"line": "done when: ⟨what has been decided⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.says("done_when"):
            return
        counted = any(number.unit == "percent" for number in goal.reading.quantities)
        for hit in thoughts_of(goal):
            if not counted or _opens(goal, hit):
                yield self.report("word", hit.span, fix=new_line("line"), word=hit.text)


def _opens(goal: Goal, hit: Hit) -> bool:
    """A verb follows: the thought is whether to do it. Else it may be work of which a share is the goal."""
    gaps = {kind: [one.span.start - hit.span.end for one in goal.reading.of(*kinds)] for kind, kinds in _VERBS.items()}
    return 1 in gaps["verb"] or any(1 <= gap <= _NEAR for gap in gaps["marker"])
