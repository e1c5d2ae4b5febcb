from collections.abc import Iterator

from smartlint.rule import Context, Fix, Goal, GoalRule, Hit, Report, Span, Witness, leave_out
from smartlint_rules.specific.commitments import attempts_of


class EscapeClause(GoalRule):
    """The goal holds its own excuse.

    ## What it finds
    Ways out such as *if possible*, *as needed*, *helst*, *i mån av tid* or *så vidt muligt*, and leading verbs that
    promise the attempt instead of the result: *try to*, *hope to*, *tilstrebe*, *försöka*. A number or date beside
    them does not help, for the way out holds for the number too. What somebody else tries (`Get 40 guests to try the
    new menu`) is left alone. Where the goal as a whole cannot be measured, `not-measurable` says so instead and shows
    the same words.

    ## Why it matters
    Those who rely on the goal plan with it. On the day it is missed they learn that it was never promised, and nobody
    has failed.

    ## Example
    ```goals
    goal: Answer all complaints within two days where possible
      owner: Ravi Pillai
    ```

    ```goals
    mål 1: Besvare alle henvendelser innen to dager så langt det er mulig
      eier: Hanne Lie
    ```

    ```goals
    mål: Försöka öppna en andra salong senast 31 augusti 2026
      ägare: Leila Karimi
    ```

    ## Use instead
    ```goals
    goal: Answer 90 % of complaints within two days
      owner: Ravi Pillai
    ```

    ```goals
    mål 1: Besvare 90 % av henvendelsene innen to dager
      eier: Hanne Lie
    ```

    ```goals
    mål: Öppna en andra salong senast 31 augusti 2026
      ägare: Leila Karimi
      risker: bygglovet är inte klart
    ```

    ## Sources
    Guides to requirements ban escape clauses, as they make every requirement optional. Goal-setting research finds
    that goals work through commitment: what people have bound themselves to is done more often.
    """

    code = "SPC004"
    name = "escape-clause"
    title = "A way out of the goal"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {
        "clause": "`{word}` is a way out: the goal can be missed and nobody has failed",
        "attempt": "`{word}` promises to try, and trying can never fail",
    }
    helps = {
        "clause": "leave `{word}` out and promise what you can keep, or say exactly when it does not hold",
        "attempt": "leave `{word}` out: promise the result, or a smaller one that you can keep",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        for hit in attempts_of(goal):
            yield self.report("attempt", hit.span, fix=_without(goal, hit), word=hit.text)
        for hit in goal.reading.of("escape"):
            yield self.report("clause", hit.span, fix=leave_out(goal.statement, hit.span), word=hit.text)


def _without(goal: Goal, hit: Hit) -> Fix | None:
    """What is only tried is promised, where a verb in the infinitive follows."""
    marks = [one.span for one in goal.reading.of("infinitive", "purpose") if one.span.start == hit.span.end + 1]
    if not marks and " " not in hit.text:
        return None
    return leave_out(goal.statement, Span(hit.span.start, max([hit.span.end, *(mark.end for mark in marks)])))
