from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, ProblemRule, Report, Witness, replace


class MalformedSuppression(ProblemRule):
    """A comment means to be a suppression and cannot be read as one.

    ## What it finds
    A comment that begins with `# smartlint:` and goes on with anything but `ignore[…]` or `ignore-file[…]`, a day after
    `until=` and a reason after `--`: one that names no rule, another word than `ignore`, a day that there is not,
    text that is neither day nor reason, and `ignore-file` below the first goal of the file.

    ## Why it matters
    It hides nothing. Whoever wrote it wonders why the finding stays, and a guess at what was meant could hide more than
    anybody has agreed to.

    ## Example
    ```goals
    # smartlint: ignore OWN001
    goal G1: Cut the waiting time for new glasses from 12 to 7 days by 30 June 2026
    ```

    ```goals
    mål 1: Sælge 900 årskort inden 31. maj 2026
      ejer: Søren Lund  # smartlint: ignore[OWN002] until=31-12-2026 -- to deler ansvaret
    ```

    ## Use instead
    ```goals
    # smartlint: ignore[OWN001] -- the new manager begins in March
    goal G1: Cut the waiting time for new glasses from 12 to 7 days by 30 June 2026
    ```

    ```goals
    mål 1: Sælge 900 årskort inden 31. maj 2026
      ejer: Søren Lund  # smartlint: ignore[OWN002] until=2026-12-31 -- to deler ansvaret
    ```

    ## Sources
    Common practice of checkers that take suppressions: a form without a code is refused, because it hides what nobody
    has looked at.
    """

    code = "SUP005"
    name = "malformed-suppression"
    title = "A suppression that cannot be read"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "malformed-suppression"
    messages = {
        "codes": "this suppression names no rule, so it hides nothing",
        "open": "the bracket is not closed, so this suppression hides nothing",
        "form": "`{word}` is no kind of suppression, so nothing is hidden",
        "day": "`{day}` is no day, so this suppression hides nothing",
        "rest": "`{text}` cannot be read, so this suppression hides nothing",
        "late": "`ignore-file` stands below a goal, so it hides nothing",
    }
    helps = {
        "codes": "name the rules in brackets: `# smartlint: ignore[⟨code⟩] -- ⟨reason⟩`",
        "open": "close it after the rules: `ignore[⟨code⟩] -- ⟨reason⟩`",
        "form": "write `ignore[⟨code⟩]`, or `ignore-file[⟨code⟩]` above the first goal",
        "day": "write year, month and day, as in `until=2026-12-31`",
        "rest": "write the reason after two hyphens, and the last day before it: `until=⟨date⟩ -- ⟨reason⟩`",
        "late": "move it above the first goal, or write `ignore[⟨code⟩]` above the goal that is meant",
    }

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for found in super().check(document, context):
            if isinstance(found, Report):
                reason = found.params["text"].lstrip("-–—: ") if found.message_id == "rest" else ""
                is_one = reason[:1].isalpha() and "until" not in reason
                yield replace(found, fix=Fix((Edit(found.span, f"-- {reason}"),), "unsafe") if is_one else None)
