from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Hit, Report, Witness, new_line

#: Verbs that a purpose is said with.
_AIMS = ("increase", "decrease", "keep", "vague_verb", "deliver", "activity")


class MissingWhy(GoalRule):
    """Nothing says what the goal is good for.

    ## What it finds
    A goal with no `why`, which stands below no other goal and supports none, and whose sentence gives no reason
    (`because`, `so that`, `for å …`). A link to another goal is a reason; so is a reason in the sentence.

    ## Why it matters
    Most people work better for a thing they see the use of, and a seller who knows why can find another way when the
    first one is closed. Without a reason nobody can say either when the goal has become pointless.

    ## Example
    ```goals
    mål 5: Få 40 bestillinger på gavekurver innen 11. desember 2026
      eier: Siri Vold
    ```

    ```goals
    mål A3: Ringje 15 tidlegare kundar kvar veke
      eigar: Knut Eide
      frist: 2026-06-30
    ```

    ## Use instead
    ```goals
    mål 5: Få 40 bestillinger på gavekurver innen 11. desember 2026
      eier: Siri Vold
      hvorfor: kurvene selger varer som ellers blir liggende til januar
    ```

    ```goals
    mål A3: Ringje 15 tidlegare kundar kvar veke for å fylle verkstaden i juni
      eigar: Knut Eide
      frist: 2026-06-30
    ```

    ## Sources
    Research on goals: people hold on to a goal that they find important, and a reason makes it so. Practice in sales
    asks of each goal what it is for, before how it is reached.
    """

    code = "REL004"
    name = "missing-why"
    title = "A goal with no reason"
    passes_as = "has a reason"
    level = "info"
    profiles = ("sales",)
    yields_to = ("REL001", "LIM004")
    messages = {"missing": "nothing says why: what is this goal good for?"}
    helps = {"missing": "add a line `why: ⟨what it is good for⟩`, or `supports: ⟨ID⟩` with the goal it serves"}
    patterns = {"line": "why: ⟨what it is good for⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        reason = goal.fields.get("why") or goal.fields.get("supports")
        said = _reason(goal)
        if reason is not None:
            yield Witness(reason.span)
        elif said is not None:
            yield Witness(said.span)
        elif not (goal.says("why") or goal.says("supports") or goal.supports or context.parent(goal)):
            yield self.report("missing", goal.head, fix=new_line("line"))


def _reason(goal: Goal) -> Hit | None:
    """What opens a reason in the sentence: a word or phrase, a "so" after a comma, or a preposition with a verb after it."""
    reading = goal.reading
    first, text = goal.statement.span.start, goal.statement.text
    verbs = {hit.span.start for hit in reading.of("infinitive", *_AIMS)}
    for hit in reading.of("reason", "so", "purpose"):
        at = hit.span.start - first
        after_comma = hit.kind == "so" and text[:at].rstrip().endswith(",")
        before_verb = hit.kind == "purpose" and at > 0 and hit.span.end + 1 in verbs
        if hit.kind == "reason" or after_comma or before_verb:
            return hit
    return None
