import re
from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Quantity, Related, Report, Span, compile_late

#: Three digits after the decimal mark of the language: "1,500" in Swedish, "1.500" in English.
_NUMBER = compile_late(r"(?<![\d.,])(\d{1,3})([.,])(\d{3})(?![\d.,]*\d)")
#: What nobody counts in thousands.
_SMALL = ("percent", "percentage_point", "times")
#: What is measured to the gram: three decimals are nothing unusual, unless the last one is a nought.
_MEASURED = frozenset("s min h d wk mo yr ms kg t km mi l m2 kWh MWh GWh MB GB TB".split())
_SERIES = ("milestones", "progress", "evidence")


class AmbiguousNumber(GoalRule):
    """A number that can be read in two ways, a thousand apart.

    ## What it finds
    A number whose one separator is the decimal mark of the language and is followed by three digits: `1,500` in the
    Nordic languages, `1.500` in English. It is one and a half, or it is fifteen hundred. The finding stands at the
    first such number of a goal and shows the others.

    Percentages, multiples and scores are left alone, as nobody counts them in thousands, and so are weights, lengths and
    times with three decimals that do not end in a nought (`2.125 tonnes`).

    ## Why it matters
    One reads the number as he writes numbers himself. A supplier in another country, a spreadsheet and this tool each
    have their own habit, and the one who reads it as a thousandth is told that the goal has been reached.

    ## Example
    ```goals
    mål B1: Låna ut 1,500 böcker på arabiska före 30 juni 2026
      ägare: Yasmin Öberg
    ```

    ```goals
    goal B2: Raise €2.750 for new shelves by 12 June 2026
      owner: Gordon Pike
    ```

    ## Use instead
    ```goals
    mål B1: Låna ut 1 500 böcker på arabiska före 30 juni 2026
      ägare: Yasmin Öberg
    ```

    ```goals
    goal B2: Raise €2,750 for new shelves by 12 June 2026
      owner: Gordon Pike
    ```

    ## Sources
    The international standard for quantities (ISO 80000-1) allows both the comma and the point as the decimal mark,
    and asks for a small space between groups of three digits, never a comma or a point.
    """

    code = "MEA015"
    name = "ambiguous-number"
    title = "A number that can be read in two ways"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "ambiguous": "`{number}` can be read as {large} or as {small}",
        "also": "and so can this",
    }
    helps = {"ambiguous": "write `{large}`, or `{small}`"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report]:
        found = [(number, match) for number in _quantities(goal) if (match := _doubtful(number))]
        if not found:
            return
        (number, (whole, mark, rest)), *others = [(number, match.groups()) for number, match in found]
        large = f"{whole},{rest}" if mark == "." else f"{whole}\u00a0{rest}"
        yield self.report(
            "ambiguous",
            number.span,
            related=tuple(Related(other.span, "also") for other, _ in others),
            fix=_fix(number, large),
            number=number.text,
            large=large,
            small=f"{whole}{mark}{rest.rstrip('0') or '0'}",
        )


def _doubtful(number: Quantity) -> re.Match[str] | None:
    """The digits that can be read in two ways."""
    if not number.ambiguous or number.unit in _SMALL or number.unit.startswith("of "):
        return None
    found = _NUMBER.search(number.text)
    return None if found is None or (number.unit in _MEASURED and not found[3].endswith("0")) else found


def _quantities(goal: Goal) -> Iterator[Quantity]:
    """All quantities of a goal: in its sentence, in its fields, in its series."""
    yield from goal.reading.quantities
    for name, field in goal.fields.items():
        if isinstance(field.value, Quantity):
            yield field.value
        elif name in _SERIES and type(field.value) is tuple:
            yield from (item.quantity for item in field.value if item.quantity is not None)


def _fix(number: Quantity, large: str) -> Fix | None:
    """The number in thousands: what stands here is mostly counted."""
    found = _NUMBER.search(number.text)
    if found is None or len(number.text) != number.span.end - number.span.start:
        return None
    place = Span(number.span.start + found.start(), number.span.start + found.end())
    return Fix((Edit(place, large),), "unsafe")
