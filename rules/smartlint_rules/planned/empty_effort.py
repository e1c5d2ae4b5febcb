from collections.abc import Iterator

from smartlint.rule import Action, Context, Edit, Fix, Goal, GoalRule, Report, Span, Witness
from smartlint_rules.planned.steps import every, place_of

#: Words beside which an action says what is done.
_DEEDS = ("deliver", "looking_back")
#: So far into an action, in characters, its leading word may begin: "we will focus on".
_LEAD = 12


class EmptyEffort(GoalRule):
    """The plan is to make an effort.

    ## What it finds
    An action that is led by a word such as *focus*, *concentrate*, *satse* or *prioritera*, or by work and a
    comparative (*work harder*, *jobbe mer*), and in which nothing is done: no number, no day or rhythm, no means, no
    thing that is made, no steps below.

    ## Why it matters
    Everybody works as hard as before, and believes that this was not meant for them. The one who asked for more effort
    is disappointed in people who did what they were told.

    ## Example
    ```goals
    goal: Sell 25 season tickets a month
      owner: Amy Holt
      deadline: 2026-06-30
      how: work harder at the door
    ```

    ```goals
    mål 1: Sælge 25 årskort om måneden
      ejer: Ditte Ravn
      frist: 2026-06-30
      hvordan: arbejde hårdere i døren
    ```

    ```goals
    mål 4: Redusere fråværet på 10. trinn frå 7 % til 5 % innan 19. juni 2026
      eigar: Jorunn Lien
      korleis:
        - Fokus på elevar som er mykje borte
    ```

    ## Use instead
    ```goals
    goal: Sell 25 season tickets a month
      owner: Amy Holt
      deadline: 2026-06-30
      how: ask everybody who buys a ticket for the third time
    ```

    ```goals
    mål 1: Sælge 25 årskort om måneden
      ejer: Ditte Ravn
      frist: 2026-06-30
      hvordan: spørge alle, der køber billet for tredje gang
    ```

    ```goals
    mål 4: Redusere fråværet på 10. trinn frå 7 % til 5 % innan 19. juni 2026
      eigar: Jorunn Lien
      korleis:
        - Ringje heim før klokka ni når ein elev er borte
    ```

    ## Sources
    Practice in sales: the same effort gives the same result, so a plan says what is started, changed or stopped. Goal
    research has long set "do your best" against a specific goal, and found it weaker.
    """

    code = "PLN005"
    name = "empty-effort"
    title = "A plan that is only to make an effort"
    passes_as = "plan says what is done"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("PLN004",)
    messages = {
        "word": "`{word}` is an effort, not a step: what will be done that is not done today?",
    }
    helps = {"word": "write what is started, changed or stopped instead of `{word}`"}
    patterns = {"step": "⟨what is started, changed or stopped⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        for action in every(goal.actions):
            words = _effort(action)
            if words is not None and not _does(action):
                start = action.text.span.start
                place = place_of(action)
                word = action.text.text[words.start - start : words.end - start]
                whole = "\n" not in action.text.text
                fix = Fix((Edit(place, "step", {}),), "display") if whole else None
                yield self.report("word", words, fix=fix, word=word)
            elif action is goal.actions[0]:
                yield Witness(place_of(action))


def _effort(action: Action) -> Span | None:
    """The words of effort that lead an action."""
    reading, start = action.reading, action.text.span.start
    led = next((hit.span for hit in reading.of("effort") if hit.span.start - start <= _LEAD), None)
    if led is not None:
        return led
    for work in reading.of("toil"):
        for more in reading.of("comparative", "harder"):
            if more.span.start == work.span.end + 1 and work.span.start - start <= _LEAD:
                return Span(work.span.start, more.span.end)
    return None


def _does(action: Action) -> bool:
    """Something is done: counted, timed, made, or said in the steps below."""
    reading = action.reading
    said = reading.quantities or reading.times or reading.means or reading.of(*_DEEDS)
    return bool(said or action.actions or action.deadline)
