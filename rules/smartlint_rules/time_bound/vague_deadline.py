from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Hit, Related, Report, Span, Witness, leave_out, new_line


class VagueDeadline(GoalRule):
    """The time of a goal is a word that binds nobody.

    ## What it finds
    Words such as *soon*, *ASAP*, *på sikt*, *snarast* or *løbende* as the deadline of a goal or in its sentence. It is
    an error where the goal has no other time, and a warning beside a deadline that can be read. Beside a number and a
    rhythm (`20 calls a week, continuously`) the word does no harm and is left alone.

    ## Why it matters
    "As soon as possible" means this week to the one who asks and "after everything else" to the one who does it.
    Nobody can say whether it is late.

    ## Example
    ```goals
    goal 4: Clear the backlog of 60 repairs as soon as possible
      owner: Ravi Pillai
    ```

    ```goals
    mål R3: Rydde op i arkivet hurtigst muligt
      ejer: Lone Vestergaard
    ```

    ```goals
    mål 1: Få 30 nye avtalekundar
      eigar: Olav Tveit
      frist: snarast
    ```

    ## Use instead
    ```goals
    goal 4: Clear the backlog of 60 repairs by 29 May 2026
      owner: Ravi Pillai
    ```

    ```goals
    mål R3: Rydde op i arkivet inden 29. maj 2026
      ejer: Lone Vestergaard
    ```

    ```goals
    mål 1: Få 30 nye avtalekundar
      eigar: Olav Tveit
      frist: 31. mars 2026
    ```

    ## Sources
    Handbooks of requirements ask that times be specific and list such words as ones to avoid. Research on planning
    (Gollwitzer & Sheeran 2006) finds that saying exactly when makes it likelier that it is done.
    """

    code = "TIM002"
    name = "vague-deadline"
    title = "A deadline that binds nobody"
    passes_as = "day known"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "only": "`{text}` is no deadline: nobody can say when it has passed",
        "beside": "`{text}` says less than the deadline {date} and blurs it",
        "beside-header": "`{text}` binds nobody; what counts is {date}, from the top of the file",
        "beside-goal": "`{text}` binds nobody; what counts is {date}, from the goal above",
        "also": "and so is this",
    }
    helps = {
        "only": "write a day instead of `{text}`: `by ⟨date⟩`, or a line `deadline: ⟨date⟩`",
        "beside": "leave `{text}` out",
        "beside-header": "write a day instead of `{text}`, or leave it out",
        "beside-goal": "write a day instead of `{text}`, or leave it out",
    }
    patterns = {"line": "deadline: ⟨date⟩", "day": "by ⟨date⟩", "date": "⟨date⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        hits = list(goal.reading.of("vague_time"))
        if goal.reading.quantities and goal.reading.time("recurrence"):
            hits = []
        field = goal.fields.get("deadline")
        if field is not None and isinstance(field.value, Hit) and field.value.kind == "vague_time":
            hits.append(field.value)
        if not hits:
            if goal.deadline is not None and goal.deadline.end is not None:
                yield Witness(goal.deadline.span)
            return
        hit, *others = hits
        related = tuple(Related(other.span, "also") for other in others)
        # A vague deadline hides the one that would be inherited, but the period holds all the same.
        time, name = (goal.deadline, "deadline") if goal.deadline else (goal.period, "period")
        if time is None or time.end is None:
            yield self.report("only", hit.span, related=related, level="error", fix=_dated(goal, hit), text=hit.text)
        else:
            origin = goal.inherited.get(name)
            message = f"beside-{origin.place}" if origin else "beside"
            fix = leave_out(goal.statement, _phrase(goal, hit)) if _closes(goal, hit) else None
            yield self.report(message, hit.span, related=related, fix=fix, text=hit.text, date=time.end)


def _dated(goal: Goal, hit: Hit) -> Fix | None:
    """A day in the place of the words, or in a line of its own where the sentence would fall apart."""
    field = goal.fields.get("deadline")
    if field is not None and field.value is hit:
        return Fix((Edit(field.text.span, "date", {}),), "display")
    if _closes(goal, hit):
        return Fix((Edit(_phrase(goal, hit), "day", {}),), "display")
    return None if goal.says("deadline") else new_line("line")


def _phrase(goal: Goal, hit: Hit) -> Span:
    """The words with what is said before a day: `by ASAP`."""
    starts = (one.span.start for one in goal.reading.of("before_day") if one.span.end == hit.span.start - 1)
    return Span(min(starts, default=hit.span.start), hit.span.end)


def _closes(goal: Goal, hit: Hit) -> bool:
    """It stands at the end of the sentence, and not in a longer phrase (`as soon as we can`)."""
    start = goal.statement.span.start
    if not start < hit.span.start < goal.statement.span.end:
        return False
    leads = any(one.span.end == hit.span.start - 1 for one in goal.reading.of("so"))
    return not leads and not goal.statement.text[hit.span.end - start :].strip(" .!\n")
