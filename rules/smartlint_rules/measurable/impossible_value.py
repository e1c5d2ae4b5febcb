import re
from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Hit, Quantity, Report, Span, Witness, compile_late, date
from smartlint_rules.measurable.counted import stands_alone, subject_of

_LEVELS = ("target", "baseline", "bound_min", "bound_max")
#: The ends of the net promoter score: all promoters, all detractors.
_NET_SCORES = ("nps", "enps")
_WHOLE = 100
#: Lists of what may be counted in percent, and of those whose members each are so or not.
_MEASURES = ("share", "partial", "rate", "money", "portion")
_EACH = ("audience", "stock", "cases")
#: Scales that people are asked on; `7 of 3 shops` is left to others.
_SCALES = (5, 6, 7, 10, 100)
_GRADE = compile_late(r"(?<![\w.,–-])(?<!\d\s)\d{1,3}(?:[.,]\d{1,2})?(?=\s$)")
_SCALE = compile_late(r"\s(?P<scale>\d{1,3})(?![\d.,]?\d| \d)\s*(?P<after>\w*)")


class ImpossibleValue(GoalRule):
    """A figure that cannot be.

    ## What it finds
    A share of a whole (an answer rate, absence, uptime, `of our patients`) that is to be over 100 %, a grade beyond its
    own scale (`5.4 of 5`), and a net promoter score over 100. Only levels are judged: a change may be any size, and a
    budget, a quota, a coverage or a retention of turnover may well be over 100 %.

    ## Why it matters
    The goal cannot be reached by anybody. Mostly it is a slip of the keys; sometimes two numbers have changed places,
    and the real target is known to one person only.

    ## Example
    ```goals
    mål K1: Få 5,4 av 5 i snitt på spørsmålet om velkomsten
      eier: Kari Nordmann
      frist: 2026-12-15
    ```

    ```goals
    mål 4: Höja svarsfrekvensen i enkäten från 61 % till 170 %
      ägare: Erik Sundström
    ```

    ```goals
    goal C1: Raise NPS among hotel guests from 38 to 145
      owner: Nadia Osei
    ```

    ## Use instead
    ```goals
    mål K1: Få 4,5 av 5 i snitt på spørsmålet om velkomsten
      eier: Kari Nordmann
      frist: 2026-12-15
    ```

    ```goals
    mål 4: Höja svarsfrekvensen i enkäten från 61 % till 70 %
      ägare: Erik Sundström
    ```

    ```goals
    goal C1: Raise NPS among hotel guests from 38 to 45
      owner: Nadia Osei
    ```

    ## Sources
    A part is never more than its whole, and a grade never more than its scale. The net promoter score is the share of
    promoters less that of detractors, so it lies between -100 and 100.
    """

    code = "MEA013"
    name = "impossible-value"
    title = "A figure that cannot be"
    passes_as = "figure is possible"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    messages = {
        "share": "`{word}` is a part of a whole, so it cannot be {number}",
        "all": "{number} of `{word}` is more than all of them",
        "scale": "{number} lies beyond the scale, which ends at {scale}",
        "score": "a net promoter score cannot be {number}: it ends at {scale}",
    }
    helps = {
        "share": "write a figure of 100 % at most, or write what else is counted",
        "all": "write a figure of 100 % at most, or write what else is counted",
        "scale": "write a figure of {scale} at most",
        "score": "write a figure of {scale} at most",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        said = list(self._figures(goal, context.today))
        yield from [one for one in said if isinstance(one, Report)] or said

    def _figures(self, goal: Goal, today: date) -> Iterator[Report | Witness]:
        fields = [number for number in (goal.baseline, goal.target) if number and number not in goal.reading.quantities]
        for number in (*goal.reading.quantities, *fields):
            if number in fields or number.role in _LEVELS:
                yield from self._judge(goal, number, today)
        for hit in goal.reading.of("out_of"):
            yield from self._grade(goal, hit)

    def _judge(self, goal: Goal, number: Quantity, today: date) -> Iterator[Report | Witness]:
        if not number.per and _is_net_score(goal, number):
            if number.low > _WHOLE:
                yield self.report("score", number.span, number=number.text, scale=_WHOLE)
            elif number.low >= -_WHOLE and number.high <= _WHOLE:
                yield Witness(number.span)
        elif number.unit == "percent":
            all_of = _all_of(goal, number, today)
            word = all_of or _part_of(goal, number)
            if word is not None and number.low > _WHOLE:
                yield self.report("all" if all_of else "share", number.span, word=word.text, number=number.text)
            elif word is not None and number.low >= 0 and number.high <= _WHOLE:
                yield Witness(number.span)

    def _grade(self, goal: Goal, hit: Hit) -> Iterator[Report | Witness]:
        """What stands on both sides of the word between a grade and its scale."""
        offset = goal.statement.span.start
        before = _GRADE.search(goal.statement.text[: hit.span.start - offset])
        after = _SCALE.match(goal.statement.text, hit.span.end - offset)
        if before is None or after is None or int(after["scale"]) not in _SCALES or not _ends(goal, after):
            return
        span = Span(before.start() + offset, hit.span.start - 1)
        if float(before[0].replace(",", ".")) > int(after["scale"]):
            yield self.report("scale", span, number=before[0].strip(), scale=int(after["scale"]))
        else:
            yield Witness(span)


def _part_of(goal: Goal, number: Quantity) -> Hit | None:
    """The measure that the percentage is one of, where that is a part of a whole: the answer rate, absence."""
    word = subject_of(goal, number, *_MEASURES)
    if word is None or _compares(goal, number, word):
        return None
    whole = any(hit.span == word.span for hit in goal.reading.of("share", "partial"))
    return word if whole or _is_portion(goal, word) else None


def _all_of(goal: Goal, number: Quantity, today: date) -> Hit | None:
    """Those of whom the percentage is a part: `90 % of our patients`; not `of the customers of last year`."""
    reading = goal.reading
    after = next((hit for hit in reading.of("out_of") if hit.span.start - number.span.end == 1), None)
    before = any(time.end is not None and time.end < today for time in reading.times)
    if after is None or before or reading.of("yardstick", "last_time", "than"):
        return None
    end = after.span.end
    for hit in reading.of("nameless", "everyone", "picks", *_EACH):
        if hit.span.start - end == 1 and hit.kind in _EACH:
            again = any(one.span.start - hit.span.end == 1 for one in reading.of("out_of"))
            return None if again else hit
        end = hit.span.end if hit.span.start - end == 1 else end
    return None


def _is_portion(goal: Goal, word: Hit) -> bool:
    """`The share of returning guests`: a part of those who are named, and no share price."""
    if all(hit.span != word.span for hit in goal.reading.of("portion")):
        return False
    named = goal.reading.of("out_of", "audience", "business", "stock")
    return any(hit.span.start - word.span.end == 1 for hit in named)


def _compares(goal: Goal, number: Quantity, word: Hit) -> bool:
    """The percentage is one of something else: `120 % of last year's`, `market share growth of 120 %`, of the budget.

    What stands right before the measure only says which one it is: `average occupancy`.
    """
    reading = goal.reading
    after = any(hit.span.start - number.span.end == 1 for hit in reading.of("out_of", "comparative"))
    moves = [hit.span.start for hit in reading.of("increase", "decrease")]
    growth = any(start - share.span.end == 1 for share in reading.of("share") for start in moves)
    other = any(hit.span.end + 1 != word.span.start for hit in reading.of("yardstick", "counting"))
    return after or growth or other


def _is_net_score(goal: Goal, number: Quantity) -> bool:
    """Read as one, or a bare number that such a score is moved to; `send NPS to 150` is none."""
    moved = goal.baseline is not None or bool(goal.reading.of("increase", "decrease", "keep"))
    score = subject_of(goal, number, "net_score")
    alone = score is not None and stands_alone(goal, score, number)
    return number.unit in _NET_SCORES or (not number.unit and moved and alone)


def _ends(goal: Goal, scale: re.Match[str]) -> bool:
    """No noun follows that the scale would count: after it comes a small word, a mark, or nothing."""
    start = scale.start("after") + goal.statement.span.start
    return not scale["after"] or any(hit.span.start == start for hit in goal.reading.of("nameless"))
