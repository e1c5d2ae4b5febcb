from collections.abc import Iterable, Iterator

from smartlint.rule import Action, Context, Edit, Fix, Goal, GoalRule, Report, Span, Witness


class UnknownBaselineUnplanned(GoalRule):
    """Nobody knows where the goal starts from, and nobody is to find out.

    ## What it finds
    A goal with `baseline: ?` under which no action measures it: neither its own ones and those of the goals below it,
    nor those of the goal above. A word such as *measure*, *count*, *telle* or *enkät* is enough, and so is anything
    said beside the question mark (`? (survey in February)`), a series of `progress`, or a milestone without a value.

    ## Why it matters
    The question mark is honest, and it is meant to go away. If nobody is asked to measure, it is still there at the
    end, and whatever comes out is called a success.

    ## Example
    ```goals
    mål T1: Kutte ventetiden på telefon til 3 minutter
      eier: Hanne Moe
      utgangspunkt: ?
      hvordan: to til på vakt mellom åtte og ti
    ```

    ```goals
    mål T2: Auke delen som svarar på same dag, til 80 %
      eigar: Arne Sunde
      utgangspunkt: ?
      korleis: ein fast person på innboksen kvar dag
    ```

    ## Use instead
    ```goals
    mål T1: Kutte ventetiden på telefon til 3 minutter
      eier: Hanne Moe
      utgangspunkt: ? (sentralbordet teller i uke 8)
      hvordan: to til på vakt mellom åtte og ti
    ```

    ```goals
    mål T2: Auke delen som svarar på same dag, til 80 %
      eigar: Arne Sunde
      utgangspunkt: ? (Arne tel svara i veke 8)
      korleis: ein fast person på innboksen kvar dag
    ```

    ## Sources
    Advice for small firms' marketing: today's figure is the zero point, so know it first. Guides to objectives and key
    results let a first period be spent on finding the starting value, and plan that as work.
    """

    code = "MEA017"
    name = "unknown-baseline-unplanned"
    title = "An unknown start that nobody is to measure"
    passes_as = "baseline will be measured"
    level = "warning"
    profiles = ()
    yields_to = ("MEA001",)
    messages = {"unplanned": "nobody knows where this starts from, and no action finds it out"}
    helps = {"unplanned": "add an action under `how`: `Measure ⟨what⟩ by ⟨date⟩`"}
    patterns = {"planned": "? (measured by ⟨date⟩)"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        baseline = goal.text_of("baseline")
        if baseline is None or baseline.plain.rstrip(".") != "?" or _is_under_way(goal):
            return
        measured = next(_measured(goal, context.parent(goal)), None)
        if measured is not None:
            yield Witness(measured)
        elif "how" not in goal.attempted:
            yield self.report("unplanned", baseline.span, fix=Fix((Edit(baseline.span, "planned", {}),), "display"))


def _is_under_way(goal: Goal) -> bool:
    """Measuring has begun, or a milestone is something to be done rather than a value."""
    series = goal.fields.get("milestones")
    milestones = series.value if series and type(series.value) is tuple else ()
    return goal.says("progress") or goal.says("evidence") or any(one.quantity is None for one in milestones)


def _measured(goal: Goal, parent: Goal | None) -> Iterator[Span]:
    """The words that say that something is measured: here, below, and in what is done for the goal above."""
    for one in goal.walk():
        yield from (hit.span for hit in one.reading.of("measuring"))
        yield from _in_actions(one.actions)
    yield from _in_actions(parent.actions if parent else ())


def _in_actions(actions: Iterable[Action]) -> Iterator[Span]:
    for action in actions:
        yield from (hit.span for hit in action.reading.of("measuring"))
        yield from _in_actions(action.actions)
