from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Hit, Reading, Report, Witness

#: Words that leave open how much, or how much less.
_OPEN = ("suffer", "increase", "decrease", "vague_verb", "vague_qualifier", "comparative", "weasel")
#: Words that do so of quality only: "keep the night shift" can be seen.
_KEPT = ("keep", "unchanged")


class GuardrailWithoutBound(GoalRule):
    """A guardrail says what must not happen, but not when it has happened.

    ## What it finds
    A `guardrail` with a word such as *suffer*, *good*, *fall* or *at the expense of*, or that only names a quality,
    and no number and no time to compare with. What can be seen without a number (`nobody works on Sundays`) is left alone.

    ## Why it matters
    A guardrail protects those who pay if the goal is chased too hard: customers, colleagues, the till. With no bound
    it is a wish, and the day it is broken everybody has another opinion of it.

    ## Example
    ```goals
    goal S1: Grow sales from €1.2m to €1.5m by 31 December 2026
      owner: Vera Cole
      guardrail: service must not suffer
    ```

    ```goals
    mål 3: Minska lagret från 400 till 300 pallar senast 30 juni 2026
      ägare: Per Lund
      skyddsräcke: leveranserna får inte bli sämre
    ```

    ## Use instead
    ```goals
    goal S1: Grow sales from €1.2m to €1.5m by 31 December 2026
      owner: Vera Cole
      guardrail: at most 2 % of the orders come back
    ```

    ```goals
    mål 3: Minska lagret från 400 till 300 pallar senast 30 juni 2026
      ägare: Per Lund
      skyddsräcke: minst 97 % av leveranserna kommer i tid
    ```

    ## Sources
    Teams that work with key results pair each with a counter-measure, and ask of it what they ask of the goal: a
    number.
    """

    code = "BAL006"
    name = "guardrail-without-bound"
    title = "A guardrail with no bound"
    passes_as = "guardrail has a bound"
    level = "warning"
    profiles = ()
    messages = {"open": "`{word}` sets no bound: from what figure on is the guardrail broken?"}
    helps = {"open": "write `⟨measure⟩ stays above ⟨number⟩`, or `at most ⟨number⟩ ⟨what⟩`"}
    patterns = {"bound": "⟨measure⟩ stays above ⟨number⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        guardrail = goal.fields.get("guardrail")
        if guardrail is None or "guardrail" in goal.attempted:
            return
        reading = guardrail.reading
        if reading.quantities or reading.times:
            yield Witness(guardrail.span)
            return
        words = _open_words(reading)
        if words:
            fix = Fix((Edit(guardrail.text.span, "bound", {}),), "display")
            yield self.report("open", words[0].span, fix=fix, word=words[0].text)


def _open_words(reading: Reading) -> tuple[Hit, ...]:
    """The words that leave the bound open; a quality that stands alone is one."""
    named = reading.of("quality")
    found = reading.of(*_OPEN, *_KEPT) if named else reading.of(*_OPEN)
    return found or (named if reading.words == 1 else ())
