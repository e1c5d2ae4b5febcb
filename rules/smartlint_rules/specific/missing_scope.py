import re
from collections.abc import Iterator
from itertools import pairwise

from smartlint.rule import Context, Goal, GoalRule, Hit, Reading, Related, Report, Span, Witness, compile_late, new_line
from smartlint_rules.measurable.measured import AMOUNTS

_FIELDS = ("channel", "audience", "where")
#: Words that say where or for whom; what a campaign is paid for is a channel as well.
_SCOPES = ("channel", "audience", "market", "outlay")
#: Words that tell that a goal is about those who buy.
_TRADE = ("business", "vanity", "money")
_CURRENCY = compile_late(r"[A-Z]{3}")
#: How long what joins two channels is at most: `Instagram and Facebook`, `nettside, blogg`.
_JOINT = 5


class MissingScope(GoalRule):
    """A marketing goal does not say where or for whom.

    ## What it finds
    Three things. A goal to win so many more customers, orders or eyes that names no channel, no audience, no market and
    no place: neither in its sentence, its fields or its plan, nor in a goal below it. A proper name in the sentence is
    taken for one of them, and so is what stands after *from*, *for* or *with* (`orders from property managers`).
    Strategic goals and turnover in money sum up all channels and are left alone. A goal for *everyone* or for
    *all channels*. And one number for several channels together.

    ## Why it matters
    What works in a newsletter falls flat in a shop window. A goal for all channels gives the one who plans nothing to
    choose by, and a figure for three channels together hides the one that does not work.

    ## Example
    ```goals
    goal 3: Win 60 new customers by 30 June 2026
      owner: Lars Bergh
    ```

    ```goals
    mål M2: Få 400 nye følgere på Instagram og Facebook inden 30. april 2026
      ejer: Pia Holm
    ```

    ## Use instead
    ```goals
    goal 3: Win 60 new customers by 30 June 2026
      owner: Lars Bergh
      audience: firms with 10 to 50 employees
      channel: trade fairs in Leeds and York
    ```

    ```goals
    mål M2: Få 400 nye følgere på Instagram inden 30. april 2026
      ejer: Pia Holm
    ```

    ## Sources
    Advice to small firms on marketing goals asks for a channel and an audience for each goal, as what suits one channel
    does not suit another, and counts the wrong channel among the common pitfalls.
    """

    code = "SPC016"
    name = "missing-scope"
    title = "A marketing goal that does not say where or for whom"
    passes_as = "scope named"
    level = "info"
    profiles = ("marketing",)
    yields_to = ("MEA001", "SPC011", "SPC013")
    messages = {
        "none": "this names no channel, audience, market or place",
        "everyone": "`{text}` picks nobody out, so there is nothing to choose by",
        "several": "one number for {first} and {second}: it will not show which of them works",
        "also": "and this one",
    }
    helps = {
        "none": "add a line `channel: ⟨where they meet us⟩` or `audience: ⟨who they are⟩`",
        "everyone": "name those who matter most: `audience: ⟨who they are⟩` or `channel: ⟨where they meet us⟩`",
        "several": "give each channel its number, in goals of their own or below this one",
    }
    patterns = {"audience": "audience: ⟨who they are⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.reading.of("placeholder", "redaction") or not goal.attempted.isdisjoint(_FIELDS):
            return
        crowd = _crowd(goal)
        pair = _several(goal)
        if crowd is not None and not any(goal.says(name) for name in _FIELDS):
            yield self.report("everyone", crowd.span, fix=new_line("audience"), text=crowd.text)
        elif pair is not None:
            first, second = pair
            yield self.report(
                "several", first.span, related=(Related(second.span, "also"),), first=first.text, second=second.text
            )
        elif context.parent(goal) is None and _wins_trade(goal):
            scope = _scope(goal)
            if scope is not None:
                yield Witness(scope)
            else:
                yield self.report("none", goal.head, fix=new_line("audience"))


def _crowd(goal: Goal) -> Hit | None:
    """`all channels`, or `everyone` as the last word of the sentence or before its time."""
    reading, text = goal.reading, goal.statement.text
    start = goal.statement.span.start
    for hit in reading.of("everyone"):
        after = next((one for one in reading.of("outlet") if 0 < one.span.start - hit.span.end <= 1), None)
        if after is not None:
            span = hit.span.cover(after.span)
            return Hit(span, text[span.start - start : span.end - start], "everyone", hit.lemma)
        rest = text[hit.span.end - start :]
        timed = any(0 < time.span.start - hit.span.end <= 1 for time in reading.times)
        if hit.span.start > start and (timed or not rest.strip(" .!\n")):
            return hit
    return None


def _wins_trade(goal: Goal) -> bool:
    """So many more are to buy, come or look: neither a share of those who are there, nor turnover as a whole."""
    reading = goal.reading
    amounts = [number for number in reading.quantities if number.role in AMOUNTS]
    trade = reading.of(*_TRADE)
    sums_up = goal.level == "strategic" or any(_CURRENCY.fullmatch(number.unit) for number in amounts)
    if reading.form != "outcome" or sums_up or reading.of("decrease", "keep") or not trade:
        return False
    for number in amounts:
        if number.unit == "times":
            won = number.value > 1
        elif number.unit == "percent":
            won = number.role == "change" and bool(reading.of("increase"))
        else:
            beside = any(number.span.start <= hit.span.start <= number.span.end + 1 for hit in trade)
            won = beside or bool(reading.of("increase"))
        if won:
            return True
    return False


def _several(goal: Goal) -> tuple[Hit, Hit] | None:
    """Two channels side by side, and one number for both; goals below may part it."""
    reading = goal.reading
    numbers = [number for number in reading.quantities if number.role in AMOUNTS]
    if len(numbers) != 1 or goal.children:
        return None
    start, text = goal.statement.span.start, goal.statement.text
    for first, second in pairwise(reading.of("channel")):
        between = text[first.span.end - start : second.span.start - start]
        if first.lemma != second.lemma and between.strip(" \n") and len(between) <= _JOINT:
            return first, second
    return None


def _scope(goal: Goal) -> Span | None:
    """What says where or for whom, in the goal, its plan or a goal below."""
    fields = (goal.fields[name].span for name in _FIELDS if name in goal.fields)
    words = (hit.span for reading in _readings(goal) for hit in reading.of(*_SCOPES, "outlet"))
    return next(fields, None) or next(words, None) or _name(goal) or _age(goal) or _whom(goal)


def _readings(goal: Goal) -> Iterator[Reading]:
    for one in goal.walk():
        yield one.reading
        for action in one.actions:
            yield action.reading


def _name(goal: Goal) -> Span | None:
    """A proper name in the sentence of the goal: a place, a market, a channel."""
    for one in goal.walk():
        start = one.statement.span.start
        times = [time.span for time in one.reading.times]
        for word in list(re.finditer(r"[^\W\d_][\w.&-]+", one.statement.text))[1:]:
            span = Span(start + word.start(), start + word.end())
            named = word[0][0].isupper() and not word[0].isupper()
            if named and not any(time.start <= span.start < time.end for time in times):
                return span
    return None


def _age(goal: Goal) -> Span | None:
    """A number that is neither what is to be reached nor a time: how old those are who are meant."""
    reading, start = goal.reading, goal.statement.span.start
    amounts = [number for number in reading.quantities if not number.role.startswith("bound") or len(reading.quantities) == 1]
    known = [part.span for part in amounts] + [time.span for time in reading.times]
    for digits in re.finditer(r"\d+", goal.statement.text):
        at = start + digits.start()
        if not any(span.start <= at < span.end for span in known):
            return Span(at, start + digits.end())
    return None


def _whom(goal: Goal) -> Span | None:
    """After what is sold it says to whom or where: neither a number follows nor a time."""
    reading, start = goal.reading, goal.statement.span.start
    sold = min(hit.span.end for hit in reading.of(*_TRADE))
    taken = [number.span for number in reading.quantities] + [time.span for time in reading.times]
    for hit in reading.of("whither"):
        follows = hit.span.end + 1
        free = not any(span.start <= hit.span.start < span.end or span.start <= follows < span.end for span in taken)
        if hit.span.start > sold and free and goal.statement.text[follows - start : follows - start + 1].isalpha():
            return hit.span
    return None
