from collections.abc import Iterator
from typing import Any

from smartlint.rule import Context, Goal, GoalRule, Quantity, Related, Report, TimeRef, Witness, compile_late, dataclass
from smartlint_rules.arithmetic.from_to import worth

_LENGTH = compile_late(r"P(\d+(?:\.\d+)?)([DWMY])")
_RHYTHMS = {"P1D": "day", "P1W": "week", "P2W": "two weeks", "P1M": "month", "P3M": "quarter", "P6M": "half", "P1Y": "year"}
#: How often a rhythm comes in a day, week, month or year, at least and at most: in working days or all, with or
#: without holidays.
_TIMES = {
    ("day", "D"): (1, 1), ("day", "W"): (5, 7), ("day", "M"): (19, 31), ("day", "Y"): (200, 366),
    ("week", "W"): (1, 1), ("week", "M"): (4, 4.5), ("week", "Y"): (40, 53),
    ("two weeks", "W"): (0.5, 0.5), ("two weeks", "M"): (2, 2.25), ("two weeks", "Y"): (20, 27),
    ("month", "M"): (1, 1), ("month", "Y"): (10, 12),
    ("quarter", "M"): (1 / 3, 1 / 3), ("quarter", "Y"): (4, 4),
    ("tertial", "M"): (0.25, 0.25), ("tertial", "Y"): (3, 3),
    ("half", "M"): (1 / 6, 1 / 6), ("half", "Y"): (2, 2),
    ("year", "Y"): (1, 1),
}  # fmt: skip
#: Who rounds, rounds by less than this.
_ROUNDED = 0.05
#: Outside these multiples of the product a number is one of something else.
_LEAST, _MOST = 0.7, 4.0
_AMOUNTS = ("target", "bound_min", "bound_max")


@dataclass(frozen=True)
class _Product:
    """So many again and again over so long, and what that makes at least and at most."""

    rate: Quantity
    rhythm: TimeRef
    length: TimeRef
    low: float
    high: float

    def allows(self, total: Quantity) -> bool:
        """Within rounding or a bound, or the same for each of several people."""
        value, low, high = total.value, self.low * (1 - _ROUNDED), self.high * (1 + _ROUNDED)
        too_few = value < low and self.rate.role != "bound_max" and total.role != "bound_min"
        too_many = value > high and self.rate.role != "bound_min" and total.role != "bound_max"
        several = any(self.low * people <= value <= self.high * people for people in range(2, int(_MOST) + 1))
        return several or not (too_few or too_many)

    def concerns(self, total: Quantity) -> bool:
        """The total counts the same and is near enough to be meant as the product."""
        same = bool(total.unit) and worth(total.unit, self.rate.unit) == 1 and not total.per
        return same and self.low * _LEAST <= total.value <= self.high * _MOST


class PeriodProduct(GoalRule):
    """A rate over a time does not make the total.

    ## What it finds
    A rate and a length of time in the sentence (`25 calls a week for 12 weeks`) beside a total of the same noun, in the
    sentence or in `target`, that the two do not make. Five per cent pass as rounding, and so do months of four weeks
    or a little more, and a year less the holidays. An exact double or triple passes: there may be several people.

    ## Why it matters
    Whoever keeps the pace misses the total, and whoever wants the total has to work faster than the goal asks. It
    shows in the last week, when it is too late for either.

    ## Example
    ```goals
    præstationsmål P1: Ringe til 25 kunder om ugen i 12 uger, i alt 400 kunder
      ejer: Rasmus Holm
    ```

    ```goals
    prestasjonsmål P2: Holde 3 omvisninger i uken i 10 uker
      eier: Tuva Lie
      måltall: 45 omvisninger
    ```

    ## Use instead
    ```goals
    præstationsmål P1: Ringe til 25 kunder om ugen i 16 uger, i alt 400 kunder
      ejer: Rasmus Holm
    ```

    ```goals
    prestasjonsmål P2: Holde 3 omvisninger i uken i 10 uker
      eier: Tuva Lie
      måltall: 30 omvisninger
    ```

    ## Sources
    Plain arithmetic. Sales practice breaks a result down into visits a week; the two have to meet.
    """

    code = "ARI006"
    name = "period-product"
    title = "A rate over a time that does not make the total"
    passes_as = "rate and total agree"
    level = "warning"
    profiles = ()
    yields_to = ("MEA009",)
    closed = True
    messages = {
        "exact": "{rate} {rhythm} {length} makes {low}, not {total}",
        "range": "{rate} {rhythm} {length} makes {low} to {high}, not {total}",
        "rate": "so many again and again",
        "length": "for so long",
    }
    helps = {
        "exact": "correct the one of the three that is wrong; {low} fits the other two",
        "range": "correct the one of the three that is wrong; {low} to {high} fits the other two",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        product = _product(goal)
        if product is None:
            return
        totals = [one for one in _totals(goal, product.rate) if product.concerns(one)]
        if len(totals) != 1 or totals[0].approximate or totals[0].ambiguous or totals[0].is_range:
            return
        (total,) = totals
        if product.allows(total):
            yield Witness(total.span)
            return
        rate, rhythm, length = product.rate, product.rhythm, product.length
        params: dict[str, Any] = {
            "rate": rate.text,
            "rhythm": rhythm.text,
            "length": length.text,
            "low": product.low,
            "total": total.text,
        }
        related = (Related(rate.span, "rate"), Related(length.span, "length"))
        if product.low == product.high:
            yield self.report("exact", total.span, related=related, **params)
        else:
            yield self.report("range", total.span, related=related, high=product.high, **params)


def _product(goal: Goal) -> _Product | None:
    """The one rate of the sentence over its one length of time, exact both."""
    lengths = [(time, match) for time in goal.reading.times if (match := _LENGTH.fullmatch(time.iso)) and _is_length(time)]
    rates = [(number, time) for number in goal.reading.quantities if (time := _rhythm(goal, number))]
    if len(lengths) != 1 or len(rates) != 1:
        return None
    ((rate, rhythm),), ((length, match),) = rates, lengths
    times = _TIMES.get((rate.per or _RHYTHMS.get(rhythm.iso, ""), match[2]))
    if times is None or rate.role not in _AMOUNTS or rate.approximate or rate.ambiguous or rate.is_range:
        return None
    low, high = (rate.value * float(match[1]) * number for number in times)
    return _Product(rate, rhythm, length, round(low, 1), round(high, 1))


def _is_length(time: TimeRef) -> bool:
    return time.role in ("duration", "deadline")


def _rhythm(goal: Goal, number: Quantity) -> TimeRef | None:
    """The rhythm right after a number; one that comes later in the sentence may be another thing's."""
    times = (time for time in goal.reading.times if time.role == "recurrence" and time.repeats == 1)
    return next((time for time in times if 0 <= time.span.start - number.span.end <= 1), None)


def _totals(goal: Goal, rate: Quantity) -> Iterator[Quantity]:
    """What may be meant as the total: the other amounts of the sentence, and the target field."""
    yield from (number for number in goal.reading.quantities if number.role in _AMOUNTS and number is not rate)
    if goal.target is not None and not goal.statement.span.contains(goal.target.span):
        yield goal.target
