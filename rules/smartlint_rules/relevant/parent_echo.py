from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Quantity, Related, Report, date, measure, stems
from smartlint_rules.relevant.references import reference

#: How much of the words above must come back, so that a shorter sentence is an echo and not a part.
_ENOUGH = 2 / 3
_FEWEST = 2


class ParentEcho(ProjectRule):
    """A goal says the same as the goal above it.

    ## What it finds
    A goal whose sentence and numbers are those of a goal it stands under or supports; word order, endings and dates do
    not matter. One with another metric, channel, audience or place is a part and passes, and so does another team that
    has the same percentage to reach.

    ## Why it matters
    The goal above is not broken down, only handed on. Nobody has decided what share each takes, and when it is
    reached, it is counted twice.

    ## Example
    ```goals
    mål 1: Skaffe 50 nye medlemmer innen 30. juni 2026
      eier: Stian Haug

      mål 1.1: Skaffe 50 nye medlemmer innen 31. mai 2026
        eier: Vilde Aas
    ```

    ```goals
    mål 1: Sælge 200 billetter til julekoncerten inden 30. november 2026
      ejer: Freja Toft

    mål 2: Sælge 200 billetter til julekoncerten
      ejer: Emil Krogh
      støtter: 1
    ```

    ## Use instead
    ```goals
    mål 1: Skaffe 50 nye medlemmer innen 30. juni 2026
      eier: Stian Haug

      mål 1.1: Skaffe 20 nye medlemmer gjennom bedriftsavtaler innen 31. mai 2026
        eier: Vilde Aas
    ```

    ```goals
    mål 1: Sælge 200 billetter til julekoncerten inden 30. november 2026
      ejer: Freja Toft

    mål 2: Ringe til 60 firmaer om gruppebilletter
      ejer: Emil Krogh
      støtter: 1
    ```

    ## Sources
    Advice on breaking goals down agrees that a copied goal is none: each level states its own contribution, in what it
    can do itself.
    """

    code = "REL008"
    name = "parent-echo"
    title = "A goal that repeats the goal above it"
    level = "info"
    profiles = ()
    yields_to = ("MEA001", "SYN004")
    messages = {"echo": "says the same as `{above}` above it", "above": "the goal above"}
    helps = {"echo": "write what share of it this one takes, or what will be done to reach it"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        for fact in project.goals:
            if not fact.open or fact.kind == "vision" or not fact.statement:
                continue
            above = next((goal for goal in project.above(fact) if _echoes(fact, goal)), None)
            if above is not None:
                name = reference(above, fact) if above.id else above.name
                related = (Related(above.span, "above", above.file),)
                yield self.report("echo", fact.span, related=related, goal=fact.index, file=fact.file, above=name)


def _echoes(fact: GoalFact, above: GoalFact) -> bool:
    """It adds nothing to the words above, leaves little out, and has the same numbers."""
    if fact is above or above.kind == "vision" or not _same_numbers(fact, above) or _is_part(fact, above):
        return False
    words, others = stems(fact.measured), stems(above.measured)
    tells = bool(words) and (fact.target is not None or len(stems(fact.statement)) >= _FEWEST)
    return fact.direction == above.direction and tells and len(words) >= len(others) * _ENOUGH and words <= others


def _same_numbers(fact: GoalFact, above: GoalFact) -> bool:
    for one, other in ((fact.target, above.target), (fact.baseline, above.baseline)):
        if (one is None) != (other is None):
            return False
        if one and other and _amount(one) != _amount(other):
            return False
    return fact.target is not None or _digits(fact.measured) == _digits(above.measured)


def _amount(amount: Quantity) -> tuple[object, ...]:
    return (amount.low, amount.high, measure(amount), amount.per)


def _digits(text: str) -> str:
    return "".join(sign if sign.isdigit() else " " for sign in text).strip()


def _is_part(fact: GoalFact, above: GoalFact) -> bool:
    """It narrows the goal above down by a field, or is another team's share of a level that all are to reach."""
    narrower = any(mine and mine != theirs for mine, theirs in zip(fact.scope, above.scope, strict=True))
    if narrower or (fact.metric and above.metric and stems(fact.metric) != stems(above.metric)):
        return True
    unit = measure(fact.target) if fact.target else ""
    return fact.team != above.team and bool(unit) and not unit.isupper()
