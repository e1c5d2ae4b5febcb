from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import Notice, Project, ProjectRule, Report, date
from smartlint_rules.balanced.missing_links import key, led_to, missing_links


class ResultWithoutPerformance(ProjectRule):
    """A result is to come, and no goal says what will cause it.

    ## What it finds
    A goal written as a result goal with no performance goal below it, at any depth: nested under it, or supporting it
    (`supports:`). Plain goals are left alone. A performance goal of the same file or team that leads to no result may be
    the one that is missing: then `performance-without-result` speaks of the link, and this rule does not. Where a result
    rests on other results, the finding stands at those, and what causes them causes it.

    ## Why it matters
    A result comes when the work is over, too late to do anything about it. Calls, visits and offers can be counted
    every week, and they are what a person can decide to do on Monday.

    ## Example
    ```goals
    resultatmål R1: Øke salget i nord fra 12,5 mill. kr til 14 mill. kr innen 31. desember 2026
      eier: Mona Jakobsen
    ```

    ```goals
    resultatmål R1: Öka omsättningen från 8 Mkr till 9 Mkr senast 31 december 2026
      ägare: Elin Sandström
    ```

    ## Use instead
    ```goals
    resultatmål R1: Øke salget i nord fra 12,5 mill. kr til 14 mill. kr innen 31. desember 2026
      eier: Mona Jakobsen

      prestasjonsmål P1: Gjennomføre 20 kundebesøk i uken
        eier: Pål Eriksen
    ```

    ```goals
    resultatmål R1: Öka omsättningen från 8 Mkr till 9 Mkr senast 31 december 2026
      ägare: Elin Sandström

    prestationsmål P1: Boka 25 nya kundmöten per vecka
      ägare: Omar Haddad
      stödjer: R1
    ```

    ## Sources
    Practice in sales: result goals are caused by performance goals, and each needs at least one. The distinction of
    lagging and leading measures is common to most schools of goal steering.
    """

    code = "BAL001"
    name = "result-without-performance"
    title = "A result goal with no performance goal below it"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("LIM004", "MEA001")
    messages = {
        "alone": "no performance goal leads to this result: what will be done every week to cause it?",
        "elsewhere": "result goals that may be supported from files that were not given, and were not checked: {count}",
    }
    helps = {
        "alone": "write below it `performance goal: ⟨number⟩ ⟨what is done⟩ a week`, or let one say `supports: {id}`",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        settled = led_to(project) | {key(result) for result in missing_links(project).values()}
        alone = [fact for fact in project.of_kind("result") if fact.open and key(fact) not in settled]
        over = {key(above) for fact in alone for above in project.above(fact)}
        elsewhere = 0
        for fact in alone:
            if key(fact) in over:
                continue
            if project.partial and fact.id:
                elsewhere += 1
            else:
                name = fact.id or "⟨ID⟩"
                yield self.report("alone", fact.head, goal=fact.index, file=fact.file, id=name)
        if elsewhere:
            yield Notice("elsewhere", {"count": elsewhere})
