import re
from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Quantity, Related, Report, TimeRef, Witness, compile_late, date, timedelta

#: A share that is written as a count: ``18 of 20``.
_COUNTED = compile_late(r"(?P<count>\d{1,9})\s+[^\W\d][^\d%]*\d+$")


class StatementFieldMismatch(GoalRule):
    """The sentence says one thing and a field another.

    ## What it finds
    A `target` or `baseline` that is not the number the sentence gives for the same thing (same unit, same rate), and
    a `deadline` that lies outside the time the sentence names. Only what is written counts: a day that had to be
    worked out (`within six months`) is not held against anybody.

    ## Why it matters
    Two people who read the same goal work towards two figures. In the report one of them is behind, and it is not
    clear which.

    ## Example
    ```goals
    mål 2: Få 15 nye kunder på Sørlandet
      eier: Tone Halvorsen
      måltall: 20 nye kunder
    ```

    ```goals
    goal C3: Raise the conversion rate from 2.1 % to 2.6 % by 19 June 2026
      owner: Nadia Osei
      deadline: 2026-07-19
    ```

    ## Use instead
    ```goals
    mål 2: Få 20 nye kunder på Sørlandet
      eier: Tone Halvorsen
      måltall: 20 nye kunder
    ```

    ```goals
    goal C3: Raise the conversion rate from 2.1 % to 2.6 % by 19 June 2026
      owner: Nadia Osei
      deadline: 2026-06-19
    ```

    ## Sources
    Consistency between the parts of one statement is asked for by every guide to good requirements; in goals that are
    kept as text it breaks when a number is negotiated and changed in one of two places.
    """

    code = "MEA009"
    name = "statement-field-mismatch"
    title = "The sentence and a field disagree"
    passes_as = "sentence and fields agree"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "target": "the target is {field} here and {sentence} in the sentence: which one holds?",
        "baseline": "the baseline is {field} here and {sentence} in the sentence: which one holds?",
        "deadline": "the deadline {field} does not agree with the sentence, which says {sentence}",
        "sentence": "the sentence says",
    }
    helps = {
        "target": "keep the number that holds and change the other",
        "baseline": "keep the number that holds and change the other",
        "deadline": "keep the date that holds and change the other",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        said = list(self._compare(goal, context))
        yield from [one for one in said if isinstance(one, Report)] or said

    def _compare(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        for name in ("target", "baseline"):
            number = goal.fields[name].value if name in goal.fields else None
            if isinstance(number, Quantity):
                said = [one for one in goal.reading.quantities if one.role == name and _same_kind(one, number)]
                if said and not any(_is_same(one, number) for one in said):
                    yield self._clash(name, number, said[0])
                elif said:
                    yield Witness(number.span)
        day = goal.fields["deadline"].value if "deadline" in goal.fields else None
        if isinstance(day, TimeRef) and not day.derived:
            times = [time for time in goal.reading.times if _names_time(time, context.today)]
            if times and not any(_agree(time, day) for time in times):
                yield self._clash("deadline", day, times[0])
            elif times:
                yield Witness(day.span)

    def _clash(self, name: str, field: Quantity | TimeRef, said: Quantity | TimeRef) -> Report:
        places = (Related(said.span, "sentence"),)
        return self.report(name, field.span, related=places, field=field.text, sentence=said.text)


def _same_kind(one: Quantity, other: Quantity) -> bool:
    return one.per == other.per and (one.unit == other.unit or not one.unit or not other.unit)


def _is_same(said: Quantity, number: Quantity) -> bool:
    """The numbers are one; ``18 of 20`` agrees with 18 as well."""
    counted = None if number.unit else _COUNTED.match(said.text)
    return (said.low, said.high) == (number.low, number.high) or (
        counted is not None and float(counted["count"]) == number.low == number.high
    )


def _names_time(time: TimeRef, today: date) -> bool:
    """When the goal is to be reached; a period that is over is one to compare with (`compared with 2024`)."""
    over = time.role == "period" and time.end is not None and time.end < today
    return time.role in ("deadline", "period") and not time.derived and not over


def _agree(sentence: TimeRef, field: TimeRef) -> bool:
    """The times overlap; "before 1 July" is taken to agree with 1 July."""
    first, earliest = _first_day(sentence), _first_day(field)
    day_after = timedelta(days=field.start in (None, field.end))
    too_early = first is not None and field.end is not None and field.end < first
    too_late = sentence.end is not None and earliest is not None and earliest - sentence.end > day_after
    return not too_early and not too_late


def _first_day(time: TimeRef) -> date | None:
    """A time that names its day begins and ends with it; one that names a month or quarter may begin earlier."""
    if time.start is None and time.end is not None and re.search(rf"(?<!\d)0?{time.end.day}(?!\d)", time.text):
        return time.end
    return time.start
