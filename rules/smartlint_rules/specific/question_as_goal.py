from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Report, Span, Witness, compile_late

#: What closes a sentence after its question mark: layout, no quotation mark, as a quoted question is somebody's words.
_CLOSING = " \t\u00a0\r\n*_~"
#: Where a sentence ends or a label does; not the dot of "1. juni".
_SENTENCE = compile_late(r"[.!?;][ \t\u00a0\r\n]+(?=[A-ZÆØÅÄÖ])|:[ \t\u00a0\r\n]+")
#: What somebody does: it stands before a question that is only the object of it.
_DOING = ("deliver", "activity", "hedge_verb", "increase", "decrease", "keep", "vague_verb")
#: How many words the label of a question may have.
_LABEL = 3


class QuestionAsGoal(GoalRule):
    """A goal asks something instead of saying what is to be reached.

    ## What it finds
    A sentence that ends with a question mark, or begins like a question (*how can*, *hvordan får*, *hur ska*). A goal
    with a number and a question mark after it is found too, unless it is a draft: it leaves open whether it holds.
    Questions in quotation marks, and those that a task leads up to (`Decide by 1 June: rent or buy?`), are left alone.

    ## Why it matters
    A question can be talked about for a whole quarter. Nobody can reach it, and nobody can be behind.

    ## Example
    ```goals
    goal: How can we get more young people to visit the library?
      owner: Grace Mbeki
    ```

    ```goals
    mål 2: Hvordan kan vi få flere unge til å besøke biblioteket?
      eier: Solveig Rønning
    ```

    ```goals
    mål T2: Kan klinikken få 40 nye patienter om måneden?
      ejer: Sanne Dahl
    ```

    ## Use instead
    ```goals
    goal: Raise visits by people under 20 from 300 to 450 a month
      owner: Grace Mbeki
    ```

    ```goals
    mål 2: Øke besøket av unge under 20 fra 300 til 450 i måneden
      eier: Solveig Rønning
    ```

    ```goals
    mål T2: Få 40 nye patienter om måneden
      ejer: Sanne Dahl
    ```

    ## Sources
    Goal-setting theory speaks of a goal as a state to be reached; what is still to be found out belongs in the work that
    leads to it, or in a learning goal with its own proof.
    """

    code = "SPC011"
    name = "question-as-goal"
    title = "A question in the place of a goal"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("SPC012",)
    messages = {
        "question": "this asks something, and a question cannot be reached",
        "doubt": "the question mark leaves open whether this goal holds",
    }
    helps = {
        "question": "write what will be different when the question is answered: `from ⟨baseline⟩ to ⟨target⟩`",
        "doubt": "leave the question mark out, or add `status: draft` until it is decided",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        place = goal.statement.span.start
        text = goal.statement.text.rstrip(_CLOSING)
        begin = max((sentence.end() for sentence in _SENTENCE.finditer(text[:-1])), default=0)
        if _leads_up(goal, text[:begin]):
            return
        marked, counted = text.endswith("?"), bool(goal.reading.quantities)
        opening = {hit.kind for hit in goal.reading.of("question", "asking") if hit.span.start == place + begin}
        if (marked and (opening or not counted)) or ("question" in opening and not counted):
            line = text[begin:].partition("\n")[0].rstrip()
            yield self.report("question", Span(place + begin, place + begin + len(line)))
        elif marked and goal.status != "draft":
            mark = Span(place + len(text) - 1, place + len(text))
            yield self.report("doubt", mark, fix=Fix((Edit(mark, ""),), "unsafe"))


def _leads_up(goal: Goal, before: str) -> bool:
    """What stands before the question is more than its label: something is done or counted there."""
    end = goal.statement.span.start + len(before)
    reading = goal.reading
    parts = [hit.span for hit in reading.of(*_DOING)]
    parts += [number.span for number in reading.quantities] + [time.span for time in reading.times]
    return len(before.split()) > _LABEL or any(part.start < end for part in parts)
