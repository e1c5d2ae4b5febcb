from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Report, Witness

#: Up to here a bare number may be meant out of ten.
_TEN = 10


class ConfidenceRange(GoalRule):
    """A confidence that lies outside the scale.

    ## What it finds
    A `confidence` above 1 that is written without a percent sign (`75`, `8`), and one above 100 %. The scale goes from
    0 to 1 or from 0 % to 100 %.

    ## Why it matters
    Confidence is compared: from week to week, and between goals. An 8 beside a 0.6 and a 75 cannot be, and the goal
    that needs help is not seen among the others.

    ## Example
    ```goals
    goal W2: Hand over 12 restored pianos to their owners by 29 May 2026
      owner: Imogen Hale
      confidence: 75
    ```

    ```goals
    mål W3: Sælge 40 abonnementer på klaverstemning
      ejer: Birthe Lund
      tiltro: 120 %
    ```

    ## Use instead
    ```goals
    goal W2: Hand over 12 restored pianos to their owners by 29 May 2026
      owner: Imogen Hale
      confidence: 75 %
    ```

    ```goals
    mål W3: Sælge 40 abonnementer på klaverstemning
      ejer: Birthe Lund
      tiltro: 60 %
    ```

    ## Sources
    Teams that work with objectives and key results give each a confidence, on a scale from nought to one or from one
    to ten; what counts is that it is one scale. A probability is never above one.
    """

    code = "ACH004"
    name = "confidence-range"
    title = "A confidence outside its scale"
    passes_as = "confidence within its scale"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "bare": "`{number}` is outside the scale, which goes from 0 to 1 or from 0 % to 100 %",
        "ten": "`{number}` is outside the scale, which goes from 0 to 1 or from 0 % to 100 %",
        "over": "`{number}` is outside the scale: nobody can be more certain than 100 %",
    }
    helps = {
        "bare": "write `{number} %` if that is what is meant",
        "ten": "write a number from 0 to 1, or a percentage; out of ten, `{number}` is `{share} %`",
        "over": "write how likely it is that the goal is reached, from 0 % to 100 %",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        field = goal.fields.get("confidence")
        if field is None or not isinstance(field.value, float):
            return
        span, number = field.text.span, field.text.plain
        if field.value <= 1:
            yield Witness(span)
        elif number.endswith("%") or field.value > 100:
            yield self.report("over", span, number=number)
        elif field.value <= _TEN:
            yield self.report("ten", span, number=number, share=field.value * 10)
        else:
            yield self.report("bare", span, number=number, fix=Fix((Edit(span, f"{number} %"),), "unsafe"))
