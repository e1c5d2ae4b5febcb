from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, Goal, GoalRule, Report, Span, Witness

#: Lists whose words begin an outcome.
_OUTCOMES = (
    *("deliver", "activity", "increase", "decrease", "keep"),
    *("vague_verb", "vague_qualifier", "comparative", "superlative"),
)


class CompoundGoal(GoalRule):
    """Two goals share one sentence.

    ## What it finds
    A sentence with two outcomes that can succeed apart: `Open a second shop and halve the returns`. Not two nouns of
    one outcome (`answer letters and calls`), nor two steps with one thing (`hire two nurses and train them`), nor a step
    that only prepares the next (`interview ten guests and remove three complaints`), nor what one can do (`guests can
    open the page and see the prices`), nor an outcome with its means (`by calling …`). A goal with a goal below it for
    each part has already parted them.

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
    passes_as = "parted into goals"
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
        joint = goal.reading.joint
        parted = sum(child.status != "cancelled" for child in goal.children) > 1
        if joint is None or not goal.reading.apart or _is_start(goal, joint) or _is_succession(goal, joint):
            return
        if parted:
            yield Witness(goal.children[0].head)
            return
        begin = goal.statement.span.start
        word = goal.statement.text[joint.start - begin : joint.end - begin]
        if word.isalpha() and not _is_joined_again(goal, joint, word):
            second = _after(goal, joint)
            yield self.report("joint", joint, fix=_parted(goal, joint, second, context.document), word=word, second=second)
        else:
            yield self.report("sentence", Span(begin, begin + len(goal.statement.text.partition("\n")[0].rstrip())))


def _is_start(goal: Goal, joint: Span) -> bool:
    """What follows is where the outcome before it starts: "solve 70 % at the first call, up from 48 %"."""
    later = [number.role for number in goal.reading.quantities if number.span.start > joint.start]
    return bool(later) and set(later) == {"baseline"}


def _is_succession(goal: Goal, joint: Span) -> bool:
    """What follows is the end of what the new thing takes the place of: "move to the new server and retire the old one"."""
    return any(hit.span.start > joint.start for hit in goal.reading.of("former"))


def _is_joined_again(goal: Goal, joint: Span, word: str) -> bool:
    """The same word stands before another outcome: there are three."""
    text, begin = goal.statement.text, goal.statement.span.start
    later = [hit.span.start - begin for hit in goal.reading.of(*_OUTCOMES) if hit.span.start > joint.end]
    return any(text[joint.end - begin : start].split()[-1:] == [word] for start in later)


def _after(goal: Goal, joint: Span) -> str:
    """What stands after the joining word."""
    return " ".join(goal.statement.text[joint.end - goal.statement.span.start :].split()).rstrip(".")


def _parted(goal: Goal, joint: Span, second: str, document: Document) -> Fix | None:
    """A goal of its own for what stands after the joining word, below the first and all that belongs to it."""
    source, text = document.source, goal.statement.text
    if goal.id and goal.word.span.contains(goal.id.span):
        return None  # `KR1` is word and ID in one
    kept = goal.statement.span.start + len(text[: joint.start - goal.statement.span.start].rstrip(" \u00a0\n,"))
    own = source.line(source.position(goal.head.start).line)
    indent = own[: len(own) - len(own.lstrip())]
    last = max(one.span.end for one in goal.walk())
    end = source.line_span(source.position(last).line).end
    word = goal.word.text + (" " if not goal.word.text.isalnum() and len(goal.word.text) == 1 else ": ")
    line = f"{document.source.line_end}{indent}{word}{second[:1].upper()}{second[1:]}"
    return Fix((Edit(Span(kept, goal.statement.span.end), ""), Edit(Span(end, end), line)), "display")
