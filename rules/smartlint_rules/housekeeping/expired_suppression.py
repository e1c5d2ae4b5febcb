from smartlint.rule import ProblemRule


class ExpiredSuppression(ProblemRule):
    """A suppression has passed the day that it was to end on.

    ## What it finds
    A suppression whose `until=` lies in the past. It holds up to and with that day; from the next day on, what it hid is
    found again, and this is found beside it. One whose findings have been mended meanwhile is only unused.

    ## Why it matters
    Somebody has promised to mend the goal by then. Without this the exception would stand for ever, and those who
    relied on the promise would not hear that it was not kept.

    ## Example
    ```goals
    # smartlint: ignore[OWN001] until=2026-01-15 -- butikschefen börjar i januari
    mål 1: Öka andelen kunder med klubbkort från 35 % till 50 % senast 30 juni 2026
    ```

    ```goals
    # smartlint: ignore-file[TIM001] until=2025-12-31 -- datoane blir sette på planleggingsdagen
    mål 1: Redusere svartida på søknader frå 12 til 5 veker
      ansvarleg: Olav Tveit
    ```

    ## Use instead
    ```goals
    mål 1: Öka andelen kunder med klubbkort från 35 % till 50 % senast 30 juni 2026
      ägare: Maja Lindqvist
    ```

    ```goals
    # smartlint: ignore-file[TIM001] until=2026-03-01 -- planleggingsdagen er flytta til februar
    mål 1: Redusere svartida på søknader frå 12 til 5 veker
      ansvarleg: Olav Tveit
    ```

    ## Sources
    Risk management accepts an exception for a limited time, with a day on which it is looked at again.
    """

    code = "SUP004"
    name = "expired-suppression"
    title = "A suppression that has expired"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "expired-suppression"
    messages = {"expired": "this suppression of {codes} ended on {until} and hides nothing any more"}
    helps = {
        "expired": "mend the goal and remove the comment, or set a new day and say why: `until=⟨date⟩ -- ⟨reason⟩`",
    }
