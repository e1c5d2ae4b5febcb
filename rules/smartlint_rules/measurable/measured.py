"""What makes a goal measurable: one decision, shared by the rules on measures and those on vague words."""

from smartlint.rule import Goal, Quantity, Span

#: The roles of a number that says how much is to be reached.
AMOUNTS = ("target", "change", "bound_min", "bound_max")
#: Words that say which way, and leave open how far.
DIRECTIONS = ("increase", "decrease")
_MEASURES = ("target", "metric", "done_when", "milestones")


def amount_of(goal: Goal) -> Span | None:
    """The number that says how much is to be reached: in the sentence, the target field or a milestone."""
    found: Quantity | None = goal.reading.quantity(*AMOUNTS)
    if found is not None:
        return found.span
    if "target" in goal.fields:
        return goal.fields["target"].span
    series = goal.fields["milestones"].value if "milestones" in goal.fields else None
    return next((milestone.span for milestone in series or () if milestone.quantity is not None), None)


def proof_of(goal: Goal) -> Span | None:
    """What else tells when the goal is reached: its `done when`, or a goal below that can be measured."""
    if "done_when" in goal.fields:
        return goal.fields["done_when"].span
    below = (measure_of(child) or deliverable_of(child) for child in goal.children if child.status != "cancelled")
    return next((span for span in below if span is not None), None)


def measure_of(goal: Goal) -> Span | None:
    """The first thing that makes a goal precise: a number, a metric, a test, or a measurable goal below it."""
    metric = goal.fields["metric"].span if "metric" in goal.fields else None
    return amount_of(goal) or metric or proof_of(goal)


def deliverable_of(goal: Goal) -> Span | None:
    """A thing to be made or finished, of which two outsiders would agree whether it is done."""
    delivered = goal.reading.of("deliver")
    return delivered[0].span if delivered and not goal.reading.of("vague_verb") else None


def is_half_said(goal: Goal) -> bool:
    """A measure was meant, here or below, and is empty, misspelt or a placeholder: other rules speak of that."""
    return any(
        not below.attempted.isdisjoint(_MEASURES) or bool(below.reading.of("placeholder", "redaction")) for below in goal.walk()
    )


def is_vague(goal: Goal) -> bool:
    """Nothing in the goal says how much its words mean."""
    return measure_of(goal) is None and not is_half_said(goal)
