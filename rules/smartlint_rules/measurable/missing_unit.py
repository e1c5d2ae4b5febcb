from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Hit, Quantity, Report, Witness
from smartlint_rules.measurable.counted import names_nothing, stands_alone, subject_of

#: From here on, a sum without a currency is taken to be whole units of the only currency the reader has in mind.
_PLAINLY_MONEY = 10_000
_ROLES = ("target", "change", "bound_min", "bound_max")
#: What these are of is the matter of another rule.
_RELATIVE = ("percent", "percentage_point", "times")


class MissingUnit(GoalRule):
    """A number that counts nothing.

    ## What it finds
    A bare number in a goal where no word says what it counts (`Reach 500 by June`), a time without minutes, hours or
    days (`waiting time down to 20`), and a small sum with no currency (`sales up to 400`: units, thousands, or which
    money?). A metric, a label, a goal above, or a unit on the baseline settles it.

    ## Why it matters
    Twenty minutes and twenty days are two goals. The one who wrote it knows which was meant; the one who takes over
    in autumn does not.

    ## Example
    ```goals
    mål 3: Korte ned ventetida frå 30 til 20
      eigar: Olav Tveit
      frist: 30. juni 2026
    ```

    ```goals
    goal F2: Reach 500 by 30 June 2026
      owner: Amy Holt
    ```

    ```goals
    mål 1: Öka försäljningen från 310 till 400
      ägare: Maja Lindqvist
    ```

    ## Use instead
    ```goals
    mål 3: Korte ned ventetida frå 30 til 20 minutt
      eigar: Olav Tveit
      frist: 30. juni 2026
    ```

    ```goals
    goal F2: Reach 500 paying members by 30 June 2026
      owner: Amy Holt
    ```

    ```goals
    mål 1: Öka försäljningen från 310 till 400 tkr i månaden
      ägare: Maja Lindqvist
    ```

    ## Sources
    A quantity is a number and a unit: textbooks of measurement and guides to requirements ask for both. That sums of
    ten thousand and more pass without a currency is our choice, as nobody misreads them at home.
    """

    code = "MEA004"
    name = "missing-unit"
    title = "A number that counts nothing"
    passes_as = "unit named"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {
        "nothing": "{number} of what? Nothing in the goal says what is counted",
        "time": "`{word}` {number}: minutes, hours or days?",
        "money": "`{word}` {number} in which unit? Nothing names a currency or says what is counted",
    }
    helps = {
        "nothing": "write what is counted after the number: `{number} ⟨customers, orders or hours⟩`",
        "time": "write the unit after the number: `{number} ⟨minutes, hours or days⟩`",
        "money": "write the unit after the number: `{number} ⟨currency or pieces⟩`",
    }
    patterns = {
        "nothing": "{number} ⟨what is counted⟩",
        "time": "{number} ⟨minutes, hours or days⟩",
        "money": "{number} ⟨currency or pieces⟩",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        numbers = _numbers(goal)
        counted = next((one for one in numbers if one.unit), None)
        if counted is not None:
            if counted.unit not in _RELATIVE:
                yield Witness(counted.span)
            return
        if not numbers or goal.says("metric") or goal.reading.of("counting"):
            return
        number = numbers[0]
        time, money = subject_of(goal, number, "timespan"), _money(goal, number)
        if time is not None:
            yield self.report("time", number.span, fix=_fix("time", number), word=time.text, number=number.text)
        elif money is not None and not _has_currency(context):
            yield self.report("money", number.span, fix=_fix("money", number), word=money.text, number=number.text)
        elif number in goal.reading.quantities and names_nothing(goal):
            yield self.report("nothing", number.span, fix=_fix("nothing", number), number=number.text)


def _fix(pattern: str, number: Quantity) -> Fix:
    return Fix((Edit(number.span, pattern, {"number": number.text}),), "display")


def _numbers(goal: Goal) -> list[Quantity]:
    """The number to be reached, if there is one, and after it those that may say its unit."""
    said = next((one for one in goal.reading.quantities if one.role in _ROLES), None)
    number = said or goal.target
    return [one for one in (number, goal.target, goal.baseline) if one is not None] if number else []


def _money(goal: Goal, number: Quantity) -> Hit | None:
    """A word for money that the number is of, and no other; small enough to be anything."""
    word = subject_of(goal, number, "money")
    if word is None or number.value >= _PLAINLY_MONEY or any(char.isalpha() for char in number.text):
        return None
    return word if stands_alone(goal, word, number) else None


def _has_currency(context: Context) -> bool:
    """The file says what money it speaks of."""
    return any("currency" in section.fields for section in context.document.sections)
