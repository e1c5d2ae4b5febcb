"""The way from a baseline to a target, and what a sentence says about its length."""

from smartlint.rule import Goal, Quantity, Span, dataclass
from smartlint_rules.arithmetic.written import Written, written

#: What one unit is worth in another that it can be added to.
_WORTH = {
    "s": ("s", 1.0), "min": ("s", 60.0), "h": ("s", 3600.0), "d": ("d", 1.0), "wk": ("d", 7.0),
    "mo": ("mo", 1.0), "yr": ("mo", 12.0),
    "kg": ("kg", 1.0), "t": ("kg", 1000.0), "kWh": ("kWh", 1.0), "MWh": ("kWh", 1e3), "GWh": ("kWh", 1e6),
    "MB": ("MB", 1.0), "GB": ("MB", 1e3), "TB": ("MB", 1e6),
}  # fmt: skip
#: So many times as much is a number misread rather than a goal.
_FAR = 100
#: Sums of decimal fractions are not exact in floating point.
_FLOAT_SLACK = 1e-9


@dataclass(frozen=True)
class Way:
    """From a baseline to a target, how both are written, and the change that a sentence names."""

    change: Quantity
    baseline: Quantity
    target: Quantity
    start: Written | None
    end: Written

    @property
    def unit(self) -> str:
        return self.target.unit or self.baseline.unit

    @property
    def length(self) -> float:
        """How far it is, in the target's unit."""
        return abs(self.target.value - self.begin)

    @property
    def begin(self) -> float:
        """The baseline in the target's unit."""
        return self.baseline.value * (worth(self.baseline.unit, self.target.unit) or 1)

    @property
    def rises(self) -> bool:
        return self.target.value > self.begin

    @property
    def step(self) -> float:
        """How exact the two figures are: who writes 10.5 means 9.0 by 9. Whole numbers are taken to be exact."""
        factor = worth(self.baseline.unit, self.target.unit) or 1
        figures = [(self.start, factor), (self.end, 1.0)]
        return min((one.step * size for one, size in figures if one and one.decimals), default=0.0)


def worth(unit: str, other: str) -> float | None:
    """What one unit is worth in another: 60 for hours in minutes; None where they cannot be compared."""
    if not unit or not other or _is_one_noun(unit, other):
        return 1.0
    (kind, factor), (other_kind, other_factor) = _WORTH.get(unit, (unit, 1.0)), _WORTH.get(other, (other, 1.0))
    return factor / other_factor if kind == other_kind else None


def _is_one_noun(unit: str, other: str) -> bool:
    """The same word, but for its ending: ``call`` and ``calls``, ``billet`` and ``billetter``."""
    short, long = sorted((unit, other), key=len)
    return unit == other or (unit.islower() and len(long) - len(short) < 4 and len(short) > 3 and long.startswith(short[:-1]))


def way_of(goal: Goal) -> Way | None:
    """The one change of a goal with its baseline and target, where all three speak of the same thing and are exact."""
    changes = [number for number in goal.reading.quantities if number.role == "change"]
    pair = _pair(goal)
    if len(changes) != 1 or pair is None:
        return None
    change, (baseline, target) = changes[0], pair
    if any(number.approximate or number.ambiguous or number.is_range for number in (change, *pair)) or target.role != "target":
        return None
    if worth(baseline.unit, target.unit) is None or (baseline.per and target.per and baseline.per != target.per):
        return None
    end = written(target)
    if end is None or _is_misread(baseline, target) or _is_parted(goal, change, baseline):
        return None
    return Way(change, baseline, target, written(baseline), end)


def near(value: float, other: float, slack: float) -> bool:
    return abs(value - other) <= slack + _FLOAT_SLACK * max(abs(value), abs(other))


def _pair(goal: Goal) -> tuple[Quantity, Quantity] | None:
    """Baseline and target as the sentence pairs them (``from 3 to 5``), else as the goal has them."""
    numbers = goal.reading.quantities
    for at, number in enumerate(numbers[:-1]):
        if number.role == "baseline" and numbers[at + 1].role == "target":
            return number, numbers[at + 1]
    return (goal.baseline, goal.target) if goal.baseline and goal.target else None


def _is_misread(baseline: Quantity, target: Quantity) -> bool:
    """The two are so far apart that one must have lost its scale: ``from 10 to 12 million``."""
    low, high = sorted((baseline.value, target.value))
    return high > low * _FAR > 0


def _is_parted(goal: Goal, change: Quantity, baseline: Quantity) -> bool:
    """A verb of change or a way stands between: ``double the meetings to lift sales from 9 to 10``."""
    between = Span(min(change.span.end, baseline.span.end), max(change.span.start, baseline.span.start))
    if not goal.statement.span.contains(baseline.span):
        return False
    places = [*(hit.span for hit in goal.reading.of("increase", "decrease", "vague_verb")), *goal.reading.means]
    return any(between.start <= place.start < between.end for place in places)
