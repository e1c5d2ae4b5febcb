from collections.abc import Iterator

from smartlint.rule import Action, Context, Document, DocumentRule, Report, Witness, supporters
from smartlint_rules.planned.steps import place_of

#: Units of what is reached, not of what is done.
_RESULTS = ("percent", "percentage_point", "times")


class ShallowPlan(DocumentRule):
    """A step of the plan is itself a figure to be reached, and nothing says how.

    ## What it finds
    An action that raises or lowers something by a share, or from one figure to another (`20 % more visits`), with no
    steps below it. Where a goal of the file stands below this one or supports it, the plan goes on there. What one
    decides by oneself, such as prices and opening hours, is left alone; so is a number of things that one does
    (`call 20 customers a week`).

    ## Why it matters
    Ten per cent more sales from ten per cent more visits is true, and moves the question one step: who makes the
    visits, and when? The seller who asks it in week three has lost three weeks.

    ## Example
    ```goals
    resultatmål R1: Øke salget fra 6,2 mill. kr til 7 mill. kr innen 31. desember 2026
      eier: Torbjørn Ness
      hvordan: 10 % flere kundebesøk
    ```

    ```goals
    resultatmål R2: Hæve omsætningen fra 2,4 mio. kr. til 3 mio. kr. inden 31. december 2026
      ejer: Signe Bruun
      hvordan:
        - Øge antallet af besøgende i butikken med 20 % (ejer: Signe Bruun)
    ```

    ## Use instead
    ```goals
    resultatmål R1: Øke salget fra 6,2 mill. kr til 7 mill. kr innen 31. desember 2026
      eier: Torbjørn Ness
      hvordan:
        - 10 % flere kundebesøk
          - Avtale besøkene på telefon mandag før klokka ti
          - Ta to kunder på samme rute
    ```

    ```goals
    resultatmål R2: Hæve omsætningen fra 2,4 mio. kr. til 3 mio. kr. inden 31. december 2026
      ejer: Signe Bruun
      hvordan:
        - Øge antallet af besøgende i butikken med 20 % (ejer: Signe Bruun)
          - Holde åbent til klokken 20 om torsdagen
    ```

    ## Sources
    Practice in sales: "ten per cent more sales" needs "ten per cent more visits", and that again needs how the visits
    are booked, made and followed up.
    """

    code = "PLN007"
    name = "shallow-plan"
    title = "A step that is a figure to be reached, with nothing that says how"
    level = "info"
    profiles = ("sales",)
    by_goal = True
    yields_to = ("PLN004",)
    messages = {"figure": "`{number}` is a figure to be reached, not a step: what will be done to reach it?"}
    helps = {"figure": "write below it `- ⟨what is started, changed or stopped⟩ (owner: ⟨name⟩, deadline: ⟨date⟩)`"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for goal in document.all_goals:
            parted = goal.children or any(one.is_open for one in supporters(document, goal))
            if not goal.is_open or goal.kind == "vision" or parted:
                continue
            for action in goal.actions:
                number = _figure(action)
                if number and not action.actions:
                    yield self.report("figure", place_of(action), goal=goal.index, number=number)


def _figure(action: Action) -> str:
    """The number that an action raises or lowers something to or by, as it is written."""
    reading = action.reading
    if reading.means or reading.of("lever"):
        return ""
    turns = reading.of("increase", "decrease", "comparative")
    if not turns:
        return ""
    moved = any(quantity.role == "baseline" for quantity in reading.quantities)
    for quantity in reading.quantities:
        if quantity.role in ("change", "target") and (moved or quantity.unit in _RESULTS):
            return quantity.text
    return ""
