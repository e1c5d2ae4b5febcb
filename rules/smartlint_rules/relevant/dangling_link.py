from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import Edit, Fix, GoalFact, LinkFact, Notice, Project, ProjectRule, Related, Report, date, fold, replace
from smartlint_rules.relevant.references import Directory

_SHOWN = 5


class DanglingLink(ProjectRule):
    """A link leads to no goal, or to more than one.

    ## What it finds
    A reference in `supports` that no goal answers to, or that two goals answer to: `S1` in the same file or team,
    `Team/S1`, or `folder/file/S1`. The nearest references are offered. Where only some files were given and the goal
    may stand in another, that is said once, and nothing is found. A doubled ID is left to `duplicate-id`.

    ## Why it matters
    The goal looks anchored in the strategy and is not. Whoever follows the link to see why the work is done finds
    nothing, or picks one of two.

    ## Example
    ```goals
    strategiskt mål S1: Öka omsättningen från 48 Mkr till 62 Mkr senast 31 december 2028

    mål M1: Få 40 nya kunder senast 30 juni 2026
      stödjer: S7
    ```

    ```goals team-a.goals
    team: Company
    strategic goal S1: Grow turnover from €48m to €62m by 31 December 2028
    ```

    ```goals team-b.goals
    team: Web shop
    goal G1: Win 40 new customers by 30 June 2026
      supports: S1
    ```

    ## Use instead
    ```goals
    strategiskt mål S1: Öka omsättningen från 48 Mkr till 62 Mkr senast 31 december 2028

    mål M1: Få 40 nya kunder senast 30 juni 2026
      stödjer: S1
    ```

    ```goals team-a.goals
    team: Company
    strategic goal S1: Grow turnover from €48m to €62m by 31 December 2028
    ```

    ```goals team-b.goals
    team: Web shop
    goal G1: Win 40 new customers by 30 June 2026
      supports: Company/S1
    ```

    ## Sources
    Tools that keep requirements as text check their links for the same reason: a reference that is not checked breaks
    at the first renaming.
    """

    code = "REL002"
    name = "dangling-link"
    title = "A link that leads to no goal, or to several"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    closed = True
    visions = True
    messages = {
        "missing": "`{link}` leads to no goal",
        "near": "`{link}` leads to no goal; the nearest: {near}",
        "ambiguous": "`{link}` may mean several goals",
        "match": "this one?",
        "elsewhere": "links that lead outside the files that were given, and were not checked: {count} ({links})",
    }
    helps = {
        "missing": "write the ID of a goal that there is, with its team before it if that is another one: `Team/S1`",
        "near": "write the reference that is meant, such as `{first}`",
        "ambiguous": "write the team or the file before it: `Team/S1`, `folder/file/S1`",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        directory: Directory | None = None  # most links lead somewhere
        seen: set[tuple[str, tuple[int, int]]] = set()
        undecided: list[str] = []
        for fact in project.goals:
            for link in fact.supports:
                if (fact.file, link.span) in seen:
                    continue
                seen.add((fact.file, link.span))
                found = project.resolve(fact, link)
                if found.undecided:
                    undecided.append(link.text)
                elif not found.matches:
                    directory = directory or Directory(project)
                    yield self._missing(fact, link, directory.nearest(fact, link))
                elif len({_identity(match) for match in found.matches}) > 1:
                    related = tuple(Related(match.head, "match", match.file) for match in found.matches)
                    yield self._at(fact, link, "ambiguous", related)
        if undecided:
            distinct = list(dict.fromkeys(undecided))
            links = distinct[:_SHOWN] + ["…"] * (len(distinct) > _SHOWN)
            yield Notice("elsewhere", {"count": len(undecided), "links": links})

    def _missing(self, fact: GoalFact, link: LinkFact, near: tuple[str, ...]) -> Report:
        if not near:
            return self._at(fact, link, "missing")
        report = self._at(fact, link, "near", near=near, first=near[0])
        return replace(report, fix=Fix((Edit(link.span, near[0]),), "unsafe"))

    def _at(self, fact: GoalFact, link: LinkFact, message: str, related: tuple[Related, ...] = (), **params: Any) -> Report:
        goal = None if fact.supports_inherited else fact.index
        return self.report(message, link.span, related=related, goal=goal, file=fact.file, link=link.text, **params)


def _identity(fact: GoalFact) -> tuple[str, ...]:
    """Two goals with the same one are one finding of ``duplicate-id``, and not another one for each link."""
    return (fold(fact.team) or fact.file, *fact.period, fold(fact.id))
