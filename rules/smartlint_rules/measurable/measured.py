"""What makes a goal measurable: one decision, shared by the rules on measures and those on vague words."""

from weakref import WeakKeyDictionary

from smartlint.rule import Document, Edit, Fix, Goal, Hit, Quantity, Span, Text, TimeRef, compile_late, under

#: The roles of a number that says how much is to be reached.
AMOUNTS = ("target", "change", "bound_min", "bound_max")
#: Words that say which way, and leave open how far.
DIRECTIONS = ("increase", "decrease")
#: A length of time within which each case is dealt with, and no deadline of the whole: two weeks at most.
_SOON = compile_late(r"P(\d|1[0-4])D|P[12]W")
#: So far from a claim of rank stands the word for who awards it.
_NEAR = 25
_AMOUNTS: WeakKeyDictionary[Goal, Span | None] = WeakKeyDictionary()
_MEASURES = ("target", "metric", "done_when", "milestones")


def amount_of(goal: Goal) -> Span | None:
    """The number that says how much is to be reached: in the sentence, in the target field or in a milestone."""
    if goal not in _AMOUNTS:  # a dozen rules ask
        _AMOUNTS[goal] = _amount_of(goal)
    return _AMOUNTS[goal]


def _amount_of(goal: Goal) -> Span | None:
    numbers: list[Quantity | TimeRef] = [number for number in goal.reading.quantities if number.role in AMOUNTS]
    numbers += [time for time in goal.reading.times if time.repeats > 1]
    if numbers:
        return numbers[0].span
    series = goal.fields["milestones"].value if _field(goal, "milestones") else ()
    valued = (milestone.span for milestone in series if milestone.quantity is not None)
    return _target_of(goal) or next(valued, None)


def proof_of(goal: Goal, document: Document) -> Span | None:
    """What else tells when the goal is reached: its `done when`, or a goal below or in support that can be measured."""
    below = (_own_measure_of(one) or deed_of(one) for one in under(document, goal))
    return _field(goal, "done_when") or next((span for span in below if span is not None), None)


def measure_of(goal: Goal, document: Document) -> Span | None:
    """The first thing that makes a goal precise: a number, a metric, a test, or a measurable goal below it."""
    return _own_measure_of(goal) or proof_of(goal, document)


def _own_measure_of(goal: Goal) -> Span | None:
    return amount_of(goal) or _field(goal, "metric") or _field(goal, "done_when")


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


def _target_of(goal: Goal) -> Span | None:
    """The target, if one can see whether it is reached: "high" says no more than the sentence."""
    found = _field(goal, "target")
    if found is None or not isinstance(goal.fields["target"].value, Text):
        return found
    reading = goal.fields["target"].reading
    seen = reading.measurable != "no" or reading.quantities or reading.times or reading.of("deliver")
    return found if seen or any(char.isdigit() for char in goal.fields["target"].text.text) else None


def _field(goal: Goal, name: str) -> Span | None:
    """The place of a field that says something."""
    return goal.fields[name].span if name in goal.fields and name not in goal.attempted else None


def is_half_said(goal: Goal, document: Document) -> bool:
    """A measure was meant, here or below, and is empty, misspelt or a placeholder: other rules speak of that."""
    return any(
        not one.attempted.isdisjoint(_MEASURES) or bool(one.reading.of("placeholder", "redaction"))
        for one in (goal, *under(document, goal))
    )


def is_vague(goal: Goal, document: Document) -> bool:
    """Nothing in the goal says how much its words mean."""
    return measure_of(goal, document) is None and not is_half_said(goal, document)


def names_sort(goal: Goal, word: Hit) -> bool:
    """A comparative that says which sort is meant, and promises no more of it: `larger cities`, `higher education`."""
    sorting = any(hit.span == word.span for hit in goal.reading.of("sorting"))
    return sorting and any(hit.span.start - word.span.end == 1 for hit in goal.reading.of("sorted"))


def both_ends(goal: Goal) -> Fix:
    """Where a change starts and ends (the pattern ``both`` of the rule), said before the time that closes the sentence."""
    begin = goal.statement.span.start
    said = goal.statement.text.rstrip().rstrip(".!;")
    closing = [time.span.start for time in goal.reading.times if time.span.end == begin + len(said)]
    at = begin + len(said[: min(closing, default=begin + len(said)) - begin].rstrip().rstrip(","))
    return Fix((Edit(Span(at, at), "both", {}),), "display")
