from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import NEW_LINE, Edit, Fix, Notice, Project, ProjectRule, Report, date, new_line
from smartlint_rules.relevant.references import reference

_SHOWN = 3


class NotLinked(ProjectRule):
    """A goal serves none of the strategic goals that there are.

    ## What it finds
    An open operational goal that stands under no other goal and supports none, although a strategic goal stands in
    its file, its folder or a folder above. Where there is no strategic goal, nothing is asked.

    ## Why it matters
    The team works on it, and nobody can say what it is for. When time is short it competes with the goals that the
    strategy needs.

    ## Example
    ```goals
    strategisk mål S1: Øke andelen barnehagelærere fra 41 % til 50 % innen 31. desember 2028

    mål 3: Lage en plan for overgangen til skolen innen 29. mai 2026
      eier: Geir Aune
    ```

    ```goals
    strategiskt mål S1: Öka andelen återkommande gäster från 40 % till 55 % senast 31 december 2028

    mål 1: Sälja 40 presentkort i månaden senast 30 juni 2026
      ägare: Maja Lindqvist
    ```

    ## Use instead
    ```goals
    strategisk mål S1: Øke andelen barnehagelærere fra 41 % til 50 % innen 31. desember 2028

    mål 3: Få 12 søkere til hver ledige stilling innen 29. mai 2026
      eier: Geir Aune
      støtter: S1
    ```

    ```goals
    strategiskt mål S1: Öka andelen återkommande gäster från 40 % till 55 % senast 31 december 2028

      mål 1: Sälja 40 presentkort i månaden senast 30 juni 2026
        ägare: Maja Lindqvist
    ```

    ## Sources
    The R of SMART as practised: relevant is what leads to the strategy. Practice in sales: operational goals add up
    to strategic ones, such as a hundred meetings a month to fifty new customers a year.
    """

    code = "REL001"
    name = "not-linked"
    title = "A goal that serves no strategic goal"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("LIM004",)
    messages = {
        "unlinked": "serves none of the strategic goals: what is it for?",
        "unnamed": "serves none of the strategic goals, and these have no ID to link to",
    }
    helps = {
        "unlinked": "add a line `supports: {first}` (there are {goals}), or put the goal below the one it serves",
        "unnamed": "put the goal below the one it serves, or give that one an ID and add a line `supports: ⟨ID⟩`",
    }
    patterns = {"line": "supports: ⟨ID⟩", "one": "supports: {id}"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        for fact in project.goals if project.has_strategies else ():
            if not fact.open or fact.level != "operational" or fact.kind in ("key_result", "vision"):
                continue
            if fact.supports or fact.supports_attempted or fact.parent is not None:
                continue
            strategies = project.strategies_for(fact)
            known = [*dict.fromkeys(reference(strategy, fact) for strategy in strategies if strategy.id)][:_SHOWN]
            if known:
                only = Fix((Edit(NEW_LINE, "one", {"id": known[0]}),), "unsafe")
                fix = only if len(strategies) == 1 else new_line("line")
                yield self.report("unlinked", fact.head, goal=fact.index, file=fact.file, fix=fix, first=known[0], goals=known)
            elif strategies:
                yield self.report("unnamed", fact.head, goal=fact.index, file=fact.file)
