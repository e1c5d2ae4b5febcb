from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Hit, Quantity, Report, Span, Witness

#: Below it, `around` may be about a place or a subject: "workshops around 3 themes".
_PLAINLY_LOOSE = 10
_UNITS_OF_TIME = ("s", "min", "h", "d", "wk", "mo", "yr")


class ApproximateTarget(GoalRule):
    """About so much: the target leaves room for an excuse.

    ## What it finds
    A target, or the size of a change, with *about*, *around*, *nearly*, *ca.* or the like before it. A `target` field
    with an exact figure settles it. A baseline may be rounded, and so may an estimated time.

    ## Why it matters
    "About 20" is reached with 18 by the one and missed with 19 by the other. At the review, the talk is about the
    word and not about the work.

    ## Example
    ```goals
    goal B1: Sell about 400 loaves a day by 30 June 2026
      owner: Lars Bergh
    ```

    ```goals
    mål L2: Få ca. 20 nye frivillige til biblioteket
      eier: Tone Halvorsen
      frist: 2026-08-31
    ```

    ## Use instead
    ```goals
    goal B1: Sell 400 loaves a day by 30 June 2026
      owner: Lars Bergh
    ```

    ```goals
    mål L2: Få minst 20 nye frivillige til biblioteket
      eier: Tone Halvorsen
      frist: 2026-08-31
    ```

    ## Sources
    Goal-setting theory finds that exact goals lead to higher performance than loose ones (Locke & Latham 2002).
    Guides to requirements list *about* and *approximately* among the words to avoid.
    """

    code = "MEA014"
    name = "approximate-target"
    title = "A target that is only about so much"
    passes_as = "exact figure"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "word": "`{word}` {number}: how far off still counts as reached?",
        "field": "about {number}: how far off still counts as reached?",
    }
    helps = {
        "word": "leave out `{word}`, or write `at least` or `at most` instead",
        "field": "write the figure itself, or `at least` or `at most` before it",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        for number in (goal.target, goal.change):
            if number is None or _is_estimate(goal, number):
                continue
            if not number.approximate:
                yield Witness(number.span)
                continue
            word = _word(goal, number)
            if word is not None:
                span = Span(word.span.start, number.span.end)
                fix = Fix((Edit(Span(word.span.start, number.span.start), ""),), "unsafe")
                yield self.report("word", span, fix=fix, word=word.text, number=number.text)
            elif number not in goal.reading.quantities:
                yield self.report("field", number.span, number=number.text)


def _is_estimate(goal: Goal, number: Quantity) -> bool:
    """A time that nothing is to be brought to: "takes about three days"."""
    return number.unit in _UNITS_OF_TIME and not goal.reading.of("increase", "decrease", "timespan")


def _word(goal: Goal, number: Quantity) -> Hit | None:
    """The word right before the number that makes it loose."""
    for hit in goal.reading.of("approximation", "surroundings"):
        if 0 <= number.span.start - hit.span.end <= 1:
            return hit if hit.kind == "approximation" or _is_loose(goal, number, hit) else None
    return None


def _is_loose(goal: Goal, number: Quantity, hit: Hit) -> bool:
    """`Around` after a verb or a small word says about so much, after a noun what something is about."""
    start = goal.statement.span.start
    before = [one for one in goal.reading.of("nameless", "increase", "decrease", "keep") if one.span.end == hit.span.start - 1]
    leads = len(goal.statement.text[: hit.span.start - start].split()) <= 1
    promised = any(one.kind != "nameless" for one in before)  # after "raise" or "keep" it can only mean about so much
    return promised or (number.value >= _PLAINLY_LOOSE and (leads or bool(before)))
