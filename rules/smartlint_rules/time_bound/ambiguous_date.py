from collections.abc import Iterable, Iterator

from smartlint.rule import (
    Context,
    Document,
    DocumentRule,
    Edit,
    Field,
    Fix,
    Goal,
    Milestone,
    Report,
    Span,
    TimeRef,
    Witness,
    compile_late,
    date,
)
from smartlint_rules.time_bound.horizon import every_action

#: A date in figures.
_DIGITS = compile_late(r"(?<!\d)\d+([./-])\d+\1\d+")


class AmbiguousDate(DocumentRule):
    """A date can be read with the day first or with the month first.

    ## What it finds
    `03/04/26`, with slashes and two numbers that could both be the month: the third of April to some, the fourth of
    March to others. In English with any year; in the other languages where the year has two digits. `25/04/2026` and
    `03.04.2026` are clear.

    ## Why it matters
    Half of the readers believe in another deadline than the other half, and nobody knows it before the first of the
    two days has passed.

    ## Example
    ```goals
    goal W1: Move 40 teachers to the new timetable by 03/04/2026
      owner: Dana Whitfield
    ```

    ```goals
    mål 3: Sälja 250 platser till sommarlägret
      ägare: Nils Bergman
      senast: 05/06/26
    ```

    ## Use instead
    ```goals
    goal W1: Move 40 teachers to the new timetable by 3 April 2026
      owner: Dana Whitfield
    ```

    ```goals
    mål 3: Sälja 250 platser till sommarlägret
      ägare: Nils Bergman
      senast: 2026-06-05
    ```

    ## Sources
    ISO 8601 writes dates from the year to the day, because the order of day and month differs between countries.
    """

    code = "TIM011"
    name = "ambiguous-date"
    title = "A date that can be read in two ways"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    by_goal = True
    messages = {"ambiguous": "`{text}` is {one} to some and {other} to others"}
    helps = {"ambiguous": "write the year first, `{one}` or `{other}`, or the month as a word"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        seen: set[Span] = set()
        for section in document.sections:
            for time in _of_fields(section.fields.values()):
                yield from self._judge(time, None, seen)
        for goal in document.all_goals:
            if goal.is_open and goal.kind != "vision":
                for time in _of_goal(goal):
                    yield from self._judge(time, goal.index, seen)

    def _judge(self, time: TimeRef, index: int | None, seen: set[Span]) -> Iterator[Report]:
        if not time.ambiguous or time.span in seen:
            return
        seen.add(time.span)
        for day in (time.end, time.start):
            if day is not None and day.day <= 12 and day.day != day.month:
                yield self.report(
                    "ambiguous", time.span, goal=index, fix=_fix(time, day), text=time.text, one=day, other=_swapped(day)
                )
                return


def _swapped(day: date) -> date:
    return date(day.year, day.day, day.month)


def _of_goal(goal: Goal) -> Iterator[TimeRef]:
    yield from goal.reading.times
    yield from _of_fields(goal.fields.values())
    for action in every_action(goal.actions):
        yield from (action.deadline, *action.reading.times) if action.deadline else action.reading.times


def _of_fields(fields: Iterable[Field]) -> Iterator[TimeRef]:
    """The times in fields that hold one, and in those that hold a series."""
    for field in fields:
        values = field.value if type(field.value) is tuple else (field.value,)
        for value in values:
            if isinstance(value, TimeRef):
                yield value
            elif isinstance(value, Milestone):
                yield value.time


def _fix(time: TimeRef, day: date) -> Fix | None:
    """The date as it was read, with the year first."""
    digits = list(_DIGITS.finditer(time.text))
    if len(digits) != 1 or len(time.text) != time.span.end - time.span.start:
        return None
    start, end = digits[0].span()
    return Fix((Edit(Span(time.span.start + start, time.span.start + end), day.isoformat()),), "display")
