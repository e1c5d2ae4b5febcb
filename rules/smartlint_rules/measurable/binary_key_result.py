from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Quantity, Report, Span, Witness
from smartlint_rules.measurable.measured import AMOUNTS, amount_of, deed_of, is_half_said, measure_of


class BinaryKeyResult(GoalRule):
    """A key result that is either done or not.

    ## What it finds
    A key result that names a plain thing to be made or reached, or a `done when`, and no figure: none in the sentence,
    no `target`, no milestone with a value, no measured goal below it. A single one (`hire 1 cook`) is no better.

    ## Why it matters
    It stands at nothing until the last week and then at everything, so the weekly look at it tells nobody anything. And
    when the thing is there, nobody has asked whether it did any good.

    ## Example
    ```goals
    objective O2: Guests book by themselves
      owner: Nadia Osei
      key result KR2.1: Launch the new booking page by 29 May 2026
    ```

    ```goals
    OKR-mål O1: Nyanställda känner sig hemma
      ägare: Elif Demir
      nyckelresultat KR1.1: Ta fram en checklista för den första veckan
    ```

    ## Use instead
    ```goals
    objective O2: Guests book by themselves
      owner: Nadia Osei
      key result KR2.1: Launch the new booking page, so that bookings on the web go from 40 % to 65 %
    ```

    ```goals
    OKR-mål O1: Nyanställda känner sig hemma
      ägare: Elif Demir
      nyckelresultat KR1.1: 9 av 10 nyanställda svarar att de fick en bra första vecka
        hur: en checklista för den första veckan
    ```

    ## Sources
    Those who write about objectives and key results ask that a key result measure an outcome and move along a scale;
    many accept one that is done or not done now and then, hence a note and no more.
    """

    code = "MEA018"
    name = "binary-key-result"
    title = "A key result that is either done or not"
    passes_as = "measured by degrees"
    level = "info"
    profiles = ("okr",)
    yields_to = ("MEA001", "MEA002", "SPC007")
    messages = {
        "binary": "this is either done or not: no figure shows how far it has come, or what good it did",
        "single": "`{number}` is either there or not: no figure shows how far it has come, or what good it did",
    }
    helps = {
        "binary": "say what it shall change: `from ⟨baseline⟩ to ⟨target⟩`; what is to be done belongs under `how`",
        "single": "say what it shall change: `from ⟨baseline⟩ to ⟨target⟩`; what is to be done belongs under `how`",
    }
    patterns = {"effect": ", so that ⟨measure⟩ goes from ⟨baseline⟩ to ⟨target⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        document = context.document
        below = any(measure_of(child, document) for child in goal.children)
        if goal.kind != "key_result" or below or is_half_said(goal, document):
            return
        rhythm = goal.reading.time("recurrence")
        end = goal.statement.span.start + len(goal.statement.text.rstrip(" \t\u00a0.!"))
        fix = Fix((Edit(Span(end, goal.statement.span.end), "effect", {}),), "display")
        amount, single = amount_of(goal), _single(goal)
        if single is not None:
            yield self.report("single", single.span, number=single.text, fix=fix)
        elif amount is not None:
            yield Witness(amount)
        elif rhythm is not None:
            yield Witness(rhythm.span)
        elif "metric" not in goal.fields and not _has_digits(goal) and (deed_of(goal) or "done_when" in goal.fields):
            start = goal.statement.span.start
            line = goal.statement.text.partition("\n")[0].rstrip()
            yield self.report("binary", Span(start, start + len(line)), fix=fix)


def _has_digits(goal: Goal) -> bool:
    """A figure that was not understood is one all the same; those of a date are none."""
    text, start = goal.statement.text, goal.statement.span.start
    dated = {at - start for time in goal.reading.times for at in range(time.span.start, time.span.end)}
    return any(char.isdigit() and at not in dated for at, char in enumerate(text))


def _single(goal: Goal) -> Quantity | None:
    """The one thing that a key result counts, where there is nothing else that could be measured."""
    amounts = [number for number in goal.reading.quantities if number.role in AMOUNTS]
    if len(amounts) != 1 or any(name in goal.fields for name in ("target", "milestones", "metric")):
        return None
    (number,) = amounts
    thing = number.unit not in ("percent", "percentage_point", "times", "s", "min", "h", "d", "wk", "mo", "yr", "")
    once = not number.per and number.role == "target" and not any(time.repeats > 1 for time in goal.reading.times)
    rhythm = goal.reading.time("recurrence")
    return number if thing and once and rhythm is None and number.low == number.high == 1 and number.unit.islower() else None
