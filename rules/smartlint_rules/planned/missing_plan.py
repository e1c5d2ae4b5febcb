from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Goal, Option, Report, Span, Witness, new_line, supporters


class MissingPlan(DocumentRule):
    """A goal without *how* is a wish.

    ## What it finds
    A goal with no `how`, no means in its sentence (`by opening at eleven`), and no goal below it or in the same file
    that supports it. A key result or sub-goal may rest on the `how` of the goal above it.

    ## Why it matters
    Most goals that are missed were clear enough; what was missing is how. The same effort gives the same result, so
    somebody must know what will be started, changed or stopped.

    ## Example
    ```goals
    goal: Sell 300 seats for the summer concert by 29 May 2026
      owner: Amy Holt
    ```

    ```goals
    mål G4: Åbne et kontor i Aalborg inden 30. juni 2026
      ejer: Anders Lund
    ```

    ```goals
    mål 2: Få 30 nye avtalekundar innan 31. mars 2026
      eigar: Olav Tveit
    ```

    ## Use instead
    ```goals
    goal: Sell 300 seats for the summer concert by 29 May 2026
      owner: Amy Holt
      how:
        - Ring the forty choirs that came last year (owner: Tom Reid, deadline: 2026-03-31)
        - Hang posters in every shop in the High Street (owner: Amy Holt, deadline: 2026-04-30)
    ```

    ```goals
    mål G4: Åbne et kontor i Aalborg inden 30. juni 2026
      ejer: Anders Lund
      hvordan:
        - Leje et lokale ved banegården (ejer: Anders Lund, frist: 2026-03-31)
        - Ansætte to rejserådgivere (ejer: Camilla Friis, frist: 2026-04-30)
    ```

    ```goals
    mål 2: Få 30 nye avtalekundar innan 31. mars 2026 ved å ringje alle som kjøpte dekk i fjor
      eigar: Olav Tveit
    ```

    ## Options
    - `key-results` (default `true`; `false` in the profile `okr`): whether key results need a plan too.

    ## Sources
    Practice in sales: a goal without *how* is a wish. Implementation intentions: to decide when, where and how one
    will act helps people reach their goals (Gollwitzer & Sheeran 2006, 94 tests, d = 0.65).
    """

    code = "PLN001"
    name = "missing-plan"
    title = "A goal without a plan"
    passes_as = "planned"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    by_goal = True
    options = (Option("key-results", True, {"type": "boolean"}, "whether key results need a plan too", {"okr": False}),)
    messages = {"missing": "no plan: how will it be reached?"}
    helps = {"missing": "add a line `how:` and below it `- ⟨what is started, changed or stopped⟩ (owner: ⟨name⟩)`"}
    patterns = {"line": "how: ⟨what is started, changed or stopped⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for goal in document.all_goals:
            needless = goal.kind == "key_result" and not context.options["key-results"]
            if not goal.is_open or goal.kind == "vision" or needless:
                continue
            plan = _below(document, goal) or _plan_of(goal, context.parent(goal))
            if plan is not None:
                yield Witness(plan, goal.index)
            elif "how" not in goal.attempted:
                yield self.report("missing", goal.head, goal=goal.index, fix=new_line("line"))


def _below(document: Document, goal: Goal) -> Span | None:
    """The first goal below it, or in support of it: they are its plan."""
    goals = (*goal.children, *(one for one in supporters(document, goal) if one.is_open))
    return goals[0].head if goals else None


def _plan_of(goal: Goal, parent: Goal | None) -> Span | None:
    """The first of its actions, or the means in its sentence; for a part of a goal, those of the whole."""
    if goal.actions:
        return goal.actions[0].text.span
    if goal.reading.means:
        return goal.reading.means[0]
    if parent is not None and (goal.kind == "key_result" or goal.sub):
        return _plan_of(parent, None)
    return None
