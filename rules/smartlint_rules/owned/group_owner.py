from collections.abc import Iterator

from smartlint.rule import (
    NEW_LINE,
    Context,
    Document,
    DocumentRule,
    Edit,
    Fix,
    Goal,
    Person,
    Report,
    Witness,
    new_line,
    read_people,
)


class GroupOwner(DocumentRule):
    """The owner of a goal is a group.

    ## What it finds
    *Everyone*, *we*, *alle*, *teamet*, or the bare name of a team or department as owner, in the field or as the one who
    acts in the sentence (`The sales team will …`). A role that one person holds (`head of sales`, `daglig leder`) is
    fine. An owner at the top of the file is found once, there.

    ## Why it matters
    A group does not wake up at night over a goal. When the goal slips, nobody in it has promised anything, and the one
    who cares most ends up with the work of all.

    ## Example
    ```goals
    goal: Win 30 new service contracts by 31 March 2026
      owner: everyone
    ```

    ```goals
    mål 1: Få 30 nye avtalekundar innan 31. mars 2026
      eigar: alle
    ```

    ```goals
    mål F1: Få 45 nye kunder inden 30. april 2026
      ejer: hele teamet
    ```

    ## Use instead
    ```goals
    goal: Win 30 new service contracts by 31 March 2026
      owner: Ravi Pillai
      with: the whole team
    ```

    ```goals
    mål 1: Få 30 nye avtalekundar innan 31. mars 2026
      eigar: dagleg leiar
    ```

    ```goals
    mål F1: Få 45 nye kunder inden 30. april 2026
      ejer: Mette Krogh
      sammen med: hele teamet
    ```

    ## Sources
    Commitment is what ties effort to a goal (Locke & Latham 2002), and it is people who commit. The field's handbooks
    ask for an owner that is one person or one role.
    """

    code = "OWN003"
    name = "group-owner"
    title = "A goal that a group owns"
    passes_as = "owned by a person or a role"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    by_goal = True
    messages = {
        "group": "`{owner}` is a group, and nobody in it has promised to reach this goal",
        "header": "`{owner}` is a group, and nobody in it has promised to reach the goals here that name no owner",
    }
    helps = {
        "group": "write one person or one role, `owner: ⟨name⟩`, and let the group help: `with: {owner}`",
        "header": "write one person or one role, `owner: ⟨name⟩`, here or in each goal",
    }
    patterns = {"name": "⟨name⟩", "with": "with: {owner}", "line": "owner: ⟨name⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for goal in document.all_goals:
            origin = goal.inherited.get("owner")
            if not goal.is_open or goal.kind == "vision" or (origin and origin.place != "header"):
                continue
            people = goal.owner or _acting(goal, document)
            group = next((person for person in people if person.kind == "group"), None)
            if group is not None:
                yield self.report(
                    "header" if origin else "group",
                    group.span,
                    fix=_fix(goal, group, own=origin is None),
                    goal=None if origin else goal.index,
                    owner=group.text,
                )
            elif people:
                yield Witness(people[0].span, goal.index)


def _acting(goal: Goal, document: Document) -> tuple[Person, ...]:
    """Those who act in the sentence, where it is they who own the goal: no field was meant, and all of them are groups.

    A board or a council is none: it decides as one.
    """
    bodies = [hit.span for hit in goal.reading.of("deciding")]
    decides = any(body.start < span.end and span.start < body.end for body in bodies for span in goal.reading.owners)
    if decides or "owner" in goal.attempted:
        return ()
    named = tuple([one for span in goal.reading.owners for one in read_people(document.source.slice(span), span.start)])
    return named if all(one.kind == "group" for one in named) else ()


def _fix(goal: Goal, group: Person, *, own: bool) -> Fix | None:
    """A name in the place of the group, and the group as those who help; one who acts in the sentence stays there."""
    if not goal.owner:
        return new_line("line")
    if len(goal.owner) > 1:
        return None
    name = Edit(group.span, "name", {})
    if not own or goal.says("with"):
        return Fix((name,), "display")
    return Fix((name, Edit(NEW_LINE, "with", {"owner": group.text})), "display")
