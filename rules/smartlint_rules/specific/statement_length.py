from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, Goal, GoalRule, Option, Report, Span, Witness
from smartlint_rules.measurable.measured import amount_of, is_half_said, proof_of

#: A word of so many letters counts as two: it is most often written together of two (`medarbeidersamtalene`).
_LONG_WORD = 12
#: A field that says more of the goal than its sentence does.
_MORE = ("metric", "channel", "audience", "where")


class StatementLength(GoalRule):
    """The sentence of a goal is too short to say what is meant, or too long to remember.

    ## What it finds
    A sentence with fewer words than `min` and no number, in a goal that no field makes more precise (target, metric,
    `done when`, channel, audience, place) and no goal below it; a word of twelve letters or more counts as two. And a
    sentence with more words than `max`. What cannot be measured at all is left to `not-measurable`.

    ## Why it matters
    Two words fit on a badge, and each reader fills in the rest. Fifty words hold the goal, its reasons and its plan in
    one breath, and nobody can say the goal to a colleague in the corridor.

    ## Example
    ```goals
    mål 3: Åbne webshop
      ejer: Pia Holm
    ```

    ```goals
    mål M4: Sänka sjukfrånvaron bland undersköterskorna på de tre boendena från 9 % till 7 % senast den 31 december 2026
        genom att cheferna ringer alla som är borta i mer än tre dagar och att varje boende får en egen
        schemagrupp som möts varje månad och lägger fram förslag till nya scheman för dem som arbetar kvällar och helger
      ägare: Elin Sandström
    ```

    ## Use instead
    ```goals
    mål 3: Åbne webshop for kontorstøj til kunder i hele Danmark
      ejer: Pia Holm
    ```

    ```goals
    mål M4: Sänka sjukfrånvaron bland undersköterskorna på de tre boendena från 9 % till 7 % senast den 31 december 2026
      ägare: Elin Sandström
      hur:
        - cheferna ringer alla som är borta i mer än tre dagar
        - varje boende får en schemagrupp som möts varje månad
    ```

    ## Options
    - `min` (default 3): how many words the sentence of a goal needs, if it has no number.
    - `max` (default 40): how many words it may have.

    ## Sources
    Of several hundred real goals half have ten words or fewer and nine of ten have twenty-two at most. Guides to
    requirements ask for one thought in a sentence.
    """

    code = "SPC014"
    name = "statement-length"
    title = "A sentence that is too short or too long"
    level = "info"
    profiles = ()
    yields_to = ("SPC013", "LIM004")
    options = (
        Option("min", 3, {"type": "integer", "minimum": 1}, "how many words the sentence of a goal needs, if it has no number"),
        Option("max", 40, {"type": "integer", "minimum": 1}, "how many words the sentence of a goal may have"),
    )
    messages = {
        "short": "`{text}` is too short to say what is meant: at least {limit} words (`statement-length.min`)",
        "long": "{count} words, at most {limit}: `statement-length.max`",
    }
    helps = {
        "short": "say of what, for whom or where: `{text} ⟨what, for whom, where⟩`",
        "long": "keep what is to be reached; move the reasons to `why:` and the plan to `how:`",
    }
    patterns = {"more": " ⟨what, for whom, where⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        words = goal.statement.text.split()
        shortest, longest = context.options["min"], context.options["max"]
        if len(words) > longest:
            yield self.report("long", _first_line(goal), count=len(words), limit=longest)
        elif words and _weight(words) < shortest and _says_no_more(goal, context.document):
            end = goal.statement.span.start + len(goal.statement.text.rstrip(" \n.!"))
            fix = Fix((Edit(Span(end, end), "more", {}),), "display")
            yield self.report("short", _first_line(goal), fix=fix, text=goal.statement.plain, limit=shortest)


def _weight(words: list[str]) -> int:
    """How many words there are; a long one counts as two."""
    return len(words) + sum(len(word) >= _LONG_WORD for word in words)


def _first_line(goal: Goal) -> Span:
    start = goal.statement.span.start
    return Span(start, start + len(goal.statement.text.partition("\n")[0].rstrip()))


def _says_no_more(goal: Goal, document: Document) -> bool:
    """There is a plain deed, and no number, field or goal below tells more of it."""
    silent = goal.reading.measurable == "no" or is_half_said(goal, document) or any(goal.says(name) for name in _MORE)
    return not silent and not goal.reading.quantities and amount_of(goal) is None and proof_of(goal, document) is None
