from collections import defaultdict
from collections.abc import Iterator, Mapping
from posixpath import dirname
from typing import Any

from smartlint.rule import GoalFact, Notice, Option, Project, ProjectRule, Quantity, Related, Report, date, fold, measure, stems

_TIMES = frozenset("s min h d wk mo yr".split())
#: With fewer there is nothing to call a season.
_OTHERS = 2
_LONGEST = 92


class SeasonalDip(ProjectRule):
    """The strongest quarter has the lowest target.

    ## What it finds
    Goals of one team for at least three quarters of a year, with the same metric and unit, where the target of the
    peak quarter lies below all the others. Goals to reduce something, and times, are left alone.

    ## Why it matters
    In the quarter in which most can be sold, least is asked for: it is reached by itself, and the strong months are
    not used. Often the figures have only changed places.

    ## Example
    ```goals
    team: Leksaksbutiken
    mål 1: Sälja 300 presentkort
      period: K1 2026
    mål 2: Sälja 350 presentkort
      period: K2 2026
    mål 3: Sälja 250 presentkort
      period: K4 2026
    ```

    ```goals
    team: Toy shop
    goal 1: Turn over €90,000 in the shop
      period: 2026-Q2
    goal 2: Turn over €85,000 in the shop
      period: 2026-Q3
    goal 3: Turn over €70,000 in the shop
      period: 2026-Q4
    ```

    ## Use instead
    ```goals
    team: Leksaksbutiken
    mål 1: Sälja 300 presentkort
      period: K1 2026
    mål 2: Sälja 250 presentkort
      period: K2 2026
    mål 3: Sälja 950 presentkort
      period: K4 2026
    ```

    ```goals
    team: Toy shop
    goal 1: Turn over €90,000 in the shop
      period: 2026-Q2
    goal 2: Turn over €85,000 in the shop
      period: 2026-Q3
    goal 3: Turn over €140,000 in the shop
      period: 2026-Q4
    ```

    ## Options
    - `peak` (default `4`): the quarter of the calendar year in which most can be reached.

    ## Sources
    Advice on marketing goals for small firms: a goal fits the season, and the strongest quarter does not get the
    lowest target.
    """

    code = "REL009"
    name = "seasonal-dip"
    title = "The lowest target in the strongest quarter"
    level = "info"
    profiles = ()
    options = (
        Option(
            "peak",
            4,
            {"type": "integer", "minimum": 1, "maximum": 4},
            "the quarter of the calendar year in which most can be reached",
        ),
    )
    messages = {
        "dip": "the lowest target of the year, {target}, in its strongest quarter (`seasonal-dip.peak`: {peak})",
        "other": "the target of another quarter",
    }
    helps = {"dip": "set the targets by the season, from last year's figures, or name the quarter that is the strongest"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        peak: int = options["peak"]
        series: dict[tuple[object, ...], list[tuple[int, GoalFact, Quantity]]] = defaultdict(list)
        for fact in project.goals:
            target, quarter = fact.target, _quarter(fact)
            if target is not None and quarter and _is_wanted(fact, target):
                team = fold(fact.team) or dirname(fact.file)
                words = stems(fact.metric) if fact.metric else stems(fact.measured)
                key = (team, fact.deadline[:4], words, measure(target), target.per, fact.scope, fact.direction, fact.kind)
                series[key].append((quarter, fact, target))
        for goals in series.values():
            others = [(fact, target) for quarter, fact, target in goals if quarter != peak]
            quarters = {quarter for quarter, _, _ in goals if quarter != peak}
            lowest = min((target.value for _, target in others), default=0)
            for quarter, fact, target in goals:
                if quarter == peak and len(quarters) >= _OTHERS and target.value < lowest:
                    related = tuple(Related(other.span, "other", goal.file) for goal, other in others)
                    yield self.report(
                        "dip", target.span, related=related, goal=fact.index, file=fact.file, target=target.text, peak=peak
                    )


def _is_wanted(fact: GoalFact, target: Quantity) -> bool:
    """More of it is better, and it is exact."""
    return fact.open and fact.direction >= 0 and target.unit not in _TIMES and target.role != "bound_max"


def _quarter(fact: GoalFact) -> int:
    """The quarter of the calendar year that a goal is for, or 0."""
    if not fact.start or not fact.deadline:
        return 0
    first, last = date.fromisoformat(fact.start), date.fromisoformat(fact.deadline)
    whole = first.day == 1 and first.month % 3 == 1 and 0 < (last - first).days < _LONGEST and last.month == first.month + 2
    return first.month // 3 + 1 if whole else 0
