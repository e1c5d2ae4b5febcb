from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Quantity, Related, Report, date, measure
from smartlint_rules.consistent.comparable import of_one_metric

#: A multiple, or a change in points, is of the same thing in other words.
_RELATIVE = ("times", "percentage_point")


class MixedUnits(ProjectRule):
    """One metric is given in two units.

    ## What it finds
    Two open goals of one team that measure the same, as their sentences and metrics say, and whose figures are in
    different units: hours and days, kroner and euro, percent and money. Counted things are left alone, as people call
    them by several names.

    ## Why it matters
    The two cannot be put side by side or added up without somebody's exchange rate or hours a day. In the report the
    wrong one is taken to be the larger.

    ## Example
    ```goals
    team: Underhåll
    mål 1: Minska stilleståndet per månad till 12 timmar senast 30 juni 2026
    mål 2: Minska stilleståndet per månad till 1 dag senast 31 december 2026
    ```

    ```goals nord.goals
    team: Eksport
    mål 1: Øke eksporten av tørrfisk til 4 mill. kr innen 30. juni 2026
    ```

    ```goals sor.goals
    team: Eksport
    mål 2: Øke eksporten av tørrfisk til 600 000 euro innen 31. desember 2026
    ```

    ## Use instead
    ```goals
    team: Underhåll
    mål 1: Minska stilleståndet per månad till 12 timmar senast 30 juni 2026
    mål 2: Minska stilleståndet per månad till 8 timmar senast 31 december 2026
    ```

    ```goals nord.goals
    team: Eksport
    mål 1: Øke eksporten av tørrfisk til 4 mill. kr innen 30. juni 2026
    ```

    ```goals sor.goals
    team: Eksport
    mål 2: Øke eksporten av tørrfisk til 7 mill. kr innen 31. desember 2026
    ```

    ## Sources
    A metric is a name and a unit; guides to measurement ask for both to be written once and used by everybody.
    """

    code = "CON004"
    name = "mixed-units"
    title = "One metric in two units"
    level = "info"
    profiles = ()
    messages = {
        "mixed": "{figure} here, and {theirs} in `{other}`: one metric in two units",
        "other": "the figure in the other unit",
    }
    helps = {"mixed": "write both in the unit that the source uses"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        seen: set[tuple[str, int]] = set()
        for earlier, later in of_one_metric(project):
            mine, theirs = _figure(later), _figure(earlier)
            if mine and theirs and measure(mine) != measure(theirs) and (later.file, later.index) not in seen:
                seen.add((later.file, later.index))
                yield self.report(
                    "mixed",
                    mine.span,
                    related=(Related(theirs.span, "other", earlier.file),),
                    goal=later.index,
                    file=later.file,
                    figure=mine.text,
                    theirs=theirs.text,
                    other=earlier.name,
                )


def _figure(fact: GoalFact) -> Quantity | None:
    """The target, else the baseline, that is in a unit of its own."""
    for amount in (fact.target, fact.baseline):
        if amount is not None and measure(amount) and measure(amount) not in _RELATIVE and not amount.ambiguous:
            return amount
    return None
