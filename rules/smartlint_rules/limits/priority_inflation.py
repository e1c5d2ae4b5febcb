from collections import defaultdict
from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Goal, Option, Report, Witness


class PriorityInflation(DocumentRule):
    """Most goals have the highest priority, so none has.

    ## What it finds
    A file in which more than the allowed share of a team's open goals has the highest priority that is given there
    (`high`, `must`, `P0` or `1`). Counted are the goals at the top level and those below them that state a priority.
    Goals without one count as not being first. The finding stands at the first one that is too many.

    ## Why it matters
    A priority helps on the day when there is time for one of two things. When both are "high", whoever shouts
    decides.

    ## Example
    ```goals
    team: Resepsjonen
    mål 1: Svare på 90 % av e-postene samme dag
      prioritet: høy
    mål 2: Øke belegget i ukedagene fra 54 % til 62 %
      prioritet: høy
    mål 3: Selge 60 konferansepakker
      prioritet: høy
    mål 4: Ta i bruk det nye låssystemet
      prioritet: lav
    ```

    ```goals
    team: Platform
    goal 1: Cut the build from 18 to 8 minutes
      priority: P0
    goal 2: Move 40 services to the new cluster
      priority: P0
    goal 3: Close the 25 oldest tickets
      priority: P1
    goal 4: Keep uptime above 99.9 %
      priority: P0
    goal 5: Publish the on-call handbook
      priority: P0
    ```

    ## Use instead
    ```goals
    team: Resepsjonen
    mål 1: Svare på 90 % av e-postene samme dag
      prioritet: middels
    mål 2: Øke belegget i ukedagene fra 54 % til 62 %
      prioritet: høy
    mål 3: Selge 60 konferansepakker
      prioritet: middels
    mål 4: Ta i bruk det nye låssystemet
      prioritet: lav
    ```

    ```goals
    team: Platform
    goal 1: Cut the build from 18 to 8 minutes
      priority: P2
    goal 2: Move 40 services to the new cluster
      priority: P0
    goal 3: Close the 25 oldest tickets
      priority: P3
    goal 4: Keep uptime above 99.9 %
      priority: P0
    goal 5: Publish the on-call handbook
      priority: P1
    ```

    ## Options
    - `max-percent` (default 50): how large a share of the goals, in percent, may have the highest priority.
    - `min-goals` (default 4): how many goals a team must have before the share is judged.

    ## Sources
    Advice on ranking requirements (must, should, could) is to keep the effort for the musts well below the whole, so
    that something can give way when time runs short.
    """

    code = "LIM005"
    name = "priority-inflation"
    title = "Most goals have the highest priority"
    level = "info"
    profiles = ()
    options = (
        Option(
            "max-percent",
            50,
            {"type": "number", "minimum": 0, "maximum": 100},
            "how large a share of a team's goals, in percent, may have the highest priority",
        ),
        Option("min-goals", 4, {"type": "integer", "minimum": 2}, "how many goals a team must have before the share is judged"),
    )
    messages = {
        "most": "{count} of {total} goals have the highest priority, more than {limit} %: `priority-inflation.max-percent`",
    }
    helps = {"most": "put the goals in order, and give the lower half another priority"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        teams: dict[str, list[Goal]] = defaultdict(list)
        for goal in document.all_goals:
            if goal.is_open and goal.kind != "vision" and (document.parent(goal) is None or _priority(goal) is not None):
                teams[goal.team].append(goal)
        limit = context.options["max-percent"]
        for goals in teams.values():
            top = _first(goals)
            allowed = len(goals) * limit / 100
            if len(goals) >= context.options["min-goals"] and len(top) > allowed:
                beyond = top[int(allowed)]
                yield self.report(
                    "most",
                    beyond.fields["priority"].span,
                    goal=beyond.index,
                    count=len(top),
                    total=len(goals),
                    limit=limit,
                )


def _priority(goal: Goal) -> int | None:
    """The priority that a goal states; 0 and 1 are the highest there are."""
    value = goal.fields["priority"].value if "priority" in goal.fields else None
    return value if isinstance(value, int) else None


def _first(goals: list[Goal]) -> list[Goal]:
    """The goals of the highest priority: P0 where that is used, else 1."""
    top = 0 if any(_priority(goal) == 0 for goal in goals) else 1
    return [goal for goal in goals if _priority(goal) == top]
