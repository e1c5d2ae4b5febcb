from smartlint.rule import ProblemRule


class InvalidValue(ProblemRule):
    """A field's value cannot be read as what the field is for.

    ## What it finds
    A `deadline` that is no day, a `period` that is no period, a `status` that is no status, a milestone without its
    day. Days that do not exist (31 September, week 54). A weekday that is not the weekday of its date.

    ## Why it matters
    People read on over "31 June" and each decides for himself whether it means the 30th or the 1st. A value that
    cannot be read is missing from every list, calendar and calculation.

    ## Example
    ```goals
    mål R4: Tage 95 % af opkaldene inden for tre ring
      ejer: Pia Holm
      frist: uge 54
    ```

    ```goals
    mål 2: Få 50 svar på medlemsundersøkinga
      eigar: Håkon Røyset
      frist: 31. september 2026
    ```

    ## Use instead
    ```goals
    mål R4: Tage 95 % af opkaldene inden for tre ring
      ejer: Pia Holm
      frist: uge 23
    ```

    ```goals
    mål 2: Få 50 svar på medlemsundersøkinga
      eigar: Håkon Røyset
      frist: 30. september 2026
    ```

    ## Sources
    The calendar (ISO 8601 for weeks and quarters), and the list of fields and their values.
    """

    code = "SYN005"
    name = "invalid-value"
    title = "A value that cannot be read"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "invalid-value"
    closed = True
    visions = True
    messages = {
        "date": "`{word}` needs a day, and `{value}` cannot be read as one",
        "period": "`{word}` needs a period, and `{value}` cannot be read as one",
        "recurrence": "`{word}` needs a rhythm, and `{value}` cannot be read as one",
        "status": "`{word}` cannot be `{value}`",
        "priority": "`{word}` cannot be `{value}`",
        "confidence": "`{word}` needs a number between 0 and 1, and `{value}` is none",
        "milestone": "an item of `{word}` is a day, a colon and a value, and `{value}` is not",
        "impossible-date": "`{value}` does not exist in the calendar",
        "wrong-weekday": "`{value}` names a weekday, but {date} falls on another",
        "language": "`{word}` cannot be `{value}`",
        "month": "`{word}` needs the month it starts in, and `{value}` is none",
    }
    helps = {
        "date": "write it as `2026-06-30`, `30 June 2026` or `end of Q2 2026`",
        "period": "write it as `2026`, `2026-Q3`, `H2 2026` or `March 2026`",
        "recurrence": "write it as `weekly`, `every two weeks`, `monthly` or `every quarter`",
        "status": "write one of: {expected}",
        "priority": "write 1, 2 or 3, or `high`, `medium` or `low`",
        "confidence": "write it as `0.7` or `70 %`",
        "milestone": "write it as `2026-06-30: ⟨value⟩`",
        "impossible-date": "look the day up in a calendar and write it as `2026-06-30`",
        "wrong-weekday": "correct the weekday or the date, or leave the weekday out",
        "language": "write one of: {expected}",
        "month": "write the name of a month, such as `July`",
    }
