from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Edit, Fix, Goal, Report, Span, TimeRef, Witness, compile_late, date
from smartlint_rules.time_bound.horizon import begin_of, days_of

#: Months are not equally long.
_SLACK = 3
#: So near stands a time that the other is a part of: `Friday in week 19`.
_BESIDE = 4
_BLANKS = compile_late(r"\s+")
#: Fewer days than this are no deadline where a period says when the goal ends: "fill vacancies in 35 days".
_FEW = 45


class RelativeDeadline(DocumentRule):
    """A deadline is counted from a day that the goal does not say.

    ## What it finds
    `within six months`, `next quarter`, `by Friday`, `in the course of the year`: times that mean another day whenever the
    file is read. The message names what it was counted from. What the file settles is left alone: a length of time
    with a `start`, or `the end of the year` in a file for 2026. So is what may be an amount: `40 % buy again within a
    year`, or a few days in a goal whose period says when it ends; and what is counted from an event: `two weeks before
    the annual meeting`.

    ## Why it matters
    The deadline moves along with the calendar and never comes. Two people who read the goal a month apart see two
    deadlines, and both are right.

    ## Example
    ```goals
    mål B2: Få 300 abonnenter på nyhedsbrevet inden for seks måneder
      ejer: Signe Lund
    ```

    ```goals
    goal H1: Fill the two vacant posts at the clinic
      owner: Amy Holt
      deadline: next quarter
    ```

    ## Use instead
    ```goals
    mål B2: Få 300 abonnenter på nyhedsbrevet inden 31. juli 2026
      ejer: Signe Lund
    ```

    ```goals
    goal H1: Fill the two vacant posts at the clinic
      owner: Amy Holt
      deadline: 2026-06-30
    ```

    ## Sources
    The T of SMART (Doran 1981) asks when, and an answer has to mean the same day to everybody. Goal files are read
    long after they were written.
    """

    code = "TIM010"
    name = "relative-deadline"
    title = "A deadline counted from a day that is not said"
    level = "info"
    profiles = ()
    yields_to = ("TIM002",)
    messages = {
        "today": "`{text}` was counted from today and means {date}; read on another day it may mean another date",
        "period": "`{text}` was counted from {start}, the first day of the period, and means {date}",
    }
    helps = {
        "today": "write the day, `by {date}` if that is the one",
        "period": "write the day, `by {date}` if that is the one",
    }
    patterns = {"prose": "by ⟨date⟩", "field": "⟨date⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        seen: set[Span] = set()
        for goal in document.all_goals:
            deadline = goal.deadline
            if deadline is None or not deadline.relative or not goal.is_open or goal.kind == "vision" or deadline.span in seen:
                continue
            seen.add(deadline.span)
            if _is_settled(goal, deadline) or _is_amount(goal, deadline) or _is_elsewhere(goal, deadline):
                continue
            origin = goal.inherited.get("deadline")
            yield self._found(goal, deadline, None if origin and origin.place == "header" else goal.index)

    def _found(self, goal: Goal, deadline: TimeRef, index: int | None) -> Report:
        inside = goal.statement.span.start <= deadline.span.start < goal.statement.span.end
        fix = Fix((Edit(deadline.span, "prose" if inside else "field", {}),), "display")
        begin, end = begin_of(goal), deadline.end
        if begin is not None and _counts_from(begin, deadline):
            return self.report("period", deadline.span, goal=index, fix=fix, text=deadline.text, start=begin, date=end)
        return self.report("today", deadline.span, goal=index, fix=fix, text=deadline.text, date=end)


def _is_settled(goal: Goal, deadline: TimeRef) -> bool:
    """Whether the file says what the time is counted from: the goal's start, or a period that it closes."""
    end, start, period = deadline.end, goal.start, goal.period
    if end is None or (period is not None and period.end is not None and not period.derived and end > period.end):
        return True  # what lasts longer than the period is an amount: "come back within a year"
    if deadline.iso and start is not None and start.start is not None and not start.derived:
        return _counts_from(start.start, deadline)
    if deadline.iso or period is None or period.derived or period.end is None:
        return False
    closes_year = (end.month, end.day) == (12, 31) and end.year == period.end.year
    return end == period.end or closes_year


def _is_amount(goal: Goal, deadline: TimeRef) -> bool:
    """`40 % buy again within a year`: a length of time beside a share of people may be how fast they are to do it."""
    target, inside = goal.target, any(time is deadline for time in goal.reading.times)
    if not deadline.iso or not inside:
        return False
    days, period = days_of(deadline.iso), goal.period
    if days is not None and days < _FEW and period is not None and period.end is not None:
        return True
    share = target is not None and target.unit == "percent" and not goal.reading.of("increase", "decrease")
    return share and goal.baseline is None


def _is_elsewhere(goal: Goal, deadline: TimeRef) -> bool:
    """Counted from an event (`two weeks before the meeting`), in a week that is named (`Friday in week 19`), or part of
    what is to come of the goal (`so that we are here in twenty years`)."""
    if not goal.statement.span.contains(deadline.span):
        return False
    next_word = [_gap(goal, deadline.span, hit.span) == 1 for hit in goal.reading.of("occasion")]
    next_time = [0 < _gap(goal, deadline.span, time.span) <= _BESIDE for time in goal.reading.times]
    come_of = [hit.span.end < deadline.span.start for hit in goal.reading.of("so")]
    return any((*next_word, *next_time, *come_of))


def _gap(goal: Goal, before: Span, after: Span) -> int:
    """How much of the statement stands between two parts of it; a line break is one blank, however far indented."""
    start = goal.statement.span.start
    return len(_BLANKS.sub(" ", goal.statement.text[before.end - start : max(before.end, after.start) - start]))


def _counts_from(begin: date, deadline: TimeRef) -> bool:
    """A length of time leads from this day to the deadline."""
    days = days_of(deadline.iso)
    return days is not None and deadline.end is not None and abs((deadline.end - begin).days - days) <= _SLACK
