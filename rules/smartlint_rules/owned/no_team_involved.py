from collections import defaultdict
from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Goal, Person, Report, Witness, fold


class NoTeamInvolved(DocumentRule):
    """A team's goals name one person and nobody else.

    ## What it finds
    A team whose open goals in a file name one and the same person throughout: no other owner, no helpers (`with`), no
    `agreed`, no action that somebody else owns, nobody named in a sentence. It is found once, where that person is
    first named. A file without `team` is left alone, as there may be no team.

    ## Why it matters
    The goal was set by one and is to be reached by many. Those who were never asked find out when the figures are
    shown, and they know best which channel does not work.

    ## Example
    ```goals
    team: Marketing
    mål M1: Få 300 nye tilmeldinger til nyhedsbrevet inden 30. april 2026
      ejer: Pia Holm
    ```

    ```goals
    team: Marked
    mål 1: Øke andelen gjester fra Tyskland fra 8 % til 12 %
      eier: Geir Aune
      hvordan:
        - Annonsere i tre tyske reiseblader
    ```

    ## Use instead
    ```goals
    team: Marketing
    mål M1: Få 300 nye tilmeldinger til nyhedsbrevet inden 30. april 2026
      ejer: Pia Holm
      sammen med: Sanne Dahl, kundeservice
    ```

    ```goals
    team: Marked
    mål 1: Øke andelen gjester fra Tyskland fra 8 % til 12 %
      eier: Geir Aune
      hvordan:
        - Annonsere i tre tyske reiseblader (eier: Tone Halvorsen)
    ```

    ## Sources
    Advice to small firms on marketing goals counts goals without the team among the common pitfalls: those who take
    part in setting a goal are committed to it, and they know what the customers say.
    """

    code = "OWN007"
    name = "no-team-involved"
    title = "A team's goals that name one person only"
    level = "info"
    profiles = ("marketing",)
    messages = {"alone": "nobody but `{owner}` is named in the goals of `{team}`: who takes part?"}
    helps = {"alone": "add those who do the work: `with: ⟨names⟩`; or say that the team stands behind it: `agreed: ⟨when⟩`"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        teams: dict[str, list[Goal]] = defaultdict(list)
        for goal in document.all_goals:
            if goal.is_open and goal.team and goal.kind != "vision":
                teams[fold(goal.team)].append(goal)
        for goals in teams.values():
            people = [person for goal in goals for person in _named(goal)]
            if not people or any(_is_shared(goal) for goal in goals):
                continue
            first = people[0]
            if first.kind != "group" and {fold(person.text) for person in people} == {fold(first.text)}:
                yield self.report("alone", first.span, owner=first.text, team=goals[0].team)


def _named(goal: Goal) -> Iterator[Person]:
    """Who is named in the fields and actions of a goal, the owner first."""
    yield from goal.owner
    helpers = goal.fields["with"].value if "with" in goal.fields else ()
    if type(helpers) is tuple:
        yield from helpers
    actions = list(goal.actions)
    while actions:
        action = actions.pop(0)
        yield from action.owner
        actions += action.actions


def _is_shared(goal: Goal) -> bool:
    """The goal is agreed, or its sentence or plan names somebody; or such a field was meant and cannot be read."""
    said = goal.reading.owners or any(action.reading.owners for action in goal.actions)
    return bool(said) or goal.says("agreed") or not goal.attempted.isdisjoint(("owner", "with"))
