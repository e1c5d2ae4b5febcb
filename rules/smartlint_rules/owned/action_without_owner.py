from collections.abc import Iterator
from typing import Any

from smartlint.rule import Action, Context, Edit, Fix, Goal, GoalRule, Person, Related, Report, Span, Witness, fold


class ActionWithoutOwner(GoalRule):
    """Several people work on a goal, and an action names none of them.

    ## What it finds
    Items of the plan (`how`) without an owner, in a goal that several people have a part in: it has helpers (`with`) or
    more owners than one, or another item names somebody else. An action is owned where it says so in its parenthesis,
    where its own words name somebody, or where all that stands below it is owned. Where one person owns the goal and
    nobody else is named, the whole plan is theirs. A plan in running text is left alone.

    ## Why it matters
    Four people leave the meeting, each sure that one of the others will call the supplier. It comes up again at the
    next meeting.

    ## Example
    ```goals
    mål M1: Höja andelen betyg över 4 i enkäten från 61 % till 75 %
      ägare: Maja Lindqvist
      med: Omar Haddad, Elin Sandström
      hur:
        - Ringa alla som gett 1 eller 2
        - Byta kaffemaskin i väntrummet (ägare: Omar Haddad)
    ```

    ```goals
    mål 4: Få 25 nye elevar på kulturskulen
      eigar: Olav Tveit
      saman med: Torunn Eikeland
      korleis:
        - Besøkje dei seks barneskulane i kommunen
        - Leggje ut film frå haustkonserten
    ```

    ## Use instead
    ```goals
    mål M1: Höja andelen betyg över 4 i enkäten från 61 % till 75 %
      ägare: Maja Lindqvist
      med: Omar Haddad, Elin Sandström
      hur:
        - Ringa alla som gett 1 eller 2 (ägare: Elin Sandström)
        - Byta kaffemaskin i väntrummet (ägare: Omar Haddad)
    ```

    ```goals
    mål 4: Få 25 nye elevar på kulturskulen
      eigar: Olav Tveit
      saman med: Torunn Eikeland
      korleis:
        - Besøkje dei seks barneskulane i kommunen (eigar: Olav Tveit)
        - Leggje ut film frå haustkonserten (eigar: Torunn Eikeland)
    ```

    ## Sources
    Project practice gives each piece of work one name. Where several could act, each feels less that he must, which
    social psychology calls diffusion of responsibility.
    """

    code = "OWN006"
    name = "action-without-owner"
    title = "An action that names nobody"
    passes_as = "actions have owners"
    level = "info"
    profiles = ()
    yields_to = ("OWN001", "OWN003")
    messages = {
        "one": "several people work on this goal, and this action names none of them",
        "some": "several people work on this goal, and {count} of its {total} actions name none of them",
        "also": "nor does this one",
    }
    helps = {
        "one": "name the one who does it: `(owner: ⟨name⟩)` at the end of the line",
        "some": "name the one who does each: `(owner: ⟨name⟩)` at the end of the line",
    }
    patterns = {"alone": " (owner: ⟨name⟩)", "beside": ", owner: ⟨name⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        actions = [action for action in goal.actions if not _is_prose(action, goal, context)]
        people = _people(goal, actions)
        if len({fold(person.text) for person in people}) < 2:
            return
        bare = [action for action in actions if not _is_owned(action, people)]
        if bare:
            first, *others = bare
            counts: dict[str, Any] = {"count": len(bare), "total": len(actions)} if others else {}
            yield self.report(
                "some" if others else "one",
                first.text.span,
                related=tuple(Related(other.text.span, "also") for other in others),
                fix=Fix(tuple(_naming(action) for action in bare), "display"),
                **counts,
            )
        elif actions:
            yield Witness(actions[0].text.span)


def _is_prose(action: Action, goal: Goal, context: Context) -> bool:
    """The plan is text on the line of its field, and no list."""
    field, position = goal.fields.get("how"), context.document.source.position
    return field is not None and position(field.word.span.start).line == position(action.text.span.start).line


def _people(goal: Goal, actions: list[Action]) -> list[Person]:
    """Who is named as having a part in a goal."""
    helpers = goal.fields["with"].value if "with" in goal.fields else ()
    people = [*goal.owner, *(helpers if type(helpers) is tuple else ())]
    for action in actions:
        people += [person for one in _flat(action) for person in one.owner]
    return people


def _flat(action: Action) -> Iterator[Action]:
    yield action
    for below in action.actions:
        yield from _flat(below)


def _is_owned(action: Action, people: list[Person]) -> bool:
    """It says whose it is, names one of the people, or all that stands below it is owned."""
    if action.owner or action.reading.owners:
        return True
    words = {word.strip(".,;:!?()") for word in action.text.text.split()}
    names = {part for person in people for part in person.text.split() if part[:1].isupper() and len(part) > 1}
    below = action.actions
    return not words.isdisjoint(names) or (bool(below) and all(_is_owned(one, people) for one in below))


def _naming(action: Action) -> Edit:
    """The owner to be named at the end of the line, in the parenthesis that gives the deadline where there is one."""
    end = action.text.span.end
    if action.deadline is not None and action.text.text.endswith(")"):
        return Edit(Span(end - 1, end - 1), "beside", {})
    return Edit(Span(end, end), "alone", {})
