from collections.abc import Iterator

from smartlint.rule import NEW_LINE, Context, Document, DocumentRule, Edit, Fix, Goal, Report, Span, Witness


class SeveralOwners(DocumentRule):
    """Several people own one goal.

    ## What it finds
    An owner that is two or more people, where each part is a full name, an e-mail address or an @name. `Salgs- og
    markedssjef` is one role, and those who help stand in `with`. Owners at the top of the file are found once, there.

    ## Why it matters
    Each of the two believes that the other one has it in hand, and the one who asks gets two answers. The work may be
    shared; the answer for it cannot.

    ## Example
    ```goals
    goal: Raise the average bill from £18 to £21 by 30 June 2026
      owner: Amy Holt, Tom Reid
    ```

    ```goals
    mål 1: Øke omsetningen fra 8 til 10 mill. kr innen 31. desember 2026
      eier: Kari Nordmann, Per Hansen
    ```

    ```goals
    mål M1: Höja snittnotan från 92 kr till 104 kr senast 30 juni 2026
      ägare: Maja Lindqvist och Omar Haddad
    ```

    ## Use instead
    ```goals
    goal: Raise the average bill from £18 to £21 by 30 June 2026
      owner: Amy Holt
      with: Tom Reid
    ```

    ```goals
    mål 1: Øke omsetningen fra 8 til 10 mill. kr innen 31. desember 2026
      eier: Kari Nordmann
      sammen med: Per Hansen
    ```

    ```goals
    mål M1: Höja snittnotan från 92 kr till 104 kr senast 30 juni 2026
      ägare: Maja Lindqvist
      tillsammans med: Omar Haddad
    ```

    ## Sources
    Companies that publish how they work with goals ask for one directly responsible person for each. Social psychology
    calls the fault diffusion of responsibility: the more who could act, the less each feels that he must.
    """

    code = "OWN002"
    name = "several-owners"
    title = "A goal with several owners"
    passes_as = "one owner"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    by_goal = True
    messages = {
        "several": "{count} people own this goal, so none of them answers for it alone",
        "header": "{count} people own the goals here that name no owner, so none of them answers for one alone",
    }
    helps = {
        "several": "let one answer for it and the others help: `owner: {first}` and `with: {others}`",
        "header": "let one answer for them and the others help: `owner: {first}` and `with: {others}`",
    }
    patterns = {"with": "with: {others}"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for goal in document.all_goals:
            origin = goal.inherited.get("owner")
            if not goal.is_open or goal.kind == "vision" or (origin and origin.place != "header"):
                continue
            if len(goal.owner) > 1 and all(person.kind == "person" for person in goal.owner):
                first, *others = goal.owner
                yield self.report(
                    "header" if origin else "several",
                    first.span.cover(others[-1].span),
                    fix=None if origin else _fix(goal, document),
                    goal=None if origin else goal.index,
                    count=len(goal.owner),
                    first=first.text,
                    others=[person.text for person in others],
                )
            elif goal.owner:
                yield Witness(goal.owner[0].span, goal.index)


def _fix(goal: Goal, document: Document) -> Fix | None:
    """The first answers for it, and the others help."""
    first, *others = goal.owner
    rest = Span(first.span.end, others[-1].span.end)
    if goal.says("with") or "\n" in document.source.slice(rest):
        return None
    helpers = Edit(NEW_LINE, "with", {"others": [person.text for person in others]})
    return Fix((Edit(rest, ""), helpers), "unsafe")
