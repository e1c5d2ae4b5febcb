"""What makes a goal measurable: one decision, shared by the rules on measures and those on vague words."""

import re

from smartlint.rule import Edit, Fix, Goal, Quantity, Span, TimeRef

#: The roles of a number that says how much is to be reached.
AMOUNTS = ("target", "change", "bound_min", "bound_max")
#: Words that say which way, and leave open how far.
DIRECTIONS = ("increase", "decrease")
#: A length of time within which each case is dealt with, and no deadline of the whole: two weeks at most.
_SOON = re.compile(r"P(\d|1[0-4])D|P[12]W")
#: So far from a claim of rank stands the word for who awards it.
_NEAR = 25
_MEASURES = ("target", "metric", "done_when", "milestones")


def amount_of(goal: Goal) -> Span | None:
    """The number that says how much is to be reached: in the sentence, in the target field or in a milestone."""
    numbers: list[Quantity | TimeRef] = [number for number in goal.reading.quantities if number.role in AMOUNTS]
    numbers += [time for time in goal.reading.times if time.repeats > 1]
    if numbers:
        return numbers[0].span
    series = goal.fields["milestones"].value if _field(goal, "milestones") else ()
    valued = (milestone.span for milestone in series if milestone.quantity is not None)
    return _field(goal, "target") or next(valued, None)


def proof_of(goal: Goal) -> Span | None:
    """What else tells when the goal is reached: its `done when`, or a goal below that can be measured."""
    below = (measure_of(child) or deed_of(child) for child in goal.children if child.status != "cancelled")
    return _field(goal, "done_when") or next((span for span in below if span is not None), None)


def measure_of(goal: Goal) -> Span | None:
    """The first thing that makes a goal precise: a number, a metric, a test, or a measurable goal below it."""
    return amount_of(goal) or _field(goal, "metric") or proof_of(goal)


def deed_of(goal: Goal) -> Span | None:
    """A plain thing or state, a rank that is awarded, or a rhythm: two outsiders would agree whether it was reached."""
    reading = goal.reading
    if reading.measurable == "no":
        return _award_of(goal) or _service_of(goal)
    delivered = reading.of("deliver")
    return delivered[0].span if delivered else goal.statement.span


def _award_of(goal: Goal) -> Span | None:
    """The word for who ranks, right by the rank: "voted the best café in town"."""
    claims = goal.reading.of("superlative")
    near = (award.span for award in goal.reading.of("rankings") if any(_gap(award.span, one.span) <= _NEAR for one in claims))
    return next(near, None)


def _service_of(goal: Goal) -> Span | None:
    """How soon something is done each time: "follow up every quote within three days"."""
    if goal.reading.form != "activity" or goal.reading.vague:
        return None
    return next((time.span for time in goal.reading.times if time.relative and _SOON.fullmatch(time.iso)), None)


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _field(goal: Goal, name: str) -> Span | None:
    """The place of a field that says something."""
    return goal.fields[name].span if name in goal.fields and name not in goal.attempted else None


def is_half_said(goal: Goal) -> bool:
    """A measure was meant, here or below, and is empty, misspelt or a placeholder: other rules speak of that."""
    return any(
        not below.attempted.isdisjoint(_MEASURES) or bool(below.reading.of("placeholder", "redaction")) for below in goal.walk()
    )


def is_vague(goal: Goal) -> bool:
    """Nothing in the goal says how much its words mean."""
    return measure_of(goal) is None and not is_half_said(goal)


def both_ends(goal: Goal) -> Fix:
    """Where a change starts and ends (the pattern ``both`` of the rule), said before the time that closes the sentence."""
    begin = goal.statement.span.start
    said = goal.statement.text.rstrip().rstrip(".!;")
    closing = [time.span.start for time in goal.reading.times if time.span.end == begin + len(said)]
    at = begin + len(said[: min(closing, default=begin + len(said)) - begin].rstrip().rstrip(","))
    return Fix((Edit(Span(at, at), "both", {}),), "display")
