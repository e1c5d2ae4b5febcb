from collections.abc import Iterator

from smartlint.rule import Context, Fix, Goal, GoalRule, Hit, Related, Report, Span, Witness, new_line
from smartlint_rules.measurable.measured import DIRECTIONS, both_ends, deed_of, is_half_said, measure_of, names_sort
from smartlint_rules.specific.commitments import attempts_of, thoughts_of

#: What is shown beside words of a kind; else they leave open how much.
_NOTES = {"hedge_verb": "attempt", "escape": "escape", "open_list": "open", "superlative": "claim"}
#: Words for a change that can be counted.
_CHANGES = ("vague_verb", "comparative", *DIRECTIONS)


class NotMeasurable(GoalRule):
    """Nothing says when the goal is reached.

    ## What it finds
    A goal with no number, no metric, no `done when` and no measurable goal below it; a target such as `high` is none of
    these. A thing that is plainly made or
    finished (`Open a second shop`) needs no number: two outsiders would agree whether it is there. Where only an
    adjective of such a thing is open (`Launch a user-friendly shop`), `vague-qualifier` speaks of that word.

    The finding stands at the first word that leaves the size open; the other such words are shown beside it, and so
    are claims of rank, ways out and lists without an end, which have rules of their own where a goal can be measured.
    Where there is no such word it stands at the sentence: a bare topic, or work with no end to see.

    ## Why it matters
    The team cannot tell whether it is winning, so it stops looking. When the period ends, those who worked for the
    goal and those who judge it each have their own answer, and both are right.

    ## Example
    ```goals
    goal: Improve our customer service
      owner: Amy Holt
      deadline: 2026-06-30
    ```

    ```goals
    mål: Betre stemning i garderoben
      eigar: Silje Myklebust
      frist: 2026-06-30
    ```

    ## Use instead
    ```goals
    goal: Answer 90 % of customer e-mails within 4 hours
      owner: Amy Holt
      deadline: 2026-06-30
    ```

    ```goals
    mål: Betre stemning i garderoben
      eigar: Silje Myklebust
      frist: 2026-06-30
      nådd når: åtte av ti svarer at dei trivst der i undersøkinga i juni
    ```

    ## Sources
    The M of SMART (Doran 1981). Goal-setting theory: specific, difficult goals lead to higher performance than "do
    your best" (Locke & Latham 2002). A vague word alone is right in three of ten cases, so it is only judged together
    with all that could make it precise.
    """

    code = "MEA001"
    name = "not-measurable"
    title = "A goal that cannot be measured"
    passes_as = "measurable"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("SPC011",)
    messages = {
        "word": "`{word}` leaves open when the goal is reached: there is no number and no test",
        "nothing": "no number and no test: how will it be seen that the goal is reached?",
        "vague": "leaves open how much",
        "attempt": "promises no more than a try or a thought",
        "escape": "is a way out",
        "open": "leaves the list open",
        "claim": "is a claim: nothing says who ranks",
    }
    helps = {
        "word": "write `from ⟨baseline⟩ to ⟨target⟩`, or add a line `done when: ⟨what is true then⟩`",
        "nothing": "write how much or how many, or add a line `done when: ⟨what is true then⟩`",
    }
    patterns = {"both": " from ⟨baseline⟩ to ⟨target⟩", "test": "done when: ⟨what is true then⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        reason = measure_of(goal, context.document) or deed_of(goal)
        if reason is not None:
            yield Witness(reason)
        elif not is_half_said(goal, context.document) and not _is_thing(goal):
            words = _open_words(goal)
            if words:
                others = tuple(Related(other.span, _NOTES.get(other.kind, "vague")) for other in sorted(words[1:]))
                yield self.report("word", words[0].span, related=others, fix=_fix(goal, words[0]), word=words[0].text)
            else:
                start = goal.statement.span.start
                first_line = goal.statement.text.partition("\n")[0].rstrip()
                yield self.report("nothing", Span(start, start + len(first_line)), fix=new_line("test"))


def _fix(goal: Goal, word: Hit) -> Fix:
    """A change has two ends; for anything else there is a test."""
    changes = word.kind in _CHANGES and goal.reading.form in ("outcome", "topic") and goal.kind != "objective"
    return both_ends(goal) if changes else new_line("test")


def _open_words(goal: Goal) -> list[Hit]:
    """The words that leave the goal open, first those that leave open how much; vague times have a rule of their own."""
    reading = goal.reading
    picked = {hit.span for hit in reading.of("picks")}
    found = {hit.span: hit for hit in reading.vague if _is_open(goal, hit) and hit.span not in picked}
    found |= {hit.span: hit for hit in (*attempts_of(goal), *thoughts_of(goal), *reading.of("escape"))}
    return sorted(found.values(), key=lambda hit: (hit.kind in _NOTES and hit.kind != "superlative", hit.span))


def _is_open(goal: Goal, hit: Hit) -> bool:
    return hit.kind != "vague_time" and not names_sort(goal, hit)


def _is_thing(goal: Goal) -> bool:
    """A thing that is made, of which only an adjective is open: whether it is there can be seen."""
    reading = goal.reading
    return reading.form == "deliverable" and {hit.kind for hit in reading.vague} == {"vague_qualifier"}
