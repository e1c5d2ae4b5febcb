from array import array
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Related, Report, date, fold
from smartlint_rules.grouping import grouped, repeated

_ID = attrgetter("id")


class DuplicateId(ProjectRule):
    """Two goals have the same ID.

    ## What it finds
    An ID that stands at two goals of the same team and period, in one file or in several; capital and small letters
    are the same. In files that name no team, IDs are compared within each file only. Key results and sub-goals that are
    counted anew under each goal (`KR1` and `KR2` under O1, `KR1` and `KR2` under O2) are compared within their goal.

    ## Why it matters
    "How is S1 doing?" gets two answers. A goal that supports S1 supports nobody knows which of the two, and figures
    are reported on the wrong one.

    ## Example
    ```goals
    team: Kundtjänst
    mål M1: Svara på 90 % av samtalen inom en minut senast 30 juni 2026
    mål M1: Sänka antalet klagomål från 40 till 25 senast 30 juni 2026
    ```

    ```goals salg/vekst.goals
    team: Salg
    mål S1: Øke omsetningen fra 8 til 10 mill. kr innen 31. desember 2026
    ```

    ```goals salg/kunder.goals
    team: Salg
    mål s1: Få 15 nye kunder innen 30. september 2026
    ```

    ## Use instead
    ```goals
    team: Kundtjänst
    mål M1: Svara på 90 % av samtalen inom en minut senast 30 juni 2026
    mål M2: Sänka antalet klagomål från 40 till 25 senast 30 juni 2026
    ```

    ```goals salg/vekst.goals
    team: Salg
    mål S1: Øke omsetningen fra 8 til 10 mill. kr innen 31. desember 2026
    ```

    ```goals salg/kunder.goals
    team: Salg
    mål S2: Få 15 nye kunder innen 30. september 2026
    ```

    ## Sources
    Common practice of tools that keep requirements or goals as files: an identifier means one thing.
    """

    code = "SYN004"
    name = "duplicate-id"
    title = "Two goals with the same ID"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    closed = True
    visions = True
    messages = {
        "used": "another goal has the ID `{id}` already, so a link to it may mean either of them",
        "first": "first used here",
    }
    helps = {"used": "give one of the two goals an ID of its own"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        # most stand alone: nobody asks where and when
        names = repeated(array("q", map(hash, map(fold, filter(None, map(_ID, project.goals))))))
        if not names:
            return
        for first, *others in grouped(project, lambda fact: _key(fact) if fact.id and hash(fold(fact.id)) in names else None):
            for fact in others:
                related = (Related(first.id_span, "first", file=first.file),)
                yield self.report("used", fact.id_span, related=related, goal=fact.index, file=fact.file, id=fact.id)


def _key(fact: GoalFact) -> tuple[str, ...]:
    """What no other goal may share: the place that an ID holds in, the period and the ID."""
    place = fold(fact.team) if fact.team else f"file {fact.file}"
    if _is_counted_anew(fact):
        place = f"goal {fact.file} {fact.parent}"
    return place, *fact.period, fold(fact.id)


def _is_counted_anew(fact: GoalFact) -> bool:
    """A part of a goal whose ID does not tell which goal it is a part of: `KR1`, not `KR 1.1`."""
    return fact.parent is not None and (fact.kind == "key_result" or fact.sub) and "." not in fact.id
