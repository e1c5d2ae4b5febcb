from collections.abc import Iterator, Mapping
from posixpath import dirname
from typing import Any

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Report, date


class UnsupportedStrategy(ProjectRule):
    """No goal leads to a strategic goal.

    ## What it finds
    An open strategic goal that no goal stands under and none supports, although operational goals stand in its folder
    or below it, and another strategic goal of the folder is supported. (Where none is, each of the operational goals is
    a finding of `not-linked`.) A goal that was cancelled does not count. Where only some files were given and a goal
    elsewhere may support it, that is said once, and nothing is found.

    ## Why it matters
    The strategy is agreed on, and nobody does anything for it this quarter. That is noticed when the three years are
    nearly over.

    ## Example
    ```goals
    strategisk mål S1: Øke andelen faste gjester fra 40 % til 55 % innen 31. desember 2028
      eier: Tiril Moe

    strategisk mål S2: Halvere matsvinnet fra 900 kg til 450 kg i året innen 31. desember 2028
      eier: Jonas Berge

    mål 1: Selge 60 gavekort i måneden innen 30. juni 2026
      eier: Tiril Moe
      støtter: S1
    ```

    ```goals
    strategiskt mål S1: Höja andelen återbesök från 40 % till 55 % senast 31 december 2028
      ägare: Maja Lindqvist

    strategiskt mål S2: Öppna en mottagning i Eslöv senast 31 december 2027
      ägare: Maja Lindqvist

      mål 1: Anställa 2 tandhygienister senast 30 juni 2026
        ägare: Omar Haddad
    ```

    ## Use instead
    ```goals
    strategisk mål S1: Øke andelen faste gjester fra 40 % til 55 % innen 31. desember 2028
      eier: Tiril Moe

    strategisk mål S2: Halvere matsvinnet fra 900 kg til 450 kg i året innen 31. desember 2028
      eier: Jonas Berge

      mål 2: Senke svinnet på lunsjbuffeten fra 9 kg til 5 kg om dagen innen 30. april 2026

    mål 1: Selge 60 gavekort i måneden innen 30. juni 2026
      eier: Tiril Moe
      støtter: S1
    ```

    ```goals
    strategiskt mål S1: Höja andelen återbesök från 40 % till 55 % senast 31 december 2028
      ägare: Maja Lindqvist

      mål 2: Ringa 30 patienter i veckan senast 30 juni 2026
        ägare: Omar Haddad

    strategiskt mål S2: Öppna en mottagning i Eslöv senast 31 december 2027
      ägare: Maja Lindqvist

      mål 1: Anställa 2 tandhygienister senast 30 juni 2026
        ägare: Omar Haddad
    ```

    ## Sources
    Practice in sales: operational goals add up to strategic ones, as a hundred meetings a month do to fifty new
    companies a year. A strategic goal without them is an intention.
    """

    code = "REL005"
    name = "unsupported-strategy"
    title = "A strategic goal that no goal leads to"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("PLN001", "LIM004")
    messages = {
        "unsupported": "no goal leads to this strategic goal: who does something for it now?",
        "elsewhere": "strategic goals that may be supported from files that were not given, and were not checked: {count}",
    }
    helps = {
        "unsupported": "write below it what will be reached this period, or let a goal say `supports: {id}`",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        strategies = [fact for fact in project.goals if fact.level == "strategic" and fact.open and fact.kind != "vision"]
        linked = {dirname(fact.file) for fact in strategies if _is_supported(project, fact)}
        elsewhere = 0
        for fact in strategies:
            if dirname(fact.file) not in linked & project.working_folders or _is_supported(project, fact):
                continue
            if project.partial and fact.id:
                elsewhere += 1
            else:
                yield self.report("unsupported", fact.head, goal=fact.index, file=fact.file, id=fact.id or "⟨ID⟩")
        if elsewhere:
            yield Notice("elsewhere", {"count": elsewhere})


def _is_supported(project: Project, fact: GoalFact) -> bool:
    return any(goal.status != "cancelled" for goal in project.below(fact))
