"""The milestones of a goal as values on the way to its target."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from smartlint.rule import Goal, Milestone, Quantity
from smartlint_rules.arithmetic.from_to import near, worth

#: A milestone and its value in the target's unit.
Step = tuple[Milestone, float]

#: What is a level and never adds up over the months, as amounts and counts do.
_LEVELS = ("percent", "percentage_point", "times", "s", "min", "h", "d", "wk", "mo", "yr")
#: Parts that make up the target within this much are amounts for each period.
_SUM = 0.01
#: So many days before the deadline the last of them may be counted.
_SOON = 21


def is_exact(number: Quantity) -> bool:
    return not (number.approximate or number.ambiguous or number.is_range)


def adds_up(number: Quantity) -> bool:
    """A count or an amount: what is there by March and what comes in April can be added."""
    return number.unit not in _LEVELS and not number.unit.startswith("of ")


def steps_to(goal: Goal, target: Quantity) -> Iterator[Step]:
    """The milestones that are nothing but a value of what the target counts."""
    field = goal.fields.get("milestones")
    for one in field.value if field and type(field.value) is tuple else ():
        number = one.quantity
        if number is None or not is_exact(number) or not one.text.text.startswith(number.text):
            continue
        factor = worth(number.unit, target.unit)
        if factor is not None and number.per in ("", target.per):
            yield one, number.value * factor


def are_parts(steps: Sequence[Step], goal: Goal, target: Quantity) -> bool:
    """The values are those of single periods, and make up the target when it is due, not weeks before."""
    if len(steps) < 2 or not near(sum(value for _, value in steps), target.value, target.value * _SUM):
        return False
    last, deadline = steps[-1][0].time, goal.deadline
    if last.start is not None and last.start != last.end:
        return True
    days = (deadline.end - last.end).days if deadline and deadline.end and last.end else 0
    return days <= _SOON


def is_sorted(steps: Sequence[Step]) -> bool:
    """TIM006 speaks of those that are not."""
    days = [one.time.end for one, _ in steps if one.time.end]
    return all(first <= second for first, second in pairwise(days))
