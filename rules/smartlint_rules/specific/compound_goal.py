from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Hit, Report, Span, Witness

#: Lists whose words begin an outcome.
_OUTCOMES = (
    *("deliver", "activity", "increase", "decrease", "keep"),
    *("vague_verb", "vague_qualifier", "comparative", "superlative"),
)


class CompoundGoal(GoalRule):
    """Two goals share one sentence.

    ## What it finds
    A sentence with two outcomes that can succeed apart: `Open a second shop and halve the returns`. Not two nouns of
    one outcome (`answer letters and calls`), nor two steps with one thing (`hire two nurses and train them`), nor an
    outcome with its means (`by calling …`). A goal with a goal below it for each part has already parted them.

    ## Why it matters
    When one half is reached and the other is not, the goal is neither done nor missed. The half that is hard to
    measure hides behind the other, and one owner answers for both.

    ## Example
    ```goals
    goal: Open a second clinic by 1 September 2026 and cut waiting time from 9 to 5 days
      owner: Dr Ellen Marsh
    ```

    ```goals
    mål: Sänka sjukfrånvaron till 5 % och införa ett nytt schemasystem senast 30 juni 2026
      ägare: Per Lindqvist
    ```

    ## Use instead
    ```goals
    goal A: Open a second clinic by 1 September 2026
      owner: Dr Ellen Marsh

    goal B: Cut waiting time from 9 to 5 days by 1 September 2026
      owner: Raj Mehta
    ```

    ```goals
    mål: Sänka sjukfrånvaron till 5 % senast 30 juni 2026 genom att införa ett nytt schemasystem
      ägare: Per Lindqvist
    ```

    ## Sources
    Guides to requirements ask for one thought in a sentence, so that each can be traced, tested and met by itself.
    Nearly a third of real goal sentences hold an "and", most of them between nouns, so the word alone decides nothing.
    """

    code = "SPC006"
    name = "compound-goal"
    title = "Two goals in one sentence"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "joint": "`{word}` joins two outcomes, and one can be reached without the other",
        "sentence": "two outcomes in one sentence, and one can be reached without the other",
    }
    helps = {
        "joint": "make two goals of it; the second is `{second}`",
        "sentence": "make a goal of each",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        parted = sum(child.status != "cancelled" for child in goal.children) > 1
        if not goal.reading.compound or parted or _is_said_twice(goal):
            return
        joint = _joint(goal)
        if joint is None:
            start = goal.statement.span.start
            yield self.report("sentence", Span(start, start + len(goal.statement.text.partition("\n")[0].rstrip())))
        elif not _is_same_thing(goal, joint):
            yield self.report("joint", joint.span, word=joint.text, second=_after(goal, joint))


def _joint(goal: Goal) -> Hit | None:
    """The word that joins the outcomes: the only one, or the only one before a word that begins an outcome."""
    joints = goal.reading.of("joints")
    begins = {hit.span.start for hit in goal.reading.of(*_OUTCOMES)}
    starting = [hit for hit in joints if _next(goal, hit.span.end) in begins]
    found = starting or joints
    return found[0] if len(found) == 1 else None


def _next(goal: Goal, end: int) -> int:
    """Where the word after the next blanks starts."""
    rest = goal.statement.text[end - goal.statement.span.start :]
    return end + len(rest) - len(rest.lstrip())


def _is_said_twice(goal: Goal) -> bool:
    """A change and the two ends of it, parted by a comma: "20 more visitors, from 100 to 120"."""
    starts = [number for number in goal.reading.quantities if number.role == "baseline"]
    return not goal.reading.of("joints") and len(starts) == 1


def _is_same_thing(goal: Goal, joint: Hit) -> bool:
    """What follows is done to the same thing: "hire two nurses and train them"."""
    start = _next(goal, joint.span.end)
    verb = goal.statement.text[start - goal.statement.span.start :].split(maxsplit=1)[0]
    return _next(goal, start + len(verb)) in {hit.span.start for hit in goal.reading.of("same_things")}


def _after(goal: Goal, joint: Hit) -> str:
    """What stands after the joining word."""
    return " ".join(goal.statement.text[joint.span.end - goal.statement.span.start :].split()).rstrip(".")
