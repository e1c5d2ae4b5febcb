from collections.abc import Iterator
from posixpath import commonprefix

from smartlint.rule import Action, Context, Goal, GoalRule, Hit, Related, Report, Witness, compile_late, fold
from smartlint_rules.planned.steps import place_of, said_of

_WORD = compile_late(r"[^\W_]+(?:[-’'][^\W_]+)*")
#: Words that say more or less of what the goal says already.
_EMPTY = (
    "increase",
    "decrease",
    "comparative",
    "superlative",
    "weasel",
    "vague_qualifier",
    "vague_time",
    "escape",
    "hedge_verb",
)
#: Words of so few letters join the others and say nothing themselves.
_SMALL = 3
#: Two words are forms of one if they begin alike in so many letters and end apart in at most so many.
_STEM, _ENDING = 4, 3


class PlanRestatesGoal(GoalRule):
    """The plan says what the goal says.

    ## What it finds
    An action that has no word of its own: every word of it stands in the goal's sentence too, in this form or another,
    or only says *more*, *better* or *increase*. An action with a number, a day or a rhythm that the sentence has not,
    and one with steps below it, is left alone. So are words that repeat the means in the sentence.

    ## Why it matters
    It looks as if there were a plan. The one who is to carry it out on Monday learns nothing that the goal did not
    say, and everybody goes on as before.

    ## Example
    ```goals
    mål 3: Sälja 400 tvättar i månaden senast 30 juni 2026
      ägare: Nils Öberg
      hur: sälja fler tvättar
    ```

    ```goals
    goal H2: Reduce missed appointments from 9 % to 5 % by 31 August 2026
      owner: Grace Lowe
      how:
        - Fewer missed appointments
    ```

    ## Use instead
    ```goals
    mål 3: Sälja 400 tvättar i månaden senast 30 juni 2026
      ägare: Nils Öberg
      hur: en tvätt till halva priset vid varje besiktning
    ```

    ```goals
    goal H2: Reduce missed appointments from 9 % to 5 % by 31 August 2026
      owner: Grace Lowe
      how:
        - Text every patient the day before
    ```

    ## Sources
    Practice in sales: a goal without *how* is a wish, and a plan says what is started, changed or stopped. Research on
    planning finds the effect in the when, where and how, which a repetition of the goal does not hold.
    """

    code = "PLN004"
    name = "plan-restates-goal"
    title = "A plan that says what the goal says"
    passes_as = "plan adds something"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "restates": "this says what the goal says already: how will it be done?",
        "goal": "the goal says it here",
    }
    helps = {"restates": "write what is started, changed or stopped: `⟨what⟩ (owner: ⟨name⟩, deadline: ⟨date⟩)`"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        means = min((span.start for span in goal.reading.means), default=goal.statement.span.end)
        known = _words(goal.statement.text[: means - goal.statement.span.start])
        for action in goal.actions:
            if not action.actions and not _adds(action, goal) and _restates(action, known):
                related = (Related(goal.statement.span, "goal"),)
                yield self.report("restates", place_of(action), related=related)
            elif action is goal.actions[0]:
                yield Witness(place_of(action))


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _adds(action: Action, goal: Goal) -> bool:
    """A number, a time or means that the goal's sentence has not."""
    reading = action.reading
    amounts = {(quantity.low, quantity.high) for quantity in goal.reading.quantities}
    times = {fold(time.text) for time in goal.reading.times}
    new = any((quantity.low, quantity.high) not in amounts for quantity in reading.quantities)
    return new or bool(reading.means) or any(fold(time.text) not in times for time in reading.times)


def _restates(action: Action, known: list[str]) -> bool:
    """Every word that says something stands in the goal, and one of them at least."""
    start = action.text.span.start
    said = list(said_of(action))
    for hit in action.reading.of(*_EMPTY):
        if _is_single(hit):
            said[hit.span.start - start : hit.span.end - start] = " " * len(hit.text)
    words = [word for word in _words("".join(said)) if len(word) > _SMALL]
    return bool(words) and all(any(_alike(word, other) for other in known) for word in words)


def _is_single(hit: Hit) -> bool:
    """Verbs of two words often tell a way: ``win back``, ``cut down``."""
    return hit.kind not in ("increase", "decrease") or len(hit.text.split()) == 1


def _alike(one: str, other: str) -> bool:
    """The same word, in two forms."""
    if one == other or one[:_STEM] != other[:_STEM]:
        return one == other
    same = len(commonprefix((one, other)))
    return same >= _STEM and max(len(one), len(other)) - same <= _ENDING
