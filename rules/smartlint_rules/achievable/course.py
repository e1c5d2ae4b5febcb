"""The figures that a goal gives beside its target, as points in time: shared by the rules on what can be reached."""

from smartlint.rule import Goal, Milestone, Quantity, TimeRef, dataclass, date

#: Fewer points show no pace.
ENOUGH = 3
#: Figures of one week say little about the pace of a year.
_COVER = 0.25
_FIXED = frozenset({"percent", "percentage_point", "times", "s", "min", "h", "d", "wk", "mo", "yr"})


@dataclass(frozen=True)
class Point:
    """A figure and its day: the last one of the period it was given for."""

    day: date
    value: float
    item: Milestone


def points_of(goal: Goal, name: str) -> list[Point]:
    """The dated figures of a field by day, or none where a day had to be guessed or they cannot be compared."""
    field, number = goal.fields.get(name), goal.target or goal.change
    points = []
    for item in field.value if field is not None and type(field.value) is tuple else ():
        if not isinstance(item, Milestone) or number is None or not _is_sure(item.time, item.quantity):
            return []
        assert item.quantity is not None
        assert item.time.end is not None
        if not _alike(item.quantity, number):
            return []
        points.append(Point(item.time.end, item.quantity.value, item))
    points.sort(key=lambda point: point.day)
    return points if len({point.day for point in points}) == len(points) else []


def course_of(goal: Goal) -> list[Point]:
    """The newer of the two series that is long enough to show a pace."""
    return next((points for name in ("progress", "evidence") if len(points := points_of(goal, name)) >= ENOUGH), [])


def covers(points: list[Point], days: int) -> bool:
    """The points are spread over time enough to tell the pace of the days that are left."""
    return (points[-1].day - points[0].day).days >= days * _COVER


def begin_of(goal: Goal) -> date | None:
    """The day a goal starts, as far as it is stated."""
    times = (time for time in (goal.start, goal.period) if time is not None and not time.derived)
    return next((time.start for time in times if time.start is not None), None)


def spans_fit(goal: Goal, points: list[Point]) -> bool:
    """What is summed up over a period is compared over periods of about the same length; stocks and rates always fit."""
    time, number, deadline = points[-1].item.time, goal.target or goal.change, goal.deadline
    if number is None or not is_amount(number) or time.start is None or time.end is None or time.start == time.end:
        return True
    if deadline is None or deadline.end is None:
        return False
    length, lasts = (time.end - time.start).days + 1, (deadline.end - (begin_of(goal) or time.end)).days + 1
    return 0.5 <= lasts / length <= 2


def is_amount(number: Quantity) -> bool:
    """A count or a sum of money, not a rate, a share or a time."""
    return number.unit not in _FIXED and not number.per


def direction_of(goal: Goal) -> int:
    """1 where the goal says that more is better, -1 where less is, 0 where it does not say."""
    kinds = {hit.kind for hit in goal.reading.of("increase", "decrease")}
    if len(kinds) == 1:
        return 1 if kinds == {"increase"} else -1
    baseline, target = goal.baseline, goal.target
    if baseline is None or target is None or not _alike(baseline, target) or baseline.value == target.value:
        return 0
    return 1 if target.value > baseline.value else -1


def aim_of(goal: Goal, last: Point) -> float | None:
    """The figure to be reached, where a change is one from the baseline or, without one, from the last figure."""
    target, change = goal.target, goal.change
    if target is not None:
        return None if target.is_range or target.ambiguous else target.value
    sign, quantity = direction_of(goal), last.item.quantity
    if change is None or change.is_range or not sign or quantity is None:
        return None
    baseline = goal.baseline
    base = baseline.value if baseline is not None and _alike(baseline, quantity) else last.value
    if change.unit == "percent":
        return None if quantity.unit == "percent" else base * (1 + sign * change.value / 100)
    return None if change.unit == "times" else base + sign * change.value


def _is_sure(time: TimeRef, quantity: Quantity | None) -> bool:
    """A day and a figure that were written, not guessed."""
    if quantity is None or time.end is None or time.derived or time.ambiguous:
        return False
    return not (quantity.is_range or quantity.ambiguous)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Two figures of one kind; in a list under a goal the unit is often left out, but never the size of money."""
    if "percent" in (one.unit, other.unit) and other.role == "change":
        return True  # a change in percent speaks of whatever the figures count
    if one.per != other.per and one.per and other.per:
        return False
    if one.unit == other.unit:
        return True
    if {one.unit, other.unit} == {"percent", "percentage_point"}:
        return True
    units = {one.unit, other.unit} - {""}
    if len(units) == 1:
        return not units.pop().isupper()
    return all(unit not in _FIXED and not unit.isupper() for unit in units)
