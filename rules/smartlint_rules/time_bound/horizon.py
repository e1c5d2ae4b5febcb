"""How long a goal lasts and how often it is looked at, as far as the file states it: shared by the rules on time."""

from collections.abc import Iterator

from smartlint.rule import Action, Goal, TimeRef, compile_late, date

_ISO = compile_late(r"P(?:(?P<count>\d+(?:\.\d+)?)(?P<unit>[DWMY])|T.+)")
_DAYS = {"D": 1.0, "W": 7.0, "M": 365.25 / 12, "Y": 365.25}


def begin_of(goal: Goal) -> date | None:
    """The day a goal starts: its start or its period's first day, stated and not guessed."""
    times = (time for time in (goal.start, goal.period) if time is not None and not time.derived)
    return next((time.start for time in times if time.start is not None), None)


def stated_deadline(goal: Goal) -> TimeRef | None:
    """The deadline that the goal itself says, with its year."""
    deadline = goal.deadline
    if deadline is None or deadline.end is None or deadline.derived or "deadline" in goal.inherited:
        return None
    return deadline


def every_action(actions: tuple[Action, ...]) -> Iterator[Action]:
    """Actions with those below them."""
    for action in actions:
        yield action
        yield from every_action(action.actions)


def days_of(iso: str) -> float | None:
    """The length of an ISO 8601 duration in days, months and years as they are on average; hours count as a day."""
    match = _ISO.fullmatch(iso)
    if match is None:
        return None
    return float(match["count"]) * _DAYS[match["unit"]] if match["unit"] else 1.0


def interval_of(review: TimeRef) -> float | None:
    """How many days lie between two reviews, or None where the rhythm has no fixed length (``before every match``)."""
    days = days_of(review.iso) if review.role == "recurrence" else None
    return days / review.repeats if days else None
