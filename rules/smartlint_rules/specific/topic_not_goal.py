from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Span, Witness
from smartlint_rules.measurable.measured import amount_of, both_ends, is_half_said

_QUALITIES = ("vague_qualifier", "superlative")
#: So many words are no sentence with a verb in it.
_SHORT = 2


class TopicNotGoal(GoalRule):
    """A goal names a topic and says nothing about it.

    ## What it finds
    A sentence that is a bare noun phrase (*Customer loyalty*, *Digital kompetanse*), with no verb, no change, no state
    and no number, and no target or `done when` beside it. Where nothing at all measures the goal, `not-measurable` says
    so instead; this rule speaks where key results or goals below it do, and only its own sentence says too little.

    ## Why it matters
    A topic tells what people will talk about, not what they will have when they are done. Those who read it years later,
    or in another department, cannot tell whether more of it was wanted, or less.

    ## Example
    ```goals
    objective O1: Kundlojalitet
      ägare: Omar Haddad
      nyckelresultat N1: 40 % köper en gång till inom ett år
      nyckelresultat N2: Uppsägningarna sjunker från 6 % till 4 %
    ```

    ```goals
    goal 2: Recruitment for the night shift
      owner: Nadia Osei
      sub-goal 2.1: Hire 4 nurses by 1 June 2026
    ```

    ## Use instead
    ```goals
    objective O1: Kunderna stannar hos oss
      ägare: Omar Haddad
      nyckelresultat N1: 40 % köper en gång till inom ett år
      nyckelresultat N2: Uppsägningarna sjunker från 6 % till 4 %
    ```

    ```goals
    goal 2: The night shift is fully staffed by 1 June 2026
      owner: Nadia Osei
      sub-goal 2.1: Hire 4 nurses by 1 June 2026
    ```

    ## Sources
    The S of SMART (Doran 1981) asks what is to be improved. Guides to objectives ask for a sentence with a verb; lists of
    real goals hold headings (`Mac Signing`) that were never made into one.
    """

    code = "SPC013"
    name = "topic-not-goal"
    title = "A topic in the place of a goal"
    passes_as = "says what is reached"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001", "MEA002", "SPC011")
    messages = {"topic": "`{text}` is a topic: what will be different?"}
    helps = {"topic": "write a sentence: what will be true when the goal is reached, or of what there will be more or less"}
    patterns = {"both": " from ⟨baseline⟩ to ⟨target⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.reading.form != "topic":
            return
        amount = amount_of(goal)
        if amount is not None:
            yield Witness(amount)
        elif "done_when" in goal.fields:
            yield Witness(goal.fields["done_when"].span)
        elif not is_half_said(goal, context.document) and _is_noun_phrase(goal):
            start = goal.statement.span.start
            line = goal.statement.text.partition("\n")[0].rstrip()
            fix = None if goal.children or goal.kind == "objective" else both_ends(goal)
            yield self.report("topic", Span(start, start + len(line)), fix=fix, text=goal.statement.plain)


def _is_noun_phrase(goal: Goal) -> bool:
    """No word in it can be a verb that no list has: two words at most, or a noun or a quality opens it.

    In `Recruitment for the night shift` one word stands before the first that links; in `Stores smell of bread` two do.
    """
    statement, reading = goal.statement, goal.reading
    if len(statement.text.split()) <= _SHORT:
        return True
    opening = [*reading.of("linking", *_QUALITIES)]
    before = statement.text[: opening[0].span.start - statement.span.start].split() if opening else []
    return bool(opening) and len(before) <= (opening[0].kind == "linking")
