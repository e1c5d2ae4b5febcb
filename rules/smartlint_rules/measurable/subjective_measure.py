from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, new_line
from smartlint_rules.measurable.measured import is_half_said, measure_of


class SubjectiveMeasure(GoalRule):
    """Success is a feeling, and nobody is asked.

    ## What it finds
    A goal that rests on what people feel (*satisfaction*, *trivsel*, *omdømme*), stated as a condition that is met or
    not, with no number, no metric and no survey, index or interview that would show it. Where the goal as a whole
    cannot be measured, `not-measurable` speaks of it instead; a feeling that is only the purpose of a plain piece of
    work is left alone.

    ## Why it matters
    The manager thinks they thrive because nobody complains. Those who do not thrive leave, and only then is it seen
    that the goal was missed.

    ## Example
    ```goals
    mål P1: Alle beboerne trives på afdelingen
      ejer: Pia Holm
      frist: 2026-11-30
    ```

    ```goals
    mål P2: Alla elever trivs i matsalen
      ägare: Maja Lindqvist
      senast: 2026-11-30
    ```

    ## Use instead
    ```goals
    mål P1: Alle beboerne trives på afdelingen ifølge trivselsmålingen i november
      ejer: Pia Holm
      frist: 2026-11-30
    ```

    ```goals
    mål P2: Åtta av tio elever svarar i enkäten i november att de trivs i matsalen
      ägare: Maja Lindqvist
      senast: 2026-11-30
    ```

    ## Sources
    Research on work and health measures wellbeing with questionnaires that have been tried out, as managers and staff
    judge it differently. Guides to goals name feelings as what most needs a written way of measuring.
    """

    code = "MEA011"
    name = "subjective-measure"
    title = "A feeling that nobody measures"
    level = "warning"
    profiles = ()
    yields_to = ("MEA001",)
    messages = {"feeling": "`{word}` is a feeling: who is asked, and with what?"}
    helps = {"feeling": "name the survey, the index or the interviews: a line `metric: ⟨survey or index⟩` and a target"}
    patterns = {"lines": "metric: ⟨survey or index⟩\ntarget: ⟨number⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report]:
        reading = goal.reading
        if measure_of(goal, context.document) is not None or is_half_said(goal, context.document) or goal.says("source"):
            return
        if reading.form in ("deliverable", "activity") or reading.of("instrument", "net_score", "record", "deliver"):
            return
        for hit in reading.of("feeling")[:1]:
            yield self.report("feeling", hit.span, fix=new_line("lines"), word=hit.text)
