"""What a goal weighs: how much, how fast, how cheap, or how well; shared by the rules that look for the counterweight."""

from collections.abc import Iterator

from smartlint.rule import Document, Fix, Goal, Quantity, Reading, new_line

_TIMES = ("s", "min", "h", "d", "wk", "mo", "yr")
_SHARES = ("percent", "percentage_point", "times")
_REACHED = ("target", "change", "bound_min")


def open_goals(document: Document) -> tuple[Goal, ...]:
    """The goals that count in the balance of a file."""
    return tuple(goal for goal in document.all_goals if goal.is_open and goal.kind != "vision")


def readings(goal: Goal) -> Iterator[Reading]:
    """What was understood of its sentence, its measure, its test and its guardrail."""
    yield goal.reading
    yield from (field.reading for field in goal.fields.values() if field.reading.words)


def is_quality(goal: Goal) -> bool:
    """It says how well, if only in its guardrail; a share of a whole is no volume either."""
    return any(reading.of("quality") for reading in readings(goal)) or _is_share(goal)


def is_volume(goal: Goal) -> bool:
    """It asks for so many things or so much money, or for so much more."""
    if is_quality(goal) or goal.reading.of("decrease", "speed", "cost"):
        return False
    amount = goal.target or goal.change or goal.reading.quantity(*_REACHED)
    if amount is None or amount.unit in _TIMES or amount.role == "bound_max" or not amount.value:
        return False
    return amount.unit not in _SHARES or bool(goal.reading.of("increase", "comparative"))


def is_speed(goal: Goal) -> bool:
    """It asks for less time."""
    reading = goal.reading
    return bool(reading.of("speed")) and (bool(reading.of("decrease")) or any(_is_time(one) for one in _amounts(goal)))


def is_cost(goal: Goal) -> bool:
    """It asks for less money."""
    return bool(goal.reading.of("cost") and goal.reading.of("decrease"))


def is_service(goal: Goal) -> bool:
    """It says what those who are served get: how well, or how soon."""
    return any(reading.of("quality", "speed") for reading in readings(goal))


def _amounts(goal: Goal) -> tuple[Quantity, ...]:
    return (*goal.reading.quantities, goal.target) if goal.target else goal.reading.quantities


def _is_time(quantity: Quantity) -> bool:
    return quantity.unit in _TIMES and quantity.role != "other"


def _is_share(goal: Goal) -> bool:
    return goal.target is not None and goal.target.unit == "percent"


def bound(goal: Goal) -> Fix | None:
    """A guardrail to be filled in (the pattern ``bound`` of the rule), where the goal has none yet."""
    return None if goal.says("guardrail") else new_line("bound")
