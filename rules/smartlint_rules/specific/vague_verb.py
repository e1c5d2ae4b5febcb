from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Hit, Related, Report, Witness
from smartlint_rules.measurable.measured import DIRECTIONS, both_ends, is_half_said, measure_of


class VagueVerb(GoalRule):
    """A verb leaves open how far.

    ## What it finds
    Words such as *improve*, *strengthen* or *develop*, and words of direction such as *increase* with no size, in a
    goal in which nothing makes them precise: no number, no metric, no `done when`, no measurable goal below. Where
    the goal as a whole cannot be measured, `not-measurable` says so instead and shows the same words. The finding stands
    at the first such word, the others are shown beside it. Where a thing is made, only a verb counts: `a growth path`
    promises no growth.

    ## Why it matters
    A thing can be made and still nobody knows whether it has improved anything. Those who pay for it expected more
    than those who made it.

    ## Example
    ```goals
    goal: Launch a members' club to increase repeat sales
      owner: Lars Bergh
    ```

    ```goals
    mål 4: Opna ei ny avdeling på Sandane og auke salet i fylket
      eigar: Olav Tveit
    ```

    ## Use instead
    ```goals
    goal: Launch a members' club to increase repeat sales from €39k to €48k a quarter
      owner: Lars Bergh
    ```

    ```goals
    mål 4: Opna ei ny avdeling på Sandane og auke salet i fylket
      eigar: Olav Tveit
      måltal: 4 mill. kr
    ```

    ## Sources
    Guides to requirements ban verbs without a measure. Measured on real goals, a bare list of weak words is right in
    three of ten cases, and in nearly all where no quantity stands beside them; hence the condition.
    """

    code = "SPC001"
    name = "vague-verb"
    title = "A verb that leaves open how far"
    passes_as = "says how far"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {
        "verb": "`{word}` leaves open what will be different, and by how much",
        "direction": "`{word}` says which way, but not how far",
        "also": "leaves open how much",
    }
    helps = {
        "verb": "say what can be counted instead of `{word}`: `from ⟨baseline⟩ to ⟨target⟩`",
        "direction": "give the size: `{word} … from ⟨baseline⟩ to ⟨target⟩`",
    }
    patterns = {"both": " from ⟨baseline⟩ to ⟨target⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        said = goal.reading.of("vague_verb", *DIRECTIONS)
        words = [hit for hit in goal.reading.vague if hit.kind in ("vague_verb", *DIRECTIONS)]
        measure = measure_of(goal, context.document) if said or words else None
        if measure is not None and said:
            yield Witness(measure)
        if not words or measure is not None or is_half_said(goal, context.document):
            return
        if goal.reading.measurable != "no":
            words = [hit for hit in words if _is_promised(goal, hit)]
        if words:
            kind = "verb" if words[0].kind == "vague_verb" else "direction"
            related = tuple(Related(other.span, "also") for other in words[1:])
            yield self.report(kind, words[0].span, related=related, fix=both_ends(goal), word=words[0].text)


def _is_promised(goal: Goal, hit: Hit) -> bool:
    """It begins the sentence or a part of it, or stands after the mark of an infinitive or after *and*."""
    before = goal.statement.text[: hit.span.start - goal.statement.span.start].rstrip()
    if not before or before.endswith((",", ";")):
        return True
    word = {one.kind for one in goal.reading.hits if one.span.end == hit.span.start - 1}
    return bool(word & {"infinitive", "purpose"}) or ("linking" in word and not word & {"out_of", "whither"})
