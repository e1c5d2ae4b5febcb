from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, ProblemRule, Report, Span, Witness, replace


class UnusedSuppression(ProblemRule):
    """A suppression has nothing left to hide.

    ## What it finds
    A suppression, or one of its codes, for which there is no finding in its place. Of a code whose rule was not on in
    this run nothing is said, nor of the start of a code unless all its rules were on, nor of rules across files where
    only single files were checked, nor at goals that are closed. And one that may hide nothing: a policy of the
    organisation lets nobody suppress what it asks for.

    ## Why it matters
    The goal has been mended, and the comment stays. The day the same fault comes back, nobody is told: it is hidden
    before anyone has seen it.

    ## Example
    Where missing owners are looked for:

    ```goals
    # smartlint: ignore[OWN001] -- the new head of support begins in March
    goal G1: Answer 9 of 10 support requests within 4 hours by 30 June 2026
      owner: Amy Holt
    ```

    ```goals
    # smartlint: ignore[OWN001] -- stillingen er ikke besatt
    mål 1: Korte ventetiden til fysioterapi fra 21 til 10 dager innen 30. juni 2026
      ansvarlig: Kari Nordmann
    ```

    ## Use instead
    ```goals
    goal G1: Answer 9 of 10 support requests within 4 hours by 30 June 2026
      owner: Amy Holt
    ```

    ```goals
    mål 1: Korte ventetiden til fysioterapi fra 21 til 10 dager innen 30. juni 2026
      ansvarlig: Kari Nordmann
    ```

    ## Sources
    Common practice of checkers that take suppressions: one that hides nothing is reported and can be removed without
    asking.
    """

    code = "SUP001"
    name = "unused-suppression"
    title = "A suppression that hides nothing"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "unused-suppression"
    messages = {
        "unused": "this suppression hides nothing: there is no finding of {codes} here",
        "part": "there is no finding of {codes} here to hide",
        "overruled": "this suppression has no effect: the policy `{policy}` lets nobody suppress {codes} here",
    }
    helps = {
        "unused": "remove the comment",
        "part": "take {codes} out of the brackets",
        "overruled": "mend the goal, or talk to those who decide the policy",
    }

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for found in super().check(document, context):
            if isinstance(found, Report) and found.message_id == "overruled":
                yield found
            elif isinstance(found, Report):
                yield replace(found, fix=Fix((_removal(document, found),), "safe"))


def _removal(document: Document, report: Report) -> Edit:
    """The comment goes, with its line where nothing else stands on it; or the codes that hide nothing."""
    source = document.source
    directive = next(one for one in document.directives if one.span.contains(report.span))
    if report.message_id == "part":
        kept = [code.text for code in directive.codes if code.text not in report.params["codes"]]
        return Edit(Span(directive.codes[0].span.start, directive.codes[-1].span.end), ", ".join(kept))
    number = source.position(directive.span.start).line
    line = source.line_span(number)
    before = source.slice(Span(line.start, directive.span.start)).rstrip()
    if before:
        return Edit(Span(line.start + len(before), directive.span.end), "")
    below = source.line_span(number + 1).start if number < source.line_count else line.end
    return Edit(Span(line.start, below), "")
