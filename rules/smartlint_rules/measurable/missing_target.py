from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Option, Report, Span, Witness, compile_late, new_line
from smartlint_rules.measurable.measured import amount_of, deed_of, is_half_said, proof_of

#: A bound that is written in the metric itself: "≥ 95", "95 % of the calls".
_BOUND = compile_late(r"[<>≤≥=] ?\d|\d\s?%")


class MissingTarget(GoalRule):
    """A goal names what is measured, but not the figure that is to be reached.

    ## What it finds
    A goal with a `metric` and no number: none in the sentence, no `target`, no milestone with a value, no measurable
    goal below it. A `done when` is enough, and so is a sentence that is reached or not by itself (`Pass the fire
    inspection`, `All pupils can swim`).

    ## Why it matters
    A metric without a target is a thermometer, not a goal. Any figure can be called progress, and nobody knows when
    to stop or when to ask for help.

    ## Example
    ```goals
    goal: Happier patients
      owner: Grace Mbeki
      metric: rating in the text message after the visit
    ```

    ```goals
    mål R2: Højere tilfredshed blandt patienterne
      ejer: Pia Holm
      måles ved: svar på spørgsmålet i sms'en efter besøget
    ```

    ```goals
    mål M1: Nöjdare kunder i butiken
      ägare: Maja Lindqvist
      mäts med: betyg i kundenkäten
    ```

    ## Use instead
    ```goals
    goal: Happier patients
      owner: Grace Mbeki
      metric: rating in the text message after the visit
      target: 4.5 of 5
    ```

    ```goals
    mål R2: Højere tilfredshed blandt patienterne
      ejer: Pia Holm
      måles ved: svar på spørgsmålet i sms'en efter besøget
      målværdi: 4,5 af 5
    ```

    ```goals
    mål M1: Nöjdare kunder i butiken
      ägare: Maja Lindqvist
      mäts med: betyg i kundenkäten
      målvärde: 4,5 av 5
    ```

    ## Options
    - `effect-goals` (default `true`; `false` in the profile `effect`): whether effect goals need a target as well. In
      the public sector an effect may be followed by an indicator alone.

    ## Sources
    The M of SMART (Doran 1981); goal-setting theory: a figure to reach, not only a figure to watch (Locke & Latham
    2002). Guidance for public agencies accepts effect goals that are followed by indicators.
    """

    code = "MEA002"
    name = "missing-target"
    title = "A metric without its target"
    passes_as = "target set"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    options = (
        Option("effect-goals", True, {"type": "boolean"}, "whether effect goals need a target as well", {"effect": False}),
    )
    messages = {"missing": "it says what is measured, but not which figure is to be reached"}
    helps = {"missing": "add a line `target: ⟨number and unit⟩`"}
    patterns = {"line": "target: ⟨number and unit⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        metric = goal.text_of("metric")
        if metric is None or (goal.kind == "effect" and not context.options["effect-goals"]):
            return
        reason = amount_of(goal) or proof_of(goal, context.document) or _deed_of(goal)
        if reason is not None:
            yield Witness(reason)
        elif not is_half_said(goal, context.document) and not _BOUND.search(metric.text) and not _is_compared(goal):
            yield self.report("missing", metric.span, fix=new_line("line"))


def _deed_of(goal: Goal) -> Span | None:
    """What is reached or not by itself; not a level that is kept, an effect, or a deed to improve something."""
    kept = any(hit.span.start == goal.statement.span.start for hit in goal.reading.of("keep"))
    return None if kept or goal.kind == "effect" or goal.reading.vague else deed_of(goal)


def _is_compared(goal: Goal) -> bool:
    """What the figure must exceed is another one: "more patients than any other clinic"."""
    first = min((hit.span.start for hit in goal.reading.of("comparative")), default=goal.statement.span.end)
    return any(hit.span.start > first for hit in goal.reading.of("than"))
