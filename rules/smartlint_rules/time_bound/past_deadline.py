from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Goal, Report, TimeRef, Witness, date, new_line


class PastDeadline(DocumentRule):
    """A deadline has passed, and the goal is still open.

    ## What it finds
    An open goal whose own deadline lies before today. When the period of a file has ended, and with it every goal in
    it, there is one warning for the file instead: its goals are to be closed, or the file archived. A date without a
    year never counts, as its year is a guess.

    ## Why it matters
    Either the goal was reached and nobody said so, or it was missed and nobody asked why. In both cases the list is no
    longer believed, and the deadlines that still lie ahead are believed less.

    ## Example
    ```goals
    goal G1: Have 50 answers to the members' survey by 23 January 2026
      owner: Amy Holt
    ```

    ```goals
    periode: 2025

    mål 1: Øke omsetningen fra 8 til 10 mill. kr
      eier: Kari Nordmann
    ```

    ## Use instead
    ```goals
    goal G1: Have 50 answers to the members' survey by 23 January 2026
      owner: Amy Holt
      status: done
    ```

    ```goals
    periode: 2026

    mål 1: Øke omsetningen fra 8 til 10 mill. kr
      eier: Kari Nordmann
    ```

    ## Sources
    Follow-up is what makes goals work: in a review of 138 studies (Harkin and others 2016), watching progress towards
    a goal raised the chance of reaching it. A deadline that passes in silence ends that.
    """

    code = "TIM003"
    name = "past-deadline"
    title = "A deadline that has passed"
    passes_as = "time left"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "past": "the deadline {date} has passed, and the goal is still open",
        "ended": "the time for these goals ran out on {date}, and they are still open",
    }
    helps = {
        "past": "add `status: done` or `status: cancelled`, or agree on a new deadline and say why it was moved",
        "ended": "close each goal with `status: done` or `status: cancelled`, or archive the file",
    }
    patterns = {"line": "status: ⟨done or cancelled⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        goals = [goal for goal in document.all_goals if goal.is_open and goal.kind != "vision"]
        if goals and all(_has_passed(goal.deadline or goal.period, context.today) for goal in goals):
            shared = (time for goal in goals for time in _shared(goal) if not time.derived)
            ended = next((time for time in shared if _has_passed(time, context.today)), None)
            if ended is not None:
                yield self.report("ended", ended.span, level="warning", date=ended.end)
                return
        for goal in goals:
            deadline = goal.deadline
            if deadline is None or deadline.end is None:
                continue
            if deadline.end >= context.today:
                if context.witnesses:
                    yield Witness(deadline.span, goal.index)
            elif _is_stated(goal, deadline):
                fix = None if goal.says("status") else new_line("line")
                yield self.report("past", deadline.span, goal=goal.index, fix=fix, date=deadline.end)


def _has_passed(time: TimeRef | None, today: date) -> bool:
    return time is not None and time.end is not None and time.end < today


def _shared(goal: Goal) -> Iterator[TimeRef]:
    """The times that may hold for more goals than this one."""
    if goal.period is not None:
        yield goal.period
    if goal.deadline is not None and "deadline" in goal.inherited:
        yield goal.deadline


def _is_stated(goal: Goal, deadline: TimeRef) -> bool:
    """The goal itself says it; but a period of the past in its sentence is what it compares with, and a day in a clause
    tells what has happened ("the letters that came before 1 January")."""
    if deadline.derived or "deadline" in goal.inherited or _is_bygone(goal, deadline):
        return False
    in_field = goal.says("deadline") or goal.says("period")
    return in_field or deadline.role == "deadline" or deadline.start == deadline.end


def _is_bygone(goal: Goal, deadline: TimeRef) -> bool:
    if not goal.statement.span.contains(deadline.span):
        return False
    text, offset = goal.statement.text, goal.statement.span.start
    before = (hit.span.end for hit in goal.reading.of("bygone") if hit.span.end <= deadline.span.start)
    return any("," not in text[end - offset : deadline.span.start - offset] for end in before)
