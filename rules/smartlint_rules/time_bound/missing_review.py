from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Goal, Report, Witness, new_line, timedelta

#: A goal that is due sooner than this is followed up by being done.
SHORT = timedelta(days=31)


class MissingReview(DocumentRule):
    """Nothing in the file says when its goals are looked at on the way.

    ## What it finds
    A file with an open goal that has a number to follow and more than a month to go, and no `review`, neither at the
    top nor in a goal. It is found once a file, at the first such goal.

    ## Why it matters
    A goal that is looked at only when it is due can only be reached or missed. Looked at every second week, it can be
    helped: the team sees what does not work while there is time to do something else.

    ## Example
    ```goals
    goal 2: Cut the waiting time for an eye test from 21 to 10 days by 30 June 2026
      owner: Grace Mbeki
    ```

    ```goals
    mål 1: Korte ventetida på EU-kontroll frå tolv til sju dagar innan 30. juni 2026
      eigar: Olav Tveit
    ```

    ```goals
    team: Kaféet
    period: 2026-Q2

    mål M1: Öka antalet sålda luncher från 55 till 70 per dag
      ägare: Maja Lindqvist
    ```

    ## Use instead
    ```goals
    goal 2: Cut the waiting time for an eye test from 21 to 10 days by 30 June 2026
      owner: Grace Mbeki
      review: every two weeks
    ```

    ```goals
    mål 1: Korte ventetida på EU-kontroll frå tolv til sju dagar innan 30. juni 2026
      eigar: Olav Tveit
      oppfølging: annakvar veke
    ```

    ```goals
    team: Kaféet
    period: 2026-Q2
    uppföljning: varje vecka

    mål M1: Öka antalet sålda luncher från 55 till 70 per dag
      ägare: Maja Lindqvist
    ```

    ## Sources
    A review of 138 studies (Harkin and others 2016): people who watched their progress reached their goals more often,
    most of all where they wrote it down or told others. Handbooks on sales and marketing goals ask for a look every
    week or month, at least every quarter.
    """

    code = "TIM008"
    name = "missing-review"
    title = "Goals that nobody looks at on the way"
    passes_as = "looked at on the way"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {"missing": "nothing says when these goals are looked at before they are due"}
    helps = {"missing": "add a line at the top of the file, such as `review: every two weeks`"}
    patterns = {"line": "review: ⟨how often⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for section in document.sections:
            if "review" in section.fields:
                yield Witness(section.fields["review"].span)
                return
        if any(goal.review is not None or goal.says("review") for goal in document.all_goals):
            return
        for goal in document.all_goals:
            if goal.is_open and goal.kind != "vision" and (goal.target or goal.change) and _is_long(goal, context):
                yield self.report("missing", goal.head, fix=new_line("line"))
                return


def _is_long(goal: Goal, context: Context) -> bool:
    start = goal.start.start if goal.start else None
    end = goal.deadline.end if goal.deadline else None
    return end is not None and end - (start or context.today) > SHORT
