from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import Notice, Project, ProjectRule, Related, Report, date
from smartlint_rules.balanced.missing_links import key, leading_nowhere, missing_links


class PerformanceWithoutResult(ProjectRule):
    """Work is planned, and no goal says what is to come of it.

    ## What it finds
    A goal written as a performance goal that stands under no other goal and supports none (`supports:`). Plain goals are
    left alone, and so is a link that leads nowhere, which has its own finding.

    ## Why it matters
    Forty calls a week are made, and nobody asks whether they bring in anything. The number is kept up when it has
    stopped working, as it is the only one that is looked at.

    ## Example
    ```goals
    prestationsmål P1: Boka 25 nya kundmöten per vecka
      ägare: Omar Haddad
    ```

    ```goals
    resultatmål R1: Øge omsætningen fra 3,1 mio. kr. til 4 mio. kr. inden 31. december 2026
      ejer: Pia Holm

    præstationsmål P1: Ringe til 40 virksomheder om ugen
      ejer: Anders Lund
    ```

    ## Use instead
    ```goals
    resultatmål R1: Öka försäljningen från 8 Mkr till 9 Mkr senast 31 december 2026
      ägare: Elin Sandström

      prestationsmål P1: Boka 25 nya kundmöten per vecka
        ägare: Omar Haddad
    ```

    ```goals
    resultatmål R1: Øge omsætningen fra 3,1 mio. kr. til 4 mio. kr. inden 31. december 2026
      ejer: Pia Holm

    præstationsmål P1: Ringe til 40 virksomheder om ugen
      ejer: Anders Lund
      støtter: R1
    ```

    ## Sources
    Practice in sales: performance goals are there for the result goals they cause, and both are stated. A measure of
    work that is tied to no result becomes a goal of its own.
    """

    code = "BAL002"
    name = "performance-without-result"
    title = "A performance goal that leads to no result"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("REL001", "LIM004", "MEA001")
    messages = {
        "alone": "no goal says what is to come of this: which result does it lead to?",
        "near": "leads to no result; is it there for `{result}`?",
        "unnamed": "leads to no result; is it there for `{result}`?",
        "result": "for this one?",
    }
    helps = {
        "alone": "write the result goal, and put this one below it",
        "near": "add a line `supports: {result}`, or put it below the result goal that it leads to",
        "unnamed": "put it below the result goal that it leads to",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        nearest = missing_links(project)
        for fact in leading_nowhere(project):
            result = nearest.get(key(fact))
            if result is None:
                yield self.report("alone", fact.head, goal=fact.index, file=fact.file)
            else:
                kind = "near" if result.id else "unnamed"
                related = (Related(result.head, "result", result.file),)
                yield self.report(kind, fact.head, related=related, goal=fact.index, file=fact.file, result=result.name)
