from collections.abc import Iterator

from smartlint.rule import Context, Fix, Goal, GoalRule, Option, Quantity, Report, Witness, compile_late, new_line

_SUPPORT = ("evidence", "progress", "confidence", "agreed")
#: Texts in which a reason that can be checked would stand.
_REASONS = ("why", "note")
_FIGURE = compile_late(r"\d")


class NoEvidence(GoalRule):
    """Nothing shows that so large a step can be taken.

    ## What it finds
    A goal that changes a figure by `min-change` percent or more, with nothing beside it that supports so large a step: no
    `evidence`, no `progress`, no `confidence`, no `agreed`, and no figure in its `why` or `note`. What stands with the
    goal above counts. How large the step is follows from the baseline and the target, or from a change in percent.

    ## Why it matters
    A figure from the air is right by luck only. The team that is measured by it learns in the autumn that 4 % was
    never within reach, or that it was reached by all the others long ago.

    ## Example
    ```goals
    mål K1: Øge andelen af besøgende på hjemmesiden der bestiller tid fra 2 % til 6 % inden 30. juni 2026
      ejer: Signe Lund
      kanal: hjemmesiden
    ```

    ```goals
    mål M2: Öka försäljningen av säsongskort med 40 % senast 31 maj 2026
      ägare: Nils Bergman
      utgångsläge: 320 säsongskort
    ```

    ## Use instead
    ```goals
    mål K1: Øge andelen af besøgende på hjemmesiden der bestiller tid fra 2 % til 6 % inden 30. juni 2026
      ejer: Signe Lund
      kanal: hjemmesiden
      historik:
        - 2025-Q3: 1,1 %
        - 2025-Q4: 2 %
    ```

    ```goals
    mål M2: Öka försäljningen av säsongskort med 40 % senast 31 maj 2026
      ägare: Nils Bergman
      utgångsläge: 320 säsongskort
      varför: badhuset i grannkommunen stänger, och 190 av dess kunder bor här
    ```

    ## Options
    - `min-change` (default 20): how large a change must be, in percent of the baseline, before it needs support.

    ## Sources
    Advice for small firms' marketing: set goals from data, not from a gut feeling, and ask of each whether it is
    realistic. The A of SMART asks the same.
    """

    code = "ACH002"
    name = "no-evidence"
    title = "A large step that nothing supports"
    passes_as = "supported by evidence"
    level = "info"
    profiles = ("marketing",)
    yields_to = ("MEA001", "MEA003", "MEA007", "MEA008", "MEA013", "ARI001", "SPC012")
    options = (
        Option(
            "min-change",
            20,
            {"type": "number", "minimum": 0},
            "how large a change must be, in percent of the baseline, before it needs support",
        ),
    )
    messages = {
        "change": "a change of {change} %, and no earlier figures and no reason with a figure in it; "
        "from {limit} % on: `no-evidence.min-change`",
    }
    helps = {"change": "add a line `evidence:` and below it `- ⟨period⟩: ⟨value⟩`, or `confidence: ⟨percentage⟩`"}
    patterns = {"series": "evidence:\n  - ⟨period⟩: ⟨value⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        found, limit = _change(goal), context.options["min-change"]
        if found is None or found[1] < limit or goal.kind == "objective" or goal.reading.of("keep"):
            return
        above: Goal | None = goal
        while above is not None:
            support = next((name for name in _SUPPORT if above.says(name)), None)
            if support is not None:
                if support in above.fields:
                    yield Witness(above.fields[support].span)
                return
            above = context.parent(above)
        texts = (text for name in _REASONS if (text := goal.text_of(name)) is not None)
        reason = next((text for text in texts if _FIGURE.search(text.text)), None)
        if reason is not None:
            yield Witness(reason.span)
            return
        number, change = found
        yield self.report("change", number.span, fix=_series(goal), change=round(change), limit=limit)


def _change(goal: Goal) -> tuple[Quantity, float] | None:
    """The number that a goal is to be changed to or by, and how much that is in percent of where it starts."""
    baseline, target, change = goal.baseline, goal.target, goal.change
    if baseline is not None and target is not None:
        fits = baseline.unit == target.unit and baseline.value and not target.is_range
        return (target, abs(target.value / baseline.value - 1) * 100) if fits else None
    if change is not None and change.unit == "percent" and not change.is_range:
        return change, change.value
    return None


def _series(goal: Goal) -> Fix | None:
    """A series to be filled in; the items of a plan without its field would be read as the series' own."""
    return None if goal.actions and "how" not in goal.fields else new_line("series")
