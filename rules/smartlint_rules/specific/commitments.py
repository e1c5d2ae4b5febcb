"""What a goal commits to: hedge verbs that lead it, told from those that somebody else does."""

from smartlint.rule import Goal, Hit
from smartlint_rules.measurable.measured import AMOUNTS

#: Before a hedge verb these make it the verb of a clause inside the goal: "get 40 customers to try the menu".
_DOING = ("deliver", "activity", "increase", "decrease", "keep", "vague_verb", "other_doers")
#: So many words may stand before a verb that leads the goal, those of times not counted: "in our team we will try".
_BEFORE = 5


def attempts_of(goal: Goal) -> list[Hit]:
    """The verbs that lead the goal and promise no more than to try or to wish."""
    listed = {hit.span for hit in goal.reading.of("attempts")}
    return [hit for hit in _leading(goal) if hit.span in listed]


def thoughts_of(goal: Goal) -> list[Hit]:
    """The verbs that lead the goal and promise no more than a thought."""
    listed = {hit.span for hit in goal.reading.of("attempts")}
    return [hit for hit in _leading(goal) if hit.span not in listed]


def _leading(goal: Goal) -> list[Hit]:
    reading = goal.reading
    doings = [hit.span.start for hit in reading.of(*_DOING)]
    aims = [quantity.span.start for quantity in reading.quantities if quantity.role in AMOUNTS]
    first = min((*doings, *aims), default=goal.statement.span.end)
    return [hit for hit in reading.of("hedge_verb") if hit.span.start < first and _words_before(goal, hit) <= _BEFORE]


def _words_before(goal: Goal, hit: Hit) -> int:
    start = goal.statement.span.start
    timed = sum(len(time.text.split()) for time in goal.reading.times if time.span.end <= hit.span.start)
    return len(goal.statement.text[: hit.span.start - start].split()) - timed
