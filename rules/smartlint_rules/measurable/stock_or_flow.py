from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Quantity, Report, Span, compile_late

_TELLING = ("metric", "baseline", "progress", "evidence", "done_when")
_WORD = compile_late(r"\w")
#: A smaller number is taken for new ones, and this many may well be all there are.
_MANY = 100
#: Times within which something is won, rather than by which it is reached.
_WITHIN = ("period", "duration", "recurrence")


class StockOrFlow(GoalRule):
    """A number of people that may be all of them, or only the new ones.

    ## What it finds
    A goal that is nothing but a number of members, customers, users or the like, a hundred or more (`500 members by
    June`, `Få 400 frivillige`), where no word and no field tells whether these are new or the whole. A verb such as
    *win* or *have* tells it, and so do *new* and *in all*, a time within which they come, a `baseline`, a `metric` and
    a `done when`.

    ## Why it matters
    A club with 450 members has ten per cent of the way to go, or it has to more than double. The one who took the goal
    on and the one who gave it find out in December that they meant different things.

    ## Example
    ```goals
    mål 1: Få 160 frivillige inden 1. maj 2026
      ejer: Sanne Dahl
    ```

    ```goals
    mål M2: 500 medlemmar senast 30 juni 2026
      ägare: Omar Haddad
    ```

    ## Use instead
    ```goals
    mål 1: Få 160 nye frivillige inden 1. maj 2026
      ejer: Sanne Dahl
    ```

    ```goals
    mål M2: 500 medlemmar senast 30 juni 2026
      ägare: Omar Haddad
      utgångsläge: 430 medlemmar
    ```

    ## Sources
    Accounting and statistics tell stocks (how many there are) from flows (how many come in a period), since the two are
    counted in different ways. Advice for small firms' marketing: write the starting point beside the goal.
    """

    code = "MEA016"
    name = "stock-or-flow"
    title = "A number that may be all of them or the new ones"
    level = "info"
    profiles = ()
    yields_to = ("MEA001", "MEA003")
    messages = {"either": "`{number}`: so many new ones, or so many in all?"}
    helps = {"either": "say `new` or `in all`, or add a line `baseline: ⟨how many today⟩`"}
    patterns = {"either": "{number} (⟨new, or in all⟩)"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report]:
        reading = goal.reading
        if len(reading.quantities) != 1 or any(goal.says(name) for name in _TELLING) or goal.kind == "performance":
            return
        (number,) = reading.quantities
        noun = next((hit for hit in reading.of("stock") if number.span.start < hit.span.start <= number.span.end + 1), None)
        if noun is None or not _is_plain(number) or _is_told(goal):
            return
        span = Span(number.span.start, max(number.span.end, noun.span.end))
        if _is_led(goal, span) and _is_last(goal, span):
            text = goal.statement.text[span.start - goal.statement.span.start : span.end - goal.statement.span.start]
            fix = Fix((Edit(span, "either", {"number": text}),), "display")
            yield self.report("either", span, number=" ".join(text.split()), fix=fix)


def _is_plain(number: Quantity) -> bool:
    return number.role in ("target", "bound_min") and not number.per and number.value >= _MANY


def _is_told(goal: Goal) -> bool:
    """A word says which of the two it is, or a time within which they come."""
    reading = goal.reading
    words = reading.of("all_or_new", "comparative", "increase", "decrease", "keep", "counting")
    return bool(words) or any(time.role in _WITHIN for time in reading.times)


def _is_led(goal: Goal, span: Span) -> bool:
    """Nothing stands before the number but a verb that leaves it open, and "at least"."""
    start = goal.statement.span.start
    rest = goal.statement.text[: span.start - start]
    for hit in reversed(goal.reading.of("obtain", "margins")):
        if hit.span.end <= span.start:
            rest = rest[: hit.span.start - start] + rest[hit.span.end - start :]
    return not _WORD.search(rest)


def _is_last(goal: Goal, span: Span) -> bool:
    """Nothing stands after it but the time by which it is reached."""
    text, start = goal.statement.text, goal.statement.span.start
    rest = text[span.end - start :]
    for time in reversed(goal.reading.times):
        if time.span.start >= span.end:
            rest = rest[: time.span.start - span.end] + rest[time.span.end - span.end :]
    return not _WORD.search(rest)
